#pragma once

#include "indicare/care/date.hpp"

namespace indicare::care {

/// The year that a scorecard looks at: the twelve months that end on its date, both days included;
/// with the other days that follow from that date.
///
/// For 31 March Y it is DfE's reporting year Y (1 April Y-1 to 31 March Y). A shorter window, of a
/// month or a quarter, serves to count what happened in it.
class Window {
  public:
    constexpr explicit Window(Date last) : Window(last, 12) {}

    /// The `months` (1 to 12) that end on the date, both days included.
    constexpr Window(Date last, int months)
        : first(last.minus_months(months) + 1), last(last),
          first_of_two_years(last.minus_months(24) + 1), two_years_before(last.minus_months(24)),
          thirty_months_before(last.minus_months(30)), first_reporting_year(first.reporting_year()),
          last_reporting_year(last.reporting_year()),
          first_of_reporting_years(Date::of(first_reporting_year - 1, 4, 1)),
          last_of_reporting_years(Date::end_of_reporting_year(last_reporting_year)) {}

    constexpr bool holds(Date day) const { return first <= day && day <= last; }

    Date first;                ///< S
    Date last;                 ///< D, the date that the scorecard is as at
    Date first_of_two_years;   ///< of the two years that end on D
    Date two_years_before;     ///< D less 24 months
    Date thirty_months_before; ///< D less 30 months
    /// The first and the last of the reporting years that overlap the window: the same one for a
    /// window that ends on 31 March, else two that follow each other.
    int first_reporting_year;
    int last_reporting_year;
    Date first_of_reporting_years;
    Date last_of_reporting_years;
};

} // namespace indicare::care
