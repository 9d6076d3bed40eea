#include "episodes.hpp"
#include "indicare/care/joining.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Expectations from `docs/rules.md`, sections 1 and 5.

using namespace indicare::care;
using indicare::tests::day;
using indicare::tests::episode;
using indicare::tests::text_of;

namespace {

/// One child in the returns of an authority.
class OneChild {
  public:
    explicit OneChild(bool longitudinal = false) { records_.given.longitudinal = longitudinal; }

    /// A row of the return of a year: `DECOM RNE LS PLACE DEC REC`.
    OneChild& row(int year, const std::string& words) { return row(episode(words, year)); }
    OneChild& row(const Episode& made) {
        given(made.return_year);
        records_.add(child_, StoredEpisode(made));
        return *this;
    }

    /// A return that was given, whether or not it holds the child.
    OneChild& given(int year) {
        auto& years = records_.given.of(records_[child_].authority);
        years.years.add(year);
        years.with_episodes.add(year);
        return *this;
    }
    OneChild& given_without_episodes(int year) {
        records_.given.of(records_[child_].authority).years.add(year);
        return *this;
    }

    std::vector<Episode> joined() {
        const auto episodes = joining_.join(records_, child_);
        return {episodes.begin(), episodes.end()};
    }

    /// `DECOM DEC`, with `*` where a rule gave the end.
    std::vector<std::string> lines() {
        std::vector<std::string> lines;
        for (const Episode& each : joined())
            lines.push_back(text_of(each.decom) + " " + text_of(each.dec) +
                            (each.dec_stands ? "" : "*"));
        return lines;
    }

    struct Step {
        JoiningRule rule;
        std::uint32_t row;
        std::uint32_t because_of_row;
        std::string end;
        bool operator==(const Step&) const = default;
    };
    /// The rules used, with the end that each gave.
    std::vector<Step> steps() {
        joined();
        std::vector<Step> steps;
        for (const JoiningStep& step : joining_.steps())
            steps.push_back({step.rule, step.row, step.because_of_row, text_of(step.end)});
        return steps;
    }

    std::vector<int> years() {
        joined();
        std::vector<int> years(joining_.years().begin(), joining_.years().end());
        std::sort(years.begin(), years.end());
        return years;
    }

  private:
    Records records_;
    Records::ChildNumber child_ = records_.child(records_.authority("831").value(), "A");
    Joining joining_;
};

using Lines = std::vector<std::string>;
using Step = OneChild::Step;
using Steps = std::vector<Step>;
constexpr auto no_row = JoiningStep::no_row;

} // namespace

TEST_CASE("episodes stand in order of DECOM, whatever order they came in", "[joining]") {
    OneChild child;
    child.row(2023, "2022-09-01 P V2 U4 - -");
    child.row(2023, "2022-06-01 S V2 U4 2022-09-01 X1");
    CHECK(child.lines() == Lines{"2022-06-01 2022-09-01", "2022-09-01 -"});
    CHECK(child.steps().empty());
    CHECK(child.joined()[0].leaves() == false);
    CHECK(child.joined()[0].row == 1);
    CHECK(child.years() == std::vector{2023});
}

TEST_CASE("a DEC that is not after its DECOM is read as blank", "[joining]") {
    OneChild child;
    child.row(2023, "2022-06-01 S V2 U4 2022-05-01 E4A");
    CHECK(child.lines() == Lines{"2022-06-01 -"});
    CHECK(child.steps() == Steps{{JoiningRule::dec_not_after_decom, 0, no_row, "2022-05-01"}});
    CHECK_FALSE(child.joined()[0].leaves());

    OneChild same_day;
    same_day.row(2023, "2022-06-01 S V2 U4 2022-06-01 E4A");
    CHECK(same_day.lines() == Lines{"2022-06-01 -"});
    CHECK(same_day.steps().size() == 1);

    OneChild one_day;
    one_day.row(2023, "2022-06-01 S V2 U4 2022-06-02 E4A");
    CHECK(one_day.lines() == Lines{"2022-06-01 2022-06-02"});
    CHECK(one_day.joined()[0].leaves());
}

TEST_CASE("an episode without DEC ends where the next begins, which is no leaving", "[joining]") {
    OneChild child;
    child.row(2023, "2022-06-01 S V2 U4 - -");
    child.row(2023, "2022-09-01 P V2 U4 - -");
    CHECK(child.lines() == Lines{"2022-06-01 2022-09-01*", "2022-09-01 -"});
    CHECK(child.steps() == Steps{{JoiningRule::open_before_next, 0, 1, "2022-09-01"}});
}

