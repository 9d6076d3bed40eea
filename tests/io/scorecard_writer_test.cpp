#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "reading.hpp"
#include "support/folders.hpp"
#include "support/returns.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using namespace std::string_literals;

namespace {

/// Five children of a small authority, whose figures were worked out by hand. On 31 March 2023: A
/// in care since 2019, B since June 2022, C (first seen in the middle, a mother of 16, of whom OC2
/// does not say whether she was convicted). D was adopted in December 2022 after 1,048 days.
Returns small_authority(const std::string& name = "Derby") {
    io::ReadingOptions options;
    options.authority = name;
    Returns returns(options);
    returns.table(2023, header_columns + "A,1,01/06/2010,WBRI,,0,\nB,2,01/09/2018,WBRI,,0,\n"
                                         "C,2,11/11/2006,BCRB,,1,01/01/2022\n"
                                         "D,1,05/05/2012,MWBC,,0,\nE,1,05/05/2005,MWBC,,0,\n"s);
    returns.table(2023, episodes_columns + "A,01/06/2019,S,C2,N1,U4,PR4,,,,DE1 1AA,DE1 1AB,\n"
                                           "B,01/06/2022,S,V2,N1,U6,PR1,01/09/2022,X1,CARPL,,,\n"
                                           "B,01/09/2022,P,V2,N1,K2,PR4,,,,,,\n"
                                           "C,02/02/2021,L,C2,N1,U4,PR4,,,,,,\n"
                                           "D,01/02/2020,S,E1,N1,A5,PR1,15/12/2022,E11,,,,\n"s);
    returns.table(2023, oc2_columns + "A,01/06/2010,15,,0,,1,1,1,0,,\n"
                                      "C,11/11/2006,,SDQ2,,,0,1,1,0,,\n"s);
    returns.population(2023, 59'376, name);
    return returns;
}

/// Rows of CSV by column.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
    std::vector<std::string> columns;
    std::vector<std::map<std::string, std::string>> rows;
    const auto take = [&](const io::CsvRow& row) {
        if (columns.empty()) {
            columns.assign(row.fields().begin(), row.fields().end());
            return;
        }
        if (row.size() != columns.size())
            throw std::runtime_error("ragged line " + std::to_string(row.line()));
        rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i)
            rows.back()[columns[i]] = row[i];
    };
    const auto fault = [](io::CsvFault, std::uint64_t, std::size_t, std::string_view excerpt) {
        throw std::runtime_error(std::string(excerpt));
    };
    io::CsvScanner scanner;
    scanner.feed(csv, take, fault);
    scanner.finish(take, fault);
    return rows;
}

std::string row_of(const std::string& csv, const std::string& id) {
    const std::size_t at = csv.find("," + id + ",");
    REQUIRE(at != std::string::npos);
    const std::size_t begin = csv.rfind('\n', at) + 1;
    return csv.substr(begin, csv.find('\n', at) - begin);
}

} // namespace

TEST_CASE("scorecards as CSV have these columns", "[writer]") {
    const std::string csv = io::to_csv({});
    CHECK(csv == "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,"
                 "high,squares\n");
    Returns returns = small_authority();
    const std::string text = io::to_csv(returns.scorecards("2023-03-31"));
    CHECK(text.substr(0, csv.size()) == csv);
    CHECK(rows_of(text).size() == indicators::catalogue.size());
}

TEST_CASE("rows of CSV", "[writer]") {
    Returns returns = small_authority();
    const std::string csv = io::to_csv(returns.scorecards("2023-03-31"));
    // A count has no denominator.
    CHECK(row_of(csv, "looked_after") == "Derby,2023-03-31,looked_after,children,3,,0,3,,,");
    CHECK(row_of(csv, "short_breaks_only") ==
          "Derby,2023-03-31,short_breaks_only,children,0,,0,0,,,");
    // A rate is of the population: 3 of 59,376 are 0.505 of 10,000, 1 is 0.168.
    CHECK(row_of(csv, "looked_after_rate") ==
          "Derby,2023-03-31,looked_after_rate,per_10000,3,59376,0,1,,,");
    CHECK(row_of(csv, "started_rate") == "Derby,2023-03-31,started_rate,per_10000,1,59376,0,k,,,");
    CHECK(row_of(csv, "in_foster_care") == "Derby,2023-03-31,in_foster_care,percent,2,3,0,67,,,");
    CHECK(row_of(csv, "in_residential_school") ==
          "Derby,2023-03-31,in_residential_school,percent,0,3,0,0,,,");
    CHECK(row_of(csv, "days_in_care") ==
          "Derby,2023-03-31,days_in_care,days,1048,1,0,1048.0,,,1098304");
    CHECK(row_of(csv, "sdq_mean") == "Derby,2023-03-31,sdq_mean,score,15,1,0,15.0,,,225");
    // Nobody to count among.
    CHECK(row_of(csv, "development_assessment") ==
          "Derby,2023-03-31,development_assessment,percent,0,0,0,z,,,");
    // Of one child it is not known: none of two, or one.
    CHECK(row_of(csv, "convicted") == "Derby,2023-03-31,convicted,percent,0,1,1,0,0,50,");
    // Not available: no numbers.
    CHECK(row_of(csv, "missing_children") == "Derby,2023-03-31,missing_children,percent,,,,x,,,");
    CHECK(row_of(csv, "unaccompanied") == "Derby,2023-03-31,unaccompanied,children,,,,x,,,");
}

