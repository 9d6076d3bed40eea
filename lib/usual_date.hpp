#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "indicare/care/packed.hpp"

// Nearly every date of a return is written dd/mm/yyyy. Tens of millions of them are read faster by
// eight bytes at a time and a table of months.

namespace indicare::io {

namespace detail {

/// The months of the years that records can hold.
class Months {
  public:
    constexpr Months() {
        for (int year = first_year; year <= last_year; ++year)
            for (int month = 1; month <= 12; ++month)
                months_[index(year, month)] = {care::Date::of(year, month, 1),
                                               care::Date::days_in_month(year, month)};
    }

    /// The day of a month, or none where the month or the year has no such day or month.
    constexpr care::Date day_of(unsigned year, unsigned month, unsigned day) const {
        if (year - first_year > last_year - first_year || month - 1 > 11)
            return {};
        const Month& at = months_[index(static_cast<int>(year), static_cast<int>(month))];
        return day - 1 < static_cast<unsigned>(at.days) ? at.first + static_cast<int>(day - 1)
                                                        : care::Date();
    }

  private:
    struct Month {
        care::Date first;
        int days = 0;
    };
    static constexpr int first_year = care::first_recordable.year();
    static constexpr int last_year = care::last_recordable.year() - 1; // the last is not whole

    static constexpr std::size_t index(int year, int month) {
        return static_cast<std::size_t>(12 * (year - first_year) + month - 1);
    }

    std::array<Month, std::size_t{12} * (last_year - first_year + 1)> months_{};
};

inline constexpr Months months;

} // namespace detail

/// The day that a text of the form dd/mm/yyyy names. None for any other text, and for days that do
/// not exist or that records may not hold: of those `date_named` knows more.
inline care::Date usual_date(std::string_view text) {
    if constexpr (std::endian::native != std::endian::little)
        return {};
    if (text.size() != 10)
        return {};
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8); // dd/mm/yy, the first character lowest
    word ^= 0x30302F30302F3030U;        // digits become their value, slashes 0
    std::uint16_t end = 0;
    std::memcpy(&end, text.data() + 8, 2);
    const unsigned last = end ^ 0x3030U;
    // A byte that is too large for a digit, or not 0 for a slash, gets its highest bit.
    const bool other = (((word + 0x76767F76767F7676U) | word) & 0x8080808080808080U) != 0 ||
                       (((last + 0x7676U) | last) & 0x8080U) != 0;
    if (other)
        return {};
    const std::uint64_t pairs = word * 10 + (word >> 8); // each byte with the next, as two digits
    const auto century = static_cast<unsigned>(pairs >> 48 & 0xFFU);
    const unsigned year = (last & 0xFU) * 10 + (last >> 8);
    return detail::months.day_of(century * 100 + year, static_cast<unsigned>(pairs >> 24 & 0xFFU),
                                 static_cast<unsigned>(pairs & 0xFFU));
}

} // namespace indicare::io
