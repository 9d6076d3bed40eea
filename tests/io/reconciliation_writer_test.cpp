#include "indicare/io/reconciliation_writer.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "indicare/io/return_folder.hpp"
#include "support/folders.hpp"

using namespace indicare;
using Catch::Contains;
using scorecard::Figure;
using scorecard::PublishedCell;
using scorecard::ReconciledFigure;
using scorecard::Reconciliation;

namespace {

const indicators::Definition& named(std::string_view id) {
    return indicators::catalogue[indicators::indicator_named(id).value()];
}

ReconciledFigure compared(const Figure& own, const char* numerator, const char* denominator,
                          const char* figure, int release = 2023) {
    scorecard::PublishedFigure published;
    published.indicator = indicators::indicator_named(own.definition().id).value();
    published.year = 2023;
    published.release = release;
    published.numerator = PublishedCell(numerator);
    published.denominator = PublishedCell(denominator);
    published.figure = PublishedCell(figure);
    return scorecard::detail::compared(own, published);
}

Reconciliation example() {
    Reconciliation made{"831", care::Date::of(2023, 3, 31), {}};
    made.figures.push_back(compared(Figure(named("looked_after"), {620, 0, 0}), "620", "", ""));
    made.figures.push_back(compared(Figure(named("started"), {229, 0, 0}), "231", "", ""));
    made.figures.back().explanations = {{"starts_and_ceases=periods"}};
    made.figures.push_back(
        compared(Figure(named("looked_after_rate"), {620, 0, 0}, 59'376), "621", "59411", "105"));
    made.figures.back().explanations = {{"a=b", "population=59411 (as published)"}, {"c=d", "e=f"}};
    made.figures.push_back(
        compared(Figure(named("long_term_stability"), {152, 250, 4}), "154", "254", "61"));
    made.figures.push_back(compared(Figure(named("adopted"), {3, 229, 0}), "c", "229", "c"));
    made.figures.push_back(
        compared(Figure::unavailable(named("convicted"), "no OC2 table"), "12", "311", "4"));
    return made;
}

} // namespace

TEST_CASE("a reconciliation as a table to read", "[reconciliation]") {
    CHECK(io::to_table(example()) ==
          io::text_of_file(tests::test_file("io/reconciliation_table.txt")));
}

TEST_CASE("a reconciliation as CSV", "[reconciliation]") {
    CHECK(io::to_csv(example()) ==
          "authority,as_at,indicator,unit,release,verdict,own_numerator,own_denominator,"
          "own_undetermined,own_value,published_numerator,published_denominator,published_value,"
          "difference_numerator,difference_denominator,difference,explained_by,"
          "undetermined_could_account,cannot_be_told_because\n"
          "831,2023-03-31,looked_after,children,2023,same,620,,0,620,620,,620,0,,0,,0,\n"
          "831,2023-03-31,started,children,2023,differs,229,,0,229,231,,231,-2,,-2,"
          "starts_and_ceases=periods,0,\n"
          // 6200000/59376 - 6210000/59411
          "831,2023-03-31,looked_after_rate,per_10000,2023,differs,620,59376,0,104,621,59411,105,"
          "-1,-35,-23547500/220474221,"
          "a=b + population=59411 (as published); c=d + e=f,0,\n"
          // 15200/250 - 15400/254
          "831,2023-03-31,long_term_stability,percent,2023,differs,152,250,4,61,154,254,61,-2,-4,"
          "108/635,,1,\n"
          "831,2023-03-31,adopted,percent,2023,cannot be told,3,229,0,1,c,229,c,,0,,,0,"
          "suppressed in the published file\n"
          "831,2023-03-31,convicted,percent,2023,cannot be told,,,,x,12,311,4,,,,,0,"
          "no OC2 table\n");
}

TEST_CASE("a reconciliation as JSON", "[reconciliation]") {
    const std::string json = io::to_json(example());
    CHECK_THAT(json, Contains(R"("authority": "831")") && Contains(R"("as_at": "2023-03-31")") &&
                         Contains(R"("verdict": "cannot be told")") &&
                         Contains(R"("exact": "108/635")") &&
                         Contains(R"("cannot_be_told_because": "no OC2 table")") &&
                         Contains(R"("undetermined_could_account": true)") &&
                         Contains(R"("numerator": "c")") && Contains(R"("denominator": 229)"));
}

TEST_CASE("releases that say the same share a row", "[reconciliation]") {
    Reconciliation made{"831", care::Date::of(2023, 3, 31), {}};
    const Figure own(named("looked_after"), {620, 0, 0});
    made.figures = {compared(own, "620", "", "", 2023), compared(own, "620", "", "", 2024),
                    compared(own, "621", "", "", 2025)};
    CHECK_THAT(io::to_table(made), Contains("Children looked after (2023, 2024)") &&
                                       Contains("Children looked after (2025)") &&
                                       Contains("3 published figures"));
    made.figures.pop_back();
    made.figures.pop_back();
    CHECK_THAT(io::to_table(made), !Contains("(2023)"));
}
