#pragma once

#include "care.hpp"

namespace generate {

/// What will become of a child who starts to be looked after.
enum class Plan {
    home,          ///< returns to parents, relatives
    home_on_order, ///< placed with parents under a care order, which is later discharged
    arrangements,  ///< child arrangements order
    guardianship,  ///< special guardianship order
    adoption,      ///< adopted, or the plan is given up
    grow_up,       ///< looked after until 18, or nearly
    brief,         ///< police protection, remand, transfer, and other short stories
    unaccompanied  ///< a child who came to the country alone
};

Plan choose_plan(Random& random, int age);

/// Fills a course that has a start, a need and a home.
void follow(Plan plan, const Setting& setting, Course& course);

} // namespace generate
