#pragma once

#include <optional>
#include <span>
#include <vector>

#include "indicare/audit/claims.hpp"
#include "indicare/audit/meaning.hpp"
#include "indicare/audit/solver.hpp"

namespace indicare::audit {

/// What a conflict takes for granted, and without which its claims can all be true.
struct Assumption {
    enum class Kind : std::uint8_t {
        one_number, ///< that an unknown is one number in all of the claims
        rounding,   ///< that figures are rounded by the rule: by another they can be true
        year        ///< that a claim speaks of one year's number: of another's it can be true
    };
    Kind kind{};
    std::optional<Unknown> unknown{};
    Roundings instead{};                 ///< of `rounding`: by these
    std::optional<ClaimNumber> claim{};  ///< of `year`: in this claim
    std::optional<Unknown> other_year{}; ///< of `year`: that of this unknown
};

/// The assumptions of which each alone, given up, makes claims possible. An unknown is doubted that
/// two claims or more speak of and one counts among, unless it was declared shared. Names that
/// differ in a year behind an underscore alone, `population` and `population_2022`, are one thing
/// in several years.
std::vector<Assumption> assumptions_of(const Claims& claims, std::span<const ClaimNumber> conflict,
                                       const Roundings& roundings, const GiveUp& give_up = {});

} // namespace indicare::audit
