#pragma once

#include "child.hpp"
#include "random.hpp"

#include <string>
#include <vector>

namespace generate {

/// The OC2 fields after `CHILD` and `DOB`, of a child looked after all year.
std::vector<std::string> health_of_the_year(Random random, const Child& child,
                                            const ReportingYear& year);

} // namespace generate
