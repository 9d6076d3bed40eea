#pragma once

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Charts of individuals and moving ranges (XmR): which points of a series differ from the others
/// by more than chance would have it.
///
/// Source: NHS England, Making Data Count, whose four rules these are. All is decided on ratios.
namespace indicare::exact {

/// The rules that a point can break.
enum class ChartRule : std::uint8_t {
    /// Above the upper limit, or below the lower. On a limit is within.
    outside_limits,
    /// One of at least seven consecutive points on one side of the mean. A point on the mean ends a
    /// run.
    run_on_one_side,
    /// One of at least seven consecutive points of which each but the first is above the one before
    /// it; or each below. Points are counted: seven have six steps. Two equal ones end a trend.
    trend,
    /// One of at least two, among three consecutive points, that lie more than two thirds of the
    /// way from the mean to the same limit, or beyond it. The third may lie anywhere, and is not
    /// marked.
    two_of_three,
};

/// `outside_limits`, `run_on_one_side`, `trend` or `two_of_three`.
constexpr std::string_view name_of(ChartRule rule) {
    constexpr std::string_view names[] = {"outside_limits", "run_on_one_side", "trend",
                                          "two_of_three"};
    return names[static_cast<std::size_t>(rule)];
}

/// To which side of the mean a rule is broken; a trend that rises is high.
enum class ChartSide : std::uint8_t { high, low };

/// That a point breaks a rule.
struct ChartMark {
    ChartRule rule{};
    ChartSide side{};

    bool operator==(const ChartMark&) const = default;
};

/// Points that break a rule together: one outside the limits, or a whole run.
struct ChartSignal {
    ChartMark mark;
    std::vector<std::size_t> points; ///< their places in the series, ascending

    bool operator==(const ChartSignal&) const = default;
};

/// The fewest points of a chart.
inline constexpr std::size_t least_points_of_chart = 12;
inline constexpr std::size_t least_points_of_run = 7; ///< on one side, and of a trend

/// The lines of a chart, and what breaks its rules. Unit: that of the points.
struct ControlChart {
    ratio mean;              ///< the centre line
    ratio mean_moving_range; ///< of the distances from each point to the next
    ratio lower;             ///< mean - 2.66 mean moving ranges
    ratio upper;             ///< mean + 2.66 mean moving ranges
    std::optional<ratio> floor;
    std::vector<ChartSignal> signals; ///< rule by rule, then high before low, then by first point
    std::size_t size = 0;             ///< how many points there are

    /// The lower limit lies below the floor, and is drawn on it.
    bool is_drawn_on_floor() const { return floor && lower < *floor; }
    /// Where the lower limit is drawn.
    const ratio& lower_drawn() const { return is_drawn_on_floor() ? *floor : lower; }

