#pragma once

#include "indicare/quality/finding.hpp"

// The kinds of findings about how episodes follow each other.

namespace indicare::quality {

inline constexpr std::array kinds_of_histories = {
    FindingKind{FindingCode::dec_not_after_decom, "dec_not_after_decom", Severity::warning,
                Moves::row, "An episode ends before it begins; its DEC is read as blank.",
                "a DEC after DECOM", "not after DECOM {date}; read as blank"},
    FindingKind{FindingCode::episode_twice, "episode_twice", Severity::warning, Moves::row,
                "A return has two episodes of one DECOM; the later row stands.",
                "one episode a DECOM",
                "the return has another episode of this DECOM ({place}); the later row stands"},
    FindingKind{FindingCode::episode_corrected_away, "episode_corrected_away", Severity::warning,
                Moves::row,
                "An episode lies inside one that a later return holds; it is dropped as corrected "
                "away.",
                "the same episodes in every return",
                "lies inside an episode that a later return holds ({place}); dropped as corrected "
                "away"},
    FindingKind{FindingCode::episode_no_longer_reported, "episode_no_longer_reported",
                Severity::warning, Moves::absent_child,
                "An episode was open and a later return no longer holds it; it ends on 1 April, "
                "which is no leaving.",
                "the episode in the next return, open or ended",
                "open, but no later return holds it; ends on {date}, which is no leaving"},
    FindingKind{FindingCode::episode_open_before_next, "episode_open_before_next",
                Severity::warning, Moves::row,
                "An episode is open though another follows; it ends where that one begins, which "
                "is no leaving.",
                "a DEC before the next episode begins",
                "open, though another episode begins on {date} ({place}); ends then, which is no "
                "leaving"},
    FindingKind{FindingCode::episodes_overlap, "episodes_overlap", Severity::warning, Moves::row,
                "An episode ends after the next one begins; it ends where that one begins, which "
                "is no leaving.",
                "a DEC on or before the next DECOM",
                "after the next episode begins on {date} ({place}); ends then, which is no "
                "leaving"},
    FindingKind{FindingCode::row_twice, "row_twice", Severity::warning, Moves::row,
                "A return has a row of a child twice; the later row stands.", "one such row",
                "the return has the row of {table} again ({place}); the later row stands"},
    FindingKind{FindingCode::child_without_header, "child_without_header", Severity::warning,
                Moves::absent_row,
                "A return has episodes of a child and no Header row; sex and date of birth come "
                "from other tables.",
                "a Header row for each child",
                "the return of {number} has no Header row for this child; sex and date of birth "
                "are taken from other tables and returns, where those state them"},
    FindingKind{FindingCode::episode_same_day, "episode_same_day", Severity::warning, Moves::row,
                "An episode begins and ends on one day; its DEC is read as blank.",
                "a DEC after DECOM",
                "the DECOM itself: an episode lasts a day or more; read as blank"},
    FindingKind{FindingCode::started_while_looked_after, "started_while_looked_after",
                Severity::error, Moves::row,
                "An episode says that the child started to be looked after, on the day on which "
                "the episode before it ended.",
                "another RNE, or a later DECOM",
                "the child was looked after until this day ({place})"},
    FindingKind{FindingCode::continuation_after_leaving, "continuation_after_leaving",
                Severity::error, Moves::row,
                "An episode says that it goes on from the one before it, by which the child had "
                "left care.",
                "RNE S, or X1 as the REC before it",
                "the child had left care on {date} ({place}); expected S"},
    FindingKind{FindingCode::continuation_without_previous, "continuation_without_previous",
                Severity::error, Moves::row,
                "An episode says that it goes on from one before it, and the return that should "
                "hold that one does not.",
                "RNE S, or an episode that ends on this DECOM",
                "no episode ends on {date}, and a return that should hold it was given"},
    FindingKind{FindingCode::gap_in_period, "gap_in_period", Severity::error, Moves::row,
                "An episode says that it goes on from the one before it, which ended earlier: a "
                "gap inside a period of care.",
                "a DECOM on the DEC before it, or RNE S",
                "the episode before it ended earlier, on {date} ({place})"},
    FindingKind{FindingCode::x1_without_next, "x1_without_next", Severity::error, Moves::row,
                "An episode ends because another begins on the same day, and none does.",
                "an episode that begins on this DEC, or the REC by which the child left",
                "no episode begins on {date}"},
    FindingKind{FindingCode::episodes_after_last, "episodes_after_last", Severity::error,
                Moves::row, "A child died or was found to be 18 or over, and has later episodes.",
                "no later episode", "a later episode begins on {date} ({place})"},
    FindingKind{FindingCode::rne_contradicts_episodes, "rne_contradicts_episodes",
                Severity::warning, Moves::row,
                "An episode says that its legal status or its placement changed, or did not, and "
                "the episode before it shows otherwise.",
                "an RNE that fits the change: L status, P and T placement, B and U both",
                "the episode before it ({place}) shows otherwise"},
    FindingKind{FindingCode::need_changes, "need_changes", Severity::warning, Moves::nothing,
                "The category of need changes within a period of care.",
                "the CIN with which the period began",
                "the period of care began with another code ({place})"},
};

inline constexpr std::array kinds_of_dates = {
    FindingKind{FindingCode::date_in_future, "date_in_future", Severity::error, Moves::row,
                "A date lies after the year of the return that states it.",
                "a day up to the 31 March on which the return ends",
                "after {date}, on which the return ends"},
    FindingKind{FindingCode::date_before_birth, "date_before_birth", Severity::error, Moves::row,
                "Something happened before the child was born.",
                "a day on or after the date of birth", "before the child's date of birth"},
    FindingKind{FindingCode::dates_out_of_order, "dates_out_of_order", Severity::error, Moves::row,
                "Something ended before it began.", "the end on or after the beginning",
                "before {date}, on which it began"},
    FindingKind{FindingCode::duc_after_18th_birthday, "duc_after_18th_birthday", Severity::error,
                Moves::row, "A child is unaccompanied beyond the 18th birthday.",
                "a DUC on or before the 18th birthday", "after the 18th birthday"},
};

} // namespace indicare::quality
