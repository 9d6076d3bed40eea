#include "chart_words.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::PeriodicChart;
using scorecard::Report;

namespace {

// The columns of the sheet.
enum Column : std::uint8_t { period, children_counted, average, lower, upper, breaks };
constexpr double breaks_width = 58;

void write_points(SheetWriter& out, const PeriodicChart& chart) {
    const auto marks = marks_of(chart);
    const auto line = [&out](Column column, const exact::ratio& value) {
        out.value(column, {value, 1, {}, {}}, indicators::Unit::children);
    };
    for (std::size_t i = 0; i < chart.series.numbers.size(); ++i) {
        out.text(period, scorecard::words_of(chart.series.periods.windows[i]));
        out.number(children_counted, chart.series.numbers[i]);
        if (chart.chart) {
            line(average, chart.chart->mean);
            line(lower, chart.chart->lower_drawn());
            line(upper, chart.chart->upper);
        }
        const std::string why = words_of(marks[i]);
        out.text(breaks, why);
        out.fit_row({{why, breaks_width}});
        out.next_row();
    }
}

void set_line(lxw_chart_series* series, Column column) {
    lxw_chart_line line{};
    line.color = column == children_counted ? 0x12436D : column == average ? 0x28A197 : 0xF46A25;
    line.width = column == children_counted ? 2.5F : 1.5F;
    line.dash_type =
        column == lower || column == upper ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    chart_series_set_line(series, &line);
    if (column == children_counted) {
        chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(series, 5);
    }
}

void insert_chart(WorkbookFile& file, SheetWriter& out, const PeriodicChart& chart,
                  std::uint32_t first) {
    const auto last = static_cast<std::uint32_t>(first + chart.series.numbers.size() - 1);
    const std::string sheet = months_sheet;
    lxw_chart* drawn = file.add_chart();
    for (const Column column : {children_counted, average, lower, upper}) {
        lxw_chart_series* series = there(chart_add_series(drawn, nullptr, nullptr));
        chart_series_set_categories(series, sheet.c_str(), first, period, last, period);
        chart_series_set_values(series, sheet.c_str(), first, column, last, column);
        chart_series_set_name_range(series, sheet.c_str(), first - 1, column);
        set_line(series, column);
    }
    const std::string title = title_of(chart);
    chart_title_set_name(drawn, title.c_str());
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    constexpr std::uint16_t labels_apart = 6;
    chart_axis_set_interval_unit(drawn->x_axis, labels_apart);
    std::string description =
        "Control chart of " + title + ". Its numbers stand in the table beside it.";
    lxw_chart_options options{};
    options.x_scale = 1.5;
    options.y_scale = 1.3;
    options.description = description.data();
    expect_taken(worksheet_insert_chart_opt(out.sheet(), first, breaks + 1, drawn, &options));
}

} // namespace

void write_months(WorkbookFile& file, lxw_worksheet* sheet, const Report& report) {
    SheetWriter out(file, sheet);
    out.widths({26, 11, 11, 11, 11, breaks_width});
    out.text(period, "Month by month", Look::title);
    out.set_height(2);
    out.next_row(2);
    std::vector<lxw_row_t> breaks_of_pages;
    for (const PeriodicChart& chart : report.charts) {
        if (&chart != &report.charts.front())
            breaks_of_pages.push_back(out.row());
        out.text(period, title_of(chart), Look::subtitle);
        out.next_row();
        for (const std::string& sentence : chart.sentences) {
            out.text(period, sentence, Look::plain);
            out.next_row();
        }
        std::uint16_t column = 0;
        for (const char* name :
             {"Period", "Children", "Average", "Lower limit", "Upper limit", "Breaks a rule"})
            out.text(column++, name, Look::header);
        out.next_row();
        const std::uint32_t first = out.row();
        write_points(out, chart);
        if (chart.chart)
            insert_chart(file, out, chart, first);
        out.next_row();
    }
    breaks_of_pages.push_back(0); // ends the list
    expect_taken(worksheet_set_h_pagebreaks(sheet, breaks_of_pages.data()));
}

} // namespace indicare::io
