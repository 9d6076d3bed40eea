#pragma once

#include <string>
#include <vector>

#include "indicare/scorecard/report.hpp"
#include "report_document.hpp"

// The tables of a report.

namespace indicare::io {

/// The printed figure with its unit's sign, or its symbol.
std::string printed_of(const scorecard::KnownFigure& figure);

/// The same of a benchmark, with its year where that is not `year`; `-` where there is none.
std::string printed_of(const scorecard::Benchmark* benchmark, indicators::Unit unit, int year);

/// Strengths, or areas for development, with the reasons.
DocumentTable assessed_table(const scorecard::Report& report, scorecard::Assessment assessment);

/// A family's figures over the years.
DocumentTable years_table(const scorecard::Report& report, indicators::Family family);

/// Children by group over the years, by the place of the breakdown among those of the report: their
/// share of all, and the numbers of the report's year.
DocumentTable breakdown_table(const scorecard::Report& report, std::size_t breakdown);

/// A family's figures of the year with numerators and denominators, and all they are laid beside.
DocumentTable figures_table(const scorecard::Report& report, indicators::Family family);

} // namespace indicare::io
