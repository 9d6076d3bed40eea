#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/care/records.hpp"
#include "indicare/indicators/asides.hpp"
#include "indicare/indicators/counting.hpp"

namespace indicare::scorecard {

/// What was counted for one authority as at one date.
struct Counted {
    indicators::Tallies tallies{};
    indicators::Asides asides{};

    Counted& operator+=(const Counted& other) {
        indicators::operator+=(tallies, other.tallies);
        asides += other.asides;
        return *this;
    }
    bool operator==(const Counted&) const = default;
};

/// Whether a return of the window's year holds the child in its Episodes.
inline bool is_held(const care::Records& records, const care::Joining& joining,
                    const care::History& history, const care::Window& window) {
    const int first = window.first_reporting_year;
    const int last = window.last_reporting_year;
    if (!records.given.longitudinal) {
        const auto years = joining.years();
        return std::any_of(years.begin(), years.end(),
                           [=](int year) { return year == first || year == last; });
    }
    const care::Date from = care::Date::of(first - 1, 4, 1);
    const care::Date to = care::Date::end_of_reporting_year(last);
    const auto care = history.care();
    return std::any_of(care.begin(), care.end(), [=](const care::Episode& episode) {
        return episode.decom <= to && (episode.dec.is_none() || episode.dec >= from);
    });
}

/// Counts every indicator as at every date, for every authority, in one pass over the children.
///
/// `counts[authority][date]` has the authorities in the order of the records. `visit(child,
/// joining)` is called for each child once its episodes are joined. Cost: linear in rows, and in
/// children times the dates on which they are in some population.
template <class Visit>
std::vector<std::vector<Counted>> count(const care::Records& records,
                                        std::span<const care::Window> windows,
                                        const care::Policies& policies, Visit&& visit) {
    std::vector<std::vector<Counted>> counts(records.authority_count(),
                                             std::vector<Counted>(windows.size()));
    care::Joining joining;
    care::History history(policies);
    care::Outcomes outcomes;
    for (care::Records::ChildNumber number = 0; number < records.child_count(); ++number) {
        const care::Records::Child& record = records[number];
        history.build(joining.join(records, number));
        outcomes.gather(records, number);
        visit(number, joining);
        for (std::size_t at = 0; at < windows.size(); ++at) {
            const care::Window& window = windows[at];
            if (!records.given.of(record.authority).cover(window))
                continue;
            outcomes.look_at(window);
            const indicators::Child child(window, history, outcomes, record.birth, record.sex,
                                          is_held(records, joining, history, window));
            if (!child.is_in_any())
                continue;
            Counted& counted = counts[record.authority][at];
            indicators::count(child, counted.tallies);
            indicators::count(child, counted.asides);
        }
    }
    return counts;
}

} // namespace indicare::scorecard
