#pragma once

#include <string>

#include "indicare/scorecard/report.hpp"

namespace indicare::io {

/// The two texts that Explore Education Statistics takes: a data file `NAME.csv`, and what its
/// columns are, `NAME.meta.csv`.
struct EesFiles {
    std::string data;
    std::string meta;
};

/// A report's figures in the form of DfE's Explore Education Statistics: a row for each reporting
/// year and place (England, the region, the authority), and for each indicator its numbers as
/// columns: `ID_count` (of a mean `ID_sum`), `ID_base_count` (out of how many), and `ID_percent`,
/// `ID_per_10000` or `ID_average`; of a count `ID_count` alone. Values are printed as DfE prints
/// them. Symbols: `z` not applicable, `x` not known to the report, `c` confidential, `low` rounds
/// to 0 but is not 0. A figure that undetermined children could print otherwise is `x`, as are then
/// its numbers. Indicators without a figure in any row are left out; there are no filters.
///
/// Neighbours are no place of that form: their mean is not in it.
EesFiles to_ees(const scorecard::Report& report);

} // namespace indicare::io
