#pragma once

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

namespace indicare::exact {

/// A number that need not be a ratio, held between two multiples of 1 / 2^bits: the square root of
/// 2 lies between 181 and 182 of 1/128.
struct Enclosure {
    integer lower; ///< Not above the number, in units of 1 / 2^bits.
    integer upper; ///< Not below it.
    unsigned bits = 0;

    [[nodiscard]] ratio least() const { return {lower, integer(1) << bits}; }
    [[nodiscard]] ratio most() const { return {upper, integer(1) << bits}; }
};

} // namespace indicare::exact
