#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/periodic.hpp"

namespace indicare::tests {

/// A series with these numbers, up to March 2023.
inline scorecard::PeriodicNumbers
series_of(std::vector<std::int64_t> numbers,
          scorecard::Occasion occasion = scorecard::Occasion::started,
          scorecard::Every every = scorecard::Every::month, std::string authority = {}) {
    scorecard::PeriodicNumbers series{std::move(authority), occasion, every, {}, {}};
    const int length = months_of(every);
    for (int left = static_cast<int>(numbers.size()) - 1; left >= 0; --left)
        series.periods.windows.emplace_back(
            care::Date::end_of_reporting_year(2023).minus_months(left * length), length);
    series.numbers = std::move(numbers);
    return series;
}

} // namespace indicare::tests
