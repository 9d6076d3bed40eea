#include "indicare/audit/audit.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

#include "recovery.hpp"

namespace indicare::audit {

namespace {

using Group = std::vector<ClaimNumber>;

Verdict both(Verdict left, Verdict right) {
    if (left == Verdict::impossible || right == Verdict::impossible)
        return Verdict::impossible;
    return left == Verdict::undecided ? left : right;
}

/// Audits the claims of one group.
class Auditor {
  public:
    Auditor(const Claims& claims, const AuditOptions& options)
        : claims_(claims), options_(options), all_(claims.size()) {
        std::iota(all_.begin(), all_.end(), ClaimNumber{0});
    }

    Audit run() {
        const System system = system_of(claims_, all_, options_.roundings).system;
        Solution solution = solve(system, options_.give_up);
        audit_.verdict = solution.verdict;
        audit_.is_complete = solution.verdict != Verdict::undecided;
        if (solution.verdict == Verdict::possible)
            take_ranges(system, solution.numbers);
        if (solution.verdict == Verdict::impossible)
            take_contradictions();
        take_readings(all_, audit_.readings);
        return std::move(audit_);
    }

  private:
    void take_readings(const Group& group, std::vector<Reading>& readings) {
        for (const ClaimNumber claim : group) {
            if (!has_reading(claims_[claim]))
                continue;
            Group others;
            std::remove_copy(group.begin(), group.end(), std::back_inserter(others), claim);
            readings.push_back(
                reading_of(claims_, claim, others, options_.roundings, options_.give_up));
            if (readings.back().verdict == Verdict::undecided)
                audit_.is_complete = false;
        }
    }

    void take_ranges(const System& system, const std::vector<exact::integer>& numbers) {
        const RecoveryOptions options{1, options_.roundings, options_.give_up};
        const Recovery recovery(system, numbers, options);
        for (Unknown unknown = 0; unknown < claims_.names().size(); ++unknown) {
            Recovered found = recovery.of(unknown);
            const bool is_certain = found.verdict == Verdict::possible;
            audit_.is_complete = audit_.is_complete && is_certain;
            audit_.unknowns.push_back({unknown, std::move(found.range), is_certain, found.is_open});
        }
    }

    void take_contradictions() {
        Contradictions found = contradictions_among(claims_, all_, options_.roundings,
                                                    options_.give_up, options_.limits);
        audit_.is_complete = audit_.is_complete && found.complete;
        for (MinimalConflict& conflict : found.conflicts)
            audit_.conflicts.push_back(explained(std::move(conflict)));
        if (!found.withdrawals.empty())
            audit_.withdrawals.push_back({std::move(found.withdrawals)});
    }

    ExplainedConflict explained(MinimalConflict conflict) {
        ExplainedConflict result{std::move(conflict), {}, {}, {}};
        result.explanation =
            explain(claims_, result.conflict, options_.roundings, options_.give_up);
        take_readings(result.conflict.claims, result.readings);
        return result;
    }

    const Claims& claims_;
    const AuditOptions& options_;
    Group all_;
    Audit audit_;
};

void renumber(Group& claims, const ClaimsPart& part) {
    for (ClaimNumber& claim : claims)
        claim = part.numbers[claim];
}

void renumber(std::vector<ProofLine>& lines, const ClaimsPart& part) {
    for (ProofLine& line : lines) {
        if (line.reached)
            line.reached->unknown = part.unknowns[line.reached->unknown];
        renumber(line.refutation, part);
    }
}

/// What was found of a part, in the numbers of all claims.
void renumber(Audit& audit, const ClaimsPart& part, const Claims& claims,
              const Roundings& roundings) {
    const auto renumber_readings = [&part](std::vector<Reading>& readings) {
        for (Reading& reading : readings)
            reading.claim = part.numbers[reading.claim];
    };
    for (UnknownRange& unknown : audit.unknowns)
        unknown.unknown = part.unknowns[unknown.unknown];
    renumber_readings(audit.readings);
    for (ExplainedConflict& conflict : audit.conflicts) {
        renumber(conflict.conflict.claims, part);
        conflict.conflict.system = system_of(claims, conflict.conflict.claims, roundings);
        renumber(conflict.conflict.proof.lines, part);
        if (conflict.explanation.unknown)
            conflict.explanation.unknown = part.unknowns[*conflict.explanation.unknown];
        for (Demand& demand : conflict.explanation.demands)
            renumber(demand.claims, part);
        renumber_readings(conflict.readings);
    }
    for (Withdrawal& withdrawal : audit.withdrawals)
        for (Group& choice : withdrawal.choices)
            renumber(choice, part);
}

template <class Value>
void append_values(std::vector<Value>& all, std::vector<Value>& more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

Audit audit(const Claims& claims, const AuditOptions& options) {
    Audit all;
    all.verdict = Verdict::possible;
    Group numbers(claims.size());
    std::iota(numbers.begin(), numbers.end(), ClaimNumber{0});
    for (const Group& group : groups_of(claims, numbers)) {
        const ClaimsPart part = part_of(claims, group);
        Audit one = Auditor(part.claims, options).run();
        renumber(one, part, claims, options.roundings);
        all.verdict = both(all.verdict, one.verdict);
        all.is_complete = all.is_complete && one.is_complete;
        append_values(all.unknowns, one.unknowns);
        append_values(all.readings, one.readings);
        append_values(all.conflicts, one.conflicts);
        append_values(all.withdrawals, one.withdrawals);
    }
    for (ExplainedConflict& conflict : all.conflicts)
        conflict.assumptions =
            assumptions_of(claims, conflict.conflict.claims, options.roundings, options.give_up);
    if (all.verdict != Verdict::possible)
        all.unknowns.clear();
    const auto by_unknown = [](const UnknownRange& left, const UnknownRange& right) {
        return left.unknown < right.unknown;
    };
    const auto by_claim = [](const Reading& left, const Reading& right) {
        return left.claim < right.claim;
    };
    std::sort(all.unknowns.begin(), all.unknowns.end(), by_unknown);
    std::sort(all.readings.begin(), all.readings.end(), by_claim);
    return all;
}

} // namespace indicare::audit
