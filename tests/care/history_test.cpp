#include "episodes.hpp"
#include "indicare/care/history.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// Expectations from `docs/rules.md`, sections 1 and 3.1.

using namespace indicare::care;
using indicare::tests::day;
using indicare::tests::episode;
using indicare::tests::episodes;
using indicare::tests::text_of;

namespace {

using Lines = std::vector<std::string>;

History history_of(const Lines& lines, const Policies& policies = {}) {
    History history(policies);
    history.build(episodes(lines));
    return history;
}

/// Where each period of care starts; `?` where it is only known to be on or before that day.
Lines periods_of(const History& history) {
    Lines lines;
    for (const PeriodOfCare& each : history.periods())
        lines.push_back(text_of(each.start) + (each.start_known ? "" : "?"));
    return lines;
}

Lines lines_of(std::span<const Placement> placements) {
    Lines lines;
    for (const Placement& each : placements)
        lines.push_back(text_of(each.start) + (each.start_known ? "" : "?") + " " +
                        text_of(each.end));
    return lines;
}

Lines periods_of(const Lines& lines) {
    return periods_of(history_of(lines));
}
Lines placements_of(const Lines& lines, const Policies& policies = {}) {
    return lines_of(history_of(lines, policies).placements());
}
Lines settled_of(const Lines& lines) {
    return lines_of(history_of(lines).settled_placements());
}

Policies with(std::string_view policy, std::string_view value) {
    Policies policies;
    if (!choose(policies, policy, value))
        throw std::invalid_argument(std::string(value));
    return policies;
}

} // namespace

TEST_CASE("an episode holds its DECOM and not its DEC", "[episode]") {
    const Episode closed = episode("2022-06-01 S V2 U4 2022-09-01 X1");
    CHECK_FALSE(closed.holds(day("2022-05-31")));
    CHECK(closed.holds(day("2022-06-01")));
    CHECK(closed.holds(day("2022-08-31")));
    CHECK_FALSE(closed.holds(day("2022-09-01")));
    const Episode open = episode("2022-06-01 S V2 U4");
    CHECK(open.holds(day("2022-06-01")));
    CHECK(open.holds(last_recordable));
    CHECK(closed.overlaps(day("2022-08-31"), day("2022-12-31")));
    CHECK_FALSE(closed.overlaps(day("2022-09-01"), day("2022-12-31")));
    CHECK(closed.overlaps(day("2022-01-01"), day("2022-06-01")));
    CHECK_FALSE(closed.overlaps(day("2022-01-01"), day("2022-05-31")));
    CHECK(open.overlaps(day("2030-01-01"), day("2030-12-31")));
}

TEST_CASE("a child leaves by a care episode whose REC is neither X1 nor blank", "[episode]") {
    CHECK(episode("2022-06-01 S V2 U4 2022-09-01 E4A").leaves());
    CHECK(episode("2022-06-01 S V2 U4 2022-09-01 E3").leaves());
    CHECK_FALSE(episode("2022-06-01 S V2 U4 2022-09-01 X1").leaves());
    CHECK_FALSE(episode("2022-06-01 S V2 U4 2022-09-01 -").leaves());
    CHECK_FALSE(episode("2022-06-01 S V2 U4 - E4A").leaves());
    CHECK_FALSE(episode("2022-06-01 S V3 U4 2022-09-01 E4A").leaves());
    CHECK_FALSE(episode("2022-06-01 S V4 U4 2022-09-01 E4A").leaves());
    Episode other = episode("2022-06-01 S V2 U4 2022-09-01 -");
    other.rec = ReasonEpisodeCeased::unlisted;
    CHECK(other.leaves());
    Episode given_an_end = episode("2022-06-01 S V2 U4 2022-09-01 E4A");
    given_an_end.dec_stands = false;
    CHECK_FALSE(given_an_end.leaves());
}

