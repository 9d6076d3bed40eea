#include <indicare/exact/control_chart.hpp>
#include <indicare/exact/printing.hpp>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

using namespace indicare::exact;

namespace {

using Points = std::vector<ratio>;
using Places = std::set<std::size_t>;
using enum ChartRule;
using enum ChartSide;

/// The points that a rule marks on a side.
Places marked(const ControlChart& chart, ChartRule rule, ChartSide side) {
    Places all;
    for (const ChartSignal& signal : chart.signals)
        if (signal.mark == ChartMark{rule, side})
            all.insert(signal.points.begin(), signal.points.end());
    return all;
}

Places marked(const Points& points, ChartRule rule, ChartSide side) {
    return marked(control_chart(points), rule, side);
}

/// The series with every point below 0 for the one above, and the other way round.
Points mirrored(Points points) {
    for (ratio& point : points)
        point = -point;
    return points;
}

/// `first` to `last`.
Places run(std::size_t first, std::size_t last) {
    Places all;
    for (; first <= last; ++first)
        all.insert(first);
    return all;
}

} // namespace

TEST_CASE("the lines of a chart", "[exact][control_chart]") {
    // Mean 132 / 12; each of the eleven moving ranges is 2; 2.66 x 2 = 5.32.
    const ControlChart chart =
        control_chart(Points{10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12});
    CHECK(chart.size == 12);
    CHECK(chart.mean == 11);
    CHECK(chart.mean_moving_range == 2);
    CHECK(chart.lower == make_ratio(568, 100));
    CHECK(chart.upper == make_ratio(1632, 100));
    CHECK(chart.signals.empty());
    CHECK(chart.marks() == std::vector<std::vector<ChartMark>>(12));
    CHECK_FALSE(chart.is_drawn_on_floor());
    CHECK(chart.lower_drawn() == chart.lower);
}

TEST_CASE("the example of docs/control-charts.md", "[exact][control_chart]") {
    const ControlChart chart = control_chart(Points{4, 6, 5, 7, 4, 6, 5, 6, 5, 7, 18, 5}, ratio(0));
    CHECK(print(chart.mean, places(1)) == "6.5");
    CHECK(chart.mean_moving_range == make_ratio(39, 11));
    CHECK(print(chart.upper, places(1)) == "15.9");
    CHECK(print(chart.lower, places(1)) == "-2.9");
    CHECK(chart.lower_drawn() == 0);
    CHECK(chart.signals == std::vector<ChartSignal>{{{outside_limits, high}, {10}}});
}

TEST_CASE("a lower limit below the floor is drawn on it, and rules go by the limit itself",
          "[exact][control_chart]") {
    // Mean 1.5, mean moving range 3, limits 1.5 -/+ 7.98.
    const Points points{0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3};
    const ControlChart chart = control_chart(points, ratio(0));
    CHECK(chart.lower == make_ratio(-648, 100));
    CHECK(chart.is_drawn_on_floor());
    CHECK(chart.lower_drawn() == 0);
    CHECK(chart.signals.empty());
    CHECK(control_chart(points).lower_drawn() == chart.lower);
    // The lower limit 5.68 lies above a floor of 5, and below one of 6, on which nothing is broken.
    const Points tens{10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12};
    CHECK_FALSE(control_chart(tens, ratio(5)).is_drawn_on_floor());
    CHECK(control_chart(tens, ratio(6)).lower_drawn() == 6);
    CHECK_FALSE(control_chart(tens, make_ratio(568, 100)).is_drawn_on_floor());
    CHECK_THROWS_AS(control_chart(tens, ratio(11)), std::domain_error);
}

TEST_CASE("eleven points make no chart", "[exact][control_chart]") {
    CHECK_THROWS_WITH(control_chart(Points(11, 1)),
                      "a control chart of 11 points; it needs at least 12");
    CHECK_THROWS_AS(control_chart(Points{}), std::domain_error);
    CHECK_NOTHROW(control_chart(Points(12, 1)));
}

