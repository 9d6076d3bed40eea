#pragma once

#include <cstdint>

// What a claim can say.

namespace indicare::io {

inline constexpr std::int64_t most_claimed = 1'000'000'000;
inline constexpr unsigned most_places_claimed = 12;

} // namespace indicare::io
