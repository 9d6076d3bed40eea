#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "indicare/care/history.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/care/window.hpp"
#include "indicare/indicators/truth.hpp"

namespace indicare::indicators {

/// The groups of children that indicators are about. Which of them a child belongs to is always
/// known; what narrows them further may not be.
enum class Population : std::uint8_t {
    looked_after,      ///< on the date
    started,           ///< began to be looked after in the year
    ceased,            ///< left in the year; the last leaving counts
    in_year,           ///< looked after at any time in the year
    short_breaks_only, ///< in the year, under an agreed series of short breaks and nothing else
    twelve_months,     ///< looked after continuously for the twelve months up to the date
    adopted,           ///< ceased, and the last leaving was an adoption
    care_leavers       ///< has a row in OC3
};

inline constexpr std::size_t population_count = 8;

/// One child as a window sees it: what the conditions of indicators ask.
class Child {
  public:
    using Episode = care::Episode;

    /// `held`: a return of the window's year holds the child in its Episodes. The history and the
    /// outcomes, which must be looking at the window, are referred to, not copied.
    Child(const care::Window& window, const care::History& history, const care::Outcomes& outcomes,
          care::Date birth, care::Sex sex, bool held)
        : window_(window), history_(history), outcomes_(outcomes), birth_(birth), sex_(sex),
          held_(held) {
        if (held)
            find_populations();
        add(Population::care_leavers, outcomes.oc3 != nullptr);
        if (is_in_any())
            age_ = age_on_the_date();
    }

    const care::Window& window() const { return window_; }
    const care::History& history() const { return history_; }
    const care::Outcomes& outcomes() const { return outcomes_; }
    const care::Policies& policies() const { return history_.policies(); }

    bool is_in(Population population) const {
        return (populations_ >> static_cast<unsigned>(population) & 1U) != 0;
    }
    bool is_in_any() const { return populations_ != 0; }

    /// A return of the window's year holds the child in its Episodes.
    bool is_held() const { return held_; }

    care::Sex sex() const { return sex_; }

    /// Completed years on the date; nothing when the date of birth is not known.
    std::optional<int> age() const { return age_ ? age_ : age_on_the_date(); }

    /// Completed years on a day; nothing when the date of birth is not known.
    std::optional<int> age_on(care::Date day) const {
        if (birth_.is_none())
            return std::nullopt;
        return care::age_at(day, birth_, policies().leap_day_birthday);
    }

    static constexpr int youngest = std::numeric_limits<int>::min();
    static constexpr int oldest = std::numeric_limits<int>::max();

    /// Aged from `from` to `to` on the date, both included.
    Truth is_aged(int from, int to) const {
        const std::optional<int> years = age();
        return years ? truth_of(from <= *years && *years <= to) : Truth::unknown;
    }

    /// The care episode open on the date; only for the looked after.
    std::size_t open_episode() const { return *open_; }

    /// The period of care on the date; only for the looked after.
    const care::PeriodOfCare& period() const { return history_.period_of(*open_); }

    /// The care episode of the placement on the date; nothing when the child has none (only
    /// temporary ones since the period began); only for the looked after.
    std::optional<std::size_t> placed_by() const { return placed_by_; }

    /// Asks about the placement on the date: `holds` of its episode, `without` where the child is
    /// known to have none, unknown where there may have been one before the first known episode.
    template <class Holds>
    Truth of_placement(Holds&& holds, bool without = false) const {
        if (placed_by_)
            return truth_of(holds(history_.care()[*placed_by_]));
        return period().start_known ? truth_of(without) : Truth::unknown;
    }

    /// The care episode by which the child first started in the year; only for the started.
    std::size_t starting_episode() const { return *starting_; }

    /// The last care episode by which the child left in the year; only for the ceased.
    const Episode& leaving() const { return history_.care()[*leaving_]; }

    /// The period of care that the last leaving ended; only for the ceased.
    const care::PeriodOfCare& ended_period() const { return history_.period_of(*leaving_); }
    std::size_t leaving_episode() const { return *leaving_; }

  private:
    std::optional<int> age_on_the_date() const { return age_on(window_.last); }

    void add(Population population, bool belongs) {
        populations_ |= static_cast<std::uint16_t>(static_cast<unsigned>(belongs)
                                                   << static_cast<unsigned>(population));
    }

    void find_populations() {
        const care::Date first = window_.first;
        const care::Date last = window_.last;
        open_ = history_.open_on(last);
        if (open_)
            placed_by_ = history_.placed_by(*open_);
        bool started_after_first_day = false;
        bool in_care = false;
        for (std::size_t i = 0; i < history_.care().size(); ++i) {
            const Episode& episode = history_.care()[i];
            if (episode.decom > last)
                break;
            in_care = in_care || episode.overlaps(first, last);
            if (episode.rne == care::ReasonNewEpisode::S && window_.holds(episode.decom)) {
                starting_ = starting_ ? starting_ : i;
                started_after_first_day = started_after_first_day || episode.decom > first;
            }
            if (episode.leaves() && window_.holds(episode.dec))
                leaving_ = i;
        }
        bool short_breaks = false;
        for (const Episode& episode : history_.short_breaks())
            short_breaks = short_breaks || episode.overlaps(first, last);

        const bool ceased = leaving_.has_value();
        add(Population::looked_after, open_.has_value());
        add(Population::started, starting_.has_value());
        add(Population::ceased, ceased);
        add(Population::in_year, in_care || ceased);
        add(Population::short_breaks_only, short_breaks && !in_care && !ceased);
        add(Population::twelve_months,
            open_ && !started_after_first_day && !ceased && !short_breaks);
        add(Population::adopted, ceased && is_adoption(leaving().rec));
    }

    static bool is_adoption(care::ReasonEpisodeCeased rec) {
        return rec == care::ReasonEpisodeCeased::E11 || rec == care::ReasonEpisodeCeased::E12;
    }

    const care::Window& window_;
    const care::History& history_;
    const care::Outcomes& outcomes_;
    care::Date birth_;
    care::Sex sex_;
    bool held_;
    std::uint16_t populations_ = 0;
    std::optional<int> age_; ///< of a child in any population, of whom it is asked again and again
    std::optional<std::size_t> open_;
    std::optional<std::size_t> placed_by_;
    std::optional<std::size_t> starting_;
    std::optional<std::size_t> leaving_;
};

} // namespace indicare::indicators
