#include "indicare/scorecard/assessment.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "known_figures.hpp"

using namespace indicare;
using exact::Interval;
using indicators::Tally;
using scorecard::Assessment;
using scorecard::BenchmarkKind;

namespace {

scorecard::Benchmark benchmark(BenchmarkKind kind, const Interval& value) {
    scorecard::Benchmark made;
    made.kind = kind;
    made.name = kind == BenchmarkKind::england ? "England" : "statistical neighbours (mean)";
    made.year = 2023;
    made.release = 2023;
    made.value = value;
    made.shown = value.lower();
    made.printed = exact::print(value.lower(), exact::places(0));
    return made;
}

/// A figure beside England and the mean of its neighbours, both known exactly, and perhaps the year
/// before.
scorecard::ComparedFigure figure(std::string_view id, const Tally& tally, int england, int mean,
                                 std::optional<Tally> before = {}) {
    scorecard::ComparedFigure made{own(id, tally, 10000), {}, {}, {}, {}, {}};
    made.comparisons = {
        compare(made.own, benchmark(BenchmarkKind::england, Interval::exactly(england))),
        compare(made.own, benchmark(BenchmarkKind::neighbours_mean, Interval::exactly(mean)))};
    if (before)
        made.direction = direction_of(made.own, own(id, *before, 10000, 2022));
    return made;
}

std::string said(const scorecard::ComparedFigure& figure,
                 const scorecard::AssessmentOptions& options = {}) {
    const auto assessed = assess(figure, options);
    return !assessed                                      ? "nothing"
           : assessed->assessment == Assessment::strength ? "strength"
                                                          : "area for development";
}

} // namespace

TEST_CASE("a strength is better than every benchmark by the least gap in children") {
    // Of 200 children, 75% are 150: 10 more than 70%, 5 more than 72.5.
    CHECK(said(figure("long_term_stability", {150, 200, 0}, 70, 72)) == "strength");
    CHECK(said(figure("long_term_stability", {150, 200, 0}, 70, 73)) == "nothing"); // by 4
    CHECK(said(figure("long_term_stability", {150, 200, 0}, 70, 76)) == "nothing");
    CHECK(said(figure("long_term_stability", {150, 200, 0}, 70, 73), {.least_children = 4}) ==
          "strength");
    CHECK(said(figure("long_term_stability", {150, 200, 0}, 70, 76),
               {.against = {BenchmarkKind::england}}) == "strength");
}

TEST_CASE("an area for development is worse than every benchmark by the least gap") {
    CHECK(said(figure("long_term_stability", {130, 200, 0}, 70, 72)) == "area for development");
    CHECK(said(figure("long_term_stability", {130, 200, 0}, 70, 66)) == "nothing");
    CHECK(said(figure("three_or_more_placements", {40, 200, 0}, 10, 12)) ==
          "area for development"); // low is good
    CHECK(said(figure("three_or_more_placements", {10, 200, 0}, 10, 12)) == "strength");
}

TEST_CASE("the direction of travel takes a strength away, and makes an area of half a one") {
    const auto tally = Tally{150, 200, 0};
    CHECK(said(figure("long_term_stability", tally, 70, 70, Tally{160, 200, 0})) == "nothing");
    // Down by 4 children only, or up: a strength still.
    CHECK(said(figure("long_term_stability", tally, 70, 70, Tally{154, 200, 0})) == "strength");
    CHECK(said(figure("long_term_stability", tally, 70, 70, Tally{140, 200, 0})) == "strength");
    CHECK(said(figure("long_term_stability", tally, 78, 70, Tally{160, 200, 0})) ==
          "area for development");
    CHECK(said(figure("long_term_stability", tally, 78, 70, Tally{150, 200, 0})) == "nothing");
    // Worse than all: an area for development though it improves.
    CHECK(said(figure("long_term_stability", tally, 78, 79, Tally{140, 200, 0})) ==
          "area for development");
}

TEST_CASE("only what is certain counts") {
    auto some = figure("long_term_stability", {150, 200, 0}, 70, 70);
    some.comparisons[1] =
        compare(some.own, benchmark(BenchmarkKind::neighbours_mean,
                                    Interval(69, exact::End::closed, 76, exact::End::open)));
    CHECK(said(some) == "nothing");
    CHECK(said(figure("long_term_stability", {150, 180, 20}, 70, 70)) == "nothing"); // 75% to 85%
}

TEST_CASE("a mean is measured in percent of the benchmark") {
    // 16 points to 15: 6.7 percent; to 15.5 it would be 3.2.
    CHECK(said(figure("sdq_mean", {1600, 100, 0}, 15, 15)) == "area for development");
    CHECK(said(figure("sdq_mean", {1550, 100, 0}, 15, 15)) == "nothing");
    CHECK(said(figure("sdq_mean", {1400, 100, 0}, 15, 15)) == "strength");
}

TEST_CASE("counts, rates and what has no benchmark are neither") {
    CHECK(said(figure("looked_after", {620, 0, 0}, 70, 70)) == "nothing");
    CHECK(said(figure("looked_after_rate", {620, 0, 0}, 70, 70)) == "nothing");
    auto alone = figure("long_term_stability", {150, 200, 0}, 70, 70);
    alone.comparisons.clear();
    CHECK(said(alone) == "nothing");
}

TEST_CASE("what is asked for and not there is passed over") {
    auto some = figure("long_term_stability", {150, 200, 0}, 70, 70);
    some.comparisons.pop_back();
    CHECK(said(some) == "strength");
}

// Wilson's limits of 150 of 200 are 68.6 to 80.5 at 95%, 64.5 to 83.1 at 99.8%; Newcombe's of the
// change from 140 of 200 hold 0.
TEST_CASE("reasons in sentences, the widest gap first") {
    scorecard::ComparedScorecard compared{{"831", "E06000015", "Derby", "East Midlands"}, 2023, {}};
    compared.figures = {
        figure("three_or_more_placements", {10, 200, 0}, 10, 12),
        figure("long_term_stability", {150, 200, 0}, 60, 70, Tally{140, 200, 0}),
        figure("adopted", {10, 200, 0}, 15, 15),
    };
    const auto assessed = assess(compared);
    REQUIRE(assessed.size() == 3);
    CHECK(assessed[0].figure == &compared.figures[0]);
    CHECK(assessed[0].children == 10);
    CHECK(assessed[1].children == 10);
    CHECK(assessed[2].assessment == Assessment::area_for_development);
    CHECK(assessed[2].children == 20);
    CHECK(assessed[1].reasons ==
          std::vector<std::string>{
              "Better than England (60%, 2023), by 30 children; far more than chance explains "
              "(99.8%).",
              "Better than statistical neighbours (mean) (70%, 2023), by 10 children; no more than "
              "chance explains (95%).",
              "Improving since 2022; no more than chance explains (95%)."});
}
