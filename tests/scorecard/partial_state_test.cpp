#include "indicare/scorecard/partial_state.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/io/partial_state_bytes.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "scorecard/parts.hpp"

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using scorecard::PartialState;

namespace {

/// The state as at 31 March 2023 of rows `CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA` in the return of
/// 2023, the request changed by `change`.
template <class Change>
PartialState state_of_rows(const std::string& rows, Change&& change) {
    Returns returns;
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n" + rows);
    returns.reader().end_returns();
    returns.request().as_at = {Returns::date("2023-03-31")};
    change(returns);
    return state_of(returns);
}

PartialState state_of_rows(const std::string& rows) {
    return state_of_rows(rows, [](Returns&) {});
}

const std::string anna = "A,01/06/2022,S,C2,U4,,,North\n";
const std::string ben = "B,01/06/2020,S,C2,U4,,,North\n";
const std::string cara = "A,01/06/2022,S,C2,U4,01/02/2023,E4A,South\n";

indicators::Tally tally_of(const PartialState& state, const std::string& authority,
                           std::string_view id) {
    return state.authorities().at(authority).counts.at(0).tallies.at(
        indicators::indicator_named(id).value());
}

/// Checks that a merge is refused with these words, whichever is merged into which, and changes
/// nothing.
void check_refused(const PartialState& a, const PartialState& b, const std::string& words) {
    for (const bool turned : {false, true}) {
        PartialState state = turned ? b : a;
        CHECK_THAT(state.merge(turned ? a : b), Contains(words));
        CHECK(state == (turned ? b : a));
    }
}

/// A state that tells of so many looked after, and that they are these children of North.
PartialState state_that_tells(std::int64_t looked_after, std::vector<scorecard::ChildMark> marks) {
    scorecard::CountedAuthority north;
    north.counts.resize(1);
    north.counts[0].tallies.at(indicators::indicator_named("looked_after").value()) = {looked_after,
                                                                                       0, 0};
    north.children = std::move(marks);
    scorecard::Rules rules;
    rules.as_at = {Returns::date("2023-03-31")};
    return PartialState::of_parts(rules, {{"North", north}}).value();
}

/// The scorecards in every figure and reason.
std::string text_of(const PartialState& state) {
    return io::to_json(scorecard::scorecards_of(state, {}));
}

} // namespace

TEST_CASE("states of parts of an authority and of authorities add up") {
    PartialState state = state_of_rows(anna);
    REQUIRE(state.merge(state_of_rows(ben)).empty());
    REQUIRE(state.merge(state_of_rows(cara)).empty());
    REQUIRE(state.authorities().size() == 2);
    CHECK(tally_of(state, "North", "looked_after") == indicators::Tally{2, 0, 0});
    CHECK(tally_of(state, "North", "started") == indicators::Tally{1, 0, 0});
    CHECK(tally_of(state, "South", "looked_after") == indicators::Tally{0, 0, 0});
    CHECK(tally_of(state, "South", "ceased") == indicators::Tally{1, 0, 0});
    CHECK(state == state_of_rows(ben + cara + anna));
}

TEST_CASE("a state of nothing yet takes the rules of the first") {
    PartialState state;
    CHECK(scorecard::scorecards_of(state, {}).empty());
    CHECK(state.merge(PartialState()).empty());
    CHECK(state == PartialState());
    CHECK(state.merge(state_of_rows(anna)).empty());
    CHECK(state == state_of_rows(anna));
    CHECK(state.merge(PartialState()).empty());
    CHECK(state == state_of_rows(anna));
}

TEST_CASE("a child in two parts is refused, one of the same name in another authority is not") {
    check_refused(state_of_rows(anna), state_of_rows(anna + ben), "1 child of North is in both");
    check_refused(state_of_rows(anna + ben), state_of_rows(anna + ben),
                  "2 children of North are in both");
    PartialState state = state_of_rows(anna);
    CHECK(state.merge(state_of_rows(cara)).empty());
}

TEST_CASE("what was counted by other rules is refused") {
    const PartialState state = state_of_rows(anna);
    const auto changed = [](auto change) { return state_of_rows(cara, change); };
    check_refused(state, changed([](Returns& returns) {
                      returns.request().as_at = {Returns::date("2022-12-31")};
                  }),
                  "2022-12-31");
    const auto other_policy = changed([](Returns& returns) {
        returns.request().policies.placement_run = care::PlacementRun::same_place;
    });
    check_refused(state, other_policy, "the policy placement_run is same_");
    PartialState same = state;
    CHECK(same.merge(other_policy) ==
          "the policy placement_run is same_carer in one and same_place in the other");
    check_refused(state,
                  changed([](Returns& returns) { returns.request().postcodes_given = true; }),
                  "a list of postcodes was given to one of them only");
    check_refused(state, changed([](Returns& returns) { returns.request().area_named = true; }),
                  "area was named to one of them only");
    check_refused(state, changed([](Returns& returns) {
                      returns.reader().records().given.longitudinal = true;
                  }),
                  "longitudinal");
}

