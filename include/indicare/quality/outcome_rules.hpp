#pragma once

#include <initializer_list>

#include "indicare/indicators/child.hpp"
#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// What the outcome tables of one return say, against the child as that return's year shows it. The
// comments name DfE's validation rules by number.

namespace indicare::quality {

namespace detail {

class OutcomeRules {
  public:
    /// `child` as at the 31 March on which the return of `year` ends.
    OutcomeRules(const Subject& subject, int year, const indicators::Child& child, Flaws& flaws)
        : subject_(subject), year_(year), child_(child), age_(child.age()), flaws_(flaws) {}

    void find() {
        oc2();
        ad1();
        subject_.for_each<care::Oc3Row>([&](const care::Oc3Row& row, care::RowPlace place) {
            if (row.year == year_)
                oc3(row, place);
        });
        uasc();
        subject_.for_each<care::MissingRow>([&](const care::MissingRow& row, care::RowPlace place) {
            if (row.year == year_)
                incident(row, place);
        });
    }

  private:
    bool gives(care::Table table) const { return subject_.given().give_in(year_, table); }

    void oc2() {
        bool any = false;
        const bool is_of_cohort = child_.is_in(indicators::Population::twelve_months);
        subject_.for_each<care::Oc2Row>([&](const care::Oc2Row& row, care::RowPlace place) {
            if (row.year != year_)
                return;
            any = true;
            if (is_of_cohort)
                asked_of_cohort(row, place);
            else if (answers_anything(row)) // 185, 190
                flaws_.add(FindingCode::oc2_row_not_of_cohort, place, Field::none,
                           child_.window().last);
            not_asked(row, place);
        });
        if (is_of_cohort && !any && gives(care::Table::oc2)) // 191
            flaws_.add(FindingCode::oc2_row_missing,
                       episode_row(child_.history().care()[child_.open_episode()].row), Field::none,
                       {}, year_);
    }

    static bool answers_anything(const care::Oc2Row& row) {
        bool any = row.score().has_value();
        for (auto field = Field::convicted; field <= Field::intervention_received;
             field = static_cast<Field>(static_cast<int>(field) + 1))
            any = any || answers(row, field);
        return any;
    }
    static bool answers(const care::Oc2Row& row, Field field) {
        return row.answer(question_of(field)) != care::Flag::blank;
    }

    void asked_of_cohort(const care::Oc2Row& row, care::RowPlace place) {
        const auto expect = [&](Field field) {
            if (!answers(row, field))
                flaws_.add(FindingCode::oc2_field_blank, place, field);
        };
        for (const Field field : {Field::immunisations, Field::teeth_check,
                                  Field::health_assessment, Field::substance_misuse}) // 191
            expect(field);
        if (age_ && *age_ >= 10) // 543
            expect(Field::convicted);
        if (age_ && *age_ < 5) // 545
            expect(Field::health_check);
        if (row.answer(care::Oc2Question::substance_misuse) == care::Flag::yes) // 192
            expect(Field::intervention_received);
    }

    void not_asked(const care::Oc2Row& row, care::RowPlace place) {
        const auto expect_blank = [&](Field field) {
            if (answers(row, field))
                flaws_.add(FindingCode::oc2_field_not_asked, place, field);
        };
        if (age_ && *age_ < 10) // 542
            expect_blank(Field::convicted);
        if (age_ && *age_ >= 5) // 546
            expect_blank(Field::health_check);
        if (row.answer(care::Oc2Question::substance_misuse) != care::Flag::yes) // 193
            expect_blank(Field::intervention_received);
        const bool too_young = age_ && *age_ < 4; // 188
        const bool too_old = age_ && *age_ >= 18; // 189: 17 when the year began
        if (row.score() && (too_young || too_old))
            flaws_.add(FindingCode::oc2_field_not_asked, place, Field::sdq_score);
    }

    void ad1() {
        bool any = false;
        const bool adopted = child_.is_in(indicators::Population::adopted);
        subject_.for_each<care::Ad1Row>([&](const care::Ad1Row& row, care::RowPlace place) {
            if (row.year != year_)
                return;
            any = true;
            if (!adopted) // 602
                flaws_.add(FindingCode::ad1_row_not_adopted, place, Field::none,
                           child_.window().last);
            if (adopted && care::Date(row.decision).is_none()) // 151
                flaws_.add(FindingCode::ad1_date_blank, place, Field::date_int);
            if (adopted && care::Date(row.match).is_none())
                flaws_.add(FindingCode::ad1_date_blank, place, Field::date_match);
        });
        if (adopted && !any && gives(care::Table::ad1)) // 601
            flaws_.add(FindingCode::ad1_row_missing, episode_row(child_.leaving().row), Field::rec,
                       {}, year_);
    }

