#include <algorithm>
#include <utility>

#include "comparison_words.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::Benchmark;
using scorecard::BenchmarkKind;
using scorecard::ComparedFigure;
using scorecard::Report;
using scorecard::Trend;
using scorecard::TrendYear;

namespace {

constexpr BenchmarkKind kinds[] = {BenchmarkKind::england, BenchmarkKind::region,
                                   BenchmarkKind::neighbours_mean};

// The columns of a sheet: indicator, place, years from `first_year` on, then these.
constexpr std::uint16_t first_year = 2;
enum Behind : std::uint8_t { numerator, denominator, answer, children_apart, rank, of, band, note };

std::uint16_t behind(const Trend& trend, Behind column) {
    return static_cast<std::uint16_t>(first_year + trend.years.size() + column);
}

bool has_benchmark(const Trend& trend, BenchmarkKind kind) {
    return std::any_of(trend.years.begin(), trend.years.end(),
                       [kind](const TrendYear& year) { return year.beside(kind) != nullptr; });
}

std::string title_of(std::size_t indicator) {
    const indicators::Definition& definition = indicators::catalogue[indicator];
    return std::string(definition.title) + std::string(hint_of(definition.unit));
}

constexpr double title_width = 36;
constexpr double note_width = 44;

std::string name_of_place(const Report& report, BenchmarkKind kind) {
    return kind == BenchmarkKind::england  ? "England"
           : kind == BenchmarkKind::region ? report.compared.authority.region
                                           : "Statistical neighbours (mean)";
}

void add_note(std::string& notes, const std::string& note) {
    if (!note.empty())
        notes += (notes.empty() ? "" : "; ") + note;
}

/// Why years of a series are no number, each reason with its years.
class Reasons {
  public:
    void add(int year, std::string because) {
        if (because.starts_with("not published"))
            because = "not published"; // the year stands before it
        for (auto& [reason, years] : reasons_)
            if (reason == because) {
                years += ", " + std::to_string(year);
                return;
            }
        reasons_.emplace_back(std::move(because), std::to_string(year));
    }

    std::string text() const {
        std::string all;
        for (const auto& [reason, years] : reasons_)
            add_note(all, years + ": " + reason);
        return all;
    }

  private:
    std::vector<std::pair<std::string, std::string>> reasons_;
};

/// One series: the years of a place, and what is no number among them.
struct Series {
    std::string place;
    std::size_t colour = 0; ///< 0 of the authority's own
    std::vector<ShownValue> years;
    Reasons reasons;
    std::string compared_with;

    void add(int year, ShownValue value) {
        if (!value.number && !value.because.empty())
            reasons.add(year, value.because);
        years.push_back(std::move(value));
    }

    std::string notes() const {
        std::string all = reasons.text();
        add_note(all, compared_with);
        return all;
    }

    std::size_t numbers() const {
        return static_cast<std::size_t>(
            std::count_if(years.begin(), years.end(),
                          [](const ShownValue& value) { return value.number.has_value(); }));
    }
};

Series own_series(const Report& report, const Trend& trend) {
    Series series;
    series.place = report.compared.authority.name;
    for (const TrendYear& year : trend.years)
        series.add(year.year,
                   year.own ? shown_of(*year.own) : ShownValue{{}, 0, {}, "no figure was given"});
    return series;
}

Series series_of(const Report& report, const Trend& trend, BenchmarkKind kind) {
    Series series;
    series.place = name_of_place(report, kind);
    series.colour = static_cast<std::size_t>(kind) + 1;
    for (const TrendYear& year : trend.years) {
        const Benchmark* benchmark = year.beside(kind);
        series.add(year.year, benchmark != nullptr ? shown_of(*benchmark)
                                                   : ShownValue{{}, 0, {}, "not published"});
    }
    return series;
}

std::string direction_words(scorecard::Answer answer) {
    using scorecard::Answer;
    return answer == Answer::better   ? "improving"
           : answer == Answer::worse  ? "worsening"
           : answer == Answer::higher ? "up"
           : answer == Answer::lower  ? "down"
           : answer == Answer::same   ? "unchanged"
                                      : std::string(name_of(answer));
}

/// Writes one family's sheet.
class FamilySheet {
  public:
    FamilySheet(WorkbookFile& file, lxw_worksheet* sheet, const Report& report,
                indicators::Family family, SheetWriter& chart_data)
        : file_(file), out_(file, sheet), report_(report), family_(family),
          chart_data_(chart_data) {}

