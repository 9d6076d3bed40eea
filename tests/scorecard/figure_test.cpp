#include <catch2/catch.hpp>

#include "indicare/scorecard/figure.hpp"
#include "indicare/scorecard/sum_of_squares.hpp"

using namespace indicare;
using indicators::Tally;
using scorecard::Figure;
using scorecard::Level;

namespace {

const indicators::Definition& definition(std::string_view id) {
    return indicators::catalogue[indicators::indicator_named(id).value()];
}

Figure figure(std::string_view id, Tally tally, std::optional<std::int64_t> population = {}) {
    return {definition(id), tally, population};
}

} // namespace

TEST_CASE("a percentage is printed whole, half up, from the exact ratio") {
    CHECK(figure("long_term_stability", {152, 208, 0}).printed() == "73");
    CHECK(figure("adopted", {37, 229, 0}).printed() == "16");
    CHECK(figure("health_assessment", {23, 40, 0}).printed() == "58"); // 57.5
    CHECK(exact::to_text(*figure("health_assessment", {23, 40, 0}).value()) == "115/2");
}

TEST_CASE("a rate divides by the population and has no denominator without it") {
    const Figure rate = figure("looked_after_rate", {620, 0, 0}, 59411);
    CHECK(rate.printed() == "104");
    CHECK(rate.denominator() == 59411);
    CHECK(std::holds_alternative<exact::Rate<10000>>(*rate.quantity()));
}

TEST_CASE("a mean is printed to one decimal") {
    CHECK(figure("missing_incidents", {755, 100, 0}).printed() == "7.6"); // 7.55
    CHECK(figure("sdq_mean", {0, 3, 0}).printed() == "0.0");
    CHECK(figure("days_match_to_placement", {-15, 2, 0}).printed() == "-7.5");
}

TEST_CASE("a count has no denominator, and is rounded to 10 for regions and the nation alone") {
    const Figure count = figure("looked_after", {625, 0, 0});
    CHECK(count.printed() == "625");
    CHECK_FALSE(count.denominator().has_value());
    CHECK(Figure(definition("looked_after"), {625, 0, 0}, {}, Level::region).printed() == "630");
    CHECK(Figure(definition("looked_after"), {31014, 0, 0}, {}, Level::nation).printed() ==
          "31010");
}

TEST_CASE("symbols stand for nobody to count among, and for what only rounds to zero") {
    CHECK(figure("adopted", {0, 0, 0}).printed() == "z");
    CHECK_FALSE(figure("adopted", {0, 0, 0}).value().has_value());
    CHECK(figure("adopted", {0, 229, 0}).printed() == "0");
    CHECK(figure("adopted", {1, 201, 0}).printed() == "k"); // 0.497...
    CHECK(figure("adopted", {1, 200, 0}).printed() == "1"); // 0.5
    CHECK(figure("sdq_mean", {1, 21, 0}).printed() == "k"); // 0.047...
    CHECK(figure("days_match_to_placement", {-1, 21, 0}).printed() == "k");
    const Figure missing = Figure::unavailable(definition("adopted"), "no Episodes table");
    CHECK(missing.printed() == "x");
    CHECK(missing.unavailable_because() == "no Episodes table");
    CHECK_FALSE(missing.value().has_value());
    CHECK_FALSE(missing.bounds().has_value());
}

TEST_CASE("undetermined children bound a share: none of them counted, or all") {
    // 117 of 130 with 206 undetermined: from 117/336 = 34.8% to 323/336 = 96.1%.
    const Figure share = figure("long_term_stability", {117, 130, 206});
    CHECK(share.printed() == "90");
    CHECK(share.bounds() == std::pair<std::string, std::string>("35", "96"));
    CHECK_FALSE(figure("long_term_stability", {117, 130, 0}).bounds().has_value());
    // Nobody known: anything from nobody to all.
    CHECK(figure("adopted", {0, 0, 3}).bounds() == std::pair<std::string, std::string>("0", "100"));
}

TEST_CASE("a mean is bounded where the most that a child can add is known") {
    // (30 + 0) / 4 = 7.5 and (30 + 2 * 40) / 4 = 27.5.
    CHECK(figure("sdq_mean", {30, 2, 2}).bounds() ==
          std::pair<std::string, std::string>("7.5", "27.5"));
    CHECK_FALSE(figure("days_in_care", {300, 2, 2}).bounds().has_value());
}

TEST_CASE("a mean alone has squares, and only where they are known") {
    const Figure mean = figure("sdq_mean", {27, 3, 0, 305}); // 3, 10 and 14
    CHECK(mean.squares() == 305);
    CHECK(figure("sdq_mean", {0, 0, 0}).squares() == 0);
    CHECK_FALSE(mean.without_squares().squares());
    CHECK(mean.without_squares().printed() == "9.0");
    for (const auto* id : {"looked_after", "looked_after_rate", "adopted"})
        CHECK_FALSE(figure(id, {2, 5, 0}, 10'000).squares());
    CHECK_FALSE(Figure::unavailable(definition("sdq_mean"), "no OC2 table").squares());
}

TEST_CASE("a sum of squares is as large as equal amounts would have it, or larger") {
    using scorecard::can_be_sum_of_squares;
    CHECK(can_be_sum_of_squares(305, {27, 3, 0}));
    CHECK(can_be_sum_of_squares(243, {27, 3, 0})); // 9, 9 and 9
    CHECK_FALSE(can_be_sum_of_squares(242, {27, 3, 0}));
    CHECK(can_be_sum_of_squares(100, {-10, 1, 0}));
    CHECK_FALSE(can_be_sum_of_squares(-1, {0, 1, 0}));
    CHECK(can_be_sum_of_squares(0, {0, 0, 2}));
    CHECK_FALSE(can_be_sum_of_squares(1, {0, 0, 2}));
    CHECK_FALSE(can_be_sum_of_squares(0, {1, 0, 0}));
    CHECK(can_be_sum_of_squares(scorecard::most_squares, {0, 2, 0}));
    CHECK_FALSE(can_be_sum_of_squares(scorecard::most_squares + 1, {0, 2, 0}));
    CHECK_FALSE(can_be_sum_of_squares(1, {1'000'000'000'000, 1'000'000'000'000, 0}));
}

TEST_CASE("tallies add up and can be taken out again") {
    const Tally a{3, 5, 1, 9};
    const Tally b{2, 7, 0, 4};
    CHECK(a + b == Tally{5, 12, 1, 13});
    CHECK(a + b - b == a);
}
