#pragma once

#include "child.hpp"
#include "places.hpp"
#include "random.hpp"

namespace generate {

/// The life in care of a child who first starts to be looked after on that day.
Child life(Random random, const Places& places, int id, Day start);

/// The life of a disabled child who has short breaks from that day on.
Child life_with_short_breaks(Random random, const Places& places, int id, Day start);

} // namespace generate