    void write() {
        out_.text(0, name_of(family_), Look::title);
        out_.set_height(2);
        out_.next_row();
        out_.text(0,
                  report_.compared.authority.name +
                      ", years ending 31 March. Symbols and what is "
                      "known of each figure: see " +
                      std::string(notes_sheet) + ".",
                  Look::plain);
        out_.next_row(2);
        write_header();
        for (std::size_t i = 0; i < report_.trends.size(); ++i)
            if (indicators::catalogue[i].family == family_ && has_figure(report_.trends[i]))
                write_indicator(i);
        insert_charts();
    }

  private:
    /// Where the series of a chart stand in the sheet of numbers.
    struct Chart {
        std::size_t indicator = 0;
        std::uint32_t first_row = 0;
        std::vector<std::size_t> colours; ///< one a series
    };

    void write_header() {
        const Trend& trend = report_.trends.front();
        std::uint16_t column = 0;
        out_.text(column++, "Indicator", Look::header);
        out_.text(column++, "Of", Look::header);
        for (const TrendYear& year : trend.years)
            out_.text(column++, std::to_string(year.year), Look::number_header);
        for (const char* name : {"Number", "Out of"})
            out_.text(column++, name, Look::number_header);
        out_.text(column++, "The authority is", Look::header);
        for (const char* name : {"Children above (+) or below (-)", "Rank", "Of"})
            out_.text(column++, name, Look::number_header);
        for (const char* name : {"Band", "Notes"})
            out_.text(column++, name, Look::header);
        out_.set_height(3);
        out_.hold_header();
        out_.widths({title_width, 27});
        expect_taken(worksheet_set_column(out_.sheet(), first_year, behind(trend, denominator), 9.5,
                                          nullptr));
        expect_taken(worksheet_set_column(out_.sheet(), behind(trend, answer),
                                          behind(trend, answer), 13, nullptr));
        expect_taken(worksheet_set_column(out_.sheet(), behind(trend, children_apart),
                                          behind(trend, children_apart), 12, nullptr));
        expect_taken(worksheet_set_column(out_.sheet(), behind(trend, rank), behind(trend, band), 6,
                                          nullptr));
        expect_taken(worksheet_set_column(out_.sheet(), behind(trend, note), behind(trend, note),
                                          note_width, nullptr));
    }

    void write_indicator(std::size_t indicator) {
        const indicators::Definition& definition = indicators::catalogue[indicator];
        const Trend& trend = report_.trends[indicator];
        Chart chart{indicator, chart_data_.row(), {}};
        out_.text(0, title_of(indicator), Look::bold);
        Series own = own_series(report_, trend);
        write_own(report_.compared.figures[indicator], trend);
        write_series(own, trend, definition.unit, chart);
        for (const BenchmarkKind kind : kinds) {
            if (!has_benchmark(trend, kind))
                continue;
            Series series = series_of(report_, trend, kind);
            write_comparison(report_.compared.figures[indicator], kind, trend, series);
            write_series(series, trend, definition.unit, chart);
        }
        if (!chart.colours.empty())
            charts_.push_back(chart);
    }

