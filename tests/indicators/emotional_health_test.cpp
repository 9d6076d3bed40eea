#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

/// As at 31 March 2023, with the score of child A in OC2.
Tally scored(const char* id, const std::string& score, const std::string& born = "01/06/2012",
             const std::string& episodes = in_care) {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023, oc2("CHILD,DOB,SDQ_SCORE", "A," + born + "," + score));
    return returns.tally(id, "2023-03-31");
}

/// The same child with a Header row and no OC2 row.
Tally without_row(const char* id, const std::string& born, const std::string& episodes = in_care) {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", "A," + born));
    returns.episodes(2023, episodes);
    returns.table(2023, oc2("CHILD", ""));
    return returns.tally(id, "2023-03-31");
}

const std::array by_score = {"sdq_mean", "sdq_normal", "sdq_borderline", "sdq_concern"};

const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

} // namespace

TEST_CASE("sdq_received: a score, a blank one and no row") {
    CHECK(scored("sdq_received", "12") == Tally{1, 1, 0});
    CHECK(scored("sdq_received", "0") == Tally{1, 1, 0});
    CHECK(scored("sdq_received", "") == Tally{0, 1, 0});
    CHECK(without_row("sdq_received", "01/06/2012") == outside);
}

TEST_CASE("sdq_received: aged 5 to 16, to the day") {
    CHECK(scored("sdq_received", "12", "01/04/2018") == outside);
    CHECK(scored("sdq_received", "12", "31/03/2018") == Tally{1, 1, 0});
    CHECK(scored("sdq_received", "12", "01/04/2006") == Tally{1, 1, 0});
    CHECK(scored("sdq_received", "12", "31/03/2006") == outside);
}

TEST_CASE("sdq_received: an unknown date of birth leaves it undetermined, but not without a row") {
    CHECK(scored("sdq_received", "12", "") == undetermined);
    CHECK(scored("sdq_received", "", "") == undetermined);
    CHECK(without_row("sdq_received", "") == outside);
}

TEST_CASE("sdq_received: only in the twelve months' cohort") {
    CHECK(scored("sdq_received", "12", "01/06/2012", "A,01/04/2022,S,C2,U4,,") == Tally{1, 1, 0});
    CHECK(scored("sdq_received", "12", "01/06/2012", "A,02/04/2022,S,C2,U4,,") == outside);
    CHECK(scored("sdq_received", "12", "", "A,02/04/2022,S,C2,U4,,") == outside);
}

TEST_CASE("sdq_mean: the sum of the scores of those who have one") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n"
                           "C,01/06/2020,S,C2,U4,,\n"
                           "D,01/06/2020,S,C2,U4,,\n"
                           "E,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, oc2("CHILD,DOB,SDQ_SCORE", "A,01/06/2012,0\n"
                                                   "B,01/06/2012,40\n"
                                                   "C,01/06/2012,\n"   // no score
                                                   "D,01/06/2019,11\n" // aged 3
                                                   "E,01/06/2012,13\n"));
    CHECK(returns.tally("sdq_mean", "2023-03-31") == Tally{53, 3, 0, 1769}); // 0 + 1600 + 169
    CHECK(returns.figure("sdq_mean", "2023-03-31").printed() == "17.7");     // 17 2/3
}

TEST_CASE("sdq_mean: the squares of the scores are added up beside the scores") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n"
                           "C,01/06/2020,S,C2,U4,,\n"
                           "D,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, oc2("CHILD,DOB,SDQ_SCORE", "A,01/06/2012,3\n"
                                                   "B,01/06/2012,10\n"
                                                   "C,01/06/2012,14\n"
                                                   "D,,20\n")); // undetermined: in no sum
    CHECK(returns.tally("sdq_mean", "2023-03-31") == Tally{27, 3, 1, 305}); // 9 + 100 + 196
    CHECK(returns.figure("sdq_mean", "2023-03-31").squares() == 305);
    // A share has none, though its children have scores.
    CHECK(returns.tally("sdq_normal", "2023-03-31") == Tally{2, 3, 1, 0});
    CHECK_FALSE(returns.figure("sdq_normal", "2023-03-31").squares());
}

TEST_CASE("the bands of scores: 0 to 13, 14 to 16, 17 to 40") {
    const auto bands = [](const char* score, int normal, int borderline, int concern) {
        CAPTURE(score);
        CHECK(scored("sdq_normal", score) == Tally{normal, 1, 0});
        CHECK(scored("sdq_borderline", score) == Tally{borderline, 1, 0});
        CHECK(scored("sdq_concern", score) == Tally{concern, 1, 0});
    };
    bands("0", 1, 0, 0);
    bands("13", 1, 0, 0);
    bands("14", 0, 1, 0);
    bands("16", 0, 1, 0);
    bands("17", 0, 0, 1);
    bands("40", 0, 0, 1);
}

TEST_CASE("without a score a child is outside the mean and the bands") {
    for (const char* id : by_score) {
        CAPTURE(id);
        CHECK(scored(id, "") == outside);
        CHECK(scored(id, "", "") == outside); // at whatever age
        CHECK(without_row(id, "01/06/2012") == outside);
        CHECK(without_row(id, "") == outside);
    }
}

TEST_CASE("the mean and the bands: aged 5 to 16, to the day") {
    for (const char* id : by_score) {
        CAPTURE(id);
        CHECK(scored(id, "12", "01/04/2018") == outside);
        CHECK(scored(id, "12", "31/03/2018").denominator == 1);
        CHECK(scored(id, "12", "01/04/2006").denominator == 1);
        CHECK(scored(id, "12", "31/03/2006") == outside);
        CHECK(scored(id, "12", "") == undetermined);
    }
}

TEST_CASE("the mean and the bands: only in the twelve months' cohort") {
    for (const char* id : by_score) {
        CAPTURE(id);
        CHECK(scored(id, "12", "01/06/2012", "A,02/04/2022,S,C2,U4,,") == outside);
        CHECK(scored(id, "12", "", "A,02/04/2022,S,C2,U4,,") == outside);
    }
}
