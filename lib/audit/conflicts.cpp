#include "indicare/audit/conflicts.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "minimal_conflict.hpp"

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
        const auto conflict = minimal_conflict(claims_, without(found_.claims, removed), roundings_,
                                               give_up_, found_.complete);
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