TEST_CASE("parts of an authority that know of different returns are refused until they are told") {
    const auto other_given = [](Returns& returns) {
        auto& given = returns.reader().records().given;
        given.of(0).add_table(2023, care::Table::oc2);
    };
    check_refused(state_of_rows(anna, other_given), state_of_rows(ben),
                  "the parts of North were counted knowing of different returns");
    PartialState state = state_of_rows(anna, other_given);
    CHECK(state.merge(state_of_rows(ben, other_given)).empty());
    CHECK(state.merge(state_of_rows(cara)).empty()); // South was given another return
}

TEST_CASE("counts that together are more than can be are not merged") {
    constexpr std::int64_t most = 1'000'000'000'000; // in a state of one authority
    check_refused(state_that_tells(most, {1}), state_that_tells(1, {2}),
                  "the counts of North together are more than can be");
    PartialState state = state_that_tells(most - 1, {1});
    CHECK(state.merge(state_that_tells(1, {2})).empty());
    CHECK(state == state_that_tells(most, {1, 2}));
}

TEST_CASE("a state without its children is the whole of its authorities") {
    const PartialState whole = state_of_rows(anna + ben).without_children();
    CHECK(whole.authorities().at("North").is_whole());
    CHECK(text_of(whole) == text_of(state_of_rows(anna + ben)));
    check_refused(whole, state_of_rows(anna), "the whole of North is in one");
    check_refused(whole, whole, "the whole of North is in both");
    PartialState both = state_of_rows(cara).without_children();
    CHECK(both.merge(whole).empty());
    CHECK(both == state_of_rows(anna + ben + cara).without_children());
}

TEST_CASE("a part is taken out again") {
    PartialState state = state_of_rows(anna + ben + cara);
    CHECK(state.subtract(state_of_rows(anna + cara)).empty());
    CHECK(state == state_of_rows(ben));
    const PartialState whole = state_of_rows(cara).without_children();
    CHECK(state.merge(whole).empty());
    CHECK(state.subtract(whole).empty());
    CHECK(state == state_of_rows(ben));
    CHECK(state.subtract(PartialState()).empty());
    CHECK(state == state_of_rows(ben));
}

TEST_CASE("what is not there cannot be taken out") {
    const PartialState state = state_of_rows(ben + cara);
    const auto check_kept = [](const PartialState& from, const PartialState& out,
                               const std::string& words) {
        PartialState kept = from;
        CHECK_THAT(kept.subtract(out), Contains(words));
        CHECK(kept == from);
    };
    check_kept(state, state_of_rows(anna + ben), "1 child of North is not in the state");
    check_kept(state_of_rows(cara), state_of_rows(ben), "North is not in the state");
    check_kept(PartialState(), state_of_rows(ben), "no date");
    check_kept(state, state_of_rows(ben).without_children(), "which children of North");
    check_kept(state.without_children(), state_of_rows(ben), "which children of North");
    check_kept(state, state_of_rows("B,01/06/2020,S,C2,U4,01/02/2023,E4A,North\n"),
               "counted these children of North otherwise");
    check_kept(state_that_tells(2, {1, 2}), state_that_tells(1, {1, 2}),
               "counted these children of North otherwise"); // one is left, and no child
    check_kept(
        state,
        state_of_rows(
            ben, [](Returns& returns) { returns.reader().records().given.of(0).years.add(2022); }),
        "different returns");
}

TEST_CASE("a child of whom only a date of birth is known is one of the part") {
    Returns returns;
    care::Records& records = returns.reader().records();
    const auto authority = records.authority("North").value();
    const auto child = records.child(authority, "A");
    records.child(authority, "B");
    records.state_birth(child, Returns::date("2010-01-01"), {care::Table::reviews, 2023});
    const PartialState state = state_of(returns);
    CHECK(state.authorities().at("North").children ==
          std::vector<scorecard::ChildMark>{scorecard::mark_of("North", "A")});
}

TEST_CASE("parts merged in any order, by way of bytes, are the whole") {
    CHECK(rc::check("any parts of any children", [] {
        const RandomRows rows = rows_of_children(random_rows::below(10));
        auto states = random_states(rows);
        Returns all = read_by_authority(rows);
        const PartialState whole = state_of(all);
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        while (states.size() > 1) { // in any grouping
            std::shuffle(states.begin(), states.end(), random);
            const auto read = io::state_of_bytes(io::to_bytes(states.back()));
            RC_ASSERT(read.state == states.back());
            states.pop_back();
            RC_ASSERT(states.back().merge(*read.state).empty());
        }
        RC_ASSERT(states.back() == whole);
        RC_ASSERT(io::to_bytes(states.back()) == io::to_bytes(whole));
        const auto scorecards =
            scorecard::scorecards(all.reader().records(), all.request(), [](auto&&...) {});
        RC_ASSERT(text_of(whole) == io::to_json(scorecards));
    }));
}

TEST_CASE("what was merged and is taken out again leaves what was there") {
    CHECK(rc::check("any parts of any children", [] {
        const auto states = random_states(rows_of_children(random_rows::below(10)));
        PartialState state = states[0];
        RC_ASSERT(state.merge(states[1]).empty());
        RC_ASSERT(state.merge(states[2]).empty());
        RC_ASSERT(state.subtract(states[1]).empty());
        PartialState expected = states[0];
        RC_ASSERT(expected.merge(states[2]).empty());
        RC_ASSERT(state == expected);
    }));
}
