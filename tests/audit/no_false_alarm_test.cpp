#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

#include "indicare/audit/audit.hpp"
#include "indicare/audit/claimed_system.hpp"
#include "random_true_claims.hpp"

using namespace indicare;
using namespace indicare::audit;
using exact::Rounding;
using test::all_of;
using test::TrueClaims;

namespace {

/// Each rule alone, and those of reports together.
const std::vector<Roundings>& all_rules() {
    static const std::vector<Roundings> all{
        {Rounding::half_up}, {Rounding::half_even}, {Rounding::half_down}, {Rounding::truncate},
        {Rounding::up},      {Rounding::down},      any_rounding(),
    };
    return all;
}

/// A number of steps after which work is given up.
GiveUp after(int steps) {
    return [steps]() mutable { return --steps < 0; };
}

} // namespace

TEST_CASE("a system that would take gigabytes is not decided") {
    System system;
    constexpr Unknown unknowns = 2'500;
    system.ranges.resize(unknowns);
    for (Unknown unknown = 1; unknown < unknowns; ++unknown)
        system.inequalities.push_back(at_most(Sum(5), Sum::of(unknown - 1) + Sum::of(unknown)));
    CHECK(solve(system).verdict == Verdict::undecided);
}

TEST_CASE("claims printed of true counts are never impossible") {
    constexpr std::uint64_t systems = 30'000;
    std::uint64_t undecided = 0;
    for (std::uint64_t seed = 0; seed < systems; ++seed) {
        const Roundings& rules = all_rules()[seed % all_rules().size()];
        const TrueClaims told(seed, rules);
        const System system = system_of(told.claims(), all_of(told.claims()), rules).system;
        CAPTURE(seed);
        if (!system.holds(told.truth()))
            FAIL("the truth is not what its own figures mean");
        const Solution solution = solve(system, after(20));
        if (solution.verdict == Verdict::impossible)
            FAIL("a false alarm");
        if (solution.verdict == Verdict::undecided)
            ++undecided;
        else if (!system.holds(solution.numbers))
            FAIL("numbers that do not satisfy the claims");
    }
    CHECK(undecided * 10 <= systems);
}

TEST_CASE("true counts lie within the ranges, true figures within the readings") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Roundings& rules = all_rules()[seed % all_rules().size()];
        const TrueClaims told(seed, rules);
        AuditOptions options;
        options.roundings = rules;
        options.give_up = after(500);
        const Audit audit = audit::audit(told.claims(), options);
        CAPTURE(seed);
        CHECK(audit.verdict != Verdict::impossible);
        CHECK(audit.conflicts.empty());
        CHECK(audit.withdrawals.empty());
        for (const UnknownRange& unknown : audit.unknowns)
            if (unknown.is_certain)
                CHECK(unknown.range.holds(told.truth()[unknown.unknown]));
        for (const Reading& reading : audit.readings) {
            const PrintedFigure* figure = told.claims()[reading.claim].figure();
            CHECK(reading.verdict != Verdict::impossible);
            if (figure == nullptr || reading.verdict != Verdict::possible)
                continue;
            CHECK(reading.least.value() <= figure->printed.value());
            CHECK(figure->printed.value() <= reading.most.value());
        }
    }
}
