#pragma once

#include <span>
#include <string>

#include "indicare/scorecard/scorecard.hpp"

namespace indicare::io {

/// What is broken down and by what: "Children looked after: Age group".
std::string breakdown_title(const indicators::Breakdown& breakdown);

/// The breakdowns of one authority's scorecards, date by date, as tables under each other; empty
/// where none were asked for.
std::string breakdowns_table(std::span<const scorecard::Scorecard> scorecards);

} // namespace indicare::io
