#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/scorecard/known_figure.hpp"

namespace indicare::scorecard {

/// What a figure is laid beside.
enum class BenchmarkKind : std::uint8_t {
    england,
    region,
    neighbours_mean,   ///< of the published figures: DfE's Local Authority Interactive Tool
    neighbours_median, ///< of the published figures: DfE's dashboard of outcomes and enablers
    neighbours_pooled  ///< all their children together
};

inline constexpr std::size_t benchmark_kind_count = 5;

/// `england`, `region`, `neighbours_mean` and so on.
constexpr std::string_view name_of(BenchmarkKind kind) {
    constexpr std::string_view names[] = {"england", "region", "neighbours_mean",
                                          "neighbours_median", "neighbours_pooled"};
    return names[static_cast<std::size_t>(kind)];
}

/// A neighbour and its figure.
struct NeighbourFigure {
    std::string name;
    KnownFigure figure;
};

/// One benchmark's value for an indicator and a year, and how it was made.
struct Benchmark {
    BenchmarkKind kind{};
    std::string name; ///< `England`, `East Midlands`, `statistical neighbours (mean)`
    int year = 0;     ///< the reporting year of its figures
    int release = 0;  ///< in which they were published
    int edition = 0;  ///< of the list of neighbours; 0 where there is none
    /// What it can be, whatever the rounding of published numbers hides; nothing where there is
    /// none.
    std::optional<exact::Interval> value;
    /// The number as it is shown: published, or made of published numbers.
    std::optional<exact::ratio> shown;
    /// `70`; of a mean, median or pooled figure one decimal: `71.0`. A symbol, or empty, for none.
    std::string printed;
    std::vector<std::string> counted;        ///< neighbours that it was made of
    std::vector<std::string> without_value;  ///< neighbours that had none
    std::optional<std::int64_t> numerator;   ///< of a pooled figure
    std::optional<std::int64_t> denominator; ///< of a pooled figure
};

/// The figure of the nation or a region as a benchmark.
inline Benchmark benchmark_of_place(BenchmarkKind kind, std::string name,
                                    const KnownFigure& figure) {
    return {kind,
            std::move(name),
            figure.year,
            figure.release,
            0,
            figure.value,
            figure.shown,
            figure.printed,
            {},
            {},
            {},
            {}};
}

namespace detail {

using Ratios = std::vector<exact::ratio>;

inline exact::ratio mean_of(const Ratios& values) {
    exact::ratio sum(0);
    for (const exact::ratio& value : values)
        sum += value;
    return sum / exact::ratio(values.size());
}

inline exact::ratio median_of(Ratios values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    if (values.size() % 2 == 1)
        return values[half];
    return (values[half - 1] + values[half]) / 2;
}

inline Benchmark of_neighbours(BenchmarkKind kind, std::string_view how,
                               std::span<const NeighbourFigure> neighbours, int edition) {
    Benchmark benchmark;
    benchmark.kind = kind;
    benchmark.name = "statistical neighbours (" + std::string(how) + ")";
    benchmark.edition = edition;
    if (!neighbours.empty()) {
        benchmark.year = neighbours.front().figure.year;
        benchmark.release = neighbours.front().figure.release;
    }
    return benchmark;
}

inline void show(Benchmark& benchmark, const exact::ratio& value) {
    benchmark.shown = value;
    benchmark.printed = exact::print(value, exact::places(1));
}

/// A statistic of the neighbours' published numbers. What it can be holds the statistic itself, and
/// what it would be of the numbers before they were rounded.
template <class Statistic>
Benchmark of_published(Benchmark benchmark, std::span<const NeighbourFigure> neighbours,
                       Statistic&& statistic) {
    Ratios shown;
    Ratios lower;
    Ratios upper;
    for (const NeighbourFigure& neighbour : neighbours) {
        const KnownFigure& figure = neighbour.figure;
        (figure.shown ? benchmark.counted : benchmark.without_value).push_back(neighbour.name);
        if (!figure.shown)
            continue;
        shown.push_back(*figure.shown);
        lower.push_back(figure.value ? figure.value->lower() : *figure.shown);
        upper.push_back(figure.value ? figure.value->upper() : *figure.shown);
    }
    if (shown.empty())
        return benchmark;
    const exact::ratio value = statistic(shown);
    benchmark.value = exact::Interval(std::min(statistic(lower), value), exact::End::closed,
                                      std::max(statistic(upper), value), exact::End::closed);
    show(benchmark, value);
    return benchmark;
}

} // namespace detail

/// The mean of the neighbours' published figures, each counting once whatever its size; those
/// without one are left out. Source: LAIT, user guide.
inline Benchmark neighbours_mean(std::span<const NeighbourFigure> neighbours, int edition) {
    return detail::of_published(
        detail::of_neighbours(BenchmarkKind::neighbours_mean, "mean", neighbours, edition),
        neighbours, detail::mean_of);
}

/// The median of the neighbours' published figures; those without one are left out. Source: DfE,
/// CSC outcomes and enablers dashboard, `R/stats_neighbours.R`.
inline Benchmark neighbours_median(std::span<const NeighbourFigure> neighbours, int edition) {
    return detail::of_published(
        detail::of_neighbours(BenchmarkKind::neighbours_median, "median", neighbours, edition),
        neighbours, detail::median_of);
}

/// The figure of all children of the neighbours together, of those whose numerator and denominator
/// are both published: exact. A count has none.
inline Benchmark neighbours_pooled(std::span<const NeighbourFigure> neighbours, int edition) {
    Benchmark benchmark =
        detail::of_neighbours(BenchmarkKind::neighbours_pooled, "pooled", neighbours, edition);
    std::int64_t above = 0;
    std::int64_t below = 0;
    std::int64_t per = 1;
    for (const NeighbourFigure& neighbour : neighbours) {
        const KnownFigure& figure = neighbour.figure;
        const bool known = figure.numerator && figure.denominator && *figure.denominator > 0;
        (known ? benchmark.counted : benchmark.without_value).push_back(neighbour.name);
        if (!known)
            continue;
        above += *figure.numerator;
        below += *figure.denominator;
        per = printing_of(figure.definition().unit).per;
    }
    if (below == 0)
        return benchmark;
    benchmark.numerator = above;
    benchmark.denominator = below;
    const exact::ratio value = exact::make_ratio(exact::integer(above) * per, below);
    benchmark.value = exact::Interval::exactly(value);
    detail::show(benchmark, value);
    return benchmark;
}

} // namespace indicare::scorecard
