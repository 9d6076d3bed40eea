#pragma once

#include <algorithm>
#include <array>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// Three or more placements in the days from `from` to the date. Fewer are undetermined when a
/// period of care of unknown start enters the window after its first day: there may be more.
inline Truth has_three_placements_since(const Child& child, care::Date from) {
    const care::Date to = child.window().last;
    std::int64_t known = 0;
    for (const care::Placement& placement : child.history().placements())
        known += placement.overlaps(from, to) ? 1 : 0;
    if (known >= 3)
        return Truth::yes;
    for (const care::PeriodOfCare& period : child.history().periods())
        if (!period.start_known && from < period.start && period.start <= to)
            return Truth::unknown;
    return Truth::no;
}

/// Looked after on a day of the year before the window.
inline Truth was_in_care_the_year_before(const Child& child) {
    const care::Date last = child.window().first - 1;
    for (const care::Episode& episode : child.history().care())
        if (episode.overlaps(child.window().first_of_two_years, last))
            return Truth::yes;
    for (const care::PeriodOfCare& period : child.history().periods())
        if (!period.start_known && child.window().holds(period.start))
            return Truth::unknown;
    return Truth::no;
}

/// Something that began on or before `start`, and exactly then where that is known, had begun by
/// `day`.
inline Truth had_begun_by(care::Date start, bool start_known, care::Date day) {
    if (start <= day)
        return Truth::yes;
    return start_known ? Truth::no : Truth::unknown;
}

/// The placement on the date has lasted two years, or is an adoptive one that has together with the
/// placement directly before it.
inline Truth is_in_long_term_placement(const Child& child) {
    if (!child.placed_by())
        return child.period().start_known ? Truth::no : Truth::unknown;
    const care::Date cutoff = child.window().two_years_before;
    const auto runs = child.window().last >= care::Date::of(2021, 3, 31)
                          ? child.history().settled_placements()
                          : child.history().placements();
    const care::Placement& placement = care::History::holding(runs, *child.placed_by());
    const Truth lasted = had_begun_by(placement.start, placement.start_known, cutoff);
    if (!child.history().care()[placement.first].is_adoptive())
        return lasted;
    if (&placement != &runs.front()) {
        const care::Placement& before = *(&placement - 1);
        if (before.period == placement.period)
            return lasted || had_begun_by(before.start, before.start_known, cutoff);
    }
    return lasted || (child.period().start_known ? Truth::no : Truth::unknown);
}

/// Had this social worker in the window.
inline bool is_in_window(const care::SocialWorkerRow& row, const care::Window& window) {
    return row.start <= window.last && (care::Date(row.end).is_none() || row.end > window.first);
}

/// How many different social workers a child had in the window.
inline std::int64_t count_social_workers(const Child& child) {
    // Rows come in order of the worker.
    std::int64_t workers = 0;
    const care::SocialWorkerRow* before = nullptr;
    for (const care::SocialWorkerRow& row : child.outcomes().social_workers)
        if (is_in_window(row, child.window())) {
            workers += before == nullptr || before->worker != row.worker ? 1 : 0;
            before = &row;
        }
    return workers;
}

/// How settled the children looked after on the date have been.
inline constexpr std::array stability{
    Definition{
        .id = "three_or_more_placements",
        .title = "Three or more placements in the year",
        .family = Family::stability,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children with three or more placements in the year, open ones included, of "
                    "all looked after on the date.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .counted = {{"three or more placements in the year",
                     [](const Child& child) {
                         return has_three_placements_since(child, child.window().first);
                     }}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "three_or_more_placements_two_years",
        .title = "Three or more placements in two years",
        .family = Family::stability,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children with three or more placements in the two years up to the date, of "
                    "those looked after on the date and on a day of the year before.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .among = {{"looked after on a day of the year before", was_in_care_the_year_before}},
        .counted = {{"three or more placements in the two years",
                     [](const Child& child) {
                         return has_three_placements_since(child,
                                                           child.window().first_of_two_years);
                     }}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "long_term_stability",
        .title = "Long-term placement stability",
        .family = Family::stability,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children who have been with the same carer for at least two years, or are "
                    "placed for adoption and have been with that and the previous carer together, "
                    "of those aged under 16 who have been looked after for at least two and a half "
                    "years.",
        .source = source::looked_after,
        .population = Population::looked_after,
        .among = {{"aged under 16 on the date",
                   [](const Child& child) { return child.is_aged(Child::youngest, 15); }},
                  {"the period of care does not follow short breaks",
                   [](const Child& child) {
                       return truth_of(!child.period().follows_short_breaks);
                   }},
                  {"the period of care began at least thirty months before the date",
                   [](const Child& child) {
                       return had_begun_by(child.period().start, child.period().start_known,
                                           child.window().thirty_months_before);
                   }}},
        .counted = {{"with the same carer for two years, or placed for adoption and with this and "
                     "the previous carer together",
                     is_in_long_term_placement}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "three_or_more_social_workers",
        .title = "Three or more social workers in the year",
        .family = Family::stability,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children with three or more different social workers in the year, of those "
                    "looked after on the date with any recorded.",
        .source = source::interactive_tool,
        .population = Population::looked_after,
        .among = {{"a social worker in the year is recorded",
                   [](const Child& child) { return truth_of(count_social_workers(child) > 0); }}},
        .counted = {{"three or more different social workers in the year",
                     [](const Child& child) {
                         return truth_of(count_social_workers(child) >= 3);
                     }}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::social_workers,
        .columns = {"SW_DEC"},
        .first_year = 2024,
    },
};

} // namespace indicare::indicators
