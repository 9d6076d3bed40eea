#include "known_figures.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace indicare;
using scorecard::Level;

TEST_CASE("what a figure prints, read as published, is an interval that holds its value") {
    int near_zero = 0;
    CHECK(rc::check("printed and read", [&near_zero] {
        const auto& definition = *rc::gen::elementOf(indicators::catalogue);
        const Level level = *rc::gen::element(Level::authority, Level::region, Level::nation);
        const auto whole = *rc::gen::inRange<std::int64_t>(1, 3'000);
        const auto part = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, whole + 1),
                                          rc::gen::inRange<std::int64_t>(0, 3));
        const scorecard::Figure figure(definition, {part, whole, 0, part * part}, whole, level);
        scorecard::PublishedFigure cells;
        cells.indicator = number_of(definition.id);
        const scorecard::PublishedCell cell(figure.printed());
        (definition.unit == indicators::Unit::children ? cells.numerator : cells.figure) = cell;
        near_zero += cell.kind() == scorecard::CellKind::near_zero ? 1 : 0;
        const auto read = known(cells, level);
        RC_ASSERT(read.value.has_value());
        RC_ASSERT(read.value->contains(figure.value().value()));
    }));
    CHECK(near_zero > 0);
}

TEST_CASE("an authority's published counts give its value exactly, whatever was printed") {
    const auto figure = published("long_term_stability", "152", "208", "73");
    CHECK(text(figure.value) == "[950/13, 950/13]"); // 15200/208
    CHECK(figure.is_exact());
    CHECK(figure.printed == "73");
    CHECK(figure.shown == exact::ratio(73));
}

TEST_CASE("rounded counts and the print together leave less open than either") {
    // 20,980 of 29,550 to the nearest 10, printed 71: from 20975/29555 to 20985/29545.
    const auto england = published("long_term_stability", "20980", "29550", "71", Level::nation);
    REQUIRE(england.value);
    CHECK(england.value->lower() == exact::make_ratio(2097500, 29555));
    CHECK(england.value->upper() == exact::make_ratio(2098500, 29545));
    // 30 of 240, printed 12: the counts allow 25/245 to 35/235, 10.2 to 14.9.
    const auto region = published("adopted", "30", "240", "12", Level::region);
    CHECK(text(region.value) == "[11.5, 12.5)");
    // The print alone, where counts are suppressed.
    CHECK(text(published("adopted", "c", "240", "12", Level::region).value) == "[11.5, 12.5)");
}

TEST_CASE("a population is not rounded, the children are") {
    const auto england = published("looked_after_rate", "82170", "11774610", "70", Level::nation);
    CHECK(england.value->lower() == exact::make_ratio(821650000, 11774610));
    CHECK(england.value->upper_end() == exact::End::open);
    CHECK(england.denominator == 11774610);
    CHECK_FALSE(england.numerator);
}

TEST_CASE("rounded counts that contradict the print tell nothing") {
    CHECK(text(published("adopted", "30", "240", "20", Level::region).value) == "nothing");
}

TEST_CASE("a rounded count that nothing is rounded to tells nothing") {
    const auto region = published("looked_after", "1", "", "", Level::region);
    CHECK(text(region.value) == "nothing");
    CHECK_FALSE(region.is_exact());
    CHECK(region.unknown_because == "not enough is published");
    CHECK(region.printed == "1");
    CHECK(text(published("looked_after", "-10", "", "", Level::region).value) == "nothing");
    CHECK(text(published("looked_after", "0", "", "", Level::region).value) == "[0, 5)");
    // The print alone, as where counts are suppressed.
    CHECK(text(published("adopted", "31", "240", "12", Level::region).value) == "[11.5, 12.5)");
    CHECK(text(published("adopted", "", "", "-1", Level::region).value) == "nothing");
}

TEST_CASE("what is not published is printed from what is, where that leaves no doubt") {
    // 2,950 of 30,070: between 9.79 and 9.83.
    const auto england = published("adopted", "2950", "30070", "", Level::nation);
    CHECK(england.printed == "10");
    CHECK(exact::print(england.value->lower(), exact::places(1)) == "9.8");
    CHECK(exact::print(england.value->upper(), exact::places(1)) == "9.8");
    // 40 of 240 is between 14.3 and 19.1.
    CHECK(published("adopted", "40", "240", "", Level::region).printed.empty());
}

TEST_CASE("a symbol has no number, and only that of nearly 0 says something") {
    const auto near_zero = published("convicted", "c", "311", "k");
    CHECK(text(near_zero.value) == "(0, 0.5)");
    CHECK_FALSE(near_zero.shown);
    const auto suppressed = published("convicted", "c", "311", "c");
    CHECK_FALSE(suppressed.value);
    CHECK(suppressed.unknown_because == "suppressed by DfE");
    CHECK(suppressed.printed == "c");
    CHECK_FALSE(published("convicted", "z", "z", "z").value);
}

TEST_CASE("a mean is printed with its decimal") {
    const auto mean = published("sdq_mean", "", "250", "15");
    CHECK(mean.printed == "15.0");
    CHECK(text(mean.value) == "[14.95, 15.05)");
}

TEST_CASE("the squares of a mean are known where it was counted") {
    CHECK(own("sdq_mean", {27, 3, 0, 305}).squares == 305);
    CHECK(own("sdq_mean", {27, 3, 2, 305}).squares == 305); // of the three
    CHECK(own("days_in_care", {27, 3, 2, 305}).squares == 305);
    CHECK_FALSE(own("adopted", {34, 246, 0}).squares);
    CHECK_FALSE(own("looked_after", {620, 0, 0}).squares);
    CHECK_FALSE(own("sdq_mean", {0, 0, 2}).squares);
    CHECK_FALSE(published("sdq_mean", "27", "3", "9").squares);
    const std::size_t number = number_of("sdq_mean");
    const scorecard::Figure figure(indicators::catalogue[number], {27, 3, 0, 305});
    CHECK_FALSE(known(figure.without_squares(), number, 2023).squares);
}

TEST_CASE("undetermined children leave a value open, as far as each can move it") {
    // 8 of 10 and 2 undetermined: 8/12 to 10/12.
    CHECK(text(own("long_term_stability", {8, 10, 2}).value) == "[200/3, 250/3]");
    CHECK(own("long_term_stability", {8, 10, 0}).is_exact());
    // A score is at most 40: 100/12 to 180/12.
    CHECK(text(own("sdq_mean", {100, 10, 2}).value) == "[25/3, 15]");
    // A count, and a rate: only the numerator can grow.
    CHECK(text(own("looked_after", {620, 0, 3}).value) == "[620, 623]");
    CHECK(text(own("looked_after_rate", {620, 0, 10}, 10000).value) == "[620, 630]");
    // Nothing bounds the days that a child adds.
    CHECK_FALSE(own("days_in_care", {1000, 10, 1}).value);
}

TEST_CASE("a figure that cannot be had says why") {
    const std::size_t number = number_of("adopted");
    const auto absent = known(
        scorecard::Figure::unavailable(indicators::catalogue[number], "no table"), number, 2023);
    CHECK_FALSE(absent.value);
    CHECK(absent.unknown_because == "no table");
    CHECK(own("adopted", {0, 0, 0}).unknown_because == "there is nobody to count among");
}
