#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using namespace indicare::tests;

namespace {

using Bounds = std::optional<std::pair<std::string, std::string>>;

/// `foster` children in foster care and `homes` in children's homes, all looked after.
Returns& share(Returns& returns, int foster, int homes) {
    std::string rows;
    for (int child = 0; child < foster + homes; ++child) {
        rows += "C" + std::to_string(child) + ",01/06/2020,S,C2," + (child < foster ? "U4" : "K2") +
                ",,\n";
    }
    return returns.episodes(2023, rows);
}

std::string printed_share(int foster, int homes) {
    Returns returns;
    return share(returns, foster, homes).figure("in_foster_care", "2023-03-31").printed();
}

/// The printed mean of `days_in_care` of children who each stayed so many days.
std::string printed_days(const std::vector<int>& days) {
    std::string rows;
    for (std::size_t child = 0; child < days.size(); ++child) {
        rows += "C" + std::to_string(child) + ",01/05/2022,S,V2,U4," +
                (days[child] < 9 ? "0" : "") + std::to_string(days[child] + 1) + "/05/2022,E4A\n";
    }
    Returns returns;
    return returns.episodes(2023, rows).figure("days_in_care", "2023-03-31").printed();
}

/// The printed mean of SDQ scores.
std::string printed_score(int children_without, int score) {
    std::string rows = "C0,01/06/2020,S,C2,U4,,\n";
    std::string scores = "C0,01/06/2012," + std::to_string(score) + "\n";
    for (int child = 1; child <= children_without; ++child) {
        const std::string name = "C" + std::to_string(child);
        rows += name + ",01/06/2020,S,C2,U4,,\n";
        scores += name + ",01/06/2012,0\n";
    }
    Returns returns;
    returns.episodes(2023, rows).table(2023, oc2("CHILD,DOB,SDQ_SCORE", scores));
    return returns.figure("sdq_mean", "2023-03-31").printed();
}

} // namespace

TEST_CASE("counts are printed as they are") {
    Returns returns;
    share(returns, 7, 4);
    CHECK(returns.figure("looked_after", "2023-03-31").printed() == "11");
    CHECK(returns.figure("started", "2023-03-31").printed() == "0");
}

TEST_CASE("percentages are printed whole, half up") {
    CHECK(printed_share(1, 2) == "33");
    CHECK(printed_share(2, 1) == "67");
    CHECK(printed_share(1, 7) == "13");   // 12.5
    CHECK(printed_share(23, 17) == "58"); // 57.5
    CHECK(printed_share(1, 0) == "100");
    CHECK(printed_share(0, 1) == "0");
    CHECK(printed_share(200, 1) == "100"); // 99.5
}

TEST_CASE("a percentage that would print as 0 but is not is k") {
    CHECK(printed_share(1, 199) == "1"); // 0.5
    CHECK(printed_share(1, 200) == "k");
    CHECK(printed_share(0, 200) == "0");
}

TEST_CASE("of nobody, a figure is z") {
    CHECK(printed_share(0, 0) == "z");
    CHECK(printed_days({}) == "z");
    Returns returns;
    share(returns, 1, 0);
    CHECK(returns.figure("adopted", "2023-03-31").printed() == "z");
    CHECK(returns.figure("looked_after", "2023-03-31").printed() == "1");
}

TEST_CASE("a rate that would print as 0 but is not is k") {
    Returns returns;
    share(returns, 1, 0);
    returns.population(2023, 20'000);
    CHECK(returns.figure("looked_after_rate", "2023-03-31").printed() == "1"); // 0.5
    CHECK(returns.figure("started_rate", "2023-03-31").printed() == "0");
    Returns thin;
    share(thin, 1, 0);
    thin.population(2023, 20'001);
    CHECK(thin.figure("looked_after_rate", "2023-03-31").printed() == "k");
}

TEST_CASE("means are printed to one decimal, half up") {
    CHECK(printed_days({3, 4}) == "3.5");
    CHECK(printed_days({7}) == "7.0");
    CHECK(printed_days({1, 1, 2}) == "1.3");
    CHECK(printed_days({1, 1, 1, 2}) == "1.3"); // 1.25
    CHECK(printed_days({1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2}) ==
          "1.2"); // 1.15
}

TEST_CASE("a mean that would print as 0.0 but is not is k") {
    CHECK(printed_score(19, 1) == "0.1"); // 0.05
    CHECK(printed_score(20, 1) == "k");
    CHECK(printed_score(3, 0) == "0.0");
}

TEST_CASE("a mean of days that run backwards: a tie goes away from zero") {
    // Matched 1 day before the decision by one of four: -0.25.
    Returns returns;
    std::string rows;
    std::string dates;
    for (const std::string child : {"A", "B", "C", "D"}) {
        rows += child + ",01/05/2022,S,E1,A6,01/12/2022,E12\n";
        dates += child + (child == "A" ? ",02/06/2022" : ",01/06/2022") + ",01/06/2022\n";
    }
    returns.episodes(2023, rows).table(2023, ad1(dates));
    CHECK(returns.tally("days_decision_to_match", "2023-03-31") == mean_of({-1, 0, 0, 0}));
    CHECK(returns.figure("days_decision_to_match", "2023-03-31").printed() == "-0.3");
}

TEST_CASE("undetermined children bound a percentage") {
    // One in foster care, one in a home, one unknown: 1 of 3 to 2 of 3.
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,K2,,\n"
                           "C,01/06/2022,P,C2,T1,,\n");
    const auto figure = returns.figure("in_foster_care", "2023-03-31");
    CHECK(figure.printed() == "50");
    CHECK(figure.bounds() == Bounds({"33", "67"}));
}

TEST_CASE("undetermined children bound a mean score by 0 and 40 each") {
    // A scores 10, B's age is not known: 10 of 2 to 50 of 2.
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n"
                           "B,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, oc2("CHILD,DOB,SDQ_SCORE", "A,01/06/2012,10\nB,,30\n"));
    const auto figure = returns.figure("sdq_mean", "2023-03-31");
    CHECK(figure.printed() == "10.0");
    CHECK(figure.bounds() == Bounds({"5.0", "25.0"}));
}

TEST_CASE("nothing bounds a mean of days") {
    Returns returns;
    returns.episodes(2023, "A,01/05/2022,S,V2,U4,11/05/2022,E4A\n"
                           "B,01/05/2022,P,V2,U4,11/05/2022,E4A\n");
    const auto figure = returns.figure("days_in_care", "2023-03-31");
    CHECK(figure.undetermined() == 1);
    CHECK_FALSE(figure.bounds().has_value());
}

TEST_CASE("without undetermined children there are no bounds") {
    Returns returns;
    CHECK_FALSE(share(returns, 1, 1).figure("in_foster_care", "2023-03-31").bounds().has_value());
}
