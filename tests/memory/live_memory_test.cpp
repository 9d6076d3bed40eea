// What happens to live scorecards when memory runs out.

#include <new>
#include <optional>

#include <catch2/catch.hpp>

#include "care/episodes.hpp"
#include "indicare/scorecard/live.hpp"
#include "support/failing_memory.hpp"

using namespace indicare;
using care::Records;
using indicare::tests::day;
using indicare::tests::episode;
using indicare::tests::FailingAllocation;
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
    long after = 0;
    for (bool failed = true; failed; ++after) {
        CAPTURE(after);
        const long alive = indicare::tests::allocations_alive();
        bool ran_out = false;
        bool is_true = false;
        {
            North changing;
            {
                const FailingAllocation failing(after, indicare::tests::Failure::no_memory);
                try {
                    changing.change();
                } catch (const std::bad_alloc&) {
                    ran_out = true;
                }
                failed = failing.has_failed();
            }
            is_true = changing.is_true();
        }
        const long left = indicare::tests::allocations_alive() - alive;
        CHECK((failed || !ran_out));
        CHECK(is_true);
        CHECK(left == 0);
    }
    CHECK(after > 100);
}
