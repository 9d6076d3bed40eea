#include "episodes.hpp"
#include "indicare/care/window.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <chrono>

using namespace indicare::care;
using indicare::tests::day;

namespace {

/// 1 January 1970 is the day 719163 of the common era.
constexpr int first_of_1970 = 719'163;

Date date_of(std::chrono::sys_days days) {
    return Date::from_number(static_cast<std::int32_t>(days.time_since_epoch().count()) +
                             first_of_1970);
}

std::chrono::year_month_day ymd(Date date) {
    return std::chrono::sys_days(std::chrono::days(date.number() - first_of_1970));
}

/// The rule as it is written: the last day of a month goes to the last day of the target month,
/// any other day is clamped to its length.
Date months_before(Date date, int months) {
    using namespace std::chrono;
    const year_month_day from = ymd(date);
    const year_month to = from.year() / from.month() - std::chrono::months(months);
    const sys_days last_of_target = to / last;
    const bool is_last = from.day() == year_month_day_last(from.year() / from.month() / last).day();
    const year_month_day same_day = to / from.day();
    return date_of(is_last || !same_day.ok() ? last_of_target : sys_days(same_day));
}

rc::Gen<Date> any_day() {
    return rc::gen::map(
        rc::gen::inRange(Date::of(1900, 1, 1).number(), Date::of(2100, 12, 31).number() + 1),
        [](std::int32_t number) { return Date::from_number(number); });
}

} // namespace

