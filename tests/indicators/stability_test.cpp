#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023: 1 April 2022 to 31 March 2023.
Tally three_or_more(const std::string& episodes) {
    return tally_of("three_or_more_placements", episodes);
}

const Tally three{1, 1, 0};
const Tally fewer{0, 1, 0};
const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

} // namespace

TEST_CASE("three_or_more_placements: three are enough, two are not") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,U6,,\n") == fewer);
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,U6,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,,\n") == three);
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,U6,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,01/11/2022,X1\n"
                        "A,01/11/2022,P,V2,U6,,\n") == three);
}

TEST_CASE("three_or_more_placements: only of those looked after on the date") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,U6,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,31/03/2023,E4A\n") == outside);
}

TEST_CASE("three_or_more_placements: one that ends on the first day is not of the year") {
    const auto ended = [](const std::string& day) {
        return three_or_more(with("A,01/01/2022,S,V2,U4,DAY,X1\n"
                                  "A,DAY,P,V2,U6,01/08/2022,X1\n"
                                  "A,01/08/2022,P,V2,K2,,\n",
                                  "DAY", day));
    };
    CHECK(ended("31/03/2022") == fewer);
    CHECK(ended("01/04/2022") == fewer);
    CHECK(ended("02/04/2022") == three);
}

TEST_CASE("three_or_more_placements: one that begins on the last day is of the year") {
    const auto began = [](const std::string& day) {
        return three_or_more(with("A,01/05/2022,S,V2,U4,01/08/2022,X1\n"
                                  "A,01/08/2022,P,V2,U6,DAY,X1\n"
                                  "A,DAY,P,V2,K2,,\n",
                                  "DAY", day));
    };
    CHECK(began("30/03/2023") == three);
    CHECK(began("31/03/2023") == three);
    CHECK(began("01/04/2023") == fewer);
}

TEST_CASE("three_or_more_placements: a new legal status or place with the same carer is no move") {
    for (const char* rne : {"L", "T", "U"}) {
        CAPTURE(rne);
        CHECK(three_or_more(with("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                                 "A,01/07/2022,RNE,C1,U6,01/09/2022,X1\n"
                                 "A,01/09/2022,RNE,C2,U1,01/11/2022,X1\n"
                                 "A,01/11/2022,P,C2,K2,,\n",
                                 "RNE", rne)) == fewer);
    }
}

TEST_CASE("three_or_more_placements: a new carer is a move, with a new legal status or without") {
    for (const char* rne : {"P", "B"}) {
        CAPTURE(rne);
        CHECK(three_or_more(with("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                                 "A,01/07/2022,RNE,C1,U4,01/09/2022,X1\n"
                                 "A,01/09/2022,RNE,C2,U4,,\n",
                                 "RNE", rne)) == three);
    }
}

TEST_CASE("three_or_more_placements: to be adopted by the current carer is no move") {
    const auto placed = [](const std::string& rne, const std::string& place) {
        return three_or_more(with("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                                  "A,01/07/2022,P,E1,U6,01/09/2022,X1\n"
                                  "A,01/09/2022,RNE,E1,PLACE,,\n",
                                  "RNE", rne, "PLACE", place));
    };
    for (const char* rne : {"P", "B"}) {
        CHECK(placed(rne, "A3") == fewer);
        CHECK(placed(rne, "A5") == fewer);
        CHECK(placed(rne, "A4") == three);
        CHECK(placed(rne, "A6") == three);
    }
}

TEST_CASE("three_or_more_placements: on from a carer who was to adopt is a move") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,E1,A5,01/09/2022,X1\n"
                        "A,01/09/2022,P,E1,U6,01/11/2022,X1\n"
                        "A,01/11/2022,P,E1,K2,,\n") == three);
}

TEST_CASE("three_or_more_placements: each return to care is a placement") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                        "A,01/07/2022,S,V2,U4,01/08/2022,E4A\n"
                        "A,01/09/2022,S,V2,U4,,\n") == three);
    // The first period is over on the first day of the year.
    CHECK(three_or_more("A,01/05/2021,S,V2,U4,01/04/2022,E4A\n"
                        "A,01/07/2022,S,V2,U4,01/08/2022,E4A\n"
                        "A,01/09/2022,S,V2,U4,,\n") == fewer);
}

TEST_CASE("three_or_more_placements: the first after a gap or a leaving is one, whatever its RNE") {
    for (const std::string rne : {"L", "T", "U", "P"}) {
        CAPTURE(rne);
        CHECK(three_or_more(with("A,01/05/2022,S,V2,U4,01/06/2022,X1\n"
                                 "A,01/07/2022,RNE,V2,U4,01/08/2022,E4A\n"
                                 "A,01/08/2022,RNE,V2,U4,,\n",
                                 "RNE", rne)) == three);
    }
}

TEST_CASE("three_or_more_placements: short breaks are no placements") {
    CHECK(three_or_more("A,01/05/2022,S,V3,U4,08/05/2022,X1\n"
                        "A,01/06/2022,S,V3,U4,08/06/2022,X1\n"
                        "A,01/09/2022,S,V2,U4,,\n") == fewer);
}

TEST_CASE("three_or_more_placements: an unknown start in the year may hide more") {
    CHECK(three_or_more("A,31/03/2022,P,V2,U4,,") == fewer);
    CHECK(three_or_more("A,01/04/2022,P,V2,U4,,") == fewer); // the year's first day
    CHECK(three_or_more("A,02/04/2022,P,V2,U4,,") == undetermined);
    CHECK(three_or_more("A,02/04/2022,L,V2,U4,,") == undetermined);
    CHECK(three_or_more("A,31/03/2023,P,V2,U4,,") == undetermined);
    CHECK(three_or_more("A,02/04/2022,S,V2,U4,,") == fewer);
}

