#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "indicare/audit/conflicts.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/exact/ratio.hpp"

namespace indicare::audit {

/// What some claims of a conflict say of an unknown.
struct Demand {
    std::vector<ClaimNumber> claims;
    Range range;
    std::optional<Range> gap{}; ///< within the range, where they allow no number
};

/// Why the claims of a conflict do not meet, in terms of one unknown: either some claims demand one
/// range of it and others another, and no number is in all; or all together leave it an interval
/// without a whole number; or what some demand lies in a gap of what others allow. Neither, where
/// it takes several unknowns to see it.
struct Explanation {
    std::optional<Unknown> unknown;
    std::vector<Demand> demands;
    std::optional<std::pair<exact::ratio, exact::ratio>> interval;
};

/// Looks for an unknown that explains a conflict: first one that two parts of it demand, what is
/// counted among before what is counted.
Explanation explain(const Claims& claims, const MinimalConflict& conflict,
                    const Roundings& roundings, const GiveUp& give_up = {});

} // namespace indicare::audit
