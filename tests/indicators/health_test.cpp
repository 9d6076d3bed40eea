#include <array>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023, with the OC2 row `value` of child A in a column (none: no row).
Tally answered(const char* id, const std::string& column, const char* value,
               const std::string& episodes = "A,01/06/2020,S,C2,U4,,",
               const std::string& born = "") {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023,
                  oc2("CHILD,DOB," + column,
                      value == nullptr ? std::string() : "A," + born + "," + std::string(value)));
    return returns.tally(id, "2023-03-31");
}

/// Whether a child is in the twelve months' cohort, by an assessment that was had.
Tally cohort(const std::string& episodes) {
    return answered("health_assessment", "HEALTH_ASSESSMENT", "1", episodes);
}

const Tally yes{1, 1, 0};
const Tally no{0, 1, 0};
const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

} // namespace

TEST_CASE("twelve months' cohort: from the first day of the year at the latest") {
    CHECK(cohort("A,31/03/2022,S,C2,U4,,") == yes);
    CHECK(cohort("A,01/04/2022,S,C2,U4,,") == yes);
    CHECK(cohort("A,02/04/2022,S,C2,U4,,") == outside);
    CHECK(cohort("A,31/03/2023,S,C2,U4,,") == outside);
    CHECK(cohort("A,01/04/2023,S,C2,U4,,") == outside);
}

TEST_CASE("twelve months' cohort: looked after on the date") {
    CHECK(cohort("A,01/06/2020,S,C2,U4,31/03/2023,E4A") == outside);
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/04/2023,E4A") == yes);
}

TEST_CASE("twelve months' cohort: no leaving in the year") {
    CHECK(cohort("A,01/06/2020,S,C2,U4,31/03/2022,E4A\n"
                 "A,01/04/2022,S,C2,U4,,\n") == yes);
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/04/2022,E4A\n"
                 "A,01/04/2022,S,C2,U4,,\n") == outside);
    CHECK(cohort("A,01/06/2020,S,C2,U4,31/03/2023,E4A\n"
                 "A,31/03/2023,P,C2,U4,,\n") == outside);
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/06/2022,X1\n"
                 "A,01/06/2022,P,C2,U6,,\n") == yes);
}

TEST_CASE("twelve months' cohort: no second start in the year") {
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/06/2022,X1\n"
                 "A,01/06/2022,S,C2,U6,,\n") == outside);
}

TEST_CASE("twelve months' cohort: no short break in the year") {
    CHECK(cohort("A,01/01/2022,S,V3,U4,01/04/2022,X1\n"
                 "A,01/04/2022,S,C2,U4,,\n") == yes);
    CHECK(cohort("A,01/01/2022,S,V4,U4,02/04/2022,X1\n"
                 "A,02/04/2022,L,C2,U4,,\n") == outside);
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/06/2022,X1\n"
                 "A,01/06/2022,L,V3,U4,08/06/2022,X1\n"
                 "A,08/06/2022,L,C2,U4,,\n") == outside);
    // After the date it does not matter.
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/04/2023,X1\n"
                 "A,01/04/2023,L,V3,U4,,\n") == yes);
}

TEST_CASE("twelve months' cohort: an open short break ends where care begins") {
    CHECK(cohort("A,01/01/2022,S,V4,U4,,\n"
                 "A,01/03/2022,S,C2,U4,,\n") == yes);
}

TEST_CASE("twelve months' cohort: only a known start in the year puts a child outside") {
    // The rule asks for episodes with RNE S, not for the start of the period of care.
    CHECK(cohort("A,01/04/2022,P,C2,U4,,") == yes);
    CHECK(cohort("A,02/04/2022,P,C2,U4,,") == yes);
    CHECK(cohort("A,31/03/2023,L,C2,U4,,") == yes);
    CHECK(cohort("A,01/06/2020,S,C2,U4,01/06/2022,X1\n"
                 "A,01/08/2022,P,C2,U4,,\n") == yes); // after a gap
}

