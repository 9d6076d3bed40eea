#include "indicare/scorecard/comparison.hpp"

#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "known_figures.hpp"

using namespace indicare;
using exact::End;
using exact::Interval;
using indicators::Polarity;
using scorecard::Answer;
using scorecard::answer_of;
using scorecard::CaveatKind;
using scorecard::Level;

namespace {

Answer answer(int own, const Interval& other, Polarity polarity) {
    return answer_of(Interval::exactly(own), other, polarity);
}

scorecard::Benchmark england(const scorecard::KnownFigure& figure) {
    return benchmark_of_place(scorecard::BenchmarkKind::england, "England", figure);
}

std::string distance_to(std::int64_t numerator, std::int64_t denominator, const Interval& other) {
    const auto found = distance(own("adopted", {numerator, denominator, 0}), other);
    if (!found)
        return "none";
    return std::to_string(found->least) + " to " + std::to_string(found->most) +
           (found->more ? " more" : " fewer");
}

bool has(const std::vector<scorecard::Caveat>& caveats, CaveatKind kind) {
    return std::any_of(caveats.begin(), caveats.end(),
                       [kind](const auto& caveat) { return caveat.kind == kind; });
}

} // namespace

TEST_CASE("better and worse follow the polarity; without one a value is higher or lower") {
    const Interval seventy = Interval::exactly(70);
    CHECK(answer(71, seventy, Polarity::high) == Answer::better);
    CHECK(answer(69, seventy, Polarity::high) == Answer::worse);
    CHECK(answer(71, seventy, Polarity::low) == Answer::worse);
    CHECK(answer(69, seventy, Polarity::low) == Answer::better);
    CHECK(answer(71, seventy, Polarity::none) == Answer::higher);
    CHECK(answer(69, seventy, Polarity::none) == Answer::lower);
    CHECK(answer(70, seventy, Polarity::high) == Answer::same);
}

TEST_CASE("an answer holds for the whole of what a rounded benchmark can be, or is none") {
    const Interval rounded(70, End::closed, 71, End::open);
    CHECK(answer(72, rounded, Polarity::high) == Answer::better);
    CHECK(answer(71, rounded, Polarity::high) == Answer::better); // it is below 71
    CHECK(answer(70, rounded, Polarity::high) == Answer::cannot_be_told);
    CHECK(answer(69, rounded, Polarity::high) == Answer::worse);
    const Interval above_70(70, End::open, 71, End::closed);
    CHECK(answer(70, above_70, Polarity::high) == Answer::worse);
    CHECK(answer(71, above_70, Polarity::high) == Answer::cannot_be_told);
    CHECK(answer_of(rounded, rounded, Polarity::high) == Answer::cannot_be_told);
    CHECK(answer_of({}, rounded, Polarity::high) == Answer::cannot_be_told);
    CHECK(answer_of(rounded, {}, Polarity::high) == Answer::cannot_be_told);
}

TEST_CASE("turned round, an answer turns round") {
    CHECK(rc::check("higher and lower", [](std::int8_t a, std::uint8_t width, std::int8_t b) {
        const Interval left(a, End::closed, a + width, End::open);
        const Interval right = Interval::exactly(b);
        const Answer one = answer_of(left, right, Polarity::none);
        const Answer other = answer_of(right, left, Polarity::none);
        RC_ASSERT((one == Answer::higher) == (other == Answer::lower));
        RC_ASSERT((one == Answer::cannot_be_told) == (other == Answer::cannot_be_told));
    }));
}

TEST_CASE("the distance is the fewest whole children that reach the benchmark") {
    // 61% of 254 is 154.94: 155 children reach it, one more than 154.
    CHECK(distance_to(154, 254, Interval::exactly(61)) == "1 to 1 more");
    // 71% of 254 is 180.34.
    CHECK(distance_to(154, 254, Interval::exactly(71)) == "27 to 27 more");
    // 50% of 254 is 127 exactly, from either side.
    CHECK(distance_to(100, 254, Interval::exactly(50)) == "27 to 27 more");
    CHECK(distance_to(154, 254, Interval::exactly(50)) == "27 to 27 fewer");
    // 10% of 254 is 25.4: 25 children are within it.
    CHECK(distance_to(30, 254, Interval::exactly(10)) == "5 to 5 fewer");
    CHECK(distance_to(127, 254, Interval::exactly(50)) == "0 to 0 fewer");
}

