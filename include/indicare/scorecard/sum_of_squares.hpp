#pragma once

#include <cstdint>

#include "indicare/exact/integer.hpp"
#include "indicare/indicators/tally.hpp"

namespace indicare::scorecard {

/// More than the squares of a nation's children can reach, and far from the end of 64 bits: a
/// million children, each 18 years in care, add 43,230,625,000,000.
inline constexpr std::int64_t most_squares = 100'000'000'000'000;

/// Whether it can be the sum of the squares of what the children of a mean add, of whom the tally
/// has the sum and the number: n children who add a together have squares of a * a / n or more.
inline bool can_be_sum_of_squares(std::int64_t squares, const indicators::Tally& tally) {
    if (squares < 0 || squares > most_squares)
        return false;
    if (tally.denominator == 0)
        return squares == 0 && tally.numerator == 0;
    const exact::integer sum = tally.numerator;
    return exact::integer(squares) * tally.denominator >= exact::integer(sum * sum);
}

} // namespace indicare::scorecard
