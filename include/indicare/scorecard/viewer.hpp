#pragma once

#include <algorithm>
#include <optional>

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/care/records.hpp"
#include "indicare/care/window.hpp"
#include "indicare/indicators/child.hpp"

namespace indicare::scorecard {

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

/// Sees the children of records, one after the other, each through any window.
///
/// Keeps its memory from child to child. Cost: the sorting of one child's episodes to turn to it,
/// linear in the child's rows for each window.
class Viewer {
  public:
    /// The records are referred to, not copied.
    explicit Viewer(const care::Records& records, const care::Policies& policies = {})
        : records_(records), history_(policies) {}

    /// Turns to a child: joins its episodes and builds its history.
    void turn_to(care::Records::ChildNumber number) {
        number_ = number;
        history_.build(joining_.join(records_, number));
        outcomes_.gather(records_, number);
    }

    const care::Records::Child& record() const { return records_[number_]; }
    const care::Joining& joining() const { return joining_; }
    const care::History& history() const { return history_; }
    const care::Outcomes& outcomes() const { return outcomes_; }

    /// The child through a window; nothing when not all returns of the window's year were given.
    /// Valid until the next call.
    std::optional<indicators::Child> through(const care::Window& window) {
        if (!records_.given.of(record().authority).cover(window))
            return std::nullopt;
        outcomes_.look_at(window);
        return indicators::Child(window, history_, outcomes_, record().birth, record().sex,
                                 is_held(records_, joining_, history_, window));
    }

  private:
    const care::Records& records_;
    care::Joining joining_;
    care::History history_;
    care::Outcomes outcomes_;
    care::Records::ChildNumber number_ = 0;
};

} // namespace indicare::scorecard
