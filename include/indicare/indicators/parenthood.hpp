#pragma once

#include <array>
#include <string>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

inline std::string facts_of_sex(const Child& child) {
    return child.sex() == care::Sex::unknown  ? "sex not known"
           : child.sex() == care::Sex::female ? "female"
                                              : "male";
}

inline std::string facts_of_motherhood(const Child& child) {
    const auto& header = child.outcomes().header;
    if (!header)
        return "no row in Header";
    return header->mother == care::Flag::yes  ? "MOTHER 1"
           : header->mother == care::Flag::no ? "MOTHER 0"
                                              : "MOTHER blank";
}

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
                   },
                   facts_of_sex, "the sex (SEX)"},
                  {"aged 12 or over on the date",
                   [](const Child& child) { return child.is_aged(12, Child::oldest); },
                   facts_of_age, date_of_birth}},
        .counted = {{"is a mother",
                     [](const Child& child) {
                         return truth_of(child.outcomes().header &&
                                         child.outcomes().header->mother == care::Flag::yes);
                     },
                     facts_of_motherhood}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::header,
        .columns = {"MOTHER"},
    },
};

} // namespace indicare::indicators
