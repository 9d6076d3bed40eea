#include "indicare/io/return_folder.hpp"
#include "reading.hpp"

#include <catch2/catch.hpp>

// A build without expat: says of every XML file that it does not read it, and reads the rest.

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;

TEST_CASE("a build that does not read XML says so", "[xml]") {
    CHECK_FALSE(io::ReturnReader::reads_xml());
    Reading reading;
    CHECK_FALSE(reading.xml("<EXPSSDA903/>", "r.xml"));
    CHECK(quality::to_text(reading.only(FindingCode::xml_not_built)) ==
          "r.xml: this build does not read XML (it was made without expat); not read");
    CHECK(reading.findings().count() == 1);
}

TEST_CASE("a build that does not read XML reads the tables beside it", "[xml]") {
    TemporaryFolder folder;
    folder.file("latest/a.xml", "<EXPSSDA903/>");
    folder.file("latest/b.csv", episodes_columns + open_episode("A"));
    Reading reading;
    CHECK(io::read_return(reading.reader(), folder.path() / "latest").has_value());
    CHECK(reading.only(FindingCode::xml_not_built).file == "latest/a.xml");
    CHECK(reading.records().child_count() == 1);
}

TEST_CASE("a build that does not read XML has no return of XML alone", "[xml]") {
    TemporaryFolder folder;
    folder.file("2023/a.xml", "<EXPSSDA903/>");
    Reading reading;
    CHECK_FALSE(io::read_return(reading.reader(), folder.path() / "2023").has_value());
    CHECK_THAT(reading.only(FindingCode::file_unreadable).message, Contains("no XML that can be"));
    CHECK_FALSE(io::read_return(reading.reader(), folder.path() / "2023/a.xml").has_value());
    CHECK(reading.found(FindingCode::xml_not_built).size() == 2);
}
