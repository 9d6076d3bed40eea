#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/care/records.hpp"

namespace indicare::quality {

/// One child as rules see it: every row as it was given, and the history that they were joined to.
///
/// Keeps its memory from child to child.
class Subject {
  public:
    explicit Subject(const care::Records& records, care::LeapDayBirthday leap_day = {})
        : records_(records), leap_day_(leap_day) {}

    /// Turns to a child, whose episodes were joined and built into a history.
    void turn_to(care::Records::ChildNumber number, const care::Joining& joining,
                 const care::History& history) {
        number_ = number;
        joining_ = &joining;
        history_ = &history;
        if (!birth().is_none()) {
            born_year_ = birth().year();
            born_month_ = birth().month();
            born_day_ = birth().day();
        }
        episodes_.clear();
        records_.for_each<care::StoredEpisode>(
            number, [this](const care::StoredEpisode& row, std::uint32_t index) {
                episodes_.push_back(row.unpacked(index));
            });
        std::sort(episodes_.begin(), episodes_.end(),
                  [](const care::Episode& a, const care::Episode& b) {
                      return std::tuple(a.decom, a.return_year, a.row) <
                             std::tuple(b.decom, b.return_year, b.row);
                  });
    }

    const care::Records& records() const { return records_; }
    care::Records::ChildNumber number() const { return number_; }
    const care::Records::Child& child() const { return records_[number_]; }
    const care::AuthorityReturns& given() const { return records_.given.of(child().authority); }
    const care::Joining& joining() const { return *joining_; }
    const care::History& history() const { return *history_; }

    /// All episodes of all returns, by DECOM, return and row, with the ends that the rows give.
    std::span<const care::Episode> episodes() const { return episodes_; }

    care::Date birth() const { return child().birth; }
    /// Completed years on a day; nothing when the date of birth or the day is not known.
    std::optional<int> age_on(care::Date day) const {
        if (birth().is_none() || day.is_none())
            return std::nullopt;
        return care::age_at(day, birth(), leap_day_);
    }

    /// Whether the return of a year holds the child in its Episodes.
    bool is_held_in(int year) const {
        const auto years = joining_->years();
        return std::find(years.begin(), years.end(), year) != years.end();
    }

    /// The day on which the child is so many years old; none when the date of birth is not known.
    care::Date birthday(int years) const {
        if (birth().is_none())
            return {};
        const care::Date day = care::Date::of(born_year_ + years, born_month_, born_day_);
        if (!day.is_none() || born_year_ + years > 9999)
            return day;
        const bool in_march = leap_day_ == care::LeapDayBirthday::first_of_march;
        return care::Date::of(born_year_ + years, in_march ? 3 : 2, in_march ? 1 : 28);
    }

    /// Visits what every row of the child states of it, and where: `visit(StatedPerson, RowPlace)`.
    template <class Visit>
    void for_each_statement(Visit&& visit) const {
        for_each<care::StatedPerson>(visit);
        for_each<care::DatedRow>([&visit](const care::DatedRow& row, care::RowPlace place) {
            visit(care::StatedPerson{row.year, row.table, care::Sex::unknown, row.birth}, place);
        });
    }

    template <class Row, class Visit>
    void for_each(Visit&& visit) const {
        records_.for_each<Row>(number_, [&visit](const Row& row, std::uint32_t index) {
            visit(row, care::RowPlace{care::Records::kind_of<Row>(), index});
        });
    }

  private:
    const care::Records& records_;
    care::LeapDayBirthday leap_day_;
    care::Records::ChildNumber number_ = 0;
    int born_year_ = 0;
    int born_month_ = 0;
    int born_day_ = 0;
    const care::Joining* joining_ = nullptr;
    const care::History* history_ = nullptr;
    std::vector<care::Episode> episodes_;
};

} // namespace indicare::quality
