#include "indicare/scorecard/live.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "care/episodes.hpp"
#include "indicare/care/compacted.hpp"

using namespace indicare;
using care::Records;
using indicare::tests::day;
using indicare::tests::episode;
using scorecard::Live;

namespace {

/// Records of two children of North, looked after on 31 March 2023; the return of that year gave
/// Episodes and Header.
class North {
  public:
    North() {
        const auto authority = records.authority("North").value();
        give(authority);
        for (const char* name : {"A", "B"})
            add(records.child(authority, name), "2022-06-01 S C2 U4");
        request.as_at = {day("2023-03-31")};
    }

    void give(Records::AuthorityNumber authority) {
        records.given.of(authority).add_table(2023, care::Table::episodes);
        records.given.of(authority).add_table(2023, care::Table::header);
    }

    void add(Records::ChildNumber child, const std::string& words) {
        records.add(child, care::StoredEpisode(episode(words)));
    }

    /// Fills in one episode.
    auto fill(const std::string& words) {
        return [this, words](Records::ChildNumber child) { add(child, words); };
    }

    Records records;
    scorecard::Request request;
};

std::string printed(Live& live, std::string_view id, std::size_t authority = 0) {
    return live.scorecards().at(authority)[id].printed();
}

} // namespace

TEST_CASE("a child's replacement shows in all figures") {
    North north;
    Live live(north.records, north.request);
    CHECK(printed(live, "looked_after") == "2");
    CHECK(printed(live, "in_foster_care") == "100");
    CHECK(live.replace("North", "A", north.fill("2022-06-01 S C2 P1")));
    CHECK(printed(live, "looked_after") == "2");
    CHECK(printed(live, "in_foster_care") == "50");
    CHECK(live.replace("North", "A", north.fill("2022-06-01 S C2 P1 2023-01-01 E4A")));
    CHECK(printed(live, "looked_after") == "1");
    CHECK(printed(live, "in_foster_care") == "100");
    CHECK(printed(live, "ceased") == "1");
}

TEST_CASE("a child is removed, and a new one comes") {
    North north;
    Live live(north.records, north.request);
    live.remove("North", "A");
    CHECK(printed(live, "looked_after") == "1");
    live.remove("North", "A");
    live.remove("North", "nobody");
    live.remove("Nowhere", "A");
    CHECK(printed(live, "looked_after") == "1");
    CHECK(live.scorecards().size() == 1);
    CHECK(live.replace("North", "C", north.fill("2022-06-01 S C2 P1")));
    CHECK(live.replace("North", "A", north.fill("2022-06-01 S C2 P1")));
    CHECK(printed(live, "looked_after") == "3");
}

TEST_CASE("a new authority has figures once its returns are said to be given") {
    North north;
    Live live(north.records, north.request);
    CHECK(live.replace("South", "A", north.fill("2022-06-01 S C2 U4")));
    CHECK(live.scorecards().at(1)["looked_after"].unavailable_because() ==
          "the return of 2023 was not given");
    north.give(north.records.authority("South").value());
    CHECK(printed(live, "looked_after", 1) == "1");
    north.give(north.records.authority("West").value());
    CHECK(printed(live, "looked_after", 2) == "0");
    CHECK(live.replace("West", "A", north.fill("2022-06-01 S C2 U4")));
    CHECK(printed(live, "looked_after", 2) == "1");
    CHECK(printed(live, "looked_after", 0) == "2");
}

TEST_CASE("a child whose filling fails has no rows, and is counted so") {
    North north;
    Live live(north.records, north.request);
    CHECK_THROWS_AS(live.replace("North", "A",
                                 [&](Records::ChildNumber child) {
                                     north.add(child, "2022-06-01 S C2 U4");
                                     throw std::runtime_error("no more rows");
                                 }),
                    std::runtime_error);
    CHECK(printed(live, "looked_after") == "1");
    live.recount();
    CHECK(printed(live, "looked_after") == "1");
    CHECK(live.replace("North", "A", north.fill("2022-06-01 S C2 U4")));
    CHECK(printed(live, "looked_after") == "2");
}

TEST_CASE("what is filled in beside the child is counted too") {
    North north;
    Live live(north.records, north.request);
    CHECK(live.replace("North", "A", [&](Records::ChildNumber) {
        north.add(north.records.child(0, "C"), "2022-06-01 S C2 U4");
        north.add(north.records.child(0, "D"), "2022-06-01 S C2 U4");
    }));
    CHECK(printed(live, "looked_after") == "3");
}

TEST_CASE("what is filled in beside a child whose filling fails is counted") {
    North north;
    Live live(north.records, north.request);
    CHECK_THROWS_AS(live.replace("North", "A",
                                 [&](Records::ChildNumber) {
                                     north.add(north.records.child(0, "C"), "2022-06-01 S C2 U4");
                                     north.add(north.records.child(0, "D"), "2022-06-01 S C2 U4");
                                     throw std::runtime_error("no more rows");
                                 }),
                    std::runtime_error);
    CHECK(printed(live, "looked_after") == "3");
}

TEST_CASE("a return that comes to be given changes the figures of all children") {
    North north;
    north.request.as_at = {day("2024-03-31")};
    Live live(north.records, north.request);
    CHECK(printed(live, "looked_after") == "x");
    // The return of 2024 holds A alone: B's open episode ends on 1 April 2023.
    CHECK(live.replace("North", "A", [&](Records::ChildNumber child) {
        north.records.add(child, care::StoredEpisode(episode("2022-06-01 S C2 U4", 2024)));
        north.records.given.of(0).add_table(2024, care::Table::episodes);
    }));
    CHECK(printed(live, "looked_after") == "1");
}

TEST_CASE("identifiers that records cannot take are refused") {
    North north;
    Live live(north.records, north.request);
    CHECK_FALSE(live.replace("North", std::string(Records::longest_name + 1, 'x'),
                             [](Records::ChildNumber) { FAIL("nothing is to be filled in"); }));
    CHECK(printed(live, "looked_after") == "2");
}

TEST_CASE("records can be compacted under live scorecards") {
    North north;
    Live live(north.records, north.request);
    for (int each = 0; each < 10; ++each)
        live.replace("North", "A", north.fill("2022-06-01 S C2 P1"));
    CHECK(north.records.row_count() == 12);
    CHECK(north.records.forgotten_rows() == 10);
    north.records = care::compacted(north.records);
    CHECK(north.records.row_count() == 2);
    CHECK(printed(live, "in_foster_care") == "50");
    live.replace("North", "B", north.fill("2022-06-01 S C2 P1"));
    CHECK(printed(live, "in_foster_care") == "0");
}
