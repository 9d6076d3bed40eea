#include "reduced_system.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "grouping.hpp"
#include "narrowing.hpp"

namespace indicare::audit {

using Numbers = std::vector<std::size_t>;

std::vector<Numbers> groups_of(const System& system, const Numbers& inequalities,
                               std::span<const Range> ranges) {
    Grouping grouping(inequalities.size());
    for (std::size_t i = 0; i < inequalities.size(); ++i)
        for (const Term& term : system.inequalities[inequalities[i]].terms())
            if (!ranges[term.unknown].is_one_number())
                grouping.has(i, term.unknown);
    std::vector<Numbers> groups = grouping.groups();
    for (Numbers& group : groups)
        for (std::size_t& number : group)
            number = inequalities[number];
    return groups;
}

ReducedSystem::ReducedSystem(const System& system, const GiveUp& give_up) : system_(system) {
    Numbers inequalities(system.inequalities.size());
    std::iota(inequalities.begin(), inequalities.end(), std::size_t{0});
    Narrowed narrowed{system.ranges, {}};
    is_impossible_ = !narrow(system, inequalities, narrowed, give_up);
    ranges_ = std::move(narrowed.ranges);
    std::erase_if(inequalities, [&](std::size_t number) {
        return always_holds(system.inequalities[number], ranges_);
    });
    groups_ = groups_of(system, inequalities, ranges_);
    for (std::size_t group = 0; group < groups_.size(); ++group)
        for (const std::size_t number : groups_[group])
            for (const Term& term : system.inequalities[number].terms())
                if (!ranges_[term.unknown].is_one_number())
                    group_of_.emplace(term.unknown, group);
}

ReducedSystem::Part ReducedSystem::around(std::span<const Unknown> asked) const {
    Part part;
    std::map<Unknown, Unknown> numbers;
    const auto renumbered = [&](Unknown number) {
        const auto [at, added] = numbers.emplace(number, part.unknowns.size());
        if (added) {
            part.unknowns.push_back(number);
            part.system.ranges.push_back(ranges_[number]);
        }
        return at->second;
    };
    std::set<std::size_t> groups;
    for (const Unknown unknown : asked) {
        renumbered(unknown);
        if (const auto group = group_of_.find(unknown); group != group_of_.end())
            groups.insert(group->second);
    }
    for (const std::size_t group : groups)
        for (const std::size_t number : groups_[group]) {
            const Inequality& inequality = system_.inequalities[number];
            std::vector<Term> terms;
            for (const Term& term : inequality.terms())
                terms.push_back({renumbered(term.unknown), term.coefficient});
            part.system.inequalities.push_back(Inequality::not_above_zero(
                Sum::of(std::move(terms), exact::integer(-inequality.bound()))));
        }
    return part;
}

} // namespace indicare::audit
