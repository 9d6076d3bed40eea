#include "indicare/audit/claimed_system.hpp"

#include <map>
#include <numeric>

namespace indicare::audit {

std::vector<std::vector<ClaimNumber>> groups_of(const Claims& claims,
                                                std::span<const ClaimNumber> chosen,
                                                const std::optional<Unknown>& apart_from) {
    std::vector<std::size_t> leader(chosen.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto leader_of = [&leader](std::size_t i) {
        while (leader[i] != i)
            i = leader[i] = leader[leader[i]];
        return i;
    };
    std::map<Unknown, std::size_t> first_with;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        for (const Unknown unknown : unknowns_of(claims[chosen[i]])) {
            const auto [at, added] = first_with.emplace(unknown, i);
            if (!added && unknown != apart_from)
                leader[leader_of(i)] = leader_of(at->second);
        }
    std::map<std::size_t, std::vector<ClaimNumber>> groups;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        groups[leader_of(i)].push_back(chosen[i]);
    std::vector<std::vector<ClaimNumber>> all;
    for (auto& [first, group] : groups)
        all.push_back(std::move(group));
    return all;
}

} // namespace indicare::audit
