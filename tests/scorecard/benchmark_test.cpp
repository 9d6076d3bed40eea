#include "indicare/scorecard/benchmark.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "indicare/scorecard/neighbours.hpp"
#include "known_figures.hpp"

using namespace indicare;
using scorecard::Benchmark;
using scorecard::NeighbourFigure;

namespace {

/// Long-term stability as published: 70%, 74%, suppressed, 60%.
std::vector<NeighbourFigure> neighbours() {
    const auto share = [](const char* numerator, const char* denominator, const char* printed) {
        return published("long_term_stability", numerator, denominator, printed);
    };
    return {{"Aston", share("140", "199", "70")}, // 70.35
            {"Bexford", share("37", "50", "74")}, // 74
            {"Colne", share("c", "11", "c")},
            {"Denham", share("303", "501", "60")}}; // 60.48
}

} // namespace

TEST_CASE("the mean is that of published figures, each once, without the suppressed") {
    const Benchmark mean = scorecard::neighbours_mean(neighbours(), 2021);
    CHECK(mean.shown == exact::ratio(68)); // (70 + 74 + 60) / 3
    CHECK(mean.printed == "68.0");
    CHECK(mean.counted == std::vector<std::string>{"Aston", "Bexford", "Denham"});
    CHECK(mean.without_value == std::vector<std::string>{"Colne"});
    CHECK(mean.edition == 2021);
    // The mean of what they were before rounding is 68.28; the benchmark can be anything between.
    const exact::ratio unrounded =
        (exact::make_ratio(14000, 199) + 74 + exact::make_ratio(30300, 501)) / 3;
    CHECK(mean.value == exact::Interval(68, exact::End::closed, unrounded, exact::End::closed));
}

TEST_CASE("the median is the middle one, or the mean of the middle two") {
    auto some = neighbours();
    CHECK(scorecard::neighbours_median(some, 2021).printed == "70.0");
    some.push_back({"Elmet", published("long_term_stability", "73", "100", "73")});
    CHECK(scorecard::neighbours_median(some, 2021).shown == exact::make_ratio(143, 2));
    CHECK(scorecard::neighbours_median(some, 2021).printed == "71.5");
}

TEST_CASE("pooled, the neighbours are one: larger ones weigh more") {
    const Benchmark pooled = scorecard::neighbours_pooled(neighbours(), 2021);
    CHECK(pooled.numerator == 480); // 140 + 37 + 303
    CHECK(pooled.denominator == 750);
    CHECK(pooled.value == exact::Interval::exactly(64));
    CHECK(pooled.printed == "64.0");
    CHECK(pooled.without_value == std::vector<std::string>{"Colne"});
}

TEST_CASE("means whose sums are not published are not pooled, but have a mean") {
    const std::vector<NeighbourFigure> some = {{"Aston", published("sdq_mean", "", "120", "14.2")},
                                               {"Bexford", published("sdq_mean", "", "80", "15")}};
    CHECK_FALSE(scorecard::neighbours_pooled(some, 2021).value);
    const Benchmark mean = scorecard::neighbours_mean(some, 2021);
    CHECK(mean.printed == "14.6");
    CHECK(text(mean.value) == "[14.55, 14.65]");
}

TEST_CASE("without one published figure there is no benchmark") {
    const std::vector<NeighbourFigure> none = {{"Colne", published("adopted", "c", "11", "c")}};
    for (const Benchmark& benchmark :
         {scorecard::neighbours_mean(none, 2021), scorecard::neighbours_median(none, 2021),
          scorecard::neighbours_pooled(none, 2021)}) {
        CHECK_FALSE(benchmark.value);
        CHECK(benchmark.printed.empty());
        CHECK(benchmark.without_value.size() == 1);
    }
}

TEST_CASE("what rounds to 0 but is not has no number, as in DfE's tool") {
    const std::vector<NeighbourFigure> some = {
        {"Aston", published("convicted", "c", "300", "k")},
        {"Bexford", published("convicted", "9", "300", "3")}};
    const Benchmark mean = scorecard::neighbours_mean(some, 2021);
    CHECK(mean.printed == "3.0");
    CHECK(mean.without_value == std::vector<std::string>{"Aston"});
}

TEST_CASE("the list of neighbours in force in a year") {
    std::vector<scorecard::NeighbourList> lists;
    CHECK(scorecard::list_in_force(lists, 2023) == nullptr);
    lists.emplace_back(2025);
    lists.emplace_back(2021);
    CHECK(scorecard::list_in_force(lists, 2020)->edition() == 2021);
    CHECK(scorecard::list_in_force(lists, 2021)->edition() == 2021);
    CHECK(scorecard::list_in_force(lists, 2024)->edition() == 2021);
    CHECK(scorecard::list_in_force(lists, 2025)->edition() == 2025);
    CHECK(scorecard::list_in_force(lists, 2030)->edition() == 2025);
}

TEST_CASE("an authority has one row of neighbours") {
    scorecard::NeighbourList list(2021);
    CHECK(list.add("831", {"874", "373"}));
    CHECK_FALSE(list.add("831", {"350"}));
    CHECK(list.of("831").size() == 2);
    CHECK(list.of("830").empty());
}
