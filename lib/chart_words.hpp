#pragma once

#include <string>
#include <vector>

#include "indicare/exact/printing.hpp"
#include "indicare/scorecard/chart_sentences.hpp"
#include "indicare/scorecard/periodic_chart.hpp"

// Words that all forms of a control chart share.

namespace indicare::io {

/// `Started to be looked after, by the month`.
inline std::string title_of(const scorecard::PeriodicChart& chart) {
    const bool started = chart.series.occasion == scorecard::Occasion::started;
    return std::string(started ? "Started" : "Ceased") + " to be looked after, by the " +
           std::string(name_of(chart.series.every));
}

/// Where a line of the chart is drawn, to one place.
inline std::string line_words(const exact::ratio& value) {
    return exact::print(value, exact::places(1));
}

/// Why a point is marked, each reason once; empty where it is not.
inline std::string words_of(const std::vector<exact::ChartMark>& marks) {
    std::string text;
    for (const exact::ChartMark& mark : marks)
        text.append(text.empty() ? "" : "; ").append(scorecard::words_of(mark));
    return text;
}

/// The marks of every point; none without a chart.
inline std::vector<std::vector<exact::ChartMark>> marks_of(const scorecard::PeriodicChart& chart) {
    return chart.chart ? chart.chart->marks()
                       : std::vector<std::vector<exact::ChartMark>>(chart.series.numbers.size());
}

} // namespace indicare::io