    void write_series(const Series& series, const Trend& trend, indicators::Unit unit,
                      Chart& chart) {
        out_.text(1, series.place);
        for (std::size_t i = 0; i < series.years.size(); ++i)
            out_.value(static_cast<std::uint16_t>(first_year + i), series.years[i], unit);
        const std::string notes = series.notes();
        out_.text(behind(trend, note), notes);
        const bool is_first = series.colour == 0;
        out_.fit_row(
            {{notes, note_width}, {is_first ? title_of(chart.indicator) : "", title_width}});
        out_.next_row();
        if (series.numbers() < 2 || (series.colour != 0 && chart.colours.empty()))
            return; // no line, or none of the authority to lay it beside
        chart_data_.text(0, indicators::catalogue[chart.indicator].title, Look::plain);
        chart_data_.text(1, series.place, Look::plain);
        for (std::size_t i = 0; i < series.years.size(); ++i)
            if (series.years[i].number)
                chart_data_.value(static_cast<std::uint16_t>(first_year + i), series.years[i],
                                  unit);
        chart_data_.next_row();
        chart.colours.push_back(series.colour);
    }

    void write_own(const ComparedFigure& figure, const Trend& trend) {
        if (figure.own.undetermined == 0) {
            if (figure.own.numerator)
                out_.number(behind(trend, numerator), *figure.own.numerator);
            if (figure.own.denominator)
                out_.number(behind(trend, denominator), *figure.own.denominator);
        }
        if (figure.direction) {
            out_.text(behind(trend, answer), direction_words(figure.direction->answer));
            write_distance(figure.direction->distance, trend);
        }
        if (figure.rank) {
            out_.number(behind(trend, rank), static_cast<std::int64_t>(figure.rank->ranking.rank));
            out_.number(behind(trend, of), static_cast<std::int64_t>(figure.rank->ranking.of));
            out_.text(behind(trend, band), name_of(figure.rank->ranking.band));
        }
    }

    void write_comparison(const ComparedFigure& figure, BenchmarkKind kind, const Trend& trend,
                          Series& series) {
        const scorecard::Comparison* comparison = figure.beside(kind);
        if (comparison == nullptr || !comparison->benchmark.value || !figure.own.value)
            return;
        out_.text(behind(trend, answer), name_of(comparison->answer));
        write_distance(comparison->distance, trend);
        if (comparison->benchmark.year != figure.own.year)
            series.compared_with = "compared with " + std::to_string(comparison->benchmark.year);
    }

    void write_distance(const std::optional<scorecard::Distance>& distance, const Trend& trend) {
        if (!distance)
            return;
        const std::int64_t least = signed_children(*distance, distance->least);
        const std::int64_t most = signed_children(*distance, distance->most);
        const auto text = [](std::int64_t children) {
            return (children > 0 ? "+" : "") + std::to_string(children);
        };
        if (least == most)
            out_.number(behind(trend, children_apart), least, "+#,##0;-#,##0;0");
        else
            out_.text(behind(trend, children_apart), text(least) + " to " + text(most),
                      Look::symbol);
    }

    void insert_charts();
    void insert_chart(const Chart& chart, std::uint32_t row, bool is_right);

    WorkbookFile& file_;
    SheetWriter out_;
    const Report& report_;
    indicators::Family family_;
    SheetWriter& chart_data_;
    std::vector<Chart> charts_;
};

constexpr std::uint32_t chart_height = 265;   // pixels
constexpr std::uint32_t chart_width = 640;    // pixels
constexpr std::uint32_t rows_of_a_chart = 14; // of 20 pixels, with room between

void FamilySheet::insert_charts() {
    constexpr std::uint32_t charts_of_a_page = 6;
    const std::uint32_t first = out_.row() + 1;
    std::vector<lxw_row_t> breaks;
    for (std::uint32_t i = 0; i < charts_.size(); ++i) {
        const std::uint32_t row = first + i / 2 * rows_of_a_chart;
        insert_chart(charts_[i], row, i % 2 == 1);
        if (i % charts_of_a_page == 0)
            breaks.push_back(row);
    }
    breaks.push_back(0); // ends the list
    expect_taken(worksheet_set_h_pagebreaks(out_.sheet(), breaks.data()));
}

void set_line(lxw_chart_series* series, std::size_t number) {
    // Colours of the Government Analysis Function's palette, which can be told apart by all.
    constexpr lxw_color_t colours[] = {0x12436D, 0xF46A25, 0x28A197, 0x801650};
    constexpr std::uint8_t dashes[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_SOLID,
                                       LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT};
    lxw_chart_line line{};
    line.color = colours[number % 4];
    line.width = number == 0 ? 3.0F : 1.75F;
    line.dash_type = dashes[number % 4];
    chart_series_set_line(series, &line);
    lxw_chart_fill fill{};
    fill.color = line.color;
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, number == 0 ? 7 : 5);
    chart_series_set_marker_fill(series, &fill);
    lxw_chart_line border{};
    border.color = line.color;
    chart_series_set_marker_line(series, &border);
}

