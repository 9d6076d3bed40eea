#include <indicare/exact/significance.hpp>

#include "exact/limit_generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

using namespace indicare::exact;

namespace {

const Confidence& percent_95 = Confidence::percent_95();
const Confidence& percent_99_8 = Confidence::percent_99_8();

LimitRounding fine(Rounding rule, unsigned count = 15) {
    return {places(count), rule};
}

/// What limits say of a number that is none of them: they are given rounded down and rounded up.
void check_standing(Standing standing, const Limits& down, const Limits& up, const ratio& number) {
    switch (standing) {
    case Standing::above:
        RC_ASSERT(up.lower.value() > number);
        break;
    case Standing::below:
        RC_ASSERT(down.upper.value() < number);
        break;
    case Standing::within:
        RC_ASSERT(down.lower.value() <= number);
        RC_ASSERT(up.upper.value() >= number);
        break;
    }
}

/// Numbers to hold a figure against: anywhere, and as near its limits as fifteen decimals are.
std::vector<ratio> numbers_near(const Limits& down, const Limits& up, const ratio& anywhere) {
    return {anywhere, down.lower.value(), down.upper.value(), up.lower.value(), up.upper.value()};
}

} // namespace

TEST_CASE("a share against a number, by hand", "[exact][significance]") {
    // Wilson's limits of 81 of 263 at 95% are 25.5289 and 36.6210; at 99.8%, 22.9 and 40.1.
    const Part part{81, 263};
    const auto stands = [&](const ratio& share) {
        return standing_of_share(part, share, 100, percent_95);
    };
    CHECK(stands(make_ratio(25528, 1000)) == Standing::above);
    CHECK(stands(make_ratio(25529, 1000)) == Standing::within);
    CHECK(stands(make_ratio(36620, 1000)) == Standing::within);
    CHECK(stands(make_ratio(36621, 1000)) == Standing::below);
    CHECK(standing_of_share(part, 25, 100, percent_99_8) == Standing::within);
    CHECK(standing_of_share(part, make_ratio(1, 4), 1, percent_95) == Standing::above);
}

TEST_CASE("none is not below nothing, and all not above all", "[exact][significance]") {
    CHECK(standing_of_share({0, 10}, 0, 100, percent_95) == Standing::within);
    CHECK(standing_of_share({1, 10}, 0, 100, percent_95) == Standing::above);
    CHECK(standing_of_share({10, 10}, 100, 100, percent_95) == Standing::within);
    CHECK(standing_of_share({9, 10}, 100, 100, percent_95) == Standing::below);
    CHECK(standing_of_rate({0, 10}, 0, 1000, percent_95) == Standing::within);
    CHECK(standing_of_rate({1, 10}, 0, 1000, percent_95) == Standing::above);
}

