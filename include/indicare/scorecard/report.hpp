#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/assessment.hpp"
#include "indicare/scorecard/breakdowns.hpp"
#include "indicare/scorecard/comparators.hpp"
#include "indicare/scorecard/compared_scorecard.hpp"
#include "indicare/scorecard/periodic_chart.hpp"

namespace indicare::scorecard {

/// An authority's figures by reporting year: the whole catalogue each, in its order.
using OwnByYear = std::map<int, std::vector<KnownFigure>>;

/// Breakdowns by reporting year: the same ones each year, in the same order.
using BreakdownsByYear = std::map<int, std::vector<BrokenDown>>;

/// How many years a report looks back on, and by what rule it tells strengths from areas for
/// development.
struct ReportOptions {
    int years = 5; ///< with the report's own; at least 1
    AssessmentOptions assessment;
};

/// One year of a trend: the own figure, and the benchmarks of that very year.
struct TrendYear {
    int year = 0;
    std::optional<KnownFigure> own; ///< nothing where nothing was given for the year
    /// England, the region and the mean of the neighbours, those that were published.
    std::vector<Benchmark> benchmarks;

    const Benchmark* beside(BenchmarkKind kind) const {
        for (const Benchmark& benchmark : benchmarks)
            if (benchmark.kind == kind)
                return &benchmark;
        return nullptr;
    }
};

/// An indicator over the years, the oldest first.
struct Trend {
    std::vector<TrendYear> years;
    std::vector<Caveat> changes; ///< what changed on the way, other than the figures themselves
};

/// Another authority's published number, for the year and release that the own one is ranked in.
struct PeerFigure {
    std::string name;
    exact::ratio shown;
    std::string printed;
    bool is_neighbour = false;
};

/// How many of them have a lower number, the same and a higher one.
struct AmongPeers {
    std::size_t lower = 0;
    std::size_t same = 0;
    std::size_t higher = 0;
};

inline AmongPeers among_peers(const exact::ratio& shown, std::span<const PeerFigure> peers) {
    AmongPeers among;
    for (const PeerFigure& peer : peers)
        ++(peer.shown < shown ? among.lower : shown < peer.shown ? among.higher : among.same);
    return among;
}

/// What a report rests on.
struct ReportSources {
    bool own_is_published = false; ///< else the figures are of the authority's own data
    std::set<int> releases;        ///< DfE's, of all figures shown
    int neighbours_edition = 0;    ///< 0 where there are no neighbours
    int population_edition = 0;    ///< of the bundled estimates; 0 where there are none
};

/// Everything that a report shows of an authority and a year, and nothing of how. What stands under
/// an indicator's number is of that indicator.
///
/// It moves and is not copied: what was assessed refers to the figures of `compared`.
struct Report {
    Report() = default;
    Report(Report&&) = default;
    Report& operator=(Report&&) = default;
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;
    ~Report() = default;

