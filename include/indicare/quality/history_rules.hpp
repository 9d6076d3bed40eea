#pragma once

#include <algorithm>
#include <span>

#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// What the joined episodes of a child say against each other: each against the care episode before
// it. The comments name DfE's validation rules by number.

namespace indicare::quality {

namespace detail {

class HistoryRules {
  public:
    HistoryRules(const Subject& subject, Flaws& flaws)
        : subject_(subject), history_(subject.history()), flaws_(flaws) {}

    void find() {
        const auto care = history_.care();
        for (std::size_t i = 0; i < care.size(); ++i) {
            const care::Episode* before = i == 0 ? nullptr : &care[i - 1];
            begins(i);
            need(care[i], i);
            if (before != nullptr)
                after_last(*before, care[i]);
            ends(care[i]);
        }
        for (const care::Episode& short_break : history_.short_breaks())
            ends(short_break);
    }

  private:
    static constexpr bool goes_on(care::ReasonNewEpisode rne) {
        return rne != care::ReasonNewEpisode::S && rne != care::ReasonNewEpisode::blank &&
               rne != care::ReasonNewEpisode::unlisted;
    }

    void begins(std::size_t number) {
        const care::Episode& episode = history_.care()[number];
        const care::Episode* before = number == 0 ? nullptr : &history_.care()[number - 1];
        const care::RowPlace row = episode_row(episode.row);
        const bool adjoins = before != nullptr && before->dec == episode.decom;
        if (episode.rne == care::ReasonNewEpisode::S) {
            if (adjoins && !before->leaves()) // 431
                flaws_.add(FindingCode::started_while_looked_after, row, Field::rne,
                           episode_row(before->row));
            return;
        }
        const bool short_breaks_became_care = history_.period_of(number).first == number &&
                                              history_.period_of(number).follows_short_breaks;
        if (!goes_on(episode.rne) || short_breaks_became_care)
            return;
        if (before == nullptr) {
            if (should_be_held(episode.decom) && !is_new_and_told(episode)) // 357, 433
                flaws_.add(FindingCode::continuation_without_previous, row, Field::rne,
                           episode.decom);
        } else if (before->leaves()) { // 432
            flaws_.add(FindingCode::continuation_after_leaving, row, Field::rne,
                       episode_row(before->row), before->dec.number());
        } else if (!adjoins) { // 433
            flaws_.add(FindingCode::gap_in_period, row, Field::decom, episode_row(before->row),
                       before->dec.number());
        } else if (contradicts(episode, *before)) { // 434-436
            flaws_.add(FindingCode::rne_contradicts_episodes, row, Field::rne,
                       episode_row(before->row));
        }
    }

    /// A return was given that holds every episode which ends on a day.
    bool should_be_held(care::Date day) const {
        const int year = day.reporting_year();
        return day > care::Date::of(year - 1, 4, 1) && subject_.given().with_episodes.holds(year);
    }

    /// Told by `child_new_but_not_started`.
    bool is_new_and_told(const care::Episode& episode) const {
        const int before = episode.return_year - 1;
        return subject_.given().with_episodes.holds(before) && !subject_.is_held_in(before);
    }

    /// L and P, T, B, U say whether the legal status changed; L also that the placement did not.
    static bool contradicts(const care::Episode& episode, const care::Episode& before) {
        const bool status_changed = episode.legal_status != before.legal_status;
        const bool place_changed = episode.place != before.place ||
                                   episode.provider != before.provider ||
                                   episode.location.postcode != before.location.postcode;
        switch (episode.rne) {
        case care::ReasonNewEpisode::L:
            return !status_changed || place_changed;
        case care::ReasonNewEpisode::P:
        case care::ReasonNewEpisode::T:
            return status_changed;
        case care::ReasonNewEpisode::B:
        case care::ReasonNewEpisode::U:
            return !status_changed;
        default:
            return false;
        }
    }

    /// The category of need stays the one with which the period of care began (504).
    void need(const care::Episode& episode, std::size_t i) {
        const care::Episode& first = history_.care()[history_.period_of(i).first];
        const bool differ = episode.need != first.need &&
                            episode.need != care::CategoryOfNeed::blank &&
                            first.need != care::CategoryOfNeed::blank;
        if (differ)
            flaws_.add(FindingCode::need_changes, episode_row(episode.row), Field::need,
                       episode_row(first.row));
    }

    /// Nobody comes back who died or was found to be 18 or over (437).
    void after_last(const care::Episode& before, const care::Episode& episode) {
        const bool was_last = before.rec == care::ReasonEpisodeCeased::E2 ||
                              before.rec == care::ReasonEpisodeCeased::E15;
        if (was_last && before.leaves())
            flaws_.add(FindingCode::episodes_after_last, episode_row(before.row), Field::rec,
                       episode_row(episode.row), episode.decom.number());
    }

    /// X1 says that another episode begins on the day (388).
    void ends(const care::Episode& episode) {
        if (episode.rec != care::ReasonEpisodeCeased::X1 || !episode.dec_stands ||
            episode.dec.is_none())
            return;
        if (!any_begins_on(history_.care(), episode.dec) &&
            !any_begins_on(history_.short_breaks(), episode.dec))
            flaws_.add(FindingCode::x1_without_next, episode_row(episode.row), Field::rec,
                       episode.dec);
    }

    static bool any_begins_on(std::span<const care::Episode> episodes, care::Date day) {
        return std::any_of(episodes.begin(), episodes.end(),
                           [day](const care::Episode& each) { return each.decom == day; });
    }

    const Subject& subject_;
    const care::History& history_;
    Flaws& flaws_;
};

} // namespace detail

/// Looks at how the episodes of a child follow each other.
inline void find_history_flaws(const Subject& subject, Flaws& flaws) {
    detail::HistoryRules(subject, flaws).find();
}

} // namespace indicare::quality