void FamilySheet::insert_chart(const Chart& numbers, std::uint32_t row, bool is_right) {
    const indicators::Definition& definition = indicators::catalogue[numbers.indicator];
    const auto last =
        static_cast<std::uint16_t>(first_year + report_.trends[numbers.indicator].years.size() - 1);
    lxw_chart* chart = file_.add_chart();
    std::uint32_t from = numbers.first_row;
    for (const std::size_t colour : numbers.colours) {
        lxw_chart_series* series = there(chart_add_series(chart, nullptr, nullptr));
        chart_series_set_categories(series, chart_sheet, 2, first_year, 2, last);
        chart_series_set_values(series, chart_sheet, from, first_year, from, last);
        chart_series_set_name_range(series, chart_sheet, from, 1);
        set_line(series, colour);
        ++from;
    }
    const std::string title = title_of(numbers.indicator);
    chart_title_set_name(chart, title.c_str());
    lxw_chart_font font{};
    font.size = 12;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_axis_set_num_format(chart->y_axis, number_format(definition.unit, 0).c_str());
    std::string description = "Line chart of " + title + ", years ending 31 March. Its numbers " +
                              "stand in the table of this sheet.";
    lxw_chart_options options{};
    options.x_scale = chart_width / 480.0;
    options.y_scale = chart_height / 288.0;
    options.x_offset = is_right ? static_cast<std::int32_t>(chart_width) + 20 : 0;
    options.y_offset = 5; // below the edge of a page
    options.description = description.data();
    expect_taken(worksheet_insert_chart_opt(out_.sheet(), row, 0, chart, &options));
}

} // namespace

bool has_figure(const Trend& trend) {
    return std::any_of(trend.years.begin(), trend.years.end(), [](const TrendYear& year) {
        return (year.own && year.own->value) || !year.benchmarks.empty();
    });
}

std::vector<indicators::Family> families_shown(const Report& report) {
    std::vector<indicators::Family> families;
    for (std::size_t i = 0; i < report.trends.size(); ++i) {
        const indicators::Family family = indicators::catalogue[i].family;
        if (has_figure(report.trends[i]) && (families.empty() || families.back() != family))
            families.push_back(family);
    }
    return families;
}

void begin_chart_data(SheetWriter& chart_data, const Report& report) {
    chart_data.text(0, "The numbers that the charts are drawn from; what is no number is left out",
                    Look::plain);
    chart_data.next_row(2);
    std::uint16_t column = 0;
    chart_data.text(column++, "Indicator", Look::header);
    chart_data.text(column++, "Of", Look::header);
    for (const TrendYear& year : report.trends.front().years)
        chart_data.text(column++, std::to_string(year.year), Look::header);
    chart_data.hold_header();
    chart_data.widths({60, 30});
}

void write_family(WorkbookFile& file, lxw_worksheet* sheet, const Report& report,
                  indicators::Family family, SheetWriter& chart_data) {
    FamilySheet(file, sheet, report, family, chart_data).write();
}

} // namespace indicare::io
