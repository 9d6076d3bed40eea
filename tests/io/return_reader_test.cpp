#include "reading.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

using namespace indicare;
using namespace indicare::tests;
using care::Date;
using care::Flag;
using care::Table;
using indicare::quality::FindingCode;
using namespace std::string_literals;

namespace {

struct Sample {
    Table table;
    std::string text;
};

/// Every table, with one child in it.
const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {Table::header, header_columns + "A,1,01/02/2010,WBRI,UN1,0,\n"s},
        {Table::episodes, episodes_columns + "A,01/06/2022,S,V2,N1,U4,PR1,01/09/2022,E4A,,DE1 1AA,"
                                             "DE1 1AB,SC012345\n"s},
        {Table::uasc, uasc_columns + "A,1,01/02/2010,01/03/2023\n"s},
        {Table::reviews, reviews_columns + "A,01/02/2010,01/03/2023,PN1\n"s},
        {Table::oc2, oc2_columns + "A,01/02/2010,14,,0,1,1,0,1,1,0,1\n"s},
        {Table::oc3, oc3_columns + "A,01/02/2004,YES,F1,B1\n"s},
        {Table::ad1, ad1_columns + "A,01/02/2010,01/03/2022,01/04/2022,0,2,MF,L11\n"s},
        {Table::placed_for_adoption, placed_columns + "A,01/02/2010,01/03/2022,,\n"s},
        {Table::previous_permanence, permanence_columns + "A,01/02/2010,P1,831,zz/03/2015\n"s},
        {Table::missing, missing_columns + "A,01/02/2010,M,01/03/2023,02/03/2023\n"s},
        {Table::social_workers, workers_columns + "A,01/02/2010,SW1,01/03/2023,,MANAGE\n"s},
        {Table::deprivation_of_liberty, liberty_columns + "A,01/02/2010,01/03/2023,\n"s},
    };
    return all;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char character : line)
        if (character == ',')
            fields.emplace_back();
        else
            fields.back() += character;
    return fields;
}

std::string joined(const std::vector<std::string>& fields) {
    std::string line;
    for (const std::string& field : fields)
        line += (&field == fields.data() ? "" : ",") + field;
    return line + "\n";
}

/// The same two lines with their columns the other way round.
std::string turned_round(const std::string& text) {
    const std::size_t end = text.find('\n');
    auto names = fields_of(text.substr(0, end));
    auto values = fields_of(text.substr(end + 1, text.size() - end - 2));
    std::reverse(names.begin(), names.end());
    std::reverse(values.begin(), values.end());
    return joined(names) + joined(values);
}

std::string in_small_letters(std::string text) {
    for (char& character : text)
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string records_of(const std::string& text) {
    Reading reading;
    reading.table(text);
    return reading.records_as_text();
}

io::ReadingOptions of_derby(bool longitudinal = false) {
    io::ReadingOptions options;
    options.longitudinal = longitudinal;
    options.authority = "Derby";
    return options;
}

Date day_read(const std::string& text) {
    Reading reading;
    reading.table(uasc_columns + "A,1,01/02/2010,"s + text + "\n");
    return reading.records().row<care::UascRow>(0).ceased;
}

} // namespace

TEST_CASE("each table is recognised by its columns", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        Reading reading;
        CHECK(reading.table(sample.text) == sample.table);
        CHECK(reading.findings_as_text() == "");
        CHECK(reading.records().child_count() == 1);
    }
}

TEST_CASE("columns may stand in any order", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        Reading reading;
        CHECK(reading.table(turned_round(sample.text)) == sample.table);
        CHECK(reading.findings_as_text() == "");
        CHECK(reading.records_as_text() == records_of(sample.text));
    }
}

TEST_CASE("columns and codes may be in any case", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        const std::string small = replaced(in_small_letters(sample.text), "\na,", "\nA,");
        Reading reading;
        CHECK(reading.table(small) == sample.table);
        CHECK(reading.findings_as_text() == "");
        CHECK(reading.records_as_text() == records_of(sample.text));
    }
}

TEST_CASE("extra columns are allowed and reported", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        Reading reading;
        const std::string wide = "NOTES,"s + replaced(sample.text, "\nA,", ",Team\nsaid much,A,");
        const std::string rows = wide.substr(0, wide.size() - 1) + ",North\n";
        CHECK(reading.table(rows, "x.csv") == sample.table);
        const quality::Finding finding = reading.only(FindingCode::columns_not_read);
        CHECK(finding.file == "x.csv");
        CHECK(finding.line == 1);
        CHECK_THAT(finding.message, Catch::Contains("NOTES, TEAM"));
        CHECK(reading.findings().count() == 1);
        CHECK(reading.records().child_count() == 1);
        CHECK(reading.records().name_of_child(0) == "A");
    }
}

