#include "indicare/io/return_folder.hpp"
#include "reading.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using namespace std::string_literals;

namespace {

std::string closed_episode(const std::string& child, const std::string& decom,
                           const std::string& dec) {
    return child + "," + decom + ",S,V2,N1,U4,PR1," + dec + ",E4A,,,,\n";
}

const std::string episodes = episodes_columns + open_episode("A");
const std::string header = header_columns + "A,1,01/02/2010,WBRI,,0,\n"s;

/// What became of a folder of this name that holds these episodes.
std::optional<io::FolderRead> read_one(Reading& reading, const std::string& name,
                                       const std::string& text) {
    TemporaryFolder folder;
    folder.file(name + "/episodes.csv", text);
    return io::read_folder(reading.reader(), folder.path() / name);
}

} // namespace

TEST_CASE("the years that names of folders give", "[folder]") {
    CHECK(io::year_named("2023") == 2023);
    CHECK(io::year_named("2022-23") == 2023);
    CHECK(io::year_named("2022_2023") == 2023);
    CHECK(io::year_named("2022_23") == 2023);
    CHECK(io::year_named("2022-2023") == 2023);
    CHECK(io::year_named("1999-00") == 2000);
    CHECK(io::year_named("1999-2000") == 2000);
    CHECK(io::year_named("1953") == 1953);
    CHECK(io::year_named("2079") == 2079);
    CHECK(io::year_named("2078-79") == 2079);
}

TEST_CASE("other names give no year", "[folder]") {
    for (const auto* name : {"",        "latest",  "23",       "20233",   "202x",      "2022-24",
                             "2022-22", "2023-22", "2022/23",  "2022 23", "2022-2024", "2022--23",
                             "x2023",   "2023-",   "2022-230", "0000",    "1952",      "2080",
                             "9999",    "2022-2x", "22-2023",  "+202",    "-202"}) {
        CAPTURE(name);
        CHECK_FALSE(io::year_named(name).has_value());
    }
}

TEST_CASE("a year that no return can have is not given", "[folder]") {
    CHECK_FALSE(io::year_named("2079-80").has_value());
    CHECK_FALSE(io::year_named("2079_2080").has_value());
}

TEST_CASE("a folder is read as the return of its name", "[folder]") {
    for (const auto* name : {"2023", "2022-23", "2022_2023"}) {
        CAPTURE(name);
        Reading reading;
        const auto read = read_one(reading, name, episodes);
        REQUIRE(read.has_value());
        CHECK(read->year == 2023);
        CHECK(read->told_by == io::YearToldBy::name);
        CHECK(reading.findings_as_text() == "");
        CHECK(reading.episode().return_year == 2023);
        CHECK(reading.records().given.of(0).with_episodes.holds(2023));
        CHECK(reading.reader().source_of<care::StoredEpisode>(0).file ==
              std::string(name) + "/episodes.csv");
    }
}

TEST_CASE("files are read by what is in them, in order of their names", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/b.csv", episodes).file("2023/a.CSV", header);
    folder.file("2023/c.csv", uasc_columns + "A,1,,\n"s);
    Reading reading;
    std::vector<std::string> told;
    const auto read = io::read_folder(reading.reader(), folder.path() / "2023",
                                      [&told](const std::string& file, std::uint64_t bytes) {
                                          told.push_back(file + " " + std::to_string(bytes));
                                      });
    CHECK(read.has_value());
    CHECK(told == std::vector{"2023/a.CSV " + std::to_string(header.size()),
                              "2023/b.csv " + std::to_string(episodes.size()),
                              "2023/c.csv " + std::to_string(uasc_columns.size() + 6)});
    CHECK(reading.findings_as_text() == "");
    CHECK(reading.records().child_count() == 1);
    CHECK(reading.child().sex == care::Sex::male);
}

TEST_CASE("the name of a folder may end in a slash", "[folder]") {
    TemporaryFolder folder;
    folder.file("2022-23/episodes.csv", episodes);
    Reading reading;
    const auto read = io::read_folder(reading.reader(), (folder.path() / "2022-23").string() + "/");
    REQUIRE(read.has_value());
    CHECK(read->year == 2023);
    CHECK(read->told_by == io::YearToldBy::name);
}

TEST_CASE("a folder of another name is read by its latest date", "[folder]") {
    Reading reading;
    const auto read = read_one(reading, "latest",
                               episodes_columns + closed_episode("A", "01/06/2021", "31/03/2022") +
                                   closed_episode("B", "01/06/2021", "01/04/2022") +
                                   open_episode("C").replace(2, 10, "01/01/2022"));
    REQUIRE(read.has_value());
    CHECK(read->year == 2023);
    CHECK(read->told_by == io::YearToldBy::dates);
    const quality::Finding finding = reading.only(FindingCode::year_not_by_name);
    CHECK(finding.file == "latest");
    CHECK_THAT(finding.message, Contains("31 March 2023") && Contains("01/04/2022") &&
                                    Contains("latest/episodes.csv:3"));
    CHECK(reading.findings().count() == 1);
    CHECK(reading.episode().return_year == 2023);
}

