#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using indicare::io::ReadingOptions;
using namespace indicare::tests;

namespace {

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

} // namespace

TEST_CASE("only children whom a return of the year holds are counted") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,01/05/2022,E4A").episodes(2023, "");
    CHECK(returns.tally("ceased", "2023-03-31") == Tally{0, 0, 0});
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{1, 0, 0});
}

TEST_CASE("a rolling year counts the children that either return holds") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,01/03/2022,E4A");
    returns.episodes(2023, "B,01/06/2022,S,V2,U4,,");
    CHECK(returns.tally("looked_after_in_year", "2022-12-31") == Tally{2, 0, 0});
    CHECK(returns.tally("looked_after", "2022-12-31") == Tally{1, 0, 0});
    CHECK(returns.tally("ceased", "2022-12-31") == Tally{1, 0, 0});
}

TEST_CASE("what a later return tells of days after the date changes nothing") {
    Returns before;
    before.episodes(2022, "A,01/06/2021,S,V2,U4,,");
    Returns after;
    after.episodes(2022, "A,01/06/2021,S,V2,U4,,")
        .episodes(2023, "A,01/06/2021,S,V2,U4,01/04/2022,X1\n"
                        "A,01/04/2022,P,V2,K2,01/05/2022,E4A\n");
    for (const char* id : {"looked_after", "in_foster_care", "ceased", "started"})
        CHECK(before.tally(id, "2022-03-31") == after.tally(id, "2022-03-31"));
}

TEST_CASE("a correction by a later return changes what was known") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,,");
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{1, 0, 0});
    returns.episodes(2023, "A,01/06/2021,S,V2,U4,31/03/2022,E4A");
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{0, 0, 0});
    CHECK(returns.tally("ceased", "2022-03-31") == Tally{1, 0, 0});
}

TEST_CASE("outcome rows are those of the return of the year alone") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, oc2("CHILD,HEALTH_ASSESSMENT", "A,1"));
    returns.table(2023, oc2("CHILD,HEALTH_ASSESSMENT", "A,0"));
    returns.table(2022, missing("A,M,01/03/2022,"));
    returns.table(2023, missing(""));
    CHECK(returns.tally("health_assessment", "2022-03-31") == Tally{1, 1, 0});
    CHECK(returns.tally("health_assessment", "2023-03-31") == Tally{0, 1, 0});
    // Still missing on 1 April, but the return of 2023 does not say so.
    CHECK(returns.tally("missing_children", "2023-03-31") == Tally{0, 1, 0});
}

TEST_CASE("of two outcome rows in the returns of a rolling year the later holds") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2023, oc2("CHILD,HEALTH_ASSESSMENT", "A,0"));
    returns.table(2022, oc2("CHILD,HEALTH_ASSESSMENT", "A,1"));
    CHECK(returns.tally("health_assessment", "2022-09-30") == Tally{0, 1, 0});
}

TEST_CASE("a later outcome row holds as a whole, blanks and all") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, oc2("CHILD,HEALTH_ASSESSMENT,TEETH_CHECK", "A,1,1"));
    returns.table(2023, oc2("CHILD,HEALTH_ASSESSMENT,TEETH_CHECK", "A,0,"));
    CHECK(returns.tally("dental_check", "2022-09-30") == Tally{0, 0, 1});
}

TEST_CASE("an outcome row of either return of a rolling year is read") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, oc2("CHILD,HEALTH_ASSESSMENT", "A,1"));
    returns.table(2023, oc2("CHILD,HEALTH_ASSESSMENT", ""));
    CHECK(returns.tally("health_assessment", "2022-09-30") == Tally{1, 1, 0});
}

TEST_CASE("an incident in both returns of a rolling year is one, as the later tells it") {
    // As at 30 September 2022: from 1 October 2021.
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, missing("A,M,20/03/2022,\n"
                                "A,M,20/09/2021,\n"));
    returns.table(2023, missing("A,M,20/03/2022,02/04/2022\n"
                                "A,M,20/09/2021,25/09/2021\n"));
    CHECK(returns.tally("missing_incidents", "2022-09-30") == mean_of({1}));
}

TEST_CASE("a social worker in both returns of a rolling year is one, as the later tells it") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, social_workers("A,SW1,01/06/2020,\n"
                                       "A,SW2,01/07/2020,\n"
                                       "A,SW3,01/08/2020,\n"));
    returns.table(2023, social_workers("A,SW1,01/06/2020,01/07/2020\n"
                                       "A,SW2,01/07/2020,\n"));
    CHECK(returns.tally("three_or_more_social_workers", "2022-03-31") == Tally{1, 1, 0});
    CHECK(returns.tally("three_or_more_social_workers", "2022-09-30") == Tally{0, 1, 0});
}

