#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "indicare/exact/limits.hpp"
#include "indicare/scorecard/known_figure.hpp"

namespace indicare::scorecard {

/// The whole numbers that a figure rests on, by which it is judged what chance could do to it.
struct Evidence {
    indicators::Unit unit{};
    /// Of a share or a rate: the numbers at the least and at the most that it can be. They differ
    /// only where children are undetermined.
    exact::Part least;
    exact::Part most;
    /// Of a mean.
    exact::Sample sample;
};

namespace detail {

inline std::string why_no_sample(const KnownFigure& figure) {
    if (!figure.squares)
        return "how far the children's values spread is not known";
    if (figure.undetermined > 0)
        return "the values of " + std::to_string(figure.undetermined) +
               (figure.undetermined == 1 ? " child" : " children") + " are not known";
    const exact::integer number = *figure.denominator;
    const exact::integer sum = *figure.numerator;
    if (number < 2)
        return "there are fewer than two children";
    return number * *figure.squares < sum * sum ? "no values have this sum and this sum of squares"
                                                : "";
}

inline std::string why_no_evidence(const KnownFigure& figure) {
    const indicators::Unit unit = figure.definition().unit;
    if (unit == indicators::Unit::children)
        return "a number of children is of no whole";
    if (!figure.value)
        return figure.unknown_because;
    if (!figure.numerator || figure.denominator.value_or(0) <= 0)
        return "the numbers behind it are not published";
    if (is_mean(unit))
        return why_no_sample(figure);
    const bool is_share = unit == indicators::Unit::percent;
    return *figure.numerator < 0 || (is_share && *figure.numerator > *figure.denominator)
               ? "its numbers contradict each other"
               : "";
}

} // namespace detail

/// What a figure rests on; nothing, and `why_not`, where it cannot be had: of a count, of what is
/// published without its numbers, of a mean without the spread of its values.
inline std::optional<Evidence> evidence_of(const KnownFigure& figure, std::string& why_not) {
    why_not = detail::why_no_evidence(figure);
    if (!why_not.empty())
        return std::nullopt;
    Evidence evidence;
    evidence.unit = figure.definition().unit;
    const exact::integer numerator = *figure.numerator;
    const exact::integer denominator = *figure.denominator;
    if (is_mean(evidence.unit)) {
        evidence.sample = {denominator, numerator, *figure.squares};
        return evidence;
    }
    // Each undetermined child may be counted, or among those who are not; of a rate the population
    // is what it is.
    const exact::integer whole = evidence.unit == indicators::Unit::percent
                                     ? exact::integer(denominator + figure.undetermined)
                                     : denominator;
    evidence.least = {numerator, whole};
    evidence.most = {numerator + figure.undetermined, whole};
    return evidence;
}

} // namespace indicare::scorecard
