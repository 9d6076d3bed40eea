#include "indicare/io/benchmarks.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include "indicare/io/comparison_writer.hpp"
#include "indicare/scorecard/assessment.hpp"
#include "support/folders.hpp"

using namespace indicare;
using scorecard::Answer;
using scorecard::BenchmarkKind;
using scorecard::Comparators;

namespace {

const scorecard::Benchmarks& bundled() {
    static const scorecard::Benchmarks benchmarks = io::bundled_benchmarks();
    return benchmarks;
}

scorecard::PublishedAuthority derby(const Comparators& comparators) {
    return comparators.authorities_called("E06000015").at(0);
}

/// Derby as published for a year, beside what was published up to 2022: as a report of July 2023
/// would show it.
scorecard::ComparedScorecard derby_of(int year) {
    const Comparators comparators(bundled());
    scorecard::BenchmarkChoice choice;
    choice.release = 2022;
    const auto own = published_figures(comparators, derby(comparators), year);
    return compare(comparators, derby(comparators), year, own, choice);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string one_decimal(const scorecard::KnownFigure& figure) {
    return exact::print(figure.value->lower(), exact::places(1));
}

const std::filesystem::path folder = tests::project_file("lib/benchmarks");

} // namespace

TEST_CASE("Derby's figures of 2023 and 2022, as its committee was shown them") {
    const auto derby = derby_of(2023);
    CHECK(derby.authority.name == "Derby");
    CHECK(derby.authority.region == "East Midlands");

    const auto& looked_after = derby["looked_after"];
    CHECK(looked_after.own.printed == "620");
    CHECK(looked_after.direction->before.printed == "627");
    CHECK(looked_after.direction->answer == Answer::lower);

    const auto& rate = derby["looked_after_rate"];
    CHECK(rate.own.printed == "104");
    CHECK(rate.beside(BenchmarkKind::england)->benchmark.printed == "70");
    CHECK(rate.beside(BenchmarkKind::region)->benchmark.printed == "65");
    CHECK(rate.beside(BenchmarkKind::region)->benchmark.year == 2022);
    CHECK(rate.beside(BenchmarkKind::region)->benchmark.name == "East Midlands");
    CHECK(rate.beside(BenchmarkKind::neighbours_mean)->benchmark.printed == "79.1");
    CHECK(derby["started_rate"].direction->before.printed == "39");
    CHECK(derby["ceased_rate"].direction->before.printed == "42");

    const auto& adopted = derby["adopted"];
    CHECK(adopted.own.printed == "16");
    CHECK(adopted.own.numerator == 37);
    CHECK(adopted.own.denominator == 229);
    CHECK(one_decimal(adopted.direction->before) == "13.8");
    CHECK(adopted.direction->before.numerator == 34);
    CHECK(adopted.direction->before.denominator == 246);
    const auto& england = *adopted.beside(BenchmarkKind::england)->benchmark.value;
    CHECK(exact::print(england.lower(), exact::places(1)) == "9.8");
    CHECK(exact::print(england.upper(), exact::places(1)) == "9.8");

    const auto& missing = derby["missing_children"];
    CHECK(one_decimal(missing.own) == "10.5");
    CHECK(missing.own.numerator == 89);
    CHECK(missing.own.denominator == 845);
    CHECK(missing.beside(BenchmarkKind::england)->benchmark.printed == "11");
    CHECK(missing.beside(BenchmarkKind::neighbours_mean)->benchmark.printed == "10.0");
}

TEST_CASE("Derby's stability of 2022: 152 of 208 beside 71 and 71, of the list of 2021") {
    const auto derby = derby_of(2022);
    const auto& stability = derby["long_term_stability"];
    CHECK(one_decimal(stability.own) == "73.1");
    CHECK(stability.own.numerator == 152);
    CHECK(stability.own.denominator == 208);
    CHECK(stability.beside(BenchmarkKind::england)->benchmark.printed == "71");
    const auto& mean = stability.beside(BenchmarkKind::neighbours_mean)->benchmark;
    CHECK(mean.printed == "71.0");
    CHECK(mean.edition == 2021);
    CHECK(mean.counted.size() == 10);
    CHECK(mean.counted.front() == "Peterborough");
    CHECK(stability.beside(BenchmarkKind::neighbours_mean)->answer == Answer::better);
}

TEST_CASE("a mean, a median and a pooled rate of the same neighbours differ; so do the lists") {
    const Comparators comparators(bundled());
    const auto rate = indicators::indicator_named("looked_after_rate").value();
    const auto printed = [&](BenchmarkKind kind, int edition) {
        scorecard::BenchmarkChoice choice;
        choice.release = 2023;
        choice.edition = edition;
        return comparators.benchmark(kind, derby(comparators), rate, 2022, choice)->printed;
    };
    CHECK(printed(BenchmarkKind::neighbours_mean, 2021) == "79.1");
    CHECK(printed(BenchmarkKind::neighbours_median, 2021) == "78.0");
    CHECK(printed(BenchmarkKind::neighbours_pooled, 2021) == "77.3");
    CHECK(printed(BenchmarkKind::neighbours_mean, 2025) == "97.4");
    CHECK(comparators.neighbours(2024)->edition() == 2021);
    CHECK(comparators.neighbours(2025)->edition() == 2025);
    scorecard::BenchmarkChoice then;
    then.release = 2023;
    CHECK(comparators.neighbours(2025, then)->edition() == 2021);
}

TEST_CASE("the bundled set is complete: places, lists, populations") {
    const Comparators comparators(bundled());
    CHECK(comparators.authorities().size() == 158);
    REQUIRE(bundled().neighbours.size() == 2);
    CHECK(bundled().population_edition == 2024);
    CHECK(bundled().populations.of("831", care::Date::of(2025, 3, 31)) == 62113);
    CHECK(bundled().populations.of("831", care::Date::of(2023, 3, 31)) == 59376);
    for (const auto& authority : comparators.authorities())
        CHECK((authority.code.size() == 9 && authority.old_code.size() == 3));
}

TEST_CASE("what is bundled is the text of the files, and writes back to them") {
    const auto files = io::compact(bundled(), 2018);
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv")
            continue;
        ++count;
        const std::string name = entry.path().filename().string();
        INFO(name);
        REQUIRE(files.count(name) == 1);
        CHECK((files.at(name) == text_of(entry.path())));
    }
    CHECK(count == files.size());
}

