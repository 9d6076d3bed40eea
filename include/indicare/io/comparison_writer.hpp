#pragma once

#include <span>
#include <string>

#include "indicare/scorecard/assessment.hpp"
#include "indicare/scorecard/compared_scorecard.hpp"

namespace indicare::io {

/// A table to read: each figure with the year before, England, the region, the neighbours, rank and
/// band; then strengths and areas for development with their reasons; then what a reader must know.
std::string to_table(const scorecard::ComparedScorecard& scorecard,
                     std::span<const scorecard::AssessedFigure> assessed);

/// One row an indicator and benchmark (one row, with nothing in its columns, for an indicator that
/// has none). Columns: authority (old code), year, indicator, unit, polarity; value, numerator,
/// denominator, undetermined and release of the own figure (release 0: from a return); before_year,
/// before_value, direction, direction_as_printed; rank, rank_of, band, rank_year; benchmark, its
/// year, release, edition of the list of neighbours and value; answer, prints_alike (0 or 1),
/// least_children and most_children (signed: above 0 the figure is above the benchmark); left_out
/// (neighbours, with `; ` between); cannot_be_told_because; assessment; caveats (kinds, with `; `
/// between).
std::string to_csv(const scorecard::ComparedScorecard& scorecard,
                   std::span<const scorecard::AssessedFigure> assessed);

/// The same as JSON, with exact ratios and intervals, and the caveats in sentences.
std::string to_json(const scorecard::ComparedScorecard& scorecard,
                    std::span<const scorecard::AssessedFigure> assessed);

} // namespace indicare::io
