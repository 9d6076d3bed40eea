#pragma once

#include <compare>
#include <optional>

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

// The tails of a distribution of whole numbers, summed from one of its numbers outwards in units of
// that one's probability, and so without an exponential function or a power.

namespace indicare::exact {

/// The factor from one probability to the next one out: two whole numbers. 0 ends the tail.
struct Factor {
    integer above;
    integer below;

    [[nodiscard]] bool falls() const { return above < below; }
};

/// A sum within bounds, in units of 2^-bits.
struct Sum {
    integer lower;
    integer upper;
};

/// f(1) + f(1) f(2) + f(1) f(2) f(3) + ..., where the factors become smaller and smaller, rounded
/// outwards. It ends when what follows is below a unit, or as soon as the sum is above `enough`:
/// then there is no upper bound. Cost: linear in the terms above a unit.
template <class FactorOf>
Sum sum_of_tail(FactorOf&& factor_of, unsigned bits, const std::optional<integer>& enough = {}) {
    integer least = integer(1) << bits;
    integer most = least;
    Sum sum{0, 0};
    for (integer n = 1;; ++n) {
        const Factor factor = factor_of(n);
        if (factor.above <= 0)
            return sum;
        least = least * factor.above / factor.below;
        most = most * factor.above / factor.below + 1;
        sum.lower += least;
        sum.upper += most;
        if (enough && sum.lower > *enough)
            return sum;
        if (least == 0 && factor.falls()) {
            // What follows is at most a geometric series with this factor.
            sum.upper += most * factor.above / (factor.below - factor.above) + 1;
            return sum;
        }
    }
}

/// How the probability of a number and all on its inner side compares with `tail`, given the
/// factors of either side; nothing within the bounds of so many bits. The side that falls from the
/// first is summed first; it says how much of the other is enough, however far the number lies from
/// where the distribution has its weight.
template <class Inner, class Outer>
std::optional<std::strong_ordering> order_of_tail(Inner&& inner, Outer&& outer, const ratio& tail,
                                                  unsigned bits) {
    // part / (part + rest) against the tail: part (1 - tail) against rest tail.
    const integer of_part = denominator(tail) - numerator(tail);
    const integer of_rest = numerator(tail);
    const integer one = integer(1) << bits;
    if (outer(integer(1)).falls()) {
        const Sum rest = sum_of_tail(outer, bits);
        const integer enough = rest.upper * of_rest / of_part;
        const Sum part = sum_of_tail(inner, bits, enough);
        if (part.lower + one > enough)
            return std::strong_ordering::greater;
        if ((part.upper + one) * of_part < rest.lower * of_rest)
            return std::strong_ordering::less;
        return std::nullopt;
    }
    const Sum part = sum_of_tail(inner, bits);
    const integer enough = (part.upper + one) * of_part / of_rest;
    const Sum rest = sum_of_tail(outer, bits, enough);
    if (rest.lower > enough)
        return std::strong_ordering::less;
    if ((part.lower + one) * of_part > rest.upper * of_rest)
        return std::strong_ordering::greater;
    return std::nullopt;
}

} // namespace indicare::exact
