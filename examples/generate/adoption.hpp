#pragma once

#include "care.hpp"

namespace generate {

/// A course that ends with adoption, or in which the plan for it is given up.
void adopt(const Setting& setting, Course& course);

} // namespace generate
