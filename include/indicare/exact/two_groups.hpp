#pragma once

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/limits.hpp"

namespace indicare::exact {

/// How probable so great a difference between two groups is by chance alone, given how many are
/// counted in both together: decimals of the exact probabilities.
struct ConditionalTest {
    Decimal as_few;    ///< As few in the first group as there are, or fewer.
    Decimal as_many;   ///< As many, or more.
    Decimal two_sided; ///< Whatever is not more probable than what there is, on either side.
};

/// Fisher's exact test of two shares: given the counted of both, those of the first are
/// hypergeometric. Cost: as many steps as are counted, in whole numbers as long; a millisecond for
/// some hundreds. Errors: `std::domain_error` for what are no two shares. Source: R. A. Fisher,
/// "Statistical methods for research workers" (1934), section 21.02; two-sided as in most programs.
ConditionalTest test_shares(const Part& first, const Part& second, LimitRounding rounding);

/// The exact test of two rates: given the events of both, those of the first are binomial with its
/// part of the populations. Cost and errors: as above. Source: J. Przyborowski, H. Wilenski,
/// Biometrika 31 (1940), 313-323.
ConditionalTest test_rates(const Part& first, const Part& second, LimitRounding rounding);

} // namespace indicare::exact
