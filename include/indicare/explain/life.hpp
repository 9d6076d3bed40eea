#pragma once

#include <string>
#include <vector>

#include "indicare/explain/explanation.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::explain {

/// One thing in a child's life in care: a period of care, a placement, an outcome.
struct LifeEvent {
    std::string what;
    care::Date from; ///< none: of the year
    care::Date to;   ///< none: open, or of the year
    std::string facts;
};

/// A child's life in care as the returns tell it, and where it counts.
struct Life {
    care::Records::ChildNumber child = 0;
    std::vector<LifeEvent> events;
    /// One for each indicator, in the order of the catalogue; empty where not all returns of the
    /// window's year were given.
    std::vector<Explanation> standings;
    /// For each of them why there is no figure; empty where there is one.
    std::vector<std::string> unavailable_because;
};

namespace detail {

inline void add_periods(Life& life, const care::History& history) {
    const auto care = history.care();
    for (const care::PeriodOfCare& period : history.periods()) {
        const care::Episode& last = care[period.last];
        std::string facts = period.start_known ? "" : "started on or before the first day known";
        if (period.follows_short_breaks)
            append(facts, "follows short breaks");
        if (!last.dec.is_none())
            append(facts, indicators::detail::how_ended(last));
        life.events.push_back({"period of care", period.start, last.dec, facts});
        for (const care::Placement& placement : history.placements()) {
            const care::Episode& first = care[placement.first];
            if (period.first <= placement.first && placement.first <= period.last)
                life.events.push_back(
                    {"placement", placement.start, placement.end,
                     indicators::code_and_meaning(first.place) +
                         (placement.start_known ? ""
                                                : "; began on or before the first day known")});
        }
        for (std::size_t i = period.first; i <= period.last; ++i)
            life.events.push_back({"episode", care[i].decom, care[i].dec,
                                   "RNE " + indicators::code_and_meaning(care[i].rne) + "; LS " +
                                       indicators::code_and_meaning(care[i].legal_status) +
                                       "; PLACE " + indicators::code_and_meaning(care[i].place)});
    }
    for (const care::Episode& episode : history.short_breaks())
        life.events.push_back({"short breaks", episode.decom, episode.dec,
                               "LS " + indicators::code_and_meaning(episode.legal_status)});
}

/// What the returns of the year say in their other tables.
inline void add_outcomes(Life& life, const indicators::Child& child) {
    const care::Outcomes& outcomes = child.outcomes();
    if (outcomes.oc2) {
        std::string facts;
        for (int i = 0; i <= static_cast<int>(care::Oc2Question::intervention_received); ++i) {
            const auto question = static_cast<care::Oc2Question>(i);
            const care::Flag answer = outcomes.oc2->answer(question);
            if (answer != care::Flag::blank)
                append(facts,
                       std::string(name_of(question)) + (answer == care::Flag::yes ? " 1" : " 0"));
        }
        if (const auto score = outcomes.oc2->score())
            append(facts, "SDQ_SCORE " + std::to_string(*score));
        life.events.push_back({"OC2", {}, {}, facts});
    }
    if (outcomes.oc3)
        life.events.push_back({"OC3",
                               {},
                               {},
                               indicators::facts_of_contact(child) + "; " +
                                   indicators::facts_of_activity(child) + "; " +
                                   indicators::facts_of_accommodation(child)});
    if (outcomes.ad1)
        life.events.push_back(
            {"AD1",
             {},
             {},
             indicators::facts_of_decision(child) + "; " + indicators::facts_of_match(child)});
    if (outcomes.uasc)
        life.events.push_back({"UASC", {}, {}, indicators::facts_of_unaccompanied(child)});
    for (const care::MissingRow& incident : outcomes.incidents)
        life.events.push_back({"incident", incident.start, incident.end,
                               indicators::code_and_meaning(incident.kind)});
    for (const care::SocialWorkerRow& worker : outcomes.social_workers)
        life.events.push_back({"social worker", worker.start, worker.end, {}});
}

} // namespace detail

/// Tells a child's life in care, and where the child stands in every indicator as at a date.
inline Life life_of(const care::Records& records, const scorecard::Request& request,
                    care::Date as_at, care::Records::ChildNumber number) {
    Life life;
    life.child = number;
    scorecard::Viewer viewer(records, request.policies);
    viewer.turn_to(number);
    detail::add_periods(life, viewer.history());
    const care::Window window(as_at);
    const auto child = viewer.through(window);
    if (!child)
        return life;
    detail::add_outcomes(life, *child);
    for (const Definition& definition : indicators::catalogue) {
        life.standings.push_back(explanation_of(*child, definition));
        life.unavailable_because.push_back(scorecard::why_unavailable(
            definition, records.name_of(viewer.record().authority),
            records.given.of(viewer.record().authority), window, request));
    }
    return life;
}

} // namespace indicare::explain