TEST_CASE("every day of 1900 to 2100 has its number, and comes back from it", "[date]") {
    using namespace std::chrono;
    std::size_t wrong = 0;
    const sys_days end = sys_days(2101y / January / 1);
    for (sys_days at = sys_days(1900y / January / 1); at < end; at += days(1)) {
        const year_month_day civil = at;
        const int year = int(civil.year());
        const int month = static_cast<int>(unsigned(civil.month()));
        const int day_of_month = static_cast<int>(unsigned(civil.day()));
        const Date date = Date::of(year, month, day_of_month);
        const bool right = date.number() == at.time_since_epoch().count() + first_of_1970 &&
                           date.year() == year && date.month() == month &&
                           date.day() == day_of_month &&
                           date.reporting_year() == (month >= 4 ? year + 1 : year);
        wrong += right ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("days that do not exist are none", "[date]") {
    CHECK(Date().is_none());
    CHECK(Date::of(2023, 2, 29).is_none());
    CHECK_FALSE(Date::of(2024, 2, 29).is_none());
    CHECK(Date::of(1900, 2, 29).is_none());
    CHECK_FALSE(Date::of(2000, 2, 29).is_none());
    CHECK(Date::of(2100, 2, 29).is_none());
    CHECK(Date::of(2023, 4, 31).is_none());
    CHECK(Date::of(2023, 12, 32).is_none());
    CHECK(Date::of(2023, 1, 0).is_none());
    CHECK(Date::of(2023, 1, -1).is_none());
    CHECK(Date::of(2023, 0, 1).is_none());
    CHECK(Date::of(2023, 13, 1).is_none());
    CHECK(Date::of(0, 1, 1).is_none());
    CHECK(Date::of(10'000, 1, 1).is_none());
}

TEST_CASE("the first and the last day that there are", "[date]") {
    CHECK(Date::of(1, 1, 1).number() == 1);
    CHECK(Date::of(1, 1, 1).iso() == "0001-01-01");
    CHECK(Date::of(9999, 12, 31).iso() == "9999-12-31");
    CHECK(Date::of(9999, 12, 31).year() == 9999);
}

TEST_CASE("days are ordered and counted, none before all of them", "[date]") {
    CHECK(Date() < Date::of(1, 1, 1));
    CHECK(day("2023-03-31") < day("2023-04-01"));
    CHECK(day("2023-03-31") + 1 == day("2023-04-01"));
    CHECK(day("2024-03-01") - 1 == day("2024-02-29"));
    CHECK(day("2023-03-31") - day("2022-03-31") == 365);
    CHECK(day("2024-03-31") - day("2023-03-31") == 366);
}

TEST_CASE("dates are written as returns and as standards write them", "[date]") {
    CHECK(day("2023-03-31").text() == "31/03/2023");
    CHECK(day("2023-03-31").iso() == "2023-03-31");
    CHECK(day("2003-01-02").text() == "02/01/2003");
    CHECK(Date().text().empty());
    CHECK(Date().iso().empty());
}

TEST_CASE("months are subtracted by calendar", "[date]") {
    const auto before = [](std::string_view iso, int months) {
        return day(iso).minus_months(months).iso();
    };
    // The examples of the rule.
    CHECK(before("2023-03-31", 30) == "2020-09-30");
    CHECK(before("2023-03-31", 24) == "2021-03-31");
    // From the last day of a month to the last of another, longer or shorter.
    CHECK(before("2023-03-31", 1) == "2023-02-28");
    CHECK(before("2024-03-31", 1) == "2024-02-29");
    CHECK(before("2023-09-30", 1) == "2023-08-31");
    CHECK(before("2023-04-30", 6) == "2022-10-31");
    CHECK(before("2023-02-28", 1) == "2023-01-31");
    // The last day of February.
    CHECK(before("2024-02-29", 12) == "2023-02-28");
    CHECK(before("2024-02-29", 48) == "2020-02-29");
    CHECK(before("2023-02-28", 12) == "2022-02-28");
    CHECK(before("2023-02-28", 36) == "2020-02-29");
    CHECK(before("2024-02-28", 12) == "2023-02-28");
    CHECK(before("2024-02-28", 48) == "2020-02-28");
    // Any other day is clamped.
    CHECK(before("2023-03-30", 1) == "2023-02-28");
    CHECK(before("2023-03-29", 1) == "2023-02-28");
    CHECK(before("2024-03-30", 1) == "2024-02-29");
    CHECK(before("2024-03-29", 1) == "2024-02-29");
    CHECK(before("2023-03-28", 1) == "2023-02-28");
    CHECK(before("2023-10-30", 1) == "2023-09-30");
    // Over the turn of the year, and not at all.
    CHECK(before("2023-01-15", 1) == "2022-12-15");
    CHECK(before("2023-01-31", 13) == "2021-12-31");
    CHECK(before("2023-12-31", 12) == "2022-12-31");
    CHECK(before("2023-03-31", 0) == "2023-03-31");
}

TEST_CASE("months are subtracted from any day as the rule says", "[date]") {
    CHECK(rc::check("minus_months", [] {
        const Date date = *any_day();
        const int months = *rc::gen::inRange(0, 241);
        RC_ASSERT(date.minus_months(months).number() == months_before(date, months).number());
    }));
}

TEST_CASE("age is in completed years", "[date]") {
    const auto age = [](std::string_view at, std::string_view birth) {
        return age_at(day(at), day(birth));
    };
    CHECK(age("2023-03-31", "2005-03-31") == 18);
    CHECK(age("2023-03-30", "2005-03-31") == 17);
    CHECK(age("2023-03-31", "2005-04-01") == 17);
    CHECK(age("2023-03-31", "2023-03-31") == 0);
    CHECK(age("2023-03-31", "2022-04-01") == 0);
    CHECK(age("2023-03-31", "2023-04-01") == -1);
    CHECK(age("2023-12-31", "2005-01-01") == 18);
}

TEST_CASE("who was born on 29 February is a year older as the policy says", "[date]") {
    const auto age = [](std::string_view at, LeapDayBirthday policy) {
        return age_at(day(at), day("2004-02-29"), policy);
    };
    constexpr auto march = LeapDayBirthday::first_of_march;
    constexpr auto february = LeapDayBirthday::last_of_february;
    CHECK(age("2022-02-27", february) == 17);
    CHECK(age("2022-02-28", february) == 18);
    CHECK(age("2022-02-28", march) == 17);
    CHECK(age("2022-03-01", march) == 18);
    CHECK(age("2022-03-01", february) == 18);
    for (const LeapDayBirthday policy : {march, february}) {
        CHECK(age("2024-02-28", policy) == 19);
        CHECK(age("2024-02-29", policy) == 20);
    }
    CHECK(age_at(day("2022-02-28"), day("2004-02-29")) == 17); // 1 March unless told otherwise
    CHECK(age_at(day("2100-02-28"), day("2096-02-29")) == 3);
    CHECK(age_at(day("2100-03-01"), day("2096-02-29")) == 4);
}

TEST_CASE("age counts the birthdays that have been reached", "[date]") {
    CHECK(rc::check("age_at", [] {
        const Date birth = *any_day();
        const Date at = *any_day();
        RC_PRE(birth <= at);
        int birthdays = 0;
        for (int year = birth.year() + 1; year <= at.year(); ++year) {
            const Date same_day = Date::of(year, birth.month(), birth.day());
            const Date birthday = same_day.is_none() ? Date::of(year, 3, 1) : same_day;
            birthdays += birthday <= at ? 1 : 0;
        }
        RC_ASSERT(age_at(at, birth) == birthdays);
    }));
}

TEST_CASE("a reporting year ends on 31 March", "[date]") {
    CHECK(Date::end_of_reporting_year(2023) == day("2023-03-31"));
    CHECK(day("2023-03-31").reporting_year() == 2023);
    CHECK(day("2023-04-01").reporting_year() == 2024);
    CHECK(day("2022-12-31").reporting_year() == 2023);
}

TEST_CASE("months have names") {
    CHECK(name_of_month(1) == "January");
    CHECK(name_of_month(12) == "December");
}

TEST_CASE("a window is the year that ends on its date", "[window]") {
    const auto first = [](std::string_view iso) { return Window(day(iso)).first.iso(); };
    CHECK(first("2023-03-31") == "2022-04-01");
    CHECK(first("2024-03-31") == "2023-04-01");
    CHECK(first("2023-06-30") == "2022-07-01");
    CHECK(first("2023-04-01") == "2022-04-02");
    CHECK(first("2024-02-29") == "2023-03-01");
    CHECK(first("2024-02-28") == "2023-03-01");
    CHECK(first("2025-02-28") == "2024-03-01");
    CHECK(first("2023-12-15") == "2022-12-16");
    CHECK(Window(day("2023-03-31")).last == day("2023-03-31"));
}

TEST_CASE("a window may be of fewer months", "[window]") {
    const auto first = [](std::string_view iso, int months) {
        return Window(day(iso), months).first.iso();
    };
    CHECK(first("2023-03-31", 1) == "2023-03-01");
    CHECK(first("2023-02-28", 1) == "2023-02-01");
    CHECK(first("2024-02-29", 1) == "2024-02-01");
    CHECK(first("2023-04-30", 1) == "2023-04-01");
    CHECK(first("2023-06-30", 3) == "2023-04-01");
    CHECK(first("2023-03-31", 12) == Window(day("2023-03-31")).first.iso());
    const Window april = Window(day("2022-04-30"), 1);
    CHECK(april.first_reporting_year == 2023);
    CHECK(april.last_reporting_year == 2023);
    CHECK(april.last_of_reporting_years == day("2023-03-31"));
    CHECK(april.two_years_before == day("2020-04-30"));
}

TEST_CASE("a window holds its first and its last day", "[window]") {
    const Window window = Window(day("2023-03-31"));
    CHECK_FALSE(window.holds(day("2022-03-31")));
    CHECK(window.holds(day("2022-04-01")));
    CHECK(window.holds(day("2023-03-31")));
    CHECK_FALSE(window.holds(day("2023-04-01")));
    CHECK_FALSE(window.holds(Date()));
}

TEST_CASE("two years begin a day after the same day two years before", "[window]") {
    CHECK(Window(day("2023-03-31")).first_of_two_years == day("2021-04-01"));
    CHECK(Window(day("2024-02-29")).first_of_two_years == day("2022-03-01"));
}

TEST_CASE("a window overlaps one reporting year or two", "[window]") {
    const auto years = [](std::string_view iso) {
        const Window window = Window(day(iso));
        return std::pair(window.first_reporting_year, window.last_reporting_year);
    };
    CHECK(years("2023-03-31") == std::pair(2023, 2023));
    CHECK(years("2023-04-01") == std::pair(2023, 2024));
    CHECK(years("2023-03-30") == std::pair(2022, 2023));
    CHECK(years("2023-12-31") == std::pair(2023, 2024));
    CHECK(years("2024-02-29") == std::pair(2023, 2024));
}
