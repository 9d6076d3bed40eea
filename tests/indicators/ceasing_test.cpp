#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const std::array ids = {"adopted", "special_guardianship", "child_arrangements_order",
                        "returned_home", "returned_home_planned"};

/// A child who leaves in the year for a reason, in each share.
void check_shares(const std::string& reason, int adopted, int guardianship, int arrangements,
                  int home, int planned) {
    const std::array expected = {adopted, guardianship, arrangements, home, planned};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        CAPTURE(reason, ids[i]);
        CHECK(tally_of(ids[i], "A,01/06/2021,S,C2,U6,01/08/2022," + reason) ==
              Tally{expected[i], 1, 0});
    }
}

} // namespace

TEST_CASE("each reason for leaving counts in its own share of those who ceased") {
    check_shares("E11", 1, 0, 0, 0, 0);
    check_shares("E12", 1, 0, 0, 0, 0);
    for (const char* reason : {"E43", "E44", "E45", "E46", "E47", "E48"})
        check_shares(reason, 0, 1, 0, 0, 0);
    check_shares("E41", 0, 0, 1, 0, 0);
    check_shares("E4A", 0, 0, 0, 1, 1);
    check_shares("E4B", 0, 0, 0, 1, 0);
}

TEST_CASE("other reasons for leaving count among those who ceased alone") {
    for (const char* reason :
         {"E2", "E3", "E5", "E6", "E7", "E8", "E9", "E13", "E14", "E15", "E16", "E17"})
        check_shares(reason, 0, 0, 0, 0, 0);
}

TEST_CASE("shares of those who ceased: from the first to the last day of the year") {
    const auto adopted = [](const std::string& day) {
        return tally_of("adopted", with("A,01/06/2021,S,E1,A6,DAY,E12", "DAY", day));
    };
    CHECK(adopted("31/03/2022") == Tally{0, 0, 0});
    CHECK(adopted("01/04/2022") == Tally{1, 1, 0});
    CHECK(adopted("31/03/2023") == Tally{1, 1, 0});
    CHECK(adopted("01/04/2023") == Tally{0, 0, 0});
}

TEST_CASE("shares of those who ceased: the last leaving of the year decides") {
    const std::string twice = "A,01/05/2021,S,C2,U6,01/06/2022,E4A\n"
                              "A,01/09/2022,S,C2,U6,01/12/2022,E45\n";
    CHECK(tally_of("returned_home", twice) == Tally{0, 1, 0});
    CHECK(tally_of("special_guardianship", twice) == Tally{1, 1, 0});
}

TEST_CASE("shares of those who ceased: what ends after the year does not count yet") {
    const std::string twice = "A,01/05/2021,S,C2,U6,01/06/2022,E4A\n"
                              "A,01/09/2022,S,C2,U6,01/04/2023,E11\n";
    CHECK(tally_of("adopted", twice) == Tally{0, 1, 0});
    CHECK(tally_of("returned_home", twice) == Tally{1, 1, 0});
}

TEST_CASE("shares of those who ceased: a child who is back in care still ceased") {
    CHECK(tally_of("returned_home_planned", "A,01/05/2021,S,C2,U6,01/06/2022,E4A\n"
                                            "A,01/09/2022,S,C2,U6,,\n") == Tally{1, 1, 0});
}

TEST_CASE("shares of those who ceased: the end of a short break is no leaving") {
    CHECK(tally_of("returned_home", "A,01/05/2022,S,V3,U6,08/05/2022,E4A") == Tally{0, 0, 0});
}

TEST_CASE("days_in_care: from the start of care to the leaving") {
    CHECK(tally_of("days_in_care", "A,01/04/2022,S,V2,U4,02/04/2022,E4A") == mean_of({1}));
    CHECK(tally_of("days_in_care", "A,01/04/2022,S,V2,U4,01/05/2022,E4A") == mean_of({30}));
    // 2020 had 366 days.
    CHECK(tally_of("days_in_care", "A,01/05/2019,S,V2,U4,01/05/2022,E4A") == mean_of({1096}));
}

TEST_CASE("days_in_care: sums over children, and over the episodes of one") {
    CHECK(tally_of("days_in_care", "A,01/05/2022,S,V2,U4,11/05/2022,X1\n"
                                   "A,11/05/2022,P,V2,T1,15/05/2022,X1\n"
                                   "A,15/05/2022,P,V2,U6,31/05/2022,E4A\n" // 30 days
                                   "B,01/05/2022,S,V2,U4,06/05/2022,E4B\n" // 5
                                   "C,01/05/2022,S,V2,U4,,\n") == Tally{35, 2, 0, 925});
}

TEST_CASE("days_in_care: of the last period of care alone") {
    CHECK(tally_of("days_in_care", "A,01/05/2021,S,V2,U4,01/06/2022,E4A\n"
                                   "A,01/07/2022,S,V2,U4,11/07/2022,E4A\n") == mean_of({10}));
}

TEST_CASE("days_in_care: RNE S begins a period even without a gap") {
    CHECK(tally_of("days_in_care", "A,01/05/2022,S,V2,U4,01/06/2022,X1\n"
                                   "A,01/06/2022,S,V2,U4,11/06/2022,E4A\n") == mean_of({10}));
}

TEST_CASE("days_in_care: an unknown start leaves it undetermined") {
    for (const char* rne : {"L", "P", "T", "B", "U"}) {
        CHECK(tally_of("days_in_care", with("A,01/05/2022,RNE,V2,U4,01/06/2022,E4A", "RNE", rne)) ==
              Tally{0, 0, 1});
    }
}

TEST_CASE("days_in_care: after a gap, or a leaving, the start is known by RNE S alone") {
    CHECK(tally_of("days_in_care", "A,01/05/2022,S,V2,U4,01/06/2022,X1\n"
                                   "A,02/06/2022,P,V2,U4,11/06/2022,E4A\n") == Tally{0, 0, 1});
    CHECK(tally_of("days_in_care", "A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                                   "A,01/06/2022,P,V2,U4,11/06/2022,E4A\n") == Tally{0, 0, 1});
}

TEST_CASE("days_in_care: care that follows a short break begins where that ends") {
    CHECK(tally_of("days_in_care", "A,25/04/2022,S,V3,U4,01/05/2022,X1\n"
                                   "A,01/05/2022,L,V2,U4,11/05/2022,E4A\n") == mean_of({10}));
    CHECK(tally_of("days_in_care", "A,25/04/2022,S,V4,U4,01/05/2022,X1\n"
                                   "A,01/05/2022,L,V2,U4,11/05/2022,E4A\n") == mean_of({10}));
}

TEST_CASE("days_in_care: a short break between parts two periods of care") {
    CHECK(tally_of("days_in_care", "A,01/05/2022,S,V2,U4,11/05/2022,X1\n"
                                   "A,11/05/2022,L,V3,U4,15/05/2022,X1\n"
                                   "A,15/05/2022,L,V2,U4,31/05/2022,E4A\n") ==
          mean_of({16})); // a new period, from the end of the short break
}

TEST_CASE("days_in_care: a child known not to have ceased is outside") {
    CHECK(tally_of("days_in_care", "A,01/05/2022,P,V2,U4,,") == Tally{0, 0, 0});
}
