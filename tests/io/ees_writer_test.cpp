#include "indicare/io/ees_writer.hpp"

#include <catch2/catch.hpp>

#include <sstream>

// Rows and cells of the form of Explore Education Statistics, from figures made by hand.

using namespace indicare;
using scorecard::Benchmark;
using scorecard::BenchmarkKind;
using scorecard::KnownFigure;

namespace {

/// `over` of `under` children adopted, of whom the data cannot decide some.
KnownFigure adopted(std::int64_t over, std::int64_t under, std::int64_t undetermined = 0) {
    const std::size_t number = indicators::indicator_named("adopted").value();
    return scorecard::known(
        scorecard::Figure(indicators::catalogue[number], {over, under, undetermined}), number,
        2023);
}

/// A report of one year, in which nothing but the share of the adopted is known.
scorecard::Report report_with(KnownFigure own, const std::string& england = {}) {
    scorecard::Report report;
    report.compared.authority = {"831", "E06000015", "Derby, City of", "East Midlands"};
    report.compared.year = 2023;
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
        report.trends.push_back({{{2023, {}, {}}}, {}});
    auto& year = report.trends[own.indicator].years.front();
    if (!england.empty()) {
        Benchmark benchmark;
        benchmark.kind = BenchmarkKind::england;
        benchmark.printed = england;
        year.benchmarks.push_back(benchmark);
    }
    year.own = std::move(own);
    return report;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

const std::string derby = "2023,Reporting year,Local authority,E92000001,England,E12000004,"
                          "East Midlands,831,\"Derby, City of\",E06000015,";

} // namespace

TEST_CASE("a figure is its numbers and its print, in columns that say what they are", "[ees]") {
    const auto files = io::to_ees(report_with(adopted(34, 246)));
    const auto data = lines_of(files.data);
    REQUIRE(data.size() == 2);
    CHECK(data[0] == "time_period,time_identifier,geographic_level,country_code,country_name,"
                     "region_code,region_name,old_la_code,la_name,new_la_code,adopted_count,"
                     "adopted_base_count,adopted_percent");
    CHECK(data[1] == derby + "34,246,14");
    CHECK(files.meta == "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,"
                        "filter_hint,filter_grouping_column\n"
                        "adopted_count,Indicator,Adopted: number,Leaving care,,0,,\n"
                        "adopted_base_count,Indicator,Adopted: out of,Leaving care,,0,,\n"
                        "adopted_percent,Indicator,Adopted: percentage,Leaving care,%,0,,\n");
}

TEST_CASE("England has its row, with what was published of it", "[ees]") {
    const auto data = lines_of(io::to_ees(report_with(adopted(34, 246), "10")).data);
    REQUIRE(data.size() == 3);
    CHECK(data[1] == "2023,Reporting year,National,E92000001,England,,,,,,x,x,10");
}

TEST_CASE("symbols are those that the form knows", "[ees]") {
    const auto shown = [](const std::string& england) {
        const auto line = lines_of(io::to_ees(report_with(adopted(34, 246), england)).data)[1];
        return line.substr(line.rfind(',') + 1);
    };
    CHECK(shown("k") == "low");
    CHECK(shown("low") == "low");
    CHECK(shown("c") == "c");
    CHECK(shown("z") == "z");
    CHECK(shown("-") == "x");
    CHECK(shown("~") == "x");
    CHECK(shown("10.5") == "10.5");
}

TEST_CASE("a share that rounds to 0 is low, and its numbers stand", "[ees]") {
    CHECK(lines_of(io::to_ees(report_with(adopted(1, 300))).data)[1] == derby + "1,300,low");
}

TEST_CASE("what undetermined children could change is not told", "[ees]") {
    // 34 of 246 are 13.8%; with 10 more undetermined, 34 of 256 (13.3%) to 44 of 256 (17.2%).
    CHECK(lines_of(io::to_ees(report_with(adopted(34, 246, 10))).data)[1] == derby + "x,x,x");
    // 5000 of 10000, one undetermined: 49.995% to 50.005%, which both print as 50.
    CHECK(lines_of(io::to_ees(report_with(adopted(5000, 10000, 1))).data)[1] == derby + "x,x,50");
}

TEST_CASE("nobody to count among is not applicable; nothing known leaves no row", "[ees]") {
    CHECK(lines_of(io::to_ees(report_with(adopted(0, 0), "10")).data).size() == 2);
    CHECK(lines_of(io::to_ees(report_with(adopted(0, 0))).data).size() == 1);
}

TEST_CASE("an authority that is not published for has no code and no region", "[ees]") {
    auto report = report_with(adopted(34, 246));
    report.compared.authority = {"999", {}, "999", {}};
    CHECK(lines_of(io::to_ees(report).data)[1] ==
          "2023,Reporting year,Local authority,E92000001,England,x,Not available,999,999,x,"
          "34,246,14");
}
