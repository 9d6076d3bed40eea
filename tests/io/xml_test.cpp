#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "reading.hpp"
#include "support/folders.hpp"
#include "support/returns.hpp"
#include "xml_writing.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <filesystem>
#include <string>
#include <vector>

// The XML form of a return reads into what its tables would.

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using indicators::Tally;
using namespace std::string_literals;

namespace {

constexpr std::string_view as_at = "2023-03-31";

/// A child of every kind: with a long history, unaccompanied, a mother who has left, adopted.
const std::string by_hand = R"(<?xml version="1.0" encoding="UTF-8"?>
<EXPSSDA903>
  <CHILD>
    <HEADER>
      <CHILDID>A</CHILDID><UPN>UN1</UPN><SEX>1</SEX><DOB>05/06/2009</DOB><ETHNIC>WBRI</ETHNIC>
      <UASC>0</UASC>
      <AMISSING><MISSING>M</MISSING><MIS_START>01/07/2022</MIS_START>
        <MIS_END>03/07/2022</MIS_END></AMISSING>
      <AMISSING><MISSING>A</MISSING><MIS_START>01/09/2022</MIS_START></AMISSING>
      <AREVIEW><REVIEW>01/05/2022</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
      <AREVIEW><REVIEW>01/11/2022</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
      <MOTHER/><MC_DOB/>
      <PERMANENCE><PREV_PERM>P2</PREV_PERM><LA_PERM>999</LA_PERM>
        <DATE_PERM>zz/05/2015</DATE_PERM></PERMANENCE>
      <OC2><SDQ_SCORE>13</SDQ_SCORE><CONVICTED>0</CONVICTED><IMMUNISATIONS>1</IMMUNISATIONS>
        <TEETH_CHECK>1</TEETH_CHECK><HEALTH_ASSESSMENT>0</HEALTH_ASSESSMENT>
        <SUBSTANCE_MISUSE>1</SUBSTANCE_MISUSE>
        <INTERVENTION_RECEIVED>0</INTERVENTION_RECEIVED>
        <INTERVENTION_OFFERED>1</INTERVENTION_OFFERED></OC2>
    </HEADER>
    <EPISODE>
      <DECOM>01/02/2019</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL>
      <PL_POST>AB1 2CD</PL_POST><HOME_POST>AB1 9ZZ</HOME_POST><URN>SC123456</URN>
      <PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC>01/06/2022</DEC><REC>X1</REC>
      <REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE>
    </EPISODE>
    <EPISODE>
      <DECOM>01/06/2022</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL>
      <PL_POST>AB3 4EF</PL_POST><HOME_POST>AB1 9ZZ</HOME_POST>
      <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/>
    </EPISODE>
  </CHILD>
  <CHILD>
    <HEADER>
      <CHILDID>B</CHILDID><UPN>UN3</UPN><SEX>1</SEX><DOB>01/01/2006</DOB><ETHNIC>AOTH</ETHNIC>
      <UASC>1</UASC><DUC>01/01/2024</DUC>
    </HEADER>
    <EPISODE>
      <DECOM>01/10/2022</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N8</CIN><PL>H5</PL>
      <PLACE_PROVIDER>PR5</PLACE_PROVIDER><DEC/><REC/>
    </EPISODE>
  </CHILD>
  <CHILD>
    <HEADER>
      <CHILDID>C</CHILDID><UPN/><SEX>2</SEX><DOB>01/02/2005</DOB><ETHNIC>BCRB</ETHNIC><UASC/>
      <IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>U1</ACCOM>
      <MOTHER>1</MOTHER><MC_DOB>01/01/2022</MC_DOB>
    </HEADER>
  </CHILD>
  <CHILD>
    <HEADER>
      <CHILDID>D</CHILDID><UPN>UN1</UPN><SEX>2</SEX><DOB>01/02/2020</DOB><ETHNIC>MWAS</ETHNIC>
      <UASC>0</UASC>
      <DATE_INT>01/06/2021</DATE_INT><DATE_MATCH>01/09/2021</DATE_MATCH>
      <FOSTER_CARE>0</FOSTER_CARE><NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MF</SEX_ADOPTR>
      <LS_ADOPTR>L11</LS_ADOPTR>
      <AD_PLACED><DATE_PLACED>01/06/2021</DATE_PLACED><DATE_PLACED_CEASED/>
        <REASON_PLACED_CEASED/></AD_PLACED>
    </HEADER>
    <EPISODE>
      <DECOM>01/10/2021</DECOM><RNE>S</RNE><LS>E1</LS><CIN>N1</CIN><PL>A6</PL>
      <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>10/05/2022</DEC><REC>E12</REC>
    </EPISODE>
  </CHILD>
</EXPSSDA903>
)";

