#include "indicare/io/chart_writer.hpp"

#include "chart_json.hpp"
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

void write_members(JsonWriter& json, const ChartMark& mark) {
    json.member("rule", name_of(mark.rule));
    json.member("side", name_of_side(mark.side));
}

void write_line(JsonWriter& json, const std::string& name, const exact::ratio& value) {
    json.member(name, line_words(value));
    json.member(name + "_exact", exact::to_text(value));
}

void write_lines(JsonWriter& json, const ControlChart& chart) {
    write_line(json, "mean", chart.mean);
    write_line(json, "mean_moving_range", chart.mean_moving_range);
    write_line(json, "lower", chart.lower);
    write_line(json, "lower_drawn", chart.lower_drawn());
    write_line(json, "upper", chart.upper);
}

void write_point(JsonWriter& json, const PeriodicNumbers& series, std::size_t point,
                 const Marks& marks) {
    const care::Window& period = series.periods.windows[point];
    json.object([&] {
        json.member("period_start", period.first.iso());
        json.member("period_end", period.last.iso());
        json.member("value", series.numbers[point]);
        json.list_of("rules", marks, [&](const ChartMark& mark) {
            json.object([&] { write_members(json, mark); });
        });
    });
}

void write(JsonWriter& json, const ChartSignal& signal, const PeriodicNumbers& series) {
    json.object([&] {
        write_members(json, signal.mark);
        json.list_of("period_starts", signal.points, [&](std::size_t point) {
            json.value(series.periods.windows[point].first.iso());
        });
    });
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

void write(JsonWriter& json, const PeriodicChart& chart) {
    const PeriodicNumbers& series = chart.series;
    json.object([&] {
        json.member("authority", series.authority);
        json.member("indicator", name_of(series.occasion));
        json.member("every", name_of(series.every));
        if (chart.chart)
            write_lines(json, *chart.chart);
        else
            json.member("no_chart_because", chart.no_chart_because);
        json.list("points", [&] {
            const std::vector<Marks> marks = marks_of(chart);
            for (std::size_t i = 0; i < series.numbers.size(); ++i)
                write_point(json, series, i, marks[i]);
        });
        if (chart.chart)
            json.list_of("signals", chart.chart->signals,
                         [&](const ChartSignal& signal) { write(json, signal, series); });
        json.values("sentences", chart.sentences);
    });
}

std::string to_json(std::span<const PeriodicChart> charts) {
    JsonWriter json(2);
    json.list_of(charts, [&](const PeriodicChart& chart) { write(json, chart); });
    return std::move(json).document();
}

} // namespace indicare::io
