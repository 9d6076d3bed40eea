#include <catch2/catch.hpp>

#include "support/returns.hpp"

using namespace indicare;
using tests::Returns;

TEST_CASE(
    "a series is the same day of the years before, the last day of a month staying the last") {
    const auto iso = [](const std::vector<care::Date>& dates) {
        std::vector<std::string> out;
        for (const care::Date date : dates)
            out.push_back(date.iso());
        return out;
    };
    CHECK(iso(scorecard::series_up_to(care::Date::of(2023, 3, 31), 3)) ==
          std::vector<std::string>{"2021-03-31", "2022-03-31", "2023-03-31"});
    CHECK(iso(scorecard::series_up_to(care::Date::of(2021, 2, 28), 2)) ==
          std::vector<std::string>{"2020-02-29", "2021-02-28"});
}

TEST_CASE("dates and authorities are counted in one pass, each by itself") {
    Returns returns;
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n"
                        "1,01/05/2021,S,C2,U4,,,North\n"
                        "1,01/06/2022,S,C2,U4,,,South\n"
                        "2,01/06/2022,S,C2,U4,,,South\n");
    returns.table(2022, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n"
                        "1,01/05/2021,S,C2,U4,,,North\n");
    returns.scorecards("2023-03-31");
    returns.request().as_at = {care::Date::of(2022, 3, 31), care::Date::of(2023, 3, 31)};
    const auto all = scorecard::scorecards(returns.reader().records(), returns.request(),
                                           [](auto, const auto&) {});
    REQUIRE(all.size() == 4);
    CHECK(all[0].authority == "North");
    CHECK(all[0]["looked_after"].printed() == "1");
    CHECK(all[1]["looked_after"].printed() == "1");
    CHECK(all[2].authority == "South");
    CHECK(all[2]["looked_after"].printed() == "x"); // South gave no return of 2022
    CHECK(all[3]["looked_after"].printed() == "2");
}

TEST_CASE("the population is that of the reporting year that holds the date") {
    Returns returns;
    returns.episodes(2023, "A,01/05/2021,S,C2,U4,,\n").episodes(2022, "A,01/05/2021,S,C2,U4,,\n");
    returns.population(2023, 1000).population(2022, 2000);
    CHECK(returns.figure("looked_after_rate", "2023-03-31").printed() == "10");
    CHECK(returns.figure("looked_after_rate", "2022-03-31").printed() == "5");
    CHECK(returns.figure("looked_after_rate", "2022-06-30").printed() == "10");
}
