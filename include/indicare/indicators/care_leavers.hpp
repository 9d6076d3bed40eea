#pragma once

#include <array>
#include <string>
#include <string_view>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// Aged in the group, and neither dead nor returned home; unknown where that is not said.
template <int from, int to>
Truth is_care_leaver_aged(const Child& child) {
    const care::InTouch in_touch = child.outcomes().oc3->in_touch;
    const Truth counts =
        in_touch == care::InTouch::blank
            ? Truth::unknown
            : truth_of(in_touch != care::InTouch::DIED && in_touch != care::InTouch::RHOM);
    return counts && child.is_aged(from, to);
}

inline Truth is_in_touch(const Child& child) {
    return truth_of(child.outcomes().oc3->in_touch == care::InTouch::YES);
}

/// The main activity is one of these; unknown where it is blank.
template <care::Activity... codes>
Truth has_activity(const Child& child) {
    const care::Activity activity = child.outcomes().oc3->activity;
    if (activity == care::Activity::blank)
        return Truth::unknown;
    return truth_of(((activity == codes) || ...));
}

inline Truth is_in_education_or_work(const Child& child) {
    using enum care::Activity;
    return has_activity<F1, P1, F2, P2, F3, P3, F4, P4, F5, P5>(child);
}

/// Not gone abroad, deported or living where nobody knows (codes that begin with G, H or R);
/// unknown where the accommodation is blank.
inline Truth lives_where_known(const Child& child) {
    const char first = child.outcomes().oc3->accommodation_first;
    if (first == 0)
        return Truth::unknown;
    return truth_of(first != 'G' && first != 'H' && first != 'R');
}

inline Truth lives_suitably(const Child& child) {
    return truth_of(child.outcomes().oc3->accommodation_last == '1');
}

// What OC3 says, as it stands.

inline std::string facts_of_contact(const Child& child) {
    return "IN_TOUCH " + code_and_meaning(child.outcomes().oc3->in_touch);
}

inline std::string facts_of_care_leaver(const Child& child) {
    return facts_of_age(child) + ", " + facts_of_contact(child);
}

inline std::string facts_of_activity(const Child& child) {
    return "ACTIV " + code_and_meaning(child.outcomes().oc3->activity);
}

/// The letter and the digit of the accommodation, which is all that the figures ask for.
inline std::string facts_of_accommodation(const Child& child) {
    const auto& row = *child.outcomes().oc3;
    if (row.accommodation_first == 0)
        return "ACCOM blank";
    std::string code(1, row.accommodation_first);
    if (row.accommodation_last != row.accommodation_first)
        code += row.accommodation_last;
    return "ACCOM " + code;
}

/// The five figures of care leavers, for those aged `from` to `to` on the date.
template <int from, int to>
constexpr std::array<Definition, 5> care_leavers_aged(std::array<std::string_view, 5> ids,
                                                      std::array<std::string_view, 5> titles) {
    constexpr Condition of_age{"a care leaver of the age group, neither dead nor returned home",
                               is_care_leaver_aged<from, to>, facts_of_care_leaver,
                               "IN_TOUCH in OC3, and the date of birth"};
    constexpr std::string_view activity = "ACTIV in OC3";
    constexpr std::string_view accommodation = "ACCOM in OC3";
    std::array<Definition, 5> definitions{
        Definition{
            .polarity = Polarity::high,
            .sentence = "Care leavers with whom the authority is in touch, of all of the age "
                        "group.",
            .among = {of_age},
            .counted = {{"in touch", is_in_touch, facts_of_contact}},
        },
        Definition{
            .polarity = Polarity::high,
            .sentence = "Care leavers in education, employment or training, of all of the age "
                        "group. Those of whom nothing is known count as not.",
            .among = {of_age},
            .counted = {{"in education, employment or training", is_in_education_or_work,
                         facts_of_activity, activity}},
            .columns = {"ACTIV"},
        },
        Definition{
            .polarity = Polarity::low,
            .sentence = "Care leavers not in education, employment or training (G4-G6), of all of "
                        "the age group.",
            .among = {of_age},
            .counted = {{"not in education, employment or training (G4-G6)",
                         has_activity<care::Activity::G4, care::Activity::G5, care::Activity::G6>,
                         facts_of_activity, activity}},
            .columns = {"ACTIV"},
        },
        Definition{
            .polarity = Polarity::high,
            .sentence = "Care leavers in higher education (F1, P1), of all of the age group.",
            .among = {of_age},
            .counted = {{"in higher education (F1, P1)",
                         has_activity<care::Activity::F1, care::Activity::P1>, facts_of_activity,
                         activity}},
            .columns = {"ACTIV"},
        },
        Definition{
            .polarity = Polarity::high,
            .sentence = "Care leavers in suitable accommodation, of those of the age group who are "
                        "not abroad, deported or of unknown residence. No information counts as "
                        "not suitable.",
            .among = {of_age,
                      {"residence known and in the country", lives_where_known,
                       facts_of_accommodation, accommodation}},
            .counted = {{"in suitable accommodation (code ends in 1)", lives_suitably,
                         facts_of_accommodation}},
            .columns = {"ACCOM"},
        },
    };
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        Definition& definition = definitions[i];
        definition.id = ids[i];
        definition.title = titles[i];
        definition.family = Family::care_leavers;
        definition.unit = Unit::percent;
        definition.source = source::looked_after;
        definition.population = Population::care_leavers;
        definition.reads = care::Table::oc3;
    }
    return definitions;
}

inline constexpr auto care_leavers_17_18 = care_leavers_aged<17, 18>(
    {"leavers_17_18_in_touch", "leavers_17_18_in_education_or_work",
     "leavers_17_18_not_in_education_or_work", "leavers_17_18_in_higher_education",
     "leavers_17_18_in_suitable_accommodation"},
    {"Aged 17-18: in touch", "Aged 17-18: in education, employment or training",
     "Aged 17-18: not in education, employment or training", "Aged 17-18: in higher education",
     "Aged 17-18: in suitable accommodation"});

inline constexpr auto care_leavers_19_21 = care_leavers_aged<19, 21>(
    {"leavers_19_21_in_touch", "leavers_19_21_in_education_or_work",
     "leavers_19_21_not_in_education_or_work", "leavers_19_21_in_higher_education",
     "leavers_19_21_in_suitable_accommodation"},
    {"Aged 19-21: in touch", "Aged 19-21: in education, employment or training",
     "Aged 19-21: not in education, employment or training", "Aged 19-21: in higher education",
     "Aged 19-21: in suitable accommodation"});

} // namespace indicare::indicators
