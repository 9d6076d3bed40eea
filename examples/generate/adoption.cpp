#include "adoption.hpp"

#include "courts.hpp"

#include <algorithm>

namespace generate {
namespace {

void give_up_adoption(const Setting& setting, Course& course, Day order) {
    Random& random = setting.random;
    AdoptionPlan& plan = *course.adoption;
    if (random.chance(350)) {
        plan.given_up = order;
        plan.why_given_up = "RD2";
    } else {
        course.legal.push_back({order, "E1"});
        plan.given_up = order + random.between(250, 650);
        plan.why_given_up = random.chance(600) ? "RD3" : "RD1";
    }
    course.legal.push_back({plan.given_up, "C2"});
    course.stays.push_back({course.start, with_foster_carers(setting, "U6"), ""});
    course.reason_ended = "E46";
    if (random.chance(500)) {
        course.end = when_courts_sit(random, plan.given_up + random.between(150, 700));
    } else {
        end_at_eighteen(setting, course);
    }
}

/// Placed with the carers whom the child has: for fostering for adoption, or because they asked.
void place_with_own_carers(const Setting& setting, Course& course, Day order) {
    Random& random = setting.random;
    AdoptionPlan& plan = *course.adoption;
    const bool for_adoption = random.chance(620);
    const Day moved = for_adoption ? course.start + random.along({0, 0, 10, 60}) : course.start;
    if (moved > course.start)
        course.stays.push_back({course.start, with_foster_carers(setting, "U6"), ""});
    const auto code = std::string_view{for_adoption ? "U5" : "U6"};
    course.stays.push_back({moved, with_foster_carers(setting, code), "CARPL"});
    plan.matched = order + (for_adoption ? random.between(-8, 70) : random.between(60, 330));
    const Day agreed = std::max(order, plan.matched);
    plan.placed = agreed == order ? order : agreed + random.between(0, 21);
    Stay placed{plan.placed, course.stays.back().placement, "", true};
    placed.placement.place = "A5";
    course.stays.push_back(placed);
}

void place_with_new_family(const Setting& setting, Course& course, Day order,
                           std::string_view code) {
    Random& random = setting.random;
    AdoptionPlan& plan = *course.adoption;
    plan.matched = order + random.along({8, 50, 115, 185, 300, 640});
    plan.placed = plan.matched + random.between(8, 32);
    course.stays.push_back({course.start, with_foster_carers(setting, "U6"), ""});
    if (random.chance(300)) {
        const Day moved = course.start + random.between(3, 60);
        course.stays.push_back({moved, with_foster_carers(setting, "U6"), "CARPL"});
    }
    course.stays.push_back({plan.placed, setting.places.adopters(random, code), "CARPL"});
}

} // namespace

void adopt(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const bool relinquished = setting.age(course.start) == 0 && random.chance(50);
    if (relinquished)
        course.legal.push_back({course.start, "V2"});
    const Day order = relinquished
                          ? course.start + random.between(60, 120)
                          : end_of_proceedings(random, open_by_order(setting, course)) - 25;
    course.adoption = AdoptionPlan{};
    course.adoption->decided = std::max(course.start, order - random.between(8, 45));
    if (!relinquished && random.chance(80)) {
        give_up_adoption(setting, course, order);
        return;
    }
    if (relinquished) {
        place_with_new_family(setting, course, order, "A4");
    } else {
        course.legal.push_back({order, "E1"});
        if (random.chance(190)) {
            place_with_own_carers(setting, course, order);
        } else {
            place_with_new_family(setting, course, order, "A6");
        }
    }
    const Day together = random.along({110, 150, 185, 220, 270, 460});
    course.end = when_courts_sit(random, course.adoption->placed + together);
    course.reason_ended = relinquished || random.chance(380) ? "E11" : "E12";
}

} // namespace generate
