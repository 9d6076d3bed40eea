#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/scorecard/periodic.hpp"
#include "scorecard/parts.hpp"

using namespace indicare;
using namespace indicare::tests;
using scorecard::Every;
using scorecard::Occasion;

namespace {

/// Random children of two authorities over the years 2022 and 2023, under random policies.
Returns random_returns() {
    Returns returns = read_by_authority(rows_of_children(random_rows::below(8)));
    for (const care::PolicyValue& each : care::policy_values)
        if (random_rows::toss())
            each.choose(returns.request().policies);
    returns.request().as_at = {Returns::date("2022-03-31"), Returns::date("2023-03-31")};
    return returns;
}

std::vector<scorecard::PeriodicNumbers> series(Returns& returns, Occasion occasion, Every every) {
    return io::periodic_numbers(
        returns.reader(),
        {.occasion = occasion, .every = every, .policies = returns.request().policies});
}

/// The numbers of the periods within a window.
std::vector<std::int64_t> within(const scorecard::PeriodicNumbers& series,
                                 const care::Window& window) {
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < series.numbers.size(); ++i)
        if (window.holds(series.periods.windows[i].first))
            numbers.push_back(series.numbers[i]);
    return numbers;
}

std::int64_t sum(const std::vector<std::int64_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

/// What periods count within a longer one that counts `whole`: each of them at most that, together
/// at least; where each start and each leaving counts, together just that.
void check_parts(const std::vector<std::int64_t>& parts, std::int64_t whole,
                 const care::Policies& policies) {
    for (const std::int64_t part : parts)
        RC_ASSERT(part <= whole);
    RC_ASSERT(sum(parts) >= whole);
    if (policies.starts_and_ceases == care::StartsAndCeases::periods)
        RC_ASSERT(sum(parts) == whole);
}

} // namespace

TEST_CASE("months make up quarters, and both the years of the scorecards") {
    CHECK(rc::check("months, quarters and years", [] {
        Returns returns = random_returns();
        const care::Policies& policies = returns.request().policies;
        const auto scorecards = io::scorecards(returns.reader(), returns.request());
        for (const Occasion occasion : {Occasion::started, Occasion::ceased}) {
            const auto months = series(returns, occasion, Every::month);
            const auto quarters = series(returns, occasion, Every::quarter);
            RC_ASSERT(months.size() * 2 == scorecards.size());
            for (std::size_t i = 0; i < scorecards.size(); ++i) {
                const scorecard::Figure& figure = scorecards[i][name_of(occasion)];
                if (!figure.is_available())
                    continue;
                const care::Window year(scorecards[i].as_at);
                const auto of_year = within(months[i / 2], year);
                RC_ASSERT(of_year.size() == 12U);
                check_parts(of_year, figure.numerator(), policies);
                check_parts(within(quarters[i / 2], year), figure.numerator(), policies);
            }
            for (std::size_t i = 0; i < months.size(); ++i)
                for (std::size_t at = 0; at < quarters[i].numbers.size(); ++at)
                    check_parts(within(months[i], quarters[i].periods.windows[at]),
                                quarters[i].numbers[at], policies);
        }
    }));
}

TEST_CASE("periods counted in parts add up to those counted at once") {
    CHECK(rc::check("two parts", [] {
        Returns returns = random_returns();
        const care::Records& records = returns.reader().records();
        const scorecard::PeriodicRequest request{.occasion = Occasion::ceased};
        const auto periods = scorecard::periods_held(records, request);
        const auto counted = [&](scorecard::ChildRange children) {
            return scorecard::count_periods(records, children, periods, request, [](auto&&...) {});
        };
        const auto end = records.child_count();
        const auto middle =
            static_cast<care::Records::ChildNumber>(random_rows::below(static_cast<int>(end) + 1));
        const auto all = counted({0, end});
        auto parts = counted({0, middle});
        const auto others = counted({middle, end});
        for (std::size_t authority = 0; authority < parts.size(); ++authority)
            for (std::size_t at = 0; at < parts[authority].size(); ++at)
                parts[authority][at] += others[authority][at];
        RC_ASSERT(parts == all);
    }));
}
