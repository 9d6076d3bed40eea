#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/proof.hpp"
#include "indicare/audit/solver.hpp"
#include "random_true_claims.hpp"

using namespace indicare::audit;
using indicare::exact::integer;
using indicare::exact::Rounding;

namespace {

constexpr Unknown a = 0;
constexpr Unknown b = 1;

/// That x a + y b is no more than a bound.
Inequality sum_at_most(const integer& x, const integer& y, const integer& bound) {
    Sum sum(-bound);
    sum.add(a, x);
    sum.add(b, y);
    return Inequality::not_above_zero(sum);
}

System system_of_two(std::vector<Inequality> inequalities) {
    return {{Range{}, Range{}}, std::move(inequalities)};
}

BoundReached at_least(Unknown unknown, const integer& number) {
    return {unknown, true, number};
}

BoundReached at_most(Unknown unknown, const integer& number) {
    return {unknown, false, number};
}

ProofLine bound_of(std::vector<Multiple> sum, const BoundReached& reached) {
    return {std::move(sum), {}, reached};
}

ProofLine contradiction(std::vector<Multiple> sum) {
    return {std::move(sum), {}, std::nullopt};
}

ProofLine indirect(std::vector<ProofLine> refutation, const BoundReached& reached) {
    return {{}, std::move(refutation), reached};
}

bool proves(const System& system, std::vector<ProofLine> lines) {
    return proves_impossible(system, Proof{std::move(lines)});
}

} // namespace

TEST_CASE("inequalities that add up to a contradiction prove it") {
    // 2 a + b <= 7 and 3 a + b >= 20 with a <= 5: 3 a + b <= 12.
    const System system =
        system_of_two({sum_at_most(2, 1, 7), sum_at_most(-3, -1, -20), sum_at_most(1, 0, 5)});
    CHECK(proves(system, {contradiction({{0, 1}, {1, 1}, {2, 1}})}));
    CHECK(proves(system, {contradiction({{0, 2}, {1, 2}, {2, 2}})}));
    // 2 a + b <= 7 alone leaves a <= 3, and then -3 a - b <= -20 leaves b >= 11, where b is 7 at
    // most.
    CHECK(proves(system, {bound_of({{0, 1}}, at_most(a, 3)), bound_of({{0, 1}}, at_most(b, 7)),
                          contradiction({{1, 1}})}));
    CHECK(proves(system, {bound_of({{0, 1}}, at_most(a, 3)), bound_of({{1, 1}}, at_least(b, 11)),
                          contradiction({{0, 1}})}));
}

TEST_CASE("a proof with something changed is none") {
    const System system =
        system_of_two({sum_at_most(2, 1, 7), sum_at_most(-3, -1, -20), sum_at_most(1, 0, 5)});
    SECTION("nothing is proved by nothing") {
        CHECK_FALSE(proves(system, {}));
        CHECK_FALSE(proves(system, {contradiction({})}));
        CHECK_FALSE(proves(system, {indirect({}, at_most(a, 3)), contradiction({})}));
    }
    SECTION("other multipliers") {
        CHECK_FALSE(proves(system, {contradiction({{0, 2}, {2, 1}})}));
        CHECK_FALSE(proves(system, {contradiction({{1, 1}})}));
        CHECK_FALSE(proves(system, {contradiction({{0, 1}, {1, 1}, {2, 0}})}));
        CHECK_FALSE(proves(system, {contradiction({{0, 1}, {1, -1}, {2, 1}})}));
        CHECK_FALSE(proves(system, {contradiction({{0, -1}, {1, -1}, {2, -1}})}));
        CHECK_FALSE(proves(system, {bound_of({{0, 0}}, at_most(a, 0)), contradiction({{1, 1}})}));
    }
    SECTION("inequalities that the system has not") {
        CHECK_FALSE(proves(system, {contradiction({{0, 1}, {1, 1}, {3, 1}})}));
        CHECK_FALSE(proves(system, {contradiction({{static_cast<std::size_t>(-1), 1}})}));
    }
    SECTION("an unknown that the system has not") {
        CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_most(2, 3)), contradiction({{1, 1}})}));
        CHECK_FALSE(proves(
            system, {indirect({contradiction({{0, 1}})}, at_most(7, 3)), contradiction({{1, 1}})}));
    }
    SECTION("bounds that do not follow") {
        CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_most(a, 2)), contradiction({{1, 1}})}));
        CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_least(a, 3)), contradiction({{1, 1}})}));
        CHECK_FALSE(proves(system, {bound_of({{2, 1}}, at_most(b, 5)), contradiction({{1, 1}})}));
        CHECK_FALSE(proves(system, {bound_of({}, at_most(a, -1)), contradiction({{1, 1}})}));
    }
    SECTION("no contradiction at the end") {
        CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_most(a, 3))}));
        CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_most(a, 3)), contradiction({{0, 1}})}));
    }
}

TEST_CASE("a bound is a whole number") {
    // 2 a + b >= 5 and b <= 2 leave a >= 1.5, and with a <= 1 nothing.
    const System system =
        system_of_two({sum_at_most(-2, -1, -5), sum_at_most(0, 1, 2), sum_at_most(1, 0, 1)});
    const ProofLine b_at_most_2 = bound_of({{1, 1}}, at_most(b, 2));
    CHECK(
        proves(system, {b_at_most_2, bound_of({{0, 1}}, at_least(a, 2)), contradiction({{2, 1}})}));
    CHECK(proves(system, {b_at_most_2, bound_of({{0, 1}}, at_least(a, 2)),
                          bound_of({{0, 1}}, at_least(a, 1)), contradiction({{2, 1}})}));
    CHECK_FALSE(
        proves(system, {b_at_most_2, bound_of({{0, 1}}, at_least(a, 3)), contradiction({{2, 1}})}));
    CHECK_FALSE(proves(system, {bound_of({{0, 1}}, at_least(a, 2)), contradiction({{2, 1}})}));
}

