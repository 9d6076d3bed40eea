#include <indicare/exact/confidence.hpp>
#include <indicare/exact/decimal.hpp>

#include "exact/rows_of.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace indicare::exact;

namespace {

/// The arc tangent of 1 / divisor by its series, in units of 2^-bits.
integer arc_tangent_of_inverse(const integer& divisor, unsigned bits) {
    integer power = (integer(1) << bits) / divisor;
    integer sum = 0;
    for (int odd = 1; power != 0; odd += 2) {
        sum += odd % 4 == 1 ? integer(power / odd) : integer(-power / odd);
        power /= divisor * divisor;
    }
    return sum;
}

/// By Machin's formula.
integer pi(unsigned bits) {
    return 16 * arc_tangent_of_inverse(5, bits) - 4 * arc_tangent_of_inverse(239, bits);
}

/// The integral of exp(-t^2 / 2) from 0 to z by Taylor's series, in units of 2^-bits.
integer bell_integral(const ratio& z, unsigned bits) {
    const ratio scaled = z * ratio(integer(1) << bits);
    const integer fixed = floor_divide(numerator(scaled), denominator(scaled));
    const integer square = (fixed * fixed) >> bits;
    integer power = fixed; // z^(2k + 1) / (2^k k!)
    integer sum = 0;
    for (int k = 0; power != 0; ++k) {
        const integer term = power / (2 * k + 1);
        sum += k % 2 == 0 ? term : integer(-term);
        power = ((power * square) >> bits) / (2 * (k + 1));
    }
    return sum;
}

/// Whether P(-z < Z < z) is below a level: the square of the integral, times 2 / pi, below that of
/// the level. The sums are right to far more digits than they are found to differ by.
bool is_below(const ratio& z, const ratio& level, unsigned bits) {
    const integer integral = bell_integral(z, bits);
    const ratio square = level * level;
    const integer mine = (2 * integral * integral) >> bits;
    const integer wanted = pi(bits) * numerator(square) / denominator(square);
    const integer difference = mine - wanted;
    const integer doubt = integer(1) << 120;
    REQUIRE(abs(difference) > doubt);
    return difference < 0;
}

const unsigned precisions[] = {10, 60, 120, 200, 400};

ratio width(const Enclosure& enclosure) {
    return enclosure.most() - enclosure.least();
}

} // namespace

