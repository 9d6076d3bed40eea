#pragma once

#include <array>
#include <string>
#include <string_view>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// What OC2 answers; unknown where the child has no row or the field is blank.
template <care::Oc2Question question>
Truth oc2_says(const Child& child) {
    const auto& row = child.outcomes().oc2;
    if (!row || row->answer(question) == care::Flag::blank)
        return Truth::unknown;
    return truth_of(row->answer(question) == care::Flag::yes);
}

/// The answer of OC2, as it stands.
template <care::Oc2Question question>
std::string facts_of_oc2(const Child& child) {
    const std::string column(name_of(question));
    const auto& row = child.outcomes().oc2;
    if (!row)
        return "no row in OC2, which gives " + column;
    switch (row->answer(question)) {
    case care::Flag::yes:
        return column + " 1";
    case care::Flag::no:
        return column + " 0";
    default:
        return column + " blank";
    }
}

inline constexpr std::string_view row_in_oc2 = "the answer in OC2";

/// Health of the children looked after continuously for twelve months.
inline constexpr std::array health{
    Definition{
        .id = "health_assessment",
        .title = "Health assessment in the year",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children whose health was assessed in the year, of those looked after for "
                    "twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .counted = {{"health assessed in the year", oc2_says<care::Oc2Question::health_assessment>,
                     facts_of_oc2<care::Oc2Question::health_assessment>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"HEALTH_ASSESSMENT"},
    },
    Definition{
        .id = "immunisations",
        .title = "Immunisations up to date",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children whose immunisations were up to date, of those looked after for "
                    "twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .counted = {{"immunisations up to date", oc2_says<care::Oc2Question::immunisations>,
                     facts_of_oc2<care::Oc2Question::immunisations>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"IMMUNISATIONS"},
    },
    Definition{
        .id = "dental_check",
        .title = "Teeth checked in the year",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children whose teeth were checked by a dentist in the year, of those looked "
                    "after for twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .counted = {{"teeth checked in the year", oc2_says<care::Oc2Question::teeth_check>,
                     facts_of_oc2<care::Oc2Question::teeth_check>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"TEETH_CHECK"},
    },
    Definition{
        .id = "development_assessment",
        .title = "Development assessments up to date",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children aged 0-4 whose development assessments were up to date, of those of "
                    "that age looked after for twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {{"aged 0-4 on the date", [](const Child& child) { return child.is_aged(0, 4); },
                   facts_of_age, date_of_birth}},
        .counted = {{"development assessments up to date",
                     oc2_says<care::Oc2Question::health_check>,
                     facts_of_oc2<care::Oc2Question::health_check>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"HEALTH_CHECK"},
    },
    Definition{
        .id = "substance_misuse",
        .title = "Substance misuse problem identified",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children identified as having a substance misuse problem in the year, of "
                    "those looked after for twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .counted = {{"substance misuse identified", oc2_says<care::Oc2Question::substance_misuse>,
                     facts_of_oc2<care::Oc2Question::substance_misuse>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SUBSTANCE_MISUSE"},
    },
    Definition{
        .id = "substance_misuse_treated",
        .title = "Received an intervention for substance misuse",
        .family = Family::health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children who received an intervention for their substance misuse problem, of "
                    "those identified as having one.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {{"substance misuse identified", oc2_says<care::Oc2Question::substance_misuse>,
                   facts_of_oc2<care::Oc2Question::substance_misuse>, row_in_oc2}},
        .counted = {{"received an intervention", oc2_says<care::Oc2Question::intervention_received>,
                     facts_of_oc2<care::Oc2Question::intervention_received>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED"},
    },
};

} // namespace indicare::indicators
