#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indicare/indicators/asides.hpp"
#include "indicare/indicators/counting.hpp"
#include "indicare/scorecard/viewer.hpp"

namespace indicare::scorecard {

/// What was counted for one authority as at one date.
struct Counted {
    indicators::Tallies tallies{};
    indicators::Asides asides{};

    Counted& operator+=(const Counted& other) {
        indicators::operator+=(tallies, other.tallies);
        asides += other.asides;
        return *this;
    }
    Counted& operator-=(const Counted& other) {
        indicators::operator-=(tallies, other.tallies);
        asides -= other.asides;
        return *this;
    }
    bool operator==(const Counted&) const = default;
};

/// Calls `see(at, child)` for each window, by its place, through which the child that the viewer
/// has turned to is in some population.
template <class See>
void for_each_sight(Viewer& viewer, std::span<const care::Window> windows, See&& see) {
    for (std::size_t at = 0; at < windows.size(); ++at) {
        if (!viewer.concerns(windows[at]))
            continue;
        const auto child = viewer.through(windows[at]);
        if (child && child->is_in_any())
            see(at, *child);
    }
}

/// Adds the child that the viewer has turned to to what was counted of its authority, `counts`,
/// date by date as the windows.
inline void count_child(Viewer& viewer, std::span<const care::Window> windows,
                        std::span<Counted> counts) {
    for_each_sight(viewer, windows, [counts](std::size_t at, const indicators::Child& child) {
        indicators::count(child, counts[at].tallies);
        indicators::count(child, counts[at].asides);
    });
}

/// Children by their numbers in the records, from `first` to before `end`.
struct ChildRange {
    care::Records::ChildNumber first = 0;
    care::Records::ChildNumber end = 0;
};

/// Counts every indicator as at every date, for every authority, in one pass over the children of a
/// range. What is counted of ranges that make up all children adds up to what is counted of all.
///
/// `counts[authority][date]` has the authorities in the order of the records. `visit(child,
/// joining)` is called for each child once its episodes are joined. Cost: linear in rows, and in
/// children times the dates on which they are in some population.
template <class Visit>
std::vector<std::vector<Counted>> count(const care::Records& records, ChildRange children,
                                        std::span<const care::Window> windows,
                                        const care::Policies& policies, Visit&& visit) {
    std::vector<std::vector<Counted>> counts(records.authority_count(),
                                             std::vector<Counted>(windows.size()));
    Viewer viewer(records, policies);
    for (care::Records::ChildNumber number = children.first; number < children.end; ++number) {
        viewer.turn_to(number);
        visit(number, viewer.joining());
        count_child(viewer, windows, counts[viewer.record().authority]);
    }
    return counts;
}

/// The same for all children.
template <class Visit>
std::vector<std::vector<Counted>> count(const care::Records& records,
                                        std::span<const care::Window> windows,
                                        const care::Policies& policies, Visit&& visit) {
    return count(records, {0, records.child_count()}, windows, policies, visit);
}

} // namespace indicare::scorecard
