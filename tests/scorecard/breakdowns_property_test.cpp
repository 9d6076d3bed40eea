#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/scorecard/breakdowns.hpp"
#include "scorecard/parts.hpp"

using namespace indicare;
using namespace indicare::tests;

namespace {

/// The scorecards of random children under random policies, with all breakdowns.
std::vector<scorecard::Scorecard> random_scorecards() {
    Returns returns = read_by_authority(rows_of_children(random_rows::below(8)));
    scorecard::Request& request = returns.request();
    for (const care::PolicyValue& each : care::policy_values)
        if (random_rows::toss())
            each.choose(request.policies);
    for (std::size_t each = 0; each < indicators::characteristic_count; ++each)
        request.by.push_back(static_cast<indicators::Characteristic>(each));
    return io::scorecards(returns.reader(), request);
}

/// The groups of placement, and the indicators that have the same children.
constexpr std::array<std::string_view, 8> shares_of_placement = {"in_foster_care",
                                                                 "placed_for_adoption",
                                                                 "placed_with_parents",
                                                                 "in_secure_or_childrens_home",
                                                                 "in_supported_accommodation",
                                                                 "in_other_residential",
                                                                 "in_residential_school",
                                                                 "in_other_placement"};

} // namespace

TEST_CASE("the groups of every breakdown add up to its indicator") {
    CHECK(rc::check("groups and totals", [] {
        for (const scorecard::Scorecard& each : random_scorecards()) {
            for (const scorecard::BrokenDown& numbers : each.breakdowns) {
                const scorecard::Figure& all = each[indicator_of(numbers.breakdown())];
                RC_ASSERT(numbers.is_available() == all.is_available());
                if (numbers.is_available())
                    RC_ASSERT(numbers.total() == all.numerator());
            }
        }
    }));
}

TEST_CASE("the groups of placement are the indicators of placement") {
    CHECK(rc::check("groups and shares", [] {
        for (const scorecard::Scorecard& each : random_scorecards()) {
            for (const scorecard::BrokenDown& numbers : each.breakdowns) {
                const bool is_of_placement =
                    numbers.breakdown().by == indicators::Characteristic::placement &&
                    numbers.breakdown().population == indicators::Population::looked_after;
                if (!is_of_placement || !numbers.is_available())
                    continue;
                for (std::size_t group = 0; group < shares_of_placement.size(); ++group)
                    RC_ASSERT(numbers.number(group) ==
                              each[shares_of_placement[group]].numerator());
                RC_ASSERT(numbers.number(shares_of_placement.size()) ==
                          each["in_foster_care"].undetermined());
            }
        }
    }));
}

TEST_CASE("groups counted in parts add up to those counted at once") {
    CHECK(rc::check("two parts", [] {
        Returns returns = read_by_authority(rows_of_children(random_rows::below(8)));
        const care::Records& records = returns.reader().records();
        const std::vector<care::Window> windows(dates_of_parts.begin(), dates_of_parts.end());
        const auto end = records.child_count();
        const auto middle =
            static_cast<care::Records::ChildNumber>(random_rows::below(static_cast<int>(end) + 1));
        const auto all = scorecard::count_groups(records, {0, end}, windows, {});
        auto parts = scorecard::count_groups(records, {0, middle}, windows, {});
        const auto rest = scorecard::count_groups(records, {middle, end}, windows, {});
        for (std::size_t authority = 0; authority < parts.size(); ++authority)
            for (std::size_t at = 0; at < windows.size(); ++at)
                parts[authority][at] += rest[authority][at];
        RC_ASSERT(parts == all);
    }));
}
