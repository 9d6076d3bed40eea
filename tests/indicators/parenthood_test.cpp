#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023, with the Header row `SEX,DOB,MOTHER` of child A.
Tally mothers(const std::string& row, const std::string& episodes = "A,01/06/2020,S,C2,U4,,") {
    Returns returns;
    returns.table(2023, header("CHILD,SEX,DOB,MOTHER", row.empty() ? "" : "A," + row));
    returns.episodes(2023, episodes);
    return returns.tally("mothers", "2023-03-31");
}

} // namespace

TEST_CASE("mothers: of girls, in both codes of SEX") {
    CHECK(mothers("2,01/06/2006,1") == Tally{1, 1, 0});
    CHECK(mothers("F,01/06/2006,1") == Tally{1, 1, 0});
    CHECK(mothers("2,01/06/2006,0") == Tally{0, 1, 0});
    CHECK(mothers("1,01/06/2006,1") == Tally{0, 0, 0});
    CHECK(mothers("M,01/06/2006,1") == Tally{0, 0, 0});
}

TEST_CASE("mothers: a blank is not a mother") {
    CHECK(mothers("2,01/06/2006,") == Tally{0, 1, 0});
}

TEST_CASE("mothers: aged 12 or over, to the day") {
    CHECK(mothers("2,31/03/2011,1") == Tally{1, 1, 0});
    CHECK(mothers("2,01/04/2011,1") == Tally{0, 0, 0});
    CHECK(mothers("2,01/04/2004,1") == Tally{1, 1, 0});
}

TEST_CASE("mothers: an unknown sex or date of birth leaves it undetermined") {
    CHECK(mothers(",01/06/2006,1") == Tally{0, 0, 1});
    CHECK(mothers(",01/06/2006,") == Tally{0, 0, 1});
    CHECK(mothers("2,,1") == Tally{0, 0, 1});
    CHECK(mothers(",,1") == Tally{0, 0, 1});
    CHECK(mothers("") == Tally{0, 0, 1}); // no row
}

TEST_CASE("mothers: what is known to fail puts a child outside") {
    CHECK(mothers(",01/04/2011,1") == Tally{0, 0, 0});
    CHECK(mothers("1,,1") == Tally{0, 0, 0});
    CHECK(mothers("2,01/06/2006,1", "A,01/06/2020,S,C2,U4,31/03/2023,E5") == Tally{0, 0, 0});
    CHECK(mothers(",,", "A,01/06/2020,S,V4,U4,,") == Tally{0, 0, 0});
}

TEST_CASE("mothers: without a Header row sex and date of birth come from other tables") {
    Returns returns;
    returns.table(2023, header("CHILD", ""));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,");
    returns.table(2023, uasc("CHILD,SEX,DOB", "A,2,01/06/2006"));
    CHECK(returns.tally("mothers", "2023-03-31") == Tally{0, 1, 0}); // nothing says a mother
}

TEST_CASE("mothers: whether a mother is read from the return of the year alone") {
    Returns returns;
    returns.table(2022, header("CHILD,SEX,DOB,MOTHER", "A,2,01/06/2006,1"));
    returns.episodes(2022, "A,01/06/2020,S,C2,U4,,");
    returns.table(2023, header("CHILD,SEX,DOB,MOTHER", ""));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,");
    CHECK(returns.tally("mothers", "2022-03-31") == Tally{1, 1, 0});
    CHECK(returns.tally("mothers", "2023-03-31") == Tally{0, 1, 0});
}

TEST_CASE("mothers: of the two returns of a rolling year the later holds") {
    Returns returns;
    returns.table(2022, header("CHILD,SEX,DOB,MOTHER", "A,2,01/06/2006,1\n"
                                                       "B,2,01/06/2006,1\n"));
    returns.episodes(2022, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, header("CHILD,SEX,DOB,MOTHER", "A,2,01/06/2006,0\n"));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n");
    // A is none by the later row; B has a row in the earlier return alone.
    CHECK(returns.tally("mothers", "2022-12-31") == Tally{1, 2, 0});
}
