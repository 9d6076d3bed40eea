#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/exact/control_chart.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/scorecard/comparison.hpp"
#include "indicare/scorecard/periodic.hpp"

// A chart in sentences, as a report says it.

namespace indicare::scorecard {

/// `October 2022`, `October to December 2022`.
inline std::string words_of(const care::Window& period) {
    const std::string last = std::string(care::name_of_month(period.last.month())) + " " +
                             std::to_string(period.last.year());
    return period.first.month() == period.last.month()
               ? last
               : std::string(care::name_of_month(period.first.month())) + " to " + last;
}

/// `from April to October 2022`, `from November 2021 to May 2022`.
inline std::string words_of(const care::Window& first, const care::Window& last) {
    std::string text = "from " + std::string(care::name_of_month(first.first.month()));
    if (first.first.year() != last.last.year())
        text += " " + std::to_string(first.first.year());
    return text + " to " + std::string(care::name_of_month(last.last.month())) + " " +
           std::to_string(last.last.year());
}

/// Why a point is marked: `above the upper limit`, `in a run below the average`, `rising`, `near
/// the upper limit or beyond it`.
constexpr std::string_view words_of(exact::ChartMark mark) {
    const bool high = mark.side == exact::ChartSide::high;
    switch (mark.rule) {
    case exact::ChartRule::outside_limits:
        return high ? "above the upper limit" : "below the lower limit";
    case exact::ChartRule::run_on_one_side:
        return high ? "in a run above the average" : "in a run below the average";
    case exact::ChartRule::trend:
        return high ? "rising" : "falling";
    case exact::ChartRule::two_of_three:
        return high ? "near the upper limit or beyond it" : "near the lower limit or beyond it";
    }
    return {};
}

namespace detail {

/// `8`, `17.2`, `1,034`.
inline std::string chart_number(const exact::ratio& value, unsigned places) {
    return exact::print(value, exact::places(places), exact::Rounding::half_up,
                        exact::Thousands::commas);
}

/// `Seven` to `Twelve`, beyond that in digits.
inline std::string number_at_start(std::size_t number) {
    constexpr std::array<std::string_view, 6> names = {"Seven", "Eight",  "Nine",
                                                       "Ten",   "Eleven", "Twelve"};
    const std::size_t at = number - exact::least_points_of_run;
    return at < names.size() ? std::string(names[at]) : std::to_string(number);
}

inline std::string_view said_of(Occasion occasion) {
    return occasion == Occasion::started ? "started to be looked after"
                                         : "ceased to be looked after";
}

/// `In 36 months to March 2023 between 8 and 27 children a month started to be looked after, 17.2
/// on average`; the series has any periods.
inline std::string level_words(const PeriodicNumbers& series) {
    const auto [least, most] = std::minmax_element(series.numbers.begin(), series.numbers.end());
    const std::size_t count = series.numbers.size();
    const std::string every(name_of(series.every));
    const care::Date last = series.periods.windows.back().last;
    std::string text = "In " + std::to_string(count) + " " + every + (count == 1 ? "" : "s") +
                       " to " + std::string(care::name_of_month(last.month())) + " " +
                       std::to_string(last.year()) + " ";
    if (*least != *most)
        text += "between " + chart_number(*least, 0) + " and ";
    text += chart_number(*most, 0) + (*most == 1 ? " child a " : " children a ") + every + " " +
            std::string(said_of(series.occasion));
    if (*least == *most)
        return text;
    exact::integer sum = 0;
    for (const std::int64_t number : series.numbers)
        sum += number;
    return text + ", " + chart_number(exact::make_ratio(sum, exact::integer(count)), 1) +
           " on average";
}

inline std::string limits_words(const exact::ControlChart& chart) {
    if (chart.mean_moving_range == 0)
        return "as many in each";
    return chart.is_drawn_on_floor()
               ? "limits " + chart_number(chart.lower_drawn(), 0) +
                     " (no number can be lower) to " + chart_number(chart.upper, 1)
               : "limits " + chart_number(chart.lower, 1) + " to " + chart_number(chart.upper, 1);
}

/// `Above the upper limit: July 2021 (31) and March 2022 (33).`; nothing where there are none.
inline void say_outside(std::vector<std::string>& sentences, const PeriodicNumbers& series,
                        const exact::ControlChart& chart, exact::ChartSide side) {
    std::vector<std::string> points;
    for (const exact::ChartSignal& signal : chart.signals)
        if (signal.mark == exact::ChartMark{exact::ChartRule::outside_limits, side})
            for (const std::size_t point : signal.points)
                points.push_back(words_of(series.periods.windows[point]) + " (" +
                                 chart_number(series.numbers[point], 0) + ")");
    if (!points.empty())
        sentences.push_back((side == exact::ChartSide::high ? "Above the upper limit: "
                                                            : "Below the lower limit: ") +
                            listed(points) + ".");
}

/// `Seven months in a row above the average, from April to October 2022.`
inline std::string run_words(const PeriodicNumbers& series, const exact::ChartSignal& signal) {
    const bool high = signal.mark.side == exact::ChartSide::high;
    const std::string how = signal.mark.rule == exact::ChartRule::trend
                                ? (high ? "rising" : "falling")
                                : (high ? "above the average" : "below the average");
    return number_at_start(signal.points.size()) + " " + std::string(name_of(series.every)) +
           "s in a row " + how + ", " +
           words_of(series.periods.windows[signal.points.front()],
                    series.periods.windows[signal.points.back()]) +
           ".";
}

/// `Two of three months in a row near the upper limit or beyond it: May 2021 and June 2021.`
inline std::string two_of_three_words(const PeriodicNumbers& series,
                                      const exact::ChartSignal& signal) {
    std::vector<std::string> points;
    points.reserve(signal.points.size());
    for (const std::size_t point : signal.points)
        points.push_back(words_of(series.periods.windows[point]));
    return "Two of three " + std::string(name_of(series.every)) + "s in a row " +
           std::string(words_of(signal.mark)) + ": " + listed(points) + ".";
}

} // namespace detail

/// The series without a chart, in a sentence; nothing where it has no period.
inline std::string sentence_of(const PeriodicNumbers& series) {
    return series.numbers.empty() ? std::string() : detail::level_words(series) + ".";
}

/// The chart of a series: first its level and its limits, then a sentence for what breaks each
/// rule. "In 36 months to March 2023 between 8 and 27 children a month started to be looked after,
/// 17.2 on average; limits 4.1 to 30.3; nothing but chance is seen."
inline std::vector<std::string> sentences_of(const PeriodicNumbers& series,
                                             const exact::ControlChart& chart) {
    std::vector<std::string> sentences;
    sentences.push_back(detail::level_words(series) + "; " + detail::limits_words(chart) +
                        (chart.signals.empty() ? "; nothing but chance is seen." : "."));
    detail::say_outside(sentences, series, chart, exact::ChartSide::high);
    detail::say_outside(sentences, series, chart, exact::ChartSide::low);
    for (const exact::ChartSignal& signal : chart.signals) {
        if (signal.mark.rule == exact::ChartRule::two_of_three)
            sentences.push_back(detail::two_of_three_words(series, signal));
        else if (signal.mark.rule != exact::ChartRule::outside_limits)
            sentences.push_back(detail::run_words(series, signal));
    }
    return sentences;
}

} // namespace indicare::scorecard
