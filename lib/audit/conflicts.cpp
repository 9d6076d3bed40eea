#include "indicare/audit/conflicts.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "shortened_proof.hpp"

namespace indicare::audit {

namespace {

using Set = std::vector<ClaimNumber>; ///< in order

bool includes(const Set& larger, const Set& smaller) {
    return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
}

bool meet(const Set& left, const Set& right) {
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
        if (*a == *b)
            return true;
        *a < *b ? ++a : ++b;
    }
    return false;
}

Set without(const Set& set, const Set& removed) {
    Set rest;
    std::set_difference(set.begin(), set.end(), removed.begin(), removed.end(),
                        std::back_inserter(rest));
    return rest;
}

/// Finds conflicts, and ways of breaking all of them, smallest first: whenever breaking those found
/// leaves the rest impossible, there is another.
class Conflicts {
  public:
    Conflicts(const Claims& claims, Set group, const Roundings& roundings, const GiveUp& give_up,
              ConflictLimits limits)
        : claims_(claims), roundings_(roundings), give_up_(give_up), limits_(limits) {
        found_.claims = std::move(group);
    }

    Contradictions find() {
        waiting_.emplace_back();
        while (!waiting_.empty() && found_.complete) {
            const Set removed = std::move(waiting_.front());
            waiting_.pop_front();
            look_at(removed);
        }
        std::stable_sort(found_.conflicts.begin(), found_.conflicts.end(),
                         [](const MinimalConflict& left, const MinimalConflict& right) {
                             return std::pair(left.claims.size(), left.claims) <
                                    std::pair(right.claims.size(), right.claims);
                         });
        return std::move(found_);
    }

  private:
    void look_at(const Set& removed) {
        const auto breaks_all = [&removed](const Set& way) { return includes(removed, way); };
        if (std::any_of(ways_out_.begin(), ways_out_.end(), breaks_all))
            return;
        const MinimalConflict* conflict = untouched_by(removed);
        if (conflict == nullptr && !find_another(removed))
            return;
        if (conflict == nullptr)
            conflict = &found_.conflicts.back();
        for (const ClaimNumber claim : conflict->claims) {
            Set larger = removed;
            larger.insert(std::upper_bound(larger.begin(), larger.end(), claim), claim);
            if (seen_.insert(larger).second)
                waiting_.push_back(std::move(larger));
        }
        if (seen_.size() > limits_.withdrawals)
            found_.complete = false;
    }

    const MinimalConflict* untouched_by(const Set& removed) const {
        for (const MinimalConflict& conflict : found_.conflicts)
            if (!meet(conflict.claims, removed))
                return &conflict;
        return nullptr;
    }

    /// Whether there is a conflict among what is not removed, which then is the last one found. If
    /// there is none, removing these is a way out.
    bool find_another(const Set& removed) {
        const auto conflict = conflict_in(without(found_.claims, removed));
        if (!conflict) {
            if (found_.complete && !removed.empty())
                take_way_out(removed);
            return false;
        }
        found_.conflicts.push_back(*conflict);
        if (found_.conflicts.size() >= limits_.conflicts)
            found_.complete = false;
        return true;
    }

    void take_way_out(const Set& removed) {
        ways_out_.push_back(removed);
        if (removed.size() <= ways_out_.front().size())
            found_.withdrawals.push_back(removed);
    }

    /// A minimal conflict among claims; nothing where they are possible, or it gave up.
    std::optional<MinimalConflict> conflict_in(Set chosen) {
        auto conflict = impossible(chosen);
        if (!conflict)
            return std::nullopt;
        for (const ClaimNumber claim : Set(conflict->claims)) {
            if (!std::binary_search(conflict->claims.begin(), conflict->claims.end(), claim))
                continue;
            auto smaller = impossible(without(conflict->claims, {claim}));
            if (!found_.complete)
                return std::nullopt;
            if (smaller)
                conflict = std::move(smaller);
        }
        return impossible(Set(conflict->claims)); // of these claims alone
    }

    /// What the proof that claims are impossible needs of them; nothing where they are possible.
    std::optional<MinimalConflict> impossible(const Set& chosen) {
        MinimalConflict conflict;
        conflict.system = system_of(claims_, chosen, roundings_);
        Solution solution = solve(conflict.system.system, give_up_);
        if (solution.verdict == Verdict::undecided)
            found_.complete = false;
        if (solution.verdict != Verdict::impossible)
            return std::nullopt;
        std::set<ClaimNumber> needed;
        for (const std::size_t inequality : inequalities_in(solution.proof))
            needed.insert(conflict.system.owners[inequality]);
        conflict.claims.assign(needed.begin(), needed.end());
        conflict.proof = std::move(solution.proof);
        return conflict;
    }

    const Claims& claims_;
    const Roundings& roundings_;
    const GiveUp& give_up_;
    ConflictLimits limits_;
    Contradictions found_;
    std::deque<Set> waiting_; ///< claims to be removed, smallest sets first
    std::set<Set> seen_;
    std::vector<Set> ways_out_;
};

} // namespace

Contradictions contradictions_among(const Claims& claims, std::vector<ClaimNumber> group,
                                    const Roundings& roundings, const GiveUp& give_up,
                                    ConflictLimits limits) {
    std::sort(group.begin(), group.end());
    return Conflicts(claims, std::move(group), roundings, give_up, limits).find();
}

} // namespace indicare::audit