    /// What marks each point, point by point, in the order of the rules; nothing where none is
    /// broken. Cost: linear in the points.
    std::vector<std::vector<ChartMark>> marks() const {
        std::vector<std::vector<ChartMark>> all(size);
        for (const ChartSignal& signal : signals)
            for (const std::size_t point : signal.points)
                all[point].push_back(signal.mark);
        return all;
    }
};

namespace detail {

/// How many mean moving ranges lie between the mean and a limit: 3 / 1.128, rounded as is
/// customary. The mean range of two points divided by 1.128 stands for one standard deviation;
/// limits lie three from the mean.
inline ratio ranges_to_limit() {
    return make_ratio(266, 100);
}

inline ratio mean_of(std::span<const ratio> points) {
    ratio sum = 0;
    for (const ratio& point : points)
        sum += point;
    return sum / points.size();
}

inline ratio mean_moving_range_of(std::span<const ratio> points) {
    ratio sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += abs(ratio(points[i] - points[i - 1]));
    return sum / (points.size() - 1);
}

/// For each point 1 above `middle`, -1 below, 0 on it.
inline std::vector<int> sides_of(std::span<const ratio> points, const ratio& middle) {
    std::vector<int> sides;
    sides.reserve(points.size());
    for (const ratio& point : points)
        sides.push_back(point > middle ? 1 : point < middle ? -1 : 0);
    return sides;
}

/// For each point but the first 1 above the one before, -1 below, 0 where they are equal.
inline std::vector<int> steps_of(std::span<const ratio> points) {
    std::vector<int> steps;
    for (std::size_t i = 1; i < points.size(); ++i)
        steps.push_back(points[i] > points[i - 1] ? 1 : points[i] < points[i - 1] ? -1 : 0);
    return steps;
}

/// Adds the longest stretches of at least `least` signs that are `sign`, 1 or -1. A stretch stands
/// for as many points as it has signs, and `more` after them.
inline void add_stretches(std::vector<ChartSignal>& signals, ChartRule rule,
                          const std::vector<int>& signs, int sign, std::size_t least,
                          std::size_t more) {
    const ChartSide side = sign > 0 ? ChartSide::high : ChartSide::low;
    for (std::size_t first = 0; first < signs.size();) {
        std::size_t end = first;
        while (end < signs.size() && signs[end] == sign)
            ++end;
        if (end - first >= least) {
            std::vector<std::size_t> points(end - first + more);
            std::iota(points.begin(), points.end(), first);
            signals.push_back({{rule, side}, std::move(points)});
        }
        first = end + 1;
    }
}

/// Adds the chains of such points in which none is more than two after the one before.
inline void add_chains(std::vector<ChartSignal>& signals, const std::vector<std::size_t>& points,
                       ChartSide side) {
    ChartSignal chain{{ChartRule::two_of_three, side}, {}};
    const auto end_chain = [&] {
        if (chain.points.size() >= 2)
            signals.push_back(chain);
        chain.points.clear();
    };
    for (const std::size_t point : points) {
        if (!chain.points.empty() && point - chain.points.back() > 2)
            end_chain();
        chain.points.push_back(point);
    }
    end_chain();
}

/// The points beyond a line: above it, or below it.
inline std::vector<std::size_t> points_beyond(std::span<const ratio> points, ChartSide side,
                                              const ratio& line) {
    std::vector<std::size_t> beyond;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (side == ChartSide::high ? points[i] > line : points[i] < line)
            beyond.push_back(i);
    return beyond;
}

inline std::vector<ChartSignal> signals_of(std::span<const ratio> points,
                                           const ControlChart& chart) {
    using enum ChartSide;
    std::vector<ChartSignal> signals;
    for (const std::size_t point : points_beyond(points, high, chart.upper))
        signals.push_back({{ChartRule::outside_limits, high}, {point}});
    for (const std::size_t point : points_beyond(points, low, chart.lower))
        signals.push_back({{ChartRule::outside_limits, low}, {point}});
    const std::vector<int> sides = sides_of(points, chart.mean);
    for (const int sign : {1, -1})
        add_stretches(signals, ChartRule::run_on_one_side, sides, sign, least_points_of_run, 0);
    const std::vector<int> steps = steps_of(points);
    for (const int sign : {1, -1})
        add_stretches(signals, ChartRule::trend, steps, sign, least_points_of_run - 1, 1);
    const ratio two_thirds = (chart.upper - chart.mean) * make_ratio(2, 3);
    add_chains(signals, points_beyond(points, high, chart.mean + two_thirds), high);
    add_chains(signals, points_beyond(points, low, chart.mean - two_thirds), low);
    return signals;
}

} // namespace detail

/// The chart of a series of at least twelve points, in the order of time. `floor` is what no point
/// can lie below, such as 0 for counts: a lower limit below it is drawn on it. Rules are decided on
/// the limits as they are, not as they are drawn. Of a series whose points are all equal both
/// limits are the mean, and no rule is broken.
///
/// Every moving range counts, those of points outside the limits too, as in NHS England's own
/// workbook. Errors: `std::domain_error` for fewer than twelve points, and for a point below the
/// floor. Cost: linear in the points.
inline ControlChart control_chart(std::span<const ratio> points,
                                  std::optional<ratio> floor = std::nullopt) {
    if (points.size() < least_points_of_chart)
        throw std::domain_error("a control chart of " + std::to_string(points.size()) +
                                " points; it needs at least " +
                                std::to_string(least_points_of_chart));
    if (floor && *std::min_element(points.begin(), points.end()) < *floor)
        throw std::domain_error("a control chart with a point below its floor");
    ControlChart chart;
    chart.size = points.size();
    chart.floor = std::move(floor);
    chart.mean = detail::mean_of(points);
    chart.mean_moving_range = detail::mean_moving_range_of(points);
    const ratio to_limit = detail::ranges_to_limit() * chart.mean_moving_range;
    chart.lower = chart.mean - to_limit;
    chart.upper = chart.mean + to_limit;
    chart.signals = detail::signals_of(points, chart);
    return chart;
}
/// A double is no exact floor.
ControlChart control_chart(std::span<const ratio>, std::floating_point auto) = delete;

} // namespace indicare::exact
