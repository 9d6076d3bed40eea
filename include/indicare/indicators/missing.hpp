#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// How many incidents of a kind the child had in the year, those begun earlier included.
template <care::MissingKind kind>
std::optional<std::int64_t> count_incidents(const Child& child) {
    const care::Window& window = child.window();
    std::int64_t incidents = 0;
    for (const care::MissingRow& row : child.outcomes().incidents) {
        const bool in_year =
            row.start <= window.last && (care::Date(row.end).is_none() || row.end >= window.first);
        incidents += row.kind == kind && in_year ? 1 : 0;
    }
    return incidents;
}

template <care::MissingKind kind>
Truth has_incident(const Child& child) {
    return truth_of(*count_incidents<kind>(child) > 0);
}

template <care::MissingKind kind>
std::string facts_of_incidents(const Child& child) {
    return number_of(*count_incidents<kind>(child), "incident", "incidents") + " (" +
           std::string(text_of(kind)) + ") from " + child.window().first.text() + " to " +
           child.window().last.text();
}

/// Going missing, and being away without authorisation. The two overlap and do not add up.
inline constexpr std::array missing{
    Definition{
        .id = "missing_children",
        .title = "Missing from placement",
        .family = Family::missing,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children who went missing (whereabouts not known) in the year, of those "
                    "looked after at any time in it.",
        .source = source::looked_after,
        .population = Population::in_year,
        .counted = {{"missing in the year", has_incident<care::MissingKind::M>,
                     facts_of_incidents<care::MissingKind::M>}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::missing,
        .columns = {"MIS_END"},
        .first_year = 2015,
    },
    Definition{
        .id = "missing_incidents",
        .title = "Missing from placement, incidents a child",
        .family = Family::missing,
        .unit = Unit::incidents,
        .polarity = Polarity::low,
        .sentence = "Incidents in the year, averaged over the children who went missing "
                    "(whereabouts not known) in it.",
        .source = source::looked_after,
        .population = Population::in_year,
        .among = {{"missing in the year", has_incident<care::MissingKind::M>,
                   facts_of_incidents<care::MissingKind::M>}},
        .amount = count_incidents<care::MissingKind::M>,
        .amount_facts = facts_of_incidents<care::MissingKind::M>,
        .reads = care::TableSet(care::Table::episodes) | care::Table::missing,
        .columns = {"MIS_END"},
        .first_year = 2015,
    },
    Definition{
        .id = "away_children",
        .title = "Away from placement without authorisation",
        .family = Family::missing,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children who were away from placement without authorisation (whereabouts "
                    "known) in the year, of those looked after at any time in it.",
        .source = source::looked_after,
        .population = Population::in_year,
        .counted = {{"away without authorisation in the year", has_incident<care::MissingKind::A>,
                     facts_of_incidents<care::MissingKind::A>}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::missing,
        .columns = {"MIS_END"},
        .first_year = 2015,
    },
    Definition{
        .id = "away_incidents",
        .title = "Away from placement without authorisation, incidents a child",
        .family = Family::missing,
        .unit = Unit::incidents,
        .polarity = Polarity::low,
        .sentence = "Incidents in the year, averaged over the children who were away from "
                    "placement without authorisation (whereabouts known) in it.",
        .source = source::looked_after,
        .population = Population::in_year,
        .among = {{"away without authorisation in the year", has_incident<care::MissingKind::A>,
                   facts_of_incidents<care::MissingKind::A>}},
        .amount = count_incidents<care::MissingKind::A>,
        .amount_facts = facts_of_incidents<care::MissingKind::A>,
        .reads = care::TableSet(care::Table::episodes) | care::Table::missing,
        .columns = {"MIS_END"},
        .first_year = 2015,
    },
};

} // namespace indicare::indicators
