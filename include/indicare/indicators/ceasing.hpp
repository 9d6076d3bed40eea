#pragma once

#include <array>
#include <string>

#include "indicare/indicators/definition.hpp"
#include "indicare/indicators/sources.hpp"

namespace indicare::indicators {

/// The last leaving of the year was for one of these reasons.
template <care::ReasonEpisodeCeased... codes>
Truth left_for(const Child& child) {
    return truth_of(((child.leaving().rec == codes) || ...));
}

/// Days from the start of the period of care to the last leaving of the year.
inline std::optional<std::int64_t> days_in_ended_period(const Child& child) {
    const care::PeriodOfCare& period = child.ended_period();
    if (!period.start_known)
        return std::nullopt;
    return child.leaving().dec - period.start;
}

inline std::string facts_of_ended_period(const Child& child) {
    const care::PeriodOfCare& period = child.ended_period();
    return std::string("period of care from ") + (period.start_known ? "" : "on or before ") +
           period.start.text() + " to " + child.leaving().dec.text();
}

/// What became of the children who ceased to be looked after in the year.
inline constexpr std::array ceasing{
    Definition{
        .id = "adopted",
        .title = "Adopted",
        .family = Family::ceasing,
        .unit = Unit::percent,
        .polarity = Polarity::high,
        .sentence = "Children who were adopted (E11, E12), of those who ceased to be looked after "
                    "in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .counted = {{"adopted (E11, E12)",
                     left_for<care::ReasonEpisodeCeased::E11, care::ReasonEpisodeCeased::E12>,
                     facts_of_leaving}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "special_guardianship",
        .title = "Special guardianship order",
        .family = Family::ceasing,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children who left under a special guardianship order (E43-E48; E45-E48 since "
                    "2019), of those who ceased to be looked after in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .counted = {{"left under a special guardianship order (E43-E48)",
                     left_for<care::ReasonEpisodeCeased::E43, care::ReasonEpisodeCeased::E44,
                              care::ReasonEpisodeCeased::E45, care::ReasonEpisodeCeased::E46,
                              care::ReasonEpisodeCeased::E47, care::ReasonEpisodeCeased::E48>,
                     facts_of_leaving}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "child_arrangements_order",
        .title = "Child arrangements order",
        .family = Family::ceasing,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children who left under a residence or child arrangements order (E41), of "
                    "those who ceased to be looked after in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .counted = {{"left under a residence or child arrangements order (E41)",
                     left_for<care::ReasonEpisodeCeased::E41>, facts_of_leaving}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "returned_home",
        .title = "Returned home",
        .family = Family::ceasing,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children who returned home to parents (E4A, E4B), of those who ceased to be "
                    "looked after in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .counted = {{"returned home (E4A, E4B)",
                     left_for<care::ReasonEpisodeCeased::E4A, care::ReasonEpisodeCeased::E4B>,
                     facts_of_leaving}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "returned_home_planned",
        .title = "Returned home as planned",
        .family = Family::ceasing,
        .unit = Unit::percent,
        .polarity = Polarity::none,
        .sentence = "Children who returned home as the care plan foresaw (E4A), of those who "
                    "ceased to be looked after in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .counted = {{"returned home as planned (E4A)", left_for<care::ReasonEpisodeCeased::E4A>,
                     facts_of_leaving}},
        .reads = care::Table::episodes,
    },
    Definition{
        .id = "days_in_care",
        .title = "Average days in care, of leavers",
        .family = Family::ceasing,
        .unit = Unit::days,
        .polarity = Polarity::none,
        .sentence = "Days from the start of the period of care to its end, averaged over the "
                    "children who ceased to be looked after in the year.",
        .source = source::looked_after,
        .population = Population::ceased,
        .amount = days_in_ended_period,
        .amount_facts = facts_of_ended_period,
        .amount_decided_by = earlier_return,
        .reads = care::Table::episodes,
    },
};

} // namespace indicare::indicators
