#pragma once

#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// Days that cannot be: after the end of the return that states them, before the child was born, or
// before what they end began.

namespace indicare::quality {

namespace detail {

class DateRules {
  public:
    DateRules(const Subject& subject, Flaws& flaws) : subject_(subject), flaws_(flaws) {}

    /// Looks at the days of a row of the return of a year; 0: of no one year.
    void look_at(care::RowPlace row, int year) {
        row_ = row;
        year_ = year;
    }

    void not_in_future(care::Date day, Field field) {
        if (day.is_none() || year_ == 0)
            return;
        const care::Date end = care::Date::end_of_reporting_year(year_);
        if (day > end)
            flaws_.add(FindingCode::date_in_future, row_, field, end);
    }
    void not_before_birth(care::Date day, Field field) {
        if (!day.is_none() && !subject_.birth().is_none() && day < subject_.birth())
            flaws_.add(FindingCode::date_before_birth, row_, field);
    }
    void neither(care::Date day, Field field) {
        not_in_future(day, field);
        not_before_birth(day, field);
    }
    void in_order(care::Date from, care::Date to, Field field) {
        if (!from.is_none() && !to.is_none() && to < from)
            flaws_.add(FindingCode::dates_out_of_order, row_, field, from);
    }

  private:
    const Subject& subject_;
    Flaws& flaws_;
    care::RowPlace row_;
    int year_ = 0;
};

inline void look_at(const care::DatedRow& row, DateRules& rules) {
    const care::Date first = row.first;
    const care::Date second = row.second;
    switch (row.table) {
    case care::Table::reviews:
        return rules.neither(first, Field::review);
    case care::Table::placed_for_adoption:
        rules.neither(first, Field::date_placed);
        rules.not_in_future(second, Field::date_placed_ceased);
        return rules.in_order(first, second, Field::date_placed_ceased);
    case care::Table::previous_permanence:
        return rules.neither(first, Field::date_perm);
    default:
        rules.neither(first, Field::dolo_start);
        rules.not_in_future(second, Field::dolo_end);
        return rules.in_order(first, second, Field::dolo_end);
    }
}

} // namespace detail

/// Looks at the days of all rows of a child. DUC may lie in the future, as the 18th birthday that
/// it foresees, and a social worker may have begun before the child was born.
inline void find_date_flaws(const Subject& subject, Flaws& flaws) {
    detail::DateRules rules(subject, flaws);
    for (const care::Episode& row : subject.episodes()) {
        rules.look_at(episode_row(row.row), row.return_year);
        rules.neither(row.decom, Field::decom);
        rules.not_in_future(row.dec, Field::dec);
    }
    subject.for_each<care::Ad1Row>([&](const care::Ad1Row& row, care::RowPlace place) {
        rules.look_at(place, row.year);
        rules.neither(row.decision, Field::date_int);
        rules.neither(row.match, Field::date_match);
        rules.in_order(row.decision, row.match, Field::date_match);
    });
    subject.for_each<care::MissingRow>([&](const care::MissingRow& row, care::RowPlace place) {
        rules.look_at(place, row.year);
        rules.neither(row.start, Field::mis_start);
        rules.not_in_future(row.end, Field::mis_end);
        rules.in_order(row.start, row.end, Field::mis_end);
    });
    subject.for_each<care::SocialWorkerRow>(
        [&](const care::SocialWorkerRow& row, care::RowPlace place) {
            rules.look_at(place, row.year);
            rules.not_in_future(row.start, Field::sw_decom);
            rules.not_in_future(row.end, Field::sw_dec);
            rules.in_order(row.start, row.end, Field::sw_dec);
        });
    subject.for_each<care::DatedRow>([&](const care::DatedRow& row, care::RowPlace place) {
        rules.look_at(place, row.year);
        detail::look_at(row, rules);
    });
    subject.for_each_statement([&](const care::StatedPerson& row, care::RowPlace place) {
        rules.look_at(place, row.year);
        rules.not_in_future(row.birth, Field::birth);
    });
    subject.for_each<care::UascRow>([&](const care::UascRow& row, care::RowPlace place) {
        const care::Date birthday = subject.birthday(18);
        if (!birthday.is_none() && row.ceased > birthday)
            flaws.add(FindingCode::duc_after_18th_birthday, place, Field::duc);
    });
}

} // namespace indicare::quality
