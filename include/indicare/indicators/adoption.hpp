#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// The day on which an adopted child was placed with the adopters: the first day of the unbroken
/// run of A3-A6 with which the period of care ends, temporary placements passed over; none when
/// there is no such run, or it may have begun before the first known episode.
inline care::Date placed_for_adoption_on(const Child& child) {
    const auto care = child.history().care();
    const care::PeriodOfCare& period = child.ended_period();
    care::Date placed;
    for (std::size_t i = child.leaving_episode() + 1; i-- > period.first;) {
        if (care[i].is_temporary())
            continue;
        if (!care[i].is_adoptive())
            return placed;
        placed = care[i].decom;
    }
    return period.start_known ? placed : care::Date();
}

/// The start of the period of care that the adoption ended; none when it is not known.
inline care::Date entered_care_on(const Child& child) {
    return child.ended_period().start_known ? child.ended_period().start : care::Date();
}

inline care::Date decided_on(const Child& child) {
    return child.outcomes().ad1 ? care::Date(child.outcomes().ad1->decision) : care::Date();
}

inline care::Date matched_on(const Child& child) {
    return child.outcomes().ad1 ? care::Date(child.outcomes().ad1->match) : care::Date();
}

/// The first episode of the period under a placement or freeing order, if any.
inline const care::Episode* first_ordered_episode(const Child& child) {
    const auto care = child.history().care();
    for (std::size_t i = child.ended_period().first; i <= child.leaving_episode(); ++i)
        if (care[i].legal_status == care::LegalStatus::E1 ||
            care[i].legal_status == care::LegalStatus::D1)
            return &care[i];
    return nullptr;
}

/// The period has an order of known date. Where the period's start is not known, an order may stand
/// before the first known episode: surely so if that is under one and began without a change of
/// legal status.
inline Truth has_order(const Child& child) {
    const care::Episode* ordered = first_ordered_episode(child);
    if (child.ended_period().start_known)
        return truth_of(ordered != nullptr);
    if (ordered == nullptr)
        return Truth::unknown;
    const bool is_first_known = ordered->decom == child.ended_period().start;
    const bool keeps_status =
        ordered->rne == care::ReasonNewEpisode::P || ordered->rne == care::ReasonNewEpisode::T;
    return is_first_known && keeps_status ? Truth::unknown : Truth::yes;
}

/// Days between two days of an adoption; nothing when one of them is not known.
inline std::optional<std::int64_t> days_between(care::Date from, care::Date to) {
    if (from.is_none() || to.is_none())
        return std::nullopt;
    return to - from;
}

// The days of an adoption, in words.

inline std::string facts_of_entering_care(const Child& child) {
    const care::PeriodOfCare& period = child.ended_period();
    return std::string("entered care ") + (period.start_known ? "on " : "on or before ") +
           period.start.text();
}

/// A day that may not be known, and what it is called.
inline std::string named_day(std::string_view name, care::Date day) {
    return std::string(name) + (day.is_none() ? " not known" : " " + day.text());
}

inline std::string facts_of_decision(const Child& child) {
    return named_day("decision (DATE_INT)", decided_on(child));
}

inline std::string facts_of_match(const Child& child) {
    return named_day("match (DATE_MATCH)", matched_on(child));
}

inline std::string facts_of_placing(const Child& child) {
    return named_day("placed for adoption", placed_for_adoption_on(child));
}

inline std::string facts_of_adoption(const Child& child) {
    return named_day("adopted", child.leaving().dec);
}

inline std::string facts_of_order(const Child& child) {
    const care::Episode* ordered = first_ordered_episode(child);
    return ordered == nullptr
               ? std::string(child.ended_period().start_known
                                 ? "no placement or freeing order"
                                 : "no placement or freeing order is known, nor how care began")
               : "first known under " + std::string(text_of(ordered->legal_status)) + " on " +
                     ordered->decom.text();
}

/// Two facts, one after the other.
template <Facts first, Facts second>
std::string both(const Child& child) {
    return first(child) + ", " + second(child);
}

inline constexpr std::string_view days_of_adoption =
    "DATE_INT and DATE_MATCH in AD1, the start of the period of care, and the episodes A3-A6 "
    "before "
    "the adoption: those of them that are not known";

