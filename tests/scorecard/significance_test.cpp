#include "indicare/scorecard/significance.hpp"

#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "indicare/exact/printing.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "indicare/scorecard/change_limits.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "known_figures.hpp"

using namespace indicare;
using exact::End;
using exact::Interval;
using exact::ratio;
using indicators::Tally;
using scorecard::KnownFigure;
using scorecard::Significance;

namespace {

Significance than(const KnownFigure& figure, const Interval& benchmark) {
    return significance_of(figure, benchmark).significance;
}

Significance than(const KnownFigure& figure, int benchmark) {
    return than(figure, Interval::exactly(benchmark));
}

/// What is printed as a whole number.
Interval printed_as(int number) {
    return {number - ratio(1, 2), End::closed, number + ratio(1, 2), End::open};
}

std::string limits_text(const KnownFigure& figure) {
    const auto found = limits_of(figure);
    return found.limits ? print(found.limits->lower) + " to " + print(found.limits->upper)
                        : found.none_because;
}

/// Three children with the scores 3, 10 and 14.
const Tally three_scores{27, 3, 0, 305};

} // namespace

// 157 of 254 is 61.8%. Wilson at 95%, z = 1.95996: 55.7 to 67.6; at 99.8%, z = 3.09023: 52.1
// to 70.6.
TEST_CASE("a share is worse where its limits do not hold the benchmark, much so at 99.8%") {
    const KnownFigure figure = own("long_term_stability", {157, 254, 0});
    CHECK(than(figure, 67) == Significance::similar);
    CHECK(than(figure, 68) == Significance::worse);
    CHECK(than(figure, 70) == Significance::worse);
    CHECK(than(figure, 71) == Significance::much_worse);
    CHECK(than(figure, 56) == Significance::similar);
    CHECK(than(figure, 55) == Significance::better);
    CHECK(than(figure, 52) == Significance::much_better);
}

TEST_CASE("of an indicator of which neither is good a figure is higher or lower") {
    const KnownFigure figure = own("special_guardianship", {157, 254, 0});
    CHECK(than(figure, 68) == Significance::lower);
    CHECK(than(figure, 71) == Significance::much_lower);
    CHECK(than(figure, 55) == Significance::higher);
    CHECK(than(figure, 52) == Significance::much_higher);
    CHECK(than(own("convicted", {157, 254, 0}), 55) == Significance::worse); // low is good
}

// 620 children, exact Poisson at 95%: 572.15 to 670.78, which is 96.3 to 112.9 of 59,411.
TEST_CASE("a rate is tested by the exact Poisson tails") {
    const KnownFigure figure = own("looked_after_rate", {620, 0, 0}, 59411);
    CHECK(than(figure, 97) == Significance::similar);
    CHECK(than(figure, 112) == Significance::similar);
    CHECK(than(figure, 96) == Significance::higher);
    CHECK(than(figure, 113) == Significance::lower);
    CHECK(than(figure, 71) == Significance::much_higher);
}

// The mean is 9, the variance (305 - 3 81) / 2 = 31, its error sqrt(31 / 3) = 3.2146; t of two
// degrees is 4.3027 at 95%: 9 -+ 13.831.
TEST_CASE("a mean is tested by Student's t, where its spread is known") {
    const KnownFigure figure = own("sdq_mean", three_scores);
    CHECK(limits_text(figure) == "-4.8 to 22.8");
    CHECK(than(figure, 22) == Significance::similar);
    CHECK(than(figure, 23) == Significance::better); // low is good

    const auto published_mean = published("sdq_mean", "900", "60", "15.0");
    CHECK(significance_of(published_mean, Interval::exactly(14)).untold_because ==
          "how far the children's values spread is not known");
    CHECK(significance_of(own("sdq_mean", {10, 1, 0, 100}), Interval::exactly(14)).untold_because ==
          "there are fewer than two children");
    CHECK(significance_of(own("sdq_mean", {27, 3, 2, 305}), Interval::exactly(14)).untold_because ==
          "the values of 2 children are not known");
}

TEST_CASE("a word is said only where it holds for all that a printed benchmark can be") {
    // 67.568 is the upper limit: 68 can be anything from 67.5, 69 not.
    const KnownFigure figure = own("long_term_stability", {157, 254, 0});
    const auto tested = significance_of(figure, printed_as(68));
    CHECK(tested.significance == Significance::cannot_be_told);
    CHECK(tested.untold_because == "it depends on what rounding hides");
    CHECK(than(figure, printed_as(69)) == Significance::worse);
    // 70.641 is the upper limit at 99.8%: what is certain at 95% is said.
    CHECK(than(figure, printed_as(71)) == Significance::worse);
    CHECK(than(figure, printed_as(72)) == Significance::much_worse);
}

TEST_CASE("a printed 0% or 100% reaches beyond what a share can be, and is tested within") {
    const KnownFigure none = own("adopted", {0, 50, 0});
    CHECK(than(none, printed_as(0)) == Significance::similar);
    CHECK(than(none, printed_as(100)) == Significance::much_worse);
    const KnownFigure all = own("adopted", {50, 50, 0});
    CHECK(than(all, printed_as(100)) == Significance::similar);
    CHECK(than(all, printed_as(0)) == Significance::much_better);
}

