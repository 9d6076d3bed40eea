#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "indicare/explain/movement.hpp"
#include "indicare/scorecard/counts.hpp"
#include "indicators/random_returns.hpp"

using namespace indicare;
using namespace indicare::tests;
using explain::Movement;
using explain::MovementPart;
using indicators::catalogue;
using indicators::Membership;
using indicators::Tally;

namespace {

Movement movement_of(std::string_view id, Returns& returns, std::string_view from,
                     std::string_view to, std::optional<std::int64_t> population_from = {},
                     std::optional<std::int64_t> population_to = {}) {
    returns.reader().end_returns();
    return explain::movement(returns.reader().records(), {}, 0,
                             {care::Window(Returns::date(from)), population_from},
                             {care::Window(Returns::date(to)), population_to},
                             catalogue[indicators::indicator_named(id).value()]);
}

MovementPart part_of(const Movement& movement, Membership from, Membership to) {
    for (const MovementPart& part : movement.parts)
        if (part.from == from && part.to == to)
            return part;
    return {};
}

exact::ratio sum_of_parts(const Movement& movement) {
    exact::ratio sum = movement.population_change.value_or(exact::ratio(0));
    for (const MovementPart& part : movement.parts)
        sum += part.change.value();
    return sum;
}

} // namespace

TEST_CASE("who joined and left a share, and what each did to it") {
    // In 2022 A, B and C are looked after, A and B in foster placements: 2 of 3. In 2023 A has
    // left, B has moved to a children's home, C is still in one, D and E have come, D to foster
    // carers: 1 of 4.
    Returns returns;
    returns
        .episodes(2022, "A,01/06/2021,S,C2,U4,,\n"
                        "B,01/06/2021,S,C2,U4,,\n"
                        "C,01/06/2021,S,C2,K2,,\n")
        .episodes(2023, "A,01/06/2021,S,C2,U4,01/05/2022,E4A\n"
                        "B,01/06/2021,S,C2,U4,01/07/2022,X1\n"
                        "B,01/07/2022,P,C2,K2,,\n"
                        "C,01/06/2021,S,C2,K2,,\n"
                        "D,01/08/2022,S,C2,U6,,\n"
                        "E,01/08/2022,S,C2,K2,,\n");
    const Movement movement = movement_of("in_foster_care", returns, "2022-03-31", "2023-03-31");
    CHECK(movement.before.tally() == Tally{2, 3, 0});
    CHECK(movement.after.tally() == Tally{1, 4, 0});
    // 25 - 200/3 = -125/3.
    CHECK(exact::to_text(*movement.change) == "-125/3");
    using enum Membership;
    // Each part is 100 (a - 2/3 b) / 4.
    CHECK(exact::to_text(*part_of(movement, numerator, outside).change) == "-25/3");
    CHECK(exact::to_text(*part_of(movement, numerator, denominator).change) == "-25");
    CHECK(exact::to_text(*part_of(movement, denominator, denominator).change) == "0");
    CHECK(exact::to_text(*part_of(movement, outside, numerator).change) == "25/3");
    CHECK(exact::to_text(*part_of(movement, outside, denominator).change) == "-50/3");
    CHECK(sum_of_parts(movement) == *movement.change);
    REQUIRE(movement.children.size() == 4); // all but C
    CHECK(movement.children[0].before.reason == "PLACE U4 (foster placement with another carer, "
                                                "long term) since 01/06/2021");
}

TEST_CASE("a count moves by those who join and leave") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,C2,U4,,\n")
        .episodes(2023, "A,01/06/2021,S,C2,U4,01/05/2022,E4A\n"
                        "B,01/07/2022,S,C2,K2,,\n"
                        "C,01/07/2022,S,C2,K2,,\n");
    const Movement movement = movement_of("looked_after", returns, "2022-03-31", "2023-03-31");
    CHECK(exact::to_text(*movement.change) == "1");
    CHECK(exact::to_text(*part_of(movement, Membership::outside, Membership::numerator).change) ==
          "2");
    CHECK(exact::to_text(*part_of(movement, Membership::numerator, Membership::outside).change) ==
          "-1");
}

TEST_CASE("a rate moves by its children and by its population") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,C2,U4,,\n")
        .episodes(2023, "A,01/06/2021,S,C2,U4,,\n"
                        "B,01/07/2022,S,C2,K2,,\n");
    const Movement movement =
        movement_of("looked_after_rate", returns, "2022-03-31", "2023-03-31", 1000, 1250);
    // From 10 to 16 per 10,000: B adds 8, the larger population takes 2.
    CHECK(exact::to_text(*movement.change) == "6");
    CHECK(exact::to_text(*part_of(movement, Membership::outside, Membership::numerator).change) ==
          "8");
    CHECK(exact::to_text(*movement.population_change) == "-2");
}

TEST_CASE("without a value on one of the dates there are children but no change") {
    Returns returns;
    returns.episodes(2022, "").episodes(2023, "A,01/06/2022,S,C2,U4,,\n");
    const Movement movement = movement_of("in_foster_care", returns, "2022-03-31", "2023-03-31");
    CHECK_FALSE(movement.change.has_value());
    CHECK(part_of(movement, Membership::outside, Membership::numerator).children == 1);
    CHECK(movement.children.size() == 1);
}

TEST_CASE("movement adds up exactly between any two dates") {
    CHECK(rc::check("parts and tallies", [] {
        Returns returns;
        const auto rows = rows_of_children(random_rows::below(7));
        give(returns, 2022, rows);
        give(returns, 2023, rows);
        returns.reader().end_returns();
        const char* const dates[] = {"2022-03-31", "2022-06-30", "2022-12-31", "2023-03-31"};
        const char* const from = dates[random_rows::below(4)];
        const char* const to = dates[random_rows::below(4)];
        const std::array windows = {care::Window(Returns::date(from)),
                                    care::Window(Returns::date(to))};
        const auto counts =
            scorecard::count(returns.reader().records(), windows, {}, [](auto&&...) {});
        if (!returns.reader().records().given.of(0).cover(windows[0]) ||
            !returns.reader().records().given.of(0).cover(windows[1]))
            return;
        for (std::size_t i = 0; i < catalogue.size(); ++i) {
            const Movement movement =
                explain::movement(returns.reader().records(), {}, 0, {windows[0], 5000},
                                  {windows[1], 5100}, catalogue[i]);
            if (!counts.empty()) {
                RC_ASSERT(movement.before.tally() == counts[0][0].tallies[i]);
                RC_ASSERT(movement.after.tally() == counts[0][1].tallies[i]);
            }
            if (movement.change)
                RC_ASSERT(sum_of_parts(movement) == *movement.change);
        }
    }));
}