TEST_CASE("a series of equal points breaks no rule", "[exact][control_chart]") {
    const ControlChart chart = control_chart(Points(20, make_ratio(7, 3)));
    CHECK(chart.mean == make_ratio(7, 3));
    CHECK(chart.lower == chart.mean);
    CHECK(chart.upper == chart.mean);
    CHECK(chart.signals.empty());
}

TEST_CASE("a point on the limit is within, one beyond it is not", "[exact][control_chart]") {
    // Mean 20490 / 12 = 1707.5, mean moving range (10 x 2227 + 9355) / 11 = 2875; 2.66 x 2875 is
    // 7647.5, so that the upper limit is 9355. One more lifts the limit by a third only.
    Points points{0, 2227, 0, 2227, 0, 2227, 0, 2227, 0, 2227, 0, 9355};
    CHECK(control_chart(points).upper == 9355);
    CHECK(marked(points, outside_limits, high).empty());
    CHECK(marked(mirrored(points), outside_limits, low).empty());
    points.back() = 9356;
    CHECK(marked(points, outside_limits, high) == Places{11});
    CHECK(marked(points, outside_limits, low).empty());
    CHECK(marked(mirrored(points), outside_limits, low) == Places{11});
    CHECK(marked(mirrored(points), outside_limits, high).empty());
}

TEST_CASE("seven on one side of the mean are a run, six are none", "[exact][control_chart]") {
    const Points seven{0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10, 10}; // mean 5.8
    CHECK(marked(seven, run_on_one_side, high) == run(5, 11));
    CHECK(marked(seven, run_on_one_side, low).empty());
    CHECK(marked(mirrored(seven), run_on_one_side, low) == run(5, 11));
    const Points six{0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10}; // mean 5
    CHECK(marked(six, run_on_one_side, high).empty());
    CHECK(marked(six, run_on_one_side, low).empty());
    const Points nine{0, 0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 10};
    CHECK(marked(nine, run_on_one_side, high) == run(3, 11));
}

TEST_CASE("a point on the mean ends a run", "[exact][control_chart]") {
    // Seven tens and seven noughts; the fives lie on the mean.
    const Points without{10, 10, 10, 10, 10, 10, 10, 0, 0, 0, 0, 0, 0, 0};
    CHECK(marked(without, run_on_one_side, high) == run(0, 6));
    CHECK(marked(without, run_on_one_side, low) == run(7, 13));
    const Points with{10, 10, 10, 5, 10, 10, 10, 10, 0, 0, 0, 5, 0, 0, 0, 0};
    CHECK(control_chart(with).mean == 5);
    CHECK(marked(with, run_on_one_side, high).empty());
    CHECK(marked(with, run_on_one_side, low).empty());
}

TEST_CASE("seven rising points are a trend, six are none", "[exact][control_chart]") {
    const Points seven{3, 1, 2, 3, 4, 5, 6, 7, 3, 5, 3, 5};
    CHECK(marked(seven, trend, high) == run(1, 7));
    CHECK(marked(seven, trend, low).empty());
    CHECK(marked(mirrored(seven), trend, low) == run(1, 7));
    const Points six{3, 1, 2, 3, 4, 5, 6, 3, 5, 3, 5, 3};
    CHECK(marked(six, trend, high).empty());
    const Points equal{3, 1, 2, 3, 3, 4, 5, 6, 7, 5, 3, 5}; // three, then five that rise
    CHECK(marked(equal, trend, high).empty());
    // Up to 9 and down again: the peak belongs to both.
    const Points both{1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3};
    CHECK(marked(both, trend, high) == run(0, 8));
    CHECK(marked(both, trend, low) == run(8, 14));
    CHECK(control_chart(both).marks()[8].size() >= 2);
}

