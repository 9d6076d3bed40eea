#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "indicare/care/episode.hpp"
#include "indicare/care/policy.hpp"

namespace indicare::care {

/// A continuous time of being looked after: care episodes `first` to `last` of a history.
struct PeriodOfCare {
    std::size_t first = 0;
    std::size_t last = 0;
    Date start;               ///< the first known DECOM
    bool start_known = false; ///< else the period began on or before `start`
    bool follows_short_breaks = false;
};

/// A time with one carer within a period of care.
struct Placement {
    std::size_t first = 0; ///< the care episode that begins it
    std::size_t period = 0;
    Date start;
    bool start_known = false; ///< else it began on or before `start`
    Date end;                 ///< none: open

    bool overlaps(Date from, Date to) const { return start <= to && (end.is_none() || end > from); }
};

/// A child's life in care, as far as the returns given tell it: care episodes, the periods of care
/// and the placements that they make up, and short breaks apart.
///
/// Source: `docs/rules.md`, section 1. Keeps its memory from child to child; cost linear in the
/// child's episodes.
class History {
  public:
    explicit History(const Policies& policies = {}) : policies_(policies) {}

    const Policies& policies() const { return policies_; }

    /// Builds the history of one child from episodes in order of DECOM that do not overlap.
    void build(std::span<const Episode> episodes) {
        care_.clear();
        short_breaks_.clear();
        for (const Episode& episode : episodes)
            (episode.is_care() ? care_ : short_breaks_).push_back(episode);
        find_periods();
        find_placements(placements_, false);
        find_placements(settled_placements_, true);
    }

    std::span<const Episode> care() const { return care_; }
    std::span<const Episode> short_breaks() const { return short_breaks_; }
    std::span<const PeriodOfCare> periods() const { return periods_; }
    std::span<const Placement> placements() const { return placements_; }

    /// Placements in which a change into U2 or U5 from another PLACE begins a new one, as DfE's
    /// long-term stability has counted since the 2021 release.
    std::span<const Placement> settled_placements() const { return settled_placements_; }

    /// The period that a care episode belongs to.
    const PeriodOfCare& period_of(std::size_t episode) const { return periods_[period_[episode]]; }
    std::size_t period_number_of(std::size_t episode) const { return period_[episode]; }

    /// The care episode by which the child is looked after on a day, if any.
    std::optional<std::size_t> open_on(Date day) const {
        std::optional<std::size_t> open;
        for (std::size_t i = 0; i < care_.size() && care_[i].decom <= day; ++i)
            if (care_[i].holds(day) || counts_although_leaving(care_[i], day))
                open = i;
        return open;
    }

    /// The care episode whose placement the child is in when episode `open` is open: itself, or for
    /// a temporary one the last before it in the same period that is not. Nothing when there is
    /// none.
    std::optional<std::size_t> placed_by(std::size_t open) const {
        std::size_t at = open;
        while (passed_over(care_[at])) {
            if (at == period_of(open).first)
                return std::nullopt;
            --at;
        }
        return at;
    }

    /// Of such placements, the one that a care episode which is not passed over lies in.
    static const Placement& holding(std::span<const Placement> placements, std::size_t episode) {
        std::size_t at = placements.size() - 1;
        while (placements[at].first > episode)
            --at;
        return placements[at];
    }

  private:
    bool counts_although_leaving(const Episode& episode, Date day) const {
        return policies_.leaver_on_date == LeaverOnDate::still_looked_after && episode.leaves() &&
               episode.dec == day;
    }

    bool passed_over(const Episode& episode) const {
        return policies_.temporary_placements == TemporaryPlacements::passed_over &&
               episode.is_temporary();
    }

    void find_periods() {
        periods_.clear();
        period_.clear();
        for (std::size_t i = 0; i < care_.size(); ++i) {
            if (i == 0 || begins_period(care_[i - 1], care_[i]))
                periods_.push_back(period_beginning_at(i));
            periods_.back().last = i;
            period_.push_back(periods_.size() - 1);
        }
    }

    static bool begins_period(const Episode& before, const Episode& episode) {
        return episode.rne == ReasonNewEpisode::S || before.dec != episode.decom || before.leaves();
    }

    PeriodOfCare period_beginning_at(std::size_t i) const {
        const Episode& episode = care_[i];
        PeriodOfCare period;
        period.first = i;
        period.start = episode.decom;
        period.follows_short_breaks = short_break_ends_on(episode.decom);
        period.start_known = episode.rne == ReasonNewEpisode::S || period.follows_short_breaks;
        return period;
    }

    bool short_break_ends_on(Date day) const {
        // Short breaks do not overlap: the one that ends on the day is the last to begin before it.
        const auto after = std::partition_point(
            short_breaks_.begin(), short_breaks_.end(),
            [day](const Episode& short_break) { return short_break.decom < day; });
        return after != short_breaks_.begin() && std::prev(after)->dec == day;
    }

    void find_placements(std::vector<Placement>& placements, bool settled) const {
        placements.clear();
        const Episode* last =
            nullptr; // the last episode of the same period that was not passed over
        bool after_temporary = false;
        for (std::size_t i = 0; i < care_.size(); ++i) {
            const Episode& episode = care_[i];
            if (i == periods_[period_[i]].first) {
                last = nullptr;
                after_temporary = false;
            }
            if (passed_over(episode)) {
                after_temporary = true;
                continue;
            }
            if (last == nullptr || moves(episode, *last, after_temporary) ||
                (settled && begins_early_permanence(episode, *last))) {
                const bool known = last != nullptr || starts_knowingly(episode, after_temporary);
                placements.push_back({i, period_[i], episode.decom, known, episode.dec});
            } else {
                placements.back().end = episode.dec;
            }
            last = &episode;
            after_temporary = false;
        }
    }

    /// The episode moves the child to another carer.
    bool moves(const Episode& episode, const Episode& last, bool after_temporary) const {
        if (episode.is_adoptive_with_current_carer())
            return false;
        if (after_temporary)
            return episode.place != last.place || episode.provider != last.provider ||
                   episode.location != last.location;
        return says_moved(episode);
    }

    bool says_moved(const Episode& episode) const {
        switch (episode.rne) {
        case ReasonNewEpisode::S:
        case ReasonNewEpisode::P:
        case ReasonNewEpisode::B:
            return true;
        case ReasonNewEpisode::T:
        case ReasonNewEpisode::U:
            return policies_.placement_run == PlacementRun::same_place;
        default:
            return false;
        }
    }

    /// The first known episode of a period says itself that the placement began with it.
    bool starts_knowingly(const Episode& episode, bool after_temporary) const {
        return episode.rne == ReasonNewEpisode::S ||
               (says_moved(episode) && !episode.is_adoptive_with_current_carer() &&
                !after_temporary);
    }

    static bool begins_early_permanence(const Episode& episode, const Episode& last) {
        return (episode.place == PlacementType::U2 || episode.place == PlacementType::U5) &&
               episode.place != last.place;
    }

    Policies policies_;
    std::vector<Episode> care_;
    std::vector<Episode> short_breaks_;
    std::vector<PeriodOfCare> periods_;
    std::vector<std::size_t> period_;
    std::vector<Placement> placements_;
    std::vector<Placement> settled_placements_;
};

} // namespace indicare::care
