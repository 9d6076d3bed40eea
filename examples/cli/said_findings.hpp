#pragma once

#include <cstddef>
#include <limits>

#include "indicare/quality/finding.hpp"

namespace indicare::cli {

/// Which findings are said, and how.
struct SaidFindings {
    quality::Severity least = quality::Severity::note;
    std::size_t most = std::numeric_limits<std::size_t>::max(); ///< then how many more there are
    bool anonymous = false;                                     ///< without ids and values
};

/// Says what was found in files on standard error, a line for each finding.
void say(const quality::Findings& findings, const SaidFindings& said);

} // namespace indicare::cli
