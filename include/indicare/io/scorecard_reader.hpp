#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::io {

/// Reads scorecards back from CSV as `to_csv` writes it, or typed by hand: the columns `authority,
/// as_at, indicator, numerator, denominator`, in any order, others beside them; `undetermined` and
/// `squares` where they are there. Squares that are absent or blank are not known. Of a rate the
/// denominator is the population. A blank numerator says that there is no figure, as does an
/// indicator without a row. What is printed is worked out anew.
///
/// Authority by authority, the oldest date first; 20,000 scorecards at most. Rows that cannot be
/// used are findings, and so is how many rows of breakdowns were passed over; nothing when a column
/// is missing.
std::optional<std::vector<scorecard::Scorecard>>
read_scorecards(std::string_view text, const std::string& file, quality::Findings& findings);

} // namespace indicare::io
