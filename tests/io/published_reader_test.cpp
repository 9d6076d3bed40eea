#include "io/published_files.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using scorecard::CellKind;

TEST_CASE("places: names and codes of each level", "[published]") {
    Published published;
    published.give(columns + "cla_group,number\n" + england +
                   "Children looked after during the year,1\n" + region +
                   "Children looked after during the year,2\n" + derby +
                   "Children looked after during the year,3\n");
    const auto places = published.statistics.places();
    REQUIRE(places.size() == 3);
    CHECK(places[0] == scorecard::Place{Level::nation, "England", "E92000001", "", ""});
    CHECK(places[1] == scorecard::Place{Level::region, "East Midlands", "E12000004", "", ""});
    CHECK(places[2] ==
          scorecard::Place{Level::authority, "Derby", "E06000015", "831", "East Midlands"});
    for (const char* name : {"831", "E06000015", "Derby", "DERBY", "e06000015"})
        CHECK(published.statistics.authorities_called(name) == std::vector<std::size_t>{2});
    for (const char* name : {"", "England", "E92000001", "Derb"})
        CHECK(published.statistics.authorities_called(name).empty());
}

TEST_CASE("time periods: a year, or two that follow each other", "[published]") {
    const auto year_of = [](const std::string& period) {
        Published published;
        published.give("time_period,geographic_level,la_name,cla_group,number\n" + period +
                       ",Local authority,Derby,Children looked after during the year,7\n");
        const auto figures = published.statistics.figures();
        CHECK(published.findings.count_of(FindingCode::number_malformed) ==
              (figures.empty() ? 1 : 0));
        return figures.empty() ? 0 : figures[0].year;
    };
    CHECK(year_of("2023") == 2023);
    CHECK(year_of("202223") == 2023);
    CHECK(year_of("199900") == 2000);
    CHECK(year_of("202224") == 0);
    CHECK(year_of("2022/23") == 0);
    CHECK(year_of("") == 0);
}

TEST_CASE("columns stand in any order and case, labels in any case", "[published]") {
    Published published;
    CHECK(published.give(
              "NUMBER,CLA_Group,LA_NAME,Geographic_Level,Time_Period\n"
              " 7 ,children LOOKED after during the year,Derby,local authority,2023\n") == 1);
    CHECK(published.text("looked_after_in_year", "Derby", 2023) == "7 of , ");
}

TEST_CASE("the pieces of a file may be cut anywhere", "[published]") {
    const std::string text =
        columns + "cla_group,number\n" + derby + "Children looked after during the year,3\n";
    for (std::size_t piece = 1; piece < 20; ++piece) {
        Published published;
        CHECK(published.give(text, "file.csv", piece) == 1);
    }
}

TEST_CASE("symbols keep their meaning", "[published]") {
    using scorecard::PublishedCell;
    CHECK(PublishedCell("12").kind() == CellKind::number);
    CHECK(PublishedCell("15.4").kind() == CellKind::number);
    CHECK(PublishedCell("c").kind() == CellKind::confidential);
    CHECK(PublishedCell("z").kind() == CellKind::not_applicable);
    CHECK(PublishedCell("x").kind() == CellKind::not_available);
    CHECK(PublishedCell("-").kind() == CellKind::not_available);
    CHECK(PublishedCell("k").kind() == CellKind::near_zero);
    CHECK(PublishedCell("low").kind() == CellKind::near_zero);
    CHECK(PublishedCell("").kind() == CellKind::blank);
    CHECK(PublishedCell("0:9").kind() == CellKind::unreadable);
    CHECK(PublishedCell("12").whole_number() == 12);
    CHECK_FALSE(PublishedCell("15.4").whole_number());
    CHECK_FALSE(PublishedCell("c").whole_number());
    CHECK_FALSE(PublishedCell("99999999999999999999").whole_number());
}

TEST_CASE("a number that cannot be read is a finding, and not published", "[published]") {
    Published published;
    CHECK(published.give(columns + "cla_group,number\n" + derby +
                         "Children looked after during the year,0:9\n") == 0);
    const auto found = published.found(FindingCode::number_malformed);
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 2);
    CHECK(found[0].column == "number");
    CHECK(found[0].value == "0:9");
}

TEST_CASE("a file of unknown columns is named with them", "[published]") {
    Published published;
    CHECK(published.give(columns + "topic,headcount\n" + derby + "Looked after,620\n", "new.csv") ==
          0);
    const auto found = published.found(FindingCode::published_file_not_placed);
    REQUIRE(found.size() == 1);
    CHECK(found[0].file == "new.csv");
    CHECK_THAT(found[0].message, Contains("topic, headcount"));
}

TEST_CASE("a file of another form is named with its columns", "[published]") {
    Published published;
    CHECK(published.give("authority,year,population\n831,2023,59376\n") == 0);
    CHECK(published.give("") == 0);
    const auto found = published.found(FindingCode::published_file_not_placed);
    REQUIRE(found.size() == 2);
    CHECK_THAT(found[0].message,
               Contains("time_period") && Contains("authority, year, population"));
    CHECK_THAT(found[1].message, Contains("it is empty"));
}

