#include "report_months.hpp"

#include "chart_words.hpp"
#include "figure_words.hpp"
#include "vega_chart.hpp"

namespace indicare::io {

using scorecard::PeriodicChart;

namespace {

std::string in_one_paragraph(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text.append(text.empty() ? "" : " ").append(sentence);
    return text;
}

constexpr std::string_view unmarked = "Within what chance does";
constexpr std::string_view marked = "Breaks a rule";

void write_points(JsonWriter& json, const PeriodicChart& chart) {
    const auto marks = chart.chart->marks();
    json.object("data", [&] {
        json.list("values", [&] {
            for (std::size_t i = 0; i < chart.series.numbers.size(); ++i)
                json.object([&] {
                    json.member("period", chart.series.periods.windows[i].first.iso());
                    json.member("value", chart.series.numbers[i]);
                    json.member("mark", marks[i].empty() ? unmarked : marked);
                });
        });
    });
}

void write_axes_of_points(JsonWriter& json, const PeriodicChart& chart) {
    json.ready("x", R"({"field":"period","type":"temporal","timeUnit":"utcyearmonth",)"
                    R"("title":null,)"
                    R"("axis":{"format":"%b %Y","labelAngle":0,"labelOverlap":true}})");
    write_quantity(json, "y", "children a " + std::string(name_of(chart.series.every)));
}

void write_line_layer(JsonWriter& json, const PeriodicChart& chart) {
    json.object([&] {
        write_points(json, chart);
        json.ready("mark", R"({"type":"line","strokeWidth":1.5,"color":"#12436d"})");
        json.object("encoding", [&] { write_axes_of_points(json, chart); });
    });
}

void write_point_layer(JsonWriter& json, const PeriodicChart& chart) {
    const std::vector<std::string> marks = {std::string(unmarked), std::string(marked)};
    json.object([&] {
        write_points(json, chart);
        json.ready("mark", R"({"type":"point","size":70,"filled":true,"opacity":1})");
        json.object("encoding", [&] {
            write_axes_of_points(json, chart);
            write_groups(json, "color", "mark", marks, R"(["#12436d","#a8341a"])", legend_below);
            write_groups(json, "shape", "mark", marks, R"(["circle","diamond"])", "");
        });
    });
}

/// A line across the chart: the average, or a limit.
struct Rule {
    std::string name;
    std::string value;
    bool is_limit;
};

void write_place(JsonWriter& json, const Rule& rule) {
    json.object("data", [&] {
        json.list("values", [&] {
            json.object([&] {
                json.member("at", rule.value);
                json.member("name", rule.name + " " + rule.value);
            });
        });
        json.ready("format", R"({"parse":{"at":"number"}})");
    });
}

constexpr std::string_view at_its_place = R"({"field":"at","type":"quantitative"})";

void write_rule_layer(JsonWriter& json, const Rule& rule) {
    json.object([&] {
        write_place(json, rule);
        json.ready("mark", rule.is_limit ? R"({"type":"rule","color":"#a8341a","strokeDash":[6,3]})"
                                         : R"({"type":"rule","color":"#28703f"})");
        json.object("encoding", [&] { json.ready("y", at_its_place); });
    });
}

/// Its name at the right end.
void write_name_layer(JsonWriter& json, const Rule& rule) {
    json.object([&] {
        write_place(json, rule);
        json.ready("mark", R"({"type":"text","align":"right","dx":-4,"dy":-7,)"
                           R"("fontSize":11,"color":"#1b1b1b"})");
        json.object("encoding", [&] {
            json.ready("y", at_its_place);
            json.ready("x", R"({"value":"width"})");
            json.ready("text", R"({"field":"name","type":"nominal"})");
        });
    });
}

std::string specification_of(const PeriodicChart& chart) {
    constexpr int height = 220;
    const exact::ControlChart& lines = *chart.chart;
    const Rule rules[] = {{"Upper limit", line_words(lines.upper), true},
                          {"Lower limit", line_words(lines.lower_drawn()), true},
                          {"Average", line_words(lines.mean), false}};
    JsonWriter json(0);
    json.object([&] {
        write_look(json, height);
        json.list("layer", [&] {
            for (const Rule& rule : rules)
                write_rule_layer(json, rule);
            write_line_layer(json, chart);
            write_point_layer(json, chart);
            for (const Rule& rule : rules)
                write_name_layer(json, rule);
        });
    });
    return std::move(json).text();
}

DocumentTable data_of(const PeriodicChart& chart) {
    DocumentTable table{"Data of the chart",
                        {chart.series.every == scorecard::Every::month ? "Month" : "Quarter",
                         "Children", "Breaks a rule"},
                        {},
                        false};
    const auto marks = chart.chart->marks();
    for (std::size_t i = 0; i < chart.series.numbers.size(); ++i)
        table.rows.push_back({scorecard::words_of(chart.series.periods.windows[i]),
                              with_commas(chart.series.numbers[i]),
                              marks[i].empty() ? "-" : words_of(marks[i])});
    return table;
}

} // namespace

DocumentChart months_chart(const PeriodicChart& chart) {
    return {"months-" + std::string(name_of(chart.series.occasion)), title_of(chart),
            "A control chart. " + in_one_paragraph(chart.sentences), specification_of(chart),
            data_of(chart)};
}

DocumentSection months_section(const scorecard::Report& report) {
    DocumentSection section{"months", "Month by month", {}, false};
    if (report.charts.empty())
        return section;
    section.blocks.emplace_back(DocumentParagraph{
        "Every month differs from the last, and most of that is chance. The limits, 2.66 mean "
        "moving ranges from the average, say what the series itself makes likely. A month is "
        "marked that lies outside of them; or is one of seven in a row on one side of the average, "
        "or rising, or falling; or one of two out of three more than two thirds of the way to a "
        "limit (NHS England, Making Data Count). A mark is a question, and no finding."});
    for (const PeriodicChart& chart : report.charts) {
        if (chart.chart)
            section.blocks.emplace_back(months_chart(chart));
        else
            section.blocks.emplace_back(
                DocumentParagraph{title_of(chart) + ". " + in_one_paragraph(chart.sentences)});
    }
    return section;
}

} // namespace indicare::io
