#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "indicare/indicators/breakdown.hpp"

// DfE's groups, with the labels of its national files for the reporting year 2024 (DfE, Children
// looked after in England including adoptions). Which codes make up a group: `docs/breakdowns.md`.

namespace indicare::indicators {

inline constexpr std::array sexes{Group{"Female", "2 F"}, Group{"Male", "1 M"}};

inline constexpr std::array ages{
    Group{"Under 1 year", {}, 0, 0},
    Group{"1 to 4 years", {}, 1, 4},
    Group{"5 to 9 years", {}, 5, 9},
    Group{"10 to 15 years", {}, 10, 15},
    Group{"16 years and over", {}, 16, Child::oldest},
};

inline constexpr std::array ages_on_ceasing{
    Group{"Under 1 year", {}, 0, 0},
    Group{"1 to 4 years", {}, 1, 4},
    Group{"5 to 9 years", {}, 5, 9},
    Group{"10 to 15 years", {}, 10, 15},
    Group{"16 years", {}, 16, 16},
    Group{"17 years", {}, 17, 17},
    Group{"18 years and over", {}, 18, Child::oldest},
};

inline constexpr std::array ethnic_groups{
    Group{"1. Total White", "WBRI WIRI WIRT WROM WOTH"},
    Group{"2. Total Mixed or Multiple ethnic groups", "MWBC MWBA MWAS MOTH"},
    Group{"3. Total Asian or Asian British", "AIND APKN ABAN CHNE AOTH"},
    Group{"4. Total Black, African, Caribbean or Black British", "BCRB BAFR BOTH"},
    Group{"5. Total other ethnic group", "OOTH"},
    Group{"6. Total refused or information not yet available", "REFU NOBT"},
};

inline constexpr std::array legal_statuses{
    Group{"Care orders", "C1 C2"},
    Group{"Detained for child protection", "L1 L2 L3"},
    Group{"Placement order granted", "E1 D1"},
    Group{"Voluntary agreements under S20 CA 1989", "V2"},
    Group{"Youth justice legal statuses", "J1 J2 J3"},
};

inline constexpr std::array needs{
    Group{"N1. Abuse or neglect", "N1"},
    Group{"N2. Child's disability", "N2"},
    Group{"N3. Parental illness or disability", "N3"},
    Group{"N4. Family in acute stress", "N4"},
    Group{"N5. Family dysfunction", "N5"},
    Group{"N6. Socially unacceptable behaviour", "N6"},
    Group{"N7. Low income", "N7"},
    Group{"N8. Absent parenting", "N8"},
};

inline constexpr std::array placement_groups{
    Group{"1. Total foster placements", "U1 U2 U3 U4 U5 U6"},
    Group{"2. Total placed for adoption", "A3 A4 A5 A6"},
    Group{"3. Total placed with parents or other person with parental responsibility", "P1"},
    Group{"4. Total secure homes and children's homes", "K1 K2"},
    Group{"5. Total independent and semi-independent living arrangements/ supported accommodation",
          "H5 P2 K3"},
    Group{"6. Total other residential settings", "R1 R2 R3 R5 P3"},
    Group{"7. Total residential schools", "S1"},
    Group{"8. Total other placements", "Z1 Z11 Z12 Z13 Z14 T0 T1 T2 T3 T4 M1 M2 M3"},
};

inline std::optional<std::size_t> group_of_sex(const Child& child, const Occasion&) {
    using enum care::SexCode;
    switch (child.sex()) {
    case care::Sex::female:
        return group_with<sexes>(F);
    case care::Sex::male:
        return group_with<sexes>(M);
    default:
        return std::nullopt;
    }
}

/// As Header of the year's return says.
inline std::optional<std::size_t> group_of_ethnicity(const Child& child, const Occasion&) {
    const care::HeaderRow* header = child.outcomes().header;
    return header == nullptr ? std::nullopt : group_with<ethnic_groups>(header->ethnicity);
}

inline std::optional<std::size_t> group_of_legal_status(const Child& child,
                                                        const Occasion& occasion) {
    return group_with<legal_statuses>(child.history().care()[occasion.episode].legal_status);
}

/// When the child started to be looked after: by the first known episode of the period of care.
inline std::optional<std::size_t> group_of_need(const Child& child, const Occasion& occasion) {
    const care::PeriodOfCare& period = child.history().period_of(occasion.episode);
    return group_with<needs>(child.history().care()[period.first].need);
}

/// The placement on the day: in a temporary one the placement before it, as for the indicators of
/// placement. A blank or unknown code is some other placement, as it is there.
inline std::optional<std::size_t> group_of_placement(const Child& child, const Occasion& occasion) {
    constexpr std::size_t other = placement_groups.size() - 1;
    const std::optional<std::size_t> placed_by = child.history().placed_by(occasion.episode);
    if (placed_by)
        return group_with<placement_groups>(child.history().care()[*placed_by].place)
            .value_or(other);
    return child.history().period_of(occasion.episode).start_known ? std::optional(other)
                                                                   : std::nullopt;
}

namespace detail {

constexpr auto all_breakdowns() {
    using enum Characteristic;
    constexpr Population populations[] = {Population::looked_after, Population::started,
                                          Population::ceased};
    constexpr std::string_view age_titles[] = {"Age group", "Age on starting", "Age on ceasing"};
    std::array<Breakdown, 3 * characteristic_count> all{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const Population population = populations[i];
        all[at++] = {sex,   population,  "Gender", "The sex, as the latest return states it.",
                     sexes, group_of_sex};
        all[at++] = {age,  population,        age_titles[i], "Completed years on the day.",
                     ages, group_of_age<ages>};
        if (population == Population::ceased) {
            all[at - 1].groups = ages_on_ceasing;
            all[at - 1].group_of = group_of_age<ages_on_ceasing>;
        }
        all[at++] = {ethnicity,
                     population,
                     "Ethnicity",
                     "The ethnic origin, as Header of the year's return states it.",
                     ethnic_groups,
                     group_of_ethnicity,
                     care::TableSet(care::Table::episodes) | care::Table::header};
        all[at++] = {legal_status,   population,           "Legal status", "The legal status then.",
                     legal_statuses, group_of_legal_status};
        all[at++] = {need,
                     population,
                     "Category of need",
                     "The category of need when the child started to be looked after: by the first "
                     "known episode of the period of care.",
                     needs,
                     group_of_need};
        all[at++] = {placement,
                     population,
                     "Placement",
                     "The placement then; in a temporary one (T0-T4) the placement before it.",
                     placement_groups,
                     group_of_placement};
    }
    return all;
}

} // namespace detail

/// Every breakdown: of the looked after, of the started, of the ceased. A breakdown's number is its
/// place here.
inline constexpr auto breakdowns = detail::all_breakdowns();

/// How many groups a breakdown has at most.
inline constexpr std::size_t most_groups =
    std::max_element(
        breakdowns.begin(), breakdowns.end(),
        [](const Breakdown& a, const Breakdown& b) { return a.groups.size() < b.groups.size(); })
        ->groups.size();

/// Children by breakdown and group; behind a breakdown's groups stand those not known.
struct GroupCounts {
    std::array<std::array<std::int64_t, most_groups + 1>, breakdowns.size()> numbers{};

    constexpr GroupCounts& operator+=(const GroupCounts& other) {
        for (std::size_t breakdown = 0; breakdown < numbers.size(); ++breakdown)
            for (std::size_t group = 0; group <= most_groups; ++group)
                numbers[breakdown][group] += other.numbers[breakdown][group];
        return *this;
    }
    bool operator==(const GroupCounts&) const = default;
};

/// Adds a child to the groups of every breakdown.
inline void count(const Child& child, GroupCounts& counts) {
    for (std::size_t number = 0; number < breakdowns.size(); ++number) {
        const Breakdown& breakdown = breakdowns[number];
        for_each_occasion(child, breakdown.population, [&](const Occasion& occasion) {
            const auto group = breakdown.group_of(child, occasion);
            ++counts.numbers[number][group.value_or(breakdown.groups.size())];
        });
    }
}

} // namespace indicare::indicators
