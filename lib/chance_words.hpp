#pragma once

#include <string>

#include "figure_words.hpp"
#include "indicare/scorecard/compared_scorecard.hpp"

// What chance could do to a figure, in words that all forms of a comparison share.

namespace indicare::io {

/// `66.7% to 78.6%`; empty where a figure has no limits.
inline std::string limits_words(const std::optional<exact::Limits>& limits, indicators::Unit unit) {
    if (!limits)
        return {};
    const auto text = [unit](const exact::Decimal& limit) {
        return with_unit(exact::print(limit, exact::Thousands::commas), unit);
    };
    return text(limits->lower) + " to " + text(limits->upper);
}

/// The limits of a change: `-4.3 to +1.9 points` of a share, `-12.3% to +9.9%` of a rate.
inline std::string change_words(const std::optional<exact::Limits>& limits, indicators::Unit unit) {
    if (!limits)
        return {};
    const bool is_share = unit == indicators::Unit::percent;
    const auto text = [is_share](const exact::Decimal& limit) {
        return (limit.units > 0 ? "+" : "") + exact::print(limit, exact::Thousands::commas) +
               (is_share ? "" : "%");
    };
    return text(limits->lower) + " to " + text(limits->upper) + (is_share ? " points" : "");
}

/// `!!` where a difference is far more than chance explains, `!` where it is more.
inline std::string_view chance_mark(scorecard::Significance significance) {
    return is_much(significance) ? "!!" : is_significant(significance) ? "!" : "";
}

/// How many benchmarks, and years before, were tested.
inline std::size_t tests_of(const scorecard::ComparedScorecard& scorecard,
                            std::initializer_list<scorecard::BenchmarkKind> kinds) {
    std::size_t number = 0;
    const auto is_told = [](const scorecard::Tested& tested) {
        return tested.significance != scorecard::Significance::cannot_be_told;
    };
    for (const scorecard::ComparedFigure& figure : scorecard.figures) {
        for (const scorecard::BenchmarkKind kind : kinds)
            if (const scorecard::Comparison* comparison = figure.beside(kind))
                number += is_told(comparison->tested) ? 1 : 0;
        if (figure.direction)
            number += is_told(figure.direction->change.tested) ? 1 : 0;
    }
    return number;
}

/// By which methods limits and tests were made.
inline constexpr std::string_view methods_sentence =
    "95% limits are Wilson's score interval for a share, the exact Poisson interval for a rate and "
    "Student's t for an average; of the change of a share Newcombe's interval, of that of a rate "
    "the exact one given the events of both years. A figure is called better or worse than another "
    "number, or higher or lower where neither is good, if its limits do not hold that number, and "
    "much so if its 99.8% limits do not; else it is similar to it.";

} // namespace indicare::io
