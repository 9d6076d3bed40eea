#include <indicare/exact/ratio.hpp>

#include "exact/generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <stdexcept>

using namespace indicare::exact;

TEST_CASE("a ratio stands in lowest terms, its sign above", "[exact][ratio]") {
    CHECK(to_text(make_ratio(154, 249)) == "154/249");
    CHECK(to_text(make_ratio(308, 498)) == "154/249");
    CHECK(to_text(make_ratio(1, -2)) == "-1/2");
    CHECK(to_text(make_ratio(-1, 2)) == "-1/2");
    CHECK(to_text(make_ratio(-1, -2)) == "1/2");
    CHECK(to_text(make_ratio(14, 2)) == "7");
    CHECK(to_text(make_ratio(0, -5)) == "0");
}

TEST_CASE("a denominator of 0 is refused", "[exact][ratio]") {
    CHECK_THROWS_AS(make_ratio(1, 0), std::domain_error);
    CHECK_THROWS_AS(make_ratio(0, 0), std::domain_error);
}

TEST_CASE("ratios compute and compare exactly", "[exact][ratio]") {
    CHECK(make_ratio(1, 3) + make_ratio(1, 6) == make_ratio(1, 2));
    CHECK(make_ratio(1, 10) * 3 == make_ratio(3, 10));
    CHECK(make_ratio(-1, 2) < make_ratio(-1, 3));
    CHECK(make_ratio(7, 7) == 1);
    CHECK(rc::check("the denominator is above 0 and prime to the numerator", [] {
        const auto value = *test::any_ratio();
        const integer above = numerator(value);
        const integer below = denominator(value);
        RC_ASSERT(below > 0);
        RC_ASSERT(gcd(above, below) == 1);
    }));
    CHECK(rc::check("a ratio is what multiplies its denominator to its numerator", [] {
        const auto above = *test::any_int64();
        const auto below = *test::nonzero_int64();
        RC_ASSERT(make_ratio(above, below) * integer(below) == ratio(integer(above)));
    }));
}
