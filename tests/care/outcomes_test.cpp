#include "episodes.hpp"
#include "indicare/care/outcomes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>
#include <utility>
#include <vector>

using namespace indicare::care;
using indicare::tests::day;

namespace {

/// One child's rows, looked at.
class OneChild {
  public:
    template <class Row>
    OneChild& with(const Row& row) {
        records_.add(child_, row);
        return *this;
    }

    const Outcomes& at(std::string_view iso) {
        outcomes_.gather(records_, child_);
        outcomes_.look_at(Window(day(iso)));
        return outcomes_;
    }

  private:
    Records records_;
    Records::ChildNumber child_ = records_.child(records_.authority("831").value(), "A");
    Outcomes outcomes_;
};

Oc2Row oc2(int year, int score) {
    Oc2Row row;
    row.year = year;
    row.set_score(score);
    return row;
}

MissingRow incident(int year, MissingKind kind, std::string_view start, std::string_view end) {
    return {year, kind, day(start), day(end)};
}

SocialWorkerRow worker(int year, std::uint32_t who, std::string_view start, std::string_view end) {
    return {year, day(start), day(end), who};
}

} // namespace

TEST_CASE("a child without rows has no outcomes", "[outcomes]") {
    OneChild child;
    const Outcomes& outcomes = child.at("2023-03-31");
    CHECK(outcomes.header == nullptr);
    CHECK(outcomes.oc2 == nullptr);
    CHECK(outcomes.oc3 == nullptr);
    CHECK(outcomes.ad1 == nullptr);
    CHECK(outcomes.uasc == nullptr);
    CHECK(outcomes.incidents.empty());
    CHECK(outcomes.social_workers.empty());
}

TEST_CASE("outcomes are read from the returns of the year alone", "[outcomes]") {
    OneChild child;
    child.with(oc2(2022, 12)).with(oc2(2024, 14));
    CHECK(child.at("2023-03-31").oc2 == nullptr);
    CHECK(child.at("2022-03-31").oc2->score() == 12);
    CHECK(child.at("2024-03-31").oc2->score() == 14);
    CHECK(child.at("2021-12-31").oc2->score() == 12); // of 2021 and 2022
    CHECK(child.at("2023-06-30").oc2->score() == 14); // of 2023 and 2024
    CHECK(child.at("2020-12-31").oc2 == nullptr);
}

TEST_CASE("of two returns of the year the later one wins, whichever came first", "[outcomes]") {
    CHECK(OneChild().with(oc2(2023, 1)).with(oc2(2024, 2)).at("2023-06-30").oc2->score() == 2);
    CHECK(OneChild().with(oc2(2024, 2)).with(oc2(2023, 1)).at("2023-06-30").oc2->score() == 2);
}

TEST_CASE("within one return the later row wins", "[outcomes]") {
    OneChild child;
    child.with(oc2(2023, 1)).with(HeaderRow{2023, Flag::yes}).with(oc2(2023, 2));
    child.with(HeaderRow{2023, Flag::no});
    child.with(Oc3Row{2023, InTouch::YES, {}, 0, 0}).with(Oc3Row{2023, InTouch::NO, {}, 0, 0});
    child.with(Ad1Row{2023, day("2022-01-01"), {}}).with(Ad1Row{2023, day("2022-02-02"), {}});
    child.with(UascRow{2023, day("2022-03-03")}).with(UascRow{2023, Date()});
    const Outcomes& outcomes = child.at("2023-03-31");
    CHECK(outcomes.oc2->score() == 2);
    CHECK(outcomes.header->mother == Flag::no);
    CHECK(outcomes.oc3->in_touch == InTouch::NO);
    CHECK(Date(outcomes.ad1->decision) == day("2022-02-02"));
    CHECK(Date(outcomes.uasc->ceased).is_none());
}

TEST_CASE("a blank in the row that wins is not filled up from another", "[outcomes]") {
    OneChild child;
    child.with(oc2(2023, 7));
    Oc2Row blank;
    blank.year = 2024;
    child.with(blank);
    CHECK_FALSE(child.at("2023-06-30").oc2->score().has_value());
}