TEST_CASE("an episode that runs on past the next ends where that begins, which is no leaving",
          "[joining]") {
    OneChild child;
    child.row(2023, "2022-06-01 S V2 U4 2022-10-01 E4A");
    child.row(2023, "2022-09-01 P V2 U4 2022-12-01 E4A");
    CHECK(child.lines() == Lines{"2022-06-01 2022-09-01*", "2022-09-01 2022-12-01"});
    CHECK(child.steps() == Steps{{JoiningRule::overlaps_next, 0, 1, "2022-09-01"}});
    CHECK_FALSE(child.joined()[0].leaves());
    CHECK(child.joined()[1].leaves());
}

TEST_CASE("short breaks and care episodes end each other too", "[joining]") {
    OneChild child;
    child.row(2023, "2022-06-01 S V4 U4 - -");
    child.row(2023, "2022-09-01 S V2 U4 - -");
    CHECK(child.lines() == Lines{"2022-06-01 2022-09-01*", "2022-09-01 -"});
}

TEST_CASE("the version in the latest return wins", "[joining]") {
    for (const bool later_first : {false, true}) {
        OneChild child;
        if (later_first)
            child.row(2023, "2021-06-01 S V2 K2 2022-05-01 E4A");
        child.row(2022, "2021-06-01 S V2 U4 - -");
        if (!later_first)
            child.row(2023, "2021-06-01 S V2 K2 2022-05-01 E4A");
        CHECK(child.lines() == Lines{"2021-06-01 2022-05-01"});
        CHECK(child.joined()[0].place == PlacementType::K2);
        CHECK(child.joined()[0].return_year == 2023);
        CHECK(child.steps().empty());
        CHECK(child.years() == std::vector{2022, 2023});
    }
}

TEST_CASE("of two rows in one return the later wins, with a finding", "[joining]") {
    OneChild child;
    child.row(2023, "2022-06-01 S V2 K2 - -");
    child.row(2023, "2022-06-01 S V2 U4 2022-08-01 E4A");
    CHECK(child.lines() == Lines{"2022-06-01 2022-08-01"});
    CHECK(child.joined()[0].place == PlacementType::U4);
    CHECK(child.steps() == Steps{{JoiningRule::duplicate_in_return, 0, 1, "-"}});

    child.row(2023, "2022-06-01 S V2 K1 - -");
    CHECK(child.joined()[0].place == PlacementType::K1);
    CHECK(child.steps().size() == 2);
}

TEST_CASE("an episode inside one that a later return holds was corrected away", "[joining]") {
    OneChild child;
    child.row(2022, "2021-06-01 S V2 U4 2021-09-01 X1");
    child.row(2022, "2021-09-01 P V2 K2 - -");
    child.row(2023, "2021-06-01 S V2 U4 - -");
    CHECK(child.lines() == Lines{"2021-06-01 -"});
    CHECK(child.steps() == Steps{{JoiningRule::corrected_away, 1, 2, "-"}});
}

TEST_CASE("what begins where the later return's episode begins or ends is not inside it",
          "[joining]") {
    OneChild at_the_end;
    at_the_end.row(2022, "2021-09-01 P V2 K2 2021-12-01 E4A");
    at_the_end.row(2023, "2021-06-01 S V2 U4 2021-09-01 X1");
    CHECK(at_the_end.lines() == Lines{"2021-06-01 2021-09-01", "2021-09-01 2021-12-01"});
    CHECK(at_the_end.steps().empty());

    OneChild a_day_before;
    a_day_before.row(2022, "2021-08-31 P V2 K2 2021-12-01 E4A");
    a_day_before.row(2023, "2021-06-01 S V2 U4 2021-09-01 X1");
    CHECK(a_day_before.lines() == Lines{"2021-06-01 2021-09-01"});
}

TEST_CASE("an earlier or the same return corrects nothing away", "[joining]") {
    OneChild earlier;
    earlier.row(2022, "2021-06-01 S V2 U4 2022-02-01 E4A");
    earlier.row(2023, "2021-09-01 P V2 K2 2021-12-01 E4A");
    CHECK(earlier.lines() == Lines{"2021-06-01 2021-09-01*", "2021-09-01 2021-12-01"});
    CHECK(earlier.steps() == Steps{{JoiningRule::overlaps_next, 0, 1, "2021-09-01"}});

    OneChild same;
    same.row(2022, "2021-06-01 S V2 U4 2022-02-01 E4A");
    same.row(2022, "2021-09-01 P V2 K2 2021-12-01 E4A");
    CHECK(same.lines() == Lines{"2021-06-01 2021-09-01*", "2021-09-01 2021-12-01"});
}

TEST_CASE("corrections are judged on the latest versions", "[joining]") {
    // The return of 2023 has the episode of June end before September: nothing is inside it.
    OneChild child;
    child.row(2021, "2020-09-01 P V2 K2 2020-12-01 E4A");
    child.row(2022, "2020-06-01 S V2 U4 - -");
    child.row(2023, "2020-06-01 S V2 U4 2020-08-01 E4A");
    CHECK(child.lines() == Lines{"2020-06-01 2020-08-01", "2020-09-01 2020-12-01"});
    CHECK(child.steps().empty());
}

