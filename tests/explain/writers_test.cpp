#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indicare/io/explanation_writer.hpp"
#include "indicare/io/life_writer.hpp"
#include "indicare/io/movement_writer.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "indicators/case_tables.hpp"

using namespace indicare;
using namespace indicare::tests;

namespace {

const care::Date as_at = care::Date::of(2023, 3, 31);

const indicators::Definition& definition(std::string_view id) {
    return indicators::catalogue[indicators::indicator_named(id).value()];
}

/// Two foster children of whom one moved in May 2022, one in a home, one who left.
Returns& four_children(Returns& returns) {
    returns
        .episodes(2022, "A,01/06/2021,S,C2,U4,,\n"
                        "B,01/06/2021,S,C2,K2,,\n"
                        "D,01/06/2021,S,C2,U4,,\n")
        .episodes(2023, "A,01/06/2021,S,C2,U4,,\n"
                        "B,01/06/2021,S,C2,K2,14/05/2022,X1\n"
                        "B,14/05/2022,P,C2,U6,,\n"
                        "C,01/02/2023,S,C2,K2,,\n"
                        "D,01/06/2021,S,C2,U4,01/06/2022,E4A\n");
    returns.reader().end_returns();
    return returns;
}

io::ExplainedFigure in_foster_care(Returns& returns) {
    const auto& records = returns.reader().records();
    const indicators::Definition& foster = definition("in_foster_care");
    auto rows = explain::explain(records, {}, care::Window(as_at), foster);
    const auto tally = explain::tally_of(rows, foster);
    return {"", as_at, scorecard::Figure(foster, tally), std::move(rows), {}, {}};
}

std::span<const io::ExplainedFigure> one(const io::ExplainedFigure& figure) {
    return {&figure, 1};
}

} // namespace

TEST_CASE("an explained figure as a table") {
    Returns returns;
    const auto figure = in_foster_care(four_children(returns));
    std::string cautions;
    for (const auto& caution : scorecard::cautions_of_limits(indicators::Unit::percent))
        cautions += "  " + caution.text + "\n";
    CHECK(io::to_table(one(figure), {returns.reader().records(), false}) ==
          "In foster placements, as at 31 March 2023: 67% (2 of 3)\n"
          "Children placed with foster carers (U1-U6), of all looked after on the date.\n"
          "95% limits: 20.8% to 93.9%, by Wilson's score interval.\n" +
              cautions +
              "\n"
              "Counted: 2 children\n"
              "  A  PLACE U4 (foster placement with another carer, long term) since 01/06/2021\n"
              "  B  PLACE U6 (foster placement with another carer, other) since 14/05/2022\n"
              "\n"
              "Among, but not counted: 1 child\n"
              "  C  PLACE K2 (children's home) since 01/02/2023\n"
              "\n"
              "Outside: 1 child (the CSV form lists them with their reasons)\n");
}

TEST_CASE("an explained figure with a target") {
    Returns returns;
    auto figure = in_foster_care(four_children(returns));
    figure.target = exact::Decimal{80, 0};
    figure.near_miss = explain::near_miss(figure.figure, figure.rows, *figure.target);
    // Wilson's limits of 2 of 3 are 20.8 and 93.9, at 99.8% 11.0 and 97.0.
    const auto said_of = [&](exact::Decimal target) {
        auto other = figure;
        other.target = std::move(target);
        const std::string table = io::to_table(one(other), {returns.reader().records(), false});
        const std::size_t at = table.find("score interval.\n") + 16;
        return table.substr(at, table.find('\n', at) - at);
    };
    CHECK(said_of({80, 0}) ==
          "80% lies within them: the difference is no more than chance explains.");
    CHECK(said_of({95, 0}) ==
          "95% lies outside of them: the difference is more than chance explains.");
    CHECK(said_of({99, 0}) ==
          "99% lies outside of them: the difference is far more than chance explains (99.8%).");
    const io::ChildNames names(returns.reader().records(), true);
    const std::string table = io::to_table(one(figure), names);
    CHECK_THAT(table, Catch::Contains("80% would be reached with 1 more child counted, and printed "
                                      "with 1 more child.\n"
                                      "Nearest of the 1 who could:\n"
                                      "  4  PLACE K2"));
    const auto json = nlohmann::json::parse(io::to_json(one(figure), names));
    CHECK(json[0]["near_miss"]["numerator_change"] == "1");
    CHECK(json[0]["near_miss"]["nearest_first"] == nlohmann::json::array({"4"}));
    CHECK(json[0]["exact"] == "200/3");
}