/// How long the stages of adoption took, for children adopted in the year.
inline constexpr std::array adoption{
    Definition{
        .id = "days_care_to_placement",
        .title = "Days from entering care to moving in with adopters",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the start of the period of care to the placement for adoption, "
                    "averaged over the children adopted in the year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) {
                return days_between(entered_care_on(child), placed_for_adoption_on(child));
            },
        .amount_facts = both<facts_of_entering_care, facts_of_placing>,
        .amount_decided_by = days_of_adoption,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "days_order_to_match",
        .title = "Days from placement order to match",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the first placement or freeing order of the period of care to the "
                    "match with the adopters, none when the match came first, averaged over the "
                    "children adopted in the year with such an order.",
        .source = source::adoption_scorecard,
        .population = Population::adopted,
        .among = {{"under a placement or freeing order in the period (E1, D1)", has_order,
                   facts_of_order, earlier_return}},
        .amount = [](const Child& child) -> std::optional<std::int64_t> {
            const auto days = days_between(first_ordered_episode(child)->decom, matched_on(child));
            return days ? std::optional(std::max<std::int64_t>(*days, 0)) : days;
        },
        .amount_facts = both<facts_of_order, facts_of_match>,
        .amount_decided_by = days_of_adoption,
        .reads = care::TableSet(care::Table::episodes) | care::Table::ad1,
        .columns = {"DATE_MATCH"},
    },
    Definition{
        .id = "days_care_to_decision",
        .title = "Days from entering care to decision",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the start of the period of care to the decision that the child "
                    "should be placed for adoption, averaged over the children adopted in the "
                    "year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) {
                return days_between(entered_care_on(child), decided_on(child));
            },
        .amount_facts = both<facts_of_entering_care, facts_of_decision>,
        .amount_decided_by = days_of_adoption,
        .reads = care::TableSet(care::Table::episodes) | care::Table::ad1,
        .columns = {"DATE_INT"},
    },
    Definition{
        .id = "days_decision_to_match",
        .title = "Days from decision to match",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the decision that the child should be placed for adoption to the "
                    "match with the adopters, averaged over the children adopted in the year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) { return days_between(decided_on(child), matched_on(child)); },
        .amount_facts = both<facts_of_decision, facts_of_match>,
        .amount_decided_by = days_of_adoption,
        .reads = care::TableSet(care::Table::episodes) | care::Table::ad1,
        .columns = {"DATE_INT", "DATE_MATCH"},
    },
    Definition{
        .id = "days_match_to_placement",
        .title = "Days from match to moving in with adopters",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the match with the adopters to the placement for adoption, averaged "
                    "over the children adopted in the year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) {
                return days_between(matched_on(child), placed_for_adoption_on(child));
            },
        .amount_facts = both<facts_of_match, facts_of_placing>,
        .amount_decided_by = days_of_adoption,
        .reads = care::TableSet(care::Table::episodes) | care::Table::ad1,
        .columns = {"DATE_MATCH"},
    },
    Definition{
        .id = "days_placement_to_adoption",
        .title = "Days from moving in to adoption",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the placement for adoption to the adoption order, averaged over the "
                    "children adopted in the year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) {
                return days_between(placed_for_adoption_on(child), child.leaving().dec);
            },
        .amount_facts = both<facts_of_placing, facts_of_adoption>,
        .amount_decided_by = days_of_adoption,
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "days_care_to_adoption",
        .title = "Days from entering care to adoption",
        .family = Family::adoption,
        .unit = Unit::days,
        .polarity = Polarity::low,
        .sentence = "Days from the start of the period of care to the adoption order, averaged "
                    "over the children adopted in the year.",
        .source = source::looked_after,
        .population = Population::adopted,
        .amount =
            [](const Child& child) {
                return days_between(entered_care_on(child), child.leaving().dec);
            },
        .amount_facts = both<facts_of_entering_care, facts_of_adoption>,
        .amount_decided_by = days_of_adoption,
        .reads = care::Table::episodes,
    },
};

} // namespace indicare::indicators
