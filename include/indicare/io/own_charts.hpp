#pragma once

#include <vector>

#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/comparators.hpp"
#include "indicare/scorecard/periodic_chart.hpp"

namespace indicare::io {

/// Charts of how many children started and ceased to be looked after by an authority, month by
/// month up to a day, from its returns. None of an extract of many years, which does not say of
/// which months it holds everything. Cost: as of counting, twice.
std::vector<scorecard::PeriodicChart> own_charts(ReturnReader& reader,
                                                 const care::Policies& policies, care::Date up_to,
                                                 const scorecard::Comparators& comparators,
                                                 const scorecard::PublishedAuthority& authority);

} // namespace indicare::io
