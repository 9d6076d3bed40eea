#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indicare::care {

/// A day of the Gregorian calendar, or none (a blank date field).
///
/// None compares before every day; ask `is_none()` first where a blank means something. Costs: four
/// bytes; making one from year, month and day, and back, is a handful of integer operations.
class Date {
  public:
    constexpr Date() = default;

    /// The day of a year, a month (1-12) and a day of the month, or none where there is no such day
    /// (31 February) or the year lies outside 1 to 9999.
    static constexpr Date of(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
            day > days_in_month(year, month))
            return {};
        return Date(days_before_year(year) + day_of_year(year, month, day));
    }

    /// 31 March of a year: the day on which DfE's reporting year ends.
    static constexpr Date end_of_reporting_year(int year) { return of(year, 3, 31); }

    /// The day with this `number()`.
    static constexpr Date from_number(std::int32_t number) { return Date(number); }

    constexpr bool is_none() const { return number_ == 0; }

    /// Days since 31 December of the year 0; 0 for none.
    constexpr std::int32_t number() const { return number_; }

    /// The year, the month (1-12) and the day of the month, taken apart at once.
    struct Civil {
        int year, month, day;
    };
    constexpr Civil civil() const {
        // In years that begin with March a leap day is the last day, and the months before it have
        // lengths that repeat, 153 days every five months; 400 years have 146,097 days.
        const std::int32_t since = number_ + 305; // 1 March of the year 0
        const std::int32_t cycle = since / 146097;
        const std::int32_t day = since % 146097;
        const std::int32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
        const std::int32_t day_of_year = day - (365 * year + year / 4 - year / 100);
        const std::int32_t month = (5 * day_of_year + 2) / 153; // 0 for March
        const bool after_december = month >= 10;
        return {year + 400 * cycle + (after_december ? 1 : 0),
                after_december ? month - 9 : month + 3, day_of_year - (153 * month + 2) / 5 + 1};
    }
    constexpr int year() const { return civil().year; }
    constexpr int month() const { return civil().month; }
    constexpr int day() const { return civil().day; }

    constexpr auto operator<=>(const Date&) const = default;

    constexpr Date operator+(std::int32_t days) const { return Date(number_ + days); }
    constexpr Date operator-(std::int32_t days) const { return Date(number_ - days); }
    /// The days from `other` to this day.
    constexpr std::int32_t operator-(Date other) const { return number_ - other.number_; }

    /// This day some months earlier, by the calendar: the last day of a month goes to the last day
    /// of the target month, any other day is clamped to the target month's length.
    constexpr Date minus_months(int months) const {
        const Civil from = civil();
        const int index = from.year * 12 + (from.month - 1) - months;
        const int to_year = index / 12;
        const int to_month = index % 12 + 1;
        const int length = days_in_month(to_year, to_month);
        const bool last = from.day == days_in_month(from.year, from.month);
        return of(to_year, to_month, last || from.day > length ? length : from.day);
    }

    /// The year of the 31 March on which the reporting year that holds this day ends.
    constexpr int reporting_year() const {
        const Civil at = civil();
        return at.month >= 4 ? at.year + 1 : at.year;
    }

    /// `2023-03-31`; empty for none.
    std::string iso() const { return is_none() ? std::string() : joined("YMD", '-'); }

    /// `31/03/2023`, as returns and reports write it; empty for none.
    std::string text() const { return is_none() ? std::string() : joined("DMY", '/'); }

    static constexpr bool is_leap_year(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static constexpr int days_in_month(int year, int month) {
        constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
    }

  private:
    constexpr explicit Date(std::int32_t number) : number_(number) {}

    static constexpr std::int32_t days_before_year(int year) {
        const int past = year - 1;
        return past * 365 + past / 4 - past / 100 + past / 400;
    }

    static constexpr std::int32_t day_of_year(int year, int month, int day) {
        constexpr int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        return before[month - 1] + (month > 2 && is_leap_year(year) ? 1 : 0) + day;
    }

    std::string joined(const char* order, char separator) const {
        const Civil at = civil();
        std::string out;
        out.reserve(10);
        for (const char* part = order; *part != '\0'; ++part) {
            if (!out.empty())
                out += separator;
            const int value = *part == 'Y' ? at.year : *part == 'M' ? at.month : at.day;
            for (int unit = *part == 'Y' ? 1000 : 10; unit > 0; unit /= 10)
                out += static_cast<char>('0' + value / unit % 10);
        }
        return out;
    }

    std::int32_t number_ = 0;
};

/// `January` to `December`; `month` is 1 to 12.
constexpr std::string_view name_of_month(int month) {
    constexpr std::string_view names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    return names[static_cast<std::size_t>(month - 1)];
}

/// How a birthday on 29 February falls in common years: a policy.
enum class LeapDayBirthday : std::uint8_t { first_of_march, last_of_february };

/// Completed years of age at a date; negative before birth. Neither date may be none.
constexpr int age_at(Date date, Date birth,
                     LeapDayBirthday leap_day = LeapDayBirthday::first_of_march) {
    const Date::Civil at = date.civil();
    const Date::Civil born = birth.civil();
    const int years = at.year - born.year;
    int month = born.month;
    int day = born.day;
    if (month == 2 && day == 29 && !Date::is_leap_year(at.year)) {
        month = leap_day == LeapDayBirthday::first_of_march ? 3 : 2;
        day = leap_day == LeapDayBirthday::first_of_march ? 1 : 28;
    }
    const bool reached = at.month > month || (at.month == month && at.day >= day);
    return reached ? years : years - 1;
}

} // namespace indicare::care
