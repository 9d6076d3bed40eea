#pragma once

#include "indicare/exact/confidence.hpp"
#include "indicare/exact/limits.hpp"
#include "indicare/exact/ratio.hpp"

#include <cstdint>

/// Whether a figure differs from a number by more than chance explains. One test, whichever way it
/// is drawn: a figure is above a number exactly when its lower confidence limit is, and exactly
/// when the figure lies above the funnel around that number. Decided in whole numbers, never in
/// doubt but for the level that was chosen.
///
/// Compiled in `indicare::io`. Errors: as of the limits.
namespace indicare::exact {

/// Where a figure stands to a number: outside of what chance explains, on either side, or within.
enum class Standing : std::uint8_t { below, within, above };

/// Whether the share `counted` of `among` stands above or below a share, in parts of `per`, by
/// Wilson's inequality (and so by the funnel of the normal approximation to the binomial around
/// that share). Errors: also `std::domain_error` where the share is not from 0 to `per`. Cost:
/// below a microsecond.
Standing standing_of_share(const Part& part, const ratio& share, const integer& per,
                           const Confidence& confidence);

/// Whether the rate of `counted` events in a population stands above or below a rate for every
/// `per`, by the exact Poisson tails. Errors: also `std::domain_error` for a rate below 0. Cost: as
/// of one Poisson limit.
Standing standing_of_rate(const Part& part, const ratio& rate, const integer& per,
                          const Confidence& confidence);

/// Whether the mean of a sample stands above or below a number, by Student's t. A sample whose
/// values are all the same stands above every lower number. Cost: linear in the sample's number.
Standing standing_of_mean(const Sample& sample, const ratio& mean, const Confidence& confidence);

/// Whether the first share stands above or below the second: whether 0 lies outside of Newcombe's
/// limits of their difference. Cost: as of these.
Standing standing_of_difference(const Part& first, const Part& second,
                                const Confidence& confidence);

/// Whether the first rate stands above or below the second: given the events of both, whether the
/// first one's part of the populations lies outside of Clopper and Pearson's limits of its share of
/// the events. Within where there are no events. Cost: as of these limits.
Standing standing_of_change(const Part& first, const Part& second, const Confidence& confidence);

} // namespace indicare::exact
