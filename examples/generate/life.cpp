#include "life.hpp"

#include "care.hpp"
#include "events.hpp"
#include "person.hpp"
#include "plans.hpp"

#include <algorithm>

namespace generate {
namespace {

/// In a thousand of those who start; fewer could travel in 2020.
int unaccompanied_per_mille(Day start) {
    switch (reporting_year(start)) {
    case 2019:
        return 85;
    case 2020:
        return 80;
    case 2021:
        return 40;
    case 2022:
        return 120;
    case 2023:
        return 140;
    default:
        return reporting_year(start) < 2015 ? 30 : 75;
    }
}

Day born_before(Random& random, Day start, bool unaccompanied) {
    if (unaccompanied)
        return start - random.along({4900, 5700, 6000, 6200, 6350, 6480, 6560});
    const int band = random.below(1000);
    if (band < 215)
        return start - (random.chance(480) ? random.between(0, 14) : random.between(15, 364));
    if (band < 400)
        return start - random.between(366, 1825);
    if (band < 600)
        return start - random.between(1827, 3651);
    if (band < 870)
        return start - random.between(3653, 5842);
    return start - random.between(5845, 6500);
}

std::string_view need(Random& random, int age) {
    return random.pick<std::string_view>({{"N1", 62},
                                          {"N2", age > 4 ? 4 : 1},
                                          {"N3", 4},
                                          {"N4", 8},
                                          {"N5", 15},
                                          {"N6", age > 10 ? 4 : 0},
                                          {"N8", 4}});
}

PeriodOfCare period_of_care(const Setting& setting, Day start, Plan plan) {
    Course course;
    course.start = start;
    course.need = need(setting.random, setting.age(start));
    course.home = setting.person.unaccompanied ? "" : setting.places.home(setting.random);
    follow(plan, setting, course);
    return episodes_of(course);
}

/// When the child is looked after again, if ever.
Day comes_back(Random& random, const PeriodOfCare& last, Day eighteen) {
    const std::string_view why = last.reason();
    const int chance = why == "E4B"                   ? 260
                       : why == "E4A"                 ? 150
                       : why == "E13" || why == "E8"  ? 90
                       : why == "E41" || why == "E14" ? 90
                       : why.starts_with("E4")        ? 45
                                                      : 0;
    if (!random.chance(chance))
        return never;
    const Day back = last.end() + random.along({4, 40, 150, 400, 1000, 2200});
    return back < eighteen - 40 ? back : never;
}

/// Agreed breaks of a few days, recorded one by one.
void add_single_breaks(const Setting& setting, Child& child, Day start, Day end) {
    Random& random = setting.random;
    Placement respite = random.chance(500) ? setting.places.foster(random, "U6", false)
                                           : setting.places.childrens_home(random);
    respite.postcode.clear();
    respite.urn.clear();
    Day from = start;
    while (from < end) {
        const Day until = std::min(from + random.between(1, 3), end);
        child.periods.push_back(
            {"N2", "", {{from, "S", "V3", respite, until, "E4A", ""}}, std::nullopt});
        from = until + random.between(24, 60);
    }
}

/// One agreement; now and then the child becomes looked after when it ends.
void add_agreement(const Setting& setting, Child& child, Day start, Day end) {
    Random& random = setting.random;
    Placement respite = random.chance(600) ? setting.places.foster(random, "U6", true)
                                           : setting.places.childrens_home(random);
    respite.postcode.clear();
    respite.urn.clear();
    const bool goes_on = random.chance(90) && setting.age(end) < 17;
    PeriodOfCare breaks{"N2", "", {{start, "S", "V4", respite, end, "E8", ""}}, std::nullopt};
    if (!goes_on) {
        child.periods.push_back(breaks);
        return;
    }
    breaks.home = setting.places.home(random);
    Placement longer = setting.places.childrens_home(random);
    while (longer.postcode == breaks.home)
        longer = setting.places.childrens_home(random);
    const Day eighteen = birthday(setting.person.born, 18);
    breaks.episodes.front().reason_ended = "X1";
    breaks.episodes.front().reason_changed = "CARPL";
    breaks.episodes.push_back({end, "B", "V2", longer, eighteen, "E7", ""});
    child.periods.push_back(breaks);
}

} // namespace

Child life(Random random, const Places& places, int id, Day start) {
    const bool alone = random.chance(unaccompanied_per_mille(start));
    Child child;
    const Day born = born_before(random, start, alone);
    child.person = person(random, id, born, alone);
    if (child.person.status_ended < start + 60)
        child.person.status_ended = never;
    const Setting setting{places, random, child.person};
    const Day eighteen = birthday(born, 18);
    for (Day from = start; from != never;
         from = comes_back(random, child.periods.back(), eighteen)) {
        const Plan plan = alone ? Plan::unaccompanied : choose_plan(random, setting.age(from));
        child.periods.push_back(period_of_care(setting, from, plan));
    }
    add_events(random.branch(1), child);
    return child;
}

Child life_with_short_breaks(Random random, const Places& places, int id, Day start) {
    Child child;
    const Day born = start - random.between(1900, 5200);
    child.person = person(random, id, born, false);
    child.person.first_child_born = never;
    const Setting setting{places, random, child.person};
    const Day end = std::min(start + random.along({300, 700, 1300, 2100}), birthday(born, 18) - 1);
    if (random.chance(200)) {
        add_single_breaks(setting, child, start, end);
    } else {
        add_agreement(setting, child, start, end);
    }
    add_events(random.branch(1), child);
    return child;
}

} // namespace generate