TEST_CASE("unaccompanied: of the two returns of a rolling year the later holds") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.episodes(year, in_care);
    returns.table(2022, uasc("CHILD,DUC", "A,"));
    returns.table(2023, uasc("CHILD,DUC", "A,30/09/2021"));
    CHECK(returns.tally("unaccompanied", "2022-09-30") == Tally{0, 0, 0});
    CHECK(returns.tally("unaccompanied", "2022-03-31") == Tally{1, 0, 0});
}

TEST_CASE("an LA column splits a file into authorities, whose children are apart") {
    Returns returns;
    returns.table(2023, "LA,CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                        "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                        "Derby,A,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n"
                        "Barking,A,01/06/2022,S,V2,N1,K2,PR1,,,,,,\n"
                        "Derby,B,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n");
    const auto cards = returns.scorecards("2023-03-31");
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].authority == "Barking");
    CHECK(cards[0]["in_foster_care"].tally() == Tally{0, 1, 0});
    CHECK(cards[1].authority == "Derby");
    CHECK(cards[1]["in_foster_care"].tally() == Tally{2, 2, 0});
}

TEST_CASE("a YEAR column splits a file into annual returns") {
    Returns returns;
    returns.table(2023, "YEAR,CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                        "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                        "2022,A,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n"
                        "2023,A,01/06/2021,S,V2,N1,U4,PR1,01/06/2022,E4A,,,,\n"
                        "2022,B,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n");
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{2, 0, 0});
    CHECK(returns.tally("ceased", "2023-03-31") == Tally{1, 0, 0}); // the later return holds
    CHECK(returns.tally("looked_after_in_year", "2023-03-31") == Tally{1, 0, 0}); // B is not held
}

namespace {

/// A longitudinal extract whose last day is 1 May 2022.
struct Longitudinal : Returns {
    Longitudinal() : Returns(options()) {
        episodes(2023, "A,01/06/2017,S,V2,U4,01/03/2018,X1\n"
                       "A,01/03/2018,P,V2,K2,01/05/2022,E4A\n"
                       "B,01/06/2017,S,V2,U4,01/03/2018,E4A\n"
                       "C,01/06/2017,S,V2,U4,,\n");
    }
    static ReadingOptions options() {
        ReadingOptions options;
        options.longitudinal = true;
        return options;
    }
};

} // namespace

TEST_CASE("a longitudinal extract gives every year up to that of its last date") {
    Longitudinal extract;
    CHECK(extract.tally("looked_after", "2017-03-31") == Tally{0, 0, 0});
    CHECK(extract.tally("looked_after", "2018-03-31") == Tally{2, 0, 0});
    CHECK(extract.tally("looked_after_in_year", "2018-03-31") == Tally{3, 0, 0});
    CHECK(extract.tally("looked_after", "2019-03-31") == Tally{2, 0, 0});
    CHECK(extract.tally("looked_after_in_year", "2019-03-31") == Tally{2, 0, 0});
    CHECK(extract.tally("looked_after", "2023-03-31") == Tally{1, 0, 0});
    CHECK(extract.tally("ceased", "2023-03-31") == Tally{1, 0, 0});
    CHECK_FALSE(extract.figure("looked_after", "2024-03-31").is_available());
    CHECK_FALSE(extract.figure("looked_after", "2023-04-01").is_available());
}

TEST_CASE("a longitudinal extract knows the placements of all years") {
    Longitudinal extract;
    CHECK(extract.tally("in_foster_care", "2018-02-28") == Tally{3, 3, 0});
    CHECK(extract.tally("in_foster_care", "2018-03-31") == Tally{1, 2, 0});
}

TEST_CASE("outcome rows of a longitudinal extract are of the return of their YEAR") {
    Longitudinal extract;
    extract.table(2023, table_of("YEAR,CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,"
                                 "IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,"
                                 "INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
                                 "YEAR,CHILD,HEALTH_ASSESSMENT",
                                 "2019,A,1\n"
                                 "2019,C,1\n"
                                 "2020,A,0\n"
                                 "2020,C,1\n"));
    CHECK(extract.tally("health_assessment", "2019-03-31") == Tally{2, 2, 0});
    CHECK(extract.tally("health_assessment", "2020-03-31") == Tally{1, 2, 0});
}
