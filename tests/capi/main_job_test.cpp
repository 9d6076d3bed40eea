#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

TEST_CASE("a return becomes figures") {
    Session session;
    CHECK(session.population("", 2023, 30'000) == INDICARE_OK);
    CHECK(std::string(session.read(four_children, 2023)) == "Episodes");
    REQUIRE(session.compute(20230331) == INDICARE_OK);

    std::int64_t authorities = 0;
    CHECK(indicare_authority_count(session, &authorities) == INDICARE_OK);
    CHECK(authorities == 1);
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}).empty());

    CHECK(session.printed("looked_after") == "3");
    CHECK(session.printed("started") == "3");
    CHECK(session.printed("ceased") == "1");

    SECTION("a count has no denominator") {
        std::int64_t numerator = -1;
        std::int32_t has_denominator = -1;
        std::int64_t denominator = -1;
        std::int64_t undetermined = -1;
        CHECK(indicare_figure_numbers(session, 0, Session::indicator("looked_after"), &numerator,
                                      &has_denominator, &denominator,
                                      &undetermined) == INDICARE_OK);
        CHECK(numerator == 3);
        CHECK(has_denominator == 0);
        CHECK(denominator == 0);
        CHECK(undetermined == 0);
        CHECK(session.exact("looked_after") == "3");
    }
    SECTION("a share has one, and the exact ratio is in percent") {
        std::int64_t numerator = -1;
        std::int32_t has_denominator = -1;
        std::int64_t denominator = -1;
        CHECK(indicare_figure_numbers(session, 0, Session::indicator("in_foster_care"), &numerator,
                                      &has_denominator, &denominator, nullptr) == INDICARE_OK);
        CHECK(numerator == 2);
        CHECK(has_denominator == 1);
        CHECK(denominator == 3);
        CHECK(session.exact("in_foster_care") == "200/3");
        CHECK(session.printed("in_foster_care") == "67");
    }
    SECTION("a rate divides by the population") {
        CHECK(session.exact("looked_after_rate") == "1");
        CHECK(session.exact("ceased_rate") == "1/3");
        CHECK(session.printed("ceased_rate") == "k");
    }
    SECTION("who may be counted bounds the figure") {
        // A and C have had one placement; D, one since 1 May and an unknown number in April.
        const std::int64_t stability = Session::indicator("three_or_more_placements");
        std::int64_t undetermined = -1;
        CHECK(indicare_figure_numbers(session, 0, stability, nullptr, nullptr, nullptr,
                                      &undetermined) == INDICARE_OK);
        CHECK(undetermined == 1);
        CHECK(session.printed("three_or_more_placements") == "0");
        CHECK(text(indicare_figure_low, handle(session), std::int64_t{0}, stability) == "0");
        CHECK(text(indicare_figure_high, handle(session), std::int64_t{0}, stability) == "33");
        const std::int64_t fostered = Session::indicator("in_foster_care");
        CHECK(text(indicare_figure_low, handle(session), std::int64_t{0}, fostered).empty());
        CHECK(text(indicare_figure_high, handle(session), std::int64_t{0}, fostered).empty());
    }
    SECTION("nobody to count among") {
        // The three who may have been looked after the year before: only D, and it is not known.
        CHECK(session.printed("three_or_more_placements_two_years") == "z");
        CHECK(session.exact("three_or_more_placements_two_years").empty());
    }
    SECTION("a figure that cannot be had says why") {
        std::int32_t available = -1;
        CHECK(indicare_figure_is_available(session, 0, Session::indicator("unaccompanied"),
                                           &available) == INDICARE_OK);
        CHECK(available == 0);
        CHECK(session.printed("unaccompanied") == "x");
        CHECK(session.exact("unaccompanied").empty());
        CHECK(session.reason("unaccompanied") ==
              "no UASC table in the return of 2023 (columns CHILD, DUC)");
        CHECK(indicare_figure_is_available(session, 0, Session::indicator("started"), &available) ==
              INDICARE_OK);
        CHECK(available == 1);
        CHECK(session.reason("started").empty());
    }
    SECTION("the whole as text") {
        CHECK(session.csv().find("\n,2023-03-31,in_foster_care,percent,2,3,0,67,,,\n") !=
              std::string::npos);
        CHECK(session.json().find("\"exact\": \"200/3\"") != std::string::npos);
    }
    SECTION("notes") {
        std::int64_t notes = -1;
        CHECK(indicare_note_count(session, 0, &notes) == INDICARE_OK);
        CHECK(notes == 0);
        REQUIRE(session.compute(20230330) == INDICARE_OK);
        CHECK(indicare_note_count(session, 0, &notes) == INDICARE_OK);
        REQUIRE(notes == 1);
        CHECK(text(indicare_note, handle(session), std::int64_t{0}, std::int64_t{0})
                  .find("does not end on 31 March") != std::string::npos);
    }
}