TEST_CASE("unknowns are no less than 0 and no more than 10^9") {
    CHECK(proves(system_of_two({sum_at_most(1, 1, -1)}), {contradiction({{0, 1}})}));
    CHECK(proves(system_of_two({sum_at_most(-1, 0, -1'000'000'001)}), {contradiction({{0, 1}})}));
    CHECK_FALSE(proves(system_of_two({sum_at_most(1, 1, 0)}), {contradiction({{0, 1}})}));
    CHECK_FALSE(
        proves(system_of_two({sum_at_most(-1, 0, -1'000'000'000)}), {contradiction({{0, 1}})}));
}

TEST_CASE("a bound is proved indirectly when its opposite is refuted") {
    // a = b + 6 and a + b = 13: a would be 9.5.
    const System system = system_of_two({sum_at_most(1, -1, 6), sum_at_most(-1, 1, -6),
                                         sum_at_most(1, 1, 13), sum_at_most(-1, -1, -13)});
    // Were a no more than 9, b would be 3 at most, and both together no 13.
    const std::vector<ProofLine> not_below_10{bound_of({{1, 1}}, at_most(b, 3)),
                                              contradiction({{3, 1}})};
    // As a is 10 at least, b is 4 at least, and both together are above 13.
    const ProofLine b_at_least_4 = bound_of({{0, 1}}, at_least(b, 4));
    CHECK(proves(system,
                 {indirect(not_below_10, at_least(a, 10)), b_at_least_4, contradiction({{2, 1}})}));

    SECTION("but not when something else is") {
        CHECK_FALSE(proves(system, {indirect(not_below_10, at_least(a, 11)), b_at_least_4,
                                    contradiction({{2, 1}})}));
        CHECK_FALSE(proves(system, {indirect(not_below_10, at_most(a, 8)), b_at_least_4,
                                    contradiction({{2, 1}})}));
        CHECK_FALSE(proves(system, {indirect({not_below_10.front()}, at_least(a, 10)), b_at_least_4,
                                    contradiction({{2, 1}})}));
        CHECK_FALSE(proves(system, {indirect({contradiction({{3, 1}})}, at_least(a, 10)),
                                    b_at_least_4, contradiction({{2, 1}})}));
    }
    SECTION("what is refuted holds nowhere else") {
        // b <= 3 was reached under the opposite alone.
        CHECK_FALSE(
            proves(system, {indirect(not_below_10, at_least(a, 10)), contradiction({{3, 1}})}));
        CHECK_FALSE(proves(system, {indirect(not_below_10, at_least(a, 10))}));
    }
}

TEST_CASE("what the solver proves is proved, of contradictory claims") {
    std::size_t impossible = 0;
    for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
        const Roundings rules{Rounding::half_up};
        const test::TrueClaims told(seed, rules);
        System system = system_of(told.claims(), test::all_of(told.claims()), rules).system;
        // Some inequality's opposite, by a narrow margin, is the contradiction.
        const Inequality& one = system.inequalities[seed % system.inequalities.size()];
        Sum opposite(one.bound() + 1);
        for (const Term& term : one.terms())
            opposite.add(term.unknown, -term.coefficient);
        const System possible = system;
        system.inequalities.push_back(Inequality::not_above_zero(opposite));
        int steps = 200;
        const Solution solution = solve(system, [&steps] { return --steps < 0; });
        CAPTURE(seed);
        REQUIRE(solution.verdict != Verdict::possible);
        if (solution.verdict != Verdict::impossible)
            continue;
        ++impossible;
        CHECK(proves_impossible(system, solution.proof));
        CHECK_FALSE(proves_impossible(possible, solution.proof));
    }
    CHECK(impossible >= 900);
}

namespace {

integer any_number() {
    return *rc::gen::inRange(-3, 30);
}

std::vector<Multiple> any_multiples(std::size_t inequalities) {
    return *rc::gen::container<std::vector<Multiple>>(rc::gen::exec([inequalities] {
        return Multiple{*rc::gen::inRange<std::size_t>(0, inequalities), any_number()};
    }));
}

/// Lines that look like those of a proof.
std::vector<ProofLine> any_lines(std::size_t inequalities, int depth) {
    std::vector<ProofLine> lines;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        const BoundReached reached{*rc::gen::element(a, b), *rc::gen::arbitrary<bool>(),
                                   any_number()};
        if (depth > 0 && *rc::gen::inRange(0, 3) == 0)
            lines.push_back(indirect(any_lines(inequalities, depth - 1), reached));
        else
            lines.push_back(bound_of(any_multiples(inequalities), reached));
    }
    lines.push_back(contradiction(any_multiples(inequalities)));
    return lines;
}

} // namespace

TEST_CASE("nothing proves that what is possible is impossible") {
    CHECK(rc::check("whatever the lines say", [] {
        const std::vector<integer> truth{*rc::gen::inRange(0, 20), *rc::gen::inRange(0, 20)};
        std::vector<Inequality> inequalities;
        for (int i = 0; i < 4; ++i) {
            Sum sum;
            sum.add(a, *rc::gen::inRange(-4, 5));
            sum.add(b, *rc::gen::inRange(-4, 5));
            sum.add(-sum.value(truth) - *rc::gen::inRange(0, 3));
            inequalities.push_back(Inequality::not_above_zero(sum));
        }
        const System system = system_of_two(std::move(inequalities));
        RC_ASSERT(system.holds(truth));
        RC_ASSERT_FALSE(proves(system, any_lines(system.inequalities.size(), 2)));
    }));
}
