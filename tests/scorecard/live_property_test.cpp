#include "indicare/scorecard/live.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "indicare/io/scorecard_writer.hpp"
#include "scorecard/parts.hpp"

using namespace indicare;
using namespace indicare::tests;
using care::Records;

namespace {

/// Live scorecards of returns whose rows are kept beside them.
class Changing {
  public:
    explicit Changing(RandomRows rows)
        : rows_(std::move(rows)), returns_(read_by_authority(rows_)),
          live_(returns_.reader().records(), returns_.request()) {}

    /// Replaces or removes a child, or adds one.
    void change() {
        const int child = random_rows::below(8);
        const std::string name = "C" + std::to_string(child);
        rows_.erase(std::remove_if(rows_.begin(), rows_.end(),
                                   [child](const RandomRow& row) { return row.child == child; }),
                    rows_.end());
        if (random_rows::below(4) == 0) {
            live_.remove(authority_of(child), name);
            return;
        }
        RandomRows fresh = rows_of_children(1);
        for (RandomRow& row : fresh)
            row.child = child;
        live_.replace(authority_of(child), name, [&](Records::ChildNumber) { read(fresh); });
        rows_.insert(rows_.end(), fresh.begin(), fresh.end());
    }

    /// Returns that hold the rows as they are now, read anew and given as these are.
    Returns read_again() {
        Returns again = read_by_authority(rows_);
        const Records& own = returns_.reader().records();
        Records& records = again.reader().records();
        for (Records::AuthorityNumber each = 0; each < own.authority_count(); ++each)
            records.given.of(records.authority(own.name_of(each)).value()) = own.given.of(each);
        return again;
    }

    scorecard::Live& live() { return live_; }
    Returns& returns() { return returns_; }

  private:
    void read(const RandomRows& rows) {
        for (const int year : {2022, 2023})
            give_by_authority(year, rows,
                              [&](const std::string& table) { returns_.table(year, table); });
        if (random_rows::toss()) // all tables of the two years count as given
            returns_.reader().end_returns();
    }

    RandomRows rows_;
    Returns returns_;
    scorecard::Live live_;
};

} // namespace

TEST_CASE("any replacements, removals and new children give what a fresh run gives") {
    CHECK(rc::check("by a reader", [] {
        Changing changing(rows_of_children(random_rows::below(6)));
        for (int left = random_rows::below(8); left > 0; --left)
            changing.change();
        Returns again = changing.read_again();
        const auto expected = scorecard::scorecards(again.reader().records(),
                                                    changing.returns().request(), [](auto&&...) {});
        RC_ASSERT(io::to_json(changing.live().scorecards()) == io::to_json(expected));
        RC_ASSERT(scorecard::PartialState::of(changing.returns().reader().records(),
                                              changing.live().counted(),
                                              changing.returns().request()) == state_of(again));
    }));
}
