#pragma once

#include "child.hpp"
#include "places.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace generate {

/// Writes one annual return: a folder with a file for each table.
void write_return(const std::filesystem::path& folder, const std::vector<Child>& children,
                  const ReportingYear& year, std::uint64_t seed, bool social_workers);

void write_postcodes(const std::filesystem::path& file, const Places& places);

} // namespace generate
