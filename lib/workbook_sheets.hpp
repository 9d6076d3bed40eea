#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indicare/scorecard/report.hpp"
#include "workbook_file.hpp"

// The sheets of a report's workbook, and the order in which they are made: charts draw from a sheet
// that stands behind them.

namespace indicare::io {

/// Whether there is anything to show of an indicator, in any year.
bool has_figure(const scorecard::Trend& trend);

/// The families of which there is anything to show.
std::vector<indicators::Family> families_shown(const scorecard::Report& report);

/// Strengths and areas for development.
void write_summary(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report);

/// One family's figures and charts. The numbers of the charts are added to `chart_data`.
void write_family(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report,
                  indicators::Family family, SheetWriter& chart_data);

/// Limits, and what chance explains of each difference.
void write_chance(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report);

/// Children who started and ceased month by month, with control charts; only where months were
/// counted.
void write_months(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report);

/// Children by group over the years; only where something was broken down.
void write_breakdowns(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report);

/// Sources, what numbers and symbols mean, neighbours, definitions, caveats, what there is nothing
/// of.
void write_notes(WorkbookFile& file, lxw_worksheet* sheet, const scorecard::Report& report);

/// The sheet that charts draw from, up to its first row of numbers.
void begin_chart_data(SheetWriter& chart_data, const scorecard::Report& report);

inline constexpr char chart_sheet[] = "Chart data";
inline constexpr char months_sheet[] = "Month by month";
inline constexpr char notes_sheet[] = "Sources and notes";

} // namespace indicare::io
