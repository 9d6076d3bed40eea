#pragma once

#include <array>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/health.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// Offending of the children looked after continuously for twelve months.
inline constexpr std::array offending{
    Definition{
        .id = "convicted",
        .title = "Convicted or given a youth caution",
        .family = Family::offending,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children convicted or subject to a youth caution or conditional caution in "
                    "the year, of those aged 10-17 looked after for twelve months.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {{"aged 10-17 on the date",
                   [](const Child& child) { return child.is_aged(10, 17); }, facts_of_age,
                   date_of_birth}},
        .counted = {{"convicted or cautioned in the year", oc2_says<care::Oc2Question::convicted>,
                     facts_of_oc2<care::Oc2Question::convicted>, row_in_oc2}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"CONVICTED"},
    },
};

} // namespace indicare::indicators
