#include <indicare/exact/printing.hpp>
#include <indicare/exact/two_groups.hpp>

#include "exact/rows_of.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

using namespace indicare::exact;

namespace {

std::string printed(const ConditionalTest& answer) {
    return print(answer.as_few) + " " + print(answer.as_many) + " " + print(answer.two_sided);
}

} // namespace

TEST_CASE("conditional tests are right to the last digit", "[exact][two_groups]") {
    std::size_t shares = 0;
    std::size_t rates = 0;
    for (const test::Row& row : test::rows_of("conditional_tests.csv")) {
        const auto whole = [&](const char* column) {
            return parse_integer(row.at(column)).value();
        };
        const Part first{whole("x1"), whole("n1")};
        const Part second{whole("x2"), whole("n2")};
        const LimitRounding rounding{places(static_cast<unsigned>(std::stoul(row.at("decimals"))))};
        const bool of_shares = row.at("test") == "shares";
        ++(of_shares ? shares : rates);
        const std::string answer = printed(of_shares ? test_shares(first, second, rounding)
                                                     : test_rates(first, second, rounding));
        if (answer != row.at("as_few") + " " + row.at("as_many") + " " + row.at("two_sided"))
            FAIL_CHECK("got " << answer << "; " << test::text_of(row));
    }
    CHECK(shares >= 300);
    CHECK(rates >= 300);
}

TEST_CASE("Fisher's cups of tea", "[exact][two_groups]") {
    // Of 70 ways to choose four of eight cups, 16 have three right and one has four.
    CHECK(printed(test_shares({3, 4}, {1, 4}, {places(4)})) == "0.9857 0.2429 0.4857");
    CHECK(printed(test_shares({4, 4}, {0, 4}, {places(4)})) == "1.0000 0.0143 0.0286");
}

TEST_CASE("rates of equal populations are a matter of coins", "[exact][two_groups]") {
    // Three heads of four: 5 of 16 ways are as many, 15 as few, and 10 not more probable.
    CHECK(printed(test_rates({3, 100}, {1, 100}, {places(4)})) == "0.9375 0.3125 0.6250");
    CHECK(printed(test_rates({3, 100}, {1, 100}, {places(3)})) == "0.938 0.313 0.625");
    CHECK(printed(test_rates({3, 100}, {1, 100}, {places(3), Rounding::half_even})) ==
          "0.938 0.312 0.625");
}

TEST_CASE("none counted, nothing to tell", "[exact][two_groups]") {
    CHECK(printed(test_shares({0, 10}, {0, 7}, {places(2)})) == "1.00 1.00 1.00");
    CHECK(printed(test_shares({10, 10}, {7, 7}, {places(2)})) == "1.00 1.00 1.00");
    CHECK(printed(test_rates({0, 10}, {0, 7}, {places(2)})) == "1.00 1.00 1.00");
}

TEST_CASE("what are no two groups is refused", "[exact][two_groups]") {
    CHECK_THROWS_AS(test_shares({1, 0}, {1, 2}, {}), std::domain_error);
    CHECK_THROWS_AS(test_shares({3, 2}, {1, 2}, {}), std::domain_error);
    CHECK_THROWS_AS(test_shares({1, 2}, {-1, 2}, {}), std::domain_error);
    CHECK_THROWS_AS(test_rates({1, 0}, {1, 2}, {}), std::domain_error);
    CHECK_THROWS_AS(test_rates({1, 2}, {1, -2}, {}), std::domain_error);
    CHECK_THROWS_AS(test_rates({-1, 2}, {1, 2}, {}), std::domain_error);
}

TEST_CASE("the other group's test is the same the other way round",
          "[exact][two_groups][property]") {
    CHECK(rc::check("mirrored", [] {
        const auto part = [] {
            const int among = *rc::gen::inRange(1, 80);
            return Part{*rc::gen::inRange(0, among + 1), among};
        };
        const Part one = part();
        const Part other = part();
        const LimitRounding rounding{places(15)};
        for (const auto& test : {test_shares, test_rates}) {
            const ConditionalTest there = test(one, other, rounding);
            const ConditionalTest back = test(other, one, rounding);
            RC_ASSERT(there.as_few == back.as_many);
            RC_ASSERT(there.as_many == back.as_few);
            RC_ASSERT(there.two_sided == back.two_sided);
            RC_ASSERT(there.two_sided.units >= std::min(there.as_few.units, there.as_many.units));
            RC_ASSERT(there.as_few.value() + there.as_many.value() >= 1 - make_ratio(1, 1'000'000));
        }
    }));
}