    ComparedScorecard compared; ///< the authority, the year, and each figure beside the benchmarks
    std::vector<AssessedFigure> assessed;
    AssessmentOptions rule; ///< by which it was assessed
    std::vector<Trend> trends;
    /// All other authorities that have a number, in the order of the numbers; none for a count.
    std::vector<std::vector<PeerFigure>> peers;
    std::vector<int> peer_years;         ///< the year that they are of; 0 where there are none
    std::vector<std::string> neighbours; ///< their names, the nearest first
    /// Of the authority's own records, where they were asked for; published figures have none.
    BreakdownsByYear breakdowns;
    /// The months of the authority's own records; published figures have none.
    std::vector<PeriodicChart> charts;
    ReportSources sources;
};

/// What was published for an authority in a year and the years before it, `years` in all. Of each
/// indicator all years are of the latest release that has the last one, so that they rest on the
/// same population; a year that is not in it is of the latest release that has it.
inline OwnByYear published_by_year(const Comparators& comparators,
                                   const PublishedAuthority& authority, int year, int years = 5) {
    OwnByYear own;
    own[year] = published_figures(comparators, authority, year).figures;
    for (int of_year = year - 1; of_year > year - years; --of_year) {
        own[of_year] = published_figures(comparators, authority, of_year).figures;
        for (KnownFigure& figure : own[of_year]) {
            const int release = own[year][figure.indicator].release;
            auto same =
                comparators.figure_of(authority.old_code, figure.indicator, of_year, release);
            if (same)
                figure = std::move(*same);
        }
    }
    return own;
}

/// The figures of scorecards as at 31 March, by year.
inline OwnByYear own_by_year(std::span<const Scorecard> scorecards) {
    OwnByYear own;
    for (const Scorecard& scorecard : scorecards)
        own[scorecard.as_at.reporting_year()] = figures_of(scorecard).figures;
    return own;
}

/// The figures of a year, and those of the latest year before it that there is.
inline OwnFigures own_and_before(const OwnByYear& own, int year) {
    const auto at = own.lower_bound(year);
    OwnFigures both;
    if (at != own.end() && at->first == year)
        both.figures = at->second;
    if (at != own.begin())
        both.before = std::prev(at)->second;
    return both;
}

namespace detail {

inline constexpr BenchmarkKind kinds_of_trend[] = {BenchmarkKind::england, BenchmarkKind::region,
                                                   BenchmarkKind::neighbours_mean};

inline TrendYear trend_year(const Comparators& comparators, const PublishedAuthority& authority,
                            std::size_t indicator, int year, const OwnByYear& own,
                            const BenchmarkChoice& choice) {
    TrendYear trend{year, {}, {}};
    const auto at = own.find(year);
    if (at != own.end() && indicator < at->second.size())
        trend.own = at->second[indicator];
    if (indicators::catalogue[indicator].unit == indicators::Unit::children)
        return trend; // a count is laid beside no other place's
    for (const BenchmarkKind kind : kinds_of_trend) {
        auto benchmark = comparators.benchmark(kind, authority, indicator, year, choice);
        if (benchmark && benchmark->year == year && benchmark->value)
            trend.benchmarks.push_back(std::move(*benchmark));
    }
    return trend;
}

/// The changes from one year of a trend to the next, each sentence once.
inline void say_changes(const TrendYear& before, const TrendYear& after, indicators::Unit unit,
                        std::vector<Caveat>& changes) {
    const auto say_once = [&](Caveat caveat) {
        const bool said = std::any_of(changes.begin(), changes.end(),
                                      [&](const Caveat& each) { return each.text == caveat.text; });
        if (!said)
            changes.push_back(std::move(caveat));
    };
    for (const Benchmark& benchmark : after.benchmarks)
        if (const Benchmark* earlier = before.beside(benchmark.kind))
            for (Caveat& caveat : changes_between(*earlier, benchmark, unit))
                say_once(std::move(caveat));
    const bool are_rates = unit == indicators::Unit::per_10000 && before.own && after.own &&
                           before.own->value && after.own->value;
    if (are_rates && before.own->release != after.own->release)
        say_once({CaveatKind::population_vintage_differs,
                  "The own rates of " + std::to_string(before.year) + " and " +
                      std::to_string(after.year) +
                      " are of different releases, and may divide by different editions of the "
                      "population."});
}

inline Trend trend_of(const Comparators& comparators, const PublishedAuthority& authority,
                      std::size_t indicator, int year, const OwnByYear& own,
                      const BenchmarkChoice& choice, int years) {
    Trend trend;
    for (int of_year = year - years + 1; of_year <= year; ++of_year) {
        trend.years.push_back(trend_year(comparators, authority, indicator, of_year, own, choice));
        if (trend.years.size() > 1)
            say_changes(trend.years[trend.years.size() - 2], trend.years.back(),
                        indicators::catalogue[indicator].unit, trend.changes);
    }
    return trend;
}

inline std::vector<PeerFigure> peers_of(const Comparators& comparators, const Report& report,
                                        std::size_t indicator,
                                        const std::vector<PublishedAuthority>& authorities,
                                        const BenchmarkChoice& choice) {
    std::vector<PeerFigure> peers;
    const auto from =
        comparators.latest(Level::authority, indicator, report.compared.year, choice.release);
    if (!from || indicators::catalogue[indicator].unit == indicators::Unit::children)
        return peers;
    for (const PublishedAuthority& other : authorities) {
        if (other.old_code == report.compared.authority.old_code)
            continue;
        const auto figure =
            comparators.figure_of(other.old_code, indicator, from->first, from->second);
        if (!figure || !figure->shown)
            continue;
        const bool is_neighbour = std::find(report.neighbours.begin(), report.neighbours.end(),
                                            other.name) != report.neighbours.end();
        peers.push_back({other.name, *figure->shown, figure->printed, is_neighbour});
    }
    std::stable_sort(
        peers.begin(), peers.end(),
        [](const PeerFigure& left, const PeerFigure& right) { return left.shown < right.shown; });
    return peers;
}

inline void add_releases(const Report& report, std::set<int>& releases) {
    for (const Trend& trend : report.trends)
        for (const TrendYear& year : trend.years) {
            if (year.own && year.own->value && year.own->release != 0)
                releases.insert(year.own->release);
            for (const Benchmark& benchmark : year.benchmarks)
                releases.insert(benchmark.release);
        }
    for (const ComparedFigure& figure : report.compared.figures)
        for (const Comparison& comparison : figure.comparisons)
            if (comparison.benchmark.value)
                releases.insert(comparison.benchmark.release);
}

inline bool is_published(const std::vector<KnownFigure>& figures) {
    return std::any_of(figures.begin(), figures.end(),
                       [](const KnownFigure& figure) { return figure.release != 0; });
}

} // namespace detail

/// The report of an authority and a year from its own figures, of the year and of those before it
/// that there are. All years are laid beside the neighbours of one list, that of the report's year.
/// Cost: for each indicator a search for every authority.
inline Report report_of(const Comparators& comparators, const PublishedAuthority& authority,
                        int year, const OwnByYear& own, BenchmarkChoice choice = {},
                        const ReportOptions& options = {}) {
    Report report;
    if (const NeighbourList* list = comparators.neighbours(year, choice);
        list != nullptr && !list->of(authority.old_code).empty()) {
        choice.edition = report.sources.neighbours_edition = list->edition();
        for (const std::string& code : list->of(authority.old_code))
            report.neighbours.push_back(comparators.authority_of(code).name);
    }
    const OwnFigures both = own_and_before(own, year);
    report.compared = compare(comparators, authority, year, both, choice);
    report.rule = options.assessment;
    report.assessed = assess(report.compared, report.rule);
    const auto authorities = comparators.authorities();
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
        report.trends.push_back(
            detail::trend_of(comparators, authority, i, year, own, choice, options.years));
        const auto from =
            comparators.latest(Level::authority, i, report.compared.year, choice.release);
        report.peer_years.push_back(from ? from->first : 0);
        report.peers.push_back(detail::peers_of(comparators, report, i, authorities, choice));
    }
    report.sources.own_is_published = detail::is_published(both.figures);
    report.sources.population_edition = comparators.benchmarks().population_edition;
    detail::add_releases(report, report.sources.releases);
    return report;
}

} // namespace indicare::scorecard
