#pragma once

#include <cstdint>

namespace indicare::care {

/// The kinds of rows that records keep, in the order in which `Records` holds them.
enum class RowKind : std::uint8_t {
    episode,
    header,
    oc2,
    oc3,
    ad1,
    uasc,
    missing,
    social_worker,
    person, ///< what a row of any table states of a child's sex and date of birth
    dated,  ///< a row that no indicator reads
    none
};

/// One row that records keep: its kind and its place among the rows of that kind; or none.
struct RowPlace {
    RowKind kind = RowKind::none;
    std::uint32_t index = 0;

    constexpr bool is_none() const { return kind == RowKind::none; }
    bool operator==(const RowPlace&) const = default;
};

} // namespace indicare::care
