#pragma once

#include <algorithm>
#include <optional>
#include <span>

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
    if (!records.given.longitudinal) {
        const auto years = joining.years();
        return std::any_of(years.begin(), years.end(), [&window](int year) {
            return year == window.first_reporting_year || year == window.last_reporting_year;
        });
    }
    const auto care = history.care();
    return std::any_of(care.begin(), care.end(), [&window](const care::Episode& episode) {
        return episode.decom <= window.last_of_reporting_years &&
               (episode.dec.is_none() || episode.dec >= window.first_of_reporting_years);
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
        const std::span<const care::Episode> episodes = joining_.join(records_, number);
        find_days(episodes);
        history_.build(episodes);
        outcomes_.gather(records_, number);
    }

    const care::Records::Child& record() const { return records_[number_]; }
    const care::Joining& joining() const { return joining_; }
    const care::History& history() const { return history_; }

    /// Whether the child can be in any population of the window: it has an episode that touches
    /// the window's reporting years, or a row in OC3. False for most children and most windows of
    /// a long series, and cheap.
    bool concerns(const care::Window& window) const {
        return (first_day_ <= window.last && last_day_ >= window.first) ||
               outcomes_.has_oc3_of(window);
    }

    /// The child through a window; nothing when not all returns of the window's year were given.
    /// Valid until the next call.
    std::optional<indicators::Child> through(const care::Window& window) {
        std::optional<indicators::Child> child;
        if (!records_.given.of(record().authority).cover(window))
            return child;
        outcomes_.look_at(window);
        child.emplace(window, history_, outcomes_, record().birth, record().sex,
                      is_held(records_, joining_, history_, window));
        return child;
    }

  private:
    void find_days(std::span<const care::Episode> episodes) {
        first_day_ = episodes.empty() ? care::last_recordable + 1 : episodes.front().decom;
        last_day_ = care::Date();
        for (const care::Episode& episode : episodes)
            last_day_ = std::max(last_day_,
                                 episode.dec.is_none() ? care::last_recordable + 1 : episode.dec);
    }

    const care::Records& records_;
    care::Joining joining_;
    care::History history_;
    care::Outcomes outcomes_;
    care::Records::ChildNumber number_ = 0;
    care::Date first_day_; ///< of the child's episodes
    care::Date last_day_;  ///< after all days where one is open
};

} // namespace indicare::scorecard
