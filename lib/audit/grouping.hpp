#pragma once

#include <cstddef>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace indicare::audit {

/// Puts things that have something in common into groups.
class Grouping {
  public:
    /// So many things, from 0, each in a group of its own.
    explicit Grouping(std::size_t things) : leader_(things) {
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
    }

    /// Says that a thing has something: it joins the group of what has it already.
    void has(std::size_t thing, std::size_t something) {
        const auto [at, added] = first_with_.emplace(something, thing);
        if (!added)
            leader_[leader_of(thing)] = leader_of(at->second);
    }

    /// The groups, each in order.
    std::vector<std::vector<std::size_t>> groups() {
        std::map<std::size_t, std::vector<std::size_t>> by_leader;
        for (std::size_t thing = 0; thing < leader_.size(); ++thing)
            by_leader[leader_of(thing)].push_back(thing);
        std::vector<std::vector<std::size_t>> all;
        all.reserve(by_leader.size());
        for (auto& [leader, group] : by_leader)
            all.push_back(std::move(group));
        return all;
    }

  private:
    std::size_t leader_of(std::size_t thing) {
        while (leader_[thing] != thing)
            thing = leader_[thing] = leader_[leader_[thing]];
        return thing;
    }

    std::vector<std::size_t> leader_;
    std::map<std::size_t, std::size_t> first_with_;
};

} // namespace indicare::audit
