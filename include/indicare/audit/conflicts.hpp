#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/solver.hpp"

namespace indicare::audit {

/// Claims that cannot all be true, though all but any one of them can.
struct MinimalConflict {
    std::vector<ClaimNumber> claims;
    ClaimedSystem system; ///< what they come to
    Proof proof;          ///< that it is impossible
};

/// What is wrong with claims that have unknowns in common, and are impossible together.
struct Contradictions {
    std::vector<ClaimNumber> claims;        ///< all of the group, those in no conflict too
    std::vector<MinimalConflict> conflicts; ///< the smallest first
    /// The smallest sets of claims without which the rest is possible: each is one way out.
    std::vector<std::vector<ClaimNumber>> withdrawals;
    /// These are all conflicts, and no smaller withdrawal does; else the search gave up.
    bool complete = true;
};

/// How far a search for conflicts goes.
struct ConflictLimits {
    std::size_t conflicts = 1'000;    ///< so many are looked for
    std::size_t withdrawals = 20'000; ///< so many sets are looked at
};

/// Every minimal conflict among claims of one group, and the fewest that must be withdrawn. Each
/// conflict is found by leaving out what its proof does not need, then claim after claim. That no
/// further one exists is known when what is left is possible for every way of breaking those found.
/// Nothing is found among claims that are possible.
Contradictions contradictions_among(const Claims& claims, std::vector<ClaimNumber> group,
                                    const Roundings& roundings, const GiveUp& give_up = {},
                                    ConflictLimits limits = {});

} // namespace indicare::audit
