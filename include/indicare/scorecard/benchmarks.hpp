#pragma once

#include <vector>

#include "indicare/scorecard/neighbours.hpp"
#include "indicare/scorecard/population.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::scorecard {

/// What figures are laid beside: what was published, who is like whom, and how many children live
/// where.
struct Benchmarks {
    PublishedStatistics statistics;
    std::vector<NeighbourList> neighbours;
    Populations populations; ///< by old code
    /// The latest year of the mid-year estimates in `populations`, which tells their vintage; 0
    /// where there are none.
    int population_edition = 0;
};

} // namespace indicare::scorecard