TEST_CASE("what kinds of episode there are", "[episode]") {
    for (const auto* place : {"T0", "T1", "T2", "T3", "T4"})
        CHECK(episode(std::string("2022-06-01 S V2 ") + place).is_temporary());
    for (const auto* place : {"S1", "Z1", "U4", "A3", "-"})
        CHECK_FALSE(episode(std::string("2022-06-01 S V2 ") + place).is_temporary());
    for (const auto* place : {"A3", "A4", "A5", "A6"})
        CHECK(episode(std::string("2022-06-01 S V2 ") + place).is_adoptive());
    for (const auto* place : {"U6", "P1", "U2", "U5"})
        CHECK_FALSE(episode(std::string("2022-06-01 S V2 ") + place).is_adoptive());
    CHECK(episode("2022-06-01 S V2 A3").is_adoptive_with_current_carer());
    CHECK(episode("2022-06-01 S V2 A5").is_adoptive_with_current_carer());
    CHECK_FALSE(episode("2022-06-01 S V2 A4").is_adoptive_with_current_carer());
    CHECK_FALSE(episode("2022-06-01 S V2 A6").is_adoptive_with_current_carer());
    for (const auto* status : {"V2", "C1", "C2", "D1", "E1", "L1", "L2", "L3", "J1", "J2", "J3"})
        CHECK(episode(std::string("2022-06-01 S ") + status + " U4").is_care());
    CHECK_FALSE(episode("2022-06-01 S V3 U4").is_care());
    CHECK_FALSE(episode("2022-06-01 S V4 U4").is_care());
}

TEST_CASE("care episodes that follow each other are one period of care", "[history][period]") {
    const History history =
        history_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 L C2 U4 2022-03-01 X1",
                    "2022-03-01 P C2 K2 2022-04-01 E4A"});
    CHECK(periods_of(history) == Lines{"2022-01-01"});
    CHECK(history.periods()[0].first == 0);
    CHECK(history.periods()[0].last == 2);
    CHECK_FALSE(history.periods()[0].follows_short_breaks);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(history.period_number_of(i) == 0);
}

TEST_CASE("RNE S begins a period, even without a gap", "[history][period]") {
    CHECK(periods_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 S V2 U4"}) ==
          Lines{"2022-01-01", "2022-02-01"});
}

TEST_CASE("a gap begins a period, of which the start is known by RNE S alone",
          "[history][period]") {
    CHECK(periods_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-02 P V2 U4"}) ==
          Lines{"2022-01-01", "2022-02-02?"});
    CHECK(periods_of({"2022-01-01 S V2 U4 2022-02-01 E4A", "2022-03-01 S V2 U4"}) ==
          Lines{"2022-01-01", "2022-03-01"});
}

TEST_CASE("what follows a leaving is another period", "[history][period]") {
    CHECK(periods_of({"2022-01-01 S V2 U4 2022-02-01 E4A", "2022-02-01 P V2 U4"}) ==
          Lines{"2022-01-01", "2022-02-01?"});
}

TEST_CASE("an end without REC is no leaving, nor is one that a rule gave", "[history][period]") {
    CHECK(periods_of({"2022-01-01 S V2 U4 2022-02-01 -", "2022-02-01 P V2 U4"}) ==
          Lines{"2022-01-01"});
    auto made = episodes({"2022-01-01 S V2 U4 2022-02-01 E4A", "2022-02-01 P V2 U4"});
    made[0].dec_stands = false;
    History history;
    history.build(made);
    CHECK(periods_of(history) == Lines{"2022-01-01"});
}

TEST_CASE("a child first seen in the middle came in on or before that day", "[history][period]") {
    CHECK(periods_of({"2022-01-01 P V2 U4 2022-02-01 X1", "2022-02-01 L C2 U4"}) ==
          Lines{"2022-01-01?"});
    CHECK(periods_of({"2022-01-01 - V2 U4"}) == Lines{"2022-01-01?"});
}

TEST_CASE("a period that follows short breaks has a known start", "[history][period]") {
    const History directly = history_of({"2021-01-01 S V4 U4 2022-01-01 X1", "2022-01-01 L V2 U4"});
    CHECK(periods_of(directly) == Lines{"2022-01-01"});
    CHECK(directly.periods()[0].follows_short_breaks);
    CHECK(directly.care().size() == 1);
    CHECK(directly.short_breaks().size() == 1);

    const History a_day_later =
        history_of({"2021-01-01 S V3 U4 2022-01-01 E8", "2022-01-02 L V2 U4"});
    CHECK(periods_of(a_day_later) == Lines{"2022-01-02?"});
    CHECK_FALSE(a_day_later.periods()[0].follows_short_breaks);

    const History not_the_last =
        history_of({"2021-01-01 S V3 U4 2021-01-05 E8", "2021-02-01 S V3 U4 2021-02-05 E8",
                    "2021-02-05 L V2 U4 2021-03-01 E4A", "2021-04-01 S V3 U4 2021-04-05 E8"});
    CHECK(not_the_last.periods()[0].follows_short_breaks);
}

