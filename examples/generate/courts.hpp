#pragma once

#include "care.hpp"

namespace generate {

/// Care proceedings open the period; gives the day of the interim care order.
Day open_by_order(const Setting& setting, Course& course);

/// The parents agree (section 20), at times after police protection.
void open_by_agreement(const Setting& setting, Course& course);

/// Care proceedings last about half a year, longer since the pandemic.
Day end_of_proceedings(Random& random, Day begun);

/// Courts sat less in the spring and summer of 2020.
Day when_courts_sit(Random& random, Day planned);

/// Ends the course on the 18th birthday, for a reason that fits its last placement.
void end_at_eighteen(const Setting& setting, Course& course);

} // namespace generate
