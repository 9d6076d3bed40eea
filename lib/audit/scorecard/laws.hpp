#pragma once

#include <string_view>
#include <utility>

namespace indicare::io {

/// How the numbers of a scorecard stand to each other by the definitions of the indicators, whoever
/// is counted, in the language of claims without years. Source: `docs/indicators.md`, the
/// sentences.
inline constexpr std::string_view scorecard_laws =
    R"(in_foster_care + placed_for_adoption + placed_with_parents + in_secure_or_childrens_home + in_supported_accommodation + in_other_residential + in_residential_school + in_other_placement = looked_after
in_foster_care_with_relatives <= in_foster_care
independent_fostering <= in_foster_care
placed_over_20_miles_outside_area <= placed_over_20_miles
unaccompanied <= looked_after
looked_after <= looked_after_in_year
started <= looked_after_in_year
ceased <= looked_after_in_year
looked_after_in_year <= looked_after + ceased
adopted + special_guardianship + child_arrangements_order + returned_home <= ceased
returned_home_planned <= returned_home
health_assessment.among <= looked_after
development_assessment.among <= health_assessment.among
substance_misuse_treated <= substance_misuse
sdq_received.among <= health_assessment.among
sdq_normal + sdq_borderline + sdq_concern = sdq_received
convicted.among <= health_assessment.among
missing_children <= missing_incidents.sum
away_children <= away_incidents.sum
leavers_17_18_in_higher_education <= leavers_17_18_in_education_or_work
leavers_17_18_in_education_or_work + leavers_17_18_not_in_education_or_work <= leavers_17_18_in_touch.among
leavers_19_21_in_higher_education <= leavers_19_21_in_education_or_work
leavers_19_21_in_education_or_work + leavers_19_21_not_in_education_or_work <= leavers_19_21_in_touch.among
looked_after.placement.1_total_foster_placements = in_foster_care
looked_after.placement.2_total_placed_for_adoption = placed_for_adoption
looked_after.placement.3_total_placed_with_parents_or_other_person_with_parental_responsibility = placed_with_parents
looked_after.placement.4_total_secure_homes_and_children_s_homes = in_secure_or_childrens_home
looked_after.placement.5_total_independent_and_semi_independent_living_arrangements_supported_accommodation = in_supported_accommodation
looked_after.placement.6_total_other_residential_settings = in_other_residential
looked_after.placement.7_total_residential_schools = in_residential_school
looked_after.placement.8_total_other_placements = in_other_placement
)";

/// Indicators that count among the same children as another, or among those whom another counts.
/// The first name is of an indicator, the second of the number among which it counts.
inline constexpr std::pair<std::string_view, std::string_view> counted_among[] = {
    {"unaccompanied_share", "looked_after"},
    {"in_foster_care", "looked_after"},
    {"in_foster_care_with_relatives", "looked_after"},
    {"placed_for_adoption", "looked_after"},
    {"placed_with_parents", "looked_after"},
    {"in_secure_or_childrens_home", "looked_after"},
    {"in_supported_accommodation", "looked_after"},
    {"in_other_residential", "looked_after"},
    {"in_residential_school", "looked_after"},
    {"in_other_placement", "looked_after"},
    {"independent_fostering", "in_foster_care"},
    {"placed_in_area", "looked_after"},
    {"placed_over_20_miles", "looked_after"},
    {"placed_over_20_miles_outside_area", "looked_after"},
    {"three_or_more_placements", "looked_after"},
    {"adopted", "ceased"},
    {"special_guardianship", "ceased"},
    {"child_arrangements_order", "ceased"},
    {"returned_home", "ceased"},
    {"returned_home_planned", "ceased"},
    {"days_in_care", "ceased"},
    {"days_care_to_placement", "adopted"},
    {"days_order_to_match", "adopted"},
    {"days_care_to_decision", "adopted"},
    {"days_decision_to_match", "adopted"},
    {"days_match_to_placement", "adopted"},
    {"days_placement_to_adoption", "adopted"},
    {"days_care_to_adoption", "adopted"},
    {"immunisations", "health_assessment.among"},
    {"dental_check", "health_assessment.among"},
    {"substance_misuse", "health_assessment.among"},
    {"substance_misuse_treated", "substance_misuse"},
    {"sdq_mean", "sdq_received"},
    {"sdq_normal", "sdq_received"},
    {"sdq_borderline", "sdq_received"},
    {"sdq_concern", "sdq_received"},
    {"missing_children", "looked_after_in_year"},
    {"missing_incidents", "missing_children"},
    {"away_children", "looked_after_in_year"},
    {"away_incidents", "away_children"},
    {"leavers_17_18_in_education_or_work", "leavers_17_18_in_touch.among"},
    {"leavers_17_18_not_in_education_or_work", "leavers_17_18_in_touch.among"},
    {"leavers_17_18_in_higher_education", "leavers_17_18_in_touch.among"},
    {"leavers_19_21_in_education_or_work", "leavers_19_21_in_touch.among"},
    {"leavers_19_21_not_in_education_or_work", "leavers_19_21_in_touch.among"},
    {"leavers_19_21_in_higher_education", "leavers_19_21_in_touch.among"},
};

} // namespace indicare::io
