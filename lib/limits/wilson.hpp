#pragma once

#include <compare>

#include "indicare/exact/confidence.hpp"
#include "indicare/exact/limits.hpp"
#include "limits/certified.hpp"

namespace indicare::exact {

/// Errors: `std::domain_error` where it is no share.
void expect_share(const Part& part);

/// How Wilson's limits of a share compare with another share.
std::strong_ordering order_of_wilson_lower(const Part& part, const Quotient& share,
                                           const Confidence& confidence);
std::strong_ordering order_of_wilson_upper(const Part& part, const Quotient& share,
                                           const Confidence& confidence);

} // namespace indicare::exact
