// What happens to live scorecards when memory runs out.

#include <optional>

#include <catch2/catch.hpp>

#include "care/episodes.hpp"
#include "indicare/scorecard/live.hpp"
#include "memory/each_allocation_fails.hpp"

using namespace indicare;
using care::Records;
using indicare::tests::day;
using indicare::tests::episode;
using scorecard::Live;

namespace {

constexpr const char* north = "an authority with a name that is not short";

/// Records of two children of North, looked after on 31 March 2023, and their live scorecards.
class North {
  public:
    North() {
        const auto authority = records.authority(north).value();
        for (const care::Table table : {care::Table::episodes, care::Table::header})
            records.given.of(authority).add_table(2023, table);
        for (const char* name : {"A", "B"})
            records.add(records.child(authority, name), fostered);
        request.as_at = {day("2023-03-31"), day("2022-12-31")};
        live.emplace(records, request);
    }

    /// One child's rows are replaced, a new one comes, one goes, rows come of another child.
    void change() {
        live->replace(north, "A", [&](Records::ChildNumber child) { records.add(child, home); });
        live->replace(north, "a child with a name that is not short",
                      [&](Records::ChildNumber child) {
                          for (int row = 0; row < 5; ++row)
                              records.add(child, fostered);
                      });
        live->remove(north, "B");
        live->replace(north, "A", [&](Records::ChildNumber child) {
            records.add(child, fostered);
            records.add(records.child(records[child].authority, "C"), home);
        });
        live->replace("an authority of which nothing was known", "A",
                      [&](Records::ChildNumber child) { records.add(child, home); });
        static_cast<void>(live->scorecards());
    }

    /// Whether what is counted is what is counted of the records anew.
    bool is_true() { return live->counted() == Live(records, request).counted(); }

  private:
    const care::StoredEpisode fostered{episode("2022-06-01 S C2 U4")};
    const care::StoredEpisode home{episode("2022-06-01 S C2 K2")};
    Records records;
    scorecard::Request request;
    std::optional<Live> live;
};

} // namespace

TEST_CASE("memory that runs out while children change live loses none of those that are there") {
    indicare::tests::let_each_allocation_fail<North>(
        [](North& changing) { changing.change(); },
        [](North& changing, bool) { CHECK(changing.is_true()); });
}
