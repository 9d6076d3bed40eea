#include "indicare/io/chart_writer.hpp"

#include <nlohmann/json.hpp>

#include "chart_words.hpp"
#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using exact::ChartMark;
using exact::ChartSignal;
using exact::ControlChart;
using scorecard::PeriodicChart;
using scorecard::PeriodicNumbers;

namespace {

using Json = nlohmann::ordered_json;
using Marks = std::vector<ChartMark>;

std::string_view name_of_side(exact::ChartSide side) {
    return side == exact::ChartSide::high ? "high" : "low";
}

std::string rules_of(const Marks& marks) {
    std::string text;
    for (const ChartMark& mark : marks)
        text.append(text.empty() ? "" : ";").append(name_of(mark.rule));
    return text;
}

std::string table_of(const PeriodicChart& chart) {
    const PeriodicNumbers& series = chart.series;
    std::string out =
        title_of(chart) + (series.authority.empty() ? "" : ", " + series.authority) + "\n";
    for (const std::string& sentence : chart.sentences)
        out += sentence + "\n";
    const std::vector<Marks> marks = marks_of(chart);
    TextTable table(true);
    for (std::size_t i = 0; i < series.numbers.size(); ++i)
        table.add({scorecard::words_of(series.periods.windows[i]), with_commas(series.numbers[i]),
                   words_of(marks[i])});
    return series.numbers.empty() ? out : out + "\n" + table.text();
}

Json json_of(const ChartMark& mark) {
    return {{"rule", name_of(mark.rule)}, {"side", name_of_side(mark.side)}};
}

void add_line(Json& json, const std::string& name, const exact::ratio& value) {
    json[name] = line_words(value);
    json[name + "_exact"] = exact::to_text(value);
}

void add_lines(Json& json, const ControlChart& chart) {
    add_line(json, "mean", chart.mean);
    add_line(json, "mean_moving_range", chart.mean_moving_range);
    add_line(json, "lower", chart.lower);
    add_line(json, "lower_drawn", chart.lower_drawn());
    add_line(json, "upper", chart.upper);
}

Json points_of(const PeriodicChart& chart) {
    const std::vector<Marks> marks = marks_of(chart);
    auto points = Json::array();
    for (std::size_t i = 0; i < chart.series.numbers.size(); ++i) {
        const care::Window& period = chart.series.periods.windows[i];
        Json point;
        point["period_start"] = period.first.iso();
        point["period_end"] = period.last.iso();
        point["value"] = chart.series.numbers[i];
        point["rules"] = Json::array();
        for (const ChartMark& mark : marks[i])
            point["rules"].push_back(json_of(mark));
        points.push_back(std::move(point));
    }
    return points;
}

Json signals_of(const PeriodicChart& chart) {
    auto signals = Json::array();
    for (const ChartSignal& signal : chart.chart->signals) {
        Json json = json_of(signal.mark);
        json["period_starts"] = Json::array();
        for (const std::size_t point : signal.points)
            json["period_starts"].push_back(chart.series.periods.windows[point].first.iso());
        signals.push_back(std::move(json));
    }
    return signals;
}

Json json_of(const PeriodicChart& chart) {
    Json json;
    json["authority"] = chart.series.authority;
    json["indicator"] = name_of(chart.series.occasion);
    json["every"] = name_of(chart.series.every);
    if (chart.chart)
        add_lines(json, *chart.chart);
    else
        json["no_chart_because"] = chart.no_chart_because;
    json["points"] = points_of(chart);
    if (chart.chart)
        json["signals"] = signals_of(chart);
    json["sentences"] = chart.sentences;
    return json;
}

} // namespace

std::string to_table(std::span<const PeriodicChart> charts) {
    std::string out;
    for (const PeriodicChart& chart : charts)
        out += (out.empty() ? "" : "\n") + table_of(chart);
    return out;
}

std::string to_csv(std::span<const PeriodicChart> charts) {
    std::string out = "authority,indicator,period_start,value,mean,lower,upper,rules\n";
    for (const PeriodicChart& chart : charts) {
        const std::vector<Marks> marks = marks_of(chart);
        const std::string mean = chart.chart ? line_words(chart.chart->mean) : "";
        const std::string lower = chart.chart ? line_words(chart.chart->lower_drawn()) : "";
        const std::string upper = chart.chart ? line_words(chart.chart->upper) : "";
        for (std::size_t i = 0; i < chart.series.numbers.size(); ++i)
            append_csv_row(out,
                           {chart.series.authority, std::string(name_of(chart.series.occasion)),
                            chart.series.periods.windows[i].first.iso(),
                            std::to_string(chart.series.numbers[i]), mean, lower, upper,
                            rules_of(marks[i])});
    }
    return out;
}

std::string to_json(std::span<const PeriodicChart> charts) {
    auto all = Json::array();
    for (const PeriodicChart& chart : charts)
        all.push_back(json_of(chart));
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