TEST_CASE("of a rounded benchmark the distance is a range, and its open end is never reached") {
    // Of 200: 70.5% is 141, 69.5% is 139.
    const Interval rounded(exact::make_ratio(139, 2), End::closed, exact::make_ratio(141, 2),
                           End::open);
    CHECK(distance_to(130, 200, rounded) == "9 to 11 more");
    CHECK(distance_to(150, 200, rounded) == "10 to 11 fewer"); // 140 or 139: it is below 70.5
    CHECK(distance_to(140, 200, rounded) == "none");           // it cannot be told
    // Open below: above 0, so that one child at least is asked for.
    CHECK(distance_to(0, 200, Interval(0, End::open, 1, End::open)) == "1 to 2 more");
}

TEST_CASE("a rate's children are those of its population; a mean and a count have no distance") {
    const auto rate = own("looked_after_rate", {620, 0, 0}, 59411);
    // 70 per 10,000 of 59,411 are 415.877.
    const auto found = distance(rate, Interval::exactly(70));
    REQUIRE(found);
    CHECK(found->least == 205);
    CHECK_FALSE(distance(own("sdq_mean", {154, 10, 0}), Interval::exactly(14)));
    CHECK_FALSE(distance(own("looked_after", {620, 0, 0}), Interval::exactly(600)));
    CHECK_FALSE(distance(own("adopted", {37, 229, 1}), Interval::exactly(50)));
    CHECK_FALSE(distance(published("adopted", "c", "229", "2"), Interval::exactly(50)));
}

TEST_CASE("reaching the distance reaches the benchmark, and one child fewer does not") {
    CHECK(rc::check(
        "one child fewer", [](std::uint16_t counted, std::uint16_t others, std::uint8_t percent) {
            const std::int64_t whole = counted + others + 1;
            const Interval other = Interval::exactly(exact::ratio(percent % 101));
            const auto figure = own("adopted", {counted, whole, 0});
            const auto found = distance(figure, other);
            RC_ASSERT(found.has_value());
            const auto value = [&](std::int64_t children) {
                return exact::make_ratio(exact::integer(children) * 100, whole);
            };
            const std::int64_t sign = found->more ? 1 : -1;
            const exact::ratio reached = value(counted + sign * found->least);
            RC_ASSERT((found->more ? reached >= other.lower() : reached <= other.lower()));
            if (found->least > 0) {
                const exact::ratio before = value(counted + sign * (found->least - 1));
                RC_ASSERT((found->more ? before < other.lower() : before > other.lower()));
            }
        }));
}

TEST_CASE("figures that print alike are said to, beside the answer") {
    const auto region = published("adopted", "1200", "7500", "16", Level::region); // 16.0
    const auto comparison = compare(own("adopted", {38, 235, 0}, {}, 2022), england(region));
    CHECK(comparison.prints_alike); // 16.17
    CHECK(comparison.answer == Answer::better);
    CHECK_FALSE(compare(own("adopted", {34, 246, 0}, {}, 2022), england(region)).prints_alike);
}