TEST_CASE("the name of the file does not matter", "[reader]") {
    Reading reading;
    CHECK(reading.table(samples()[0].text, "episodes.csv") == Table::header);
    CHECK(reading.table(samples()[1].text, "") == Table::episodes);
    CHECK(reading.table(samples()[4].text, "header.txt") == Table::oc2);
}

TEST_CASE("a table of which columns are missing is still told by the others", "[reader]") {
    CHECK(Reading().table("CHILD,MOTHER\nA,1\n") == Table::header);
    CHECK(Reading().table("CHILD,DUC\nA,\n") == Table::uasc);
    CHECK(Reading().table("CHILD,SDQ_SCORE\nA,4\n") == Table::oc2);
}

TEST_CASE("text is UTF-8 with or without BOM, with LF or CRLF", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        const std::string expected = records_of(sample.text);
        for (const std::string& text :
             {"\xEF\xBB\xBF" + sample.text, replaced(sample.text, "\n", "\r\n"),
              "\xEF\xBB\xBF" + replaced(sample.text, "\n", "\r\n"),
              sample.text.substr(0, sample.text.size() - 1)}) {
            Reading reading;
            CHECK(reading.table(text) == sample.table);
            CHECK(reading.records_as_text() == expected);
            CHECK(reading.findings_as_text() == "");
        }
    }
}

TEST_CASE("fields may be quoted", "[reader]") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.text);
        std::string quoted = "\"" + replaced(replaced(sample.text, ",", "\",\""), "\n", "\"\n\"");
        quoted.pop_back();
        Reading reading;
        CHECK(reading.table(quoted) == sample.table);
        CHECK(reading.records_as_text() == records_of(sample.text));
        CHECK(reading.findings_as_text() == "");
    }
    Reading reading;
    reading.table("CHILD,DUC\n\"A,\"\"1\"\"\nB\",\n");
    CHECK(reading.records().name_of_child(0) == "A,\"1\"\nB");
}

TEST_CASE("blanks round a field do not matter", "[reader]") {
    CHECK(records_of("CHILD , DECOM,RNE, LS,PLACE,DEC,REC\n A , 01/06/2022 ,S ,V2,\tU4,, \n") ==
          records_of("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2022,S,V2,U4,,\n"));
}

TEST_CASE("lines without anything are passed over", "[reader]") {
    Reading reading;
    reading.table(uasc_columns + "\nA,1,01/02/2010,\n\n,,,\nB,2,,\n\n"s);
    CHECK(reading.records().child_count() == 2);
    CHECK(reading.findings_as_text() == "");
    CHECK(reading.reader().source_of<care::UascRow>(1).line == 6);
}

TEST_CASE("the forms of a date", "[reader]") {
    const Date expected = Date::of(2023, 3, 1);
    CHECK(day_read("01/03/2023") == expected);
    CHECK(day_read("2023-03-01") == expected);
    CHECK(day_read("01/03/23") == expected);
    CHECK(day_read("").is_none());
    CHECK(day_read("01/03/68") == Date::of(2068, 3, 1));
    CHECK(day_read("01/03/69") == Date::of(1969, 3, 1));
    CHECK(day_read("01/03/99") == Date::of(1999, 3, 1));
    CHECK(day_read("29/02/2024") == Date::of(2024, 2, 29));
    CHECK(day_read("29/02/24") == Date::of(2024, 2, 29));
}

TEST_CASE("texts that are no dates", "[reader]") {
    for (const auto* text :
         {"31/02/2023", "29/02/2023", "2023-02-29", "32/01/2023",       "00/01/2023", "01/13/2023",
          "1/3/2023",   "01-03-2023", "2023/03/01", "01/03/2023 00:00", "01.03.2023", "20230301",
          "zz/03/2023", "today",      "+1/03/2023", "01/03/ 023",       "01/0a/2023", "44986",
          "01/03/-1",   "31/02/23",   "03/2023"}) {
        CAPTURE(text);
        Reading reading;
        reading.table(uasc_columns + "A,1,01/02/2010,"s + text + "\n", "u.csv");
        const quality::Finding finding = reading.only(FindingCode::date_malformed);
        CHECK(finding.file == "u.csv");
        CHECK(finding.line == 2);
        CHECK(finding.column == "DUC");
        CHECK(finding.value == text);
        CHECK(finding.child == "A");
        CHECK_THAT(finding.message, Catch::Contains("expected dd/mm/yyyy, yyyy-mm-dd or dd/mm/yy"));
        CHECK(Date(reading.records().row<care::UascRow>(0).ceased).is_none());
    }
}

