#include <indicare/exact/rounding.hpp>

#include "exact/generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

using namespace indicare::exact;

namespace {

/// What the rules say, told by the two neighbours of the number and their distances.
ratio rounded_by_definition(const ratio& value, const ratio& unit, Rounding rounding) {
    const ratio multiple = value / unit;
    const integer index = floor_divide(numerator(multiple), denominator(multiple));
    ratio below = ratio(index) * unit;
    if (below == value)
        return value;
    ratio above = below + unit;
    ratio towards_zero = value > 0 ? below : above;
    ratio from_zero = value > 0 ? above : below;
    ratio even = index % 2 == 0 ? below : above;
    const auto nearest_or = [&](const ratio& tie) {
        const ratio down = value - below;
        const ratio up = above - value;
        return down == up ? tie : down < up ? below : above;
    };
    switch (rounding) {
    case Rounding::half_up:
        return nearest_or(from_zero);
    case Rounding::half_even:
        return nearest_or(even);
    case Rounding::half_down:
        return nearest_or(towards_zero);
    case Rounding::truncate:
        return towards_zero;
    case Rounding::up:
        return above;
    case Rounding::down:
        return below;
    }
    throw std::logic_error("no such rule");
}

bool is_half(Rounding rounding) {
    return rounding == Rounding::half_up || rounding == Rounding::half_even ||
           rounding == Rounding::half_down;
}

struct Row {
    std::int64_t halves;
    int half_up, half_even, half_down, truncate, up, down;
};

} // namespace

TEST_CASE("each rule on halves, worked by hand", "[exact][rounding]") {
    const Row row =
        GENERATE(Row{-5, -3, -2, -2, -2, -2, -3}, Row{-3, -2, -2, -1, -1, -1, -2},
                 Row{-2, -1, -1, -1, -1, -1, -1}, Row{-1, -1, 0, 0, 0, 0, -1},
                 Row{0, 0, 0, 0, 0, 0, 0}, Row{1, 1, 0, 0, 0, 1, 0}, Row{2, 1, 1, 1, 1, 1, 1},
                 Row{3, 2, 2, 1, 1, 2, 1}, Row{5, 3, 2, 2, 2, 3, 2});
    CAPTURE(row.halves);
    const auto whole = [&](Rounding rounding) {
        return round(row.halves, 2, places(0), rounding).units;
    };
    CHECK(whole(Rounding::half_up) == row.half_up);
    CHECK(whole(Rounding::half_even) == row.half_even);
    CHECK(whole(Rounding::half_down) == row.half_down);
    CHECK(whole(Rounding::truncate) == row.truncate);
    CHECK(whole(Rounding::up) == row.up);
    CHECK(whole(Rounding::down) == row.down);
}

TEST_CASE("to the nearest 5 or 10", "[exact][rounding]") {
    CHECK(round(31014, 1, nearest(10), Rounding::half_up) == Decimal{31010, 0});
    CHECK(round(31005, 1, nearest(10), Rounding::half_up) == Decimal{31010, 0});
    CHECK(round(31005, 1, nearest(10), Rounding::half_even) == Decimal{31000, 0});
    CHECK(round(-31005, 1, nearest(10), Rounding::half_up) == Decimal{-31010, 0});
    CHECK(round(5, 2, nearest(5), Rounding::half_up) == Decimal{5, 0});
    CHECK(round(5, 2, nearest(5), Rounding::half_even) == Decimal{0, 0});
    CHECK(round(15, 2, nearest(5), Rounding::half_even) == Decimal{10, 0});
    CHECK(round(12, 1, nearest(5), Rounding::half_up) == Decimal{10, 0});
    CHECK(round(13, 1, nearest(5), Rounding::half_up) == Decimal{15, 0});
    CHECK(nearest(1) == places(0));
    CHECK_THROWS_AS(nearest(0), std::domain_error);
    CHECK_THROWS_AS(nearest(-5), std::domain_error);
}

TEST_CASE("the sign may stand in either number, and neither may divide by 0", "[exact][rounding]") {
    CHECK(round(7, -2, places(0), Rounding::half_up) == Decimal{-4, 0});
    CHECK(round(-7, -2, places(0), Rounding::half_up) == Decimal{4, 0});
    CHECK_THROWS_AS(round(1, 0, places(0), Rounding::half_up), std::domain_error);
    CHECK_THROWS_AS(round(integer(1), integer(0), places(0), Rounding::half_up), std::domain_error);
}

TEST_CASE("the extremes of built-in integers are rounded exactly", "[exact][rounding]") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    const auto whole = [](auto above, auto below) {
        return to_text(round(above, below, places(0), Rounding::half_up).units);
    };
    CHECK(whole(least, 1) == "-9223372036854775808");
    CHECK(whole(least, -1) == "9223372036854775808");
    CHECK(whole(least, least) == "1");
    CHECK(whole(most, 2) == "4611686018427387904");
    CHECK(whole(most, least) == "-1");
    CHECK(whole(std::numeric_limits<std::uint64_t>::max(), 1) == "18446744073709551615");
    CHECK(round(most, 3, places(18), Rounding::down) ==
          round(integer(most), 3, places(18), Rounding::down));
    CHECK(to_text(round(1, most, places(20), Rounding::half_up).units) == "11"); // 1.08e-19
    CHECK(to_text(round(most, 1, nearest(10), Rounding::half_up).units) == "9223372036854775810");
}