TEST_CASE("three_or_more_placements: care that follows a short break has a known start") {
    CHECK(three_or_more("A,25/05/2022,S,V3,U4,01/06/2022,X1\n"
                        "A,01/06/2022,L,V2,U4,,\n") == fewer);
    CHECK(three_or_more("A,25/05/2022,S,V3,U4,31/05/2022,X1\n"
                        "A,01/06/2022,L,V2,U4,,\n") == undetermined);
}

TEST_CASE("three_or_more_placements: three known ones are enough, whatever came before") {
    CHECK(three_or_more("A,01/05/2022,P,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,U6,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,,\n") == three);
}

TEST_CASE("three_or_more_placements: any period of the year may hide more") {
    CHECK(three_or_more("A,01/05/2022,P,V2,U4,01/07/2022,E4A\n"
                        "A,01/09/2022,S,V2,K2,,\n") == undetermined);
}

TEST_CASE("three_or_more_placements: a child known to have left is outside, whatever came before") {
    CHECK(three_or_more("A,01/05/2022,P,V2,U4,31/03/2023,E4A\n") == outside);
}

namespace {

/// 1 April 2021 to 31 March 2023, of those in care in the first of the two years.
Tally in_two_years(const std::string& episodes) {
    return tally_of("three_or_more_placements_two_years", episodes);
}

} // namespace

TEST_CASE("three_or_more_placements_two_years: placements of both years") {
    CHECK(in_two_years("A,01/05/2021,S,V2,U4,01/07/2021,X1\n"
                       "A,01/07/2021,P,V2,U6,01/09/2022,X1\n"
                       "A,01/09/2022,P,V2,K2,,\n") == three);
    CHECK(in_two_years("A,01/05/2021,S,V2,U4,01/07/2021,X1\n"
                       "A,01/07/2021,P,V2,U6,,\n") == fewer);
}

TEST_CASE("three_or_more_placements_two_years: of those with a care day in the earlier year") {
    CHECK(in_two_years("A,31/03/2022,S,V2,U4,,") == fewer);
    CHECK(in_two_years("A,01/04/2022,S,V2,U4,,") == outside);
}

TEST_CASE("three_or_more_placements_two_years: an earlier period gives the care day") {
    const auto left = [](const std::string& day) {
        return in_two_years(with("A,01/05/2020,S,V2,U4,DAY,E4A\n"
                                 "A,01/06/2022,S,V2,U4,,\n",
                                 "DAY", day));
    };
    CHECK(left("31/03/2021") == outside);
    CHECK(left("01/04/2021") == outside); // the episode does not hold the day it ends
    CHECK(left("02/04/2021") == fewer);
}

TEST_CASE("three_or_more_placements_two_years: a short break is no care day") {
    CHECK(in_two_years("A,01/01/2022,S,V4,U4,01/03/2022,E8\n"
                       "A,01/06/2022,S,V2,U4,,\n") == outside);
}

TEST_CASE("three_or_more_placements_two_years: only of those looked after on the date") {
    CHECK(in_two_years("A,01/05/2021,S,V2,U4,31/03/2023,E4A") == outside);
}

TEST_CASE("three_or_more_placements_two_years: one that ends on the first day is not among them") {
    const auto ended = [](const std::string& day) {
        return in_two_years(with("A,01/01/2021,S,V2,U4,DAY,X1\n"
                                 "A,DAY,P,V2,U6,01/08/2022,X1\n"
                                 "A,01/08/2022,P,V2,K2,,\n",
                                 "DAY", day));
    };
    CHECK(ended("01/04/2021") == fewer);
    CHECK(ended("02/04/2021") == three);
}

TEST_CASE(
    "three_or_more_placements_two_years: an unknown start after the first day may hide more") {
    CHECK(in_two_years("A,01/04/2021,P,V2,U4,,") == fewer);
    CHECK(in_two_years("A,02/04/2021,P,V2,U4,,") == undetermined);
    CHECK(in_two_years("A,31/03/2022,P,V2,U4,,") == undetermined);
}

TEST_CASE("three_or_more_placements_two_years: an unknown start in the later year may be earlier") {
    CHECK(in_two_years("A,01/04/2022,P,V2,U4,,") == undetermined);
    CHECK(in_two_years("A,31/03/2023,P,V2,U4,,") == undetermined);
    // Even with three known: not whether the child is to be counted among.
    CHECK(in_two_years("A,01/05/2022,P,V2,U4,01/07/2022,X1\n"
                       "A,01/07/2022,P,V2,U6,01/09/2022,X1\n"
                       "A,01/09/2022,P,V2,K2,,\n") == undetermined);
    CHECK(in_two_years("A,01/05/2022,P,V2,U4,31/03/2023,E4A") == outside);
}

TEST_CASE("three_or_more_placements_two_years: two years that end on the last of February") {
    // Two years before 29 February 2024 is 28 February 2022: from 1 March 2022, and the later year
    // from 1 March 2023.
    const auto began = [](const char* row) {
        return tally_of("three_or_more_placements_two_years", row, 2023, 2024, "2024-02-29");
    };
    CHECK(began("A,28/02/2023,S,V2,U4,,") == fewer);
    CHECK(began("A,01/03/2023,S,V2,U4,,") == outside);
    CHECK(began("A,01/03/2022,P,V2,U4,,") == fewer);
    CHECK(began("A,02/03/2022,P,V2,U4,,") == undetermined);
}
