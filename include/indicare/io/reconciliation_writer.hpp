#pragma once

#include <string>

#include "indicare/scorecard/reconciliation.hpp"

namespace indicare::io {

/// A table to read: own figures beside the published ones, what differs, and what explains it.
std::string to_table(const scorecard::Reconciliation& reconciliation);

/// One row a published figure. Columns: authority, as_at, indicator, unit, release, verdict;
/// numerator, denominator, undetermined and value of the own figure (`own_`); numerator,
/// denominator and value as published (`published_`); `difference_numerator`,
/// `difference_denominator` and `difference`, the exact one in the unit; `explained_by`, sets with
/// `; ` between and choices of a set with ` + ` between; `undetermined_could_account` (0 or 1);
/// `cannot_be_told_because`.
std::string to_csv(const scorecard::Reconciliation& reconciliation);

/// The same as JSON, with what is not known left out.
std::string to_json(const scorecard::Reconciliation& reconciliation);

} // namespace indicare::io