TEST_CASE("short breaks between care episodes part them", "[history][period]") {
    const History history = history_of({"2022-01-01 S V2 U4 2022-02-01 X1",
                                        "2022-02-01 L V4 U4 2022-03-01 X1", "2022-03-01 L V2 U4"});
    CHECK(periods_of(history) == Lines{"2022-01-01", "2022-03-01"});
    CHECK_FALSE(history.periods()[0].follows_short_breaks);
    CHECK(history.periods()[1].follows_short_breaks);
}

TEST_CASE("S, P and B move a child to another carer; L, T and U do not", "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 U4 2022-03-01 X1",
                         "2022-03-01 B C2 U4 2022-04-01 X1", "2022-04-01 L C1 U4 2022-05-01 X1",
                         "2022-05-01 T C1 U4 2022-06-01 X1", "2022-06-01 U C2 U4"}) ==
          Lines{"2022-01-01 2022-02-01", "2022-02-01 2022-03-01", "2022-03-01 -"});
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 - V2 K2"}) ==
          Lines{"2022-01-01 -"});
}

TEST_CASE("placed for adoption with the current carer is no move", "[history][placement]") {
    for (const auto* place : {"A3", "A5"})
        for (const auto* rne : {"P", "B"})
            CHECK(placements_of({"2022-01-01 S V2 U5 2022-02-01 X1",
                                 std::string("2022-02-01 ") + rne + " E1 " + place}) ==
                  Lines{"2022-01-01 -"});
    for (const auto* place : {"A4", "A6"})
        CHECK(placements_of(
                  {"2022-01-01 S V2 U5 2022-02-01 X1", std::string("2022-02-01 P E1 ") + place}) ==
              Lines{"2022-01-01 2022-02-01", "2022-02-01 -"});
}

TEST_CASE("each period begins a placement, whatever its first episode says",
          "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 E4A", "2022-02-01 L V2 A3"}) ==
          Lines{"2022-01-01 2022-02-01", "2022-02-01? -"});
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 E4A", "2022-03-01 S V2 A3"}) ==
          Lines{"2022-01-01 2022-02-01", "2022-03-01 -"});
}

TEST_CASE("when the start of a first known placement is known", "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 A3"}) == Lines{"2022-01-01 -"});
    CHECK(placements_of({"2022-01-01 P V2 U4"}) == Lines{"2022-01-01 -"});
    CHECK(placements_of({"2022-01-01 B V2 U4"}) == Lines{"2022-01-01 -"});
    CHECK(placements_of({"2022-01-01 P V2 A3"}) == Lines{"2022-01-01? -"});
    CHECK(placements_of({"2022-01-01 B V2 A5"}) == Lines{"2022-01-01? -"});
    CHECK(placements_of({"2022-01-01 P V2 A6"}) == Lines{"2022-01-01 -"});
    CHECK(placements_of({"2022-01-01 L V2 U4"}) == Lines{"2022-01-01? -"});
    CHECK(placements_of({"2022-01-01 T V2 U4"}) == Lines{"2022-01-01? -"});
    CHECK(placements_of({"2022-01-01 U V2 U4"}) == Lines{"2022-01-01? -"});
    CHECK(placements_of({"2022-01-01 - V2 U4"}) == Lines{"2022-01-01? -"});
    // The period's start is known, the placement's is not.
    CHECK(placements_of({"2021-01-01 S V4 U4 2022-01-01 X1", "2022-01-01 L V2 U4"}) ==
          Lines{"2022-01-01? -"});
    // Another remaining episode of the period stands before it.
    CHECK(placements_of({"2022-01-01 L V2 U4 2022-02-01 X1", "2022-02-01 P V2 K2"}) ==
          Lines{"2022-01-01? 2022-02-01", "2022-02-01 -"});
}

TEST_CASE("temporary episodes join what stands before and after them", "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-02-08 X1",
                         "2022-02-08 P V2 U4"}) == Lines{"2022-01-01 -"});
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-02-08 X1",
                         "2022-02-08 P V2 T4 2022-02-09 X1", "2022-02-09 B C2 U4"}) ==
          Lines{"2022-01-01 -"});
}

