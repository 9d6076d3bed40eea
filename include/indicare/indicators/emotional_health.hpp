#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

inline constexpr Condition aged_5_to_16{"aged 5-16 on the date",
                                        [](const Child& child) { return child.is_aged(5, 16); },
                                        facts_of_age, date_of_birth};

inline std::optional<std::int64_t> sdq_score(const Child& child) {
    if (!child.outcomes().oc2 || !child.outcomes().oc2->score())
        return std::nullopt;
    return *child.outcomes().oc2->score();
}

inline std::string facts_of_sdq_score(const Child& child) {
    const auto score = sdq_score(child);
    return score                  ? "SDQ_SCORE " + std::to_string(*score)
           : child.outcomes().oc2 ? "SDQ_SCORE blank"
                                  : "no row in OC2";
}

inline constexpr Condition with_sdq_score{
    "with a score", [](const Child& child) { return truth_of(sdq_score(child).has_value()); },
    facts_of_sdq_score};

/// The score lies in a band; asked only of children with one.
template <int from, int to>
Truth sdq_is_within(const Child& child) {
    const std::int64_t score = sdq_score(child).value_or(-1);
    return truth_of(from <= score && score <= to);
}

/// Points by which the score lies outside of a band, or within it.
template <int from, int to>
std::int64_t gap_to_band(const Child& child) {
    const std::int64_t score = sdq_score(child).value_or(-1);
    return score < from ? from - score
           : score > to ? score - to
                        : std::min(score - from, to - score) + 1;
}

/// Strengths and difficulties of the children looked after continuously for twelve months.
inline constexpr std::array emotional_health{
    Definition{
        .id = "sdq_received",
        .title = "Strengths and difficulties score received",
        .family = Family::emotional_health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children with a strengths and difficulties score, of those aged 5-16 looked "
                    "after for twelve months who have a row in OC2.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {aged_5_to_16,
                  {"with a row in OC2",
                   [](const Child& child) { return truth_of(child.outcomes().oc2 != nullptr); },
                   facts_of_sdq_score}},
        .counted = {with_sdq_score},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SDQ_SCORE"},
    },
    Definition{
        .id = "sdq_mean",
        .title = "Average strengths and difficulties score",
        .family = Family::emotional_health,
        .unit = Unit::score,
        .polarity = Polarity::low,
        .sentence = "Average strengths and difficulties score (0-40) of the children aged 5-16 "
                    "looked after for twelve months who have one.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {aged_5_to_16, with_sdq_score},
        .amount = sdq_score,
        .amount_facts = facts_of_sdq_score,
        .most_each = 40,
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SDQ_SCORE"},
    },
    Definition{
        .id = "sdq_normal",
        .title = "Score in the normal band",
        .family = Family::emotional_health,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children whose score lies in the normal band (0-13), of those aged 5-16 "
                    "looked after for twelve months who have a score.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {aged_5_to_16, with_sdq_score},
        .counted = {{"score in the normal band (0-13)",
                     sdq_is_within<0, 13>,
                     facts_of_sdq_score,
                     {},
                     gap_to_band<0, 13>}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SDQ_SCORE"},
    },
    Definition{
        .id = "sdq_borderline",
        .title = "Score in the borderline band",
        .family = Family::emotional_health,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children whose score lies in the borderline band (14-16), of those aged 5-16 "
                    "looked after for twelve months who have a score.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {aged_5_to_16, with_sdq_score},
        .counted = {{"score in the borderline band (14-16)",
                     sdq_is_within<14, 16>,
                     facts_of_sdq_score,
                     {},
                     gap_to_band<14, 16>}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SDQ_SCORE"},
    },
    Definition{
        .id = "sdq_concern",
        .title = "Score of concern",
        .family = Family::emotional_health,
        .unit = Unit::percent,
        .polarity = Polarity::low,
        .sentence = "Children whose score lies in the band of concern (17-40), of those aged 5-16 "
                    "looked after for twelve months who have a score.",
        .source = source::looked_after,
        .population = Population::twelve_months,
        .among = {aged_5_to_16, with_sdq_score},
        .counted = {{"score in the band of concern (17-40)",
                     sdq_is_within<17, 40>,
                     facts_of_sdq_score,
                     {},
                     gap_to_band<17, 40>}},
        .reads = care::TableSet(care::Table::episodes) | care::Table::oc2,
        .columns = {"SDQ_SCORE"},
    },
};

} // namespace indicare::indicators
