#pragma once

#include <cstdint>

#include "indicare/care/packed.hpp"
#include "indicare/care/table.hpp"

// Rows that no indicator reads, kept where a return is to be checked.

namespace indicare::care {

enum class Sex : std::uint8_t { unknown, male, female };

/// What a row states of the child itself; rows of tables that are `DatedRow` state it there.
struct StatedPerson {
    PackedYear year;
    Table table{};
    Sex sex = Sex::unknown;
    PackedDate birth;
};

/// A row of Reviews, PlacedAdoption, PrevPerm or DoLo: its dates, and the date of birth that it
/// states.
struct DatedRow {
    PackedYear year;
    Table table{};
    PackedDate first;  ///< REVIEW, DATE_PLACED, DATE_PERM, DOLO_START
    PackedDate second; ///< DATE_PLACED_CEASED, DOLO_END
    PackedDate birth;
    /// Reviews: the child was under four by its code, or was not.
    enum class Says : std::uint8_t { nothing, under_four, four_or_older } says = Says::nothing;
};

} // namespace indicare::care
