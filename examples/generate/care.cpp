#include "care.hpp"

#include <algorithm>
#include <iterator>

namespace generate {
namespace {

Placement usual_placement(const Setting& setting, Day on) {
    enum class Kind { foster, relatives, home, supported, residential };
    const int age = setting.age(on);
    Random& random = setting.random;
    Kind kind = Kind::foster;
    if (setting.person.unaccompanied) {
        kind = age >= 16 && random.chance(450) ? Kind::supported : Kind::foster;
    } else if (age >= 16) {
        kind = random.pick<Kind>({{Kind::foster, 570},
                                  {Kind::relatives, 60},
                                  {Kind::home, 260},
                                  {Kind::supported, 190},
                                  {Kind::residential, 45}});
    } else if (age >= 10) {
        kind = random.pick<Kind>({{Kind::foster, 670},
                                  {Kind::relatives, 90},
                                  {Kind::home, age >= 13 ? 370 : 230},
                                  {Kind::residential, 35}});
    } else {
        kind = random.pick<Kind>({{Kind::foster, 840},
                                  {Kind::relatives, 120},
                                  {Kind::home, age >= 7 ? 60 : 0},
                                  {Kind::residential, age < 2 ? 25 : 0}});
    }
    switch (kind) {
    case Kind::relatives:
        return setting.places.relatives(random);
    case Kind::home:
        return setting.places.childrens_home(random);
    case Kind::supported:
        return setting.places.supported(random);
    case Kind::residential:
        return setting.places.residential(random, age);
    case Kind::foster:
        break;
    }
    return with_foster_carers(setting, "U6");
}

std::string_view why_moved(Random& random) {
    return random.pick<std::string_view>({{"CARPL", 34},
                                          {"CREQB", 14},
                                          {"CREQO", 11},
                                          {"CHILD", 8},
                                          {"STAND", 6},
                                          {"LAREQ", 6},
                                          {"APPRR", 3},
                                          {"ALLEG", 3},
                                          {"CLOSE", 2},
                                          {"OTHER", 13}});
}

/// Days in a placement; the first is often an emergency, and teenagers move more.
Day length_of_stay(const Setting& setting, Day from, int before) {
    Random& random = setting.random;
    if (before == 0 && random.chance(520))
        return random.along({1, 5, 14, 30, 75});
    const int age = setting.age(from);
    const int settles = age < 10 ? 480 : age < 14 ? 390 : 290;
    if (random.chance(settles))
        return random.along({500, 1100, 2000, 3400, 6000});
    return random.along({6, 28, 75, 170, 380, 1000});
}

bool legal_change_within(const Course& course, Day from, Day until) {
    return std::any_of(course.legal.begin(), course.legal.end(), [&](const LegalStep& step) {
        return from <= step.from && step.from <= until;
    });
}

/// Not while the plan is adoption.
void approve_for_long_term(Random& random, const Course& course, const Stay& stay, Day until,
                           std::vector<Stay>& added) {
    const std::string_view code = stay.placement.place;
    if ((code != "U6" && code != "U3") || until - stay.from < 330 || !random.chance(520))
        return;
    Stay approved{stay.from + random.between(180, 480), stay.placement, "", true};
    approved.placement.place = code == "U6" ? "U4" : "U1";
    const bool to_be_adopted = course.adoption && approved.from < course.adoption->given_up;
    if (approved.from < until - 30 && !to_be_adopted)
        added.push_back(approved);
}

void carers_move_house(const Setting& setting, const Stay& stay, Day until,
                       std::vector<Stay>& added) {
    if (!stay.placement.foster() || until - stay.from < 200 || !setting.random.chance(45))
        return;
    Stay moved{stay.from + setting.random.between(60, until - stay.from - 60), stay.placement, "",
               true};
    moved.placement.postcode = setting.places.elsewhere(setting.random);
    added.push_back(moved);
}

void temporary_stay(const Setting& setting, const Course& course, const Stay& stay, Day until,
                    std::vector<Stay>& added) {
    Random& random = setting.random;
    const int weeks = (until - stay.from) / 7;
    const bool foster_or_home = stay.placement.foster() || stay.placement.place == "K2";
    if (!foster_or_home || weeks < 13 || !random.chance(std::min(weeks * 3 / 2, 350)))
        return;
    const auto code =
        random.pick<std::string_view>({{"T0", 20}, {"T1", 30}, {"T2", 6}, {"T3", 26}, {"T4", 18}});
    const Day length = code == "T1"   ? random.along({1, 2, 4, 9, 35})
                       : code == "T4" ? random.between(1, 6)
                                      : random.between(3, 14);
    const Day from = stay.from + random.between(20, until - stay.from - 60);
    if (legal_change_within(course, from - 1, from + length + 1))
        return;
    added.push_back({from, setting.places.temporary(random, code), "", false});
    added.push_back({from + length, stay.placement, "", false});
}

Day end_of_stay(const Course& course, std::size_t index) {
    return index + 1 < course.stays.size() ? std::min(course.stays[index + 1].from, course.end)
                                           : course.end;
}

void add(Course& course, const std::vector<Stay>& added) {
    course.stays.insert(course.stays.end(), added.begin(), added.end());
    std::stable_sort(course.stays.begin(), course.stays.end(),
                     [](const Stay& one, const Stay& other) { return one.from < other.from; });
}

/// The last of a strand that has begun by that day.
template <class Strand>
const auto& current(const Strand& strand, Day on) {
    const auto after = std::find_if(strand.begin(), strand.end(),
                                    [on](const auto& step) { return step.from > on; });
    return after == strand.begin() ? *after : *std::prev(after);
}

std::vector<Day> days_of_change(const Course& course) {
    std::vector<Day> days{course.start};
    for (const auto& step : course.legal)
        days.push_back(step.from);
    for (const auto& stay : course.stays)
        days.push_back(stay.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::erase_if(days, [&](Day on) { return on < course.start || on >= course.end; });
    return days;
}

std::string_view reason_for_new_episode(bool legal, bool placement, bool same_carer) {
    if (!placement)
        return "L";
    if (legal)
        return same_carer ? "U" : "B";
    return same_carer ? "T" : "P";
}

std::string_view reason_for_change(const Episode& last, const Stay& stay) {
    if (last.placement.temporary() || stay.placement.temporary())
        return "";
    if (!stay.same_carer)
        return stay.why;
    return last.placement.place == stay.placement.place ? "OTHER" : "PLACE";
}

} // namespace

Placement with_foster_carers(const Setting& setting, std::string_view code) {
    const bool agency = setting.random.chance(setting.person.unaccompanied ? 800 : 650);
    return setting.places.foster(setting.random, code, agency);
}

void ordinary_care(const Setting& setting, Course& course, Day from, Day until) {
    Random& random = setting.random;
    const Day sixteen = birthday(setting.person.born, 16);
    const bool moves_on = !setting.person.unaccompanied && random.chance(310);
    const Day independence = moves_on ? sixteen + random.between(20, 660) : never;
    course.stays.push_back({from, usual_placement(setting, from), why_moved(random)});
    for (int before = 0;; ++before) {
        const Day here = course.stays.back().from;
        const Day length = length_of_stay(setting, here, before);
        const Day next = here + length;
        if (here < independence && next > independence) {
            if (independence < until - 10)
                course.stays.push_back({independence, setting.places.supported(random), "CARPL"});
            return;
        }
        if (next >= until - 10)
            return;
        course.stays.push_back({next, usual_placement(setting, next), why_moved(random)});
    }
}

void everyday_changes(const Setting& setting, Course& course) {
    std::vector<Stay> added;
    for (std::size_t i = 0; i < course.stays.size(); ++i) {
        approve_for_long_term(setting.random, course, course.stays[i], end_of_stay(course, i),
                              added);
    }
    add(course, added);
    added.clear();
    for (std::size_t i = 0; i < course.stays.size(); ++i) {
        if (i + 1 == course.stays.size() || !course.stays[i + 1].same_carer)
            carers_move_house(setting, course.stays[i], end_of_stay(course, i), added);
    }
    add(course, added);
    added.clear();
    for (std::size_t i = 0; i < course.stays.size(); ++i)
        temporary_stay(setting, course, course.stays[i], end_of_stay(course, i), added);
    add(course, added);
}

PeriodOfCare episodes_of(const Course& course) {
    PeriodOfCare period{course.need, course.home, {}, course.adoption};
    for (const Day on : days_of_change(course)) {
        const LegalStep& step = current(course.legal, on);
        const Stay& stay = current(course.stays, on);
        if (period.episodes.empty()) {
            period.episodes.push_back(
                {on, "S", step.legal, stay.placement, course.end, course.reason_ended, ""});
            continue;
        }
        Episode& last = period.episodes.back();
        const bool legal = last.legal != step.legal;
        const bool placement = last.placement != stay.placement;
        if (!legal && !placement)
            continue;
        last.end = on;
        last.reason_ended = "X1";
        last.reason_changed = placement ? reason_for_change(last, stay) : std::string_view{};
        const auto reason = reason_for_new_episode(legal, placement, stay.same_carer);
        period.episodes.push_back(
            {on, reason, step.legal, stay.placement, course.end, course.reason_ended, ""});
    }
    return period;
}

} // namespace generate
