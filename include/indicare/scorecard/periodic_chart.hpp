#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indicare/exact/control_chart.hpp"
#include "indicare/scorecard/chart_sentences.hpp"
#include "indicare/scorecard/periodic.hpp"

namespace indicare::scorecard {

/// A series of an authority's children month by month, with its chart.
struct PeriodicChart {
    PeriodicNumbers series;
    /// Its points are the periods of the series; nothing where these are too few.
    std::optional<exact::ControlChart> chart;
    std::string no_chart_because; ///< empty where there is a chart
    /// What there is to say of it, one sentence each; what was left out comes last.
    std::vector<std::string> sentences;
};

namespace detail {

/// Why so few periods make no chart.
inline std::string too_few(std::size_t periods, Every every) {
    const std::string what(name_of(every));
    const std::string held = periods == 0   ? "no " + what + " is"
                             : periods == 1 ? "1 " + what + " is"
                                            : std::to_string(periods) + " " + what + "s are";
    return held + " held wholly and without a gap by the returns given; a chart needs at least " +
           std::to_string(exact::least_points_of_chart);
}

} // namespace detail

/// The chart of a series, with 0 as its floor. Of fewer than twelve periods there is none, and it
/// is said why. Cost: linear in the periods.
inline PeriodicChart chart_of(PeriodicNumbers series) {
    PeriodicChart made{std::move(series), std::nullopt, {}, {}};
    const std::vector<exact::ratio> points(made.series.numbers.begin(), made.series.numbers.end());
    if (points.size() >= exact::least_points_of_chart) {
        made.chart = exact::control_chart(points, exact::ratio(0));
        made.sentences = sentences_of(made.series, *made.chart);
    } else {
        made.no_chart_because = detail::too_few(points.size(), made.series.every);
        if (std::string level = sentence_of(made.series); !level.empty())
            made.sentences.push_back(std::move(level));
        made.sentences.push_back("No chart: " + made.no_chart_because + ".");
    }
    for (const std::string& note : made.series.periods.notes)
        made.sentences.push_back(note);
    return made;
}

/// The charts of several series, in their order.
inline std::vector<PeriodicChart> charts_of(std::vector<PeriodicNumbers> all) {
    std::vector<PeriodicChart> charts;
    charts.reserve(all.size());
    for (PeriodicNumbers& series : all)
        charts.push_back(chart_of(std::move(series)));
    return charts;
}

} // namespace indicare::scorecard
