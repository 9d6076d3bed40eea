#pragma once

#include "child.hpp"

namespace generate {

/// Both days included.
bool overlaps(Day start, Day end, const ReportingYear& year);

/// Some episode, short breaks too, is told of in the return for the year.
bool in_return(const Child& child, const ReportingYear& year);

/// Looked after, other than for short breaks, on some day of the year or leaving in it.
bool looked_after_in_year(const Child& child, const ReportingYear& year);

/// The period of care on 31 March, or none.
const PeriodOfCare* period_at_end(const Child& child, const ReportingYear& year);

/// The cohort of OC2.
bool looked_after_all_year(const Child& child, const ReportingYear& year);

} // namespace generate