TEST_CASE("undetermined children are decided either way") {
    // Of 254 and 10 more: 157 of 264 (59.5%: 53.5 to 65.2) to 167 of 264 (63.3%: 57.3 to 68.8).
    const KnownFigure figure = own("long_term_stability", {157, 254, 10});
    CHECK(limits_text(figure) == "53.5 to 68.8");
    CHECK(than(figure, 67) == Significance::cannot_be_told);
    CHECK(than(figure, 69) == Significance::worse);
    CHECK(than(figure, 60) == Significance::similar);
}

TEST_CASE("where there are no limits it is said why") {
    CHECK(limits_text(own("looked_after", {620, 0, 0})) == "a number of children is of no whole");
    CHECK(limits_text(own("adopted", {0, 0, 0})) == "there is nobody to count among");
    CHECK(limits_text(published("adopted", "c", "c", "16")) ==
          "the numbers behind it are not published");
    CHECK(significance_of(own("adopted", {5, 20, 0}), {}).untold_because ==
          "there is no benchmark");
}

TEST_CASE("limits go with the words, whatever the numbers") {
    CHECK(rc::check("a share beside a benchmark", [] {
        const auto whole = *rc::gen::inRange<std::int64_t>(1, 2000);
        const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
        const auto thousandths = *rc::gen::inRange<std::int64_t>(0, 100001);
        const KnownFigure figure = own("long_term_stability", {part, whole, 0});
        const ratio benchmark(thousandths, 1000);
        const auto word = than(figure, Interval::exactly(benchmark));
        const auto limits = exact::wilson(part, whole, 100, exact::Confidence::percent_95(),
                                          {exact::places(12), exact::Rounding::down});
        const ratio unit = limits.lower.value() == 0 ? ratio(0) : ratio(1, exact::power_of_ten(12));
        if (benchmark > limits.upper.value() + unit)
            RC_ASSERT(word == Significance::worse || word == Significance::much_worse);
        else if (benchmark < limits.lower.value())
            RC_ASSERT(word == Significance::better || word == Significance::much_better);
        else if (benchmark > limits.lower.value() + unit && benchmark < limits.upper.value())
            RC_ASSERT(word == Significance::similar);
    }));
}

// 56 of 70 less 48 of 80: 0.0524 to 0.3339 (Newcombe 1998, table II, example a, method 10).
TEST_CASE("the change of a share has Newcombe's limits, in points") {
    const auto change =
        change_of(own("adopted", {56, 70, 0}), own("adopted", {48, 80, 0}, {}, 2022));
    REQUIRE(change.limits);
    CHECK(print(change.limits->lower) == "5.2");
    CHECK(print(change.limits->upper) == "33.4");
    CHECK(change.tested.significance == Significance::better);
    const auto back = change_of(own("adopted", {48, 80, 0}), own("adopted", {56, 70, 0}, {}, 2022));
    CHECK(print(back.limits->lower) == "-33.4");
    CHECK(back.tested.significance == Significance::worse);
}

// No events of 5 against 5 of 5 in equal populations: the share of the first lies below 1 -
// 0.025^(1/5) = 0.5218, which is odds of 1.0912.
TEST_CASE("the change of a rate has exact limits, in percent of the rate before") {
    const auto change = change_of(own("started_rate", {0, 0, 0}, 10000),
                                  own("started_rate", {5, 0, 0}, 10000, 2022));
    REQUIRE(change.limits);
    CHECK(print(change.limits->lower) == "-100.0");
    CHECK(print(change.limits->upper) == "9.1");
    CHECK(change.tested.significance == Significance::similar);
    // Of 6 the share lies below 1 - 0.025^(1/6) = 0.4593: less than a half.
    CHECK(change_of(own("started_rate", {0, 0, 0}, 10000),
                    own("started_rate", {6, 0, 0}, 10000, 2022))
              .tested.significance == Significance::lower);
}

TEST_CASE("a rate that was 0 has no limits of its change, but can be tested") {
    const auto change = change_of(own("started_rate", {6, 0, 0}, 10000),
                                  own("started_rate", {0, 0, 0}, 10000, 2022));
    CHECK_FALSE(change.limits);
    CHECK(change.tested.significance == Significance::higher);
}

TEST_CASE("a change is not tested of averages, and where children are undetermined") {
    const auto mean = change_of(own("sdq_mean", three_scores), own("sdq_mean", three_scores));
    CHECK(mean.tested.untold_because == "the change of an average is not tested");
    const auto share = change_of(own("adopted", {56, 70, 1}), own("adopted", {48, 80, 0}));
    CHECK(share.tested.significance == Significance::cannot_be_told);
    CHECK(share.tested.untold_because == "children are undetermined");
}

TEST_CASE("of so many comparisons one in twenty differs by chance") {
    const auto many = scorecard::cautions_of_comparisons(250).back();
    CHECK(many.kind == scorecard::CautionKind::many);
    CHECK(many.text.find("250 comparisons are tested here.") == 0);
    CHECK(many.text.find("some 13.") != std::string::npos);
    CHECK(scorecard::cautions_of_comparisons(0).back().kind != scorecard::CautionKind::many);
    const auto of_share = scorecard::cautions_of_limits(indicators::Unit::percent);
    CHECK(std::none_of(of_share.begin(), of_share.end(), [](const auto& caution) {
        return caution.kind == scorecard::CautionKind::population;
    }));
}