/// The same as tables.
const std::vector<std::string> tables_by_hand = {
    header_columns + "A,1,05/06/2009,WBRI,UN1,,\n"
                     "B,1,01/01/2006,AOTH,UN3,,\n"
                     "C,2,01/02/2005,BCRB,,1,01/01/2022\n"
                     "D,2,01/02/2020,MWAS,UN1,,\n"s,
    episodes_columns + "A,01/02/2019,S,C2,N1,U6,PR4,01/06/2022,X1,CARPL,AB1 9ZZ,AB1 2CD,SC123456\n"
                       "A,01/06/2022,P,C2,N1,K2,PR1,,,,AB1 9ZZ,AB3 4EF,\n"
                       "B,01/10/2022,S,V2,N8,H5,PR5,,,,,,\n"
                       "D,01/10/2021,S,E1,N1,A6,PR1,10/05/2022,E12,,,,\n"s,
    uasc_columns + "B,1,01/01/2006,01/01/2024\n"s,
    reviews_columns + "A,05/06/2009,01/05/2022,PN1\nA,05/06/2009,01/11/2022,PN2\n"s,
    oc2_columns + "A,05/06/2009,13,,0,,1,1,0,1,0,1\n"s,
    oc3_columns + "C,01/02/2005,YES,F1,U1\n"s,
    ad1_columns + "D,01/02/2020,01/06/2021,01/09/2021,0,2,MF,L11\n"s,
    placed_columns + "D,01/02/2020,01/06/2021,,\n"s,
    permanence_columns + "A,05/06/2009,P2,999,zz/05/2015\n"s,
    missing_columns + "A,05/06/2009,M,01/07/2022,03/07/2022\nA,05/06/2009,A,01/09/2022,\n"s,
};

/// The scorecard of what was read, and the findings about histories.
std::string scorecard_of(io::ReturnReader& reader, std::string_view date) {
    reader.end_returns();
    scorecard::Request request;
    request.as_at = {Returns::date(date)};
    return io::to_csv(io::scorecards(reader, request));
}

/// What the header and one episode make of fields of HEADER.
Reading with_header(const std::string& fields) {
    Reading reading;
    CHECK(reading.xml("<EXPSSDA903>\n<CHILD>\n<HEADER>\n<CHILDID>A</CHILDID>" + fields +
                      "</HEADER>\n<EPISODE><DECOM>01/06/2022</DECOM><RNE>S</RNE><LS>V2</LS>"
                      "<CIN>N1</CIN><PL>U4</PL></EPISODE></CHILD></EXPSSDA903>"));
    return reading;
}

std::string text_of(const std::string& file) {
    return io::text_of_file(tests::test_file("data/") + file).value();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

} // namespace

TEST_CASE("a return in XML reads as its tables do", "[xml]") {
    Reading xml;
    CHECK(xml.xml(by_hand));
    Reading tables;
    for (const std::string& table : tables_by_hand)
        CHECK(tables.table(table).has_value());
    CHECK(xml.findings_as_text() == "");
    CHECK(tables.findings_as_text() == "");
    CHECK(xml.records_as_text(false) == tables.records_as_text(false));
    CHECK(scorecard_of(xml.reader(), as_at) == scorecard_of(tables.reader(), as_at));
    CHECK(xml.findings_as_text() == tables.findings_as_text());
}

