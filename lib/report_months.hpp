#pragma once

#include "report_document.hpp"

namespace indicare::io {

/// The control chart of an authority's months: points, lines and what breaks a rule. The
/// series must have a chart.
DocumentChart months_chart(const scorecard::PeriodicChart& chart);

/// The charts of children who started and ceased, with how to read them; for a series without a
/// chart why there is none. No blocks where no months were counted.
DocumentSection months_section(const scorecard::Report& report);

} // namespace indicare::io
