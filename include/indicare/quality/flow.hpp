#pragma once

#include <algorithm>
#include <cstdint>

#include "indicare/indicators/child.hpp"

namespace indicare::quality {

/// How the children looked after at the end of a year came from those at its start: counts of
/// children that add up exactly,
///
///     in_year = at_start + started - both + from_short_breaks + appeared - lost
///             = at_end + ceased - back + into_short_breaks + vanished
///
/// In sound returns `appeared`, `lost` and `vanished` are 0; else findings say why, but for a child
/// whose first known episode begins on the first day of the year and goes on from one that only the
/// return before holds. See `docs/rules.md`, section 6.
struct Flow {
    std::int64_t at_start = 0; ///< looked after on the day before the year, by the returns given
    std::int64_t started = 0;  ///< in the year
    std::int64_t both = 0;     ///< there at the start, left and started again
    std::int64_t from_short_breaks = 0; ///< neither; short breaks became a period of care
    std::int64_t appeared = 0;          ///< in the year, and none of these
    std::int64_t lost = 0; ///< there at the start or started, and not looked after in the year
    std::int64_t in_year = 0;
    std::int64_t ceased = 0;            ///< in the year
    std::int64_t back = 0;              ///< ceased and there at the end
    std::int64_t into_short_breaks = 0; ///< neither; short breaks followed the period of care
    std::int64_t vanished = 0;          ///< in the year, and none of these
    std::int64_t at_end = 0;

    /// Adds a child.
    void add(const indicators::Child& child) {
        using indicators::Population;
        const bool was_there = child.history().open_on(child.window().first - 1).has_value();
        const bool begins = child.is_in(Population::started);
        const bool leaves = child.is_in(Population::ceased);
        const bool is_there = child.is_in(Population::looked_after);
        const bool in = child.is_in(Population::in_year);
        at_start += was_there ? 1 : 0;
        started += begins ? 1 : 0;
        both += was_there && begins ? 1 : 0;
        lost += !in && (was_there || begins) ? 1 : 0;
        in_year += in ? 1 : 0;
        ceased += leaves ? 1 : 0;
        back += leaves && is_there ? 1 : 0;
        at_end += is_there ? 1 : 0;
        if (in && !was_there && !begins)
            ++(follows_short_breaks(child) ? from_short_breaks : appeared);
        if (in && !leaves && !is_there)
            ++(short_breaks_follow(child) ? into_short_breaks : vanished);
    }

    bool operator==(const Flow&) const = default;

  private:
    static bool follows_short_breaks(const indicators::Child& child) {
        const auto periods = child.history().periods();
        return std::any_of(
            periods.begin(), periods.end(), [&child](const care::PeriodOfCare& period) {
                return period.follows_short_breaks && child.window().holds(period.start);
            });
    }

    static bool short_breaks_follow(const indicators::Child& child) {
        for (const care::Episode& episode : child.history().care())
            for (const care::Episode& short_break : child.history().short_breaks())
                if (child.window().holds(episode.dec) && short_break.decom == episode.dec)
                    return true;
        return false;
    }
};

} // namespace indicare::quality
