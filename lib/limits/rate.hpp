#pragma once

#include "indicare/exact/limits.hpp"
#include "limits/certified.hpp"

namespace indicare::exact {

/// A rate as it is asked for: events in a population, for every `per` of it.
struct RateOf {
    integer events;
    integer population;
    integer per;

    /// The number of events of which the population has this part.
    [[nodiscard]] Quotient events_at(const Quotient& part) const {
        return {part.above * population, part.below};
    }
    /// The rate that so many events would be, roughly.
    [[nodiscard]] double rate_of(double number) const {
        return number / roughly(population) * roughly(per);
    }
};

/// Errors: `std::domain_error` where it is no rate.
inline void expect_rate(const RateOf& rate) {
    expect(rate.events >= 0, "no fewer than 0 events were expected");
    expect(rate.population > 0, "a population of 1 or more was expected");
    expect(rate.per > 0, "a unit of 1 or more was expected");
}

} // namespace indicare::exact