TEST_CASE("two of three beyond two thirds of the way", "[exact][control_chart]") {
    // Mean 7664 / 12 = 638 2/3, mean moving range (8 x 577 + 3 x 2678) / 11 = 1150; 2.66 x 1150 is
    // 3059, two thirds of it 2039 1/3, so that the line is 2678.
    const auto with = [](int high_one) {
        return Points{0, 577, 0, 577, 0, 577, 0, 577, 0, high_one, 0, high_one};
    };
    CHECK(marked(with(2678), two_of_three, high).empty());
    CHECK(marked(with(2679), two_of_three, high) == Places{9, 11}); // not the one between them
    CHECK(marked(with(2679), outside_limits, high).empty());
    CHECK(marked(with(2679), two_of_three, low).empty());
    CHECK(marked(mirrored(with(2679)), two_of_three, low) == Places{9, 11});
}

TEST_CASE("two of four, and two on different sides, are no two of three",
          "[exact][control_chart]") {
    // Mean 638 5/6, mean moving range 11499 / 11; the line is about 2493.
    const Points apart{0, 577, 0, 577, 0, 577, 0, 577, 2679, 0, 0, 2679};
    CHECK(marked(apart, two_of_three, high).empty());
    // Mean 0, mean moving range 40 / 11: lines at -/+ 6.4, limits at -/+ 9.7.
    const Points sides{0, 0, 0, 0, 0, 10, -10, 0, 0, 0, 0, 0};
    CHECK(control_chart(sides).mean_moving_range == make_ratio(40, 11));
    CHECK(marked(sides, two_of_three, high).empty());
    CHECK(marked(sides, two_of_three, low).empty());
    // Points beyond the limit are more than two thirds of the way, too; the one between them may
    // lie on the other side. Mean 19 / 20, mean moving range 42 / 19, line at 4.9, limit at 6.8.
    Points beyond(20, 0);
    beyond[8] = 10;
    beyond[9] = -1;
    beyond[10] = 10;
    CHECK(marked(beyond, outside_limits, high) == Places{8, 10});
    CHECK(marked(beyond, two_of_three, high) == Places{8, 10});
    CHECK(marked(beyond, two_of_three, low).empty());
}

TEST_CASE("a chain of two of three is one signal", "[exact][control_chart]") {
    // Mean 40 / 16 = 2.5, mean moving range 60 / 15 = 4: lines at 2.5 -/+ 7.09.
    const Points points{0, 0, 0, 0, 0, 0, 10, 10, 0, 10, 0, 0, 10, 0, 0, 0};
    const ControlChart chart = control_chart(points);
    CHECK(chart.mean == make_ratio(5, 2));
    CHECK(chart.mean_moving_range == 4);
    CHECK(marked(chart, two_of_three, high) == Places{6, 7, 9}); // 12 is three after 9
    CHECK(std::count_if(chart.signals.begin(), chart.signals.end(), [](const ChartSignal& signal) {
              return signal.mark == ChartMark{two_of_three, high};
          }) == 1);
}

