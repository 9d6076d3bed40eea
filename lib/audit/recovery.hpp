#pragma once

#include <vector>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/disclosure.hpp"

namespace indicare::audit {

/// What a part of the claims tells of one of its unknowns. `system` is what the part comes to,
/// `solution` one of its solutions, from which the search begins.
Recovered recovered_from(const ClaimsPart& part, const System& system, Unknown unknown,
                         const std::vector<exact::integer>& solution,
                         const RecoveryOptions& options);

/// Says from which claims the range follows.
void tell_reasons(const ClaimsPart& part, Unknown unknown, const RecoveryOptions& options,
                  Recovered& recovered);

} // namespace indicare::audit