TEST_CASE("a rate against a number, by hand", "[exact][significance]") {
    // Garwood's limits of ten events at 95% are 4.79539 and 18.39036.
    const auto stands = [](const ratio& rate) {
        return standing_of_rate({10, 1000}, rate, 1000, percent_95);
    };
    CHECK(stands(make_ratio(479538, 100'000)) == Standing::above);
    CHECK(stands(make_ratio(479539, 100'000)) == Standing::within);
    CHECK(stands(make_ratio(1839035, 100'000)) == Standing::within);
    CHECK(stands(make_ratio(1839036, 100'000)) == Standing::below);
}

TEST_CASE("a mean against a number, by hand", "[exact][significance]") {
    // 1 to 10: mean 5.5, standard error 0.957427, t of nine degrees of freedom at 95% 2.262157.
    const auto stands = [](const ratio& mean) {
        return standing_of_mean({10, 55, 385}, mean, percent_95);
    };
    CHECK(stands(make_ratio(33341, 10'000)) == Standing::above);
    CHECK(stands(make_ratio(33342, 10'000)) == Standing::within);
    CHECK(stands(make_ratio(76658, 10'000)) == Standing::within);
    CHECK(stands(make_ratio(76659, 10'000)) == Standing::below);
    // All of one value.
    const Sample sevens{3, 21, 147};
    CHECK(standing_of_mean(sevens, make_ratio(69, 10), percent_95) == Standing::above);
    CHECK(standing_of_mean(sevens, 7, percent_95) == Standing::within);
    CHECK(standing_of_mean(sevens, make_ratio(71, 10), percent_95) == Standing::below);
}

TEST_CASE("what cannot be held against each other is refused", "[exact][significance]") {
    CHECK_THROWS_AS(standing_of_share({1, 2}, -1, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_share({1, 2}, 101, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_share({1, 0}, 50, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_share({3, 2}, 50, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_share({1, 2}, 0, 0, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_rate({1, 2}, -1, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_rate({1, 0}, 1, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_rate({-1, 2}, 1, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(standing_of_mean({1, 2, 4}, 1, percent_95), std::domain_error);
}

TEST_CASE("a share stands where its limits say", "[exact][significance][property]") {
    CHECK(rc::check("Wilson's limits", [] {
        const Part part = *test::any_part(5'000);
        const Confidence& confidence = *test::any_confidence();
        const Limits down = wilson(part.counted, part.among, 100, confidence, fine(Rounding::down));
        const Limits up = wilson(part.counted, part.among, 100, confidence, fine(Rounding::up));
        const ratio anywhere = make_ratio(*rc::gen::inRange(0, 100'001), 1'000);
        for (const ratio& number : numbers_near(down, up, anywhere))
            check_standing(standing_of_share(part, number, 100, confidence), down, up, number);
    }));
}

TEST_CASE("a share stands where the funnel says", "[exact][significance][property]") {
    CHECK(rc::check("funnel of the normal approximation", [] {
        const Part part = *test::any_part(5'000);
        const Confidence& confidence = *test::any_confidence();
        const ratio share = make_ratio(*rc::gen::inRange(0, 1'001), 1'000);
        const ratio off = ratio(part.counted) - ratio(part.among) * share;
        const ratio spread = ratio(part.among) * share * (1 - share);
        const Enclosure z = confidence.z_squared(100);
        const Standing standing = standing_of_share(part, share, 1, confidence);
        if (standing == Standing::within)
            RC_ASSERT(off * off <= z.most() * spread);
        else
            RC_ASSERT(off * off > z.least() * spread);
        RC_ASSERT(standing != Standing::above || off > 0);
        RC_ASSERT(standing != Standing::below || off < 0);
    }));
}

TEST_CASE("a rate stands where its limits say", "[exact][significance][property]") {
    CHECK(rc::check("Poisson limits", [] {
        const Part part = *test::any_events(3'000);
        const Confidence& confidence = *test::any_confidence();
        const Limits down =
            poisson(part.counted, part.among, 1'000, confidence, fine(Rounding::down));
        const Limits up = poisson(part.counted, part.among, 1'000, confidence, fine(Rounding::up));
        // Up to three times as many events as there are, and some.
        const integer expected = (part.counted + 10) * *rc::gen::inRange(0, 3'001);
        const ratio anywhere = make_ratio(expected, part.among);
        for (const ratio& number : numbers_near(down, up, anywhere))
            check_standing(standing_of_rate(part, number, 1'000, confidence), down, up, number);
    }));
}

TEST_CASE("a mean stands where its limits say", "[exact][significance][property]") {
    CHECK(rc::check("Student's limits", [] {
        const Sample sample = *test::any_sample();
        const Confidence& confidence = *test::any_confidence();
        const Limits down = student_t(sample, confidence, fine(Rounding::down));
        const Limits up = student_t(sample, confidence, fine(Rounding::up));
        const ratio anywhere = make_ratio(*rc::gen::inRange(-20'000, 20'000), 1'000);
        for (const ratio& number : numbers_near(down, up, anywhere))
            check_standing(standing_of_mean(sample, number, confidence), down, up, number);
    }));
}

TEST_CASE("who stands out at the higher level stands out at the lower one",
          "[exact][significance][property]") {
    CHECK(rc::check("99.8% within 95%", [] {
        const Part share = *test::any_part(2'000);
        const ratio number = make_ratio(*rc::gen::inRange(0, 1'001), 10);
        const Standing far = standing_of_share(share, number, 100, percent_99_8);
        RC_ASSERT(far == Standing::within ||
                  far == standing_of_share(share, number, 100, percent_95));
        const Part rate = *test::any_events(500);
        const integer expected = (rate.counted + 10) * *rc::gen::inRange(0, 3'001);
        const ratio other = make_ratio(expected, rate.among);
        const Standing further = standing_of_rate(rate, other, 1'000, percent_99_8);
        RC_ASSERT(further == Standing::within ||
                  further == standing_of_rate(rate, other, 1'000, percent_95));
    }));
}

TEST_CASE("two groups stand to each other as the limits of their difference say",
          "[exact][significance][property]") {
    CHECK(rc::check("shares", [] {
        const Part first = *test::any_part(300);
        const Part second = *test::any_part(300);
        const Limits down = newcombe(first, second, 100, percent_95, fine(Rounding::down));
        const Limits up = newcombe(first, second, 100, percent_95, fine(Rounding::up));
        check_standing(standing_of_difference(first, second, percent_95), down, up, ratio(0));
    }));
    CHECK(rc::check("rates", [] {
        const Part first = *test::any_events(300);
        const Part second = *test::any_events(300);
        const Standing standing = standing_of_change(first, second, percent_95);
        const auto down = change_of_rate(first, second, percent_95, fine(Rounding::down));
        const auto up = change_of_rate(first, second, percent_95, fine(Rounding::up));
        if (down)
            check_standing(standing, *down, *up, ratio(0));
        else
            RC_ASSERT(standing != Standing::below);
    }));
}

// Of five events and none in equal populations the second's share lies below 0.5218, of six below
// 1 - 0.025^(1/6) = 0.4593.
TEST_CASE("six events against none are more than chance explains", "[exact][significance]") {
    CHECK(standing_of_change({5, 10000}, {0, 10000}, percent_95) == Standing::within);
    CHECK(standing_of_change({6, 10000}, {0, 10000}, percent_95) == Standing::above);
    CHECK(standing_of_change({0, 10000}, {6, 10000}, percent_95) == Standing::below);
    CHECK(standing_of_change({0, 10000}, {0, 20000}, percent_95) == Standing::within);
}