TEST_CASE("a series of dates is computed one after the other") {
    Session session;
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2021,S,C2,U4,,\n", 2022);
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                 "A,01/06/2021,S,C2,U4,01/02/2023,E4A\n"
                 "B,01/07/2022,S,C2,U4,,\n"
                 "C,01/07/2022,S,C2,U4,,\n",
                 2023);
    CHECK(session.compute(20220331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "2");
    CHECK(session.compute(20220331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
}

TEST_CASE("more may be given after a computation") {
    Session session;
    session.read(four_children, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("unaccompanied") == "x");
    session.read("CHILD,SEX,DOB,DUC\nC,1,02/02/2007,\n", 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("unaccompanied") == "1");
    CHECK(session.printed("looked_after") == "3");
}

TEST_CASE("authorities stand in the order of their names") {
    Session session;
    session.read("LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                 "Westmere,A,01/06/2022,S,C2,U4,,\n"
                 "Eastmere,A,01/06/2022,S,C2,U4,,\n"
                 "Westmere,B,01/06/2022,S,C2,K2,,\n",
                 2023);
    CHECK(session.populations("authority,year,population\nWestmere,2023,20000\n") == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    std::int64_t authorities = 0;
    CHECK(indicare_authority_count(session, &authorities) == INDICARE_OK);
    REQUIRE(authorities == 2);
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{1}) == "Westmere");
    CHECK(session.printed("looked_after", 0) == "1");
    CHECK(session.printed("looked_after", 1) == "2");
    CHECK(session.reason("looked_after_rate", 0) == "no population given for 2023");
    CHECK(session.exact("looked_after_rate", 1) == "1");
}

TEST_CASE("postcodes tell where children are placed") {
    // From home 40 km east: 24.9 miles.
    constexpr std::string_view list = "postcode,easting,northing,la\n"
                                      "ZZ1 1AA,400000,400000,Eastmere\n"
                                      "ZZ2 2BB,440000,400000,Westmere\n";
    constexpr std::string_view table =
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PLACE_PROVIDER,HOME_POST,PL_POST\n"
        "A,01/06/2022,S,C2,U4,,,PR1,ZZ1 1AA,ZZ2 2BB\n"
        "B,01/06/2022,S,C2,U4,,,PR1,ZZ1 1AA,ZZ1 1AA\n";
    Session session;
    SECTION("the authority's own area is named") {
        CHECK(session.set("area", "Eastmere") == INDICARE_OK);
        CHECK(session.postcodes(list) == INDICARE_OK);
        session.read(table, 2023);
        CHECK(session.compute(20230331) == INDICARE_OK);
        CHECK(session.printed("placed_in_area") == "50");
        CHECK(session.printed("placed_over_20_miles") == "50");
        CHECK(session.printed("placed_over_20_miles_outside_area") == "50");
    }
    SECTION("a list in two parts") {
        CHECK(session.postcodes("postcode,easting,northing,la\nZZ1 1AA,400000,400000,Eastmere\n") ==
              INDICARE_OK);
        CHECK(session.postcodes("postcode,easting,northing,la\nZZ2 2BB,440000,400000,Westmere\n") ==
              INDICARE_OK);
        session.read(table, 2023);
        CHECK(session.compute(20230331) == INDICARE_OK);
        CHECK(session.printed("placed_over_20_miles") == "50");
        CHECK(session.reason("placed_in_area") == "the authority's own area was not named");
    }
    SECTION("no list") {
        session.read(table, 2023);
        CHECK(session.compute(20230331) == INDICARE_OK);
        CHECK(session.reason("placed_in_area") == "no list of postcodes given");
    }
}

TEST_CASE("pieces of one byte give what the whole gives") {
    Session whole;
    Session pieces;
    const std::string with_fault = std::string(four_children) + "E,31/02/2022,S,C2\n";
    whole.read(with_fault, 2023);
    pieces.read(with_fault, 2023, 1);
    CHECK(whole.compute(20230331) == INDICARE_OK);
    CHECK(pieces.compute(20230331) == INDICARE_OK);
    CHECK(pieces.json() == whole.json());
    CHECK(pieces.csv() == whole.csv());
    CHECK(whole.total(INDICARE_ERROR) == 1);
    CHECK(pieces.total(INDICARE_ERROR) == 1);
    CHECK(text(indicare_finding_as_text, handle(pieces), std::int64_t{0}) ==
          text(indicare_finding_as_text, handle(whole), std::int64_t{0}));
}

TEST_CASE("two sessions know nothing of each other") {
    Session first;
    Session second;
    CHECK(first.begin("first.csv", 2023) == INDICARE_OK);
    CHECK(second.set("authority", "Eastmere") == INDICARE_OK);
    CHECK(second.begin("second.csv", 2022) == INDICARE_OK);
    CHECK(first.feed("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/") == INDICARE_OK);
    CHECK(second.feed("CHILD,DUC\n") == INDICARE_OK);
    CHECK(first.feed("2022,S,C2,U4,,\n") == INDICARE_OK);
    CHECK(first.compute(20230331) == INDICARE_WRONG_ORDER);
    CHECK(second.error().empty());
    const char* table = nullptr;
    CHECK(indicare_end_table(second, &table) == INDICARE_OK);
    CHECK(std::string(table) == "UASC");
    CHECK(indicare_end_table(first, &table) == INDICARE_OK);
    CHECK(std::string(table) == "Episodes");
    CHECK(first.compute(20230331) == INDICARE_OK);
    CHECK(second.compute(20220331) == INDICARE_OK);
    CHECK(first.printed("looked_after") == "1");
    CHECK(second.printed("looked_after") == "x");
    CHECK(text(indicare_authority_name, handle(second), std::int64_t{0}) == "Eastmere");
}
