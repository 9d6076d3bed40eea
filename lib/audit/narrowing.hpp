#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indicare/audit/proof.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/audit/system.hpp"

namespace indicare::audit {

/// The ranges of unknowns, as far as they are narrowed, and the lines of a proof that narrowed
/// them.
struct Narrowed {
    std::vector<Range> ranges;
    std::vector<ProofLine> lines;

    void reach(ProofLine line);
};

/// How much room an inequality leaves where every unknown makes it least: below 0 it cannot hold.
exact::integer room_in(const Inequality& inequality, std::span<const Range> ranges);

/// Whether an inequality holds whatever the unknowns are within their ranges.
bool always_holds(const Inequality& inequality, std::span<const Range> ranges);

/// Carries bounds from inequality to inequality until nothing is narrowed further; of what would go
/// on and on it stops early, and when it is given up. False, with the contradiction as the last
/// line, when one cannot hold.
bool narrow(const System& system, std::span<const std::size_t> inequalities, Narrowed& narrowed,
            const GiveUp& give_up);

} // namespace indicare::audit
