#pragma once

#include <span>
#include <string>

#include "indicare/scorecard/periodic_chart.hpp"

namespace indicare::io {

/// Charts for people: what there is to say, then a line a period with its number and its marks.
std::string to_table(std::span<const scorecard::PeriodicChart> charts);

/// Charts as CSV, a row a period: `authority, indicator, period_start, value, mean, lower, upper,
/// rules`. Lines are printed to one decimal, the lower limit where it is drawn; they are empty
/// where there is no chart. `rules` names those that the point breaks, with semicolons between
/// them.
std::string to_csv(std::span<const scorecard::PeriodicChart> charts);

/// Charts as JSON: an array, each with its lines, exactly as text too, its points, its signals and
/// its sentences; without a chart, why there is none.
std::string to_json(std::span<const scorecard::PeriodicChart> charts);

} // namespace indicare::io
