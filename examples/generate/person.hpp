#pragma once

#include "child.hpp"
#include "random.hpp"

namespace generate {

/// A child who is `born` on that day: sex, ethnicity, pupil number.
Person person(Random& random, int id, Day born, bool unaccompanied);

/// The pupil number as a return for the year knows it, or the code for why there is none.
std::string pupil_number(const Child& child, const ReportingYear& year);

} // namespace generate
