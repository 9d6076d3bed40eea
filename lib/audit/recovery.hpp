#pragma once

#include <vector>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/disclosure.hpp"
#include "reduced_system.hpp"

namespace indicare::audit {

/// Tells what one can know of the unknowns of a system, one after the other.
class Recovery {
  public:
    /// `solution` is one of the system's, from which searches begin.
    Recovery(const System& system, std::vector<exact::integer> solution,
             const RecoveryOptions& options);

    /// In the numbers of the system.
    Recovered of(Unknown unknown) const;

  private:
    System doubled_; ///< with twice the limit
    std::vector<exact::integer> solution_;
    const RecoveryOptions& options_;
    ReducedSystem reduced_;
    ReducedSystem reduced_doubled_;
};

/// Says from which claims the range follows.
void tell_reasons(const ClaimsPart& part, Unknown unknown, const RecoveryOptions& options,
                  Recovered& recovered);

} // namespace indicare::audit