TEST_CASE("days that records cannot hold", "[reader]") {
    for (const auto* text : {"31/12/1899", "06/06/2079", "9999-12-31", "0001-01-01"}) {
        CAPTURE(text);
        Reading reading;
        reading.table(uasc_columns + "A,1,01/02/2010,"s + text + "\n");
        const quality::Finding finding = reading.only(FindingCode::date_out_of_range);
        CHECK(finding.column == "DUC");
        CHECK(finding.value == text);
        CHECK_THAT(finding.message, Catch::Contains("expected a day between"));
    }
    CHECK(day_read("01/01/1900") == care::first_recordable);
    CHECK(day_read("05/06/2079") == care::last_recordable);
}

TEST_CASE("DATE_PERM may be partial, and no other date", "[reader]") {
    const auto findings_on = [](const std::string& text) {
        Reading reading;
        reading.table(permanence_columns + "A,01/02/2010,P1,831,"s + text + "\n");
        return reading.findings().count();
    };
    for (const auto* text : {"zz/03/2015", "zz/zz/2015", "zz/zz/zzzz", "ZZ/ZZ/ZZZZ", "01/03/2015",
                             "2015-03-01", "01/03/15", ""})
        CHECK(findings_on(text) == 0);
    for (const auto* text : {"zz/13/2015", "zz/00/2015", "zz/03/zzzz", "01/zz/2015", "zz/zz/zz",
                             "zz/03/15", "zz", "zz-03-2015"})
        CHECK(findings_on(text) == 1);
}

TEST_CASE("sex is 1 or 2, or M, F or U", "[reader]") {
    const auto sex = [](const std::string& text) {
        Reading reading;
        reading.table(header_columns + "A,"s + text + ",01/02/2010,WBRI,,0,\n");
        CHECK(reading.findings().count() == (text == "3" ? 1 : 0));
        return reading.child().sex;
    };
    CHECK(sex("1") == care::Sex::male);
    CHECK(sex("2") == care::Sex::female);
    CHECK(sex("M") == care::Sex::male);
    CHECK(sex("F") == care::Sex::female);
    CHECK(sex("f") == care::Sex::female);
    CHECK(sex("U") == care::Sex::unknown);
    CHECK(sex("") == care::Sex::unknown);
    CHECK(sex("3") == care::Sex::unknown);
}

TEST_CASE("the fields of an episode are read", "[reader]") {
    Reading reading;
    reading.table(samples()[1].text);
    const care::Episode episode = reading.episode();
    CHECK(episode.decom == Date::of(2022, 6, 1));
    CHECK(episode.dec == Date::of(2022, 9, 1));
    CHECK(episode.rne == care::ReasonNewEpisode::S);
    CHECK(episode.legal_status == care::LegalStatus::V2);
    CHECK(episode.need == care::CategoryOfNeed::N1);
    CHECK(episode.place == care::PlacementType::U4);
    CHECK(episode.provider == care::PlacementProvider::PR1);
    CHECK(episode.rec == care::ReasonEpisodeCeased::E4A);
    CHECK(episode.return_year == 2023);
    CHECK(episode.location.postcode == reading.reader().records().postcodes.number_of("de1 1ab"));
    CHECK(episode.location.reference ==
          reading.reader().records().references.number_of("SC012345"));
    CHECK(episode.whereabouts == care::Whereabouts::not_looked_up);
}

TEST_CASE("the fields of OC2 are read", "[reader]") {
    using enum care::Oc2Question;
    Reading reading;
    reading.table(samples()[4].text);
    const auto& row = reading.records().row<care::Oc2Row>(0);
    CHECK(row.score() == 14);
    CHECK(row.answer(convicted) == Flag::no);
    CHECK(row.answer(health_check) == Flag::yes);
    CHECK(row.answer(immunisations) == Flag::yes);
    CHECK(row.answer(teeth_check) == Flag::no);
    CHECK(row.answer(health_assessment) == Flag::yes);
    CHECK(row.answer(substance_misuse) == Flag::yes);
    CHECK(row.answer(intervention_received) == Flag::no);
    CHECK(int{row.year} == 2023);
}

