#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/quality/flaw.hpp"
#include "indicare/quality/standings.hpp"
#include "indicare/scorecard/counts.hpp"

namespace indicare::quality {

/// Another telling of a child's life, as a finding makes it possible.
struct Change {
    enum class Kind : std::uint8_t {
        without_row,
        blank_field, ///< of the row
        other_birth, ///< what the row states; none: not known
        other_sex,   ///< what the row states; none: not known
        still_open   ///< the row's episode has not ended, and the child is held
    };
    Kind kind{};
    Field field{};
    care::RowPlace row;

    bool operator==(const Change&) const = default;
};

/// Finds out which indicators a finding can move for one child as at one date: those in which the
/// child stands otherwise (in or out of numerator or denominator, undetermined, another amount)
/// once the row or the field that is in doubt is left out. Each such indicator is moved by one
/// child at most.
///
/// Keeps its memory from child to child. Cost: for each different row of a child with a finding,
/// one joining of its episodes, or one look at its outcomes, and one round of all indicators.
class Effects {
  public:
    Effects(const care::Records& records, const care::Window& window,
            const care::Policies& policies)
        : records_(records), window_(window), other_history_(policies) {}

    /// Turns to a child, whose outcomes look at the window. Only indicators of `available` are
    /// told of: the others have no figure to move.
    void turn_to(care::Records::ChildNumber number, std::span<const care::Episode> joined,
                 const care::History& history, care::Outcomes& outcomes, bool held,
                 const IndicatorSet& available) {
        number_ = number;
        joined_ = joined;
        history_ = &history;
        outcomes_ = &outcomes;
        held_ = held;
        available_ = available;
        known_.clear();
        const care::Records::Child& child = records_[number];
        as_given_ = Standings({window_, history, outcomes, child.birth, child.sex, held});
        undetermined_ = as_given_.undetermined() & available_;
    }

    const IndicatorSet& undetermined() const { return undetermined_; }

    /// What a finding about a row and a field can move.
    IndicatorSet of(FindingCode code, care::RowPlace row, Field field) {
        switch (kind_of(code).moves) {
        case Moves::row:
            return of_row(code, row, field);
        case Moves::absent_row:
            return of_absent_row(code);
        case Moves::absent_child:
            return of({Change::Kind::still_open, Field::none, row});
        default:
            return {};
        }
    }

    /// What a field can move that was read as blank.
    IndicatorSet of_blank(care::Table table, Field field) const {
        if (field == Field::birth || field == Field::sex)
            return undetermined_;
        return field == Field::other ? IndicatorSet() : undetermined_ & reading(table);
    }

  private:
    IndicatorSet of_row(FindingCode code, care::RowPlace row, Field field) {
        using Kind = Change::Kind;
        if (row.is_none() || field == Field::other || row.kind == care::RowKind::dated)
            return {};
        IndicatorSet moved;
        if (code == FindingCode::date_before_birth || code == FindingCode::code_not_of_age)
            moved |= of({Kind::other_birth, Field::none, {}});
        if (code == FindingCode::mother_not_female)
            moved |= of({Kind::other_sex, Field::none, {}});
        if (field == Field::birth || field == Field::sex) {
            const bool is_stated =
                row.kind == care::RowKind::person && code != FindingCode::date_in_future;
            const Kind kind = field == Field::birth ? Kind::other_birth : Kind::other_sex;
            return moved | of({kind, Field::none, is_stated ? row : care::RowPlace{}});
        }
        return moved |
               of({is_of_the_field_alone(row, field) ? Kind::blank_field : Kind::without_row,
                   is_of_the_field_alone(row, field) ? field : Field::none, row});
    }

    /// A doubt about the field puts none on the rest of the row.
    static bool is_of_the_field_alone(care::RowPlace row, Field field) {
        switch (row.kind) {
        case care::RowKind::episode:
            return field == Field::provider || field == Field::need;
        case care::RowKind::oc2:
        case care::RowKind::oc3:
        case care::RowKind::ad1:
            return field != Field::none;
        default:
            return false;
        }
    }

    IndicatorSet of_absent_row(FindingCode code) {
        switch (code) {
        case FindingCode::oc2_row_missing:
            return of_row_added();
        case FindingCode::ad1_row_missing:
            return undetermined_ & reading(care::Table::ad1);
        default:
            return undetermined_;
        }
    }

    /// A row of OC2 that the child lacks can bring it into indicators that it is now outside of.
    IndicatorSet of_row_added() {
        care::Oc2Row row;
        row.set_score(20);
        for (int question = 0; question < 7; ++question)
            row.set(static_cast<care::Oc2Question>(question), care::Flag::yes);
        const auto there = std::exchange(outcomes_->oc2, row);
        const IndicatorSet moved = with(*history_, *outcomes_, held_);
        outcomes_->oc2 = there;
        return moved;
    }

    /// Found once for each change.
    IndicatorSet of(const Change& change) {
        for (const auto& [known, moved] : known_)
            if (known == change)
                return moved;
        const IndicatorSet moved = found(change);
        known_.emplace_back(change, moved);
        return moved;
    }

