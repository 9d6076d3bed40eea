#include <indicare/exact/integer.hpp>

#include "exact/generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <locale>
#include <stdexcept>
#include <string>

using namespace indicare::exact;

namespace {

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

/// Groups digits, as locales do.
struct Grouping : std::numpunct<char> {
    std::string do_grouping() const override { return "\3"; }
    char do_thousands_sep() const override { return '.'; }
};

} // namespace

TEST_CASE("integers are written in decimal digits", "[exact][integer]") {
    CHECK(to_text(integer(0)) == "0");
    CHECK(to_text(integer(-0)) == "0");
    CHECK(to_text(integer(-620)) == "-620");
    CHECK(to_text(integer(most)) == "9223372036854775807");
    CHECK(to_text(integer(least)) == "-9223372036854775808");
    CHECK(to_text(integer(most) + 1) == "9223372036854775808");
    CHECK(to_text(integer(least) - 1) == "-9223372036854775809");
}

TEST_CASE("integers are written the same in every locale", "[exact][integer]") {
    const std::locale before =
        std::locale::global(std::locale(std::locale::classic(), new Grouping));
    const std::string small = to_text(integer(-620'000));
    const std::string below = to_text(integer(most) + 1);
    const std::string above = to_text(-power_of_ten(19));
    const std::string beyond = to_text(power_of_ten(20));
    std::locale::global(before);
    CHECK(small == "-620000");
    CHECK(below == "9223372036854775808");
    CHECK(above == "-1" + std::string(19, '0'));
    CHECK(beyond == "1" + std::string(20, '0'));
}

TEST_CASE("powers of ten", "[exact][integer]") {
    CHECK(power_of_ten(0) == 1);
    CHECK(power_of_ten(4) == 10'000);
    CHECK(power_of_ten(18) == 1'000'000'000'000'000'000);
    CHECK(to_text(power_of_ten(19)) == "1" + std::string(19, '0'));
    CHECK(to_text(power_of_ten(60)) == "1" + std::string(60, '0'));
}

TEST_CASE("floor division goes towards minus infinity", "[exact][integer]") {
    CHECK(floor_divide(7, 2) == 3);
    CHECK(floor_divide(-7, 2) == -4);
    CHECK(floor_divide(7, -2) == -4);
    CHECK(floor_divide(-7, -2) == 3);
    CHECK(floor_divide(-8, 2) == -4);
    CHECK(floor_divide(0, -5) == 0);
    CHECK_THROWS_AS(floor_divide(1, 0), std::domain_error);
}

TEST_CASE("built-in integers are recognised at their limits", "[exact][integer]") {
    CHECK(as_int64(integer(most)) == most);
    CHECK(as_int64(integer(least)) == least);
    CHECK_FALSE(as_int64(integer(most) + 1));
    CHECK_FALSE(as_int64(integer(least) - 1));
    CHECK(rc::check("there and back", [] {
        const auto value = *test::any_int64();
        RC_ASSERT(as_int64(integer(value)) == value);
        RC_ASSERT(to_text(integer(value)) == std::to_string(value));
    }));
}

TEST_CASE("machine integers are those that 64 signed bits hold", "[exact][integer]") {
    STATIC_REQUIRE(machine_integer<int>);
    STATIC_REQUIRE(machine_integer<std::int64_t>);
    STATIC_REQUIRE(machine_integer<std::uint32_t>);
    STATIC_REQUIRE_FALSE(machine_integer<std::uint64_t>);
    STATIC_REQUIRE_FALSE(machine_integer<bool>);
    STATIC_REQUIRE_FALSE(machine_integer<double>);
    STATIC_REQUIRE_FALSE(machine_integer<integer>);
}
