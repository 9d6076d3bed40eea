#include "indicare/io/return_folder.hpp"
#include "reading.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using namespace std::string_literals;

namespace {

const std::string episodes = episodes_columns + open_episode("A");

/// A return of one child, whose episode is open or ends on this day.
std::string xml_of(const std::string& child, const std::string& dec = "") {
    return "<EXPSSDA903>\n<CHILD><HEADER><CHILDID>" + child +
           "</CHILDID></HEADER>\n<EPISODE><DECOM>01/06/2021</DECOM><RNE>S</RNE><LS>V2</LS><PL>U4"
           "</PL><DEC>" +
           dec + "</DEC><REC>E4A</REC></EPISODE></CHILD></EXPSSDA903>";
}

} // namespace

TEST_CASE("an XML file beside CSV files is not read, and that is said", "[folder][xml]") {
    TemporaryFolder folder;
    folder.file("2023/a.csv", uasc_columns + "B,1,,\n"s).file("2023/b.XML", xml_of("A"));
    Reading reading;
    const auto read = io::read_folder(reading.reader(), folder.path() / "2023");
    REQUIRE(read.has_value());
    CHECK(children_of(reading) == "B");
    CHECK(reading.only(FindingCode::xml_beside_csv).file == "2023/b.XML");
}

TEST_CASE("XML and CSV of one year are read together from two places", "[folder][xml]") {
    TemporaryFolder folder;
    folder.file("2023/a.csv", workers_columns + "A,,SW1,01/06/2022,,\n"s);
    folder.file("xml/2023/b.xml", xml_of("A")).file("xml/2023/d.xml", "<no");
    Reading reading;
    REQUIRE(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    REQUIRE(io::read_folder(reading.reader(), folder.path() / "xml" / "2023").has_value());
    CHECK(children_of(reading) == "A");
    CHECK(reading.found(FindingCode::table_twice).empty());
    CHECK(reading.only(FindingCode::xml_malformed).file == "2023/d.xml");
    CHECK(reading.reader().source_of<care::StoredEpisode>(0).file == "2023/b.xml");
}

TEST_CASE("a folder of XML that is not named as a year is read by its dates", "[folder][xml]") {
    TemporaryFolder folder;
    folder.file("latest/a.xml", xml_of("A", "31/03/2022")).file("latest/b.xml", "<no");
    Reading reading;
    const auto read = io::read_folder(reading.reader(), folder.path() / "latest");
    REQUIRE(read.has_value());
    CHECK(read->year == 2022);
    CHECK(read->told_by == io::YearToldBy::dates);
    CHECK_THAT(reading.only(FindingCode::year_not_by_name).message,
               Contains("31/03/2022 (latest/a.xml:3)"));
    CHECK(reading.found(FindingCode::xml_malformed).size() == 1);
}

TEST_CASE("the years that names of files hold", "[folder]") {
    CHECK(io::year_in_name("CLA_2021") == 2021);
    CHECK(io::year_in_name("2021") == 2021);
    CHECK(io::year_in_name("SSDA903 2022-23 final") == 2023);
    CHECK(io::year_in_name("903_2022_2023_v12") == 2023);
    CHECK(io::year_in_name("2023 return of 2023") == 2023);
    CHECK(io::year_in_name("2022-24") == 2022);
    for (const auto* name : {"", "return", "fake_903", "20230331", "x12023", "2022 and 2023",
                             "1950", "22-23", "9999"}) {
        CAPTURE(name);
        CHECK_FALSE(io::year_in_name(name).has_value());
    }
}

TEST_CASE("an XML file is a return by itself", "[folder][xml]") {
    struct Case {
        std::string file;
        int year;
        io::YearToldBy told_by;
    };
    using enum io::YearToldBy;
    for (const Case& each :
         {Case{"2022/return.xml", 2022, name}, Case{"2021-22/CLA_2019.XML", 2022, name},
          Case{"mine/CLA_2022.xml", 2022, file_name}, Case{"mine/return.xml", 2022, dates}}) {
        CAPTURE(each.file);
        TemporaryFolder folder;
        folder.file(each.file, xml_of("A", "31/03/2022"));
        Reading reading;
        const auto read = io::read_return(reading.reader(), folder.path() / each.file);
        REQUIRE(read.has_value());
        CHECK(read->year == each.year);
        CHECK(read->told_by == each.told_by);
        CHECK(reading.found(FindingCode::year_not_by_name).size() ==
              (each.told_by == dates ? 1U : 0U));
        CHECK(reading.reader().source_of<care::StoredEpisode>(0).file == each.file);
        CHECK(reading.episode().return_year == 2022);
    }
}

TEST_CASE("an XML file whose name and dates differ", "[folder][xml]") {
    TemporaryFolder folder;
    folder.file("mine/CLA_2019.xml", xml_of("A", "31/03/2022"));
    Reading reading;
    CHECK(io::read_return(reading.reader(), folder.path() / "mine/CLA_2019.xml")->year == 2019);
    const quality::Finding finding = reading.only(FindingCode::year_of_folder_differs);
    CHECK(finding.file == "mine/CLA_2019.xml");
    CHECK_THAT(finding.message, Contains("the return of 2019 by the file's name"));
}

TEST_CASE("a return that is a folder, and what is none", "[folder][xml]") {
    TemporaryFolder folder;
    folder.file("2022/episodes.csv", episodes).file("2021/return.xml", xml_of("A"));
    folder.file("mine/empty.xml", "<EXPSSDA903/>");
    Reading whole;
    CHECK(io::read_return(whole.reader(), folder.path() / "2021")->year == 2021);
    CHECK(io::read_return(whole.reader(), folder.path() / "2022")->year == 2022);
    CHECK(whole.records().count<care::StoredEpisode>() == 2);
    const auto refused = [&folder](const std::string& file) {
        Reading reading;
        CHECK_FALSE(io::read_return(reading.reader(), folder.path() / file).has_value());
        return reading.only(FindingCode::file_unreadable).message;
    };
    CHECK_THAT(refused("2022/episodes.csv"), Contains("expected a folder of CSV or XML files"));
    CHECK_THAT(refused("2022/missing.xml"), Contains("there is no such folder or file"));
    CHECK_THAT(refused("mine/empty.xml"), Contains("year of the return cannot be told"));
}
