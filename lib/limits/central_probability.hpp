#pragma once

#include "indicare/exact/enclosure.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"
#include "limits/certified.hpp"

namespace indicare::exact {

/// Up to so many degrees the probability is a finite sum; of more an endless one needs fewer terms.
inline constexpr unsigned few_degrees = 1000;

/// The probability that |T| is below t, for the t whose square is given, where T has Student's
/// distribution with so many degrees of freedom, 1 or more. Cost: of few degrees that of their
/// number, of more that of t squared and the bits.
Enclosure central_probability(const integer& degrees, const Quotient& t_squared, unsigned bits);

/// Whether the probability is above the level by far, which of many degrees is seen without it.
bool is_surely_above(const integer& degrees, const Quotient& t_squared, const ratio& level);

} // namespace indicare::exact