TEST_CASE("the fields of the other tables are read", "[reader]") {
    Reading reading;
    for (const Sample& sample : samples())
        reading.table(sample.text);
    const care::Records& records = reading.records();
    CHECK(records.row<care::HeaderRow>(0).mother == Flag::no);
    CHECK(Date(records.row<care::UascRow>(0).ceased) == Date::of(2023, 3, 1));
    const auto& leaver = records.row<care::Oc3Row>(0);
    CHECK(leaver.in_touch == care::InTouch::YES);
    CHECK(leaver.activity == care::Activity::F1);
    CHECK(leaver.accommodation_first == 'B');
    CHECK(leaver.accommodation_last == '1');
    CHECK(Date(records.row<care::Ad1Row>(0).decision) == Date::of(2022, 3, 1));
    CHECK(Date(records.row<care::Ad1Row>(0).match) == Date::of(2022, 4, 1));
    const auto& incident = records.row<care::MissingRow>(0);
    CHECK(incident.kind == care::MissingKind::M);
    CHECK(Date(incident.start) == Date::of(2023, 3, 1));
    CHECK(Date(incident.end) == Date::of(2023, 3, 2));
    const auto& worker = records.row<care::SocialWorkerRow>(0);
    CHECK(Date(worker.start) == Date::of(2023, 3, 1));
    CHECK(Date(worker.end).is_none());
    CHECK(records.child_count() == 1);
}

TEST_CASE("flags and scores that a spreadsheet made decimal are read, and noted", "[reader]") {
    Reading reading;
    reading.table(oc2_columns + "A,,14.0,,1.0,0.0,,,,,,\n"s);
    const auto& row = reading.records().row<care::Oc2Row>(0);
    CHECK(row.score() == 14);
    CHECK(row.answer(care::Oc2Question::convicted) == Flag::yes);
    CHECK(row.answer(care::Oc2Question::health_check) == Flag::no);
    CHECK(reading.findings().count_of(FindingCode::flag_with_decimals) == 3);
    CHECK(reading.findings().count() == 3);
}

TEST_CASE("the edges of a score", "[reader]") {
    const auto score = [](const std::string& text) {
        Reading reading;
        reading.table(oc2_columns + "A,,"s + text + ",,,,,,,,,\n");
        return std::pair(reading.records().row<care::Oc2Row>(0).score(),
                         reading.findings().count());
    };
    CHECK(score("0") == std::pair(std::optional(0), std::uint64_t{0}));
    CHECK(score("40") == std::pair(std::optional(40), std::uint64_t{0}));
    for (const auto* text : {"41", "-1", "4x", "99999999999999999999", "14.5", "1e1"})
        CHECK(score(text) == std::pair(std::optional<int>(), std::uint64_t{1}));
}

TEST_CASE("birth and sex come from Header before any other table", "[reader]") {
    Reading reading;
    reading.table(header_columns + "A,1,01/02/2010,WBRI,,0,\n"s);
    reading.table(uasc_columns + "A,2,02/02/2010,\n"s + "B,2,03/02/2010,\n");
    reading.table(oc2_columns + "A,04/02/2010,,,,,,,,,,\nB,05/02/2010,,,,,,,,,,\n"s);
    const care::Records& records = reading.records();
    CHECK(Date(records[0].birth) == Date::of(2010, 2, 1));
    CHECK(records[0].sex == care::Sex::male);
    CHECK(Date(records[1].birth) == Date::of(2010, 2, 3));
    CHECK(records[1].sex == care::Sex::female);
}

TEST_CASE("a blank states nothing about birth and sex", "[reader]") {
    Reading reading;
    reading.table(oc2_columns + "A,04/02/2010,,,,,,,,,,\n"s, "oc2.csv", 2022);
    reading.table(header_columns + "A,,,WBRI,,0,\n"s, "header.csv", 2023);
    CHECK(Date(reading.child().birth) == Date::of(2010, 2, 4));
    reading.table(header_columns + "A,,99/99/2010,WBRI,,0,\n"s, "header.csv", 2023);
    CHECK(Date(reading.child().birth) == Date::of(2010, 2, 4));
}

