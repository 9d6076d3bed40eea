#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/audit/claim.hpp"

namespace indicare::audit {

/// How numbers of published files can hang together.
enum class LawKind : std::uint8_t {
    rows_add_up,   ///< rows of a group come to their total
    one_number,    ///< two rows, in one file or two, hold the same number
    share_of,      ///< a row's percentages are of another row
    rate_of,       ///< a row's rates are of the population in the same file
    quotient_of,   ///< a row is itself a percentage, a mean or a difference of two others
    places_add_up, ///< authorities come to their region, regions to the nation
};

/// The name of a kind, as above.
constexpr std::string_view name_of(LawKind kind) {
    constexpr std::string_view names[] = {"rows_add_up", "one_number",  "share_of",
                                          "rate_of",     "quotient_of", "places_add_up"};
    return names[static_cast<std::size_t>(kind)];
}

/// Where a law was first seen not to hold.
struct LawFailure {
    std::string file;
    std::uint64_t line = 0;
    std::string what; ///< `Derby 2023, Gender: Total`
};

/// What a publication seems to keep to in every place and year, found in its own numbers: not
/// stated anywhere. It is taken for true where numbers are hidden only if it held wherever all are
/// shown.
struct Law {
    LawKind kind{};
    std::string file;
    std::string words;      ///< `Gender: 2 rows add up to Total`
    std::size_t held = 0;   ///< places and years in which it held of exact numbers
    std::size_t within = 0; ///< and in which it held as far as rounding lets see
    std::size_t failed = 0; ///< and in which it did not
    std::optional<LawFailure> first_failure{};
    bool is_used = false;
    ClaimNumber first_claim = 0; ///< what it adds to the claims
    std::size_t claims = 0;      ///< so many from there
};

} // namespace indicare::audit
