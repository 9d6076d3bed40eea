#include "indicare/io/scorecard_writer.hpp"
#include "reading.hpp"
#include "support/returns.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using Catch::EndsWith;

namespace {

/// Three children of a small authority, two of them in foster placements; two have a score, 15 and
/// 9.
Returns three_children() {
    io::ReadingOptions options;
    options.authority = "Derby";
    Returns returns(options);
    returns.table(2023, header_columns + "A,1,01/06/2010,WBRI,,0,\nB,2,01/09/2011,WBRI,,0,\n"
                                         "C,2,11/11/2012,BCRB,,0,\n");
    returns.table(2023, episodes_columns + "A,01/06/2019,S,C2,N1,U4,PR4,,,,,,\n"
                                           "B,01/06/2020,S,C2,N1,K2,PR4,,,,,,\n"
                                           "C,02/02/2021,S,C2,N1,U4,PR4,,,,,,\n");
    returns.table(2023, oc2_columns + "A,01/06/2010,15,,0,,1,1,1,0,,\n"
                                      "B,01/09/2011,9,,0,,1,1,1,0,,\n");
    returns.population(2023, 59'376, "Derby");
    return returns;
}

std::ptrdiff_t commas_of(const std::string& line) {
    return std::count(line.begin(), line.end(), ',');
}

std::string line_with(const std::string& text, const std::string& what) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
}

} // namespace

// 2 of 3 by Wilson at 95%: 20.8 to 93.9 percent. 3 of 59,376 by Poisson: 0.619 to 8.767 children
// are 0.1 to 1.5 of 10,000. The mean of 15 and 9 is 12, its standard error 3, t of one degree
// 12.706: -26.1 to 50.1.
TEST_CASE("limits in CSV, where they are asked for", "[writer]") {
    Returns returns = three_children();
    const auto scorecards = returns.scorecards("2023-03-31");
    const std::string csv = io::to_csv(scorecards, io::WithLimits::yes);
    CHECK_THAT(csv.substr(0, csv.find('\n')), EndsWith(",squares,lower_95,upper_95,limits_method"));
    CHECK_THAT(line_with(csv, ",in_foster_care,"), EndsWith(",,20.8,93.9,wilson"));
    CHECK_THAT(line_with(csv, ",looked_after_rate,"), EndsWith(",,0.1,1.5,poisson"));
    CHECK_THAT(line_with(csv, ",sdq_mean,"), EndsWith(",306,-26.1,50.1,student_t"));
    CHECK_THAT(line_with(csv, ",looked_after,"), EndsWith(",3,,,,,,"));
    const auto columns = commas_of(csv.substr(0, csv.find('\n')));
    const auto row = line_with(csv, ",adopted,"); // nobody
    CHECK(commas_of(row) == columns);
    CHECK(io::to_csv(scorecards).find("lower_95") == std::string::npos);
}

TEST_CASE("rows of breakdowns have as many columns with limits", "[writer]") {
    Returns returns = three_children();
    returns.request().by = {indicators::Characteristic::sex};
    const std::string csv = io::to_csv(returns.scorecards("2023-03-31"), io::WithLimits::yes);
    const auto columns = commas_of(csv.substr(0, csv.find('\n')));
    for (std::size_t begin = 0; begin < csv.size();) {
        const std::size_t end = csv.find('\n', begin);
        CHECK(commas_of(csv.substr(begin, end - begin)) == columns);
        begin = end + 1;
    }
}

TEST_CASE("limits in JSON, or why there are none, with the cautions once", "[writer]") {
    Returns returns = three_children();
    const auto json =
        nlohmann::json::parse(io::to_json(returns.scorecards("2023-03-31"), io::WithLimits::yes))
            .at(0);
    for (const auto& figure : json.at("figures")) {
        CAPTURE(figure.at("indicator"));
        CHECK(figure.contains("limits") != figure.contains("no_limits_because"));
        if (figure.at("indicator") == "in_foster_care")
            CHECK(figure.at("limits") == nlohmann::json{{"lower", "20.8"},
                                                        {"upper", "93.9"},
                                                        {"confidence", "95%"},
                                                        {"method", "wilson"}});
        if (figure.at("indicator") == "adopted")
            CHECK(figure.at("no_limits_because") == "there is nobody to count among");
    }
    CHECK(json.at("cautions").at(0).at("kind") == "census");
    CHECK(json.at("cautions").size() == 3);
}

TEST_CASE("the table has the limits of the last date, and says what they are", "[writer]") {
    Returns returns = three_children();
    const std::string table = io::to_table(returns.scorecards("2023-03-31"));
    CHECK_THAT(line_with(table, "In foster placements"),
               Contains("67%") && Contains("20.8% to 93.9%"));
    CHECK_THAT(table, Contains("These are all the children and no sample"));
}