TEST_CASE("an episode that was dropped still drops others", "[joining]") {
    OneChild child;
    child.row(2021, "2020-10-01 P V2 K2 2020-12-01 E4A"); // inside the one of 2022 alone
    child.row(2022, "2020-08-01 P V2 K1 2020-11-01 X1");  // inside the one of 2023
    child.row(2023, "2020-06-01 S V2 U4 2020-09-01 X1");
    CHECK(child.lines() == Lines{"2020-06-01 2020-09-01"});
    CHECK(child.steps() == Steps{{JoiningRule::corrected_away, 1, 2, "2020-11-01"},
                                 {JoiningRule::corrected_away, 0, 1, "2020-12-01"}});
}

TEST_CASE("an open episode that a later return does not hold ends on 1 April", "[joining]") {
    OneChild child;
    child.row(2022, "2021-06-01 S V2 U4 - -").given(2023);
    CHECK(child.lines() == Lines{"2021-06-01 2022-04-01*"});
    CHECK_FALSE(child.joined()[0].leaves());
    CHECK(child.steps() == Steps{{JoiningRule::no_longer_reported, 0, no_row, "2022-04-01"}});
    CHECK(child.years() == std::vector{2022});
}

TEST_CASE("it ends after the last return that holds it", "[joining]") {
    OneChild child;
    child.row(2021, "2020-06-01 S V2 U4 - -");
    child.row(2022, "2020-06-01 S V2 U4 - -").given(2024);
    CHECK(child.lines() == Lines{"2020-06-01 2022-04-01*"});
}

TEST_CASE("or at the child's next DECOM, if that is earlier", "[joining]") {
    OneChild child;
    child.row(2022, "2021-06-01 S V2 U4 - -");
    child.row(2023, "2022-02-01 P V2 U4 2022-07-01 E4A");
    CHECK(child.lines() == Lines{"2021-06-01 2022-02-01*", "2022-02-01 2022-07-01"});
    CHECK(child.steps() == Steps{{JoiningRule::no_longer_reported, 0, no_row, "2022-02-01"}});

    OneChild later;
    later.row(2022, "2021-06-01 S V2 U4 - -");
    later.row(2023, "2022-06-01 S V2 U4 - -");
    CHECK(later.lines() == Lines{"2021-06-01 2022-04-01*", "2022-06-01 -"});
}

TEST_CASE("an open episode stands where no later return with Episodes is given", "[joining]") {
    OneChild last;
    last.row(2023, "2021-06-01 S V2 U4 - -").given(2021).given(2022);
    CHECK(last.lines() == Lines{"2021-06-01 -"});
    CHECK(last.steps().empty());

    OneChild without_episodes;
    without_episodes.row(2022, "2021-06-01 S V2 U4 - -").given_without_episodes(2023);
    CHECK(without_episodes.lines() == Lines{"2021-06-01 -"});
}

TEST_CASE("a closed episode that later returns do not hold stands as it is", "[joining]") {
    OneChild child;
    child.row(2021, "2020-06-01 S V2 U4 2020-09-01 E4A").given(2022).given(2023);
    CHECK(child.lines() == Lines{"2020-06-01 2020-09-01"});
    CHECK(child.joined()[0].leaves());
    CHECK(child.steps().empty());
}

TEST_CASE("in a longitudinal extract nothing is open for want of a later return", "[joining]") {
    OneChild extract(true);
    extract.row(2021, "2010-06-01 S V2 U4 - -").given(2022);
    CHECK(extract.lines() == Lines{"2010-06-01 -"});
    CHECK(extract.steps().empty());
}

TEST_CASE("a child without episodes has an empty history", "[joining]") {
    OneChild child;
    child.given(2023);
    CHECK(child.lines().empty());
    CHECK(child.steps().empty());
    CHECK(child.years().empty());
}

TEST_CASE("one joining serves child after child", "[joining]") {
    Records records;
    const auto authority = records.authority("831").value();
    const auto first = records.child(authority, "A");
    const auto second = records.child(authority, "B");
    records.add(first, StoredEpisode(episode("2021-06-01 S V2 U4 2021-05-01 X1", 2022)));
    records.add(first, StoredEpisode(episode("2021-07-01 S V2 U4 - -", 2022)));
    records.add(second, StoredEpisode(episode("2021-08-01 S V2 U4 - -", 2023)));
    Joining joining;
    CHECK(joining.join(records, first).size() == 2);
    CHECK(joining.steps().size() == 2);
    CHECK(joining.join(records, second).size() == 1);
    CHECK(joining.steps().empty());
    CHECK(joining.years().size() == 1);
}

