// Tells of days what the library knows of them, for dates_test.py.
//
//   tell_days days FIRST LAST    of each day between two numbers: number, yyyy-mm-dd, dd/mm/yyyy,
//                                year, month, day and name of the month, reporting year
//   tell_days ages               for each line "BIRTH NUMBER...": the ages on the days of these
//                                numbers, by either policy of birthdays on 29 February
//   tell_days months             for each line "NUMBER MONTHS": the day so many months earlier
//   tell_days read               for each line: the day that a return means by it, or "none", and
//                                "!" where that is a finding

#include <indicare/care/date.hpp>
#include <indicare/io/return_reader.hpp>

#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace indicare;
using care::Date;

void tell_days(int first, int last) {
    for (int number = first; number <= last; ++number) {
        const Date day = Date::from_number(number);
        std::cout << Date::of(day.year(), day.month(), day.day()).number() << ' ' << day.iso()
                  << ' ' << day.text() << ' ' << day.year() << ' ' << day.month() << ' '
                  << day.day() << ' ' << care::name_of_month(day.month()) << ' '
                  << day.reporting_year() << '\n';
    }
}

void tell_ages(const std::string& line) {
    std::istringstream numbers(line);
    int birth = 0;
    numbers >> birth;
    for (int at = 0; numbers >> at;) {
        for (const auto policy :
             {care::LeapDayBirthday::first_of_march, care::LeapDayBirthday::last_of_february})
            std::cout << care::age_at(Date::from_number(at), Date::from_number(birth), policy)
                      << ' ';
    }
    std::cout << '\n';
}

void tell_months(const std::string& line) {
    std::istringstream numbers(line);
    int number = 0;
    int months = 0;
    numbers >> number >> months;
    std::cout << Date::from_number(number).minus_months(months).number() << '\n';
}

/// Each text is the date of birth of a child of its own, in a table that has one finding a line at
/// most.
void tell_read(const std::vector<std::string>& texts) {
    io::ReadingOptions options;
    options.findings_kept = texts.size() + 1;
    io::ReturnReader reader(options);
    reader.begin_table("uasc.csv", 2023);
    reader.feed("CHILD,SEX,DOB,DUC\n");
    for (std::size_t at = 0; at < texts.size(); ++at)
        reader.feed(std::to_string(at) + ",1,\"" + texts[at] + "\",\n");
    if (!reader.end_table())
        throw std::runtime_error("the table was not read");
    std::vector<bool> is_found(texts.size());
    for (const quality::Finding& finding : reader.findings().kept())
        if (finding.code == quality::FindingCode::date_malformed ||
            finding.code == quality::FindingCode::date_out_of_range)
            is_found.at(static_cast<std::size_t>(finding.line) - 2) = true;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const Date day = reader.records()[static_cast<std::uint32_t>(at)].birth;
        std::cout << (day.is_none() ? "none" : std::to_string(day.number()))
                  << (is_found[at] ? "!" : "") << '\n';
    }
}

void answer(std::string_view what) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);)
        lines.push_back(line);
    if (what == "read")
        return tell_read(lines);
    if (what != "ages" && what != "months")
        throw std::invalid_argument("nothing is known of " + std::string(what));
    for (const std::string& line : lines)
        what == "ages" ? tell_ages(line) : tell_months(line);
}

} // namespace

int main(int argc, char** argv) try {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.at(0) == "days")
        tell_days(std::stoi(arguments.at(1)), std::stoi(arguments.at(2)));
    else
        answer(arguments.at(0));
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