TEST_CASE("x rows have no numbers, and rows of counts no denominator", "[writer]") {
    Returns returns = small_authority();
    int not_available = 0;
    for (const auto& row : rows_of(io::to_csv(returns.scorecards("2023-03-31")))) {
        CAPTURE(row.at("indicator"));
        CHECK(row.at("authority") == "Derby");
        CHECK(row.at("as_at") == "2023-03-31");
        CHECK((row.at("unit") != "children" || row.at("denominator").empty()));
        CHECK(row.at("low").empty() == row.at("high").empty());
        const bool is_mean =
            row.at("unit") == "days" || row.at("unit") == "score" || row.at("unit") == "incidents";
        CHECK(row.at("squares").empty() == (!is_mean || row.at("value") == "x"));
        CHECK((row.at("low").empty() || row.at("undetermined") != "0"));
        const bool has_figure = row.at("value") != "x";
        not_available += has_figure ? 0 : 1;
        for (const auto* column : {"numerator", "undetermined"})
            CHECK(row.at(column).empty() != has_figure);
        if (!has_figure)
            CHECK((row.at("denominator").empty() && row.at("low").empty()));
    }
    CHECK(not_available == 24); // of AD1 4, Missing 4, OC3 10, UASC 2, SWEpisodes 1, postcodes 3
}

TEST_CASE("a name is quoted in CSV where it must be", "[writer]") {
    Returns returns = small_authority("Derby, \"City\"\nof");
    const std::string csv = io::to_csv(returns.scorecards("2023-03-31"));
    CHECK_THAT(csv, Contains("\n\"Derby, \"\"City\"\"\nof\",2023-03-31,looked_after,children,3"));
    for (const auto& row : rows_of(csv))
        CHECK(row.at("authority") == "Derby, \"City\"\nof");
}

TEST_CASE("JSON says what the CSV says", "[writer]") {
    Returns returns = small_authority("Derby, \"City\"\nof");
    const auto scorecards = [&returns] {
        returns.scorecards("2023-03-31");
        returns.request().as_at = {Returns::date("2022-12-31"), Returns::date("2023-03-31")};
        return scorecard::scorecards(returns.reader().records(), returns.request(),
                                     [](auto, const auto&) {});
    }();
    REQUIRE(scorecards.size() == 2);
    const auto rows = rows_of(io::to_csv(scorecards));
    const auto json = nlohmann::json::parse(io::to_json(scorecards));
    REQUIRE(json.size() == 2);
    std::size_t at = 0;
    for (const auto& scorecard : json)
        for (const auto& figure : scorecard.at("figures")) {
            const auto& row = rows.at(at++);
            CAPTURE(row.at("indicator"));
            const auto number = [&figure](const char* key) {
                return figure.contains(key) ? std::to_string(figure[key].get<std::int64_t>()) : "";
            };
            const auto text = [&figure](const char* key) {
                return figure.contains(key) ? figure[key].get<std::string>() : "";
            };
            CHECK(scorecard.at("authority") == row.at("authority"));
            CHECK(scorecard.at("as_at") == row.at("as_at"));
            CHECK(figure.at("indicator") == row.at("indicator"));
            CHECK(figure.at("unit") == row.at("unit"));
            CHECK(figure.at("value") == row.at("value"));
            CHECK(number("numerator") == row.at("numerator"));
            CHECK(number("denominator") == row.at("denominator"));
            CHECK(number("undetermined") == row.at("undetermined"));
            CHECK(number("squares") == row.at("squares"));
            CHECK(text("low") == row.at("low"));
            CHECK(text("high") == row.at("high"));
            CHECK(figure.contains("unavailable_because") == (row.at("value") == "x"));
        }
    CHECK(at == rows.size());
}