TEST_CASE("a label that has changed is said", "[published]") {
    const std::string header = columns + "cla_group,characteristic,number,percentage\n";
    const std::string adopted = derby + "Reason episode ceased,Adopted,37,16\n";
    SECTION("the total") {
        Published published;
        CHECK(published.give(header + adopted + derby + "Reason episode ceased,All,229,100\n") ==
              1);
        const auto found = published.found(FindingCode::published_figure_incomplete);
        REQUIRE(found.size() == 1);
        CHECK_THAT(found[0].message,
                   Contains("the denominator of adopted") &&
                       Contains("cla_group=Reason episode ceased;characteristic=Total"));
        CHECK(published.text("adopted", "Derby", 2023) == "37 of , 16");
    }
    SECTION("none") {
        Published published;
        CHECK(published.give(header + adopted + derby + "Reason episode ceased,Total,229,100\n" +
                             derby + "Reason episode ceased,Special guardianship orders,24,10\n") ==
              2);
        CHECK(published.text("adopted", "Derby", 2023) == "37 of 229, 16");
        for (const auto& finding : published.found(FindingCode::published_figure_incomplete))
            CHECK_THAT(finding.message, !Contains("adopted") && !Contains("special_guardianship"));
    }
}

TEST_CASE("a figure that stands twice", "[published]") {
    const std::string header = columns + "cla_group,number\n";
    const std::string one = derby + "Children looked after during the year,3\n";
    const std::string other = derby + "Children looked after during the year,4\n";
    SECTION("with the same number") {
        Published published;
        published.give(header + one + one);
        published.give(header + one);
        CHECK(published.findings.count_of(FindingCode::published_figure_contradicted) == 0);
        CHECK(published.statistics.figures().size() == 1);
    }
    SECTION("with another in the file") {
        Published published;
        published.give(header + one + other);
        CHECK(published.findings.count_of(FindingCode::published_figure_contradicted) == 1);
        CHECK(published.text("looked_after_in_year", "Derby", 2023) == "3 of , ");
    }
    SECTION("with another in another file") {
        Published published;
        published.give(header + one);
        published.give(header + other);
        CHECK(published.findings.count_of(FindingCode::published_figure_contradicted) == 1);
        CHECK(published.text("looked_after_in_year", "Derby", 2023) == "3 of , ");
    }
}

TEST_CASE("rows that are no rows are left out, with a finding", "[published]") {
    Published published;
    CHECK(published.give(columns + "cla_group,number\n" + derby + "\"open,3\n2023,short\n" + derby +
                         "Children looked after during the year,3\n") == 1);
    CHECK(published.findings.count_of(FindingCode::row_ragged) == 2);
}

TEST_CASE("a mapping of one's own is added", "[published]") {
    quality::Findings findings;
    io::PublishedMapping mapping = io::known_releases();
    CHECK(
        mapping.read("indicator,numerator,numerator_where,denominator,denominator_where,figure,"
                     "figure_where\n"
                     "mothers,headcount,topic=Mothers; sex = Girls,headcount,topic=Girls,share,\n",
                     "own.csv", findings));
    CHECK(findings.count() == 0);
    Published published(mapping);
    CHECK(published.give(columns + "topic,sex,headcount,share\n" + derby + "Mothers,Girls,3,1\n" +
                         derby + "Girls,,250,100\n") == 1);
    CHECK(published.text("mothers", "Derby", 2023) == "3 of 250, 1");
}

TEST_CASE("rows of a mapping that cannot be used are findings", "[published]") {
    const std::string header = "indicator,numerator,numerator_where,denominator,denominator_where,"
                               "figure,figure_where\n";
    const auto refused = [&](const std::string& row) {
        quality::Findings findings;
        io::PublishedMapping mapping;
        CHECK(mapping.read(header + row + "\n", "own.csv", findings));
        CHECK(mapping.entries().empty());
        REQUIRE(findings.count_of(FindingCode::mapping_row_unusable) == 1);
        CHECK(findings.kept()[0].line == 2);
        return findings.kept()[0].column;
    };
    CHECK(refused("motherz,number,,,,,") == "INDICATOR");
    CHECK(refused("mothers,number,topic,,,,") == "NUMERATOR_WHERE");
    CHECK(refused("mothers,number,,number,=x,,") == "DENOMINATOR_WHERE");
    CHECK(refused("mothers,,,number,,,") == "NUMERATOR");
    quality::Findings findings;
    io::PublishedMapping mapping;
    CHECK_FALSE(mapping.read("indicator,numerator\nmothers,number\n", "own.csv", findings));
}

TEST_CASE("a file that cannot be read is a finding", "[published]") {
    Published published;
    const io::PublishedMapping mapping = io::known_releases();
    io::PublishedReader reader(mapping, published.statistics, published.findings);
    CHECK(io::read_published(reader, "no such file.csv", published.findings) == 0);
    CHECK(published.findings.count_of(FindingCode::file_unreadable) == 1);
}