#ifdef INDICARE_INT128
TEST_CASE("ordinary figures take the fast path, the greatest do not", "[exact][rounding]") {
    const auto units = [](std::int64_t above, std::int64_t below, std::int64_t per,
                          Precision precision) {
        return detail::small_units(above, below, per, precision, Rounding::half_up);
    };
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(units(620, 59'411, 10'000, places(0)) == 104);
    CHECK(units(most, most, 100, places(16)) == 1'000'000'000'000'000'000);
    CHECK(units(1, 3, 1, places(18)) == 333'333'333'333'333'333);
    CHECK_FALSE(units(1, 3, 1, places(19)));
    CHECK_FALSE(units(1, 3, 100, places(17)));
    CHECK_FALSE(units(most, 1, 2, places(0)));
}
#endif

TEST_CASE("rules have names", "[exact][rounding]") {
    CHECK(name(Rounding::half_up) == "half_up");
    CHECK(name(Rounding::half_even) == "half_even");
    CHECK(name(Rounding::half_down) == "half_down");
    CHECK(name(Rounding::truncate) == "truncate");
    CHECK(name(Rounding::up) == "up");
    CHECK(name(Rounding::down) == "down");
    for (const Rounding rounding : test::all_roundings)
        CHECK(rounding_named(name(rounding)) == rounding);
    CHECK_FALSE(rounding_named("nearest"));
    CHECK_FALSE(rounding_named("Half_up"));
    CHECK_FALSE(rounding_named(""));
}

TEST_CASE("the fast path gives the answer of the long one", "[exact][rounding][property]") {
    CHECK(rc::check("fast is big", [] {
        const auto above = *test::any_int64();
        const auto below = *test::nonzero_int64();
        const auto per = *rc::gen::oneOf(rc::gen::element<std::int64_t>(1, 100, 1'000, 10'000),
                                         test::any_int64());
        for (const Precision precision : test::all_precisions) {
            for (const Rounding rounding : test::all_roundings) {
                const integer big = detail::big_units(above, below, per, precision, rounding);
                const auto small = detail::small_units(above, below, per, precision, rounding);
                RC_ASSERT((!small || big == *small)); // in brackets: else both sides are evaluated
                RC_ASSERT(
                    detail::round_per<std::int64_t>(above, below, per, precision, rounding).units ==
                    big);
                RC_ASSERT(
                    detail::round_per<integer>(above, below, per, precision, rounding).units ==
                    big);
            }
        }
    }));
}

TEST_CASE("every rule does what its definition says", "[exact][rounding][property]") {
    CHECK(rc::check("rounding is the rule's choice between the two neighbours", [] {
        const auto value = *test::any_ratio();
        for (const Precision precision : test::all_precisions) {
            for (const Rounding rounding : test::all_roundings) {
                const Decimal figure = round(value, precision, rounding);
                RC_ASSERT(figure.value() ==
                          rounded_by_definition(value, precision.unit(), rounding));
                RC_ASSERT(figure.places == precision.places());
            }
        }
    }));
}

TEST_CASE("rounding keeps the order", "[exact][rounding][property]") {
    CHECK(rc::check("monotone", [] {
        const auto one = *test::any_ratio();
        const auto other = *rc::gen::oneOf(
            test::any_ratio(), rc::gen::map(test::any_ratio(), [one](const ratio& step) {
                return ratio(one + step / 1'000'000'000);
            }));
        const auto precision = *test::any_precision();
        const auto rounding = *test::any_rounding();
        const integer first = round(one, precision, rounding).units;
        const integer second = round(other, precision, rounding).units;
        RC_ASSERT((one <= other ? first <= second : first >= second));
    }));
}

TEST_CASE("the half rules differ on ties alone", "[exact][rounding][property]") {
    CHECK(rc::check("ties", [] {
        const auto precision = *test::any_precision();
        const ratio half_units = ratio(*test::any_int64()) * precision.unit() / 2;
        const auto value = *rc::gen::oneOf(test::any_ratio(), rc::gen::just(half_units));
        const auto figure = [&](Rounding rounding) { return round(value, precision, rounding); };
        const ratio twice = value * 2 / precision.unit();
        const bool tie = denominator(twice) == 1 && numerator(twice) % 2 != 0;
        RC_CLASSIFY(tie);
        RC_ASSERT((figure(Rounding::half_up) == figure(Rounding::half_down)) == !tie);
        const Decimal even = figure(Rounding::half_even);
        RC_ASSERT(even == figure(Rounding::half_up) ||
                  (tie && even == figure(Rounding::half_down)));
        RC_ASSERT(!tie || numerator(even.value() / precision.unit()) % 2 == 0);
    }));
}

TEST_CASE("the rules mirror at zero", "[exact][rounding][property]") {
    CHECK(rc::check("mirror", [] {
        const auto value = *test::any_ratio();
        const auto precision = *test::any_precision();
        const auto rounding = *test::any_rounding();
        const Rounding mirrored = rounding == Rounding::up     ? Rounding::down
                                  : rounding == Rounding::down ? Rounding::up
                                                               : rounding;
        RC_ASSERT(round(-value, precision, rounding).units ==
                  -round(value, precision, mirrored).units);
        const ratio error = abs(round(value, precision, rounding).value() - value);
        RC_ASSERT((is_half(rounding) ? error * 2 <= precision.unit() : error < precision.unit()));
    }));
}
