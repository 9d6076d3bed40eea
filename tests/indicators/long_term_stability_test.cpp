#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023, of a child born in 2012: care from 30 September 2020, placement from 31
/// March 2021.
Tally stable(const std::string& episodes, const char* born = "01/06/2012") {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", std::string("A,") + born));
    returns.episodes(2023, episodes);
    return returns.tally("long_term_stability", "2023-03-31");
}

/// The same as at another date, with the same rows in the returns of both years.
Tally stable_as_at(const char* date, int first_year, int last_year, const std::string& episodes) {
    Returns returns;
    for (int year = first_year; year <= last_year; ++year)
        returns.table(year, header("CHILD,DOB", "A,01/06/2012")).episodes(year, episodes);
    return returns.tally("long_term_stability", date);
}

const Tally yes{1, 1, 0};
const Tally no{0, 1, 0};
const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

} // namespace

TEST_CASE("long_term_stability: in care for 30 months, to the day") {
    CHECK(stable("A,29/09/2020,S,C2,U4,,") == yes);
    CHECK(stable("A,30/09/2020,S,C2,U4,,") == yes);
    CHECK(stable("A,01/10/2020,S,C2,U4,,") == outside);
}

TEST_CASE("long_term_stability: in one placement for 24 months, to the day") {
    const auto moved = [](const std::string& day) {
        return stable(with("A,01/01/2020,S,C2,U6,DAY,X1\n"
                           "A,DAY,P,C2,U4,,\n",
                           "DAY", day));
    };
    CHECK(moved("30/03/2021") == yes);
    CHECK(moved("31/03/2021") == yes);
    CHECK(moved("01/04/2021") == no);
}

TEST_CASE("long_term_stability: aged under 16, to the day") {
    CHECK(stable("A,01/01/2020,S,C2,U4,,", "01/04/2007") == yes);
    CHECK(stable("A,01/01/2020,S,C2,U4,,", "31/03/2007") == outside);
}

TEST_CASE("long_term_stability: an unknown date of birth leaves it undetermined") {
    CHECK(stable("A,01/01/2020,S,C2,U4,,", "") == undetermined);
    // But not for a child who is outside at any age.
    CHECK(stable("A,01/10/2020,S,C2,U4,,", "") == outside);
    CHECK(stable("A,01/01/2020,S,C2,U4,31/03/2023,E4A", "") == outside);
}

TEST_CASE("long_term_stability: an unknown start of care on or before the day is early enough") {
    CHECK(stable("A,30/09/2020,P,C2,U4,,") == yes);
    CHECK(stable("A,30/09/2020,L,C2,U4,,") == yes);
    CHECK(stable("A,01/10/2020,P,C2,U4,,") == undetermined);
    CHECK(stable("A,01/10/2020,L,C2,U4,,") == undetermined);
    CHECK(stable("A,01/04/2021,P,C2,U4,,") == undetermined);
    CHECK(stable("A,01/10/2020,P,C2,U4,,", "31/03/2007") == outside);
}

TEST_CASE("long_term_stability: an unknown start of care, and a move known to be late") {
    CHECK(stable("A,30/09/2020,P,C2,U4,01/05/2021,X1\n"
                 "A,01/05/2021,P,C2,U6,,\n") == no);
}

TEST_CASE("long_term_stability: a placement known only to have begun by a late day") {
    // Care began in a temporary placement; what follows may have been the carer before it.
    for (const std::string rne : {"P", "T", "L"}) {
        const auto after = [rne](const std::string& day) {
            return stable(with("A,01/01/2020,S,C2,T0,DAY,X1\n"
                               "A,DAY,RNE,C2,U4,,\n",
                               "DAY", day, "RNE", rne));
        };
        CAPTURE(rne);
        CHECK(after("31/03/2021") == yes);
        CHECK(after("01/04/2021") == undetermined);
    }
    CHECK(stable("A,01/01/2020,S,C2,T0,01/04/2021,X1\n"
                 "A,01/04/2021,P,E1,A5,,\n") == undetermined);
    CHECK(stable("A,01/01/2020,S,C2,T0,01/04/2021,X1\n"
                 "A,01/04/2021,P,E1,A6,,\n") == undetermined);
}