TEST_CASE("rows of XML come from the line of their element", "[xml]") {
    Reading reading;
    reading.xml(by_hand, "2023/return.xml");
    CHECK(reading.reader().source_of<care::StoredEpisode>(0).file == "2023/return.xml");
    CHECK(reading.reader().source_of<care::StoredEpisode>(0).line == 21);
    CHECK(reading.reader().source_of<care::StoredEpisode>(1).line == 27);
    CHECK(reading.reader().source_of<care::HeaderRow>(0).line == 4);
    CHECK(reading.reader().source_of<care::MissingRow>(1).line == 9);
    CHECK(reading.reader().source_of<care::Oc2Row>(0).line == 15);
    CHECK(reading.reader().source_of<care::UascRow>(0).line == 34);
    CHECK(reading.reader().source_of<care::Oc3Row>(0).line == 44);
}

TEST_CASE("fields of XML are checked as those of tables are", "[xml]") {
    Reading reading;
    reading.xml(replaced(replaced(by_hand, "<PL>K2</PL>", "<PL>K9</PL>"), "01/06/2022</DEC>",
                         "31/06/2022</DEC>"),
                "2023/return.xml");
    const quality::Finding place = reading.only(FindingCode::code_unknown);
    CHECK(place.file == "2023/return.xml");
    CHECK(place.line == 27);
    CHECK(place.column == "PLACE");
    CHECK(place.value == "K9");
    CHECK(place.child == "A");
    const quality::Finding date = reading.only(FindingCode::date_malformed);
    CHECK(date.line == 21);
    CHECK(date.column == "DEC");
    CHECK(reading.findings().count() == 2);
    CHECK(reading.records().count<care::StoredEpisode>() == 4);
}

TEST_CASE("a date of birth is stated once, and found wrong once", "[xml]") {
    Reading reading;
    reading.xml(replaced(by_hand, "05/06/2009", "05/16/2009"));
    CHECK(reading.only(FindingCode::date_malformed).column == "DOB");
    CHECK(reading.findings().count() == 1);
}

TEST_CASE("linked returns read the same as CSV and as XML", "[xml]") {
    Reading xml;
    Reading tables;
    for (int year = 2018; year <= 2022; ++year) {
        XmlWriting writing;
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(
                 tests::test_file("data/linked/") + std::to_string(year)))
            files.push_back(file.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            const std::string csv = io::text_of_file(file).value();
            writing.add(csv);
            tables.table(csv, "t", year);
        }
        tables.table(ad1_columns, "t", year);
        tables.table(placed_columns, "t", year);
        CHECK(xml.xml(writing.text(), "t", year));
    }
    CHECK(xml.records().child_count() == tables.records().child_count());
    CHECK(xml.records().count<care::StoredEpisode>() ==
          tables.records().count<care::StoredEpisode>());
    CHECK(scorecard_of(xml.reader(), "2022-03-31") == scorecard_of(tables.reader(), "2022-03-31"));
    CHECK(scorecard_of(xml.reader(), "2020-12-31") == scorecard_of(tables.reader(), "2020-12-31"));
}

