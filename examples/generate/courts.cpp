#include "courts.hpp"

#include <algorithm>

namespace generate {
namespace {

/// A reason for leaving (E17) that is new on this day.
const Day staying_put_is_coded = day(2020, 4, 1);

std::string_view leaving_at_eighteen(const Setting& setting, Day on, const Placement& last) {
    Random& random = setting.random;
    if (last.place == "P1")
        return "E8";
    if (last.foster() && on >= staying_put_is_coded) {
        return random.pick<std::string_view>(
            {{"E17", 56}, {"E5", 22}, {"E6", 6}, {"E7", 4}, {"E13", 4}, {"E8", 8}});
    }
    if (last.foster()) {
        return random.pick<std::string_view>(
            {{"E5", 42}, {"E6", 12}, {"E7", 4}, {"E13", 7}, {"E8", 35}});
    }
    return random.pick<std::string_view>(
        {{"E5", 58}, {"E6", 14}, {"E7", 8}, {"E13", 6}, {"E9", 2}, {"E8", 12}});
}

} // namespace

Day open_by_order(const Setting& setting, Course& course) {
    Random& random = setting.random;
    Day order = course.start;
    const auto first =
        random.pick<std::string_view>({{"C1", 50}, {"V2", 28}, {"L1", 12}, {"L2", 10}});
    if (first == "V2") {
        order += random.along({8, 30, 60, 150});
    } else if (first == "L1") {
        order += random.between(1, 2);
    } else if (first == "L2") {
        order += random.between(4, 8);
    }
    if (first != "C1")
        course.legal.push_back({course.start, first});
    course.legal.push_back({order, "C1"});
    return order;
}

void open_by_agreement(const Setting& setting, Course& course) {
    Day agreed = course.start;
    if (setting.random.chance(80)) {
        course.legal.push_back({course.start, "L1"});
        agreed += setting.random.between(1, 2);
    }
    course.legal.push_back({agreed, "V2"});
}

Day end_of_proceedings(Random& random, Day begun) {
    const Day length = random.along({130, 165, 185, 215, 260, 400});
    return begun + length + (begun > day(2019, 11, 1) ? random.between(20, 70) : 0);
}

Day when_courts_sit(Random& random, Day planned) {
    const bool closed = planned > day(2020, 3, 23) && planned < day(2020, 10, 15);
    return closed && random.chance(750) ? planned + random.between(70, 260) : planned;
}

void end_at_eighteen(const Setting& setting, Course& course) {
    course.end = birthday(setting.person.born, 18);
    const auto last = std::find_if(course.stays.rbegin(), course.stays.rend(),
                                   [&](const Stay& stay) { return stay.from < course.end; });
    course.reason_ended = leaving_at_eighteen(setting, course.end, last->placement);
}

} // namespace generate