TEST_CASE("long_term_stability: care from a short break does not count") {
    CHECK(stable("A,01/01/2020,S,V3,U4,01/03/2020,X1\n"
                 "A,01/03/2020,S,C2,U4,,\n") == outside);
    CHECK(stable("A,01/01/2020,S,V4,U4,01/03/2020,X1\n"
                 "A,01/03/2020,L,C2,U4,,\n") == outside);
    CHECK(stable("A,01/01/2020,S,V3,U4,29/02/2020,X1\n"
                 "A,01/03/2020,S,C2,U4,,\n") == yes);
}

TEST_CASE("long_term_stability: with the same carer it stays one placement") {
    for (const std::string rne : {"L", "T", "U"}) {
        CHECK(stable(with("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                          "A,01/06/2022,RNE,C2,U4,,\n",
                          "RNE", rne)) == yes);
    }
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,P,E1,A5,,\n") == yes);
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,B,E1,U6,,\n") == no);
}

TEST_CASE("long_term_stability: a new period of care is a new placement") {
    CHECK(stable("A,01/01/2018,S,C2,U6,01/06/2020,E4A\n"
                 "A,01/08/2020,S,C2,U6,,\n") == yes);
    CHECK(stable("A,01/01/2018,S,C2,U6,01/06/2021,E4A\n"
                 "A,02/06/2021,S,C2,U6,,\n") == outside);
}

TEST_CASE("long_term_stability: placed for adoption, the placement before counts with it") {
    for (const std::string place : {"A4", "A6"}) {
        const auto before_adoption = [place](const std::string& day) {
            return stable(with("A,01/01/2020,S,C2,U6,DAY,X1\n"
                               "A,DAY,P,C2,U4,01/06/2022,X1\n"
                               "A,01/06/2022,P,E1,PLACE,,\n",
                               "DAY", day, "PLACE", place));
        };
        CHECK(before_adoption("31/03/2021") == yes);
        CHECK(before_adoption("01/04/2021") == no);
    }
}

TEST_CASE("long_term_stability: only the placement directly before the adoptive one counts") {
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2021,X1\n"
                 "A,01/06/2021,P,E1,A6,01/06/2022,X1\n"
                 "A,01/06/2022,P,E1,A6,,\n") == no);
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,P,C2,K2,,\n") == no);
}

TEST_CASE("long_term_stability: a placement that began as adoptive keeps the one before it") {
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,P,E1,A6,01/12/2022,X1\n"
                 "A,01/12/2022,T,E1,U6,,\n") == yes);
}

TEST_CASE("long_term_stability: a temporary placement before the adoptive one is passed over") {
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,P,C2,T1,08/06/2022,X1\n"
                 "A,08/06/2022,P,E1,A6,,\n") == yes);
}

TEST_CASE("long_term_stability: the placement before is known only to have begun by a late day") {
    CHECK(stable("A,01/01/2020,S,C2,T0,01/05/2021,X1\n"
                 "A,01/05/2021,P,C2,U6,01/06/2022,X1\n"
                 "A,01/06/2022,P,E1,A6,,\n") == undetermined);
}

TEST_CASE("long_term_stability: since 2021 a change into fostering for adoption is a move") {
    for (const std::string place : {"U2", "U5"}) {
        const auto changed = [place](const std::string& day) {
            return stable(with("A,01/01/2020,S,C2,U6,DAY,X1\n"
                               "A,DAY,T,C2,PLACE,,\n",
                               "DAY", day, "PLACE", place));
        };
        CHECK(changed("31/03/2021") == yes);
        CHECK(changed("01/04/2021") == no);
    }
}

TEST_CASE("long_term_stability: before 31 March 2021 that change was no move") {
    const std::string changed = "A,01/01/2017,S,C2,U6,01/06/2019,X1\n"
                                "A,01/06/2019,T,C2,U5,,\n";
    CHECK(stable_as_at("2020-03-31", 2020, 2020, changed) == yes);
    CHECK(stable_as_at("2021-03-30", 2020, 2021, changed) == yes);
    CHECK(stable_as_at("2021-03-31", 2021, 2021, changed) == no);
    CHECK(stable_as_at("2021-04-01", 2021, 2022, changed) == no);
}

TEST_CASE("long_term_stability: from one fostering for adoption to the other is a change too") {
    CHECK(stable("A,01/01/2020,S,C2,U2,01/06/2021,X1\n"
                 "A,01/06/2021,T,C2,U5,,\n") == no);
    CHECK(stable("A,01/01/2020,S,C2,U5,01/06/2021,X1\n"
                 "A,01/06/2021,L,E1,U5,,\n") == yes);
    CHECK(stable("A,01/01/2020,S,C2,U5,01/06/2021,X1\n"
                 "A,01/06/2021,T,C2,U6,,\n") == yes); // out of it is none
}

