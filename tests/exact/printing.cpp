#include <indicare/exact/printing.hpp>

#include "exact/generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

using namespace indicare::exact;

namespace {

bool is_negative_zero(const std::string& text) {
    return text.starts_with('-') && text.find_first_of("123456789") == std::string::npos;
}

rc::Gen<Decimal> any_decimal() {
    return rc::gen::apply(
        [](std::int64_t units, std::int64_t factor, unsigned places) {
            return Decimal{integer(units) * factor, places};
        },
        test::any_int64(), rc::gen::oneOf(rc::gen::just<std::int64_t>(1), test::any_int64()),
        rc::gen::inRange(0U, 30U));
}

} // namespace

TEST_CASE("figures print with all of their places", "[exact][printing]") {
    CHECK(print(Decimal{731, 1}) == "73.1");
    CHECK(print(Decimal{7310, 2}) == "73.10");
    CHECK(print(Decimal{73, 0}) == "73");
    CHECK(print(Decimal{5, 1}) == "0.5");
    CHECK(print(Decimal{-5, 1}) == "-0.5");
    CHECK(print(Decimal{5, 3}) == "0.005");
    CHECK(print(Decimal{-7, 0}) == "-7");
    CHECK(print(Decimal{0, 0}) == "0");
    CHECK(print(Decimal{0, 2}) == "0.00");
    CHECK(print(Decimal{std::numeric_limits<std::int64_t>::min(), 1}) == "-922337203685477580.8");
    CHECK(print(Decimal{power_of_ten(25), 3}) == "10000000000000000000000.000");
    CHECK(print(Decimal{-power_of_ten(25), 30}) == "-0.000010000000000000000000000000");
}

TEST_CASE("thousands may be set apart by commas", "[exact][printing]") {
    const auto commas = [](const Decimal& figure) { return print(figure, Thousands::commas); };
    CHECK(commas({31010, 0}) == "31,010");
    CHECK(commas({-31010, 0}) == "-31,010");
    CHECK(commas({101000, 0}) == "101,000");
    CHECK(commas({1234567, 0}) == "1,234,567");
    CHECK(commas({12345678, 4}) == "1,234.5678");
    CHECK(commas({999, 0}) == "999");
    CHECK(commas({5, 4}) == "0.0005");
    CHECK(commas({power_of_ten(21), 0}) == "1,000,000,000,000,000,000,000");
}

TEST_CASE("what rounds to zero has no sign", "[exact][printing]") {
    CHECK(print(make_ratio(-1, 3), places(0)) == "0");
    CHECK(print(make_ratio(-1, 3), places(0), Rounding::up) == "0");
    CHECK(print(make_ratio(-1, 300), places(1), Rounding::truncate) == "0.0");
    CHECK(print(make_ratio(-4, 1), nearest(10)) == "0");
    CHECK(print_quotient(-1, 1000, 100, places(0)) == "0");
    CHECK(print_quotient(1, -1000, 100, places(0)) == "0");
}

TEST_CASE("quotients are rounded once", "[exact][printing]") {
    CHECK(print_quotient(620, 59'411, 10'000, places(0)) == "104");
    CHECK(print_quotient(integer(620), 59'411, 10'000, places(0)) == "104");
    // 100 * 89/845 = 10.532...
    CHECK(print_quotient(89, 845, 100, places(1)) == "10.5");
    // 100 * 9/200 = 4.5, and 449/10,000 = 4.49 %, which is not 4.5 first and then 5.
    CHECK(print_quotient(9, 200, 100, places(0)) == "5");
    CHECK(print_quotient(449, 10'000, 100, places(0)) == "4");
    CHECK(print_quotient(23, 40, 100, places(0), Rounding::half_down) == "57");
    CHECK(print_quotient(std::uint64_t{18446744073709551615U}, 1, 1, places(0)) ==
          "18446744073709551615");
    CHECK_THROWS_AS(print_quotient(1, 0, 100, places(0)), std::domain_error);
    CHECK_THROWS_AS(print_quotient(integer(1), 0, 100, places(0)), std::domain_error);
}

TEST_CASE("a printed figure is read back as it was", "[exact][printing][property]") {
    CHECK(rc::check("there and back", [] {
        const auto figure = *any_decimal();
        RC_ASSERT(parse_decimal(print(figure)) == figure);
        RC_ASSERT(parse_decimal(print(figure, Thousands::commas), Thousands::commas) == figure);
    }));
    CHECK(rc::check("commas change nothing else", [] {
        const auto figure = *any_decimal();
        std::string text = print(figure, Thousands::commas);
        text.erase(std::remove(text.begin(), text.end(), ','), text.end());
        RC_ASSERT(text == print(figure));
    }));
}

TEST_CASE("no print is a negative zero", "[exact][printing][property]") {
    CHECK(is_negative_zero("-0.0"));
    CHECK_FALSE(is_negative_zero("-0.01"));
    CHECK(rc::check("no -0", [] {
        const auto value = *rc::gen::oneOf(test::any_ratio(),
                                           rc::gen::map(test::any_ratio(), [](const ratio& wide) {
                                               return ratio(wide / (abs(wide) * 7 + 1));
                                           }));
        for (const Precision precision : test::all_precisions) {
            for (const Rounding rounding : test::all_roundings) {
                const std::string text = print(value, precision, rounding);
                RC_ASSERT_FALSE(is_negative_zero(text));
            }
        }
    }));
}

TEST_CASE("all ways to print a quotient agree", "[exact][printing][property]") {
    CHECK(rc::check("one print", [] {
        const auto above = *test::any_int64();
        const auto below = *test::nonzero_int64();
        const auto precision = *test::any_precision();
        const auto rounding = *test::any_rounding();
        const std::string fast = print_quotient(above, below, 100, precision, rounding);
        RC_ASSERT(fast == print_quotient(integer(above), integer(below), integer(100), precision,
                                         rounding));
        RC_ASSERT(fast == print(make_ratio(above, below) * 100, precision, rounding));
        RC_ASSERT(fast == print(Decimal{detail::big_units(above, below, 100, precision, rounding),
                                        precision.places()}));
    }));
}
