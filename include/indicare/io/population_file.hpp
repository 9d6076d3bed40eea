#pragma once

#include <string>
#include <string_view>

#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/population.hpp"

namespace indicare::io {

/// Reads the population aged 0-17 of authorities from CSV of one of two forms, told apart by the
/// columns:
/// - `authority,year,population`, the year being the reporting year (31 March);
/// - the file of the Office for National Statistics' mid-year estimates, as DfE publishes it, whose
///   `time_period` Y serves the reporting year Y+1. Authorities go by their old code, new code and
///   name.
///
/// A blank authority of the first form is that of returns that name none. Of rows that state
/// another number for the same authority and year the first stands, and the others are findings.
/// `false` when the columns are of neither form; rows that cannot be used are findings.
bool read_populations(std::string_view text, const std::string& file,
                      scorecard::Populations& populations, quality::Findings& findings);

} // namespace indicare::io
