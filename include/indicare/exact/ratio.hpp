#pragma once

#include "indicare/exact/integer.hpp"

#include <boost/multiprecision/rational_adaptor.hpp>

#include <stdexcept>
#include <string>

namespace indicare::exact {

/// A quotient of two whole numbers, always in lowest terms with a denominator above 0. Make one
/// with `make_ratio`: Boost lets a double in, and what a denominator of 0 or below does there
/// depends on its release.
using ratio =
    boost::multiprecision::number<boost::multiprecision::rational_adaptor<integer::backend_type>,
                                  boost::multiprecision::et_off>;

/// numerator / denominator, exactly; the signs may stand in either.
/// Errors: `std::domain_error` when the denominator is 0. Cost: one greatest common divisor.
inline ratio make_ratio(const integer& numerator, const integer& denominator) {
    if (denominator == 0)
        throw std::domain_error("a ratio with the denominator 0");
    if (denominator < 0)
        return {integer(-numerator), integer(-denominator)};
    return {numerator, denominator};
}

/// The ratio in lowest terms: "154/249", "-1/2", or "7" when it is whole.
inline std::string to_text(const ratio& value) {
    std::string text = to_text(integer(numerator(value)));
    const integer below = denominator(value);
    if (below != 1)
        text.append("/").append(to_text(below));
    return text;
}

} // namespace indicare::exact
