#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/answer.hpp"
#include "indicare/scorecard/benchmark.hpp"
#include "indicare/scorecard/caveat.hpp"
#include "indicare/scorecard/change_limits.hpp"
#include "indicare/scorecard/known_figure.hpp"
#include "indicare/scorecard/significance.hpp"

namespace indicare::scorecard {

/// A figure beside a benchmark.
struct Comparison {
    Benchmark benchmark;
    Answer answer = Answer::cannot_be_told;
    bool prints_alike = false; ///< to the places of the unit
    std::optional<Distance> distance;
    std::string untold_because; ///< empty where it can be told
    std::vector<Caveat> caveats;
    Tested tested; ///< whether the difference is more than chance explains
};

/// A figure beside the one before it.
struct Direction {
    KnownFigure before;
    Answer answer = Answer::cannot_be_told; ///< `better`: it improves
    /// The same of the numbers as they are printed, which is how DfE's tool colours a trend.
    Answer as_printed = Answer::cannot_be_told;
    /// How many children the change is, of the denominator of now.
    std::optional<Distance> distance;
    std::vector<Caveat> caveats;
    ChangeTested change; ///< whether the change is more than chance explains
};

namespace detail {

inline void say(std::vector<Caveat>& caveats, CaveatKind kind, std::string text) {
    caveats.push_back({kind, std::move(text)});
}

inline std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text.append(i == 0 ? "" : i + 1 == names.size() ? " and " : ", ").append(names[i]);
    return text;
}

/// What must be known of the figure itself, whatever it is laid beside.
inline void say_of_own(const KnownFigure& own, std::vector<Caveat>& caveats) {
    if (own.undetermined > 0)
        say(caveats, CaveatKind::undetermined_children,
            "Of " + std::to_string(own.undetermined) +
                " children the data given cannot tell whether they count; the answer holds "
                "whatever they do.");
    const bool is_quotient = own.definition().unit != indicators::Unit::children;
    const bool few = own.numerator.value_or(10) < 10 || own.denominator.value_or(10) < 10;
    if (is_quotient && few && own.value)
        say(caveats, CaveatKind::small_numbers,
            "It rests on fewer than 10 children, and one of them moves it much.");
}

inline std::string why_untold(const KnownFigure& own, const Benchmark& benchmark) {
    if (!own.value)
        return "own figure: " + own.unknown_because;
    if (!benchmark.value)
        return benchmark.name + ": not published, or suppressed";
    if (own.is_exact() && benchmark.value->lower() == benchmark.value->upper())
        return {};
    return "both lie within what rounding hides";
}

} // namespace detail

/// Lays a figure beside a benchmark of the same indicator.
inline Comparison compare(const KnownFigure& own, Benchmark benchmark) {
    Comparison comparison;
    const indicators::Definition& definition = own.definition();
    comparison.answer = answer_of(own.value, benchmark.value, definition.polarity);
    comparison.prints_alike = print_alike(own.shown, benchmark.shown, definition.unit);
    comparison.distance = distance(own, benchmark.value);
    comparison.tested = significance_of(own, benchmark.value);
    if (comparison.answer == Answer::cannot_be_told)
        comparison.untold_because = detail::why_untold(own, benchmark);
    auto& caveats = comparison.caveats;
    if (benchmark.value && benchmark.year != own.year)
        detail::say(caveats, CaveatKind::years_differ,
                    "The figure is of " + std::to_string(own.year) + ", the benchmark of " +
                        std::to_string(benchmark.year) + ".");
    if (benchmark.value && !benchmark.without_value.empty())
        detail::say(caveats, CaveatKind::neighbours_without_value,
                    "Left out, for want of a published figure: " +
                        detail::listed(benchmark.without_value) + ".");
    const bool is_rate = definition.unit == indicators::Unit::per_10000;
    if (is_rate && benchmark.value && own.release != 0 && own.release != benchmark.release)
        detail::say(caveats, CaveatKind::population_vintage_differs,
                    "The rates are of the releases of " + std::to_string(own.release) + " and " +
                        std::to_string(benchmark.release) +
                        ", which divide by different editions of the population.");
    detail::say_of_own(own, caveats);
    comparison.benchmark = std::move(benchmark);
    return comparison;
}

/// Lays a figure beside one of the same place and an earlier year.
inline Direction direction_of(const KnownFigure& own, KnownFigure before) {
    Direction direction;
    const indicators::Definition& definition = own.definition();
    direction.answer = answer_of(own.value, before.value, definition.polarity);
    direction.distance = distance(own, before.value);
    direction.change = change_of(own, before);
    if (own.shown && before.shown)
        direction.as_printed =
            answer_of(exact::Interval::exactly(*own.shown), exact::Interval::exactly(*before.shown),
                      definition.polarity);
    if (own.year - before.year != 1)
        detail::say(direction.caveats, CaveatKind::not_consecutive,
                    "The figure before it is of " + std::to_string(before.year) + ".");
    if (definition.unit == indicators::Unit::per_10000 && own.release != before.release)
        detail::say(direction.caveats, CaveatKind::population_vintage_differs,
                    "The two rates may divide by different editions of the population.");
    direction.before = std::move(before);
    return direction;
}

/// What changed between two years of one benchmark, other than the figures themselves.
inline std::vector<Caveat> changes_between(const Benchmark& before, const Benchmark& after,
                                           indicators::Unit unit) {
    std::vector<Caveat> caveats;
    if (before.edition != after.edition)
        detail::say(caveats, CaveatKind::neighbours_changed,
                    "The neighbours are those of the " + std::to_string(before.edition) +
                        " list in " + std::to_string(before.year) + ", and of the " +
                        std::to_string(after.edition) + " list in " + std::to_string(after.year) +
                        ".");
    if (unit == indicators::Unit::per_10000 && before.release != after.release)
        detail::say(caveats, CaveatKind::population_vintage_differs,
                    "The rates are of the releases of " + std::to_string(before.release) + " and " +
                        std::to_string(after.release) +
                        ", which divide by different editions of the population.");
    return caveats;
}

} // namespace indicare::scorecard
