#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// The day on or after which the status must have ceased, if it has: the first of the year, or the
/// one after the date, as the policy has it.
inline care::Date first_day_of_status(const Child& child) {
    const bool on_date =
        child.policies().unaccompanied_status == care::UnaccompaniedStatus::open_on_date;
    return on_date ? child.window().last + 1 : child.window().first;
}

inline std::string facts_of_unaccompanied(const Child& child) {
    const auto& row = child.outcomes().uasc;
    if (!row)
        return "no row in UASC";
    const care::Date ceased = row->ceased;
    return ceased.is_none()
               ? "unaccompanied, DUC blank"
               : "unaccompanied until " + day_and_limit(ceased, true, first_day_of_status(child));
}

/// UASC says that the child was unaccompanied at some time in the year, or is on the date: as the
/// policy has it.
inline constexpr Condition unaccompanied_by_policy{
    "has a UASC row that is open or ceased in the year; under unaccompanied_status open_on_date, "
    "one that is open on the date",
    [](const Child& child) {
        const auto& row = child.outcomes().uasc;
        return truth_of(row && (care::Date(row->ceased).is_none() ||
                                row->ceased >= first_day_of_status(child)));
    },
    facts_of_unaccompanied};

/// How many times `counts` holds of the child's care episodes; once where children are counted.
template <class Counts>
std::int64_t once_or_each_time(const Child& child, Counts&& counts) {
    if (child.policies().starts_and_ceases == care::StartsAndCeases::children)
        return 1;
    const auto episodes = child.history().care();
    return std::count_if(episodes.begin(), episodes.end(), counts);
}

/// By the care episode the child started to be looked after in the year.
inline bool starts_in_year(const Child& child, const care::Episode& episode) {
    return episode.rne == care::ReasonNewEpisode::S && child.window().holds(episode.decom);
}

/// By the care episode the child ceased to be looked after in the year.
inline bool leaves_in_year(const Child& child, const care::Episode& episode) {
    return episode.leaves() && child.window().holds(episode.dec);
}

/// What a child who started in the year adds to their number.
inline std::optional<std::int64_t> starts_counted(const Child& child) {
    return once_or_each_time(
        child, [&child](const care::Episode& episode) { return starts_in_year(child, episode); });
}

/// What a child who ceased in the year adds to their number.
inline std::optional<std::int64_t> ceases_counted(const Child& child) {
    return once_or_each_time(
        child, [&child](const care::Episode& episode) { return leaves_in_year(child, episode); });
}

/// The fact of a population, and how many times where that is more than once.
template <Population population, Amount amount>
std::string facts_of_times(const Child& child) {
    const std::int64_t times = amount(child).value_or(0);
    return facts_of(population, child) +
           (times > 1 ? "; " + std::to_string(times) + " times in the year" : "");
}

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
        .amount = starts_counted,
        .amount_facts = facts_of_times<Population::started, starts_counted>,
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
        .amount = starts_counted,
        .amount_facts = facts_of_times<Population::started, starts_counted>,
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
        .amount = ceases_counted,
        .amount_facts = facts_of_times<Population::ceased, ceases_counted>,
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
        .amount = ceases_counted,
        .amount_facts = facts_of_times<Population::ceased, ceases_counted>,
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
        .counted = {unaccompanied_by_policy},
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
        .counted = {unaccompanied_by_policy},
        .reads = care::TableSet(care::Table::episodes) | care::Table::uasc,
        .columns = {"DUC"},
    },
};

} // namespace indicare::indicators
