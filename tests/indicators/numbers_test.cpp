#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

TEST_CASE("looked_after: an episode holds the day it begins, and not the day it ends") {
    CHECK(tally_of("looked_after", "A,31/03/2023,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(tally_of("looked_after", "A,01/04/2023,S,V2,U4,,") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V2,U4,30/03/2023,E4A") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V2,U4,31/03/2023,E4A") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V2,U4,01/04/2023,E4A") == Tally{1, 0, 0});
}

TEST_CASE("looked_after: an episode that is continued on the date is one child") {
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V2,U4,31/03/2023,X1\n"
                                   "A,31/03/2023,P,V2,U6,,\n") == Tally{1, 0, 0});
}

TEST_CASE("looked_after: an episode that ends with X1 on the date and is not continued is over") {
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V2,U4,31/03/2023,X1") == Tally{0, 0, 0});
}

TEST_CASE("looked_after: a short break is no care") {
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V3,U4,,") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after", "A,01/06/2022,S,V4,U4,,") == Tally{0, 0, 0});
}

TEST_CASE("looked_after: every other legal status is care") {
    for (const char* status : {"C1", "C2", "D1", "E1", "V2", "L1", "L2", "L3", "J1", "J2", "J3"}) {
        CAPTURE(status);
        CHECK(tally_of("looked_after", with("A,01/06/2022,S,LS,U4,,", "LS", status)) ==
              Tally{1, 0, 0});
    }
}

TEST_CASE("looked_after_rate: children per 10,000 people, printed whole, half up") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2022,S,V2,U4,,").population(2023, 4000);
    CHECK(returns.tally("looked_after_rate", "2023-03-31").numerator == 1);
    CHECK(returns.figure("looked_after_rate", "2023-03-31").denominator() == 4000);
    CHECK(returns.figure("looked_after_rate", "2023-03-31").printed() == "3"); // 2.5
}

TEST_CASE("started_rate and ceased_rate divide by the same people") {
    Returns returns;
    returns.population(2023, 1000);
    returns.episodes(2023, "A,01/06/2022,S,V2,U4,01/07/2022,E4A\n"
                           "B,01/06/2022,S,V2,U4,,\n");
    CHECK(returns.figure("started_rate", "2023-03-31").printed() == "20");
    CHECK(returns.figure("ceased_rate", "2023-03-31").printed() == "10");
}

