#pragma once

#include "indicare/exact/confidence.hpp"
#include "indicare/exact/enclosure.hpp"

namespace indicare::exact {

/// The z of which P(-z < Z < z) is the level of confidence, for Z of the normal distribution,
/// within 2^-bits. Cost: quadratic in the bits; some tens of microseconds for 120.
Enclosure normal_quantile(const Confidence& confidence, unsigned bits);

} // namespace indicare::exact
