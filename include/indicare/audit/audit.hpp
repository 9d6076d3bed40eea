#pragma once

#include <span>
#include <vector>

#include "indicare/audit/assumption.hpp"
#include "indicare/audit/claims.hpp"
#include "indicare/audit/conflicts.hpp"
#include "indicare/audit/explanation.hpp"
#include "indicare/audit/meaning.hpp"
#include "indicare/audit/reading.hpp"
#include "indicare/audit/solver.hpp"

/// Whether all that a report says can be true. Claims are taken for inequalities over unknown whole
/// numbers from 0 to 10^9, and answered exactly: no floating-point number is made on the way.
namespace indicare::audit {

/// By which rules figures may be rounded, and when to stop.
struct AuditOptions {
    Roundings roundings{exact::Rounding::half_up};
    GiveUp give_up{};
    ConflictLimits limits{};
};

/// The numbers that an unknown can be, if all claims are true.
struct UnknownRange {
    Unknown unknown = 0;
    Range range; ///< not all between need be possible
    /// The ends are reached; else the search gave up, and the unknown can be these numbers at
    /// least.
    bool is_certain = false;

    /// No claim keeps it from being more, only that no unknown is above 10^9.
    bool is_open = false;

    bool is_pinned() const { return is_certain && range.is_one_number(); }
};

/// A minimal conflict, explained.
struct ExplainedConflict {
    MinimalConflict conflict;
    Explanation explanation;
    std::vector<Assumption> assumptions;
    std::vector<Reading> readings; ///< of its figures, if the rest of the conflict stands
};

/// The fewest claims of a group that must be withdrawn: any one of these sets.
struct Withdrawal {
    std::vector<std::vector<ClaimNumber>> choices;
};

/// What an audit found.
struct Audit {
    Verdict verdict = Verdict::undecided;
    /// Of every unknown; none where the claims are impossible or that is undecided.
    std::vector<UnknownRange> unknowns;
    /// What each figure could read if all others stand, in the order of the claims.
    std::vector<Reading> readings;
    std::vector<ExplainedConflict> conflicts;
    std::vector<Withdrawal> withdrawals; ///< for each group of claims that is impossible, if found
    /// Nothing was left undecided: these are all conflicts, all ranges and all readings.
    bool is_complete = true;
};

/// Audits claims. Groups of claims without a common unknown are audited apart.
Audit audit(const Claims& claims, const AuditOptions& options = {});

} // namespace indicare::audit
