#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023, with the answer of child A in OC2.
Tally convicted(const std::string& answer, const std::string& born = "01/06/2008",
                const std::string& episodes = "A,01/06/2020,S,C2,U4,,") {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023, oc2("CHILD,DOB,CONVICTED", "A," + born + "," + answer));
    return returns.tally("convicted", "2023-03-31");
}

} // namespace

TEST_CASE("convicted: yes, no and blank") {
    CHECK(convicted("1") == Tally{1, 1, 0});
    CHECK(convicted("0") == Tally{0, 1, 0});
    CHECK(convicted("") == Tally{0, 0, 1});
}

TEST_CASE("convicted: aged 10 to 17, to the day") {
    CHECK(convicted("1", "01/04/2013") == Tally{0, 0, 0});
    CHECK(convicted("1", "31/03/2013") == Tally{1, 1, 0});
    CHECK(convicted("1", "01/04/2005") == Tally{1, 1, 0});
    CHECK(convicted("1", "31/03/2005") == Tally{0, 0, 0});
}

TEST_CASE("convicted: a blank answer of a child of another age is nothing unknown") {
    CHECK(convicted("", "01/04/2013") == Tally{0, 0, 0});
    CHECK(convicted("", "31/03/2005") == Tally{0, 0, 0});
}

TEST_CASE("convicted: an unknown date of birth leaves it undetermined") {
    CHECK(convicted("1", "") == Tally{0, 0, 1});
    CHECK(convicted("0", "") == Tally{0, 0, 1});
}

TEST_CASE("convicted: without a row it is undetermined") {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", "A,01/06/2008\n"
                                            "B,01/06/2015\n"));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, oc2("CHILD", ""));
    CHECK(returns.tally("convicted", "2023-03-31") == Tally{0, 0, 1}); // B is 7
}

TEST_CASE("convicted: only in the twelve months' cohort") {
    CHECK(convicted("1", "01/06/2008", "A,01/04/2022,S,C2,U4,,") == Tally{1, 1, 0});
    CHECK(convicted("1", "01/06/2008", "A,02/04/2022,S,C2,U4,,") == Tally{0, 0, 0});
    CHECK(convicted("1", "", "A,02/04/2022,S,C2,U4,,") == Tally{0, 0, 0});
}
