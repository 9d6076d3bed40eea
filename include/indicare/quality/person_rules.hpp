#pragma once

#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// Who a child is: what tables and returns state of its sex and date of birth. The one that is used
// is that of `docs/rules.md`, section 5: the latest Header's, else the latest return's.

namespace indicare::quality {

namespace detail {

/// The statement that decided a child's date of birth, or its sex.
template <class Says>
care::RowPlace deciding(const Subject& subject, Says&& says) {
    care::RowPlace found;
    care::Standing best;
    subject.for_each_statement([&](const care::StatedPerson& row, care::RowPlace place) {
        const care::Standing standing(row.table, row.year);
        const bool wins =
            found.is_none() || standing > best || (standing == best && place.index > found.index);
        if (says(row) && wins) {
            found = place;
            best = standing;
        }
    });
    return found;
}

inline bool states_birth(const care::StatedPerson& row) {
    return !care::Date(row.birth).is_none();
}
inline bool states_sex(const care::StatedPerson& row) {
    return row.sex != care::Sex::unknown;
}

} // namespace detail

/// Looks at what is stated of the child itself; what tables state is only known where the return
/// was read to be checked.
inline void find_person_flaws(const Subject& subject, Flaws& flaws) {
    const care::Records::Child& child = subject.child();
    const bool in_care = !subject.episodes().empty();
    if (child.birth_standing == care::Standing() && in_care)
        flaws.add(FindingCode::birth_not_stated, episode_row(subject.episodes().front().row));
    const care::Date born = child.birth;
    bool births_differ = false;
    bool sexes_differ = false;
    subject.for_each_statement([&](const care::StatedPerson& row, care::RowPlace) {
        births_differ =
            births_differ || (detail::states_birth(row) && care::Date(row.birth) != born);
        sexes_differ = sexes_differ || (detail::states_sex(row) && row.sex != child.sex);
    });
    if (births_differ) {
        const care::RowPlace used = detail::deciding(subject, detail::states_birth);
        subject.for_each_statement([&](const care::StatedPerson& row, care::RowPlace place) {
            if (detail::states_birth(row) && care::Date(row.birth) != born)
                flaws.add(FindingCode::birth_differs, place, Field::birth, used);
        });
    }
    if (sexes_differ) {
        const care::RowPlace used = detail::deciding(subject, detail::states_sex);
        subject.for_each_statement([&](const care::StatedPerson& row, care::RowPlace place) {
            if (detail::states_sex(row) && row.sex != child.sex)
                flaws.add(FindingCode::sex_differs, place, Field::sex, used);
        });
    }
    subject.for_each<care::HeaderRow>([&](const care::HeaderRow& row, care::RowPlace place) {
        if (row.mother == care::Flag::yes && child.sex == care::Sex::male)
            flaws.add(FindingCode::mother_not_female, place, Field::mother);
    });
}

} // namespace indicare::quality
