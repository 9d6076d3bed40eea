#pragma once

#include <cstdint>

#include "indicare/indicators/child.hpp"

namespace indicare::quality {

/// How the children looked after at the end of a year came from those at its start: counts of
/// children that add up exactly,
///
///     in_year = at_start + started - both + appeared - lost
///             = at_end + ceased - back + vanished
///
/// and so at_end = at_start + started - ceased + back - both + appeared - lost - vanished. In sound
/// returns the last three are 0. Source: `definitions.md`, section 2.4 (B is `back`, R is `both`).
struct Flow {
    std::int64_t at_start = 0; ///< looked after on the day before the year, by the returns given
    std::int64_t started = 0;  ///< in the year
    std::int64_t both = 0;     ///< there at the start, left and started again
    std::int64_t appeared = 0; ///< in the year, neither there at the start nor started
    std::int64_t lost = 0;     ///< there at the start or started, and not looked after in the year
    std::int64_t in_year = 0;
    std::int64_t ceased = 0;   ///< in the year
    std::int64_t back = 0;     ///< ceased and there at the end
    std::int64_t vanished = 0; ///< in the year, neither ceased nor there at the end
    std::int64_t at_end = 0;

    /// Adds a child.
    void add(const indicators::Child& child) {
        const bool was_there = child.history().open_on(child.window().first - 1).has_value();
        const bool begins = child.is_in(indicators::Population::started);
        const bool leaves = child.is_in(indicators::Population::ceased);
        const bool is_there = child.is_in(indicators::Population::looked_after);
        const bool in = child.is_in(indicators::Population::in_year);
        at_start += was_there ? 1 : 0;
        started += begins ? 1 : 0;
        both += was_there && begins ? 1 : 0;
        appeared += in && !was_there && !begins ? 1 : 0;
        lost += !in && (was_there || begins) ? 1 : 0;
        in_year += in ? 1 : 0;
        ceased += leaves ? 1 : 0;
        back += leaves && is_there ? 1 : 0;
        vanished += in && !leaves && !is_there ? 1 : 0;
        at_end += is_there ? 1 : 0;
    }

    bool operator==(const Flow&) const = default;
};

} // namespace indicare::quality