TEST_CASE("JSON has the exact ratio, the reasons and the notes", "[writer]") {
    Returns returns = small_authority();
    const auto json = nlohmann::json::parse(io::to_json(returns.scorecards("2023-03-31"))).at(0);
    std::map<std::string, nlohmann::json> figures;
    for (const auto& figure : json.at("figures"))
        figures[figure.at("indicator")] = figure;
    CHECK(figures.at("in_foster_care").at("exact") == "200/3");
    CHECK(figures.at("looked_after").at("exact") == "3");
    CHECK(figures.at("days_in_care").at("squares") == 1'098'304); // 1,048 days
    CHECK_FALSE(figures.at("in_foster_care").contains("squares"));
    CHECK_FALSE(figures.at("missing_incidents").contains("squares"));
    CHECK(figures.at("looked_after_rate").at("exact") == "625/1237"); // 30,000 / 59,376
    CHECK_FALSE(figures.at("development_assessment").contains("exact"));
    CHECK(figures.at("away_children").at("unavailable_because") ==
          "no Missing table in the return of 2023 (columns CHILD, MISSING, MIS_START, MIS_END)");
    CHECK(json.at("notes").empty());

    returns.table(2022, episodes_columns + open_episode("F"));
    const auto rolling = nlohmann::json::parse(io::to_json(returns.scorecards("2022-12-31"))).at(0);
    REQUIRE(rolling.at("notes").size() == 1);
    CHECK_THAT(rolling.at("notes").at(0).get<std::string>(), Contains("31 March"));
}

TEST_CASE("JSON parses whatever bytes a name has", "[writer]") {
    Returns returns = small_authority("D\xe9rby \xff");
    const std::string json = io::to_json(returns.scorecards("2023-03-31"));
    CHECK_NOTHROW(nlohmann::json::parse(json));
    CHECK(nlohmann::json::parse(io::to_json({})).empty());
}

TEST_CASE("a scorecard as a table", "[writer]") {
    Returns returns = small_authority();
    const auto expected = io::text_of_file(tests::test_file("io/scorecard_table.txt"));
    REQUIRE(expected.has_value());
    CHECK(io::to_table(returns.scorecards("2023-03-31")) == *expected);
}

TEST_CASE("scorecards of several dates are columns of one table", "[writer]") {
    Returns returns = small_authority();
    returns.scorecards("2023-03-31");
    returns.request().as_at = {Returns::date("2022-03-31"), Returns::date("2023-03-31")};
    const auto scorecards = scorecard::scorecards(returns.reader().records(), returns.request(),
                                                  [](auto, const auto&) {});
    const std::string table = io::to_table(scorecards);
    CHECK(table.substr(0, table.find('\n')) == "Derby, as at 31 March 2023");
    CHECK_THAT(table,
               Contains("  31/03/2022   31/03/2023        95% limits  numbers of 31/03/2023\n"));
    CHECK_THAT(table, Contains("  x          67%    20.8% to 93.9%  2 of 3\n"));
    CHECK_THAT(table, Contains("x  the return of 2022 was not given: 67 figures\n"));
}

TEST_CASE("scorecards of several authorities are tables of their own", "[writer]") {
    Returns returns;
    returns.table(2023, "LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nB,1,01/06/2022,S,V2,U4,,\n"
                        "A,1,01/06/2022,S,V2,U4,,\nA,2,01/06/2022,S,V2,U4,,\n");
    const std::string table = io::to_table(returns.scorecards("2023-03-31"));
    const std::size_t first = table.find("A, as at 31 March 2023\n");
    const std::size_t second = table.find("\n\nB, as at 31 March 2023\n");
    CHECK(first == 0);
    CHECK(second != std::string::npos);
    CHECK(io::to_table({}).empty());
}

TEST_CASE("no line of a table ends in blanks", "[writer]") {
    Returns returns = small_authority();
    const std::string table = io::to_table(returns.scorecards("2023-03-31"));
    CHECK(table.find(" \n") == std::string::npos);
    CHECK(table.back() == '\n');
    CHECK(table.find("\t") == std::string::npos);
}
