#include "indicare/io/population_file.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

using namespace indicare;
using care::Date;
using Catch::Contains;
using indicare::quality::FindingCode;

namespace {

struct Read {
    bool readable = false;
    scorecard::Populations populations;
    quality::Findings findings;

    std::optional<std::int64_t> of(std::string_view authority, int reporting_year) const {
        return populations.of(authority, Date::end_of_reporting_year(reporting_year));
    }
};

Read read(std::string_view text) {
    Read made;
    made.readable = io::read_populations(text, "population.csv", made.populations, made.findings);
    return made;
}

} // namespace

TEST_CASE("populations by reporting year", "[population]") {
    const Read made = read("authority,year,population\n831,2023,59376\n831,2022,58612\n"
                           "\"Derby, City of\",2023,1\n");
    CHECK(made.readable);
    CHECK(made.findings.count() == 0);
    CHECK(made.of("831", 2023) == 59'376);
    CHECK(made.of("831", 2022) == 58'612);
    CHECK(made.of("Derby, City of", 2023) == 1);
    CHECK_FALSE(made.of("831", 2021).has_value());
    CHECK_FALSE(made.of("832", 2023).has_value());
}

TEST_CASE("of two populations of a year the first stands", "[population]") {
    const Read made = read("authority,year,population\n831,2023,60000\n831,2023,600\n"
                           "831,2023,60000\n");
    CHECK(made.of("831", 2023) == 60'000);
    REQUIRE(made.findings.kept().size() == 1);
    const quality::Finding& finding = made.findings.kept().front();
    CHECK(finding.code == FindingCode::published_figure_contradicted);
    CHECK(finding.line == 3);
    CHECK(finding.column == "POPULATION");
    CHECK(finding.value == "600");
    CHECK_THAT(finding.message, Contains("expected 60000"));
}

TEST_CASE("a row of estimates that contradicts an earlier one is left out and told of once",
          "[population]") {
    const Read made = read("time_period,old_la_code,new_la_code,la_name,population_estimate\n"
                           "2022,831,E06000015,Derby,59376\n"
                           "2022,831,E06000015,Derby City,600\n");
    for (const auto* name : {"831", "E06000015", "Derby"})
        CHECK(made.of(name, 2023) == 59'376);
    CHECK_FALSE(made.of("Derby City", 2023).has_value());
    REQUIRE(made.findings.count() == 1);
    CHECK(made.findings.kept().front().line == 3);
    CHECK_THAT(made.findings.kept().front().message, Contains("expected 59376"));
}

TEST_CASE("a blank authority is that of returns that name none", "[population]") {
    const Read made = read("authority,year,population\n ,2023,60000\n");
    CHECK(made.of("", 2023) == 60'000);
    CHECK(made.findings.count() == 0);
}

TEST_CASE("a number with a comma that is not quoted is no number", "[population]") {
    const Read made = read("authority,year,population\n831,2023,60,000\n832,2023,70000, \n");
    CHECK_FALSE(made.of("831", 2023).has_value());
    CHECK(made.of("832", 2023) == 70'000);
    REQUIRE(made.findings.kept().size() == 1);
    CHECK(made.findings.kept().front().code == FindingCode::row_ragged);
    CHECK_THAT(made.findings.kept().front().message, Contains("4 fields, expected 3"));
}

TEST_CASE("a population serves every date of its reporting year", "[population]") {
    const Read made = read("authority,year,population\n831,2023,59376\n");
    CHECK(made.populations.of("831", Date::of(2022, 4, 1)) == 59'376);
    CHECK(made.populations.of("831", Date::of(2022, 12, 31)) == 59'376);
    CHECK_FALSE(made.populations.of("831", Date::of(2022, 3, 31)).has_value());
    CHECK_FALSE(made.populations.of("831", Date::of(2023, 4, 1)).has_value());
}

TEST_CASE("columns in any order and case, among others", "[population]") {
    const Read made = read("\xEF\xBB\xBFPopulation,Notes, YEAR ,Authority\r\n59376,x,2023,831\r\n");
    CHECK(made.readable);
    CHECK(made.of("831", 2023) == 59'376);
}

TEST_CASE("the mid-year estimates of a year serve the reporting year after it", "[population]") {
    const Read made =
        read("time_period,geographic_level,region_name,old_la_code,new_la_code,la_name,"
             "population_estimate\n"
             "2022,Local authority,East Midlands,831,E06000015,Derby,59376\n"
             "2021,Local authority,East Midlands,831,E06000015,Derby,58612\n"
             "2022,Regional,East Midlands,,,,1000000\n"
             "2022,National,,,,,11886906\n");
    CHECK(made.readable);
    CHECK(made.findings.count() == 0);
    for (const auto* name : {"831", "E06000015", "Derby"}) {
        CHECK(made.of(name, 2023) == 59'376);
        CHECK(made.of(name, 2022) == 58'612);
        CHECK_FALSE(made.of(name, 2021).has_value());
    }
    CHECK_FALSE(made.of("", 2023).has_value());
    CHECK_FALSE(made.of("East Midlands", 2023).has_value());
}

TEST_CASE("the form is told by the columns' names, wherever their row is", "[population]") {
    const std::string estimates = "time_period,old_la_code,new_la_code,la_name,"
                                  "population_estimate\n2022,831,E06000015,Derby,59376\n";
    for (const auto* before : {"\n", "\r\n\r\n", "\xEF\xBB\xBF\n", "\"a note\" above\n"}) {
        CAPTURE(before);
        CHECK(read(before + estimates).of("Derby", 2023) == 59'376);
    }
    CHECK(read("authority,year,population,no_population_estimate\n831,2023,59376,\n")
              .of("831", 2023) == 59'376);
}

TEST_CASE("a population file of other columns is not read", "[population]") {
    for (const auto* text : {"authority,population\n831,5\n", "a,b,c\n", "",
                             "time_period,population_estimate\n2022,5\n"}) {
        CAPTURE(text);
        const Read made = read(text);
        CHECK_FALSE(made.readable);
        CHECK(made.populations.is_empty());
        CHECK(made.findings.count_of(FindingCode::column_missing_essential) == 1);
        const quality::Finding finding = made.findings.kept().front();
        CHECK(finding.file == "population.csv");
        CHECK_THAT(finding.message, Contains("expected the columns"));
    }
}

TEST_CASE("rows of populations that cannot be used are findings", "[population]") {
    struct Case {
        std::string row;
        std::string column;
        std::string value;
    };
    for (const Case& each :
         {Case{"831,2023,about 59000", "POPULATION", "about 59000"},
          Case{"831,2023,59376.5", "POPULATION", "59376.5"},
          Case{"831,2023,-5", "POPULATION", "-5"}, Case{"831,2023,", "POPULATION", ""},
          Case{"831,2023,9999999999", "POPULATION", "9999999999"},
          Case{"831,2022/23,59376", "YEAR", "2022/23"}}) {
        CAPTURE(each.row);
        const Read made =
            read("authority,year,population\n832,2023,7\n" + each.row + "\n833,2023,8\n");
        CHECK(made.readable);
        REQUIRE(made.findings.count() == 1);
        const quality::Finding finding = made.findings.kept().front();
        CHECK(finding.code == FindingCode::number_malformed);
        CHECK(finding.line == 3);
        CHECK(finding.column == each.column);
        CHECK(finding.value == each.value);
        CHECK_THAT(finding.message, Contains("expected a whole number"));
        CHECK_FALSE(made.of("831", 2023).has_value());
        CHECK(made.of("832", 2023) == 7);
        CHECK(made.of("833", 2023) == 8);
    }
}

TEST_CASE("ragged rows of populations are findings", "[population]") {
    const Read made = read("authority,year,population\n831,2023\n\"832,2023,7\n833,2023,8\n");
    CHECK(made.readable);
    CHECK(made.findings.count_of(FindingCode::row_ragged) == 2);
    CHECK(made.of("833", 2023) == 8);
}