TEST_CASE("after temporary episodes another place, provider, postcode or reference is a move",
          "[history][placement]") {
    const std::string before = "2022-01-01 S V2 U4 2022-02-01 X1 PR1 7 9";
    const std::string temporary = "2022-02-01 P V2 T1 2022-02-08 X1 PR1 8 8";
    const auto after = [&](const std::string& rne, const std::string& place) {
        return placements_of({before, temporary, "2022-02-08 " + rne + " V2 " + place}).size();
    };
    CHECK(after("P", "U4 - - PR1 7 9") == 1);
    CHECK(after("B", "U4 - - PR1 7 9") == 1);
    CHECK(after("P", "U6 - - PR1 7 9") == 2);
    CHECK(after("P", "U4 - - PR2 7 9") == 2);
    CHECK(after("P", "U4 - - PR1 6 9") == 2);
    CHECK(after("P", "U4 - - PR1 7 6") == 2);
    CHECK(after("L", "U6 - - PR1 7 9") == 2);
    CHECK(after("T", "U6 - - PR1 7 9") == 2);
    CHECK(after("P", "A3 - - PR1 7 9") == 1);
    CHECK(after("P", "A5 - - PR4 6 6") == 1);
    CHECK(after("P", "A6 - - PR1 7 9") == 2);
}

TEST_CASE("a stay that differs without temporary episodes before it is judged by RNE alone",
          "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1 PR1 7 9",
                         "2022-02-01 L V2 K2 - - PR4 8 8"}) == Lines{"2022-01-01 -"});
}

TEST_CASE("a placement ends with its last episode that is not temporary", "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1"}) ==
          Lines{"2022-01-01 2022-02-01"});
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-03-01 X1",
                         "2022-03-01 P V2 K2"}) == Lines{"2022-01-01 2022-02-01", "2022-03-01 -"});
}

TEST_CASE("a period that begins with temporary episodes", "[history][placement]") {
    CHECK(placements_of({"2022-01-01 S V2 T1 2022-02-01 X1", "2022-02-01 P V2 U4"}) ==
          Lines{"2022-02-01? -"});
    CHECK(placements_of({"2022-01-01 S V2 T1"}).empty());
    // Temporary episodes of another period do not matter.
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-03-01 E4A",
                         "2022-03-01 P V2 U4"}) == Lines{"2022-01-01 2022-02-01", "2022-03-01 -"});
}

TEST_CASE("a placement is in a window that it overlaps", "[history][placement]") {
    const History history = history_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 K2"});
    const Placement& closed = history.placements()[0];
    CHECK(closed.overlaps(day("2022-01-31"), day("2022-12-31")));
    CHECK_FALSE(closed.overlaps(day("2022-02-01"), day("2022-12-31")));
    CHECK(closed.overlaps(day("2021-01-01"), day("2022-01-01")));
    CHECK_FALSE(closed.overlaps(day("2021-01-01"), day("2021-12-31")));
    CHECK(history.placements()[1].overlaps(day("2040-01-01"), day("2040-12-31")));
}

TEST_CASE("with placements kept by place, T and U begin one too", "[history][policy]") {
    const Policies same_place = with("placement_run", "same_place");
    CHECK(placements_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 T V2 U4 2022-03-01 X1",
                         "2022-03-01 U C2 U4 2022-04-01 X1", "2022-04-01 L C2 U4 2022-05-01 X1",
                         "2022-05-01 T C2 A3"},
                        same_place) ==
          Lines{"2022-01-01 2022-02-01", "2022-02-01 2022-03-01", "2022-03-01 -"});
}

TEST_CASE("temporary placements may be counted like any other", "[history][policy]") {
    const Policies counted = with("temporary_placements", "counted");
    const Lines lines = {"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-02-08 X1",
                         "2022-02-08 P V2 U4"};
    CHECK(placements_of(lines, counted) ==
          Lines{"2022-01-01 2022-02-01", "2022-02-01 2022-02-08", "2022-02-08 -"});
    CHECK(history_of(lines, counted).placed_by(1) == 1);
}

TEST_CASE("a change into U2 or U5 begins a placement for long-term stability",
          "[history][settled]") {
    const Lines into_u2 = {"2022-01-01 S V2 U3 2022-02-01 X1", "2022-02-01 T V2 U2"};
    CHECK(placements_of(into_u2) == Lines{"2022-01-01 -"});
    CHECK(settled_of(into_u2) == Lines{"2022-01-01 2022-02-01", "2022-02-01 -"});
    const auto settled = [](const std::string& from, const std::string& rne,
                            const std::string& to) {
        return settled_of({"2022-01-01 S V2 " + from + " 2022-02-01 X1",
                           "2022-02-01 " + rne + " V2 " + to})
            .size();
    };
    CHECK(settled("U6", "L", "U5") == 2);
    CHECK(settled("U2", "T", "U5") == 2);
    CHECK(settled("U5", "T", "U5") == 1);
    CHECK(settled("U2", "L", "U2") == 1);
    CHECK(settled("U5", "T", "U6") == 1);
    CHECK(settled("U5", "P", "A5") == 1);
    CHECK(settled("U5", "P", "U5") == 2);
}