TEST_CASE("long_term_stability: the change is judged across a temporary placement") {
    CHECK(stable("A,01/01/2020,S,C2,U5,01/06/2021,X1\n"
                 "A,01/06/2021,P,C2,T1,08/06/2021,X1\n"
                 "A,08/06/2021,P,C2,U5,,\n") == yes);
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2021,X1\n"
                 "A,01/06/2021,P,C2,T1,08/06/2021,X1\n"
                 "A,08/06/2021,T,C2,U5,,\n") == no);
}

TEST_CASE("long_term_stability: adopted by carers who had fostered for it") {
    // The placement began as fostering for adoption in June 2021, not as an adoptive one.
    CHECK(stable("A,01/01/2020,S,C2,U6,01/06/2021,X1\n"
                 "A,01/06/2021,T,C2,U5,01/09/2022,X1\n"
                 "A,01/09/2022,P,E1,A5,,\n") == no);
}

TEST_CASE("long_term_stability: on the date in a temporary placement") {
    CHECK(stable("A,01/01/2020,S,C2,U4,01/03/2023,X1\n"
                 "A,01/03/2023,P,C2,T1,,\n") == yes);
    CHECK(stable("A,01/01/2020,S,C2,U4,01/06/2022,X1\n"
                 "A,01/06/2022,P,C2,U6,01/03/2023,X1\n"
                 "A,01/03/2023,P,C2,T1,,\n") == no);
}

TEST_CASE("long_term_stability: in a temporary placement all along") {
    CHECK(stable("A,01/01/2020,S,C2,T1,,") == no); // there is no placement
    CHECK(stable("A,01/01/2020,P,C2,T1,,") == undetermined);
}

TEST_CASE("long_term_stability: months before the last of February reach the last of a month") {
    // 30 months before 28 February 2023: 31 August 2020; 24 months: 28 February 2021.
    CHECK(stable_as_at("2023-02-28", 2022, 2023, "A,31/08/2020,S,C2,U4,,") == yes);
    CHECK(stable_as_at("2023-02-28", 2022, 2023, "A,01/09/2020,S,C2,U4,,") == outside);
    // 30 months before 29 February 2024: 31 August 2021; 24 months: 28 February 2022.
    CHECK(stable_as_at("2024-02-29", 2023, 2024, "A,31/08/2021,S,C2,U4,,") == yes);
    CHECK(stable_as_at("2024-02-29", 2023, 2024, "A,01/09/2021,S,C2,U4,,") == outside);
    CHECK(stable_as_at("2024-02-29", 2023, 2024,
                       "A,01/01/2020,S,C2,U4,28/02/2022,X1\nA,28/02/2022,P,C2,U6,,") == yes);
    CHECK(stable_as_at("2024-02-29", 2023, 2024,
                       "A,01/01/2020,S,C2,U4,01/03/2022,X1\nA,01/03/2022,P,C2,U6,,") == no);
}

TEST_CASE("long_term_stability: 24 months before 28 February 2022 is 29 February 2020") {
    CHECK(stable_as_at("2022-02-28", 2021, 2022,
                       "A,01/01/2019,S,C2,U4,29/02/2020,X1\nA,29/02/2020,P,C2,U6,,") == yes);
    CHECK(stable_as_at("2022-02-28", 2021, 2022,
                       "A,01/01/2019,S,C2,U4,01/03/2020,X1\nA,01/03/2020,P,C2,U6,,") == no);
}

TEST_CASE("long_term_stability: months before a day that is not the last keep the day") {
    // 28 February 2024 is not the last: 28 August 2021.
    CHECK(stable_as_at("2024-02-28", 2023, 2024, "A,28/08/2021,S,C2,U4,,") == yes);
    CHECK(stable_as_at("2024-02-28", 2023, 2024, "A,29/08/2021,S,C2,U4,,") == outside);
    // 30 August 2024: there is no 30 February 2022, so the 28th.
    CHECK(stable_as_at("2024-08-30", 2024, 2025, "A,28/02/2022,S,C2,U4,,") == yes);
    CHECK(stable_as_at("2024-08-30", 2024, 2025, "A,01/03/2022,S,C2,U4,,") == outside);
}