TEST_CASE("levels are read as percent or as a part of 1", "[exact][confidence]") {
    const auto level = [](std::string_view text) {
        return Confidence::parse(text).value().level();
    };
    CHECK(level("95") == make_ratio(19, 20));
    CHECK(level("0.95") == make_ratio(19, 20));
    CHECK(level("99.8") == make_ratio(499, 500));
    CHECK(level("0.998") == make_ratio(499, 500));
    CHECK(level("95.000") == make_ratio(19, 20));
    CHECK(level("1.5") == make_ratio(3, 200));
    CHECK(level("0.01") == make_ratio(1, 100));
    CHECK(level("87.8500000000000000000000000001") ==
          make_ratio(878'500, 1'000'000) + make_ratio(1, power_of_ten(30)));
}

TEST_CASE("anything else is no level", "[exact][confidence]") {
    const std::string_view text =
        GENERATE(as<std::string_view>{}, "", "1", "1.0", "1.000", "0", "0.0", "100", "100.0", "101",
                 "-5", "-0.95", "95%", "95 %", " 95", "95 ", "ninety-five", "95,0", "9e1", "19/20",
                 ".", "nan", "50.0000000000000000000000000000001");
    CAPTURE(text);
    CHECK_FALSE(Confidence::parse(text));
}

TEST_CASE("thirty decimal places are read, one more is not", "[exact][confidence]") {
    CHECK(Confidence::parse("0.500000000000000000000000000001"));
    CHECK(Confidence::parse("50.000000000000000000000000000001"));
    CHECK_FALSE(Confidence::parse("0.5000000000000000000000000000001"));
}

TEST_CASE("a level is made of percent", "[exact][confidence]") {
    CHECK(Confidence(ratio(95)) == Confidence::percent_95());
    CHECK(Confidence(make_ratio(998, 10)) == Confidence::percent_99_8());
    CHECK(Confidence(ratio(95)) == Confidence::parse("0.95").value());
    CHECK_FALSE(Confidence(ratio(95)) == Confidence(ratio(90)));
    CHECK(Confidence::percent_95().level() == make_ratio(19, 20));
    CHECK(Confidence::percent_95().tail() == make_ratio(1, 40));
    CHECK(Confidence::percent_99_8().tail() == make_ratio(1, 1000));
}

TEST_CASE("what is not between 0 and 100 percent is refused", "[exact][confidence]") {
    CHECK_THROWS_AS(Confidence(ratio(0)), std::domain_error);
    CHECK_THROWS_AS(Confidence(ratio(100)), std::domain_error);
    CHECK_THROWS_AS(Confidence(ratio(-5)), std::domain_error);
    CHECK_THROWS_AS(Confidence(ratio(101)), std::domain_error);
    CHECK_THROWS_AS(Confidence(ratio(100) - make_ratio(1, power_of_ten(40))), std::domain_error);
    CHECK_NOTHROW(Confidence(ratio(100) - make_ratio(1, power_of_ten(20))));
}

TEST_CASE("a level is printed as percent", "[exact][confidence]") {
    const auto text = [](std::string_view level) {
        return Confidence::parse(level).value().text();
    };
    CHECK(Confidence::percent_95().text() == "95%");
    CHECK(Confidence::percent_99_8().text() == "99.8%");
    CHECK(text("0.95") == "95%");
    CHECK(text("80.50") == "80.5%");
    CHECK(text("0.9973") == "99.73%");
    CHECK(text("0.005") == "0.5%");
}

TEST_CASE("the normal quantile is held as closely as asked", "[exact][confidence]") {
    for (const test::Row& row : test::rows_of("quantiles.csv")) {
        CAPTURE(test::text_of(row));
        const Confidence confidence = Confidence::parse(row.at("level")).value();
        const Decimal written = parse_decimal(row.at("z")).value();
        const ratio z = written.value();
        const ratio last_digit = make_ratio(1, power_of_ten(written.places));
        for (const unsigned bits : precisions) {
            CAPTURE(bits);
            const ratio finest = make_ratio(1, integer(1) << bits);
            const Enclosure held = confidence.z(bits);
            CHECK(held.least() <= z + last_digit);
            CHECK(held.most() >= z - last_digit);
            CHECK(width(held) <= finest);
            CHECK(width(held) >= 0);
            const Enclosure square = confidence.z_squared(bits);
            CHECK(square.least() <= (z + last_digit) * (z + last_digit));
            CHECK(square.most() >= (z - last_digit) * (z - last_digit));
            CHECK(width(square) <= finest);
        }
    }
}

// The quantile again, by another way than a quantile: the level lies between the probabilities at
// both ends of what holds it.
TEST_CASE("the level lies between the ends of its quantile", "[exact][confidence]") {
    for (const std::string_view text :
         {"95", "99.8", "50", "80.5", "99.9999", "99.99999999999999999999", "1.5", "0.0001"}) {
        const Confidence confidence = Confidence::parse(text).value();
        for (const unsigned bits : precisions) {
            CAPTURE(text, bits);
            const unsigned enough = bits + 500;
            const Enclosure held = confidence.z(bits);
            CHECK((held.lower <= 0 || is_below(held.least(), confidence.level(), enough)));
            CHECK_FALSE(is_below(held.most(), confidence.level(), enough));

            // Of the square: z lies between the roots, here to many more digits than the ends have.
            const Enclosure square = confidence.z_squared(bits);
            const auto root_below = [&](const integer& units) {
                const integer shifted = units << (2 * enough - square.bits);
                return make_ratio(sqrt(shifted), integer(1) << enough);
            };
            CHECK((square.lower <= 0 ||
                   is_below(root_below(square.lower), confidence.level(), enough)));
            const ratio one_more = make_ratio(1, integer(1) << enough);
            CHECK_FALSE(is_below(root_below(square.upper) + one_more, confidence.level(), enough));
        }
    }
}
