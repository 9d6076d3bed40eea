#include "indicare/scorecard/together.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "support/returns.hpp"

using namespace indicare;
using tests::Returns;

namespace {

/// Of three children of North two are fostered and one is with parents; the one of South is
/// fostered.
class Country {
  public:
    Country() {
        returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n"
                            "1,01/05/2021,S,C2,U4,,,North\n"
                            "2,01/05/2021,S,C2,U4,,,North\n"
                            "3,01/06/2022,S,C2,P1,,,North\n"
                            "1,01/06/2022,S,C2,U4,,,South\n");
        returns.population(2023, 10'000, "North").population(2023, 5'000, "South");
    }

    scorecard::Scorecard together(scorecard::Level level = scorecard::Level::authority) {
        const auto scorecards = returns.scorecards("2023-03-31");
        return scorecard::together(scorecards, "England", returns.request(), level).at(0);
    }

    Returns returns;
};

} // namespace

TEST_CASE("several authorities together are the sums of their numbers") {
    const scorecard::Scorecard england = Country().together();
    CHECK(england.authority == "England");
    CHECK(england.as_at == Returns::date("2023-03-31"));
    CHECK(england["looked_after"].printed() == "4");
    CHECK(england["in_foster_care"].tally() == indicators::Tally{3, 4, 0});
    CHECK(england["in_foster_care"].printed() == "75");
    CHECK(england["looked_after_rate"].denominator() == 15'000);
    CHECK(england["looked_after_rate"].printed() == "3"); // 2.67
}

TEST_CASE("counts of a nation are rounded only when that is asked for") {
    Country country;
    CHECK(country.together(scorecard::Level::nation)["looked_after"].printed() == "k");
    CHECK(country.together()["looked_after"].printed() == "4");
}

TEST_CASE("without a figure of one authority there is none of all, and the reason says which") {
    Country country;
    CHECK(country.together()["convicted"].unavailable_because() ==
          "no figure for 2 of 2 authorities, the first of them North: no OC2 table in the return "
          "of 2023 (columns CHILD, SDQ_SCORE, CONVICTED, HEALTH_ASSESSMENT)");
    country.returns.table(2023,
                          "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n1,01/05/2021,S,C2,U4,,,West\n");
    CHECK(country.together()["looked_after"].printed() == "5");
    const scorecard::Figure rate = country.together()["looked_after_rate"];
    CHECK(rate.printed() == "x");
    CHECK(rate.unavailable_because() ==
          "no figure for 1 of 3 authorities, West: no population given for 2023");
}

TEST_CASE("the squares of a mean add up, where those of all authorities are known") {
    Returns returns;
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n"
                        "1,01/05/2022,S,C2,U4,11/05/2022,E4A,North\n"   // 10 days
                        "2,01/05/2022,S,C2,U4,04/05/2022,E4A,North\n"   // 3
                        "1,01/05/2022,S,C2,U4,15/05/2022,E4A,South\n"); // 14
    auto scorecards = returns.scorecards("2023-03-31");
    const auto days = [&] {
        return scorecard::together(scorecards, "Both", returns.request()).at(0)["days_in_care"];
    };
    CHECK(days().tally() == indicators::Tally{27, 3, 0, 305});
    CHECK(days().squares() == 305);
    scorecard::Figure& one =
        scorecards.at(1).figures.at(indicators::indicator_named("days_in_care").value());
    one = one.without_squares();
    CHECK(days().numerator() == 27);
    CHECK_FALSE(days().squares());
}

TEST_CASE("each date is added up by itself") {
    Country country;
    country.returns.table(2022, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n"
                                "1,01/05/2021,S,C2,U4,,,North\n");
    country.returns.scorecards("2023-03-31");
    scorecard::Request& request = country.returns.request();
    request.as_at = {Returns::date("2022-03-31"), Returns::date("2023-03-31")};
    const auto scorecards =
        scorecard::scorecards(country.returns.reader().records(), request, [](auto&&...) {});
    const auto england = scorecard::together(scorecards, "England", request);
    REQUIRE(england.size() == 2);
    CHECK(england[0].as_at == request.as_at[0]);
    CHECK(england[0]["looked_after"].unavailable_because() ==
          "no figure for 1 of 2 authorities, South: the return of 2022 was not given");
    CHECK(england[1]["looked_after"].printed() == "4");
    const auto north =
        scorecard::together(std::span(scorecards).first(2), "North and none", request);
    CHECK(north[0]["looked_after"].printed() == "1");
}

TEST_CASE("no authority, no figure") {
    scorecard::Request request;
    request.as_at = {Returns::date("2023-03-31")};
    const auto nobody = scorecard::together({}, "Nowhere", request);
    CHECK(nobody.at(0)["looked_after"].unavailable_because() == "no authority");
}

TEST_CASE("populations beyond 64 bits are no population") {
    Country country;
    country.returns.population(2023, INT64_MAX, "North");
    CHECK(country.together()["looked_after_rate"].unavailable_because() ==
          "the populations are too large to be added");
    CHECK(country.together()["looked_after"].printed() == "4");
}

TEST_CASE("what the postcodes do not tell is noted of all authorities together") {
    Returns returns;
    returns.postcodes("postcode,easting,northing,la\nAA1 1AA,400000,300000,North\n");
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PL_POST,LA\n"
                        "1,01/05/2021,S,C2,U4,,,ZZ1 1ZZ,North\n"
                        "1,01/05/2021,S,C2,U4,,,ZZ1 1ZZ,South\n");
    const auto scorecards = returns.scorecards("2023-03-31");
    const auto all = scorecard::together(scorecards, "All", returns.request());
    CHECK(all.at(0).asides.placement_not_known == 2);
    CHECK(all.at(0).notes.at(0) == "Not known from postcodes where the placement is: 2 children.");
}
