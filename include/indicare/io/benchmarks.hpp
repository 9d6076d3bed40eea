#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "indicare/io/published_statistics.hpp"
#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/benchmarks.hpp"

namespace indicare::io {

/// The published figures, neighbours and populations that come with the library: England, the
/// regions and every authority, 2018 to 2025. `lib/benchmarks/README.md` says where they are from.
/// Cost: some 100,000 figures are read from text each time, about a tenth of a second.
scorecard::Benchmarks bundled_benchmarks();

/// Adds what was downloaded: every CSV file of a folder and the folders in it, told apart by its
/// columns. Lists of neighbours take their edition from the last year in the file's name; a list of
/// an edition that is known already takes its place. What cannot be placed is a finding; false when
/// the folder, or a file of it, cannot be read.
bool add_benchmarks(const std::filesystem::path& folder, const PublishedMapping& mapping,
                    scorecard::Benchmarks& benchmarks, quality::Findings& findings);

/// Adds one such file by its text; `file` names it. False when nothing of it could be used, which a
/// finding explains.
bool add_benchmark_file(std::string_view text, const std::string& file,
                        const PublishedMapping& mapping, scorecard::Benchmarks& benchmarks,
                        quality::Findings& findings);

/// Benchmarks in the compact form in which they are bundled: the text of each file, by its name,
/// for the reporting years from `first_year` on.
std::map<std::string, std::string> compact(const scorecard::Benchmarks& benchmarks, int first_year);

} // namespace indicare::io
