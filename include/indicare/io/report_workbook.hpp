#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "indicare/scorecard/report.hpp"

namespace indicare::io {

/// Writes a report as an Excel workbook (XLSX), whole or not at all: a summary with strengths and
/// areas for development; for each family of indicators a sheet with five years of the authority,
/// England, the region and the neighbours' mean, what makes up the latest figure and how it stands,
/// and a chart of each indicator; sources and notes; the numbers that the charts are drawn from.
///
/// Numbers are numbers in the unit of the indicator: what is known exactly is written unrounded, as
/// the nearest number that a workbook can hold, and shown rounded; what was published rounded is
/// written as published. What is not one number is text, and a note says why. The same report gives
/// the same bytes. Returns what prevented it; nothing when the workbook is there.
std::optional<std::string> write_workbook(const scorecard::Report& report,
                                          const std::filesystem::path& path);

} // namespace indicare::io