TEST_CASE("an LA column names the authority of each row", "[reader]") {
    Reading reading;
    reading.table("la,CHILD,SEX,DOB,DUC\n831,A,,,\n881,A,,,\n831,B,,,\n 831 ,C,,,\n");
    CHECK(reading.records_as_text() == "831/A born  sex 0\n  table.csv:2 uasc of 2023: \n"
                                       "881/A born  sex 0\n  table.csv:3 uasc of 2023: \n"
                                       "831/B born  sex 0\n  table.csv:4 uasc of 2023: \n"
                                       "831/C born  sex 0\n  table.csv:5 uasc of 2023: \n");
    CHECK(reading.findings_as_text() == "");
}

TEST_CASE("without an LA column all rows are the authority's that is named", "[reader]") {
    Reading reading(of_derby());
    reading.table("CHILD,DUC\nA,\n");
    CHECK(reading.records().name_of(reading.child().authority) == "Derby");
}

TEST_CASE("a row with a blank authority is left out and reported", "[reader]") {
    Reading reading;
    reading.table("LA,CHILD,DUC\n,A,\n831,B,\n"s, "u.csv");
    const quality::Finding finding = reading.only(FindingCode::authority_missing);
    CHECK(finding.file == "u.csv");
    CHECK(finding.line == 2);
    CHECK_THAT(finding.message, Catch::Contains("expected the authority"));
    CHECK(reading.records().child_count() == 1);
}

TEST_CASE("a YEAR column names the return of each row", "[reader]") {
    Reading reading;
    reading.table("CHILD,DUC,YEAR\nA,,2021\nA,,2022\nA,,x\nA,,\nA,,1066\n", "u.csv");
    reading.reader().end_returns();
    CHECK(reading.records_as_text() == "/A born  sex 0\n  u.csv:2 uasc of 2021: \n"
                                       "  u.csv:3 uasc of 2022: \n");
    const auto findings = reading.found(FindingCode::year_missing);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].line == 4);
    CHECK(findings[0].value == "x");
    CHECK(findings[1].line == 5);
    CHECK(findings[2].value == "1066");
    CHECK_THAT(findings[0].message, Catch::Contains("expected"));
    const auto& years = reading.records().given.of(0).years;
    CHECK(years.holds(2021));
    CHECK(years.holds(2022));
    CHECK_FALSE(years.holds(2023));
}

TEST_CASE("a return counts as given once it is ended", "[reader]") {
    Reading reading(of_derby());
    reading.table(episodes_columns + open_episode("A"), "e.csv", 2023);
    const auto authority = reading.child().authority;
    CHECK_FALSE(reading.records().given.of(authority).years.holds(2023));
    const io::LatestDay latest = reading.reader().end_returns();
    CHECK(reading.records().given.of(authority).years.holds(2023));
    CHECK(reading.records().given.of(authority).with_episodes.holds(2023));
    CHECK(latest.day == Date::of(2022, 6, 1));
    CHECK(latest.file == "e.csv");
    CHECK(latest.line == 2);
    CHECK(reading.reader().end_returns().day.is_none());
}

TEST_CASE("a return without Episodes is given, but not with Episodes", "[reader]") {
    Reading reading;
    reading.table("CHILD,DUC\nA,\n", "u.csv", 2022);
    reading.reader().end_returns();
    CHECK(reading.records().given.of(0).years.holds(2022));
    CHECK_FALSE(reading.records().given.of(0).with_episodes.holds(2022));
}

TEST_CASE("a longitudinal extract", "[reader]") {
    Reading reading(of_derby(true));
    CHECK(reading.table(episodes_columns + "A,01/06/2012,S,V2,N1,U4,PR1,15/02/2021,E4A,,,,\n"s) ==
          Table::episodes);
    CHECK(reading.table("CHILD,YEAR,IN_TOUCH,ACTIV,ACCOM\nA,2020,YES,F1,B1\n") == Table::oc3);
    CHECK_FALSE(reading.table("CHILD,IN_TOUCH,ACTIV,ACCOM\nA,YES,F1,B1\n").has_value());
    CHECK(reading.found(FindingCode::column_missing_essential).size() == 1);
    CHECK(reading.reader().end_returns().day == Date::of(2021, 2, 15));
    const auto& given = reading.records().given;
    CHECK(given.longitudinal);
    CHECK(given.of(0).years.holds(2021));
    CHECK(given.of(0).years.holds(1990));
    CHECK_FALSE(given.of(0).years.holds(2022));
    CHECK(reading.episode().return_year == 0);
    CHECK(int{reading.records().row<care::Oc3Row>(0).year} == 2020);
}