    void oc3(const care::Oc3Row& row, care::RowPlace place) {
        const bool asks_more =
            row.in_touch != care::InTouch::DIED && row.in_touch != care::InTouch::RHOM;
        if (row.in_touch == care::InTouch::blank)
            flaws_.add(FindingCode::oc3_field_blank, place, Field::in_touch);
        answered_if(asks_more, row.activity != care::Activity::blank, place, Field::activity);
        answered_if(asks_more, row.accommodation_first != 0, place, Field::accommodation);
        if (!age_)
            return;
        const int oldest = year_ >= 2023 ? 25 : 21;
        if (*age_ < 17 || *age_ > oldest) // 391
            flaws_.add(FindingCode::oc3_age, place, Field::none, {}, *age_);
        const bool with_former_carers = row.accommodation_first == 'Z' && *age_ == 17;       // 3001
        const bool in_foyer = row.accommodation_first == 'T' && *age_ < 18 && year_ >= 2024; // 347
        if (with_former_carers || in_foyer)
            flaws_.add(FindingCode::oc3_accommodation_not_of_age, place, Field::accommodation, {},
                       *age_);
        if (*age_ == 17 || *age_ == 18)
            left_by_birthday(place);
    }

    /// 153 and 344.
    void answered_if(bool asked, bool answered, care::RowPlace place, Field field) {
        if (asked != answered)
            flaws_.add(asked ? FindingCode::oc3_field_blank : FindingCode::oc3_field_not_asked,
                       place, field);
    }

    /// 1007, 1016.
    void left_by_birthday(care::RowPlace place) {
        const care::Date birthday = subject_.birthday(*age_);
        for (const care::Episode& episode : child_.history().care())
            if (episode.holds(birthday))
                return flaws_.add(FindingCode::oc3_still_looked_after, place, Field::none);
    }

    void uasc() {
        subject_.for_each<care::UascRow>([&](const care::UascRow& row, care::RowPlace place) {
            if (row.year == year_ && gives(care::Table::episodes) && !subject_.is_held_in(year_))
                flaws_.add(FindingCode::uasc_without_episodes, place, Field::none, {}, year_);
        });
    }

    /// 578, 581: a child goes missing from care.
    void incident(const care::MissingRow& row, care::RowPlace place) {
        const care::Date start = row.start;
        const auto reaches = [start](const care::Episode& episode) {
            return episode.holds(start) || episode.dec == start;
        };
        for (const care::Episode& episode : child_.history().care())
            if (reaches(episode))
                return;
        for (const care::Episode& episode : child_.history().short_breaks())
            if (reaches(episode))
                return;
        flaws_.add(FindingCode::missing_outside_care, place, Field::mis_start);
    }

    const Subject& subject_;
    int year_;
    const indicators::Child& child_;
    std::optional<int> age_;
    Flaws& flaws_;
};

} // namespace detail

/// Looks at what the return of a year says of a child's outcomes; `child` as at the end of that
/// year.
inline void find_outcome_flaws(const Subject& subject, int year, const indicators::Child& child,
                               Flaws& flaws) {
    detail::OutcomeRules(subject, year, child, flaws).find();
}

/// Reviews say by their code whether the child was under four (440, 441).
inline void find_review_flaws(const Subject& subject, Flaws& flaws) {
    using Says = care::DatedRow::Says;
    const care::Date fourth_birthday = subject.birthday(4);
    if (fourth_birthday.is_none())
        return;
    subject.for_each<care::DatedRow>([&](const care::DatedRow& row, care::RowPlace place) {
        const care::Date day = row.first;
        if (row.says == Says::nothing || day.is_none())
            return;
        if ((day < fourth_birthday) != (row.says == Says::under_four))
            flaws.add(FindingCode::review_code_not_of_age, place, Field::review_code, {},
                      subject.age_on(day).value_or(0));
    });
}

} // namespace indicare::quality
