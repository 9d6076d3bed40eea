#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

/// The tally of `convicted` as at 31 March 2023 of child A, convicted: 1 when aged 10 to 17.
Tally by_age(Returns& returns) {
    return returns.tally("convicted", "2023-03-31");
}

const Tally of_age{1, 1, 0};
const Tally not_of_age{0, 0, 0};
const Tally of_unknown_age{0, 0, 1};

} // namespace

TEST_CASE("date of birth: the latest Header that states it") {
    for (const auto& [earlier, later, expected] :
         {std::tuple("01/01/2010", "01/01/2020", not_of_age),
          std::tuple("01/01/2020", "01/01/2010", of_age), std::tuple("01/01/2010", "", of_age),
          std::tuple("", "", of_unknown_age)}) {
        Returns returns;
        returns.table(2022, header("CHILD,DOB", std::string("A,") + earlier));
        returns.table(2023, header("CHILD,DOB", std::string("A,") + later));
        returns.episodes(2022, in_care).episodes(2023, in_care);
        returns.table(2023, oc2("CHILD,CONVICTED", "A,1"));
        CHECK(by_age(returns) == expected);
    }
}

TEST_CASE("date of birth: a Header later than the year counts too") {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", "A,01/01/2020"));
    returns.table(2024, header("CHILD,DOB", "A,01/01/2010"));
    returns.episodes(2023, in_care).episodes(2024, in_care);
    returns.table(2023, oc2("CHILD,CONVICTED", "A,1"));
    CHECK(by_age(returns) == of_age);
}

TEST_CASE("date of birth: a Header comes before every other table") {
    Returns returns;
    returns.table(2022, header("CHILD,DOB", "A,01/01/2010"));
    returns.episodes(2022, in_care).episodes(2023, in_care);
    returns.table(2023, oc2("CHILD,DOB,CONVICTED", "A,01/01/2020,1"));
    CHECK(by_age(returns) == of_age);
}

TEST_CASE("date of birth: without a Header the latest return's other tables") {
    Returns returns;
    returns.table(2022, uasc("CHILD,DOB", "A,01/01/2020"));
    returns.episodes(2022, in_care).episodes(2023, in_care);
    returns.table(2023, oc2("CHILD,DOB,CONVICTED", "A,01/01/2010,1"));
    CHECK(by_age(returns) == of_age);
}

TEST_CASE("date of birth: the other tables of one return in their order, UASC before OC2") {
    Returns returns;
    returns.episodes(2023, in_care);
    returns.table(2023, oc2("CHILD,DOB,CONVICTED", "A,01/01/2020,1"));
    returns.table(2023, uasc("CHILD,DOB", "A,01/01/2010"));
    CHECK(by_age(returns) == of_age);
}

TEST_CASE("date of birth: OC2 before OC3, and OC3 before Missing") {
    Returns first;
    first.episodes(2023, in_care);
    first.table(2023, oc3("A,01/01/2020,,,"));
    first.table(2023, oc2("CHILD,DOB,CONVICTED", "A,01/01/2010,1"));
    CHECK(by_age(first) == of_age);

    Returns second;
    second.episodes(2023, in_care);
    second.table(2023, oc2("CHILD,CONVICTED", "A,1"));
    second.table(2023, "CHILD,DOB,MISSING,MIS_START,MIS_END\nA,01/01/2020,M,01/06/2022,\n");
    second.table(2023, oc3("A,01/01/2010,,,"));
    CHECK(by_age(second) == of_age);
}
