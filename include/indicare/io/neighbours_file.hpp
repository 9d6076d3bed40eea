#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/neighbours.hpp"

namespace indicare::io {

/// Whether a text is a list of statistical neighbours, by its row of column names.
bool is_of_neighbours(std::string_view text);

/// Reads a list of statistical neighbours from CSV of one of the forms in which DfE gives it, told
/// apart by the columns: `old_la_code` and `SN_1` to `SN_10` (2025), or `LA number` and `SN1` to
/// `SN10` (April 2021). Rows without an authority are passed over, those that cannot be used are
/// findings. Nothing when the columns are of neither form. `edition` is the year of the list, which
/// the files do not say.
std::optional<scorecard::NeighbourList> read_neighbours(std::string_view text,
                                                        const std::string& file, int edition,
                                                        quality::Findings& findings);

} // namespace indicare::io
