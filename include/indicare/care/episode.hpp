#pragma once

#include <cstdint>

#include "indicare/care/date.hpp"
#include "indicare/care/episode_codes.hpp"

namespace indicare::care {

/// What the postcodes of an episode say of the placement, where a list of postcodes is given.
enum class Whereabouts : std::uint8_t {
    not_looked_up,
    placement_unknown,
    in_area_distance_unknown,
    in_area_near,
    in_area_far,
    outside_distance_unknown,
    outside_near,
    outside_far
};

/// Where a placement is: compared, never ordered. Made of the numbers of its postcode and of its
/// provider's reference.
struct Location {
    std::uint64_t postcode = 0;
    std::uint32_t reference = 0;

    bool operator==(const Location&) const = default;
};

/// One row of the Episodes table: a stay in one placement under one legal status, [decom, dec).
struct Episode {
    Date decom;
    Date dec; ///< none: open
    ReasonNewEpisode rne{};
    LegalStatus legal_status{};
    CategoryOfNeed need{};
    PlacementType place{};
    PlacementProvider provider{};
    ReasonEpisodeCeased rec{};
    Whereabouts whereabouts{};
    Location location;
    int return_year = 0;     ///< of the return that the row stands in
    std::uint32_t row = 0;   ///< its place among all rows of Episodes that were read
    bool dec_stands = false; ///< `dec` is the row's own, not the work of a rule

    /// Not a short break: the episodes that all indicators but `short_breaks_only` are about.
    constexpr bool is_care() const {
        return legal_status != LegalStatus::V3 && legal_status != LegalStatus::V4;
    }
    constexpr bool is_temporary() const {
        return place >= PlacementType::T0 && place <= PlacementType::T4;
    }
    /// Placed for adoption (A3-A6).
    constexpr bool is_adoptive() const {
        return place >= PlacementType::A3 && place <= PlacementType::A6;
    }
    /// Placed for adoption with the carer that the child was already with.
    constexpr bool is_adoptive_with_current_carer() const {
        return place == PlacementType::A3 || place == PlacementType::A5;
    }
    /// By this episode the child leaves care, on `dec`.
    constexpr bool leaves() const {
        return is_care() && dec_stands && !dec.is_none() && rec != ReasonEpisodeCeased::blank &&
               rec != ReasonEpisodeCeased::X1;
    }
    /// Open on a day.
    constexpr bool holds(Date day) const { return decom <= day && (dec.is_none() || dec > day); }
    /// Overlaps the days from `first` to `last`, both included.
    constexpr bool overlaps(Date first, Date last) const {
        return decom <= last && (dec.is_none() || dec > first);
    }
};

} // namespace indicare::care
