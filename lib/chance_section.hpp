#pragma once

#include "report_document.hpp"

namespace indicare::io {

/// The section of a report that says what chance could do to its figures: cautions, then limits and
/// significance family by family, then what was not tested and why.
DocumentSection chance_section(const scorecard::Report& report);

/// The cautions of a report, in the order in which they are printed.
std::vector<std::string> cautions_of(const scorecard::Report& report);

/// Figures without limits, a sentence for each reason: `Without limits, since ...: ...`.
std::vector<std::string> without_limits(const scorecard::Report& report);

} // namespace indicare::io
