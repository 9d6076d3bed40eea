#include "indicare/io/chart_writer.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indicare/io/counting.hpp"
#include "scorecard/periodic_series.hpp"
#include "support/returns.hpp"

using namespace indicare;
using scorecard::Every;
using scorecard::Occasion;
using scorecard::PeriodicChart;
using tests::Returns;
using tests::series_of;

namespace {

/// Mean 19 / 12; moving ranges 0 but for two of 8 and one of 1, so that their mean is 17 / 11; the
/// limits are 19 / 12 -/+ 2.66 x 17 / 11, which is -2.53 and 18791 / 3300 or 5.69.
std::vector<PeriodicChart> one_high() {
    return {scorecard::chart_of(series_of({1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 1, 0}, Occasion::ceased,
                                          Every::month, "Derby, City"))};
}

std::vector<PeriodicChart> too_few() {
    return {scorecard::chart_of(series_of({1, 2}, Occasion::started, Every::quarter))};
}

} // namespace

TEST_CASE("charts as CSV") {
    const std::string csv = io::to_csv(one_high());
    CHECK(csv.find("authority,indicator,period_start,value,mean,lower,upper,rules\n"
                   "\"Derby, City\",ceased,2022-04-01,1,1.6,0.0,5.7,\n") == 0);
    CHECK(csv.find("\"Derby, City\",ceased,2022-09-01,9,1.6,0.0,5.7,outside_limits\n") !=
          std::string::npos);
    CHECK(io::to_csv(too_few()) == "authority,indicator,period_start,value,mean,lower,upper,rules\n"
                                   ",started,2022-10-01,1,,,,\n"
                                   ",started,2023-01-01,2,,,,\n");
    CHECK(io::to_csv(std::vector<PeriodicChart>{}) ==
          "authority,indicator,period_start,value,mean,lower,upper,rules\n");
}

TEST_CASE("several rules of a point stand in one field") {
    const std::vector<PeriodicChart> charts{
        scorecard::chart_of(series_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3}))};
    CHECK(io::to_csv(charts).find(
              ",started,2022-08-01,8,5.2,2.5,7.9,outside_limits;run_on_one_side;trend;"
              "two_of_three\n") != std::string::npos);
    CHECK(io::to_table(charts).find("August 2022     8  above the upper limit; in a run above the "
                                    "average; rising; near the upper limit or beyond it\n") !=
          std::string::npos);
}

TEST_CASE("charts as JSON") {
    const auto json = nlohmann::json::parse(io::to_json(one_high())).at(0);
    CHECK(json["authority"] == "Derby, City");
    CHECK(json["indicator"] == "ceased");
    CHECK(json["every"] == "month");
    CHECK(json["mean"] == "1.6");
    CHECK(json["mean_exact"] == "19/12");
    CHECK(json["mean_moving_range_exact"] == "17/11");
    CHECK(json["upper_exact"] == "18791/3300");
    CHECK(json["lower"] == "-2.5");
    CHECK(json["lower_drawn_exact"] == "0");
    CHECK(json["points"].size() == 12);
    CHECK(json["points"][0] == nlohmann::json{{"period_start", "2022-04-01"},
                                              {"period_end", "2022-04-30"},
                                              {"value", 1},
                                              {"rules", nlohmann::json::array()}});
    CHECK(json["points"][5]["rules"] ==
          nlohmann::json::parse(R"([{"rule": "outside_limits", "side": "high"}])"));
    CHECK(json["signals"][0]["period_starts"] == nlohmann::json::parse(R"(["2022-09-01"])"));
    CHECK(json["sentences"].size() >= 2);
    CHECK_FALSE(json.contains("no_chart_because"));

    const auto none = nlohmann::json::parse(io::to_json(too_few())).at(0);
    CHECK(none["no_chart_because"] == "2 quarters are held wholly and without a gap by the returns "
                                      "given; a chart needs at least 12");
    CHECK_FALSE(none.contains("mean"));
    CHECK(none["points"][1]["value"] == 2);
}

TEST_CASE("charts for people") {
    CHECK(io::to_table(too_few()) ==
          "Started to be looked after, by the quarter\n"
          "In 2 quarters to March 2023 between 1 and 2 children a quarter started to be looked "
          "after, 1.5 on average.\n"
          "No chart: 2 quarters are held wholly and without a gap by the returns given; a chart "
          "needs at least 12.\n"
          "\n"
          "October to December 2022  1\n"
          "January to March 2023     2\n");
    const std::string table = io::to_table(one_high());
    CHECK(table.find("Ceased to be looked after, by the month, Derby, City\n") == 0);
    CHECK(table.find("September 2022  9  above the upper limit\n") != std::string::npos);
}

TEST_CASE("periods are the same for any number of threads, and findings with them") {
    const auto counted = [](unsigned threads) {
        io::ReadingOptions options;
        options.threads = threads;
        Returns returns(options);
        std::string rows;
        for (int child = 0; child < 3000; ++child) {
            const std::string start = care::Date::of(2022, 4, 1 + child % 30).text();
            rows += std::to_string(child) + "," + start + ",S,C2,U4,,\n";
            if (child % 1000 == 0) // given twice
                rows += std::to_string(child) + "," + start + ",S,C2,U4,,\n";
        }
        returns.episodes(2023, rows);
        returns.reader().end_returns();
        const auto all = io::periodic_numbers(returns.reader(), {});
        CHECK(returns.findings().count_of(quality::FindingCode::episode_twice) == 3);
        return all.at(0).numbers;
    };
    const auto one = counted(1);
    CHECK(one.at(0) == 3000);
    CHECK(counted(2) == one);
}