namespace {

/// Texts of tables of which much is wrong.
rc::Gen<std::string> any_rows() {
    const auto token =
        rc::gen::weightedElement<std::string>({{12, ","},
                                               {4, "\n"},
                                               {2, "\r\n"},
                                               {2, "\""},
                                               {3, "A"},
                                               {2, "B"},
                                               {1, "\0"s},
                                               {1, "\r"},
                                               {3, "01/06/2022"},
                                               {1, "31/02/2022"},
                                               {2, "S"},
                                               {2, "V2"},
                                               {2, "U4"},
                                               {1, "QQ"},
                                               {1, " "},
                                               {3, ",01/06/2022,S,V2,N1,U4,PR1,,,,,,\n"},
                                               {3, ",1,01/02/2010,WBRI,,0,\n"},
                                               {3, ",,14,,1,0,1.0,2,,,,\n"},
                                               {1, std::string(60, 'x')},
                                               {1, "831"},
                                               {1, "2022"}});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(token),
                        [](const std::vector<std::string>& tokens) {
                            std::string text;
                            for (const std::string& each : tokens)
                                text += each;
                            return text;
                        });
}

std::vector<std::string> cut(const std::string& text) {
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = *rc::gen::element<std::size_t>(1, 2, 3, 7, 40);
        pieces.push_back(text.substr(at, size));
        at += size;
    }
    return pieces;
}

} // namespace

TEST_CASE("where a table's text is cut never matters", "[reader]") {
    CHECK(rc::check("pieces", [] {
        const auto columns = *rc::gen::element<std::string>(
            std::string(header_columns), std::string(episodes_columns), std::string(oc2_columns),
            "LA,CHILD,DUC\n", "CHILD,YEAR,DUC,CHILD,NOTES\n",
            "\xEF\xBB\xBF"
            "CHILD,DUC\r\n",
            "CHILD,RNE\n", "");
        const std::string text = columns + *any_rows();
        io::ReadingOptions options;
        options.limits = {*rc::gen::element<std::size_t>(50, 1000),
                          *rc::gen::element<std::size_t>(8, 40)};
        Reading whole(options);
        Reading in_pieces(options);
        RC_ASSERT(whole.table(text) == in_pieces.pieces(cut(text)));
        RC_ASSERT(whole.all_as_text() == in_pieces.all_as_text());
        RC_ASSERT(whole.findings().count() == in_pieces.findings().count());
    }));
}

TEST_CASE("a file of bytes is the same finding wherever it is cut", "[reader]") {
    for (const std::string& text : {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "PK\x03\x04\x14\0\x06\0"s,
                                    "%PDF-1.7\n\0\0"s, "C\0H\0I\0L\0D\0\n\0"s}) {
        Reading whole;
        whole.table(text);
        std::vector<std::string> bytes;
        for (const char byte : text)
            bytes.emplace_back(1, byte);
        Reading in_pieces;
        in_pieces.pieces(bytes);
        CHECK(whole.findings_as_text() == in_pieces.findings_as_text());
    }
}

TEST_CASE("every row says from where it came", "[reader]") {
    Reading reading;
    reading.table(uasc_columns + "A,1,,\n\nB,1,,\nragged\nC,1,,\n"s, "one.csv");
    reading.table(uasc_columns + "D,1,,\n"s, "two.csv");
    const auto source = [&reading](std::uint32_t row) {
        const auto at = reading.reader().source_of<care::UascRow>(row);
        return std::string(at.file) + ":" + std::to_string(at.line);
    };
    CHECK(source(0) == "one.csv:2");
    CHECK(source(1) == "one.csv:4");
    CHECK(source(2) == "one.csv:6");
    CHECK(source(3) == "two.csv:2");
}

TEST_CASE("children of several tables and files are the same children", "[reader]") {
    Reading reading;
    for (int i = 0; i < 3; ++i)
        for (const Sample& sample : samples())
            reading.table(sample.text, "f" + std::to_string(i), 2021 + i);
    CHECK(reading.records().child_count() == 1);
    CHECK(reading.records().count<care::StoredEpisode>() == 3);
    CHECK(reading.records().count<care::SocialWorkerRow>() == 3);
}
