#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// The placements from `from` to the date that are known.
inline std::int64_t count_placements_since(const Child& child, care::Date from) {
    std::int64_t known = 0;
    for (const care::Placement& placement : child.history().placements())
        known += placement.overlaps(from, child.window().last) ? 1 : 0;
    return known;
}

/// The period of care of unknown start that enters the days from `from` to the date after the first
/// of them, if any: there may have been placements in them before it is first known.
inline const care::PeriodOfCare* period_entering_since(const Child& child, care::Date from) {
    for (const care::PeriodOfCare& period : child.history().periods())
        if (!period.start_known && from < period.start && period.start <= child.window().last)
            return &period;
    return nullptr;
}

/// Three or more placements in the days from `from` to the date. Fewer are undetermined when a
/// period of care of unknown start enters the window after its first day: there may be more.
inline Truth has_three_placements_since(const Child& child, care::Date from) {
    if (count_placements_since(child, from) >= 3)
        return Truth::yes;
    return period_entering_since(child, from) != nullptr ? Truth::unknown : Truth::no;
}

inline std::string facts_of_placements_since(const Child& child, care::Date from) {
    std::string facts = number_of(count_placements_since(child, from), "placement", "placements") +
                        " from " + from.text() + " to " + child.window().last.text();
    if (const auto* period = period_entering_since(child, from))
        facts += ", and perhaps more before the first known episode on " + period->start.text();
    return facts;
}

/// How many placements too many or too few for three.
inline std::int64_t gap_to_three(std::int64_t count) {
    return count >= 3 ? count - 2 : 3 - count;
}

inline std::string facts_of_the_year_before(const Child& child) {
    const std::string year =
        child.window().first_of_two_years.text() + " to " + (child.window().first - 1).text();
    for (const care::Episode& episode : child.history().care())
        if (episode.overlaps(child.window().first_of_two_years, child.window().first - 1))
            return "looked after from " + year;
    return "no day looked after from " + year + " is known";
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

/// The placement on the date as long-term stability sees it: since the 2021 release a change into
/// an early permanence placement begins one.
struct LongTermPlacement {
    const care::Placement& now;
    const care::Placement* before; ///< directly before it in the same period, if that is known
    bool adoptive;                 ///< it began with a placement for adoption
};

/// Only where there is a placement on the date.
inline LongTermPlacement long_term_placement(const Child& child) {
    const auto runs = child.window().last >= care::Date::of(2021, 3, 31)
                          ? child.history().settled_placements()
                          : child.history().placements();
    const care::Placement& now = care::History::holding(runs, *child.placed_by());
    const care::Placement* before = &now == &runs.front() ? nullptr : &now - 1;
    if (before != nullptr && before->period != now.period)
        before = nullptr;
    return {now, before, child.history().care()[now.first].is_adoptive()};
}

/// The placement on the date has lasted two years, or is an adoptive one that has together with the
/// placement directly before it.
inline Truth is_in_long_term_placement(const Child& child) {
    if (!child.placed_by())
        return child.period().start_known ? Truth::no : Truth::unknown;
    const care::Date cutoff = child.window().two_years_before;
    const LongTermPlacement placement = long_term_placement(child);
    const Truth lasted = had_begun_by(placement.now.start, placement.now.start_known, cutoff);
    if (!placement.adoptive)
        return lasted;
    if (placement.before != nullptr)
        return lasted ||
               had_begun_by(placement.before->start, placement.before->start_known, cutoff);
    return lasted || (child.period().start_known ? Truth::no : Truth::unknown);
}

inline std::string facts_of_long_term_placement(const Child& child) {
    if (!child.placed_by())
        return facts_of_placement(child);
    const care::Date cutoff = child.window().two_years_before;
    const LongTermPlacement placement = long_term_placement(child);
    std::string facts =
        (placement.adoptive ? "placed for adoption since " : "placement with this carer since ") +
        day_and_limit(placement.now.start, placement.now.start_known, cutoff);
    if (!placement.adoptive || placement.now.start <= cutoff)
        return facts;
    if (placement.before != nullptr)
        return facts + "; the placement before it since " +
               day_and_limit(placement.before->start, placement.before->start_known, cutoff);
    return facts + (child.period().start_known ? "; no placement before it"
                                               : "; the placement before it is not known");
}

/// Days by which the placement began too late, or early enough; of the two that count together, the
/// earlier.
inline std::int64_t gap_to_two_years(const Child& child) {
    if (!child.placed_by())
        return std::numeric_limits<std::int64_t>::max();
    const LongTermPlacement placement = long_term_placement(child);
    const care::Date start = placement.adoptive && placement.before != nullptr
                                 ? placement.before->start
                                 : placement.now.start;
    const std::int64_t late = start - child.window().two_years_before;
    return late > 0 ? late : 1 - late;
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

inline std::string facts_of_social_workers(const Child& child) {
    return number_of(count_social_workers(child), "social worker", "social workers") + " from " +
           child.window().first.text() + " to " + child.window().last.text();
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
                     },
                     [](const Child& child) {
                         return facts_of_placements_since(child, child.window().first);
                     },
                     earlier_return,
                     [](const Child& child) {
                         return gap_to_three(count_placements_since(child, child.window().first));
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
        .among = {{"looked after on a day of the year before", was_in_care_the_year_before,
                   facts_of_the_year_before, earlier_return}},
        .counted = {{"three or more placements in the two years",
                     [](const Child& child) {
                         return has_three_placements_since(child,
                                                           child.window().first_of_two_years);
                     },
                     [](const Child& child) {
                         return facts_of_placements_since(child, child.window().first_of_two_years);
                     },
                     earlier_return,
                     [](const Child& child) {
                         return gap_to_three(
                             count_placements_since(child, child.window().first_of_two_years));
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
                   [](const Child& child) { return child.is_aged(Child::youngest, 15); },
                   facts_of_age, date_of_birth},
                  {"the period of care does not follow short breaks",
                   [](const Child& child) {
                       return truth_of(!child.period().follows_short_breaks);
                   },
                   [](const Child& child) {
                       return child.period().follows_short_breaks
                                  ? "short breaks ended as the period of care started on " +
                                        child.period().start.text()
                                  : std::string();
                   }},
                  {"the period of care began at least thirty months before the date",
                   [](const Child& child) {
                       return had_begun_by(child.period().start, child.period().start_known,
                                           child.window().thirty_months_before);
                   },
                   facts_of_period_start, earlier_return}},
        .counted = {{"with the same carer for two years, or placed for adoption and with this and "
                     "the previous carer together",
                     is_in_long_term_placement, facts_of_long_term_placement, earlier_return,
                     gap_to_two_years}},
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
                   [](const Child& child) { return truth_of(count_social_workers(child) > 0); },
                   facts_of_social_workers}},
        .counted = {{"three or more different social workers in the year",
                     [](const Child& child) { return truth_of(count_social_workers(child) >= 3); },
                     facts_of_social_workers,
                     {},
                     [](const Child& child) { return gap_to_three(count_social_workers(child)); }}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::social_workers,
        .columns = {"SW_DEC"},
        .first_year = 2024,
    },
};

} // namespace indicare::indicators