TEST_CASE("no row of a return by others is lost", "[xml]") {
    const std::string text = text_of("xml/fake_903.xml");
    Reading reading;
    CHECK(reading.xml(text, "fake_903.xml", 2018));
    const care::Records& records = reading.records();
    CHECK(records.child_count() == 21);
    CHECK(records.count<care::HeaderRow>() == 21);
    CHECK(records.count<care::StoredEpisode>() == 38);
    CHECK(records.count<care::UascRow>() == 5);
    CHECK(records.count<care::Oc2Row>() == 21);
    CHECK(records.count<care::Oc3Row>() == 6);
    CHECK(records.count<care::Ad1Row>() == 3);
    CHECK(records.count<care::MissingRow>() == 4);
    CHECK(reading.found(FindingCode::code_unknown).size() == 6);
    CHECK(reading.findings().count() == 6);
    const auto unknown = [](const std::string& changed) {
        Reading again;
        again.xml(changed, "fake_903.xml", 2018);
        return again.findings().count_of(FindingCode::code_unknown) - 6;
    };
    CHECK(unknown(replaced(text, "<REVIEW_CODE>", "<REVIEW_CODE>?")) == 89);
    CHECK(unknown(replaced(text, "<PREV_PERM>", "<PREV_PERM>?")) == 21);
}

TEST_CASE("the pieces in which XML comes do not matter", "[xml]") {
    const std::string fake = text_of("xml/fake_903.xml");
    std::string three_times = fake.substr(0, fake.find("</EXPSSDA903>"));
    const std::string children = three_times.substr(three_times.find("<CHILD>"));
    three_times += children + children;
    for (const std::string& text : {by_hand, fake, three_times + "</EXPSSDA903>", three_times,
                                    three_times + "<HEADER/>stray</EXPSSDA903>"}) {
        Reading whole;
        const bool is_return = whole.xml(text);
        for (const std::size_t size : {1U, 7U, 4096U, 65'535U, 65'536U, 65'537U, 100'000U}) {
            CAPTURE(size);
            std::vector<std::string> pieces;
            for (std::size_t at = 0; at < text.size(); at += size)
                pieces.push_back(text.substr(at, size));
            Reading reading;
            CHECK(reading.xml_pieces(pieces) == is_return);
            CHECK(reading.all_as_text() == whole.all_as_text());
        }
    }
}

TEST_CASE("every table that the form can carry is given, and no other", "[xml]") {
    Reading reading;
    CHECK(reading.xml("<EXPSSDA903></EXPSSDA903>"));
    CHECK(reading.found(FindingCode::table_without_rows).size() == 10);
    CHECK(reading.findings().count() == 10);
    const std::string figures = scorecard_of(reading.reader(), as_at);
    CHECK_THAT(figures, Contains(",looked_after,children,0,,0,0,") &&
                            Contains(",leavers_17_18_in_touch,percent,0,0,0,z,") &&
                            Contains(",three_or_more_social_workers,percent,,,,x,"));
}

TEST_CASE("UASC is 1 for a row of the table UASC", "[xml]") {
    using care::UascRow;
    CHECK(with_header("<UASC>1</UASC>").records().count<UascRow>() == 1);
    const Reading with_date = with_header("<UASC> 1\n</UASC><DUC>01/02/2023</DUC>");
    CHECK(with_date.records().row<UascRow>(0).ceased == care::Date::of(2023, 2, 1));
    for (const auto* fields : {"", "<UASC/>", "<UASC>0</UASC>", "<UASC>0</UASC><DUC/>"}) {
        CAPTURE(fields);
        const Reading reading = with_header(fields);
        CHECK(reading.records().count<UascRow>() == 0);
        CHECK(reading.findings().count_of(quality::Severity::error) == 0);
    }
    const quality::Finding flag = with_header("<UASC>Y</UASC>").only(FindingCode::flag_malformed);
    CHECK(quality::to_text(flag) ==
          "return.xml:3: child A: UASC \"Y\": expected 0 or 1; read as blank");
    const Reading contradiction = with_header("<UASC>0</UASC><DUC>01/02/2023</DUC>");
    CHECK(contradiction.records().count<UascRow>() == 0);
    CHECK(contradiction.only(FindingCode::element_out_of_place).column == "DUC");
}

