#pragma once

#include <array>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// Mothers among the girls looked after on the date.
inline constexpr std::array parenthood{
    Definition{
        .id = "mothers",
        .title = "Mothers",
        .family = Family::parenthood,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Girls who are mothers, of the girls aged 12 or over looked after on the date. "
                    "A blank answer is no.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .among = {{"female",
                   [](const Child& child) {
                       return child.sex() == care::Sex::unknown
                                  ? Truth::unknown
                                  : truth_of(child.sex() == care::Sex::female);
                   }},
                  {"aged 12 or over on the date",
                   [](const Child& child) { return child.is_aged(12, Child::oldest); }}},
        .counted = {{"is a mother",
                     [](const Child& child) {
                         return truth_of(child.outcomes().header &&
                                         child.outcomes().header->mother == care::Flag::yes);
                     }}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::header,
        .columns = {"MOTHER"},
    },
};

} // namespace indicare::indicators
