#pragma once

#include <filesystem>

#include "indicare/io/return_reader.hpp"

namespace indicare::io {

/// What the files of a return say of its year.
struct YearsTold {
    LatestDay latest;    ///< DECOM or DEC of an episode
    int year_column = 0; ///< the latest year of a YEAR column; 0: there is none
};

/// Looks through a file, CSV or XML, for the latest DECOM, DEC and YEAR.
void find_years(const std::filesystem::path& file, const ReadingOptions& options, YearsTold& told);

} // namespace indicare::io
