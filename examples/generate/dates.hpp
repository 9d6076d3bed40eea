#pragma once

#include <string>

namespace generate {

/// Days since 1 January 1970.
using Day = int;

/// Later than any day that a return tells of.
constexpr Day never = 1'000'000;

Day day(int year, unsigned month, unsigned day_of_month);

/// `dd/mm/yyyy`.
std::string text(Day day);

int calendar_year(Day day);

/// Born on 29 February: on 1 March in common years.
Day birthday(Day born, int age);

/// Completed years.
int age_on(Day born, Day day);

/// 1 April to 31 March, called by the year in which it ends.
struct ReportingYear {
    int year;
    Day first;
    Day last;

    explicit ReportingYear(int ends_in);
};

int reporting_year(Day day);

} // namespace generate
