#include "person.hpp"

#include "digits.hpp"

#include <algorithm>

namespace generate {
namespace {

std::string_view ethnicity(Random& random) {
    return random.pick<std::string_view>({{"WBRI", 690}, {"WIRI", 4},  {"WOTH", 36}, {"WIRT", 3},
                                          {"WROM", 16},  {"MWBC", 46}, {"MWBA", 14}, {"MWAS", 26},
                                          {"MOTH", 30},  {"AIND", 6},  {"APKN", 34}, {"ABAN", 4},
                                          {"AOTH", 14},  {"CHNE", 1},  {"BCRB", 14}, {"BAFR", 28},
                                          {"BOTH", 12},  {"OOTH", 16}, {"REFU", 1},  {"NOBT", 5}});
}

std::string_view ethnicity_of_unaccompanied(Random& random) {
    return random.pick<std::string_view>(
        {{"BAFR", 34}, {"AOTH", 24}, {"OOTH", 27}, {"WOTH", 10}, {"ABAN", 2}, {"BOTH", 3}});
}

/// Authority, school, year of entry, serial number, and the check letter before them.
std::string invented_upn(Random& random, Day born) {
    const int school = random.between(2000, 4999);
    const int entered = (calendar_year(born) + 4) % 100;
    const int serial = random.below(1000);
    std::string number = "999";
    number.append(digits(school, 4)).append(digits(entered, 2)).append(digits(serial, 3));
    std::size_t sum = 0;
    for (std::size_t i = 0; i < number.size(); ++i)
        sum += (i + 2) * static_cast<std::size_t>(number[i] - '0');
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    number.insert(number.begin(), letters[sum % letters.size()]);
    return number;
}

} // namespace

Person person(Random& random, int id, Day born, bool unaccompanied) {
    Person person;
    person.id = id;
    person.born = born;
    person.unaccompanied = unaccompanied;
    person.female = random.chance(unaccompanied ? 60 : 455);
    person.ethnicity = unaccompanied ? ethnicity_of_unaccompanied(random) : ethnicity(random);
    person.upn = invented_upn(random, born);
    if (unaccompanied && random.chance(600)) {
        person.upn = "UN3";
    } else if (random.chance(6)) {
        person.upn = "UN5";
    }
    if (person.female && random.chance(90))
        person.first_child_born = birthday(born, 15) + random.between(0, 1200);
    if (unaccompanied && random.chance(350))
        person.status_ended = birthday(born, 17) + random.between(0, 350);
    return person;
}

std::string pupil_number(const Child& child, const ReportingYear& year) {
    const Day last_seen = std::min(year.last, child.periods.back().end());
    const Day september = day(calendar_year(last_seen), 9, 1);
    const Day school_year =
        september > last_seen ? day(calendar_year(last_seen) - 1, 9, 1) : september;
    if (age_on(child.person.born, school_year) < 4)
        return "UN1";
    if (child.person.upn != "UN3" && child.periods.front().start() > year.last - 7)
        return "UN4";
    return child.person.upn;
}

} // namespace generate
