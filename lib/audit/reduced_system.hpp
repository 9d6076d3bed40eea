#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "indicare/audit/solver.hpp"
#include "indicare/audit/system.hpp"

namespace indicare::audit {

/// A system that is narrowed once, so that one question after the other costs as much as there are
/// numbers that hang together with the one asked for, not as many as there are in all.
class ReducedSystem {
  public:
    ReducedSystem(const System& system, const GiveUp& give_up);

    /// That narrowing alone finds it impossible.
    bool is_impossible() const { return is_impossible_; }

    /// What hangs together with some unknowns, numbered anew: those asked for first, in their
    /// order.
    struct Part {
        System system;
        std::vector<Unknown> unknowns; ///< of each unknown of the part, its number in the whole
    };
    Part around(std::span<const Unknown> asked) const;

  private:
    const System& system_;
    std::vector<Range> ranges_;
    std::vector<std::vector<std::size_t>> groups_; ///< of inequalities that are not yet satisfied
    std::map<Unknown, std::size_t> group_of_;
    bool is_impossible_ = false;
};

/// Groups of inequalities that have no unknown in common, those that are one number aside.
std::vector<std::vector<std::size_t>> groups_of(const System& system,
                                                const std::vector<std::size_t>& inequalities,
                                                std::span<const Range> ranges);

} // namespace indicare::audit
