#pragma once

#include "rows.hpp"

#include <cstdint>
#include <filesystem>

namespace bench {

/// How big an extract is.
struct Shape {
    int authorities = 1;
    int entries_per_year = 0; ///< children who come to care, of all authorities
    Years years;
    int stay = 900; ///< as in `Times`
};

inline constexpr Shape council{1, 240, {2024, 2024}, 900};
inline constexpr Shape england{152, 30'200, {2024, 2024}, 900};
inline constexpr Shape england20{152, 41'000, {2005, 2024}, 220};

enum class RowOrder { sorted, shuffled };

/// Writes the tables of a longitudinal extract into `folder`/returns, and beside it
/// population.csv and size.json. The same shape gives the same bytes; shuffled, the rows of each
/// authority are the same in random order. Errors: `std::runtime_error` when it cannot be written.
void write_extract(const std::filesystem::path& folder, const Shape& shape, RowOrder order);

} // namespace bench
