#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indicare/scorecard/published.hpp"

// Published figures in the compact form in which the project bundles them: `places.csv`, and a file
// for each indicator with a row for each place and release and a column for each year. A cell is
// `numerator/denominator/figure` as published, without what is blank at its end; `=` says that an
// earlier release has the same.

namespace indicare::io {

/// The files of the compact form, by name, of what was published for a year and those after it.
std::map<std::string, std::string> to_compact_set(const scorecard::PublishedStatistics& statistics,
                                                  int first_year);

/// The places of the compact form, by the code that its other files name them with.
using CompactPlaces = std::map<std::string, std::size_t, std::less<>>;

/// Reads `places.csv`.
CompactPlaces read_compact_places(std::string_view text,
                                  scorecard::PublishedStatistics& statistics);

/// Reads the file of one indicator. What is no cell of a known place is passed over: the text is
/// the project's own, and a test holds it to what was published.
void read_compact_figures(std::string_view indicator, std::string_view text,
                          const CompactPlaces& places, scorecard::PublishedStatistics& statistics);

} // namespace indicare::io
