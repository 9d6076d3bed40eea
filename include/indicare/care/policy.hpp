#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "indicare/care/date.hpp"

namespace indicare::care {

/// Whether a child who leaves on the date itself is still looked after on it.
enum class LeaverOnDate : std::uint8_t { has_ceased, still_looked_after };

/// What keeps a placement the same: the carer (DfE's wording since the 2023 release), or the place.
/// With `same_place` an episode that moves with the same carer (RNE T or U) begins a placement too.
enum class PlacementRun : std::uint8_t { same_carer, same_place };

/// What temporary episodes (PLACE T0-T4) are: passed over and joined to what stands round them, or
/// placements like any other.
enum class TemporaryPlacements : std::uint8_t { passed_over, counted };

/// Which providers make a foster placement an independent one.
enum class IndependentProviders : std::uint8_t { private_and_voluntary, private_only };

/// What the numbers of those who started and ceased in the year count, and the rates of these:
/// children, each once, or every start and every leaving. Shares of the ceased are of children
/// either way.
enum class StartsAndCeases : std::uint8_t { children, periods };

/// When the status of a child's UASC row must hold: at some time in the year, or on the date.
enum class UnaccompaniedStatus : std::uint8_t { in_the_year, open_on_date };

/// The points that DfE's guidance leaves open, with the catalogue's default for each.
struct Policies {
    LeaverOnDate leaver_on_date = LeaverOnDate::has_ceased;
    PlacementRun placement_run = PlacementRun::same_carer;
    TemporaryPlacements temporary_placements = TemporaryPlacements::passed_over;
    LeapDayBirthday leap_day_birthday = LeapDayBirthday::first_of_march;
    IndependentProviders independent_providers = IndependentProviders::private_and_voluntary;
    StartsAndCeases starts_and_ceases = StartsAndCeases::children;
    UnaccompaniedStatus unaccompanied_status = UnaccompaniedStatus::in_the_year;

    bool operator==(const Policies&) const = default;
};

/// A policy and one of its values, by name.
struct PolicyValue {
    std::string_view policy;
    std::string_view value;
    void (*choose)(Policies&);
};

/// Every value of every policy; the first of each policy is its default.
inline constexpr std::array policy_values = {
    PolicyValue{"leaver_on_date", "has_ceased",
                [](Policies& p) { p.leaver_on_date = LeaverOnDate::has_ceased; }},
    PolicyValue{"leaver_on_date", "still_looked_after",
                [](Policies& p) { p.leaver_on_date = LeaverOnDate::still_looked_after; }},
    PolicyValue{"placement_run", "same_carer",
                [](Policies& p) { p.placement_run = PlacementRun::same_carer; }},
    PolicyValue{"placement_run", "same_place",
                [](Policies& p) { p.placement_run = PlacementRun::same_place; }},
    PolicyValue{"temporary_placements", "passed_over",
                [](Policies& p) { p.temporary_placements = TemporaryPlacements::passed_over; }},
    PolicyValue{"temporary_placements", "counted",
                [](Policies& p) { p.temporary_placements = TemporaryPlacements::counted; }},
    PolicyValue{"leap_day_birthday", "first_of_march",
                [](Policies& p) { p.leap_day_birthday = LeapDayBirthday::first_of_march; }},
    PolicyValue{"leap_day_birthday", "last_of_february",
                [](Policies& p) { p.leap_day_birthday = LeapDayBirthday::last_of_february; }},
    PolicyValue{
        "independent_providers", "private_and_voluntary",
        [](Policies& p) { p.independent_providers = IndependentProviders::private_and_voluntary; }},
    PolicyValue{"independent_providers", "private_only",
                [](Policies& p) { p.independent_providers = IndependentProviders::private_only; }},
    PolicyValue{"starts_and_ceases", "children",
                [](Policies& p) { p.starts_and_ceases = StartsAndCeases::children; }},
    PolicyValue{"starts_and_ceases", "periods",
                [](Policies& p) { p.starts_and_ceases = StartsAndCeases::periods; }},
    PolicyValue{"unaccompanied_status", "in_the_year",
                [](Policies& p) { p.unaccompanied_status = UnaccompaniedStatus::in_the_year; }},
    PolicyValue{"unaccompanied_status", "open_on_date",
                [](Policies& p) { p.unaccompanied_status = UnaccompaniedStatus::open_on_date; }},
};

/// Chooses a policy by its name and its value's; false, and nothing chosen, for unknown names.
constexpr bool choose(Policies& policies, std::string_view policy, std::string_view value) {
    for (const PolicyValue& each : policy_values)
        if (each.policy == policy && each.value == value) {
            each.choose(policies);
            return true;
        }
    return false;
}

} // namespace indicare::care
