#include "dates.hpp"

#include "digits.hpp"

#include <chrono>

namespace generate {
namespace {

std::chrono::year_month_day calendar(Day day) {
    return std::chrono::sys_days{std::chrono::days{day}};
}

} // namespace

Day day(int year, unsigned month, unsigned day_of_month) {
    const std::chrono::sys_days days = std::chrono::year_month_day{
        std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day_of_month}};
    return static_cast<Day>(days.time_since_epoch().count());
}

std::string text(Day day) {
    const auto date = calendar(day);
    return digits(static_cast<int>(static_cast<unsigned>(date.day())), 2) + '/' +
           digits(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '/' +
           digits(static_cast<int>(date.year()), 4);
}

int calendar_year(Day day) {
    return static_cast<int>(calendar(day).year());
}

Day birthday(Day born, int age) {
    const auto date = calendar(born);
    // 29 February of a common year counts on to 1 March by itself.
    return day(static_cast<int>(date.year()) + age, static_cast<unsigned>(date.month()),
               static_cast<unsigned>(date.day()));
}

int age_on(Day born, Day on) {
    const int age = calendar_year(on) - calendar_year(born);
    return on < birthday(born, age) ? age - 1 : age;
}

ReportingYear::ReportingYear(int ends_in)
    : year{ends_in}, first{day(ends_in - 1, 4, 1)}, last{day(ends_in, 3, 31)} {}

int reporting_year(Day on) {
    const int year = calendar_year(on);
    return on > ReportingYear{year}.last ? year + 1 : year;
}

} // namespace generate
