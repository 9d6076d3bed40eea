#pragma once

#include <string>
#include <string_view>

#include "indicare/indicators/child.hpp"

// The facts about a child on which the answers of conditions stand, in words for an analyst. A
// child is never named in them; dates are written as returns write them.

namespace indicare::indicators {

/// Says a fact about a child; nothing where there is nothing worth saying.
using Facts = std::string (*)(const Child&);

// What would decide where an answer is unknown.
inline constexpr std::string_view date_of_birth = "the date of birth (DOB)";
inline constexpr std::string_view earlier_return =
    "the earlier return that holds the start of the period of care";

/// `3 placements`, `1 placement`.
inline std::string number_of(std::int64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// `U4 (foster placement with another carer, long term)`, `not in the code list`, `blank`.
template <class E>
std::string code_and_meaning(E code) {
    if (code == E::blank)
        return "blank";
    if (code == E::unlisted)
        return "not in the code list";
    return std::string(text_of(code)) + " (" + std::string(code_of(code).meaning) + ")";
}

/// How a day lies to a limit: `03/10/2020, after 30/09/2020`. With `known` false the day is only
/// the latest that it can be.
inline std::string day_and_limit(care::Date day, bool known, care::Date limit) {
    std::string text = day.text() + (known ? "" : " or earlier");
    if (day < limit)
        text += ", before " + limit.text();
    else if (day > limit)
        text += (known ? ", after " : ", perhaps by ") + limit.text();
    return text;
}

inline std::string facts_of_age(const Child& child) {
    const std::optional<int> age = child.age();
    return age ? "aged " + std::to_string(*age) + " on " + child.window().last.text()
               : "date of birth not known";
}

/// What is known of the placement on the date; only for the looked after.
inline std::string facts_of_placement(const Child& child) {
    if (const auto placed_by = child.placed_by()) {
        const care::Episode& episode = child.history().care()[*placed_by];
        return "PLACE " + code_and_meaning(episode.place) + " since " + episode.decom.text();
    }
    const care::PeriodOfCare& period = child.period();
    return (period.start_known ? "only temporary placements since the period of care started on "
                               : "only temporary placements are known, since ") +
           period.start.text();
}

inline std::string facts_of_period_start(const Child& child) {
    const care::PeriodOfCare& period = child.period();
    return "period of care started " +
           day_and_limit(period.start, period.start_known, child.window().thirty_months_before);
}

namespace detail {

inline std::string how_ended(const care::Episode& episode) {
    return episode.leaves()
               ? "left on " + episode.dec.text() + ", REC " + code_and_meaning(episode.rec)
               : "the episode ended on " + episode.dec.text() + ", which is no leaving";
}

/// What stands round a day on which the child is not looked after.
inline std::string why_not_looked_after(const Child& child) {
    std::string before;
    for (const care::Episode& episode : child.history().care()) {
        if (episode.decom > child.window().last)
            return before + (before.empty() ? "" : "; ") + "looked after from " +
                   episode.decom.text();
        before = how_ended(episode);
    }
    return before.empty() ? "short breaks only" : before;
}

inline const care::Episode* first_start_in_year(const Child& child) {
    for (const care::Episode& episode : child.history().care())
        if (episode.rne == care::ReasonNewEpisode::S && child.window().holds(episode.decom))
            return &episode;
    return nullptr;
}

/// What keeps a looked-after child out of the twelve months' cohort.
inline std::string why_not_twelve_months(const Child& child) {
    const care::Window& window = child.window();
    for (const care::Episode& episode : child.history().care())
        if (episode.rne == care::ReasonNewEpisode::S && window.first < episode.decom &&
            episode.decom <= window.last)
            return "started to be looked after on " + episode.decom.text() + ", after " +
                   window.first.text();
    if (child.is_in(Population::ceased))
        return how_ended(child.leaving()) + ", and came back";
    return "short breaks since " + window.first.text();
}

} // namespace detail

/// By which episode the child left; only for the ceased.
inline std::string facts_of_leaving(const Child& child) {
    return detail::how_ended(child.leaving());
}

/// Why a child is or is not in a population.
inline std::string facts_of(Population population, const Child& child) {
    const std::string day = child.window().last.text();
    const std::string year = child.window().first.text() + " to " + day;
    if (population == Population::care_leavers)
        return child.is_in(population) ? "has a row in OC3" : "no row in OC3";
    if (!child.is_held())
        return "no return of the year holds an episode of the child";
    const bool is_in = child.is_in(population);
    switch (population) {
    case Population::looked_after:
        return is_in ? "looked after on " + day
                     : "not looked after on " + day + ": " + detail::why_not_looked_after(child);
    case Population::started:
        return is_in ? "started on " + detail::first_start_in_year(child)->decom.text()
                     : "no episode with RNE S from " + year;
    case Population::ceased:
        return is_in ? facts_of_leaving(child) : "did not leave from " + year;
    case Population::in_year:
        return (is_in ? "looked after from " : "not looked after from ") + year;
    case Population::short_breaks_only:
        return is_in ? "short breaks and nothing else from " + year
               : child.is_in(Population::in_year)
                   ? "looked after otherwise than in short breaks from " + year
                   : "no short breaks from " + year;
    case Population::twelve_months:
        if (is_in)
            return "looked after for the twelve months to " + day;
        return child.is_in(Population::looked_after)
                   ? detail::why_not_twelve_months(child)
                   : "not looked after on " + day + ": " + detail::why_not_looked_after(child);
    case Population::adopted:
        return child.is_in(Population::ceased) ? facts_of_leaving(child)
                                               : "did not leave from " + year;
    case Population::care_leavers:
        break;
    }
    return {};
}

} // namespace indicare::indicators
