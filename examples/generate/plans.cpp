#include "plans.hpp"

#include "adoption.hpp"
#include "courts.hpp"

#include <algorithm>

namespace generate {
namespace {

void return_home(const Setting& setting, Course& course) {
    Random& random = setting.random;
    if (random.chance(330)) {
        open_by_order(setting, course);
    } else {
        open_by_agreement(setting, course);
    }
    course.end = course.start + random.along({2, 12, 45, 130, 250, 620});
    ordinary_care(setting, course, course.start, course.end);
    course.reason_ended =
        random.pick<std::string_view>({{"E4A", 62}, {"E4B", 20}, {"E13", 15}, {"E8", 3}});
}

void return_home_on_order(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const Day proceedings = open_by_order(setting, course);
    const Day decided = end_of_proceedings(random, proceedings);
    course.legal.push_back({decided, "C2"});
    const bool at_once = random.chance(350);
    const Day home = at_once ? proceedings
                     : random.chance(300)
                         ? decided
                         : std::max(proceedings + 20, decided + random.between(-60, 200));
    if (home > course.start)
        ordinary_care(setting, course, course.start, home);
    course.stays.push_back({home, setting.places.parents(random, course.home), "CARPL"});
    const Day at_home = random.along({240, 380, 540, 760, 1100, 1900});
    course.end = when_courts_sit(random, std::max(home, decided) + at_home);
    course.reason_ended = random.chance(850) ? "E4A" : "E8";
}

void arrange(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const Day decided = end_of_proceedings(random, open_by_order(setting, course));
    course.end = when_courts_sit(random, decided + random.between(0, 120));
    ordinary_care(setting, course, course.start, course.end);
    course.reason_ended = "E41";
}

/// Most guardians are relatives with whom the child already lives.
void appoint_guardian(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const Day decided = end_of_proceedings(random, open_by_order(setting, course));
    const bool later = random.chance(420);
    if (later)
        course.legal.push_back({decided, "C2"});
    const Day wait = later ? random.along({120, 300, 600, 1100, 2000}) : random.between(-5, 60);
    course.end = when_courts_sit(random, decided + wait);
    const int guardian = random.below(1000);
    if (guardian < 560) {
        const Day moved = course.start + random.along({0, 0, 20, 70, 150});
        if (moved > course.start)
            ordinary_care(setting, course, course.start, moved);
        course.stays.push_back({moved, setting.places.relatives(random), "CARPL"});
        course.reason_ended = "E45";
    } else if (guardian < 780) {
        course.stays.push_back({course.start, with_foster_carers(setting, "U6"), ""});
        course.reason_ended = "E46";
    } else {
        ordinary_care(setting, course, course.start, course.end);
        course.reason_ended = guardian < 960 ? "E47" : "E48";
    }
}

void leave_early(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const Day leaves = birthday(setting.person.born, 16) + random.between(60, 700);
    if (leaves < course.start + 60)
        return;
    course.end = leaves;
    course.reason_ended = random.pick<std::string_view>(
        {{"E4B", 34}, {"E4A", 18}, {"E5", 18}, {"E13", 18}, {"E8", 12}});
}

void grow_up(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const int age = setting.age(course.start);
    const Day eighteen = birthday(setting.person.born, 18);
    if (random.chance(age < 10 ? 1000 : age < 16 ? 560 : 160)) {
        course.legal.push_back({end_of_proceedings(random, open_by_order(setting, course)), "C2"});
    } else {
        open_by_agreement(setting, course);
    }
    ordinary_care(setting, course, course.start, eighteen);
    end_at_eighteen(setting, course);
    if (random.chance(130))
        leave_early(setting, course);
}

void remand(const Setting& setting, Course& course) {
    Random& random = setting.random;
    course.need = "N6";
    course.legal.push_back({course.start, "J1"});
    course.end = course.start + random.along({5, 15, 35, 60, 120});
    const int where = random.below(100);
    course.stays.push_back({course.start,
                            where < 45   ? setting.places.custody(random)
                            : where < 65 ? setting.places.secure_home(random)
                                         : setting.places.childrens_home(random),
                            ""});
    course.reason_ended = random.chance(500) ? "E14" : "E9";
}

void brief(const Setting& setting, Course& course) {
    Random& random = setting.random;
    const int age = setting.age(course.start);
    const int story = random.below(100);
    if (age >= 12 && story < 32) {
        remand(setting, course);
        return;
    }
    if (story < 60) {
        course.legal.push_back({course.start, "L1"});
        course.end = course.start + random.between(1, 3);
        course.reason_ended =
            random.pick<std::string_view>({{"E4A", 40}, {"E4B", 30}, {"E13", 30}});
        course.stays.push_back({course.start, with_foster_carers(setting, "U6"), ""});
        return;
    }
    open_by_agreement(setting, course);
    course.end = course.start + random.along({10, 40, 110, 260, 500});
    ordinary_care(setting, course, course.start, course.end);
    course.reason_ended =
        random.pick<std::string_view>({{"E3", 42}, {"E8", 38}, {"E16", 6}, {"E2", 3}, {"E4B", 11}});
}

void arrive_alone(const Setting& setting, Course& course) {
    Random& random = setting.random;
    course.need = "N8";
    course.legal.push_back({course.start, "V2"});
    ordinary_care(setting, course, course.start, birthday(setting.person.born, 18));
    end_at_eighteen(setting, course);
    const auto early =
        random.pick<std::string_view>({{"E15", 6}, {"E3", 5}, {"E8", 4}, {"E13", 2}, {"", 83}});
    const Day leaves = course.start + random.along({4, 20, 60, 180});
    if (!early.empty() && leaves < course.end) {
        course.end = leaves;
        course.reason_ended = early;
    }
}

} // namespace

Plan choose_plan(Random& random, int age) {
    if (age == 0) {
        return random.pick<Plan>({{Plan::adoption, 46},
                                  {Plan::guardianship, 20},
                                  {Plan::home, 10},
                                  {Plan::home_on_order, 14},
                                  {Plan::arrangements, 4},
                                  {Plan::grow_up, 4},
                                  {Plan::brief, 2}});
    }
    if (age < 5) {
        return random.pick<Plan>({{Plan::adoption, 36},
                                  {Plan::guardianship, 20},
                                  {Plan::home, 11},
                                  {Plan::home_on_order, 14},
                                  {Plan::arrangements, 4},
                                  {Plan::grow_up, 12},
                                  {Plan::brief, 3}});
    }
    if (age < 10) {
        return random.pick<Plan>({{Plan::adoption, age < 7 ? 10 : 0},
                                  {Plan::guardianship, 20},
                                  {Plan::home, 20},
                                  {Plan::home_on_order, 12},
                                  {Plan::arrangements, 4},
                                  {Plan::grow_up, 35},
                                  {Plan::brief, 3}});
    }
    if (age < 16) {
        return random.pick<Plan>({{Plan::guardianship, 5},
                                  {Plan::home, 32},
                                  {Plan::home_on_order, 6},
                                  {Plan::arrangements, 2},
                                  {Plan::grow_up, 44},
                                  {Plan::brief, 11}});
    }
    return random.pick<Plan>({{Plan::home, 26}, {Plan::grow_up, 54}, {Plan::brief, 20}});
}

/// Carers never live where the child comes from.
void keep_off_home(const Setting& setting, Course& course) {
    std::string other = course.home;
    while (!course.home.empty() && other == course.home)
        other = setting.places.elsewhere(setting.random);
    for (Stay& stay : course.stays) {
        if (stay.placement.place != "P1" && stay.placement.postcode == course.home)
            stay.placement.postcode = other;
    }
}

/// A move that comes about the time of an order is often made on its day.
void move_with_orders(const Setting& setting, Course& course) {
    for (const LegalStep& step : course.legal) {
        for (std::size_t i = 1; i < course.stays.size(); ++i) {
            Stay& stay = course.stays[i];
            const bool near = stay.from - 14 < step.from && step.from < stay.from + 14;
            const bool between =
                course.stays[i - 1].from < step.from &&
                (i + 1 == course.stays.size() || step.from < course.stays[i + 1].from);
            const bool free = stay.placement.foster() || stay.placement.place == "K2";
            if (near && between && free && setting.random.chance(700))
                stay.from = step.from;
        }
    }
}

void follow(Plan plan, const Setting& setting, Course& course) {
    switch (plan) {
    case Plan::home:
        return_home(setting, course);
        break;
    case Plan::home_on_order:
        return_home_on_order(setting, course);
        break;
    case Plan::arrangements:
        arrange(setting, course);
        break;
    case Plan::guardianship:
        appoint_guardian(setting, course);
        break;
    case Plan::adoption:
        adopt(setting, course);
        break;
    case Plan::grow_up:
        grow_up(setting, course);
        break;
    case Plan::brief:
        brief(setting, course);
        break;
    case Plan::unaccompanied:
        arrive_alone(setting, course);
        break;
    }
    if (course.end >= birthday(setting.person.born, 18))
        end_at_eighteen(setting, course);
    move_with_orders(setting, course);
    everyday_changes(setting, course);
    keep_off_home(setting, course);
}

} // namespace generate
