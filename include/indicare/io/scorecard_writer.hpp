#pragma once

#include <span>
#include <string>

#include "indicare/scorecard/scorecard.hpp"

namespace indicare::io {

/// Whether confidence limits are written beside figures.
enum class WithLimits : bool { no, yes };

/// Scorecards as CSV: one row an indicator with the columns `authority, as_at, indicator, unit,
/// numerator, denominator, undetermined, value, low, high, squares`. `value` is the printed figure
/// or a symbol; `low` and `high` are the printed bounds where children are undetermined; `squares`
/// is for a mean the sum of the squares of what its children add, where it is known. Where the
/// value is `x` the numbers and bounds are empty. Where breakdowns were asked for, two columns more
/// before the last, `breakdown` and `group`, and a row a group: its children, all of them, and the
/// share in percent. With limits three columns more behind all, `lower_95`, `upper_95` and
/// `limits_method`, empty where a figure has none. Cost: limits take some milliseconds a scorecard,
/// many times the rest.
std::string to_csv(std::span<const scorecard::Scorecard> scorecards,
                   WithLimits limits = WithLimits::no);

/// Scorecards as JSON: an array, each with its figures; beside the columns of the CSV the exact
/// ratio, why a figure is not available, the notes, and the breakdowns where they were asked for;
/// with limits also these, or why there are none, and the cautions that belong to them.
std::string to_json(std::span<const scorecard::Scorecard> scorecards,
                    WithLimits limits = WithLimits::no);

/// Scorecards as a table for people, by family; those of one authority that follow each other are
/// the columns of one table, with the 95% limits of the last.
std::string to_table(std::span<const scorecard::Scorecard> scorecards);

/// The catalogue in the same three forms, and as the page `docs/indicators.md`.
std::string catalogue_as_csv();
std::string catalogue_as_json();
std::string catalogue_as_table();
std::string catalogue_as_markdown();

/// The breakdowns as the page `docs/breakdowns.md`.
std::string breakdowns_as_markdown();

} // namespace indicare::io
