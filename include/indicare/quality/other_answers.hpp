#pragma once

#include <array>
#include <cstddef>

#include "indicare/care/outcome_rows.hpp"
#include "indicare/quality/field.hpp"

// What a field in doubt could say instead, as far as any indicator tells it apart.

namespace indicare::quality {

inline constexpr std::array every_flag = {care::Flag::blank, care::Flag::no, care::Flag::yes};

inline std::array<care::HeaderRow, 3> other_answers(const care::HeaderRow& row, Field, care::Date) {
    std::array<care::HeaderRow, 3> all = {row, row, row};
    for (std::size_t i = 0; i < all.size(); ++i)
        all.at(i).mother = every_flag.at(i);
    return all;
}

/// A score of each band and none; each flag and none.
inline std::array<care::Oc2Row, 4> other_answers(const care::Oc2Row& row, Field field, care::Date) {
    std::array<care::Oc2Row, 4> all = {row, row, row, row};
    if (field == Field::sdq_score) {
        all[0].clear_score();
        all[1].set_score(0);
        all[2].set_score(15);
        all[3].set_score(40);
        return all;
    }
    for (std::size_t i = 0; i < every_flag.size(); ++i)
        all.at(i).set(detail::question_of(field), every_flag.at(i));
    return all;
}

/// A code of each group that an indicator asks for, and none.
inline std::array<care::Oc3Row, 4> other_answers(const care::Oc3Row& row, Field field, care::Date) {
    constexpr std::array in_touch = {care::InTouch::blank, care::InTouch::YES, care::InTouch::NO,
                                     care::InTouch::DIED};
    constexpr std::array activity = {care::Activity::blank, care::Activity::F1, care::Activity::F2,
                                     care::Activity::G4};
    constexpr std::array<std::array<char, 2>, 4> accommodation = {
        {{'\0', '\0'}, {'B', '1'}, {'B', '2'}, {'G', '1'}}};
    std::array<care::Oc3Row, 4> all = {row, row, row, row};
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (field == Field::in_touch) {
            all.at(i).in_touch = in_touch.at(i);
        } else if (field == Field::activity) {
            all.at(i).activity = activity.at(i);
        } else {
            all.at(i).accommodation_first = accommodation.at(i)[0];
            all.at(i).accommodation_last = accommodation.at(i)[1];
        }
    }
    return all;
}

/// No day, and some day.
inline std::array<care::Ad1Row, 2> other_answers(const care::Ad1Row& row, Field field,
                                                 care::Date some_day) {
    std::array<care::Ad1Row, 2> all = {row, row};
    for (std::size_t i = 0; i < all.size(); ++i)
        (field == Field::date_match ? all.at(i).match : all.at(i).decision) =
            i == 0 ? care::Date() : some_day;
    return all;
}

} // namespace indicare::quality
