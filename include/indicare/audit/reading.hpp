#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/exact/decimal.hpp"

namespace indicare::audit {

/// What a figure could read if other claims stand.
struct Reading {
    ClaimNumber claim = 0;
    /// Impossible where the others cannot all stand; undecided where the search gave up.
    Verdict verdict = Verdict::undecided;
    exact::Decimal least{};
    exact::Decimal most{};
    bool is_open = false; ///< no claim keeps it from being more, only that no unknown is above 10^9
    /// Where what is printed is none of them though it lies between: the nearest below and above.
    std::optional<std::pair<exact::Decimal, exact::Decimal>> nearest{};
    /// Each that it could read, where the least and the most of a figure are less than twelve apart
    /// in its last place; else empty, and not all between them need be possible.
    std::vector<exact::Decimal> each{};
};

/// So far apart at most, in units of the last place, readings are told one by one.
inline constexpr unsigned few_readings = 12;

/// Whether a claim has something to read: a printed figure, or a sum that is a stated number.
bool has_reading(const Claim& claim);

/// What a claim's figure could read if the others stand, the claim's own print aside; as printed to
/// its precision by the rules.
/// Cost: two solutions for a figure that the others pin, some ten for one that they leave open.
Reading reading_of(const Claims& claims, ClaimNumber claim, std::span<const ClaimNumber> others,
                   const Roundings& roundings, const GiveUp& give_up = {});

} // namespace indicare::audit
