#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "indicare/audit/conflicts.hpp"

namespace indicare::audit {

/// Claims, and a range that one unknown is supposed to have.
struct Supposed {
    Unknown unknown = 0;
    Range range;
};

/// A minimal conflict among some claims, a supposition given; nothing where they are possible, or
/// the search gave up, which `decided` then says.
std::optional<MinimalConflict> minimal_conflict(const Claims& claims,
                                                const std::vector<ClaimNumber>& chosen,
                                                const Roundings& roundings, const GiveUp& give_up,
                                                bool& decided,
                                                const std::optional<Supposed>& supposed = {});

} // namespace indicare::audit