TEST_CASE("that change is judged against the last remaining episode", "[history][settled]") {
    CHECK(settled_of({"2022-01-01 S V2 U5 2022-02-01 X1", "2022-02-01 P V2 T1 2022-03-01 X1",
                      "2022-03-01 P V2 U5"}) == Lines{"2022-01-01 -"});
    CHECK(settled_of({"2022-01-01 L V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-03-01 X1",
                      "2022-03-01 P V2 U5"}) == Lines{"2022-01-01? 2022-02-01", "2022-03-01 -"});
}

TEST_CASE("the care episode open on a day", "[history]") {
    const Lines lines = {"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 K2 2022-03-01 E4A",
                         "2022-04-01 S V4 U4 2022-05-01 E8"};
    const History history = history_of(lines);
    CHECK_FALSE(history.open_on(day("2021-12-31")).has_value());
    CHECK(history.open_on(day("2022-01-01")) == 0);
    CHECK(history.open_on(day("2022-01-31")) == 0);
    CHECK(history.open_on(day("2022-02-01")) == 1);
    CHECK(history.open_on(day("2022-02-28")) == 1);
    CHECK_FALSE(history.open_on(day("2022-03-01")).has_value());
    CHECK_FALSE(history.open_on(day("2022-04-15")).has_value());
    CHECK_FALSE(history_of({}).open_on(day("2022-04-15")).has_value());
}

TEST_CASE("who leaves on the day may be counted as still looked after", "[history][policy]") {
    const Policies still = with("leaver_on_date", "still_looked_after");
    const Lines leaves = {"2022-01-01 S V2 U4 2022-03-31 E4A"};
    CHECK_FALSE(history_of(leaves).open_on(day("2022-03-31")).has_value());
    CHECK(history_of(leaves, still).open_on(day("2022-03-31")) == 0);
    CHECK_FALSE(history_of(leaves, still).open_on(day("2022-04-01")).has_value());
    const Lines no_leaving = {"2022-01-01 S V2 U4 2022-03-31 X1"};
    CHECK_FALSE(history_of(no_leaving, still).open_on(day("2022-03-31")).has_value());
    const Lines comes_back = {"2022-01-01 S V2 U4 2022-03-31 E4A", "2022-03-31 S V2 K2"};
    CHECK(history_of(comes_back, still).open_on(day("2022-03-31")) == 1);
}

TEST_CASE("the placement of a temporary episode is the last one before it", "[history]") {
    const History history =
        history_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 P V2 T1 2022-03-01 X1",
                    "2022-03-01 P V2 T4 2022-04-01 E4A", "2022-05-01 S V2 T0 2022-06-01 X1",
                    "2022-06-01 P V2 K2"});
    CHECK(history.placed_by(0) == 0);
    CHECK(history.placed_by(1) == 0);
    CHECK(history.placed_by(2) == 0);
    CHECK_FALSE(history.placed_by(3).has_value());
    CHECK(history.placed_by(4) == 4);
    CHECK(history.period_of(3).first == 3);
}

TEST_CASE("the placement that an episode lies in", "[history]") {
    const History history =
        history_of({"2022-01-01 S V2 U4 2022-02-01 X1", "2022-02-01 L C2 U4 2022-03-01 X1",
                    "2022-03-01 P C2 K2 2022-04-01 X1", "2022-04-01 L V2 K2"});
    REQUIRE(history.placements().size() == 2);
    CHECK(History::holding(history.placements(), 0).start == day("2022-01-01"));
    CHECK(History::holding(history.placements(), 1).start == day("2022-01-01"));
    CHECK(History::holding(history.placements(), 2).start == day("2022-03-01"));
    CHECK(History::holding(history.placements(), 3).start == day("2022-03-01"));
}

TEST_CASE("one history serves child after child", "[history]") {
    History history;
    history.build(episodes({"2021-01-01 S V4 U4 2022-01-01 X1", "2022-01-01 S V2 U4"}));
    history.build(episodes({"2022-02-01 P V2 U4"}));
    CHECK(history.care().size() == 1);
    CHECK(history.short_breaks().empty());
    CHECK(periods_of(history) == Lines{"2022-02-01?"});
    CHECK(lines_of(history.placements()) == Lines{"2022-02-01 -"});
    history.build({});
    CHECK(history.periods().empty());
    CHECK(history.placements().empty());
    CHECK(history.settled_placements().empty());
}

