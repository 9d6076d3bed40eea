#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "indicare/audit/proof.hpp"

namespace indicare::audit {

/// The lines of a proof without those that the contradiction does not rest on.
std::vector<ProofLine> shortened(const System& system, std::vector<ProofLine> lines);

/// The inequalities of the system that a proof adds up.
std::set<std::size_t> inequalities_in(const Proof& proof);

} // namespace indicare::audit
