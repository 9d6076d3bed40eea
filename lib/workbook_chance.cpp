#include "chance_section.hpp"
#include "chance_words.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::BenchmarkKind;
using scorecard::ComparedFigure;
using scorecard::Report;

namespace {

constexpr double title_width = 54;
constexpr std::uint16_t columns = 11;

std::size_t lines_of(const std::string& text) {
    constexpr std::size_t characters_of_a_line = 175;
    return text.size() / characters_of_a_line + 1;
}

void write_sentence(SheetWriter& out, const std::string& text) {
    expect_taken(
        worksheet_merge_range(out.sheet(), out.row(), 0, out.row(), columns - 1, "", nullptr));
    out.text(0, text);
    out.set_height(lines_of(text));
    out.next_row();
}

void write_limits(SheetWriter& out, std::uint16_t column,
                  const std::optional<exact::Limits>& limits, indicators::Unit unit) {
    if (!limits)
        return;
    out.value(column, {limits->lower.value(), limits->lower.places, {}, {}}, unit);
    out.value(static_cast<std::uint16_t>(column + 1),
              {limits->upper.value(), limits->upper.places, {}, {}}, unit);
}

void write_figure(SheetWriter& out, const ComparedFigure& figure) {
    const indicators::Definition& definition = figure.own.definition();
    const std::string title = std::string(definition.title) + std::string(hint_of(definition.unit));
    out.text(0, title);
    out.value(1, shown_of(figure.own), definition.unit);
    write_limits(out, 2, figure.limits.limits, definition.unit);
    std::uint16_t column = 4;
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean}) {
        const scorecard::Comparison* comparison = figure.beside(kind);
        if (comparison != nullptr && comparison->benchmark.value)
            out.text(column, name_of(comparison->tested.significance));
        ++column;
    }
    if (const auto& direction = figure.direction) {
        out.text(column, name_of(direction->change.tested.significance));
        // Points of a share, percent of a rate.
        const indicators::Unit unit = definition.unit == indicators::Unit::per_10000
                                          ? indicators::Unit::percent
                                          : indicators::Unit::score;
        write_limits(out, static_cast<std::uint16_t>(column + 1), direction->change.limits, unit);
        if (direction->change.limits)
            out.text(static_cast<std::uint16_t>(column + 3),
                     unit == indicators::Unit::percent ? "of the rate" : "points");
    }
    out.fit_row({{title, title_width}});
    out.next_row();
}

} // namespace

void write_chance(WorkbookFile& file, lxw_worksheet* sheet, const Report& report) {
    SheetWriter out(file, sheet);
    out.widths({title_width, 12, 10, 10, 14, 14, 16, 16, 12, 12, 12});
    out.text(0, "What chance could do", Look::title);
    out.set_height(2);
    out.next_row(2);
    write_sentence(out, std::string(methods_sentence));
    for (const std::string& caution : cautions_of(report))
        write_sentence(out, caution);
    for (const std::string& sentence : without_limits(report))
        write_sentence(out, sentence);
    out.next_row();
    out.set_height(3);
    out.header({"Indicator", "Figure", "95% limits: lower", "95% limits: upper", "Than England",
                "Than the region", "Than neighbours' mean", "Than the year before", "Change: lower",
                "Change: upper", "Change in"});
    for (const ComparedFigure& figure : report.compared.figures)
        if (figure.limits.limits)
            write_figure(out, figure);
}

} // namespace indicare::io
