#pragma once

#include <compare>
#include <optional>

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

namespace indicare::exact {

/// The two tails of a distribution of whole numbers on either side of one of them, each as the sum
/// of its probabilities in units of that one's, within bounds in units of 2^-bits.
struct Tails {
    integer below_lower; ///< of all that is below, or more than: never above the sum
    integer below_upper;
    integer above_lower;
    integer above_upper;
    unsigned bits = 0;

    /// How the probability of the number and all below it compares with `tail`; nothing within the
    /// bounds.
    [[nodiscard]] std::optional<std::strong_ordering> order_of_lower_tail(const ratio& tail) const {
        const integer one = integer(1) << bits;
        return order(below_lower + one, below_upper + one, above_lower, above_upper, tail);
    }
    /// The same of the number and all above it.
    [[nodiscard]] std::optional<std::strong_ordering> order_of_upper_tail(const ratio& tail) const {
        const integer one = integer(1) << bits;
        return order(above_lower + one, above_upper + one, below_lower, below_upper, tail);
    }

  private:
    /// part / (part + rest) against the tail: part (1 - tail) against rest tail.
    static std::optional<std::strong_ordering> order(const integer& part_lower,
                                                     const integer& part_upper,
                                                     const integer& rest_lower,
                                                     const integer& rest_upper, const ratio& tail) {
        const integer of_part = denominator(tail) - numerator(tail);
        const integer& of_rest = numerator(tail);
        if (part_lower * of_part > rest_upper * of_rest)
            return std::strong_ordering::greater;
        if (part_upper * of_part < rest_lower * of_rest)
            return std::strong_ordering::less;
        return std::nullopt;
    }
};

/// The factor from one probability to the next one out: two whole numbers.
struct Factor {
    integer above;
    integer below;
};

/// The sum of what is reached from 1 by factors that fall: 1 f(1) + 1 f(1) f(2) + ..., rounded
/// outwards. A factor of 0 is the last one. Once a term is below one unit and the factor at most a
/// half, what is left out is below two units. Cost: linear in the number of terms above a unit.
template <class FactorOf>
void add_terms(FactorOf&& factor_of, unsigned bits, integer& lower, integer& upper) {
    integer least = integer(1) << bits;
    integer most = least;
    for (integer n = 1;; ++n) {
        const Factor factor = factor_of(n);
        if (factor.above <= 0)
            return;
        least = least * factor.above / factor.below;
        most = most * factor.above / factor.below + 1;
        lower += least;
        upper += most;
        if (least == 0 && factor.above < factor.below) {
            // The factors fall: what follows is at most a geometric series with this one.
            upper += most * factor.above / (factor.below - factor.above) + 1;
            return;
        }
    }
}

} // namespace indicare::exact