TEST_CASE("started: from the first to the last day of the year") {
    CHECK(tally_of("started", "A,31/03/2022,S,V2,U4,,") == Tally{0, 0, 0});
    CHECK(tally_of("started", "A,01/04/2022,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(tally_of("started", "A,31/03/2023,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(tally_of("started", "A,01/04/2023,S,V2,U4,,") == Tally{0, 0, 0});
}

TEST_CASE("started: a child who starts twice is one child") {
    CHECK(tally_of("started", "A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                              "A,01/09/2022,S,V2,U4,,\n") == Tally{1, 0, 0});
}

TEST_CASE("started: a start and a leaving in one year still started") {
    CHECK(tally_of("started", "A,01/05/2022,S,V2,U4,02/05/2022,E4A") == Tally{1, 0, 0});
}

TEST_CASE("started: only with RNE S, and not a short break") {
    for (const char* row :
         {"A,01/05/2022,L,V2,U4,,", "A,01/05/2022,P,V2,U4,,", "A,01/05/2022,T,V2,U4,,",
          "A,01/05/2022,B,V2,U4,,", "A,01/05/2022,U,V2,U4,,", "A,01/05/2022,S,V3,U4,,",
          "A,01/05/2022,S,V4,U4,,"}) {
        CAPTURE(row);
        CHECK(tally_of("started", row) == Tally{0, 0, 0});
    }
}

TEST_CASE("ceased: from the first to the last day of the year") {
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,31/03/2022,E4A") == Tally{0, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,01/04/2022,E4A") == Tally{1, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,31/03/2023,E4A") == Tally{1, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,01/04/2023,E4A") == Tally{0, 0, 0});
}

TEST_CASE("ceased: a child who leaves twice is one child") {
    CHECK(tally_of("ceased", "A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                             "A,01/09/2022,S,V2,U4,01/10/2022,E4B\n") == Tally{1, 0, 0});
}

TEST_CASE("ceased: X1, a blank reason and the end of a short break are no leaving") {
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,01/06/2022,X1") == Tally{0, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,01/06/2022,") == Tally{0, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2022,S,V3,U4,08/05/2022,E4A") == Tally{0, 0, 0});
    CHECK(tally_of("ceased", "A,01/05/2022,S,V4,U4,08/05/2022,E4A") == Tally{0, 0, 0});
}

TEST_CASE("ceased: a reason without a date is no leaving, and the child stays") {
    CHECK(tally_of("ceased", "A,01/05/2021,S,V2,U4,,E4A") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after", "A,01/05/2021,S,V2,U4,,E4A") == Tally{1, 0, 0});
}

TEST_CASE("looked_after_in_year: begun by the last day, not over by the first") {
    CHECK(tally_of("looked_after_in_year", "A,31/03/2023,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(tally_of("looked_after_in_year", "A,01/04/2023,S,V2,U4,,") == Tally{0, 0, 0});
    CHECK(tally_of("looked_after_in_year", "A,01/05/2021,S,V2,U4,02/04/2022,X1") == Tally{1, 0, 0});
    CHECK(tally_of("looked_after_in_year", "A,01/05/2021,S,V2,U4,01/04/2022,X1") == Tally{0, 0, 0});
}

TEST_CASE("looked_after_in_year: who leaves on the first day was looked after in the year") {
    CHECK(tally_of("looked_after_in_year", "A,01/05/2021,S,V2,U4,01/04/2022,E4A") ==
          Tally{1, 0, 0});
    CHECK(tally_of("looked_after_in_year", "A,01/05/2021,S,V2,U4,31/03/2022,E4A") ==
          Tally{0, 0, 0});
}

TEST_CASE("looked_after_in_year: short breaks do not count") {
    CHECK(tally_of("looked_after_in_year", "A,01/05/2022,S,V4,U4,,") == Tally{0, 0, 0});
}

TEST_CASE("short_breaks_only: begun by the last day, not over by the first") {
    CHECK(tally_of("short_breaks_only", "A,31/03/2023,S,V3,U4,,") == Tally{1, 0, 0});
    CHECK(tally_of("short_breaks_only", "A,01/04/2023,S,V3,U4,,") == Tally{0, 0, 0});
    CHECK(tally_of("short_breaks_only", "A,01/05/2021,S,V4,U4,02/04/2022,E8") == Tally{1, 0, 0});
    CHECK(tally_of("short_breaks_only", "A,01/05/2021,S,V4,U4,01/04/2022,E8") == Tally{0, 0, 0});
}

TEST_CASE("short_breaks_only: not a child who was also looked after in the year") {
    CHECK(tally_of("short_breaks_only", "A,01/05/2022,S,V3,U4,08/05/2022,X1\n"
                                        "A,01/06/2022,S,V2,U4,08/06/2022,E4A\n") == Tally{0, 0, 0});
    CHECK(tally_of("short_breaks_only", "A,01/05/2021,S,V2,U4,01/04/2022,E4A\n"
                                        "A,01/06/2022,S,V3,U4,08/06/2022,E8\n") == Tally{0, 0, 0});
}

TEST_CASE("short_breaks_only: care in an earlier or a later year does not matter") {
    CHECK(tally_of("short_breaks_only", "A,01/05/2021,S,V2,U4,31/03/2022,E4A\n"
                                        "A,01/06/2022,S,V3,U4,08/06/2022,E8\n"
                                        "A,01/04/2023,S,V2,U4,,\n") == Tally{1, 0, 0});
}

namespace {

Tally unaccompanied(std::string_view id, std::string_view episodes, std::string_view asylum) {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023, uasc("CHILD,DUC", asylum));
    return returns.tally(id, "2023-03-31");
}

} // namespace

TEST_CASE("unaccompanied: until the day before the year") {
    const char* child = "A,01/05/2021,S,V2,U4,,";
    CHECK(unaccompanied("unaccompanied", child, "A,") == Tally{1, 0, 0});
    CHECK(unaccompanied("unaccompanied", child, "A,01/12/2022") == Tally{1, 0, 0});
    CHECK(unaccompanied("unaccompanied", child, "A,01/04/2022") == Tally{1, 0, 0});
    CHECK(unaccompanied("unaccompanied", child, "A,31/03/2022") == Tally{0, 0, 0});
    CHECK(unaccompanied("unaccompanied", child, "") == Tally{0, 0, 0});
}

TEST_CASE("unaccompanied: only among those looked after on the date") {
    CHECK(unaccompanied("unaccompanied", "A,01/05/2021,S,V2,U4,31/03/2023,E5", "A,") ==
          Tally{0, 0, 0});
}

TEST_CASE("unaccompanied_share: of those looked after on the date") {
    const char* children = "A,01/05/2021,S,V2,U4,,\n"
                           "B,01/05/2021,S,V2,U4,,\n"
                           "C,01/05/2021,S,V2,U4,,\n"
                           "D,01/05/2021,S,V2,U4,01/05/2022,E5\n";
    CHECK(unaccompanied("unaccompanied_share", children,
                        "A,\n"
                        "B,31/03/2022\n"
                        "D,\n") == Tally{1, 3, 0});
}

TEST_CASE("a rolling year begins on the day after the same day of the year before") {
    // As at 30 September 2022: 1 October 2021 to 30 September 2022.
    const auto started = [](const char* row) {
        return tally_of("started", row, 2022, 2023, "2022-09-30");
    };
    CHECK(started("A,30/09/2021,S,V2,U4,,") == Tally{0, 0, 0});
    CHECK(started("A,01/10/2021,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(started("A,30/09/2022,S,V2,U4,,") == Tally{1, 0, 0});
    CHECK(started("A,01/10/2022,S,V2,U4,,") == Tally{0, 0, 0});
}

TEST_CASE("a year that ends on the last of February begins on the first of March") {
    // A year before 29 February 2024 is 28 February 2023; before 28 February 2025, 29 February
    // 2024.
    CHECK(tally_of("started", "A,28/02/2023,S,V2,U4,,", 2023, 2024, "2024-02-29") ==
          Tally{0, 0, 0});
    CHECK(tally_of("started", "A,01/03/2023,S,V2,U4,,", 2023, 2024, "2024-02-29") ==
          Tally{1, 0, 0});
    CHECK(tally_of("started", "A,29/02/2024,S,V2,U4,,", 2024, 2025, "2025-02-28") ==
          Tally{0, 0, 0});
    CHECK(tally_of("started", "A,01/03/2024,S,V2,U4,,", 2024, 2025, "2025-02-28") ==
          Tally{1, 0, 0});
}

TEST_CASE("a year that ends on 28 February of a leap year begins on 1 March") {
    CHECK(tally_of("started", "A,28/02/2023,S,V2,U4,,", 2023, 2024, "2024-02-28") ==
          Tally{0, 0, 0});
    CHECK(tally_of("started", "A,01/03/2023,S,V2,U4,,", 2023, 2024, "2024-02-28") ==
          Tally{1, 0, 0});
}