TEST_CASE("a folder of another name with a YEAR column is that of its latest year", "[folder]") {
    TemporaryFolder folder;
    folder.file("all/oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,YEAR\n"
                               "A,01/01/2002,YES,F1,B1,2021\n"
                               "A,01/01/2002,NO,F1,B1,2022\n");
    SECTION("without any episode") {}
    SECTION("with episodes that end later") {
        folder.file("all/episodes.csv", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,YEAR\n"
                                        "B,01/06/2020,S,C2,U4,01/05/2022,E4A,2021\n");
    }
    Reading reading;
    const auto read = io::read_folder(reading.reader(), folder.path() / "all");
    REQUIRE(read.has_value());
    CHECK(read->year == 2022);
    CHECK(read->told_by == io::YearToldBy::year_column);
    CHECK_THAT(reading.only(FindingCode::year_not_by_name).message, Contains("YEAR"));
    CHECK(reading.records().given.of(0).years.holds(2021));
    CHECK(reading.records().given.of(0).years.holds(2022));
}

TEST_CASE("31 March is of the year that it ends", "[folder]") {
    Reading reading;
    const auto read =
        read_one(reading, "x", episodes_columns + closed_episode("A", "01/06/2021", "31/03/2022"));
    REQUIRE(read.has_value());
    CHECK(read->year == 2022);
}

TEST_CASE("a name and dates that differ are noted", "[folder]") {
    Reading reading;
    const auto read = read_one(reading, "2022", episodes);
    REQUIRE(read.has_value());
    CHECK(read->year == 2022);
    CHECK(read->told_by == io::YearToldBy::name);
    const quality::Finding finding = reading.only(FindingCode::year_of_folder_differs);
    CHECK(finding.file == "2022");
    CHECK_THAT(finding.message, Contains("the return of 2022") && Contains("01/06/2022") &&
                                    Contains("2022/episodes.csv:2"));
    CHECK(reading.episode().return_year == 2022);
}

TEST_CASE("a return whose last event lies years before its name says is noted", "[folder]") {
    Reading reading;
    CHECK(read_one(reading, "2026", episodes)->year == 2026);
    CHECK(reading.found(FindingCode::year_of_folder_differs).size() == 1);
}

TEST_CASE("without Episodes a name is enough, and without a name there is no year", "[folder]") {
    Reading named;
    CHECK(read_one(named, "2023", header)->year == 2023);
    CHECK(named.findings_as_text() == "");
    Reading unnamed;
    CHECK_FALSE(read_one(unnamed, "latest", header).has_value());
    const quality::Finding finding = unnamed.only(FindingCode::file_unreadable);
    CHECK_THAT(finding.file, Contains("latest"));
    CHECK_THAT(finding.message, Contains("year of the return cannot be told"));
}

TEST_CASE("dates that tell of a year that no return can have", "[folder]") {
    for (const auto* decom : {"01/05/2079", "01/01/1950", "01/01/1900"}) {
        CAPTURE(decom);
        Reading reading;
        const std::string text = episodes_columns + "A,"s + decom + ",S,V2,N1,U4,PR1,,,,,,\n";
        std::optional<io::FolderRead> read;
        CHECK_NOTHROW(read = read_one(reading, "latest", text));
        CHECK_FALSE(read.has_value());
        CHECK(reading.findings().count_of(quality::Severity::error) == 1);
    }
}

TEST_CASE("an extract whose last date no return can hold", "[folder]") {
    io::ReadingOptions options;
    options.longitudinal = true;
    Reading reading(options);
    CHECK_NOTHROW(
        read_one(reading, "extract", episodes_columns + "A,01/05/2079,S,V2,N1,U4,PR1,,,,,,\n"s));
}

