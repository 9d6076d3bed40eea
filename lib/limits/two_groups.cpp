#include "indicare/exact/two_groups.hpp"

#include <algorithm>

#include "limits/rate.hpp"
#include "limits/wilson.hpp"

namespace indicare::exact {

namespace {

/// C(n, k).
integer combinations(const integer& n, const integer& k) {
    integer number = 1;
    for (integer i = 1; i <= k; ++i)
        number = number * (n - k + i) / i;
    return number;
}

/// The ways in which the first group can have `least` to `most` of what is counted: a weight for
/// each, made from the one before it.
template <class NextOf>
ConditionalTest test(const integer& own, const integer& least, const integer& most,
                     const integer& first_weight, NextOf&& next_of, LimitRounding rounding) {
    integer own_weight = first_weight;
    for (integer k = least; k < own; ++k)
        own_weight = next_of(own_weight, k);
    integer few = 0;
    integer many = 0;
    integer improbable = 0;
    integer weight = first_weight;
    for (integer k = least; k <= most; ++k) {
        if (k <= own)
            few += weight;
        if (k >= own)
            many += weight;
        if (weight <= own_weight)
            improbable += weight;
        if (k < most)
            weight = next_of(weight, k);
    }
    const integer all = few + many - own_weight;
    const auto printed = [&](const integer& part) {
        return round(make_ratio(part, all), rounding.precision, rounding.rule);
    };
    return {printed(few), printed(many), printed(improbable)};
}

} // namespace

ConditionalTest test_shares(const Part& first, const Part& second, LimitRounding rounding) {
    expect_share(first);
    expect_share(second);
    const integer counted = first.counted + second.counted;
    const integer least = std::max(integer(0), integer(counted - second.among));
    const integer most = std::min(first.among, counted);
    // C(n1, k) C(n2, m - k)
    return test(
        first.counted, least, most,
        integer(combinations(first.among, least) * combinations(second.among, counted - least)),
        [&](const integer& weight, const integer& k) {
            return integer(weight * (first.among - k) * (counted - k) /
                           ((k + 1) * (second.among - counted + k + 1)));
        },
        rounding);
}

ConditionalTest test_rates(const Part& first, const Part& second, LimitRounding rounding) {
    expect_rate({first.counted, first.among, 1});
    expect_rate({second.counted, second.among, 1});
    const integer divisor = gcd(first.among, second.among);
    const integer of_first = first.among / divisor;
    const integer of_second = second.among / divisor;
    const integer events = first.counted + second.counted;
    // C(m, k) n1^k n2^(m - k)
    return test(
        first.counted, integer(0), events, pow(of_second, static_cast<unsigned>(events)),
        [&](const integer& weight, const integer& k) {
            return integer(weight * (events - k) * of_first / ((k + 1) * of_second));
        },
        rounding);
}

} // namespace indicare::exact
