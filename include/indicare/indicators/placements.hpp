#pragma once

#include <array>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// The placement on the date is one of these codes.
template <care::PlacementType... codes>
Truth is_placed_in(const Child& child) {
    return child.of_placement(
        [](const care::Episode& episode) { return ((episode.place == codes) || ...); });
}

/// The placement on the date is none of the kinds that the other indicators name, or there is none.
inline Truth is_placed_otherwise(const Child& child) {
    using enum care::PlacementType;
    return child.of_placement(
        [](const care::Episode& episode) {
            switch (episode.place) {
            case U1:
            case U2:
            case U3:
            case U4:
            case U5:
            case U6:
            case A3:
            case A4:
            case A5:
            case A6:
            case P1:
            case P2:
            case P3:
            case H5:
            case K1:
            case K2:
            case K3:
            case R1:
            case R2:
            case R3:
            case R5:
            case S1:
                return false;
            default:
                return true;
            }
        },
        true);
}

inline bool is_foster(const care::Episode& episode) {
    return episode.place >= care::PlacementType::U1 && episode.place <= care::PlacementType::U6;
}

inline constexpr Condition in_foster_placement{
    "placed with foster carers (U1-U6)",
    [](const Child& child) { return child.of_placement(is_foster); }, facts_of_placement,
    earlier_return};

inline std::string facts_of_provider(const Child& child) {
    if (!child.placed_by())
        return facts_of_placement(child);
    const care::Episode& episode = child.history().care()[*child.placed_by()];
    return "PLACE_PROVIDER " + code_and_meaning(episode.provider);
}

/// Whose provider is an independent fostering agency, by the policy chosen.
inline constexpr Condition with_independent_provider{
    "the provider is private or voluntary (PR4, PR5)",
    [](const Child& child) {
        const bool voluntary = child.policies().independent_providers ==
                               care::IndependentProviders::private_and_voluntary;
        return child.of_placement([voluntary](const care::Episode& episode) {
            return episode.provider == care::PlacementProvider::PR4 ||
                   (voluntary && episode.provider == care::PlacementProvider::PR5);
        });
    },
    facts_of_provider, earlier_return};

/// What the postcodes of the placement on the date say.
inline std::string facts_of_whereabouts(const Child& child) {
    if (!child.placed_by())
        return facts_of_placement(child);
    constexpr std::string_view words[] = {
        "no list of postcodes",
        "PL_POST is not in the list of postcodes",
        "in the authority's area, distance not known",
        "in the authority's area, at most 20.0 miles from home",
        "in the authority's area, more than 20.0 miles from home",
        "outside the authority's area, distance not known",
        "outside the authority's area, at most 20.0 miles from home",
        "outside the authority's area, more than 20.0 miles from home"};
    const care::Episode& episode = child.history().care()[*child.placed_by()];
    return std::string(words[static_cast<std::size_t>(episode.whereabouts)]);
}

/// The postcodes of the placement on the date say one of these.
template <care::Whereabouts... answers>
Truth is_placed_where(const Child& child) {
    return child.of_placement(
        [](const care::Episode& episode) { return ((episode.whereabouts == answers) || ...); });
}