namespace {

/// Series of independent points, and wandering ones, which have runs and trends.
rc::Gen<std::vector<int>> any_series() {
    const auto numbers = [](int from, int to) {
        return rc::gen::mapcat(rc::gen::inRange<std::size_t>(12, 40), [from, to](std::size_t size) {
            return rc::gen::container<std::vector<int>>(size, rc::gen::inRange(from, to));
        });
    };
    const auto wandering = rc::gen::map(numbers(-1, 4), [](std::vector<int> steps) {
        for (std::size_t i = 1; i < steps.size(); ++i)
            steps[i] += steps[i - 1] > 12 ? 0 : steps[i - 1];
        return steps;
    });
    return rc::gen::oneOf(numbers(0, 30), numbers(0, 3), wandering);
}

Points points_of(const std::vector<int>& series) {
    return {series.begin(), series.end()};
}

/// Every rule asked of every window of so many points, as it is worded.
template <class Breaks>
Places by_windows(std::size_t size, std::size_t width, Breaks&& breaks) {
    Places all;
    for (std::size_t first = 0; first + width <= size; ++first)
        for (const std::size_t point : breaks(first))
            all.insert(point);
    return all;
}

Places expected(const Points& points, const ControlChart& chart, ChartRule rule, ChartSide side) {
    const ratio sign = side == high ? 1 : -1;
    const auto above = [&](std::size_t point, const ratio& distance) {
        return (points[point] - chart.mean) * sign > distance;
    };
    const ratio limit = chart.upper - chart.mean;
    switch (rule) {
    case outside_limits:
        return by_windows(points.size(), 1, [&](std::size_t first) {
            return above(first, limit) ? Places{first} : Places{};
        });
    case run_on_one_side:
        return by_windows(points.size(), 7, [&](std::size_t first) {
            for (std::size_t i = first; i < first + 7; ++i)
                if (!above(i, 0))
                    return Places{};
            return run(first, first + 6);
        });
    case trend:
        return by_windows(points.size(), 7, [&](std::size_t first) {
            for (std::size_t i = first + 1; i < first + 7; ++i)
                if ((points[i] - points[i - 1]) * sign <= 0)
                    return Places{};
            return run(first, first + 6);
        });
    case two_of_three:
        return by_windows(points.size(), 3, [&](std::size_t first) {
            Places far;
            for (std::size_t i = first; i < first + 3; ++i)
                if (above(i, limit * 2 / 3))
                    far.insert(i);
            return far.size() >= 2 ? far : Places{};
        });
    }
    return {};
}

constexpr std::array rules{outside_limits, run_on_one_side, trend, two_of_three};

} // namespace

TEST_CASE("rules are broken as they are worded, window by window",
          "[exact][control_chart][property]") {
    CHECK(rc::check("signals", [] {
        const Points points = points_of(*any_series());
        const ControlChart chart = control_chart(points);
        for (const ChartRule rule : rules)
            for (const ChartSide side : {high, low})
                RC_ASSERT(marked(chart, rule, side) == expected(points, chart, rule, side));
        for (const ChartSignal& signal : chart.signals)
            RC_ASSERT(std::is_sorted(signal.points.begin(), signal.points.end()));
    }));
}

TEST_CASE("a series shifted or scaled has its lines shifted or scaled, and breaks the same rules",
          "[exact][control_chart][property]") {
    CHECK(rc::check("shift and scale", [] {
        const Points points = points_of(*any_series());
        const ratio shift = make_ratio(*rc::gen::inRange(-50, 50), *rc::gen::inRange(1, 7));
        const ratio scale = make_ratio(*rc::gen::inRange(1, 50), *rc::gen::inRange(1, 7));
        Points moved = points;
        for (ratio& point : moved)
            point = point * scale + shift;
        const ControlChart before = control_chart(points);
        const ControlChart after = control_chart(moved);
        RC_ASSERT(after.mean == before.mean * scale + shift);
        RC_ASSERT(after.lower == before.lower * scale + shift);
        RC_ASSERT(after.upper == before.upper * scale + shift);
        RC_ASSERT(after.mean_moving_range == before.mean_moving_range * scale);
        RC_ASSERT(after.signals == before.signals);
    }));
}

TEST_CASE("a series read backwards has the same lines, its trends the other way round",
          "[exact][control_chart][property]") {
    CHECK(rc::check("reversal", [] {
        const Points points = points_of(*any_series());
        const Points backwards(points.rbegin(), points.rend());
        const ControlChart before = control_chart(points);
        const ControlChart after = control_chart(backwards);
        RC_ASSERT(after.lower == before.lower);
        RC_ASSERT(after.upper == before.upper);
        const auto turned = [&](const Places& places) {
            Places all;
            for (const std::size_t place : places)
                all.insert(points.size() - 1 - place);
            return all;
        };
        for (const ChartRule rule : rules)
            for (const ChartSide side : {high, low}) {
                const ChartSide other = side == high ? low : high;
                RC_ASSERT(marked(after, rule, rule == trend ? other : side) ==
                          turned(marked(before, rule, side)));
            }
    }));
}