TEST_CASE("the bundled figures are those of the files as downloaded") {
    scorecard::Benchmarks downloaded;
    quality::Findings findings;
    REQUIRE(io::add_benchmarks(tests::test_file("published/as_downloaded"), io::known_releases(),
                               downloaded, findings));
    const auto places = downloaded.statistics.places();
    REQUIRE(downloaded.statistics.figures().size() > 400);
    for (const auto& figure : downloaded.statistics.figures()) {
        if (figure.year < 2018)
            continue;
        bool found = false;
        for (std::size_t place = 0; place < bundled().statistics.places().size(); ++place) {
            const auto& other = bundled().statistics.places()[place];
            if (other.level != places[figure.place].level ||
                (other.level == scorecard::Level::authority
                     ? other.old_code != places[figure.place].old_code
                     : other.code != places[figure.place].code))
                continue;
            const auto* same =
                bundled().statistics.find(place, figure.year, figure.indicator, figure.release);
            REQUIRE(same != nullptr);
            found = true;
            CHECK(same->numerator == figure.numerator);
            CHECK(same->denominator == figure.denominator);
            CHECK(same->figure == figure.figure);
        }
        CHECK(found);
    }
}

TEST_CASE("a folder of newer files goes beside what is known") {
    const auto folder_of_test =
        std::filesystem::temp_directory_path() / "indicare_benchmarks_test" / "data";
    std::filesystem::create_directories(folder_of_test);
    std::ofstream(folder_of_test / "rates.csv")
        << "time_period,geographic_level,country_code,country_name,region_code,region_name,"
           "old_la_code,la_name,new_la_code,population_count,population_estimate,number,"
           "rate_per_10000\n"
           "2026,Local authority,E92000001,England,E12000004,East Midlands,831,Derby,E06000015,"
           "Children looked after at 31 March each year,63000,500,79\n";
    std::ofstream(folder_of_test / "neighbours_2026.csv")
        << "old_la_code,SN_1,SN_2,SN_3,SN_4,SN_5,SN_6,SN_7,SN_8,SN_9,SN_10\n"
           "831,874,373,350,894,331,335,332,887,382,383\n";
    std::ofstream(folder_of_test / "people.csv") << "authority,year,population\n831,2026,63000\n";
    auto benchmarks = io::bundled_benchmarks();
    quality::Findings findings;
    REQUIRE(io::add_benchmarks(folder_of_test.parent_path(), io::known_releases(), benchmarks,
                               findings));
    CHECK(findings.count_of(quality::Severity::error) == 0);
    const Comparators comparators(benchmarks);
    CHECK(published_figures(comparators, derby(comparators), 2026).figures[1].printed == "79");
    CHECK(published_figures(comparators, derby(comparators), 2025).figures[1].printed == "88");
    CHECK(comparators.neighbours(2026)->edition() == 2026);
    CHECK(comparators.neighbours(2025)->edition() == 2025);
    CHECK(benchmarks.population_edition == 2025);
    std::filesystem::remove_all(folder_of_test.parent_path());
    CHECK_FALSE(io::add_benchmarks(folder_of_test, io::known_releases(), benchmarks, findings));
}

TEST_CASE("a comparison as CSV, JSON and a table") {
    const auto derby = derby_of(2023);
    const auto assessed = assess(derby);
    const std::string csv = io::to_csv(derby, assessed);
    CHECK(csv.find(
              "\n831,2023,long_term_stability,percent,high,61,154,254,0,2025,2022,73,worse,"
              "worse,138,151,D,2022,england,2022,2022,0,71,worse,0,-27,-27,,,area for "
              "development,years_differ,54.5,66.4,wilson,much worse,-20.7,-3.8,newcombe,worse\n") !=
          std::string::npos);
    CHECK(csv.find("\n831,2023,looked_after,children,none,620,620,,0,2025,2022,627,lower,lower,,,,,"
                   ",,,,,,,,,,,,,,,,,,,,cannot be told\n") != std::string::npos);
    const std::string json = io::to_json(derby, assessed);
    CHECK(json.find("\"exact\": \"7700/127\"") != std::string::npos); // 154 of 254
    CHECK(json.find("\"neighbours_edition\": 2021") != std::string::npos);
    const std::string table = io::to_table(derby, assessed);
    CHECK(table.find("Derby (831), year to 31 March 2023\n"
                     "Statistical neighbours (2021 list): Bolton, Coventry, Dudley, Kirklees, "
                     "Leeds, Medway, Peterborough, Sheffield, Telford and Wrekin, Walsall\n") == 0);
    CHECK(
        table.find("Areas for development\n  Long-term placement stability, 61%: Worse than "
                   "England (71%, 2022), by 27 children; far more than chance explains (99.8%).") !=
        std::string::npos);
}
