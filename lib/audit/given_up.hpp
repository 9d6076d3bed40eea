#pragma once

#include "indicare/audit/solver.hpp"

namespace indicare::audit {

/// Whether whoever asked wants no more of a search.
inline bool is_given_up(const GiveUp& give_up) {
    return give_up && give_up();
}

} // namespace indicare::audit
