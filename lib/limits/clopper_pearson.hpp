#pragma once

#include <compare>

#include "indicare/exact/confidence.hpp"
#include "indicare/exact/limits.hpp"
#include "limits/certified.hpp"

namespace indicare::exact {

/// How Clopper and Pearson's limits of a share compare with another share.
std::strong_ordering order_of_clopper_pearson_lower(const Part& part, const Quotient& share,
                                                    const Confidence& confidence);
std::strong_ordering order_of_clopper_pearson_upper(const Part& part, const Quotient& share,
                                                    const Confidence& confidence);

} // namespace indicare::exact