TEST_CASE("twelve months' cohort: of an unknown start, but one of the conditions fails") {
    CHECK(cohort("A,02/04/2022,P,C2,U4,31/03/2023,E4A") == outside);
    CHECK(cohort("A,02/04/2022,P,C2,U4,01/06/2022,X1\n"
                 "A,01/06/2022,S,C2,U4,,\n") == outside);
    CHECK(cohort("A,02/04/2022,P,C2,U4,01/06/2022,E4A\n"
                 "A,01/08/2022,P,C2,U4,,\n") == outside);
    CHECK(cohort("A,01/05/2022,S,V3,U4,08/05/2022,X1\n"
                 "A,01/06/2022,P,C2,U4,,\n") == outside);
}

TEST_CASE("health: yes, no, blank and no row") {
    const std::array questions = {std::pair("health_assessment", "HEALTH_ASSESSMENT"),
                                  std::pair("immunisations", "IMMUNISATIONS"),
                                  std::pair("dental_check", "TEETH_CHECK"),
                                  std::pair("substance_misuse", "SUBSTANCE_MISUSE")};
    for (const auto& [id, column] : questions) {
        CAPTURE(id);
        CHECK(answered(id, column, "1") == yes);
        CHECK(answered(id, column, "0") == no);
        CHECK(answered(id, column, "") == undetermined);
        CHECK(answered(id, column, nullptr) == undetermined);
        CHECK(answered(id, column, "1", "A,02/04/2022,S,C2,U4,,") == outside);
        CHECK(answered(id, column, "", "A,02/04/2022,S,C2,U4,,") == outside);
    }
}

TEST_CASE("development_assessment: aged under 5, to the day") {
    const char* child = "A,01/06/2020,S,C2,U4,,";
    const auto assessed = [child](const char* value, const char* born) {
        return answered("development_assessment", "HEALTH_CHECK", value, child, born);
    };
    CHECK(assessed("1", "01/04/2018") == yes); // 4 until the next day
    CHECK(assessed("1", "31/03/2018") == outside);
    CHECK(assessed("0", "01/04/2018") == no);
    CHECK(assessed("", "01/04/2018") == undetermined);
    CHECK(assessed("", "31/03/2018") == outside);
    CHECK(assessed("1", "31/03/2023") == yes); // born on the date
}

TEST_CASE("development_assessment: an unknown date of birth leaves it undetermined") {
    CHECK(answered("development_assessment", "HEALTH_CHECK", "1") == undetermined);
    CHECK(answered("development_assessment", "HEALTH_CHECK", "0") == undetermined);
    CHECK(answered("development_assessment", "HEALTH_CHECK", nullptr) == undetermined);
    CHECK(answered("development_assessment", "HEALTH_CHECK", "1", "A,02/04/2022,S,C2,U4,,") ==
          outside);
}

TEST_CASE("development_assessment: a child of four without a row") {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", "A,01/04/2018"));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,");
    returns.table(2023, oc2("CHILD", ""));
    CHECK(returns.tally("development_assessment", "2023-03-31") == undetermined);
}

TEST_CASE("substance_misuse_treated: of those with a problem") {
    const auto treated = [](const char* answers) {
        return answered("substance_misuse_treated", "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED",
                        answers);
    };
    CHECK(treated("1,1") == yes);
    CHECK(treated("1,0") == no);
    CHECK(treated("1,") == undetermined);
    CHECK(treated("0,") == outside);
    CHECK(treated("0,1") == outside);
    CHECK(treated(",1") == undetermined);
    CHECK(treated(",") == undetermined);
    CHECK(treated(nullptr) == undetermined);
}

TEST_CASE("substance_misuse_treated: a child outside the cohort is outside") {
    CHECK(answered("substance_misuse_treated", "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED", "1,1",
                   "A,02/04/2022,S,C2,U4,,") == outside);
    CHECK(answered("substance_misuse_treated", "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED", ",",
                   "A,02/04/2022,S,C2,U4,,") == outside);
}
