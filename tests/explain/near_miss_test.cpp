#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "indicare/explain/near_miss.hpp"
#include "indicare/indicators/catalogue.hpp"

using namespace indicare;
using explain::Direction;
using explain::ExplainedChild;
using explain::NearMiss;
using indicators::Membership;
using indicators::Tally;

namespace {

const indicators::Definition& definition(std::string_view id) {
    return indicators::catalogue[indicators::indicator_named(id).value()];
}

ExplainedChild row(Membership membership, std::int64_t amount = 1, std::int64_t gap = 0) {
    return {0, {{membership, amount}, "", "", gap}};
}

/// The rows behind a share: the numerator first.
std::vector<ExplainedChild> rows_of(const Tally& tally) {
    std::vector<ExplainedChild> rows;
    for (std::int64_t i = 0; i < tally.denominator; ++i)
        rows.push_back(row(i < tally.numerator ? Membership::numerator : Membership::denominator));
    return rows;
}

NearMiss miss_of(std::string_view id, const Tally& tally, std::string_view target) {
    const scorecard::Figure figure(definition(id), tally);
    return explain::near_miss(figure, rows_of(tally), exact::parse_decimal(target).value()).value();
}

} // namespace

TEST_CASE("a share that should rise") {
    // 75% of 232 is 174; 74.5% is 172.84, so that 173 are printed as 75%.
    const NearMiss miss = miss_of("long_term_stability", {166, 232, 0}, "75");
    CHECK(miss.direction == Direction::rise);
    CHECK(miss.numerator_change == 8);
    CHECK(miss.change_to_print == 7);
    CHECK(miss.children == exact::integer(8));
    CHECK(miss.candidates.size() == 66);
    CHECK_FALSE(miss.is_reached());
}

TEST_CASE("a share that should fall") {
    // 10% of 622 is 62.2: 62 are enough. It prints 10% below 10.5%: 65.31, so that 65 are.
    const NearMiss miss = miss_of("three_or_more_placements", {80, 622, 0}, "10");
    CHECK(miss.direction == Direction::fall);
    CHECK(miss.numerator_change == 18);
    CHECK(miss.change_to_print == 15);
    CHECK(miss.candidates.size() == 80);
}

TEST_CASE("a bound that is not printed any more must be passed") {
    // 10.5% of 200 is 21, which prints 11%.
    CHECK(miss_of("three_or_more_placements", {25, 200, 0}, "10").change_to_print == 5);
    // 69.5% of 200 is 139, which prints 70%.
    CHECK(miss_of("long_term_stability", {130, 200, 0}, "70").change_to_print == 9);
}

TEST_CASE("a target with places") {
    // 61.8% of 254 is 156.97.
    CHECK(miss_of("long_term_stability", {154, 254, 0}, "61.8").numerator_change == 3);
}

TEST_CASE("a target that is reached, and by how much") {
    // 71% of 232 is 164.72: 165 are needed, of 166 there is one to spare.
    const NearMiss miss = miss_of("long_term_stability", {166, 232, 0}, "71");
    CHECK(miss.is_reached());
    CHECK(miss.spare == 1);
    CHECK(miss.children == exact::integer(0));
    CHECK(miss_of("long_term_stability", {174, 232, 0}, "75").spare == 0);
}

TEST_CASE("where neither way is better the figure goes to the target") {
    CHECK(miss_of("special_guardianship", {38, 236, 0}, "20").direction == Direction::rise);
    CHECK(miss_of("special_guardianship", {38, 236, 0}, "10").direction == Direction::fall);
}

TEST_CASE("a target beyond all children") {
    const NearMiss miss = miss_of("long_term_stability", {166, 232, 0}, "101");
    CHECK(miss.numerator_change == 69); // 101% of 232 is 234.32
    CHECK_FALSE(miss.children.has_value());
}

TEST_CASE("counts and rates") {
    const NearMiss fewer =
        explain::near_miss(scorecard::Figure(definition("looked_after"), {620, 0, 0}), {},
                           exact::Decimal{600, 0})
            .value();
    CHECK(fewer.direction == Direction::fall);
    CHECK(fewer.numerator_change == 20);
    // 100 per 10,000 of 59,411 are 594.11; 100.5 are 597.08.
    const NearMiss rate =
        explain::near_miss(scorecard::Figure(definition("looked_after_rate"), {620, 0, 0}, 59'411),
                           {}, exact::Decimal{100, 0})
            .value();
    CHECK(rate.numerator_change == 26);
    CHECK(rate.change_to_print == 23);
}

TEST_CASE("a mean: the sum, and the fewest children that can make it") {
    // 900 days over three children; 200 each would be 600: 300 fewer, which one child can give.
    const std::vector<ExplainedChild> rows = {row(Membership::numerator, 300),
                                              row(Membership::numerator, 400),
                                              row(Membership::numerator, 200)};
    const scorecard::Figure figure(definition("days_care_to_placement"), {900, 3, 0});
    const NearMiss miss = explain::near_miss(figure, rows, exact::Decimal{200, 0}).value();
    CHECK(miss.numerator_change == 300);
    CHECK(miss.children == exact::integer(1));
    CHECK(miss.candidates == std::vector<std::size_t>{1, 0, 2});
}

TEST_CASE("the nearest come first") {
    const std::vector<ExplainedChild> rows = {
        row(Membership::denominator, 1, 40), row(Membership::numerator, 1, 1),
        row(Membership::denominator, 1, 3), row(Membership::undetermined, 1, 0),
        row(Membership::denominator, 1, 40)};
    const scorecard::Figure figure(definition("long_term_stability"), {1, 4, 1});
    CHECK(explain::near_miss(figure, rows, exact::Decimal{50, 0}).value().candidates ==
          std::vector<std::size_t>{2, 0, 4});
}

TEST_CASE("no figure, no distance") {
    CHECK_FALSE(explain::near_miss(scorecard::Figure(definition("adopted"), {0, 0, 0}), {},
                                   exact::Decimal{50, 0})
                    .has_value());
    CHECK_FALSE(explain::near_miss(scorecard::Figure::unavailable(definition("adopted"), "no"), {},
                                   exact::Decimal{50, 0})
                    .has_value());
}

TEST_CASE("the number of children is the least that reaches the target") {
    CHECK(rc::check("one less does not", [] {
        const auto whole = *rc::gen::inRange<std::int64_t>(1, 2000);
        const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
        const auto target = *rc::gen::inRange(0, 1001); // tenths of a percent
        const NearMiss miss =
            explain::near_miss(
                scorecard::Figure(definition("long_term_stability"), {part, whole, 0}), {},
                exact::Decimal{target, 1})
                .value();
        const auto reaches = [&](const exact::integer& change) {
            return exact::integer((part + change) * 1000) >= exact::integer(target) * whole;
        };
        RC_ASSERT(reaches(miss.numerator_change));
        RC_ASSERT(miss.is_reached() || !reaches(exact::integer(miss.numerator_change - 1)));
        if (miss.is_reached()) {
            RC_ASSERT(reaches(exact::integer(-miss.spare)));
            RC_ASSERT(!reaches(exact::integer(-miss.spare - 1)));
        }
    }));
}
