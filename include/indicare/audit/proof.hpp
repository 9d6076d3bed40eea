#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "indicare/audit/system.hpp"
#include "indicare/exact/integer.hpp"

namespace indicare::audit {

/// An inequality of the system, so many times: more than 0.
struct Multiple {
    std::size_t inequality = 0;
    exact::integer times;
};

/// That an unknown is no less (`at_least`) or no more than a number.
struct BoundReached {
    Unknown unknown = 0;
    bool at_least = true;
    exact::integer number;

    /// What holds where this does not.
    BoundReached opposite() const {
        BoundReached other = *this;
        other.at_least = !at_least;
        other.number += at_least ? -1 : 1;
        return other;
    }
};

struct ProofLine;

/// Why a system has no solution, so that anybody can check it by adding inequalities. Its lines are
/// taken one by one. Each gives a bound of an unknown, which from then on is the unknown's range;
/// the last gives none, but a contradiction.
///
/// A line is either a sum of inequalities: with every unknown where the ranges allow the sum to be
/// least, all but the one whose bound is given leave no more room than that (rounded to a whole
/// number), or the sum is above its bound, which is the contradiction. Or it is indirect: the
/// opposite of the bound is refuted by lines of its own.
struct Proof {
    std::vector<ProofLine> lines;
};

/// One step of a proof, and the bound that it reaches.
struct ProofLine {
    std::vector<Multiple> sum;             ///< empty where the line is indirect
    std::vector<ProofLine> refutation{};   ///< of the opposite of the bound
    std::optional<BoundReached> reached{}; ///< nothing: a contradiction
};

/// Whether a proof shows that no whole numbers satisfy the system. It knows nothing of how the
/// proof was found: each sum is added up and each bound worked out anew. Never throws for a wrong
/// proof. Cost: linear in the proof, times the size of the inequalities that it adds.
bool proves_impossible(const System& system, const Proof& proof);

} // namespace indicare::audit
