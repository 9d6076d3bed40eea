#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>

#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// What cannot be in one row of Episodes, whatever stands in the others. Each rule follows from the
// code lists and from DfE's validation rules of the return, which the comments name by number.

namespace indicare::quality {

namespace detail {

constexpr bool is_foster(care::PlacementType place) {
    return care::PlacementType::U1 <= place && place <= care::PlacementType::U6;
}

constexpr bool is_known(care::PlacementType place) {
    return place != care::PlacementType::blank && place != care::PlacementType::unlisted;
}

/// PLACE_PROVIDER is blank for temporary and other placements (213).
constexpr bool has_no_provider(const care::Episode& row) {
    return row.is_temporary() || row.place == care::PlacementType::Z1;
}

/// Placements that a provider cannot provide (527-531, 550).
constexpr bool excludes_provider(const care::Episode& row) {
    using enum care::PlacementType;
    const bool is_hospital_or_custody = row.place == R2 || row.place == R5;
    switch (row.provider) {
    case care::PlacementProvider::PR0:
        return row.place != P1;
    case care::PlacementProvider::PR1:
    case care::PlacementProvider::PR2:
        return row.place == P1 || is_hospital_or_custody;
    case care::PlacementProvider::PR3:
        return row.place == P1 || row.is_adoptive() || row.place == K1 || row.place == K2 ||
               is_foster(row.place);
    case care::PlacementProvider::PR4:
    case care::PlacementProvider::PR5:
        return row.place == P1;
    default:
        return false;
    }
}

/// Temporary placements (382) and long-term foster placements (384) are no places of short breaks.
constexpr bool is_no_place_of_short_breaks(const care::Episode& row) {
    return row.is_temporary() || row.place == care::PlacementType::U1 ||
           row.place == care::PlacementType::U4;
}

/// The ages at which a code can be: from `least` to below `below`.
template <class E>
struct Ages {
    E code;
    int least;
    int below;
};

inline constexpr int no_limit = 200;

/// At DECOM (358, 371-374).
inline constexpr std::array ages_of_places = {
    Ages<care::PlacementType>{care::PlacementType::H5, 16, no_limit},
    Ages<care::PlacementType>{care::PlacementType::P2, 16, no_limit},
    Ages<care::PlacementType>{care::PlacementType::K3, 16, no_limit},
    Ages<care::PlacementType>{care::PlacementType::R5, 10, no_limit},
    Ages<care::PlacementType>{care::PlacementType::S1, 4, no_limit},
    Ages<care::PlacementType>{care::PlacementType::P3, 14, no_limit},
};
inline constexpr std::array ages_of_legal_statuses = {
    Ages<care::LegalStatus>{care::LegalStatus::J1, 10, no_limit},
    Ages<care::LegalStatus>{care::LegalStatus::J2, 10, no_limit},
    Ages<care::LegalStatus>{care::LegalStatus::J3, 10, no_limit},
};
/// At DEC (386, 387, 389, 407, 460).
inline constexpr std::array ages_of_leavings = {
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E11, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E12, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E43, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E44, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E45, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E46, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E47, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E48, 0, 18},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E5, 14, no_limit},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E6, 14, no_limit},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E7, 16, no_limit},
    Ages<care::ReasonEpisodeCeased>{care::ReasonEpisodeCeased::E17, 18, no_limit},
};

class EpisodeRules {
  public:
    EpisodeRules(const Subject& subject, const care::Episode& row, Flaws& flaws)
        : subject_(subject), row_(row), flaws_(flaws) {}

    void find() {
        blank_fields();
        end_and_reason();
        provider();
        placement();
        short_break();
        ages();
    }

  private:
    void add(FindingCode code, Field field, std::int32_t fact = 0) {
        flaws_.add(code, episode_row(row_.row), field, {}, fact);
    }

