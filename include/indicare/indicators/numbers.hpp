#pragma once

#include <array>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

inline std::string facts_of_unaccompanied(const Child& child) {
    const auto& row = child.outcomes().uasc;
    if (!row)
        return "no row in UASC";
    const care::Date ceased = row->ceased;
    return ceased.is_none()
               ? "unaccompanied, DUC blank"
               : "unaccompanied until " + day_and_limit(ceased, true, child.window().first);
}

/// UASC says that the child was unaccompanied at some time in the year.
inline constexpr Condition unaccompanied_in_the_year{
    "has a UASC row that is open or ceased in the year",
    [](const Child& child) {
        const auto& row = child.outcomes().uasc;
        return truth_of(row &&
                        (care::Date(row->ceased).is_none() || row->ceased >= child.window().first));
    },
    facts_of_unaccompanied};

/// How many children are looked after, start and cease, and the rates of these.
inline constexpr std::array numbers{
    Definition{
        .id = "looked_after",
        .title = "Children looked after",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children looked after on the date. Short breaks do not count; a child who "
                    "leaves on the date itself has ceased.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "looked_after_rate",
        .title = "Rate of children looked after",
        .family = Family::numbers,
        .unit = Unit::per_10000,
        .polarity = Polarity::none,
        .sentence = "Children looked after on the date, per 10,000 of the population aged 0-17.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .reads = care::Table::episodes,
        .needs = {.population = true},
    },
    Definition{
        .id = "started",
        .title = "Started to be looked after in the year",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children who started to be looked after in the year, each counted once.",
        .source = source::looked_after,
        .population = Population::started,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "started_rate",
        .title = "Rate of starting to be looked after",
        .family = Family::numbers,
        .unit = Unit::per_10000,
        .polarity = Polarity::none,
        .sentence = "Children who started to be looked after in the year, per 10,000 of the "
                    "population aged 0-17.",
        .source = source::looked_after,
        .population = Population::started,
        .reads = care::Table::episodes,
        .needs = {.population = true},
    },
    Definition{
        .id = "ceased",
        .title = "Ceased to be looked after in the year",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children who ceased to be looked after in the year, each counted once; the "
                    "last time counts.",
        .source = source::looked_after,
        .population = Population::ceased,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "ceased_rate",
        .title = "Rate of ceasing to be looked after",
        .family = Family::numbers,
        .unit = Unit::per_10000,
        .polarity = Polarity::none,
        .sentence = "Children who ceased to be looked after in the year, per 10,000 of the "
                    "population aged 0-17.",
        .source = source::looked_after,
        .population = Population::ceased,
        .reads = care::Table::episodes,
        .needs = {.population = true},
    },
    Definition{
        .id = "looked_after_in_year",
        .title = "Looked after at any time in the year",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children looked after at any time in the year, short breaks apart.",
        .source = source::looked_after,
        .population = Population::in_year,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "short_breaks_only",
        .title = "Looked after in short breaks only",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children looked after in the year under an agreed series of short breaks (V3, "
                    "V4) and in no other way.",
        .source = source::looked_after,
        .population = Population::short_breaks_only,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "unaccompanied",
        .title = "Unaccompanied asylum-seeking children",
        .family = Family::numbers,
        .unit = Unit::children,
        .polarity = Polarity::none,
        .sentence = "Children looked after on the date who were unaccompanied asylum seekers in "
                    "the year.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {unaccompanied_in_the_year},
        .reads = care::TableSet(care::Table::episodes) | care::Table::uasc,
        .columns = {"DUC"},
    },
    Definition{
        .id = "unaccompanied_share",
        .title = "Unaccompanied, of those looked after",
        .family = Family::numbers,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Unaccompanied asylum-seeking children, of all children looked after on the "
                    "date.",
        .source = source::interactive_tool,
        .population = Population::looked_after,
        .counted = {unaccompanied_in_the_year},
        .reads = care::TableSet(care::Table::episodes) | care::Table::uasc,
        .columns = {"DUC"},
    },
};

} // namespace indicare::indicators
