#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/exact/significance.hpp"
#include "indicare/scorecard/evidence.hpp"

namespace indicare::scorecard {

/// Whether a figure differs from a number by more than chance explains: at 95%, and *much* at
/// 99.8%. `better` and `worse` where high or low is good, else `higher` and `lower`.
enum class Significance : std::uint8_t {
    much_better,
    better,
    much_worse,
    worse,
    much_higher,
    higher,
    much_lower,
    lower,
    similar,
    cannot_be_told
};

/// `much better`, ... `similar`, `cannot be told`.
constexpr std::string_view name_of(Significance significance) {
    constexpr std::string_view names[] = {"much better", "better",        "much worse", "worse",
                                          "much higher", "higher",        "much lower", "lower",
                                          "similar",     "cannot be told"};
    return names[static_cast<std::size_t>(significance)];
}

/// Whether it is better, worse, higher or lower, much or not.
constexpr bool is_significant(Significance significance) {
    return significance < Significance::similar;
}

constexpr bool is_much(Significance significance) {
    return significance == Significance::much_better || significance == Significance::much_worse ||
           significance == Significance::much_higher || significance == Significance::much_lower;
}

/// What the test of a figure against a number says, and why not where it says nothing.
struct Tested {
    Significance significance = Significance::cannot_be_told;
    std::string untold_because; ///< empty where it can be told
};

namespace detail {

/// Where it stands; nothing where that depends on what is not known.
using KnownStanding = std::optional<exact::Standing>;

/// A benchmark known by its print can be any number of an interval, of which only those count that
/// the figure could have.
inline exact::ratio within_unit(const exact::ratio& value, indicators::Unit unit) {
    if (is_mean(unit))
        return value;
    const exact::ratio not_below = std::max(value, exact::ratio(0));
    return unit == indicators::Unit::percent ? std::min(not_below, exact::ratio(100)) : not_below;
}

inline exact::Standing standing(const Evidence& evidence, const exact::Part& part,
                                const exact::ratio& value, const exact::Confidence& confidence) {
    if (is_mean(evidence.unit))
        return standing_of_mean(evidence.sample, value, confidence);
    const exact::ratio number = within_unit(value, evidence.unit);
    const exact::integer per = printing_of(evidence.unit).per;
    return evidence.unit == indicators::Unit::percent
               ? standing_of_share(part, number, per, confidence)
               : standing_of_rate(part, number, per, confidence);
}

/// The figure at its least against the benchmark at its most, and the other way round: where both
/// stand alike, so does all between.
inline KnownStanding standing(const Evidence& evidence, const exact::Interval& benchmark,
                              const exact::Confidence& confidence) {
    const auto lowest = standing(evidence, evidence.least, benchmark.upper(), confidence);
    const auto highest = standing(evidence, evidence.most, benchmark.lower(), confidence);
    return lowest == highest ? KnownStanding(lowest) : std::nullopt;
}

inline Significance in_words(exact::Standing standing, bool is_much,
                             indicators::Polarity polarity) {
    if (standing == exact::Standing::within)
        return Significance::similar;
    const bool above = standing == exact::Standing::above;
    if (polarity == indicators::Polarity::none)
        return above ? (is_much ? Significance::much_higher : Significance::higher)
                     : (is_much ? Significance::much_lower : Significance::lower);
    const bool good = above == (polarity == indicators::Polarity::high);
    return good ? (is_much ? Significance::much_better : Significance::better)
                : (is_much ? Significance::much_worse : Significance::worse);
}

/// `standing_at` gives the standing at a level of confidence. What is certain at 95% is said,
/// whether or not it is at 99.8%.
template <class StandingAt>
Tested tested(StandingAt&& standing_at, indicators::Polarity polarity) {
    const KnownStanding standing = standing_at(exact::Confidence::percent_95());
    if (!standing)
        return {Significance::cannot_be_told, "it depends on what rounding hides"};
    const bool is_much = *standing != exact::Standing::within &&
                         standing_at(exact::Confidence::percent_99_8()) == standing;
    return {in_words(*standing, is_much, polarity), {}};
}

} // namespace detail

/// Whether a figure differs from a benchmark by more than chance explains, whatever the benchmark
/// is within what is known of it, and whatever undetermined children are. The benchmark is taken as
/// a fixed number. Of a share by Wilson's inequality, of a rate by the exact Poisson tails, of a
/// mean by Student's t: the figure is better or worse exactly where its 95% limits do not hold the
/// benchmark, and where it lies outside of the funnel around it. Cost: as of the limits.
inline Tested significance_of(const KnownFigure& own,
                              const std::optional<exact::Interval>& benchmark) {
    Tested none;
    const auto evidence = evidence_of(own, none.untold_because);
    if (evidence && !benchmark)
        none.untold_because = "there is no benchmark";
    if (!evidence || !benchmark)
        return none;
    return detail::tested(
        [&](const exact::Confidence& confidence) {
            return detail::standing(*evidence, *benchmark, confidence);
        },
        own.definition().polarity);
}

} // namespace indicare::scorecard
