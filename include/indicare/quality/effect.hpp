#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/quality/flaw.hpp"
#include "indicare/quality/other_answers.hpp"
#include "indicare/quality/standings.hpp"
#include "indicare/scorecard/counts.hpp"

namespace indicare::quality {

/// Another telling of a child's life, as a finding makes it possible.
struct Change {
    enum class Kind : std::uint8_t {
        without_row,
        other_field, ///< of the row: every value that makes a difference
        other_birth, ///< the one that the row states; no row: not known
        other_sex,   ///< the one that the row states; no row: not known
        still_open,  ///< the row's episode has not ended, and the child is held
        with_oc2_row ///< that the child has not
    };
    Kind kind{};
    Field field{};
    care::RowPlace row;

    bool operator==(const Change&) const = default;
};

/// Finds out which indicators a finding can move for one child as at one date: those in which the
/// child stands otherwise (in or out of numerator or denominator, undetermined, another amount)
/// once the row or the field that is in doubt is left out or says something else. Each such
/// indicator is moved by one child at most.
///
/// Keeps its memory from child to child. Cost: for each different row of a child with a finding,
/// one joining of its episodes, or one look at its outcomes, and one round of all indicators; but
/// `most_changes` of them at most: whatever more is in doubt of a child can move any indicator.
class Effects {
  public:
    static constexpr std::size_t most_changes = 200;

    Effects(const care::Records& records, const care::Window& window,
            const care::Policies& policies)
        : records_(records), window_(window), other_history_(policies) {}

    /// Turns to a child as the window sees it, and what it was made of. Only indicators of
    /// `available` are told of: the others have no figure to move.
    void turn_to(care::Records::ChildNumber number, std::span<const care::Episode> joined,
                 const indicators::Child& child, care::Outcomes& outcomes, bool held,
                 const IndicatorSet& available) {
        number_ = number;
        joined_ = joined;
        history_ = &child.history();
        outcomes_ = &outcomes;
        held_ = held;
        available_ = available;
        known_.clear();
        as_given_ = Standings(child);
        undetermined_ = as_given_.undetermined() & available_;
    }

    const IndicatorSet& undetermined() const { return undetermined_; }
    const Standings& as_given() const { return as_given_; }