TEST_CASE("a comparison says what a reader must know") {
    const auto nation = published("adopted", "2950", "30070", "10", Level::nation);
    SECTION("years differ, or do not") {
        CHECK(has(compare(own("adopted", {37, 229, 0}), england(nation)).caveats,
                  CaveatKind::years_differ));
        CHECK_FALSE(has(compare(own("adopted", {37, 229, 0}, {}, 2022), england(nation)).caveats,
                        CaveatKind::years_differ));
    }
    SECTION("undetermined children") {
        CHECK(has(compare(own("adopted", {37, 229, 2}), england(nation)).caveats,
                  CaveatKind::undetermined_children));
        CHECK_FALSE(has(compare(own("adopted", {37, 229, 0}), england(nation)).caveats,
                        CaveatKind::undetermined_children));
    }
    SECTION("small numbers") {
        CHECK(has(compare(own("adopted", {9, 229, 0}), england(nation)).caveats,
                  CaveatKind::small_numbers));
        CHECK_FALSE(has(compare(own("adopted", {10, 229, 0}), england(nation)).caveats,
                        CaveatKind::small_numbers));
    }
    SECTION("populations of other releases") {
        auto rate = published("looked_after_rate", "620", "59376", "104");
        const auto other = published("looked_after_rate", "82170", "11774610", "70", Level::nation);
        CHECK_FALSE(
            has(compare(rate, england(other)).caveats, CaveatKind::population_vintage_differs));
        rate.release = 2025;
        CHECK(has(compare(rate, england(other)).caveats, CaveatKind::population_vintage_differs));
    }
    SECTION("neighbours without a value") {
        const std::vector<scorecard::NeighbourFigure> some = {
            {"Aston", published("adopted", "10", "100", "10")},
            {"Bexford", published("adopted", "c", "100", "c")}};
        const auto comparison = compare(own("adopted", {37, 229, 0}), neighbours_mean(some, 2021));
        REQUIRE(has(comparison.caveats, CaveatKind::neighbours_without_value));
        CHECK_FALSE(has(
            compare(own("adopted", {37, 229, 0}), neighbours_mean(std::span(some).first(1), 2021))
                .caveats,
            CaveatKind::neighbours_without_value));
    }
}

TEST_CASE("why nothing can be told") {
    const auto nation = published("adopted", "2950", "30070", "10", Level::nation);
    const auto suppressed = published("adopted", "c", "229", "c");
    CHECK(compare(suppressed, england(nation)).untold_because == "own figure: suppressed by DfE");
    CHECK(compare(own("adopted", {37, 229, 0}), england(suppressed)).untold_because ==
          "England: not published, or suppressed");
    // 98 of 1,000 are within 9.79 and 9.83 percent.
    CHECK(compare(own("adopted", {981, 10000, 0}), england(nation)).untold_because ==
          "both lie within what rounding hides");
    CHECK(compare(own("adopted", {37, 229, 0}), england(nation)).untold_because.empty());
}

TEST_CASE("direction of travel, exactly and as printed") {
    const auto before = own("long_term_stability", {152, 208, 0}, {}, 2022); // 73.08
    const auto now = own("long_term_stability", {154, 210, 0});              // 73.33
    const auto direction = direction_of(now, before);
    CHECK(direction.answer == Answer::better);
    CHECK(direction.as_printed == Answer::same);
    CHECK(direction.caveats.empty());
    CHECK(direction_of(before, now).answer == Answer::worse);
    const auto long_ago = own("long_term_stability", {100, 208, 0}, {}, 2020);
    CHECK(has(direction_of(now, long_ago).caveats, CaveatKind::not_consecutive));
    const auto looked_after =
        direction_of(own("looked_after", {620, 0, 0}), own("looked_after", {627, 0, 0}, {}, 2022));
    CHECK(looked_after.answer == Answer::lower);
}

TEST_CASE("what changed between two years of a benchmark") {
    scorecard::Benchmark before;
    before.year = 2024;
    before.release = 2024;
    before.edition = 2021;
    scorecard::Benchmark after = before;
    after.year = 2025;
    CHECK(changes_between(before, after, indicators::Unit::per_10000).empty());
    after.release = 2025;
    after.edition = 2025;
    const auto rate = changes_between(before, after, indicators::Unit::per_10000);
    CHECK(has(rate, CaveatKind::neighbours_changed));
    CHECK(has(rate, CaveatKind::population_vintage_differs));
    CHECK(changes_between(before, after, indicators::Unit::percent).size() == 1);
}