/// Where the children looked after on the date are placed.
inline constexpr std::array placements{
    Definition{
        .id = "in_foster_care",
        .title = "In foster placements",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children placed with foster carers (U1-U6), of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {in_foster_placement},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_foster_care_with_relatives",
        .title = "In foster placements with relatives or friends",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children placed with a relative or friend as foster carer (U1-U3), of all "
                    "looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"placed with a relative or friend as foster carer (U1-U3)",
                     is_placed_in<care::PlacementType::U1, care::PlacementType::U2,
                                  care::PlacementType::U3>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "placed_for_adoption",
        .title = "Placed for adoption",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children placed for adoption (A3-A6), of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"placed for adoption (A3-A6)",
                     is_placed_in<care::PlacementType::A3, care::PlacementType::A4,
                                  care::PlacementType::A5, care::PlacementType::A6>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "placed_with_parents",
        .title = "Placed with parents",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children placed with their parents or another person with parental "
                    "responsibility (P1), of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"placed with parents (P1)", is_placed_in<care::PlacementType::P1>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_secure_or_childrens_home",
        .title = "In secure homes and children's homes",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children in secure homes and children's homes (K1, K2), of all looked after "
                    "on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"in a secure home or children's home (K1, K2)",
                     is_placed_in<care::PlacementType::K1, care::PlacementType::K2>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_supported_accommodation",
        .title = "In supported or semi-independent accommodation",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children in semi-independent, independent or supported accommodation (H5, P2, "
                    "K3), of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"in semi-independent, independent or supported accommodation (H5, P2, K3)",
                     is_placed_in<care::PlacementType::H5, care::PlacementType::P2,
                                  care::PlacementType::K3>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_other_residential",
        .title = "In other residential settings",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children in other residential settings (R1, R2, R3, R5, P3), of all looked "
                    "after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"in another residential setting (R1, R2, R3, R5, P3)",
                     is_placed_in<care::PlacementType::R1, care::PlacementType::R2,
                                  care::PlacementType::R3, care::PlacementType::R5,
                                  care::PlacementType::P3>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_residential_school",
        .title = "In residential schools",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children in residential schools (S1), of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"in a residential school (S1)", is_placed_in<care::PlacementType::S1>,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "in_other_placement",
        .title = "In other placements",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children in any placement that the other indicators of placement do not name, "
                    "of all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"in another placement, or known to be in none", is_placed_otherwise,
                     facts_of_placement, earlier_return}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "independent_fostering",
        .title = "With independent fostering providers, of foster placements",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children whose foster placement is with a private or voluntary provider, of "
                    "all in foster placements on the date.",
        .source = source::local_convention,
        .population = Population::looked_after,
        .among = {in_foster_placement},
        .counted = {with_independent_provider},
        .reads = care::Table::episodes,
        .columns = {"PLACE_PROVIDER"},
    },
    Definition{
        .id = "placed_in_area",
        .title = "Placed within the authority's area",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children whose placement's postcode lies in the responsible authority, of all "
                    "looked after on the date. Where it is not known the child is not counted as "
                    "within.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted =
            {{"the placement's postcode lies in the authority",
              is_placed_where<care::Whereabouts::in_area_near, care::Whereabouts::in_area_far,
                              care::Whereabouts::in_area_distance_unknown>,
              facts_of_whereabouts, earlier_return}},
        .reads = care::Table::episodes,
        .columns = {"PL_POST"},
        .needs = {.postcodes = true, .area = true},
    },
    Definition{
        .id = "placed_over_20_miles",
        .title = "Placed over 20 miles from home",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children placed more than 20 miles from home in a straight line, rounded to "
                    "one decimal, of all looked after on the date. Where the distance is not known "
                    "the child is not counted as over.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted =
            {{"placed more than 20.0 miles from home",
              is_placed_where<care::Whereabouts::in_area_far, care::Whereabouts::outside_far>,
              facts_of_whereabouts, earlier_return}},
        .reads = care::Table::episodes,
        .columns = {"HOME_POST", "PL_POST"},
        .needs = {.postcodes = true},
    },
    Definition{
        .id = "placed_over_20_miles_outside_area",
        .title = "Placed over 20 miles from home and outside the area",
        .family = Family::placements,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children placed more than 20 miles from home and outside the responsible "
                    "authority, of all looked after on the date.",
        .source = source::interactive_tool,
        .population = Population::looked_after,
        .counted = {{"placed more than 20.0 miles from home, outside the authority",
                     is_placed_where<care::Whereabouts::outside_far>, facts_of_whereabouts,
                     earlier_return}},
        .reads = care::Table::episodes,
        .columns = {"HOME_POST", "PL_POST"},
        .needs = {.postcodes = true, .area = true},
    },
};

} // namespace indicare::indicators
