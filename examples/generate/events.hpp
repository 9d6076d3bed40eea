#pragma once

#include "child.hpp"
#include "random.hpp"

namespace generate {

/// Reviews, incidents of being missing or away, and social workers over all of a child's life.
void add_events(Random random, Child& child);

} // namespace generate