TEST_CASE("a directory that is not there", "[folder]") {
    TemporaryFolder folder;
    Reading reading;
    CHECK_FALSE(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    const quality::Finding finding = reading.only(FindingCode::file_unreadable);
    CHECK(finding.file == (folder.path() / "2023").string());
    CHECK_THAT(finding.message, Contains("no such folder") && Contains("expected"));
}

TEST_CASE("a file where a folder was expected", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023", "not a folder");
    Reading reading;
    CHECK_FALSE(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK_THAT(reading.only(FindingCode::file_unreadable).message, Contains("expected a folder"));
}

TEST_CASE("a folder without CSV files", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/readme.txt", "nothing here");
    Reading reading;
    CHECK_FALSE(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK_THAT(reading.only(FindingCode::file_unreadable).message, Contains("no CSV files"));
    CHECK(reading.only(FindingCode::file_not_csv).file == "2023/readme.txt");
}

TEST_CASE("other files beside the tables are noted", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/episodes.csv", episodes).file("2023/return.xlsx", "PK\x03\x04");
    folder.file("2023/old/episodes.csv", episodes);
    Reading reading;
    CHECK(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK(reading.found(FindingCode::file_not_csv).size() == 2);
    CHECK(reading.findings().count() == 2);
    CHECK(reading.records().count<care::StoredEpisode>() == 1);
}

TEST_CASE("a folder that is called like a file cannot be read, and the others are", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/a.csv/x", "").file("2023/b.csv", episodes);
    Reading reading;
    CHECK(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK(reading.only(FindingCode::file_unreadable).file == "2023/a.csv");
    CHECK(reading.records().child_count() == 1);
}

TEST_CASE("bad files beside good ones", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/a_empty.csv", "").file("2023/b_workbook.csv", "PK\x03\x04\0\0\n"s);
    folder.file("2023/c_notes.csv", "name,address\nA,B\n").file("2023/d.csv", episodes);
    folder.file("2023/e.csv", episodes_columns + open_episode("B"));
    Reading reading;
    CHECK(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK(reading.only(FindingCode::file_empty).file == "2023/a_empty.csv");
    CHECK(reading.only(FindingCode::file_not_text).file == "2023/b_workbook.csv");
    CHECK(reading.only(FindingCode::table_not_recognised).file == "2023/c_notes.csv");
    CHECK(reading.only(FindingCode::table_twice).file == "2023/e.csv");
    CHECK(reading.findings().count() == 4);
    CHECK(reading.records().child_count() == 2);
}

TEST_CASE("a folder of which no file can be read is no return", "[folder]") {
    TemporaryFolder folder;
    folder.file("2023/a.csv", "").file("2023/b.csv", "hello\n");
    Reading reading;
    CHECK_FALSE(io::read_folder(reading.reader(), folder.path() / "2023").has_value());
    CHECK(reading.findings().count() == 2);
}

TEST_CASE("a YEAR column splits a folder into returns", "[folder]") {
    TemporaryFolder folder;
    folder.file("extract/episodes.csv",
                "YEAR,CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PLACE_PROVIDER,HOME_POST,PL_POST,CIN,"
                "REASON_PLACE_CHANGE,URN\n"
                "2021,A,01/06/2020,S,V2,U4,,,,,,,,\n2022,A,01/06/2020,S,V2,U4,,,,,,,,\n"
                "2022,B,01/06/2021,S,V2,U4,01/07/2021,E4A,,,,,,\n");
    Reading reading;
    CHECK(io::read_folder(reading.reader(), folder.path() / "extract").has_value());
    const auto& given = reading.records().given.of(0);
    CHECK(given.with_episodes.holds(2021));
    CHECK(given.with_episodes.holds(2022));
    CHECK(reading.episode(0).return_year == 2021);
    CHECK(reading.episode(1).return_year == 2022);
}

TEST_CASE("a longitudinal extract is a folder of any name", "[folder]") {
    io::ReadingOptions options;
    options.longitudinal = true;
    Reading reading(options);
    const auto read = read_one(reading, "2015", episodes);
    REQUIRE(read.has_value());
    CHECK(read->year == 2023);
    CHECK(read->told_by == io::YearToldBy::dates);
    CHECK(reading.records().given.of(0).years.holds(2023));
    CHECK(reading.records().given.of(0).years.holds(2000));
    CHECK_FALSE(reading.records().given.of(0).years.holds(2024));
}

TEST_CASE("large files are read in pieces", "[folder]") {
    std::string text(episodes_columns);
    for (int i = 0; i < 20'000; ++i)
        text += open_episode(std::to_string(i));
    Reading reading;
    CHECK(read_one(reading, "2023", text).has_value());
    CHECK(reading.records().child_count() == 20'000);
    CHECK(reading.findings_as_text() == "");
}

TEST_CASE("the day that a text names", "[folder]") {
    CHECK(io::date_of("2023-03-31") == care::Date::of(2023, 3, 31));
    CHECK(io::date_of("31/03/2023") == care::Date::of(2023, 3, 31));
    CHECK(io::date_of("31/03/23") == care::Date::of(2023, 3, 31));
    CHECK(io::date_of("31.03.2023").is_none());
    CHECK(io::date_of("").is_none());
}

TEST_CASE("the text of a file", "[folder]") {
    TemporaryFolder folder;
    const std::string text = "a\0b\r\n"s + std::string(300'000, 'x');
    folder.file("f.csv", text).file("empty.csv", "");
    CHECK(io::text_of_file(folder.path() / "f.csv") == text);
    CHECK(io::text_of_file(folder.path() / "empty.csv") == "");
    CHECK_FALSE(io::text_of_file(folder.path() / "missing.csv").has_value());
    CHECK_FALSE(io::text_of_file(folder.path()).has_value());
}
