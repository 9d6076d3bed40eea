#include "breakdown_table.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::BrokenDown;
using scorecard::Report;

namespace {

/// The share of a group in percent, or why there is none.
ShownValue shown_of(const BrokenDown& numbers, std::size_t group) {
    if (const auto share = numbers.share(group))
        return {share, places_of(indicators::Unit::percent), {}, {}};
    return {{}, 0, numbers.printed(group), numbers.unavailable_because()};
}

void write_groups(SheetWriter& out, const Report& report, std::size_t breakdown) {
    const BrokenDown& latest = report.breakdowns.rbegin()->second[breakdown];
    for (std::size_t group = 0; group < latest.size(); ++group) {
        out.text(0, breakdown_title(latest.breakdown()));
        out.text(1, latest.label(group));
        std::uint16_t column = 2;
        for (const auto& [year, of_year] : report.breakdowns)
            out.value(column++, shown_of(of_year[breakdown], group), indicators::Unit::percent);
        if (latest.is_available())
            out.number(column, latest.number(group));
        else
            out.text(column, latest.unavailable_because());
        out.next_row();
    }
}

} // namespace

void write_breakdowns(WorkbookFile& file, lxw_worksheet* sheet, const Report& report) {
    SheetWriter out(file, sheet);
    out.widths({52, 44, 12, 12, 12, 12, 12, 16});
    out.text(0, "Who the children are", Look::title);
    out.set_height(2);
    out.next_row(2);
    out.text(0, "Breakdown", Look::header);
    out.text(1, "Group", Look::header);
    std::uint16_t column = 2;
    for (const auto& [year, of_year] : report.breakdowns)
        out.text(column++, std::to_string(year), Look::number_header);
    out.text(column, "Children, " + std::to_string(report.breakdowns.rbegin()->first),
             Look::number_header);
    out.hold_header();
    for (std::size_t i = 0; i < report.breakdowns.rbegin()->second.size(); ++i)
        write_groups(out, report, i);
}

} // namespace indicare::io