    /// What a finding about a row and a field can move.
    IndicatorSet of(FindingCode code, care::RowPlace row, Field field) {
        if (available_.is_empty())
            return {};
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

  private:
    using Kind = Change::Kind;

    IndicatorSet of_row(FindingCode code, care::RowPlace row, Field field) {
        if (row.is_none() || field == Field::other)
            return {};
        IndicatorSet moved;
        if (code == FindingCode::date_before_birth || code == FindingCode::code_not_of_age)
            moved |= of({Kind::other_birth, Field::none, {}});
        if (code == FindingCode::mother_not_female)
            moved |= of({Kind::other_sex, Field::none, {}});
        if (field == Field::birth || field == Field::sex)
            return moved | of_person(code, row, field);
        if (row.kind == care::RowKind::dated)
            return moved;
        if (is_of_the_field_alone(row, field))
            return moved | of({Kind::other_field, field, row});
        return moved | of({Kind::without_row, Field::none, row});
    }

    /// What is stated otherwise may be true; what cannot be read or be may be anything.
    IndicatorSet of_person(FindingCode code, care::RowPlace row, Field field) {
        const Kind kind = field == Field::birth ? Kind::other_birth : Kind::other_sex;
        if (code == FindingCode::birth_differs || code == FindingCode::sex_differs)
            return of({kind, Field::none, row});
        return undetermined_ | of({kind, Field::none, {}});
    }

    /// A doubt about the field puts none on the rest of the row.
    static bool is_of_the_field_alone(care::RowPlace row, Field field) {
        switch (row.kind) {
        case care::RowKind::episode:
            return field == Field::provider || field == Field::need;
        case care::RowKind::header:
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
            return of({Kind::with_oc2_row, Field::none, {}});
        case FindingCode::ad1_row_missing:
            return undetermined_ & reading(care::Table::ad1);
        default:
            return undetermined_;
        }
    }

    /// Found once for each change.
    IndicatorSet of(const Change& change) {
        for (const auto& [known, moved] : known_)
            if (known == change)
                return moved;
        if (known_.size() == most_changes)
            return available_;
        const IndicatorSet moved = found(change);
        known_.emplace_back(change, moved);
        return moved;
    }

    IndicatorSet found(const Change& change) {
        const care::Records::Child& child = records_[number_];
        const bool of_episodes = change.row.kind == care::RowKind::episode;
        switch (change.kind) {
        case Kind::without_row:
            return of_episodes ? without_episode(change.row.index) : without_outcome(change.row);
        case Kind::other_field:
            return of_episodes ? with_other_episode(change.row, change.field)
                               : with_other_outcome(change.row, change.field);
        case Kind::other_birth:
            return with(*history_, *outcomes_, held_, birth_stated_by(change.row), child.sex);
        case Kind::other_sex:
            return with(*history_, *outcomes_, held_, child.birth, sex_stated_by(change.row));
        case Kind::still_open:
            return still_open(change.row);
        default:
            return with_oc2_row();
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

    care::Date birth_stated_by(care::RowPlace row) const {
        if (row.kind == care::RowKind::person)
            return records_.row<care::StatedPerson>(row.index).birth;
        if (row.kind == care::RowKind::dated)
            return records_.row<care::DatedRow>(row.index).birth;
        return {};
    }
    care::Sex sex_stated_by(care::RowPlace row) const {
        return row.is_none() ? care::Sex::unknown : records_.row<care::StatedPerson>(row.index).sex;
    }

    /// No indicator reads CIN. Of providers it matters whether they are independent, and which they
    /// are after a temporary placement.
    IndicatorSet with_other_episode(care::RowPlace row, Field field) {
        using enum care::PlacementProvider;
        IndicatorSet moved;
        if (field == Field::need)
            return moved;
        for (const care::PlacementProvider provider : {blank, PR1, PR4, PR5}) {
            episodes_.assign(joined_.begin(), joined_.end());
            for (care::Episode& episode : episodes_)
                if (episode.row == row.index)
                    episode.provider = provider;
            other_history_.build(episodes_);
            moved |= with(other_history_, *outcomes_, held_);
        }
        return moved;
    }

    IndicatorSet still_open(care::RowPlace row) {
        episodes_.assign(joined_.begin(), joined_.end());
        for (std::size_t i = 0; i < episodes_.size(); ++i)
            if (episodes_[i].row == row.index)
                episodes_[i].dec = i + 1 < episodes_.size() ? episodes_[i + 1].decom : care::Date();
        other_history_.build(episodes_);
        return with(other_history_, *outcomes_, true);
    }

    /// A row of OC2 can bring the child into indicators that it is now outside of.
    IndicatorSet with_oc2_row() {
        care::Oc2Row row;
        row.set_score(40);
        for (int question = 0; question < 7; ++question)
            row.set(static_cast<care::Oc2Question>(question), care::Flag::yes);
        const auto there = std::exchange(outcomes_->oc2, &row);
        const IndicatorSet moved = with(*history_, *outcomes_, held_);
        outcomes_->oc2 = there;
        return moved;
    }

    IndicatorSet with_other_outcome(care::RowPlace row, Field field) {
        using care::Table;
        switch (row.kind) {
        case care::RowKind::header:
            return with_others<Table::header>(outcomes_->header, row.index, field);
        case care::RowKind::oc2:
            return with_others<Table::oc2>(outcomes_->oc2, row.index, field);
        case care::RowKind::oc3:
            return with_others<Table::oc3>(outcomes_->oc3, row.index, field);
        default:
            return with_others<Table::ad1>(outcomes_->ad1, row.index, field);
        }
    }

    /// Tries out what the field could say, where its row is the one that counts.
    template <care::Table table, class Row>
    IndicatorSet with_others(const Row*& row, std::uint32_t index, Field field) {
        IndicatorSet moved;
        if (!counts<Row>(index))
            return moved;
        constexpr IndicatorSet readers = reading(table);
        const care::Records::Child& person = records_[number_];
        const indicators::Child child(window_, *history_, *outcomes_, person.birth, person.sex,
                                      held_);
        const Row* const there = row;
        for (const Row& other : other_answers(*there, field, window_.last)) {
            row = &other;
            moved |= as_given_.where_other(child, readers & available_);
        }
        row = there;
        return moved;
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
