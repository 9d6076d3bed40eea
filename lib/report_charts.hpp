#pragma once

#include <optional>

#include "report_document.hpp"

// The charts of a report.

namespace indicare::io {

/// An indicator over the years, beside England, the region and the mean of the neighbours; nothing
/// where there are fewer than two own years to draw.
std::optional<DocumentChart> trend_chart(const scorecard::Report& report, std::size_t indicator);

/// The authority among its neighbours and all authorities; nothing where it or they have no number.
std::optional<DocumentChart> peers_chart(const scorecard::Report& report, std::size_t indicator);

} // namespace indicare::io
