#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

/// As at 31 March 2023, with incidents `CHILD,MISSING,MIS_START,MIS_END`.
Tally incidents(const char* id, const std::string& rows, const std::string& episodes = in_care) {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023, missing(rows));
    return returns.tally(id, "2023-03-31");
}

} // namespace

TEST_CASE("missing_children: an incident until the first day or later, from the last or earlier") {
    CHECK(incidents("missing_children", "A,M,01/06/2022,02/06/2022") == Tally{1, 1, 0});
    CHECK(incidents("missing_children", "A,M,30/03/2022,31/03/2022") == Tally{0, 1, 0});
    CHECK(incidents("missing_children", "A,M,30/03/2022,01/04/2022") == Tally{1, 1, 0});
    CHECK(incidents("missing_children", "A,M,31/03/2023,01/04/2023") == Tally{1, 1, 0});
    CHECK(incidents("missing_children", "A,M,01/04/2023,02/04/2023") == Tally{0, 1, 0});
}

TEST_CASE("missing_children: an incident that is not over counts") {
    CHECK(incidents("missing_children", "A,M,01/06/2021,") == Tally{1, 1, 0});
    CHECK(incidents("missing_children", "A,M,31/03/2023,") == Tally{1, 1, 0});
    CHECK(incidents("missing_children", "A,M,01/04/2023,") == Tally{0, 1, 0});
}

TEST_CASE("missing_children: an incident of one day counts") {
    CHECK(incidents("missing_children", "A,M,01/04/2022,01/04/2022") == Tally{1, 1, 0});
}

TEST_CASE("away_children: the same by incidents of being away") {
    CHECK(incidents("away_children", "A,A,30/03/2022,31/03/2022") == Tally{0, 1, 0});
    CHECK(incidents("away_children", "A,A,30/03/2022,01/04/2022") == Tally{1, 1, 0});
    CHECK(incidents("away_children", "A,A,31/03/2023,") == Tally{1, 1, 0});
    CHECK(incidents("away_children", "A,A,01/04/2023,") == Tally{0, 1, 0});
}

TEST_CASE("missing and away are counted apart") {
    const char* both = "A,M,01/06/2022,02/06/2022\n"
                       "A,A,01/06/2022,02/06/2022\n"
                       "A,A,01/07/2022,02/07/2022\n"
                       "B,A,01/07/2022,02/07/2022\n";
    const char* children = "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n"
                           "C,01/06/2020,S,C2,U4,,\n";
    CHECK(incidents("missing_children", both, children) == Tally{1, 3, 0});
    CHECK(incidents("away_children", both, children) == Tally{2, 3, 0});
    CHECK(incidents("missing_incidents", both, children) == mean_of({1}));
    CHECK(incidents("away_incidents", both, children) == mean_of({2, 1}));
}

TEST_CASE("missing_incidents: only those of the year") {
    CHECK(incidents("missing_incidents", "A,M,30/03/2022,31/03/2022\n"
                                         "A,M,31/03/2022,01/04/2022\n"
                                         "A,M,01/06/2022,02/06/2022\n"
                                         "A,M,31/03/2023,\n"
                                         "A,M,01/04/2023,\n") == mean_of({3}));
    CHECK(incidents("missing_incidents", "A,M,30/03/2022,31/03/2022") == Tally{0, 0, 0});
}

TEST_CASE("missing_incidents: of two rows of one incident the later holds") {
    CHECK(incidents("missing_incidents", "A,M,01/06/2022,\n"
                                         "A,M,01/06/2022,02/06/2022\n") == mean_of({1}));
    CHECK(incidents("missing_incidents", "A,M,01/03/2022,\n"
                                         "A,M,01/03/2022,02/03/2022\n") == Tally{0, 0, 0});
}

TEST_CASE("missing: of all looked after in the year") {
    const char* incident = "A,M,01/06/2022,02/06/2022";
    for (const char* left : {"01/04/2022,E4A", "02/04/2022,X1", "31/03/2023,E4A"}) {
        const std::string child = std::string("A,01/06/2020,S,C2,U4,") + left;
        CHECK(incidents("missing_children", incident, child) == Tally{1, 1, 0});
        CHECK(incidents("missing_incidents", incident, child) == mean_of({1}));
    }
    for (const char* left : {"31/03/2022,E4A", "01/04/2022,X1"}) {
        const std::string child = std::string("A,01/06/2020,S,C2,U4,") + left;
        CHECK(incidents("missing_children", incident, child) == Tally{0, 0, 0});
        CHECK(incidents("missing_incidents", incident, child) == Tally{0, 0, 0});
    }
}

TEST_CASE("missing: a child with short breaks only is outside") {
    CHECK(incidents("missing_children", "A,M,01/06/2022,", "A,01/05/2022,S,V4,U4,,") ==
          Tally{0, 0, 0});
    CHECK(incidents("away_incidents", "A,A,01/06/2022,", "A,01/05/2022,S,V4,U4,,") ==
          Tally{0, 0, 0});
}

TEST_CASE("missing: a table without rows says that nobody was") {
    CHECK(incidents("missing_children", "") == Tally{0, 1, 0});
    CHECK(incidents("missing_incidents", "") == Tally{0, 0, 0});
    CHECK(incidents("away_children", "") == Tally{0, 1, 0});
}