namespace {

/// A child's life of episodes that do not overlap, with few codes, so that they often agree.
std::vector<Episode> any_life() {
    std::vector<Episode> life;
    Date at = day("2020-01-01");
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        const auto rne = *rc::gen::element<std::string>("S", "L", "P", "T", "B", "U", "-", "P");
        const auto status = *rc::gen::element<std::string>("V2", "V2", "C2", "V4");
        const auto place = *rc::gen::element<std::string>("U4", "U5", "A3", "A6", "T1", "T1");
        Episode made = episode(at.iso() + " " + rne + " " + status + " " + place);
        made.dec = at + *rc::gen::inRange(1, 4);
        made.rec = *rc::gen::element(ReasonEpisodeCeased::X1, ReasonEpisodeCeased::X1,
                                     ReasonEpisodeCeased::E4A, ReasonEpisodeCeased::blank);
        made.location.postcode = *rc::gen::inRange<std::uint64_t>(0, 2);
        at = made.dec + *rc::gen::element(0, 0, 0, 1);
        if (i + 1 == count && *rc::gen::arbitrary<bool>())
            made.dec = Date();
        life.push_back(made);
    }
    return life;
}

/// The periods of care as the page has them.
Lines periods_by_the_page(const std::vector<Episode>& life) {
    Lines lines;
    const Episode* before = nullptr;
    for (const Episode& each : life) {
        if (!each.is_care())
            continue;
        const bool says_so = each.rne == ReasonNewEpisode::S;
        if (before == nullptr || says_so || before->dec != each.decom || before->leaves()) {
            const bool after_short_break =
                std::any_of(life.begin(), life.end(), [&each](const Episode& other) {
                    return !other.is_care() && other.dec == each.decom;
                });
            lines.push_back(text_of(each.decom) + (says_so || after_short_break ? "" : "?"));
        }
        before = &each;
    }
    return lines;
}

/// The placements as the page has them; for long-term stability where `settled`.
Lines placements_by_the_page(const std::vector<Episode>& life, const History& history,
                             bool settled) {
    std::vector<Episode> care;
    std::copy_if(life.begin(), life.end(), std::back_inserter(care),
                 [](const Episode& each) { return each.is_care(); });
    Lines starts;
    Lines lines;
    for (std::size_t i = 0; i < care.size(); ++i) {
        const Episode& each = care[i];
        if (each.is_temporary())
            continue;
        const std::size_t first = history.period_of(i).first;
        std::size_t before = i; // one past the last remaining episode before, in the period
        while (before > first && care[before - 1].is_temporary())
            --before;
        const bool is_first = before == first;
        const bool after_temporary = before != i;
        const bool current_carer =
            each.place == PlacementType::A3 || each.place == PlacementType::A5;
        const bool moved = (each.rne == ReasonNewEpisode::S || each.rne == ReasonNewEpisode::P ||
                            each.rne == ReasonNewEpisode::B) &&
                           !current_carer && !after_temporary;
        bool begins = is_first || moved;
        if (!is_first) {
            const Episode& last = care[before - 1];
            begins = begins || (after_temporary && !current_carer &&
                                (each.place != last.place || each.provider != last.provider ||
                                 each.location != last.location));
            begins = begins || (settled && each.place == PlacementType::U5 &&
                                last.place != PlacementType::U5);
        }
        if (begins) {
            const bool known = each.rne == ReasonNewEpisode::S || moved || !is_first;
            starts.push_back(text_of(each.decom) + (known ? "" : "?"));
            lines.emplace_back();
        }
        lines.back() = starts.back() + " " + text_of(each.dec);
    }
    return lines;
}

} // namespace

TEST_CASE("any life is parted into periods and placements as the page says", "[history]") {
    CHECK(rc::check("history", [] {
        const std::vector<Episode> life = any_life();
        History history;
        history.build(life);
        RC_ASSERT(periods_of(history) == periods_by_the_page(life));
        RC_ASSERT(lines_of(history.placements()) == placements_by_the_page(life, history, false));
        RC_ASSERT(lines_of(history.settled_placements()) ==
                  placements_by_the_page(life, history, true));
    }));
}
