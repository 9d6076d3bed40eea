#pragma once

#include <chrono>
#include <string_view>

namespace bench {

/// A day by its number, so that days are counted with whole numbers.
using Day = int;

/// The end of what has not ended.
inline constexpr Day still = 1 << 30;

constexpr Day day_of(int year, unsigned month, unsigned day) {
    const auto date = std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
    return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// The reporting year that ends on 31 March of `year`.
constexpr Day first_day_of(int year) {
    return day_of(year - 1, 4, 1);
}
constexpr Day last_day_of(int year) {
    return day_of(year, 3, 31);
}

/// The reporting year that holds a day.
int reporting_year_of(Day day);

/// Completed years on 31 March of `year`.
inline int age_at_end_of(int year, Day born) {
    return year - reporting_year_of(born);
}

/// `31/03/2023`; empty for `still`.
std::string_view text_of(Day day);

} // namespace bench
