#include "minimal_conflict.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "shortened_proof.hpp"

namespace indicare::audit {

namespace {

using Set = std::vector<ClaimNumber>; ///< in order

/// What the proof that claims are impossible needs of them; nothing where they are possible.
std::optional<MinimalConflict> impossible(const Claims& claims, const Set& chosen,
                                          const Roundings& roundings, const GiveUp& give_up,
                                          bool& decided, const std::optional<Supposed>& supposed) {
    MinimalConflict conflict;
    conflict.system = system_of(claims, chosen, roundings);
    if (supposed)
        conflict.system.system.ranges[supposed->unknown] = supposed->range;
    Solution solution = solve(conflict.system.system, give_up);
    if (solution.verdict == Verdict::undecided)
        decided = false;
    if (solution.verdict != Verdict::impossible)
        return std::nullopt;
    std::set<ClaimNumber> needed;
    for (const std::size_t inequality : inequalities_in(solution.proof))
        needed.insert(conflict.system.owners[inequality]);
    conflict.claims.assign(needed.begin(), needed.end());
    conflict.proof = std::move(solution.proof);
    return conflict;
}

Set without(const Set& set, ClaimNumber removed) {
    Set rest;
    std::remove_copy(set.begin(), set.end(), std::back_inserter(rest), removed);
    return rest;
}

} // namespace

std::optional<MinimalConflict> minimal_conflict(const Claims& claims, const Set& chosen,
                                                const Roundings& roundings, const GiveUp& give_up,
                                                bool& decided,
                                                const std::optional<Supposed>& supposed) {
    const auto refute = [&](const Set& set) {
        return impossible(claims, set, roundings, give_up, decided, supposed);
    };
    auto conflict = refute(chosen);
    if (!conflict)
        return std::nullopt;
    for (const ClaimNumber claim : Set(conflict->claims)) {
        if (!std::binary_search(conflict->claims.begin(), conflict->claims.end(), claim))
            continue;
        auto smaller = refute(without(conflict->claims, claim));
        if (!decided)
            return std::nullopt;
        if (smaller)
            conflict = std::move(smaller);
    }
    return refute(Set(conflict->claims)); // of these claims alone
}

} // namespace indicare::audit
