#include "indicare/io/counting.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "indicare/io/scorecard_writer.hpp"
#include "support/returns.hpp"

using namespace indicare;
using namespace indicare::tests;

namespace {

/// Three children, one of whom left, and one row given twice.
void give(Returns& returns) {
    returns.episodes(2023, "A,01/06/2022,S,V2,U4,,\n"
                           "B,01/07/2022,S,C2,U4,01/02/2023,E4A\n"
                           "C,01/08/2021,S,C2,K2,,\n"
                           "C,01/08/2021,S,C2,K2,,\n");
    returns.population(2023, 59'300);
    returns.request().by = {indicators::Characteristic::sex};
    returns.request().as_at = {Returns::date("2023-03-31")};
    returns.reader().end_returns();
}

} // namespace

TEST_CASE("scorecards are the same whether or not the rows are forgotten before figures are made") {
    Returns keeping;
    Returns forgetting;
    give(keeping);
    give(forgetting);
    const auto kept = io::scorecards(keeping.reader(), keeping.request());
    const auto forgot = io::scorecards_forgetting_rows(forgetting.reader(), forgetting.request());
    CHECK(kept.at(0)["looked_after"].numerator() == 2);
    CHECK(kept.at(0)["ceased"].numerator() == 1);
    CHECK_FALSE(kept.at(0).breakdowns.empty());
    CHECK(io::to_json(forgot) == io::to_json(kept));
    CHECK(keeping.findings().count_of(quality::FindingCode::episode_twice) == 1);
    CHECK(forgetting.findings().count_of(quality::FindingCode::episode_twice) == 1);
}

TEST_CASE("a reader that forgot its rows has no children, and can be given other returns") {
    Returns returns;
    give(returns);
    io::scorecards_forgetting_rows(returns.reader(), returns.request());
    CHECK(returns.reader().records().child_count() == 0);
    CHECK(returns.reader().records().row_count() == 0);
    CHECK(returns.reader().records().authority_count() == 1);

    returns.episodes(2023, "A,01/06/2022,S,V2,U4,,\n");
    CHECK(returns.tally("looked_after", "2023-03-31") == indicators::Tally{1, 0, 0});
}