TEST_CASE("explained children as CSV, by name or by number") {
    Returns returns;
    const auto figure = in_foster_care(four_children(returns));
    const std::string csv = io::to_csv(one(figure), {returns.reader().records(), false});
    CHECK_THAT(csv, Catch::StartsWith("authority,child,membership,reason,decided_by,amount\n"
                                      ",A,numerator,\"PLACE U4"));
    CHECK_THAT(csv, Catch::Contains("\n,C,denominator,PLACE K2 (children's home) since "
                                    "01/02/2023,,\n"));
    CHECK_THAT(csv, Catch::Contains(",D,outside,\"not looked after on 31/03/2023: left on "
                                    "01/06/2022, REC E4A"));
    // D was named before C: by the return of 2022.
    const std::string anonymous = io::to_csv(one(figure), {returns.reader().records(), true});
    CHECK_THAT(anonymous, Catch::Contains("\n,3,outside,") && Catch::Contains("\n,4,denominator,"));
}

TEST_CASE("a movement as a table, as CSV and as JSON") {
    Returns returns;
    four_children(returns);
    const io::MovedFigure moved{"", care::Date::of(2022, 3, 31), as_at,
                                explain::movement(returns.reader().records(), {}, 0,
                                                  {care::Window(care::Date::of(2022, 3, 31)), {}},
                                                  {care::Window(as_at), {}},
                                                  definition("in_foster_care"))};
    const std::span<const io::MovedFigure> all(&moved, 1);
    const io::ChildNames names(returns.reader().records(), false);
    const std::string table = io::to_table(all, names);
    // 2 of 3 both times.
    CHECK_THAT(table, Catch::Contains("31 March 2022: 67% (2 of 3)\n31 March 2023: 67% (2 of 3)\n"
                                      "Change: 0.0 percentage points, exactly 0\n"));
    // 100 (1 - 2/3) / 3 = 100/9 less for D, 100 (0 - 2/3) / 3 = -200/9 for C, 100/3 for B.
    CHECK_THAT(table, Catch::Contains("left, were counted          1         -1           -1       "
                                      "         -11.1\n"));
    CHECK_THAT(table, Catch::Contains("joined, not counted         1          0           +1       "
                                      "         -22.2\n"));
    CHECK_THAT(table, Catch::Contains("stayed, now counted         1         +1            0       "
                                      "         +33.3\n"));
    CHECK_THAT(io::to_csv(all, names),
               Catch::Contains("\n,B,denominator,numerator,,1,PLACE K2 (children's home) since "
                               "01/06/2021,"));
    const auto json = nlohmann::json::parse(io::to_json(all, names));
    CHECK(json[0]["change"] == "0");
    CHECK(json[0]["children"].size() == 3);
}

TEST_CASE("a child's life as a table, as CSV and as JSON") {
    Returns returns;
    four_children(returns);
    const auto life = explain::life_of(returns.reader().records(), returns.request(), as_at, 1);
    const std::span<const explain::Life> lives(&life, 1);
    const io::ChildNames names(returns.reader().records(), false);
    const std::string table = io::to_table(lives, as_at, names);
    CHECK_THAT(table,
               Catch::StartsWith("Child B\n\n"
                                 "period of care, 01/06/2021 to now\n"
                                 "  placement, 01/06/2021 to 14/05/2022  K2 (children's home)\n"
                                 "  placement, 14/05/2022 to now         U6 (foster placement with "
                                 "another carer, other)\n"));
    CHECK_THAT(table, Catch::Contains("  three_or_more_placements            denominator: 2 "
                                      "placements from 01/04/2022 to 31/03/2023\n"));
    CHECK_THAT(table, Catch::Contains("  x  looked_after_rate: no population given for 2023\n"));
    const std::string csv = io::to_csv(lives, as_at, names);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 68);
    CHECK_THAT(csv, Catch::Contains("\n,B,2023-03-31,in_foster_care,numerator,\"PLACE U6"));
    const auto json = nlohmann::json::parse(io::to_json(lives, as_at, names));
    CHECK(json[0]["indicators"].size() == 67);
    CHECK(json[0]["life"][0]["what"] == "period of care");
}

TEST_CASE("a life of which not all returns of the year were given") {
    Returns returns;
    four_children(returns);
    const care::Date later = care::Date::of(2024, 3, 31);
    const auto life = explain::life_of(returns.reader().records(), returns.request(), later, 0);
    const std::span<const explain::Life> lives(&life, 1);
    CHECK_THAT(io::to_table(lives, later, {returns.reader().records(), false}),
               Catch::Contains("Not all returns of the year up to 31 March 2024 were given"));
}
