#include "leavers.hpp"

#include <algorithm>

namespace generate {
namespace {

Day days_in_care(const Child& child, Day from, Day until) {
    Day days = 0;
    for (const PeriodOfCare& period : child.periods) {
        for (const Episode& episode : period.episodes) {
            if (!episode.short_break())
                days += std::max(0, std::min(episode.end, until) - std::max(episode.start, from));
        }
    }
    return days;
}

bool looked_after_in(const Child& child, Day from, Day until) {
    return std::any_of(child.periods.begin(), child.periods.end(), [&](const PeriodOfCare& period) {
        return period.start() < until && period.end() > from;
    });
}

/// Thirteen weeks after the 14th birthday, some of them after the 16th, and out by this one.
bool eligible(const Child& child, int age, const ReportingYear& year) {
    const Day born = child.person.born;
    const Day eighteen = birthday(born, 18);
    const Day turned = birthday(born, age);
    if (days_in_care(child, birthday(born, 14), std::min(turned, eighteen)) < 91 ||
        days_in_care(child, birthday(born, 16), std::min(turned, eighteen)) < 1 ||
        looked_after_in(child, turned, year.last + 1))
        return false;
    const auto& periods = child.periods;
    const auto last = std::find_if(periods.rbegin(), periods.rend(),
                                   [&](const auto& period) { return period.end() <= turned; });
    constexpr std::string_view others = "E2 E3 E15 E16 E11 E12";
    return last != periods.rend() && !last->short_breaks() &&
           others.find(last->reason()) == std::string_view::npos;
}

std::string_view timed(Random& random, int part_time, std::string_view full,
                       std::string_view part) {
    return random.chance(part_time) ? part : full;
}

std::string_view activity(Random& random, const Child& child, int age, const ReportingYear& year) {
    enum class Does { university, study, apprenticeship, work, ill, none, parent };
    const int parents = child.person.female ? 70 : 4;
    // What a person mostly does stays the same; three years in ten differ.
    Random own{static_cast<std::uint64_t>(child.person.id) * 3 + (age > 18 ? 1 : 0)};
    Random& choosing = random.chance(700) ? own : random;
    const Does does = choosing.pick<Does>({{Does::university, age > 18    ? 62
                                                              : age == 18 ? 25
                                                                          : 0},
                                           {Does::study, age > 18 ? 180 : 460},
                                           {Does::apprenticeship, 35},
                                           {Does::work, age > 18 ? 290 : 130},
                                           {Does::ill, 110},
                                           {Does::none, age > 18 ? 235 : 215},
                                           {Does::parent, parents}});
    const bool split = year.year >= 2022;
    switch (does) {
    case Does::university:
        return timed(random, 60, "F1", "P1");
    case Does::study:
        return timed(random, 130, "F2", "P2");
    case Does::apprenticeship:
        return timed(random, 60, split ? "F4" : "F3", split ? "P4" : "P3");
    case Does::work:
        return timed(random, 260, split ? "F5" : "F3", split ? "P5" : "P3");
    case Does::ill:
        return "G4";
    case Does::parent:
        return "G6";
    case Does::none:
        break;
    }
    return "G5";
}

std::string_view accommodation(Random& random, const Child& child, int age) {
    const bool fostered = child.periods.back().episodes.back().placement.foster();
    return random.pick<std::string_view>({{"B1", age > 18 ? 100 : 130},
                                          {"C1", 25},
                                          {"D1", age > 18 ? 130 : 330},
                                          {"E1", 40},
                                          {"U1", age > 18 ? 400 : 80},
                                          {"K1", age > 18 ? 40 : 15},
                                          {"T1", age > 17 ? 15 : 0},
                                          {"Z1", age < 18   ? 0
                                                 : fostered ? 300
                                                            : 0},
                                          {"Y1", 10},
                                          {"X2", 24},
                                          {"S2", 7},
                                          {"W2", 4},
                                          {"V2", 5},
                                          {"U2", 7},
                                          {"Y2", 6},
                                          {"B2", 7},
                                          {"G1", 4},
                                          {"R2", 5}});
}

/// Which of the answers other than being in touch is a young person's own.
std::string_view contact(Random& random, const Child& child, int age) {
    Random own{static_cast<std::uint64_t>(child.person.id) * 5 + 2};
    const std::string_view last = child.periods.back().reason();
    const bool went_home = last == "E4A" || last == "E4B";
    if (went_home && own.chance(330))
        return "RHOM";
    if (age > 18 && own.chance(16))
        return "NREQ";
    return random.chance(946) ? "YES" : random.chance(230) ? "REFU" : "NO";
}

/// The age at which a few of them die; 0 for all others.
int dies_at(const Child& child) {
    Random own{static_cast<std::uint64_t>(child.person.id) * 7 + 4};
    return own.chance(9) ? own.between(18, 21) : 0;
}

} // namespace

std::optional<Leaver> care_leaver(Random random, const Child& child, const ReportingYear& year) {
    const int age = age_on(child.person.born, year.last);
    if (age < 17 || age > 21 || !eligible(child, age, year))
        return std::nullopt;
    const int last_age = dies_at(child);
    if (last_age != 0 && age >= last_age)
        return age == last_age ? std::optional{Leaver{"DIED", "", ""}} : std::nullopt;
    Leaver leaver;
    leaver.in_touch = contact(random, child, age);
    if (leaver.in_touch == "RHOM")
        return leaver;
    leaver.activity = activity(random, child, age, year);
    leaver.accommodation = accommodation(random, child, age);
    const bool unheard_of = leaver.in_touch != "YES" && random.chance(620);
    if (unheard_of) {
        leaver.activity = "0";
        leaver.accommodation = "0";
    }
    return leaver;
}

} // namespace generate
