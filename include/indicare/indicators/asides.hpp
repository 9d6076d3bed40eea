#pragma once

#include <cstdint>

#include "indicare/indicators/child.hpp"

namespace indicare::indicators {

/// Children looked after on the date of whose placement the postcodes tell too little: they stay in
/// the denominators of the indicators of place, and are counted here.
struct Asides {
    std::int64_t placement_not_known = 0; ///< where the placement is
    std::int64_t distance_not_known = 0;  ///< how far it is from home

    constexpr Asides& operator+=(const Asides& other) {
        placement_not_known += other.placement_not_known;
        distance_not_known += other.distance_not_known;
        return *this;
    }
    constexpr Asides& operator-=(const Asides& other) {
        placement_not_known -= other.placement_not_known;
        distance_not_known -= other.distance_not_known;
        return *this;
    }
    bool operator==(const Asides&) const = default;
};

inline void count(const Child& child, Asides& asides) {
    using enum care::Whereabouts;
    if (!child.is_in(Population::looked_after))
        return;
    const auto is = [&child](auto... answers) {
        return child.of_placement(
                   [=](const care::Episode& episode) {
                       return ((episode.whereabouts == answers) || ...);
                   },
                   true) == Truth::yes;
    };
    asides.placement_not_known += is(placement_unknown) ? 1 : 0;
    asides.distance_not_known +=
        is(placement_unknown, in_area_distance_unknown, outside_distance_unknown) ? 1 : 0;
}

} // namespace indicare::indicators
