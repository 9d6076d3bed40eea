#include "report_months.hpp"

#include <nlohmann/json.hpp>

#include "chart_words.hpp"
#include "figure_words.hpp"
#include "vega_chart.hpp"

namespace indicare::io {

using scorecard::PeriodicChart;

namespace {

using Json = nlohmann::ordered_json;

std::string in_one_paragraph(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text.append(text.empty() ? "" : " ").append(sentence);
    return text;
}

constexpr std::string_view unmarked = "Within what chance does";
constexpr std::string_view marked = "Breaks a rule";

Json marked_points_of(const PeriodicChart& chart) {
    const auto marks = chart.chart->marks();
    Json values = Json::array();
    for (std::size_t i = 0; i < chart.series.numbers.size(); ++i)
        values.push_back({{"period", chart.series.periods.windows[i].first.iso()},
                          {"value", chart.series.numbers[i]},
                          {"mark", marks[i].empty() ? unmarked : marked}});
    return values;
}

/// A line across the chart, with its name at the right end.
Json rule_layer(const std::string& name, const std::string& value, bool is_dashed) {
    Json rule;
    rule["data"] = {{"values", {{{"at", value}, {"name", name + " " + value}}}},
                    {"format", {{"parse", {{"at", "number"}}}}}};
    rule["mark"] = {{"type", "rule"}, {"color", is_dashed ? "#a8341a" : "#28703f"}};
    if (is_dashed)
        rule["mark"]["strokeDash"] = {6, 3};
    rule["encoding"]["y"] = {{"field", "at"}, {"type", "quantitative"}};
    return rule;
}

Json name_layer(const std::string& name, const std::string& value) {
    Json text;
    text["data"] = {{"values", {{{"at", value}, {"name", name + " " + value}}}},
                    {"format", {{"parse", {{"at", "number"}}}}}};
    text["mark"] = {{"type", "text"}, {"align", "right"}, {"dx", -4},
                    {"dy", -7},       {"fontSize", 11},   {"color", "#1b1b1b"}};
    text["encoding"]["y"] = {{"field", "at"}, {"type", "quantitative"}};
    text["encoding"]["x"] = {{"value", "width"}};
    text["encoding"]["text"] = {{"field", "name"}, {"type", "nominal"}};
    return text;
}

Json encoding_of_points(const PeriodicChart& chart) {
    Json encoding;
    encoding["x"] = {{"field", "period"},
                     {"type", "temporal"},
                     {"timeUnit", "utcyearmonth"},
                     {"title", nullptr},
                     {"axis", {{"format", "%b %Y"}, {"labelAngle", 0}, {"labelOverlap", true}}}};
    encoding["y"] = {{"field", "value"},
                     {"type", "quantitative"},
                     {"title", "children a " + std::string(name_of(chart.series.every))}};
    return encoding;
}

std::string specification_of(const PeriodicChart& chart) {
    constexpr int height = 220;
    Json spec = vega_chart(height);
    Json line_layer;
    line_layer["data"]["values"] = marked_points_of(chart);
    line_layer["mark"] = {{"type", "line"}, {"strokeWidth", 1.5}, {"color", "#12436d"}};
    line_layer["encoding"] = encoding_of_points(chart);
    Json point_layer;
    point_layer["data"]["values"] = marked_points_of(chart);
    point_layer["mark"] = {{"type", "point"}, {"size", 70}, {"filled", true}, {"opacity", 1}};
    point_layer["encoding"] = encoding_of_points(chart);
    point_layer["encoding"]["color"] = {
        {"field", "mark"},
        {"type", "nominal"},
        {"scale", {{"domain", {unmarked, marked}}, {"range", {"#12436d", "#a8341a"}}}},
        {"legend", {{"orient", "bottom"}, {"title", nullptr}}}};
    point_layer["encoding"]["shape"] = {
        {"field", "mark"},
        {"type", "nominal"},
        {"scale", {{"domain", {unmarked, marked}}, {"range", {"circle", "diamond"}}}}};
    const exact::ControlChart& lines = *chart.chart;
    spec["layer"] = Json::array();
    const std::pair<std::string, std::string> rules[] = {
        {"Upper limit", line_words(lines.upper)},
        {"Lower limit", line_words(lines.lower_drawn())},
        {"Average", line_words(lines.mean)}};
    for (const auto& [name, value] : rules)
        spec["layer"].push_back(rule_layer(name, value, name != "Average"));
    spec["layer"].push_back(line_layer);
    spec["layer"].push_back(point_layer);
    for (const auto& [name, value] : rules)
        spec["layer"].push_back(name_layer(name, value));
    return vega_text(spec);
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
