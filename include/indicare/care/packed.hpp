#pragma once

#include <cstdint>

#include "indicare/care/date.hpp"

namespace indicare::care {

/// The days that records can hold: a date field outside them is reported and read as blank.
inline constexpr Date first_recordable = Date::of(1900, 1, 1);
inline constexpr Date last_recordable = Date::of(2079, 6, 5);

/// A date in two bytes, between `first_recordable` and `last_recordable`, or none.
class PackedDate {
  public:
    constexpr PackedDate() = default;
    constexpr PackedDate(Date date) // NOLINT(google-explicit-constructor)
        : days_(date.is_none() ? std::uint16_t{0}
                               : static_cast<std::uint16_t>(date - first_recordable + 1)) {}
    constexpr operator Date() const { // NOLINT(google-explicit-constructor)
        return days_ == 0 ? Date() : first_recordable + (days_ - 1);
    }

    constexpr std::uint16_t bits() const { return days_; }
    static constexpr PackedDate from_bits(std::uint16_t bits) {
        PackedDate date;
        date.days_ = bits;
        return date;
    }

  private:
    std::uint16_t days_ = 0;
};

/// The year of a return in one byte: the year of the 31 March on which it ends, or 0 for a row of a
/// longitudinal extract that tells of every year.
class PackedYear {
  public:
    static constexpr int first = 1953;
    static constexpr int last = 2079;

    constexpr PackedYear() = default;
    constexpr PackedYear(int year) // NOLINT(google-explicit-constructor)
        : value_(year == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(year - base)) {}
    constexpr operator int() const { // NOLINT(google-explicit-constructor)
        return value_ == 0 ? 0 : value_ + base;
    }

    constexpr std::uint8_t bits() const { return value_; }
    static constexpr PackedYear from_bits(std::uint8_t bits) {
        PackedYear year;
        year.value_ = bits;
        return year;
    }

  private:
    static constexpr int base = first - 1;
    std::uint8_t value_ = 0;
};

} // namespace indicare::care