    void blank_fields() {
        if (row_.rne == care::ReasonNewEpisode::blank)
            add(FindingCode::episode_field_blank, Field::rne);
        if (row_.legal_status == care::LegalStatus::blank)
            add(FindingCode::episode_field_blank, Field::legal_status);
        if (row_.need == care::CategoryOfNeed::blank)
            add(FindingCode::episode_field_blank, Field::need);
        if (row_.place == care::PlacementType::blank)
            add(FindingCode::episode_field_blank, Field::place);
    }

    /// DEC and REC stand both or neither (148).
    void end_and_reason() {
        const bool has_reason = row_.rec != care::ReasonEpisodeCeased::blank;
        if (row_.dec.is_none() && has_reason)
            add(row_.rec == care::ReasonEpisodeCeased::X1 ? FindingCode::open_with_x1
                                                          : FindingCode::rec_without_dec,
                Field::rec);
        if (!row_.dec.is_none() && !has_reason)
            add(FindingCode::dec_without_rec, Field::rec, row_.dec.number());
    }

    /// PLACE_PROVIDER is filled in (526), except where it is not asked (213).
    void provider() {
        if (!is_known(row_.place))
            return;
        if (row_.provider == care::PlacementProvider::blank) {
            if (!has_no_provider(row_))
                add(FindingCode::provider_missing, Field::provider);
        } else if (has_no_provider(row_)) {
            add(FindingCode::provider_not_asked, Field::provider);
        } else if (excludes_provider(row_)) {
            add(FindingCode::provider_excluded, Field::provider);
        }
    }

    void placement() {
        using enum care::PlacementType;
        using care::LegalStatus;
        using care::ReasonEpisodeCeased;
        if ((row_.place == A5 || row_.place == A6) && row_.legal_status != LegalStatus::E1) // 408
            add(FindingCode::place_without_placement_order, Field::place);
        if (row_.place == P1 && row_.legal_status == LegalStatus::V2) // 378
            add(FindingCode::parents_under_section_20, Field::place);
        const bool adopted =
            row_.rec == ReasonEpisodeCeased::E11 || row_.rec == ReasonEpisodeCeased::E12;
        const bool stays_with_foster_carer =
            row_.rec == ReasonEpisodeCeased::E45 || row_.rec == ReasonEpisodeCeased::E46;
        if ((adopted && !row_.is_adoptive()) ||                  // 390
            (stays_with_foster_carer && !is_foster(row_.place))) // 516
            add(FindingCode::rec_excludes_place, Field::rec);
        const bool begins = row_.rne == care::ReasonNewEpisode::S;              // 380
        if (row_.is_care() && row_.is_temporary() && (begins || row_.leaves())) // 381
            add(FindingCode::temporary_at_edge, Field::place);
    }

    void short_break() {
        if (row_.is_care())
            return;
        if (is_no_place_of_short_breaks(row_))
            add(FindingCode::short_break_placement, Field::place);
        const std::int32_t days = row_.dec.is_none() ? 0 : row_.dec - row_.decom;
        if (row_.legal_status == care::LegalStatus::V3 && days > 17) // 365
            add(FindingCode::short_break_too_long, Field::dec, days);
    }

    void ages() {
        age(row_.place, row_.decom, Field::place, ages_of_places);
        age(row_.legal_status, row_.decom, Field::legal_status, ages_of_legal_statuses);
        age(row_.rec, row_.dec, Field::rec, ages_of_leavings);
    }

    template <class E, class Table>
    void age(E code, care::Date day, Field field, const Table& table) {
        for (const Ages<E>& each : table) {
            if (each.code != code)
                continue;
            const auto age = subject_.age_on(day);
            if (age && (*age < each.least || *age >= each.below))
                add(FindingCode::code_not_of_age, field, *age);
        }
    }

    const Subject& subject_;
    const care::Episode& row_;
    Flaws& flaws_;
};

} // namespace detail

/// Looks at each row of Episodes by itself.
inline void find_episode_flaws(const Subject& subject, Flaws& flaws) {
    for (const care::Episode& row : subject.episodes())
        detail::EpisodeRules(subject, row, flaws).find();
}

} // namespace indicare::quality
