#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "indicare/care/records.hpp"

namespace indicare::care {

/// The rules by which the episodes that returns give become one history.
enum class JoiningRule : std::uint8_t {
    dec_not_after_decom, ///< DEC on or before DECOM: read as blank
    duplicate_in_return, ///< same DECOM twice in one return: the later row stands
    corrected_away,      ///< begins inside an episode that a later return holds: dropped
    no_longer_reported,  ///< open, and a later return no longer holds it: ends on 1 April
    open_before_next,    ///< open though another episode follows: ends where that one begins
    overlaps_next        ///< ends after the next one begins: ends where that one begins
};

/// One use of a rule: on which row, because of which other row (or none), and for an episode that
/// was given another end, that end.
struct JoiningStep {
    JoiningRule rule;
    std::uint32_t row;
    std::uint32_t because_of_row;
    Date end;

    static constexpr std::uint32_t no_row = 0xffffffff;
};

/// Joins a child's episodes over all returns given. Source: `docs/rules.md`, sections 1 and 5.
///
/// Keeps its memory from child to child. Cost: the sorting of one child's episodes.
class Joining {
  public:
    /// The child's episodes in order of DECOM, none overlapping, with the ends that the rules give
    /// them; valid until the next call. The row `without`, if any, is taken not to be there.
    std::span<const Episode> join(const Records& records, Records::ChildNumber child,
                                  std::uint32_t without = JoiningStep::no_row) {
        steps_.clear();
        years_.clear();
        gather(records, child, without);
        keep_latest_versions();
        drop_corrected_away();
        const Records::AuthorityNumber authority = records[child].authority;
        if (!records.given.longitudinal)
            end_no_longer_reported(records.given.of(authority).with_episodes);
        end_where_the_next_begins();
        return episodes_;
    }

    /// The rules that the last call used.
    std::span<const JoiningStep> steps() const { return steps_; }

    /// The years of the returns that hold the child in their Episodes, in the last call.
    std::span<const int> years() const { return years_; }

  private:
    void gather(const Records& records, Records::ChildNumber child, std::uint32_t without) {
        episodes_.clear();
        records.for_each<StoredEpisode>(
            child, [this, without](const StoredEpisode& row, std::uint32_t index) {
                if (index != without)
                    episodes_.push_back(row.unpacked(index));
            });
        std::sort(episodes_.begin(), episodes_.end(), [](const Episode& a, const Episode& b) {
            return std::tuple(a.decom, a.return_year, a.row) <
                   std::tuple(b.decom, b.return_year, b.row);
        });
        for (Episode& episode : episodes_) {
            if (std::find(years_.begin(), years_.end(), episode.return_year) == years_.end())
                years_.push_back(episode.return_year);
            if (!episode.dec.is_none() && episode.dec <= episode.decom) {
                step(JoiningRule::dec_not_after_decom, episode);
                episode.dec = Date();
            }
        }
    }

    void keep_latest_versions() {
        std::size_t kept = 0;
        for (const Episode& episode : episodes_) {
            if (kept > 0 && episodes_[kept - 1].decom == episode.decom) {
                const Episode& before = episodes_[kept - 1];
                if (before.return_year == episode.return_year)
                    step(JoiningRule::duplicate_in_return, before, episode.row);
                episodes_[kept - 1] = episode;
            } else {
                episodes_[kept++] = episode;
            }
        }
        episodes_.resize(kept);
    }

    /// An episode is dropped when an earlier-starting one of a later return runs on past its start;
    /// a dropped one still drops others.
    void drop_corrected_away() {
        if (years_.size() < 2)
            return;
        furthest_.clear();
        std::size_t kept = 0;
        for (const Episode& episode : episodes_) {
            const Furthest* over = nullptr;
            for (const Furthest& each : furthest_)
                if (each.return_year > episode.return_year && each.end > episode.decom)
                    over = &each;
            if (over != nullptr)
                step(JoiningRule::corrected_away, episode, over->row);
            extend_furthest(episode);
            if (over == nullptr)
                episodes_[kept++] = episode;
        }
        episodes_.resize(kept);
    }

    void extend_furthest(const Episode& episode) {
        const Date end = episode.dec.is_none() ? last_recordable + 1 : episode.dec;
        for (Furthest& each : furthest_)
            if (each.return_year == episode.return_year) {
                if (end > each.end)
                    each = {episode.return_year, end, episode.row};
                return;
            }
        furthest_.push_back({episode.return_year, end, episode.row});
    }

    void end_no_longer_reported(const Years& with_episodes) {
        for (std::size_t i = 0; i < episodes_.size(); ++i) {
            Episode& episode = episodes_[i];
            if (!episode.dec.is_none() || !with_episodes.holds_later_than(episode.return_year))
                continue;
            Date end = std::max(Date::of(episode.return_year, 4, 1), episode.decom);
            if (i + 1 < episodes_.size())
                end = std::min(end, episodes_[i + 1].decom);
            give_end(episode, end);
            step(JoiningRule::no_longer_reported, episode);
        }
    }

    void end_where_the_next_begins() {
        for (std::size_t i = 0; i + 1 < episodes_.size(); ++i) {
            Episode& episode = episodes_[i];
            const Episode& next = episodes_[i + 1];
            if (!episode.dec.is_none() && episode.dec <= next.decom)
                continue;
            const JoiningRule rule =
                episode.dec.is_none() ? JoiningRule::open_before_next : JoiningRule::overlaps_next;
            give_end(episode, next.decom);
            step(rule, episode, next.row);
        }
    }

    static void give_end(Episode& episode, Date end) {
        episode.dec = end;
        episode.dec_stands = false;
    }

    void step(JoiningRule rule, const Episode& episode,
              std::uint32_t because_of_row = JoiningStep::no_row) {
        steps_.push_back({rule, episode.row, because_of_row, episode.dec});
    }

    /// How far the episodes of one return that were seen so far run.
    struct Furthest {
        int return_year;
        Date end;
        std::uint32_t row;
    };

    std::vector<Episode> episodes_;
    std::vector<JoiningStep> steps_;
    std::vector<int> years_;
    std::vector<Furthest> furthest_;
};

} // namespace indicare::care
