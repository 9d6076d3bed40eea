#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/comparators.hpp"
#include "indicare/scorecard/comparison.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

/// A figure's rank and band, and of what year and release the others are.
struct RankedFigure {
    Ranking ranking;
    int year = 0;
    int release = 0;
};

/// One indicator of an authority beside all that it is laid beside.
struct ComparedFigure {
    KnownFigure own;
    std::optional<Direction> direction;
    std::vector<Comparison> comparisons; ///< in the order of the kinds, those that there are
    std::optional<RankedFigure> rank;
    std::vector<Caveat> caveats; ///< of the figure itself
    FigureLimits limits;         ///< at 95%

    const Comparison* beside(BenchmarkKind kind) const {
        for (const Comparison& comparison : comparisons)
            if (comparison.benchmark.kind == kind)
                return &comparison;
        return nullptr;
    }
};

/// An authority's figures of a year beside England, its region and its neighbours.
struct ComparedScorecard {
    PublishedAuthority authority;
    int year = 0;
    std::vector<ComparedFigure> figures; ///< in the order of the catalogue

    const ComparedFigure& operator[](std::string_view id) const {
        return figures.at(indicators::indicator_named(id).value());
    }
};

/// The figures of a year as they stand, and those before them: the whole catalogue each. The
/// figures before may be of several years, or unknown.
struct OwnFigures {
    std::vector<KnownFigure> figures;
    std::vector<KnownFigure> before;
};

/// What was published for an authority and a year, in the latest release, and for the year before
/// in the same release, so that both rest on the same population.
inline OwnFigures published_figures(const Comparators& comparators,
                                    const PublishedAuthority& authority, int year) {
    OwnFigures own;
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
        const auto release = comparators.release_of(Level::authority, i, year);
        const auto figure_for = [&](int of_year) {
            const KnownFigure none{i,
                                   of_year,
                                   release.value_or(0),
                                   {},
                                   {},
                                   {},
                                   {},
                                   {},
                                   not_available,
                                   0,
                                   "not published for " + std::to_string(of_year)};
            return release ? comparators.figure_of(authority.old_code, i, of_year, *release)
                                 .value_or(none)
                           : none;
        };
        own.figures.push_back(figure_for(year));
        own.before.push_back(figure_for(year - 1));
    }
    return own;
}

/// The figures of a scorecard and, where there is one, of the scorecard before it.
inline OwnFigures figures_of(const Scorecard& scorecard, const Scorecard* before = nullptr) {
    const auto all = [](const Scorecard& from) {
        std::vector<KnownFigure> figures;
        for (std::size_t i = 0; i < from.figures.size(); ++i)
            figures.push_back(known(from.figures[i], i, from.as_at.reporting_year()));
        return figures;
    };
    return {all(scorecard), before == nullptr ? std::vector<KnownFigure>() : all(*before)};
}

namespace detail {

inline std::optional<RankedFigure> rank_of(const Comparators& comparators,
                                           const PublishedAuthority& authority,
                                           const KnownFigure& own, const BenchmarkChoice& choice) {
    const auto from = comparators.latest(Level::authority, own.indicator, own.year, choice.release);
    if (!from || !own.shown)
        return std::nullopt;
    const auto ranking =
        comparators.ranking(authority, *own.shown, own.indicator, from->first, from->second);
    return ranking ? std::optional(RankedFigure{*ranking, from->first, from->second})
                   : std::nullopt;
}

inline void say_if_provisional(const Comparators& comparators, ComparedFigure& figure) {
    const KnownFigure& own = figure.own;
    const bool published =
        comparators.release_of(Level::authority, own.indicator, own.year).has_value();
    if (own.release == 0 && own.value && !published)
        say(figure.caveats, CaveatKind::provisional,
            "The figure of " + std::to_string(own.year) +
                " is of the authority's own return: DfE's, once published, may differ.");
}

/// A rate of the authority's own divides by its own population, which need not be the one of the
/// release that it is laid beside.
inline void say_if_population_differs(const Comparators& comparators,
                                      const PublishedAuthority& authority, const KnownFigure& own,
                                      Comparison& comparison) {
    const Benchmark& benchmark = comparison.benchmark;
    if (own.definition().unit != indicators::Unit::per_10000 || own.release != 0 || !own.value)
        return;
    const auto published =
        comparators.figure_of(authority.old_code, own.indicator, own.year, benchmark.release);
    if (published && published->denominator && published->denominator != own.denominator)
        say(comparison.caveats, CaveatKind::population_vintage_differs,
            "The own rate divides by " + std::to_string(own.denominator.value_or(0)) +
                ", the release of " + std::to_string(benchmark.release) + " by " +
                std::to_string(*published->denominator) + ".");
}

inline ComparedFigure compared(const Comparators& comparators, const PublishedAuthority& authority,
                               const KnownFigure& own, const BenchmarkChoice& choice) {
    ComparedFigure figure{own, {}, {}, {}, {}, limits_of(own)};
    say_if_provisional(comparators, figure);
    if (own.definition().unit == indicators::Unit::children)
        return figure; // a count is laid beside no other place's
    for (std::size_t kind = 0; kind < benchmark_kind_count; ++kind) {
        auto benchmark = comparators.benchmark(static_cast<BenchmarkKind>(kind), authority,
                                               own.indicator, own.year, choice);
        if (!benchmark)
            continue;
        figure.comparisons.push_back(compare(own, std::move(*benchmark)));
        say_if_population_differs(comparators, authority, own, figure.comparisons.back());
    }
    figure.rank = rank_of(comparators, authority, own, choice);
    return figure;
}

} // namespace detail

/// Lays an authority's figures beside England, its region, its neighbours, and their own of the
/// year before. Cost: for each indicator a search for every authority.
inline ComparedScorecard compare(const Comparators& comparators,
                                 const PublishedAuthority& authority, int year,
                                 const OwnFigures& own, const BenchmarkChoice& choice = {}) {
    ComparedScorecard scorecard{authority, year, {}};
    for (std::size_t i = 0; i < own.figures.size(); ++i) {
        scorecard.figures.push_back(
            detail::compared(comparators, authority, own.figures[i], choice));
        if (i < own.before.size() && own.before[i].value && own.figures[i].value)
            scorecard.figures.back().direction = direction_of(own.figures[i], own.before[i]);
    }
    return scorecard;
}

} // namespace indicare::scorecard
