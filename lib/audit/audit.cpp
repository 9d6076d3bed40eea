#include "indicare/audit/audit.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

namespace indicare::audit {

namespace {

using Group = std::vector<ClaimNumber>;

Verdict both(Verdict left, Verdict right) {
    if (left == Verdict::impossible || right == Verdict::impossible)
        return Verdict::impossible;
    return left == Verdict::undecided ? left : right;
}

class Auditor {
  public:
    Auditor(const Claims& claims, const AuditOptions& options)
        : claims_(claims), options_(options) {}

    Audit run() {
        audit_.verdict = Verdict::possible;
        Group all(claims_.size());
        std::iota(all.begin(), all.end(), ClaimNumber{0});
        for (const Group& group : groups_of(claims_, all))
            take(group);
        if (audit_.verdict != Verdict::possible)
            audit_.unknowns.clear();
        const auto by_unknown = [](const UnknownRange& left, const UnknownRange& right) {
            return left.unknown < right.unknown;
        };
        const auto by_claim = [](const Reading& left, const Reading& right) {
            return left.claim < right.claim;
        };
        std::sort(audit_.unknowns.begin(), audit_.unknowns.end(), by_unknown);
        std::sort(audit_.readings.begin(), audit_.readings.end(), by_claim);
        return std::move(audit_);
    }

  private:
    void take(const Group& group) {
        const System system = system_of(claims_, group, options_.roundings).system;
        Solution solution = solve(system, options_.give_up);
        audit_.verdict = both(audit_.verdict, solution.verdict);
        if (solution.verdict == Verdict::undecided)
            audit_.is_complete = false;
        if (solution.verdict == Verdict::possible)
            take_ranges(group, system, std::move(solution.numbers));
        if (solution.verdict == Verdict::impossible)
            take_contradictions(group);
        for (const ClaimNumber claim : group)
            if (has_reading(claims_[claim]))
                audit_.readings.push_back(read(claim, group));
    }

    Reading read(ClaimNumber claim, const Group& group) {
        Group others;
        std::remove_copy(group.begin(), group.end(), std::back_inserter(others), claim);
        Reading reading = reading_of(claims_, claim, others, options_.roundings, options_.give_up);
        audit_.is_complete = audit_.is_complete && reading.verdict != Verdict::undecided;
        return reading;
    }

    void take_ranges(const Group& group, const System& system,
                     std::vector<exact::integer> numbers) {
        std::set<Unknown> unknowns;
        for (const ClaimNumber claim : group)
            unknowns.merge(unknowns_of(claims_[claim]));
        for (const Unknown unknown : unknowns) {
            const Sum sum = Sum::of(unknown);
            const Extreme lower = least(system, sum, numbers, options_.give_up);
            const Extreme upper = most(system, sum, numbers, options_.give_up);
            const bool is_certain =
                lower.verdict == Verdict::possible && upper.verdict == Verdict::possible;
            audit_.unknowns.push_back({unknown, {lower.value, upper.value}, is_certain});
            audit_.is_complete = audit_.is_complete && is_certain;
        }
    }

    void take_contradictions(const Group& group) {
        Contradictions found = contradictions_among(claims_, group, options_.roundings,
                                                    options_.give_up, options_.limits);
        audit_.is_complete = audit_.is_complete && found.complete;
        for (MinimalConflict& conflict : found.conflicts)
            audit_.conflicts.push_back(explained(std::move(conflict)));
        audit_.withdrawals.push_back({std::move(found.withdrawals)});
    }

    ExplainedConflict explained(MinimalConflict conflict) {
        ExplainedConflict result{std::move(conflict), {}, {}, {}};
        const Group& group = result.conflict.claims;
        result.explanation =
            explain(claims_, result.conflict, options_.roundings, options_.give_up);
        result.assumptions = assumptions_of(claims_, group, options_.roundings, options_.give_up);
        for (const ClaimNumber claim : group)
            if (has_reading(claims_[claim]))
                result.readings.push_back(read(claim, group));
        return result;
    }

    const Claims& claims_;
    const AuditOptions& options_;
    Audit audit_;
};

} // namespace

Audit audit(const Claims& claims, const AuditOptions& options) {
    return Auditor(claims, options).run();
}

} // namespace indicare::audit