TEST_CASE("blank elements of HEADER make no row of OC3 or AD1", "[xml]") {
    const Reading blank =
        with_header("<DATE_INT/><DATE_MATCH></DATE_MATCH><IN_TOUCH> </IN_TOUCH><ACCOM/>");
    CHECK(blank.records().count<care::Oc3Row>() == 0);
    CHECK(blank.records().count<care::Ad1Row>() == 0);
    const Reading some = with_header("<DATE_INT/><NB_ADOPTR>2</NB_ADOPTR><ACTIV>F1</ACTIV>");
    CHECK(some.records().count<care::Oc3Row>() == 1);
    CHECK(some.records().count<care::Ad1Row>() == 1);
}

TEST_CASE("fields of XML may be written in any way that XML has", "[xml]") {
    Reading reading = with_header("<SEX>\n\t 2 </SEX><DOB>01/<!-- of -->02/&#50;010</DOB>"
                                  "<MOTHER><![CDATA[ 1 ]]></MOTHER><UPN>&lt;&amp;&gt;</UPN>");
    CHECK(reading.child().sex == care::Sex::female);
    CHECK(care::Date(reading.child().birth) == care::Date::of(2010, 2, 1));
    CHECK(reading.records().row<care::HeaderRow>(0).mother == care::Flag::yes);
    CHECK(reading.findings().count_of(quality::Severity::error) == 0);
}

TEST_CASE("the order of a child's elements does not matter", "[xml]") {
    Reading reading;
    CHECK(reading.xml("<EXPSSDA903><CHILD><EPISODE><PL>U4</PL><DECOM>01/06/2022</DECOM></EPISODE>"
                      "<HEADER><DOB>01/02/2010</DOB><CHILDID>A</CHILDID></HEADER></CHILD>"
                      "</EXPSSDA903>"));
    CHECK(children_of(reading) == "A");
    CHECK(reading.episode().decom == care::Date::of(2022, 6, 1));
    CHECK(care::Date(reading.child().birth) == care::Date::of(2010, 2, 1));
}

TEST_CASE("encodings of XML", "[xml]") {
    const std::string child = "<EXPSSDA903><CHILD><HEADER><CHILDID>";
    const std::string rest = "</CHILDID></HEADER></CHILD></EXPSSDA903>";
    const auto name_in = [](const std::string& text) {
        Reading reading;
        CHECK(reading.xml(text));
        return children_of(reading);
    };
    CHECK(name_in(child + "\xC3\x89" + rest) == "\xC3\x89");
    CHECK(name_in("\xEF\xBB\xBF" + child + "\xC3\x89" + rest) == "\xC3\x89");
    CHECK(name_in("<?xml version='1.0' encoding='iso-8859-1'?>" + child + "\xC9" + rest) ==
          "\xC3\x89");
    CHECK(name_in("<?xml version='1.0' encoding='us-ascii'?>" + child + "A" + rest) == "A");
    std::string wide = "\xFF\xFE";
    for (const char character : child + "A" + rest)
        wide += std::string{character, '\0'};
    CHECK(name_in(wide) == "A");
}

TEST_CASE("a longitudinal extract in XML lacks the years of OC2 and OC3", "[xml]") {
    io::ReadingOptions options;
    options.longitudinal = true;
    Reading reading(options);
    CHECK(reading.xml(by_hand, "return.xml", 0));
    CHECK(reading.found(FindingCode::column_missing_essential).size() == 2);
    CHECK(reading.findings().count() == 2);
    CHECK(reading.records().count<care::StoredEpisode>() == 4);
    CHECK(reading.records().count<care::Oc2Row>() == 0);
}

TEST_CASE("XML and tables together are one return", "[xml]") {
    Reading reading;
    CHECK(reading.xml(by_hand, "2023/return.xml"));
    CHECK(reading.table(workers_columns + "A,,SW1,01/02/2019,,MANAGE\n"s, "2023/workers.csv") ==
          care::Table::social_workers);
    CHECK(reading.findings_as_text() == "");
    CHECK_THAT(scorecard_of(reading.reader(), as_at),
               Contains(",three_or_more_social_workers,percent,0,1,0,0,"));
}