TEST_CASE("incidents are the same by kind and start", "[outcomes]") {
    OneChild child;
    child.with(incident(2023, MissingKind::M, "2023-03-01", "-"));
    child.with(incident(2024, MissingKind::M, "2023-03-01", "2023-04-02"));
    child.with(incident(2023, MissingKind::A, "2023-03-01", "2023-03-02"));
    child.with(incident(2023, MissingKind::M, "2023-03-05", "2023-03-06"));
    child.with(incident(2023, MissingKind::M, "2023-03-05", "2023-03-07"));
    const Outcomes& rolling = child.at("2023-06-30");
    REQUIRE(rolling.incidents.size() == 3);
    std::map<std::pair<MissingKind, Date>, Date> ends;
    for (const MissingRow& row : rolling.incidents)
        ends[{row.kind, Date(row.start)}] = Date(row.end);
    CHECK(ends.at({MissingKind::M, day("2023-03-01")}) == day("2023-04-02"));
    CHECK(ends.at({MissingKind::A, day("2023-03-01")}) == day("2023-03-02"));
    CHECK(ends.at({MissingKind::M, day("2023-03-05")}) == day("2023-03-07"));
    CHECK(child.at("2022-03-31").incidents.empty());
    CHECK(child.at("2023-03-31").incidents.size() == 3);
    CHECK(child.at("2024-03-31").incidents.size() == 1);
}

TEST_CASE("social workers are the same by name and start", "[outcomes]") {
    OneChild child;
    child.with(worker(2024, 1, "2023-05-01", "-")).with(worker(2024, 2, "2023-05-01", "-"));
    child.with(worker(2024, 1, "2023-06-01", "-"))
        .with(worker(2024, 1, "2023-05-01", "2023-05-31"));
    const Outcomes& outcomes = child.at("2024-03-31");
    REQUIRE(outcomes.social_workers.size() == 3);
    int ended = 0;
    for (const SocialWorkerRow& row : outcomes.social_workers)
        ended += Date(row.end).is_none() ? 0 : 1;
    CHECK(ended == 1);
}

TEST_CASE("rows of an extract that tell of every year are read in every year", "[outcomes]") {
    OneChild child;
    child.with(HeaderRow{0, Flag::yes}).with(UascRow{0, {}});
    child.with(incident(0, MissingKind::M, "2015-03-01", "-"));
    for (const auto* date : {"2016-03-31", "2023-03-31", "2023-06-30"}) {
        const Outcomes& outcomes = child.at(date);
        CHECK(outcomes.header->mother == Flag::yes);
        CHECK(outcomes.uasc != nullptr);
        CHECK(outcomes.incidents.size() == 1);
    }
}

TEST_CASE("the same outcomes are kept for any rows in any order", "[outcomes]") {
    CHECK(rc::check("incidents", [] {
        OneChild child;
        struct Given {
            int year;
            int kind;
            int start;
            int end;
        };
        using Key = std::pair<int, int>;
        std::map<Key, Given> expected;
        const auto count = *rc::gen::inRange(0, 20);
        for (int i = 0; i < count; ++i) {
            const Given given = {*rc::gen::inRange(2021, 2025), *rc::gen::inRange(2, 4),
                                 *rc::gen::inRange(0, 3), i};
            child.with(MissingRow{given.year, static_cast<MissingKind>(given.kind),
                                  day("2022-05-01") + given.start, day("2023-01-01") + given.end});
            if (given.year != 2022 && given.year != 2023)
                continue;
            const auto [at, added] = expected.try_emplace({given.kind, given.start}, given);
            if (!added && given.year >= at->second.year)
                at->second = given;
        }
        const Outcomes& outcomes = child.at("2022-12-31");
        RC_ASSERT(outcomes.incidents.size() == expected.size());
        for (const MissingRow& row : outcomes.incidents) {
            const auto& given =
                expected.at({static_cast<int>(row.kind), Date(row.start) - day("2022-05-01")});
            RC_ASSERT(Date(row.end) == day("2023-01-01") + given.end);
        }
    }));
}
