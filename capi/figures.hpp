#pragma once

#include <cstdint>

#include "boundary.hpp"

namespace indicare::capi {

/// The scorecard of an authority, and its figure of an indicator, by indices that came from
/// outside.
inline const scorecard::Scorecard& scorecard_of(const Session& work, std::int64_t authority) {
    return element(work.results(), "authority", authority);
}

inline const scorecard::Figure& figure_of(const Session& work, std::int64_t authority,
                                          std::int64_t indicator) {
    return element(scorecard_of(work, authority).figures, "indicator", indicator);
}

} // namespace indicare::capi