    IndicatorSet found(const Change& change) {
        const care::Records::Child& child = records_[number_];
        switch (change.kind) {
        case Change::Kind::without_row:
            return change.row.kind == care::RowKind::episode ? without_episode(change.row.index)
                                                             : without_outcome(change.row);
        case Change::Kind::blank_field:
            return change.row.kind == care::RowKind::episode ? with_blank(change.row, change.field)
                                                             : with_blank_outcome(change);
        case Change::Kind::other_birth:
            return with(*history_, *outcomes_, held_,
                        change.row.is_none()
                            ? care::Date()
                            : care::Date(records_.row<care::StatedPerson>(change.row.index).birth),
                        child.sex);
        case Change::Kind::other_sex:
            return with(*history_, *outcomes_, held_, child.birth,
                        change.row.is_none()
                            ? care::Sex::unknown
                            : records_.row<care::StatedPerson>(change.row.index).sex);
        default:
            return still_open(change.row);
        }
    }

    IndicatorSet without_episode(std::uint32_t row) {
        other_history_.build(other_joining_.join(records_, number_, row));
        return with(other_history_, *outcomes_,
                    scorecard::is_held(records_, other_joining_, other_history_, window_));
    }

    IndicatorSet without_outcome(care::RowPlace row) {
        other_outcomes_.gather(records_, number_, row);
        other_outcomes_.look_at(window_);
        return with(*history_, other_outcomes_, held_);
    }

    IndicatorSet with_blank(care::RowPlace row, Field field) {
        if (field == Field::need)
            return {};
        episodes_.assign(joined_.begin(), joined_.end());
        for (care::Episode& episode : episodes_)
            if (episode.row == row.index)
                episode.provider = care::PlacementProvider::blank;
        other_history_.build(episodes_);
        return with(other_history_, *outcomes_, held_);
    }

    IndicatorSet still_open(care::RowPlace row) {
        episodes_.assign(joined_.begin(), joined_.end());
        for (std::size_t i = 0; i < episodes_.size(); ++i) {
            if (episodes_[i].row != row.index)
                continue;
            episodes_[i].dec = i + 1 < episodes_.size() ? episodes_[i + 1].decom : care::Date();
        }
        other_history_.build(episodes_);
        return with(other_history_, *outcomes_, true);
    }

    /// Blanks a field where its row is the one that counts.
    IndicatorSet with_blank_outcome(const Change& change) {
        const auto there_oc2 = outcomes_->oc2;
        const auto there_oc3 = outcomes_->oc3;
        const auto there_ad1 = outcomes_->ad1;
        blank(change);
        const IndicatorSet moved = with(*history_, *outcomes_, held_);
        outcomes_->oc2 = there_oc2;
        outcomes_->oc3 = there_oc3;
        outcomes_->ad1 = there_ad1;
        return moved;
    }

    void blank(const Change& change) {
        const std::uint32_t index = change.row.index;
        if (change.row.kind == care::RowKind::oc2 && counts<care::Oc2Row>(index)) {
            if (change.field == Field::sdq_score)
                outcomes_->oc2->clear_score();
            else
                outcomes_->oc2->set(detail::question_of(change.field), care::Flag::blank);
        } else if (change.row.kind == care::RowKind::oc3 && counts<care::Oc3Row>(index)) {
            if (change.field == Field::in_touch)
                outcomes_->oc3->in_touch = care::InTouch::blank;
            else if (change.field == Field::activity)
                outcomes_->oc3->activity = care::Activity::blank;
            else
                outcomes_->oc3->accommodation_first = outcomes_->oc3->accommodation_last = 0;
        } else if (change.row.kind == care::RowKind::ad1 && counts<care::Ad1Row>(index)) {
            (change.field == Field::date_match ? outcomes_->ad1->match : outcomes_->ad1->decision) =
                care::Date();
        }
    }

    /// Whether a row is the one of its table that counts in the window.
    template <class Row>
    bool counts(std::uint32_t index) const {
        std::optional<std::pair<int, std::uint32_t>> latest;
        records_.for_each<Row>(number_, [&](const Row& row, std::uint32_t at) {
            const int year = row.year;
            const bool of_the_year = year == 0 || year == window_.first_reporting_year ||
                                     year == window_.last_reporting_year;
            if (of_the_year)
                latest = std::max(latest, std::optional(std::pair(year, at)));
        });
        return latest && latest->second == index;
    }

    IndicatorSet with(const care::History& history, const care::Outcomes& outcomes, bool held) {
        const care::Records::Child& child = records_[number_];
        return with(history, outcomes, held, child.birth, child.sex);
    }

    IndicatorSet with(const care::History& history, const care::Outcomes& outcomes, bool held,
                      care::Date birth, care::Sex sex) {
        const Standings other({window_, history, outcomes, birth, sex, held});
        return as_given_.where_other(other) & available_;
    }

    const care::Records& records_;
    const care::Window& window_;
    care::Records::ChildNumber number_ = 0;
    std::span<const care::Episode> joined_;
    const care::History* history_ = nullptr;
    care::Outcomes* outcomes_ = nullptr;
    bool held_ = false;
    IndicatorSet available_;
    Standings as_given_;
    IndicatorSet undetermined_;
    std::vector<std::pair<Change, IndicatorSet>> known_;
    care::Joining other_joining_;
    care::History other_history_;
    care::Outcomes other_outcomes_;
    std::vector<care::Episode> episodes_;
};

} // namespace indicare::quality
