#include "health.hpp"

#include <algorithm>

namespace generate {
namespace {

/// In a thousand, by year; dentists and clinics were closed for much of 2020/21.
struct Rates {
    int assessed;
    int immunised;
    int teeth;
    int development;
    int questionnaire;
};

Rates rates(int year) {
    switch (year) {
    case 2020:
        return {905, 882, 865, 885, 800};
    case 2021:
        return {912, 868, 420, 875, 790};
    case 2022:
        return {893, 858, 690, 880, 772};
    case 2023:
        return {918, 892, 762, 902, 805};
    default:
        return {902, 876, 852, 872, 782};
    }
}

std::string flag(Random& random, int per_mille) {
    return random.chance(per_mille) ? "1" : "0";
}

/// A child has its own level, about which the years vary.
std::string score(Random& random, const Child& child) {
    Random own{static_cast<std::uint64_t>(child.person.id)};
    const int level = own.along({1, 6, 9, 12, 15, 18, 22, 32});
    return std::to_string(std::clamp(level + random.between(-3, 3), 0, 40));
}

/// Score and reason: required from 4 to 16, optional for who turned 4 or 17 in the year.
void add_questionnaire(Random& random, const Child& child, const ReportingYear& year,
                       std::vector<std::string>& fields) {
    const int age = age_on(child.person.born, year.last);
    const int age_before = age_on(child.person.born, year.first);
    if (age < 4 || age_before > 16) {
        fields.insert(fields.end(), {"", ""});
        return;
    }
    const bool asked = age_before >= 4 && age <= 16;
    if (random.chance(asked ? rates(year.year).questionnaire : 420)) {
        fields.insert(fields.end(), {score(random, child), ""});
        return;
    }
    const auto reason = random.pick<std::string_view>(
        {{"SDQ2", 24}, {"SDQ3", 12}, {"SDQ4", 44}, {"SDQ5", age > 11 ? 20 : 2}});
    fields.insert(fields.end(), {"", std::string{asked ? reason : "SDQ1"}});
}

void add_substance_misuse(Random& random, int age, std::vector<std::string>& fields) {
    const bool misuse = random.chance(age < 12 ? 0 : age < 15 ? 50 : 112);
    const bool received = random.chance(480);
    fields.emplace_back(misuse ? "1" : "0");
    fields.emplace_back(!misuse ? "" : received ? "1" : "0");
    fields.emplace_back(!misuse || received ? "" : flag(random, 850));
}

} // namespace

std::vector<std::string> health_of_the_year(Random random, const Child& child,
                                            const ReportingYear& year) {
    const int age = age_on(child.person.born, year.last);
    const Rates now = rates(year.year);
    std::vector<std::string> fields;
    add_questionnaire(random, child, year, fields);
    if (random.chance(4)) {
        fields.resize(10); // not known when the return was made
        return fields;
    }
    fields.push_back(age < 10 ? "" : flag(random, age < 13 ? 6 : 56));
    fields.push_back(age >= 5 ? "" : flag(random, now.development));
    fields.push_back(flag(random, now.immunised));
    fields.push_back(flag(random, now.teeth));
    fields.push_back(flag(random, now.assessed));
    add_substance_misuse(random, age, fields);
    return fields;
}

} // namespace generate