namespace {

/// The rules as the page has them, one by one and without haste.
std::vector<std::string> joined_by_the_page(std::vector<Episode> rows,
                                            const std::set<int>& years_given) {
    for (Episode& each : rows)
        if (!each.dec.is_none() && each.dec <= each.decom)
            each.dec = Date();
    std::map<Date, Episode> latest;
    for (const Episode& each : rows) { // in order of their row
        const auto at = latest.find(each.decom);
        if (at == latest.end() || at->second.return_year <= each.return_year)
            latest[each.decom] = each;
    }
    std::vector<Episode> kept;
    for (const auto& by_decom : latest) {
        const Episode& each = by_decom.second;
        const bool inside = std::any_of(latest.begin(), latest.end(), [&each](const auto& other) {
            const Episode& later = other.second;
            return later.return_year > each.return_year && later.decom < each.decom &&
                   (later.dec.is_none() || each.decom < later.dec);
        });
        if (!inside)
            kept.push_back(each);
    }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        std::optional<Date> end;
        if (kept[i].dec.is_none() &&
            years_given.upper_bound(kept[i].return_year) != years_given.end())
            end = Date::of(kept[i].return_year, 4, 1);
        if (i + 1 < kept.size() && end.value_or(last_recordable) > kept[i + 1].decom &&
            (kept[i].dec.is_none() || kept[i].dec > kept[i + 1].decom))
            end = kept[i + 1].decom;
        lines.push_back(text_of(kept[i].decom) + " " + text_of(end.value_or(kept[i].dec)) +
                        (end ? "*" : ""));
    }
    return lines;
}

bool gave_end(const Steps& steps, std::uint32_t row) {
    return std::any_of(steps.begin(), steps.end(), [row](const Step& step) {
        return step.row == row && (step.rule == JoiningRule::no_longer_reported ||
                                   step.rule == JoiningRule::open_before_next ||
                                   step.rule == JoiningRule::overlaps_next);
    });
}

/// A row of a return: it began before the return ended.
Episode any_row() {
    Episode made = episode("2020-04-01 P V2 U4 - -");
    made.return_year = *rc::gen::inRange(2021, 2025);
    const int days = Date::end_of_reporting_year(made.return_year) - made.decom;
    made.decom = made.decom + *rc::gen::inRange(0, days / 50) * 50;
    const int length = *rc::gen::element(-50, 0, 50, 100, 200, 500, 0x7fff);
    made.dec = length == 0x7fff ? Date() : made.decom + length;
    return made;
}

} // namespace

TEST_CASE("any rows are joined as the page says, and none is lost in silence", "[joining]") {
    CHECK(rc::check("joining", [] {
        OneChild child;
        std::vector<Episode> rows;
        const auto count = *rc::gen::inRange<std::uint32_t>(0, 10);
        for (std::uint32_t i = 0; i < count; ++i) {
            rows.push_back(any_row());
            rows.back().row = i;
            child.row(rows.back());
        }
        std::set<int> years_given;
        for (const Episode& each : rows)
            years_given.insert(each.return_year);
        const int last_given = *rc::gen::inRange(2021, 2026);
        child.given(last_given);
        years_given.insert(last_given);

        RC_ASSERT(child.lines() == joined_by_the_page(rows, years_given));

        const std::vector<Episode> joined = child.joined();
        std::set<std::uint32_t> accounted_for;
        for (std::size_t i = 0; i < joined.size(); ++i) {
            accounted_for.insert(joined[i].row);
            RC_ASSERT(joined[i].dec_stands || gave_end(child.steps(), joined[i].row));
            if (i + 1 < joined.size())
                RC_ASSERT(!joined[i].dec.is_none() && joined[i].dec <= joined[i + 1].decom);
        }
        const Steps steps = child.steps();
        for (const Step& step : steps)
            accounted_for.insert(step.row);
        for (const Episode& each : rows) {
            const bool superseded =
                std::any_of(rows.begin(), rows.end(), [&each](const Episode& other) {
                    return other.decom == each.decom && other.return_year > each.return_year;
                });
            RC_ASSERT(superseded || accounted_for.count(each.row) == 1);
        }
    }));
}

TEST_CASE("a child with very many episodes is joined in a moment", "[joining]") {
    Records records;
    const auto child = records.child(records.authority("831").value(), "A");
    Episode made = episode("1990-01-01 P V2 U4 - -");
    for (int i = 0; i < 200'000; ++i) {
        made.decom = first_recordable + i * 7919 % 60'000;
        made.return_year = 1990 + i % 40;
        records.add(child, StoredEpisode(made));
    }
    Joining joining;
    const auto joined = joining.join(records, child);
    CHECK(joined.size() >= 1);
    CHECK(joining.steps().size() >= 100'000);
}
