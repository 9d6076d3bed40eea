#include "checked.hpp"

#include <catch2/catch.hpp>

#include <array>

#include "indicare/io/return_folder.hpp"
#include "support/folders.hpp"

// A return with thousands of errors: every one of them is told, once, and always the same.

using namespace indicare;
using namespace indicare::tests;

namespace {

struct Texts {
    std::string csv;
    std::string json;
    std::string table;
};

const std::string fake = tests::test_file("data/fake/2018");

quality::Check check_of(const io::ReturnReader& reader) {
    scorecard::Request request;
    request.as_at = {care::Date::end_of_reporting_year(2018)};
    return io::check(reader, request);
}

std::size_t lines_of(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST_CASE("a return with thousands of errors is told of row by row", "[check]") {
    io::ReturnReader reader(to_be_checked());
    REQUIRE(io::read_folder(reader, fake)->year == 2018);
    const quality::Check check = check_of(reader);
    std::uint64_t count = 0;
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    for (const quality::Group& group : check.groups) {
        CAPTURE(name_of(group.code));
        CHECK(group.count == group.in_reading.size() + group.flaws.size());
        CHECK(group.children <= before);
        before = group.children;
        for (const std::int64_t moved : group.moved)
            CHECK(moved <= group.children);
        count += group.count;
    }
    CHECK(count > 15'000);
    CHECK(count == check.count_of(quality::Severity::error) +
                       check.count_of(quality::Severity::warning) +
                       check.count_of(quality::Severity::note));
    CHECK(lines_of(io::check_as_csv(reader, check)) == count + 1);

    // The table shows the first of each kind only.
    const std::string table = io::check_as_table(reader, check);
    CHECK(lines_of(table) < 500);

    // The same from a second reading.
    io::ReturnReader again(to_be_checked());
    io::read_folder(again, fake);
    const quality::Check second = check_of(again);
    CHECK(io::check_as_csv(again, second) == io::check_as_csv(reader, check));
    CHECK(io::check_as_table(again, second) == table);
}

TEST_CASE("a child's id is nowhere in what is anonymous", "[check]") {
    io::ReturnReader reader(to_be_checked());
    io::read_folder(reader, fake);
    const quality::Check check = check_of(reader);
    io::CheckWriting writing;
    writing.anonymous = true;
    for (const std::string& text :
         {io::check_as_csv(reader, check, writing), io::check_as_table(reader, check, writing)}) {
        // The first ids of the return, and a date of birth.
        for (const char* id : {"566910", "384923", "988635", "161125", "CHILD10", "27/03/2008"}) {
            CAPTURE(id);
            CHECK(text.find(id) == std::string::npos);
        }
    }
    // DoLo.csv is read first and names one child, ad1.csv comes next: its first is number 2.
    CHECK(io::check_as_csv(reader, check, writing).find(",2018/ad1.csv,2,,,2,") !=
          std::string::npos);
}
