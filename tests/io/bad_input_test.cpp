#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "reading.hpp"
#include "support/returns.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

// Each kind of bad input: what is said of it, what is left out, and that the rest is read.

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using indicators::Tally;
using namespace std::string_literals;

namespace {

constexpr std::string_view as_at = "2023-03-31";

const std::string three_children =
    episodes_columns + open_episode("A") + open_episode("B") + open_episode("C");

/// Three children looked after, of whom the one in the middle has this row instead.
Reading with_middle_row(const std::string& row) {
    Reading reading;
    reading.table(episodes_columns + open_episode("A") + row + "\n" + open_episode("C"),
                  "2023/episodes.csv");
    return reading;
}

} // namespace

TEST_CASE("a missing table makes its indicators x and says which file would give them",
          "[bad input]") {
    Returns returns;
    returns.table(2023, three_children);
    const scorecard::Figure convicted = returns.figure("convicted", as_at);
    CHECK_FALSE(convicted.is_available());
    CHECK(convicted.printed() == "x");
    CHECK_THAT(convicted.unavailable_because(), Contains("OC2"));
    CHECK_THAT(convicted.unavailable_because(), Contains("2023"));
    CHECK_THAT(convicted.unavailable_because(), Contains("CHILD, SDQ_SCORE, CONVICTED"));
    const std::string table = io::to_table(returns.scorecards(as_at));
    for (const auto* line :
         {"x  no OC2 table in the return of 2023 (columns CHILD, SDQ_SCORE, ",
          "x  no OC3 table in the return of 2023 (columns CHILD, IN_TOUCH, ",
          "x  no AD1 table in the return of 2023 (columns CHILD, DATE_INT, ",
          "x  no Missing table in the return of 2023 (columns CHILD, MISSING, ",
          "x  no UASC table in the return of 2023 (columns CHILD, DUC)",
          "x  no Header table in the return of 2023 (columns CHILD, SEX, ",
          "x  no SWEpisodes table in the return of 2023 (columns CHILD, SW_ID, "})
        CHECK_THAT(table, Contains(line));
}

TEST_CASE("without other tables the rest is computed", "[bad input]") {
    Returns returns;
    returns.table(2023, three_children);
    CHECK(returns.tally("looked_after", as_at) == Tally{3, 0, 0});
    CHECK(returns.tally("in_foster_care", as_at) == Tally{3, 3, 0});
    CHECK(returns.tally("started", as_at) == Tally{3, 0, 0});
    CHECK(returns.tally("three_or_more_placements", as_at) == Tally{0, 3, 0});
}

TEST_CASE("without Episodes care leavers are computed, and nothing else", "[bad input]") {
    Returns returns;
    returns.table(2023, oc3_columns + "A,01/02/2005,YES,F1,B1\n"s);
    CHECK(returns.tally("leavers_17_18_in_touch", as_at) == Tally{1, 1, 0});
    CHECK(returns.figure("looked_after", as_at).printed() == "x");
    CHECK_THAT(returns.figure("looked_after", as_at).unavailable_because(), Contains("Episodes"));
}

TEST_CASE("a missing return makes every figure x", "[bad input]") {
    Returns returns;
    returns.table(2022, three_children);
    const auto scorecards = returns.scorecards(as_at);
    for (const scorecard::Figure& figure : scorecards.at(0).figures) {
        CHECK(figure.printed() == "x");
        CHECK(figure.unavailable_because() == "the return of 2023 was not given");
    }
}

TEST_CASE("a missing column that indicators read makes them x", "[bad input]") {
    Reading reading;
    CHECK(reading.table("CHILD,SEX,DOB,ETHNIC,UPN,MC_DOB\nA,2,01/02/2005,WBRI,,\n", "h.csv") ==
          care::Table::header);
    const quality::Finding finding = reading.only(FindingCode::column_missing);
    CHECK(finding.file == "h.csv");
    CHECK(finding.line == 1);
    CHECK_THAT(quality::to_text(finding), Contains("column MOTHER of Header is missing"));
    CHECK(children_of(reading) == "A");

    Returns returns;
    returns.table(2023, three_children);
    returns.table(2023, "CHILD,SEX,DOB,ETHNIC,UPN,MC_DOB\nA,2,01/02/2005,WBRI,,\n");
    CHECK(returns.figure("mothers", as_at).unavailable_because() ==
          "no column MOTHER in the Header table of 2023");
    CHECK(returns.tally("looked_after", as_at) == Tally{3, 0, 0});
}

TEST_CASE("each missing column of OC2 takes its own indicators away", "[bad input]") {
    Returns returns;
    returns.table(2023, three_children);
    returns.table(2023, "CHILD,DOB,SDQ_SCORE,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
                        "SUBSTANCE_MISUSE\nA,01/02/2010,3,,1,1,0\n");
    CHECK(returns.figure("convicted", as_at).printed() == "x");
    CHECK(returns.figure("health_assessment", as_at).printed() == "x");
    CHECK(returns.figure("substance_misuse_treated", as_at).printed() == "x");
    for (const auto* id : {"immunisations", "dental_check", "development_assessment",
                           "substance_misuse", "sdq_received", "sdq_mean"})
        CHECK(returns.figure(id, as_at).is_available());
}

TEST_CASE("a column that no indicator reads may be missing, with a note", "[bad input]") {
    Reading reading;
    reading.table("CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST\n"
                  "A,01/06/2022,S,V2,U4,PR1,,,,\n");
    CHECK(reading.found(FindingCode::column_absent).size() == 3);
    CHECK(reading.findings().count() == 3);
    CHECK(children_of(reading) == "A");
}

TEST_CASE("a table without a column that it cannot do without is not read", "[bad input]") {
    for (const auto* name : {"CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"}) {
        CAPTURE(name);
        std::string columns(episodes_columns);
        const std::size_t at = columns.find(name);
        columns.replace(at, std::string(name).size(), "X");
        Reading reading;
        CHECK_FALSE(reading.table(columns + open_episode("A"), "e.csv").has_value());
        const quality::Finding finding = reading.only(FindingCode::column_missing_essential);
        CHECK(finding.file == "e.csv");
        CHECK(finding.line == 1);
        CHECK_THAT(finding.message, Contains("column "s + name));
        CHECK(reading.records().child_count() == 0);
        CHECK(reading.table(three_children) == care::Table::episodes);
    }
}

TEST_CASE("a malformed DECOM costs its row", "[bad input]") {
    const Reading reading = with_middle_row("B,31/06/2022,S,V2,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::date_malformed);
    CHECK(quality::to_text(finding) ==
          "2023/episodes.csv:3: child B: DECOM \"31/06/2022\": not a day; expected dd/mm/yyyy, "
          "yyyy-mm-dd or dd/mm/yy; the row was left out");
    CHECK(reading.records().count<care::StoredEpisode>() == 2);
}

TEST_CASE("a blank DECOM costs its row", "[bad input]") {
    const Reading reading = with_middle_row("B,,S,V2,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::key_missing);
    CHECK(finding.line == 3);
    CHECK(finding.column == "DECOM");
    CHECK(finding.child == "B");
    CHECK(reading.records().count<care::StoredEpisode>() == 2);
}

TEST_CASE("a malformed DEC leaves the episode open", "[bad input]") {
    const Reading reading = with_middle_row("B,01/06/2022,S,V2,N1,U4,PR1,99/99/2022,E4A,,,,");
    const quality::Finding finding = reading.only(FindingCode::date_malformed);
    CHECK(finding.line == 3);
    CHECK(finding.column == "DEC");
    CHECK(finding.value == "99/99/2022");
    CHECK_THAT(finding.message, Contains("open"));
    CHECK(reading.records().count<care::StoredEpisode>() == 3);
    CHECK(reading.episode(1).dec.is_none());
    CHECK_FALSE(reading.episode(1).leaves());
}

TEST_CASE("a malformed date of birth costs what asks for age", "[bad input]") {
    Returns returns;
    returns.table(2023, episodes_columns + "A,01/06/2015,S,C2,N1,U4,PR1,,,,,,\n"s);
    returns.table(2023, header_columns + "A,1,2010-13-01,WBRI,,0,\n"s);
    returns.table(2023, oc2_columns + "A,,5,,0,,1,1,1,0,,\n"s);
    CHECK(returns.tally("looked_after", as_at) == Tally{1, 0, 0});
    CHECK(returns.tally("health_assessment", as_at) == Tally{1, 1, 0});
    CHECK(returns.tally("convicted", as_at) == Tally{0, 0, 1});
    CHECK(returns.tally("long_term_stability", as_at) == Tally{0, 0, 1});
    CHECK(returns.findings().count_of(FindingCode::date_malformed) == 1);
}

TEST_CASE("an unknown code is reported with the codes that were expected", "[bad input]") {
    struct Case {
        std::string row;
        std::string column;
        std::string value;
        std::string expected;
    };
    const std::vector<Case> cases = {
        {"B,01/06/2022,Q,V2,N1,U4,PR1,,,,,,", "RNE", "Q", "S L P T B U"},
        {"B,01/06/2022,S,V1,N1,U4,PR1,,,,,,", "LS", "V1", "C1 C2 D1 E1 V2 V3 V4"},
        {"B,01/06/2022,S,V2,N9,U4,PR1,,,,,,", "CIN", "N9", "N1 N2"},
        {"B,01/06/2022,S,V2,N1,U7,PR1,,,,,,", "PLACE", "U7", "U1 U2 U3 U4 U5 U6"},
        {"B,01/06/2022,S,V2,N1,U4,PR9,,,,,,", "PLACE_PROVIDER", "PR9", "PR0 PR1"},
        {"B,01/06/2022,S,V2,N1,U4,PR1,01/07/2022,E99,,,,", "REC", "E99", "X1 E11 E12"},
        {"B,01/06/2022,S,V2,N1,U4,PR1,,,WHY,,,", "REASON_PLACE_CHANGE", "WHY", "CARPL CLOSE"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.row);
        const Reading reading = with_middle_row(each.row);
        const quality::Finding finding = reading.only(FindingCode::code_unknown);
        CHECK(finding.file == "2023/episodes.csv");
        CHECK(finding.line == 3);
        CHECK(finding.column == each.column);
        CHECK(finding.value == each.value);
        CHECK(finding.child == "B");
        CHECK_THAT(finding.message, Contains("expected one of") && Contains(each.expected));
        CHECK(children_of(reading) == "A B C");
        CHECK(reading.findings().count() == 1);
    }
}

TEST_CASE("the other tables report unknown codes, flags and numbers too", "[bad input]") {
    struct Case {
        std::string text;
        FindingCode code;
        std::string column;
        std::string value;
    };
    const std::vector<Case> cases = {
        {header_columns + "A,9,01/02/2010,WBRI,,0,\n"s, FindingCode::code_unknown, "SEX", "9"},
        {header_columns + "A,1,01/02/2010,XXXX,,0,\n"s, FindingCode::code_unknown, "ETHNIC",
         "XXXX"},
        {header_columns + "A,1,01/02/2010,WBRI,,Y,\n"s, FindingCode::flag_malformed, "MOTHER", "Y"},
        {header_columns + "A,1,01/02/2010,WBRI,,1,soon\n"s, FindingCode::date_malformed, "MC_DOB",
         "soon"},
        {reviews_columns + "A,,01/02/2023,PN9\n"s, FindingCode::code_unknown, "REVIEW_CODE", "PN9"},
        {oc2_columns + "A,,,SDQ9,,,,,,,,\n"s, FindingCode::code_unknown, "SDQ_REASON", "SDQ9"},
        {oc2_columns + "A,,,,2,,,,,,,\n"s, FindingCode::flag_malformed, "CONVICTED", "2"},
        {oc2_columns + "A,,,,,,,,,,,yes\n"s, FindingCode::flag_malformed, "INTERVENTION_OFFERED",
         "yes"},
        {oc2_columns + "A,,41,,,,,,,,,\n"s, FindingCode::number_out_of_range, "SDQ_SCORE", "41"},
        {oc2_columns + "A,,many,,,,,,,,,\n"s, FindingCode::number_malformed, "SDQ_SCORE", "many"},
        {oc3_columns + "A,,MAYBE,F1,B1\n"s, FindingCode::code_unknown, "IN_TOUCH", "MAYBE"},
        {oc3_columns + "A,,YES,F9,B1\n"s, FindingCode::code_unknown, "ACTIV", "F9"},
        {oc3_columns + "A,,YES,F1,S1\n"s, FindingCode::code_unknown, "ACCOM", "S1"},
        {ad1_columns + "A,,,,0,3,MF,L0\n"s, FindingCode::number_out_of_range, "NB_ADOPTR", "3"},
        {ad1_columns + "A,,,,0,2,XY,L0\n"s, FindingCode::code_unknown, "SEX_ADOPTR", "XY"},
        {ad1_columns + "A,,,,0,2,MF,L9\n"s, FindingCode::code_unknown, "LS_ADOPTR", "L9"},
        {ad1_columns + "A,,,,maybe,2,MF,L0\n"s, FindingCode::flag_malformed, "FOSTER_CARE",
         "maybe"},
        {placed_columns + "A,,,,RD9\n"s, FindingCode::code_unknown, "REASON_PLACED_CEASED", "RD9"},
        {permanence_columns + "A,,P9,,\n"s, FindingCode::code_unknown, "PREV_PERM", "P9"},
        {missing_columns + "A,,M1,01/02/2023,\n"s, FindingCode::code_unknown, "MISSING", "M1"},
        {missing_columns + "A,,M,,\n"s, FindingCode::key_missing, "MIS_START", ""},
        {missing_columns + "A,,M,01/02/2023,x\n"s, FindingCode::date_malformed, "MIS_END", "x"},
        {workers_columns + "A,,SW1,01/02/2023,,BORED\n"s, FindingCode::code_unknown, "SW_REASON",
         "BORED"},
        {workers_columns + "A,,,01/02/2023,,\n"s, FindingCode::key_missing, "SW_ID", ""},
        {liberty_columns + "A,,x,\n"s, FindingCode::date_malformed, "DOLO_START", "x"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        Reading reading;
        reading.table(each.text, "t.csv");
        const quality::Finding finding = reading.only(each.code);
        CHECK(finding.file == "t.csv");
        CHECK(finding.line == 2);
        CHECK(finding.column == each.column);
        CHECK(finding.value == each.value);
        CHECK(finding.child == "A");
        CHECK_FALSE(finding.message.empty());
        CHECK(reading.findings().count() == 1);
    }
}

TEST_CASE("an unknown code is kept, and definitions apply to its letters", "[bad input]") {
    // docs/decisions/0003: ACCOM ends in 1, REC is neither blank nor X1, PLACE is any other.
    Returns returns;
    returns.table(2023, episodes_columns + "A,01/06/2022,S,V2,N1,U7,PR1,,,,,,\n"
                                           "B,01/06/2022,S,V2,N1,U4,PR1,01/09/2022,E99,,,,\n"s);
    returns.table(2023, oc3_columns + "C,01/02/2005,YES,F9,Q1\nD,01/02/2005,YES,F1,Q2\n"s);
    CHECK(returns.tally("looked_after", as_at) == Tally{1, 0, 0});
    CHECK(returns.tally("in_other_placement", as_at) == Tally{1, 1, 0});
    CHECK(returns.tally("ceased", as_at) == Tally{1, 0, 0});
    CHECK(returns.tally("leavers_17_18_in_suitable_accommodation", as_at) == Tally{1, 2, 0});
    CHECK(returns.tally("leavers_17_18_in_education_or_work", as_at) == Tally{1, 2, 0});
    CHECK(returns.findings().count_of(FindingCode::code_unknown) == 5);
}

TEST_CASE("a column that is there twice is reported, and the first one read", "[bad input]") {
    Reading reading;
    reading.table("CHILD,SEX,DOB,DUC,DUC\nA,1,,01/03/2023,02/03/2023\n", "u.csv");
    const quality::Finding finding = reading.only(FindingCode::column_twice);
    CHECK(finding.file == "u.csv");
    CHECK(finding.line == 1);
    CHECK_THAT(quality::to_text(finding), Contains("DUC") && Contains("first"));
    CHECK(care::Date(reading.records().row<care::UascRow>(0).ceased) == care::Date::of(2023, 3, 1));
}

TEST_CASE("a ragged row is left out, and the rest is read", "[bad input]") {
    for (const auto* row : {"B,01/06/2022,S,V2", "B", "B,01/06/2022,S,V2,N1,U4,PR1,,,,,,,x",
                            "B,01/06/2022,S,V2,N1,U4,PR1,,,,,,,,,,x"}) {
        CAPTURE(row);
        const Reading reading = with_middle_row(row);
        const quality::Finding finding = reading.only(FindingCode::row_ragged);
        CHECK(finding.file == "2023/episodes.csv");
        CHECK(finding.line == 3);
        CHECK(finding.value == "B");
        CHECK_THAT(finding.message, Contains("expected 13"));
        CHECK(children_of(reading) == "A C");
    }
}

TEST_CASE("blank fields beyond the last column are no fault", "[bad input]") {
    const Reading reading = with_middle_row("B,01/06/2022,S,V2,N1,U4,PR1,,,,,,,,,");
    CHECK(reading.findings_as_text() == "");
    CHECK(children_of(reading) == "A B C");
}

TEST_CASE("an unclosed quote costs its line", "[bad input]") {
    const Reading reading = with_middle_row("B,01/06/2022,S,\"V2,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::quote_not_closed);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 3);
    CHECK_THAT(finding.message, Contains("field 4"));
    CHECK_THAT(finding.value, Contains("\"V2"));
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("text after a closing quote costs its row", "[bad input]") {
    const Reading reading = with_middle_row("B,01/06/2022,S,\"V2\"x,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::text_after_quote);
    CHECK(finding.line == 3);
    CHECK_THAT(finding.message, Contains("field 4") && Contains("expected"));
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("a quoted field that runs on over lines is told by how many", "[bad input]") {
    const Reading reading = with_middle_row("B,\"01/06/2022\nstill,\"");
    const quality::Finding finding = reading.only(FindingCode::row_ragged);
    CHECK(finding.line == 3);
    CHECK_THAT(finding.message, Contains("it is 2 lines long"));
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("a row with a NUL byte is left out", "[bad input]") {
    const Reading reading = with_middle_row("B,01/06/2022,S,V\0,N1,U4,PR1,,,,,,"s);
    const quality::Finding finding = reading.only(FindingCode::row_with_nul);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 3);
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("a NUL byte in a child's name is made printable", "[bad input]") {
    const Reading reading = with_middle_row("B\0,01/06/2022,S,V2,N1,U4,PR1,,,,,,"s);
    CHECK(reading.only(FindingCode::row_with_nul).value == "B\\x00");
}

TEST_CASE("an empty file", "[bad input]") {
    for (const auto* text : {"", "\n\n\n", "\xEF\xBB\xBF", "\r\n"}) {
        Reading reading;
        CHECK_FALSE(reading.table(text, "e.csv").has_value());
        const quality::Finding finding = reading.only(FindingCode::file_empty);
        CHECK(finding.file == "e.csv");
        CHECK_THAT(finding.message, Contains("column names"));
        CHECK(reading.findings().count() == 1);
    }
}

TEST_CASE("a table of column names alone says that there are none", "[bad input]") {
    Reading reading;
    CHECK(reading.table(uasc_columns, "u.csv") == care::Table::uasc);
    CHECK(reading.only(FindingCode::table_without_rows).file == "u.csv");

    Returns returns;
    returns.table(2023, three_children);
    returns.table(2023, uasc_columns);
    CHECK(returns.tally("unaccompanied", as_at) == Tally{0, 0, 0});
}

TEST_CASE("a workbook, or text in UTF-16, is not text", "[bad input]") {
    for (const std::string& text : {"\xFF\xFE"
                                    "C\0H\0I\0L\0D\0,\0D\0U\0C\0\n\0"s,
                                    "PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"s}) {
        Reading reading;
        CHECK_FALSE(reading.table(text, "w.csv").has_value());
        const quality::Finding finding = reading.only(FindingCode::file_not_text);
        CHECK(finding.file == "w.csv");
        CHECK(finding.line == 1);
        CHECK_THAT(finding.message, Contains("CSV text in UTF-8 was expected"));
        CHECK(reading.findings().count() == 1);
    }
}

TEST_CASE("a file of another kind is not recognised", "[bad input]") {
    for (const auto* text : {"name,address\nA,B\n", "CHILD,NOTES\nA,x\n", "hello", "<xml/>\n",
                             "\x7f"
                             "ELF\x01\x02\x03\n\xff\xfe\xfd\n"}) {
        CAPTURE(text);
        Reading reading;
        CHECK_FALSE(reading.table(text, "n.csv").has_value());
        const quality::Finding finding = reading.only(FindingCode::table_not_recognised);
        CHECK(finding.file == "n.csv");
        CHECK(finding.line == 1);
        CHECK_THAT(finding.message, Contains("expected CHILD"));
        CHECK(reading.findings().count() == 1);
        CHECK(reading.table(three_children) == care::Table::episodes);
        CHECK(children_of(reading) == "A B C");
    }
}

TEST_CASE("a row of column names that cannot be read", "[bad input]") {
    Reading reading;
    CHECK_FALSE(reading.table("CHILD,\"DUC\nA,\nB,\n", "n.csv").has_value());
    CHECK(reading.only(FindingCode::quote_not_closed).line == 1);
    CHECK(reading.only(FindingCode::table_not_recognised).file == "n.csv");
    CHECK(reading.records().child_count() == 0);
}

TEST_CASE("two tables of one kind are read as one, and reported", "[bad input]") {
    Reading reading;
    reading.table(episodes_columns + open_episode("A"), "one.csv");
    reading.table(episodes_columns + open_episode("B"), "two.csv");
    reading.reader().end_returns();
    const quality::Finding finding = reading.only(FindingCode::table_twice);
    CHECK(finding.file == "two.csv");
    CHECK_THAT(finding.message, Contains("Episodes") && Contains("one.csv"));
    CHECK(children_of(reading) == "A B");
}

TEST_CASE("tables of one kind in two returns are no fault", "[bad input]") {
    Reading reading;
    reading.table(episodes_columns + open_episode("A"), "one.csv", 2022);
    reading.table(episodes_columns + open_episode("B"), "two.csv", 2023);
    reading.reader().end_returns();
    CHECK(reading.findings_as_text() == "");
}

TEST_CASE("a child in Episodes without a Header row is reported and counted", "[bad input]") {
    Returns returns;
    returns.table(2023, three_children, "2023/episodes.csv");
    returns.table(2023, header_columns + "A,1,01/02/2010,WBRI,,0,\nC,2,01/02/2005,WBRI,,0,\n"s,
                  "2023/header.csv");
    CHECK(returns.tally("looked_after", as_at) == Tally{3, 0, 0});
    CHECK(returns.findings().count_of(FindingCode::child_without_header) == 1);
    const quality::Finding finding = returns.findings().kept().back();
    REQUIRE(finding.code == FindingCode::child_without_header);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 3);
    CHECK(finding.child == "B");
    CHECK_THAT(finding.message, Contains("Header"));
}

TEST_CASE("a child that no row names", "[bad input]") {
    const Reading reading = with_middle_row(" ,01/06/2022,S,V2,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::child_missing);
    CHECK(finding.line == 3);
    CHECK(finding.column == "CHILD");
    CHECK_THAT(finding.message, Contains("expected"));
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("a child's name that is too long", "[bad input]") {
    const std::string longest(256, 'B');
    CHECK(children_of(with_middle_row(longest + ",01/06/2022,S,V2,N1,U4,PR1,,,,,,")) ==
          "A " + longest + " C");
    const Reading reading = with_middle_row(longest + "B,01/06/2022,S,V2,N1,U4,PR1,,,,,,");
    const quality::Finding finding = reading.only(FindingCode::child_too_long);
    CHECK(finding.line == 3);
    CHECK(finding.column == "CHILD");
    CHECK(finding.value == std::string(40, 'B') + "...");
    CHECK_THAT(finding.message, Contains("256"));
    CHECK(children_of(reading) == "A C");
}

TEST_CASE("more authorities than there can be", "[bad input]") {
    std::string text = "LA,CHILD,SEX,DOB,DUC\n";
    for (int i = 0; i < 10'003; ++i)
        text += std::to_string(i) + ",A,,,\n";
    Reading reading;
    reading.table(text);
    CHECK(reading.found(FindingCode::too_many_authorities).size() == 3);
    CHECK(reading.records().child_count() == 10'000);
}

TEST_CASE("limits are options", "[bad input]") {
    io::ReadingOptions options;
    options.limits = {90, 15};
    Reading reading(options);
    reading.table(episodes_columns + open_episode("A"));
    CHECK(reading.only(FindingCode::row_too_long).line == 1); // the column names have 93 bytes
    Reading narrow(options);
    narrow.table("CHILD,SEX,DOB,DUC\nA,1,,\n" + std::string(101, 'B') + ",1,,\nC,1,," +
                     std::string(12, ',') + "\nD,1,,\n",
                 "u.csv");
    CHECK(narrow.only(FindingCode::row_too_long).line == 3);
    CHECK_THAT(narrow.only(FindingCode::row_too_long).message, Contains("more than 90 bytes"));
    CHECK(narrow.only(FindingCode::too_many_columns).line == 4);
    CHECK_THAT(narrow.only(FindingCode::too_many_columns).message, Contains("more than 15 fields"));
    CHECK(children_of(narrow) == "A D");
}

TEST_CASE("a line of a gigabyte does not exhaust memory, and what follows is read", "[bad input]") {
    const std::size_t before = peak_memory();
    const std::string piece(std::size_t{1} << 20, 'x');
    Reading reading;
    reading.reader().begin_table("huge.csv", 2023);
    reading.reader().feed(episodes_columns + open_episode("A"));
    for (int i = 0; i < 1024; ++i)
        reading.reader().feed(piece);
    reading.reader().feed("\n" + open_episode("C"));
    CHECK(reading.reader().end_table() == care::Table::episodes);
    const quality::Finding finding = reading.only(FindingCode::row_too_long);
    CHECK(finding.file == "huge.csv");
    CHECK(finding.line == 3);
    CHECK(finding.value == std::string(40, 'x'));
    CHECK_THAT(finding.message, Contains("1048576"));
    CHECK(reading.findings().count() == 1);
    CHECK(children_of(reading) == "A C");
    CHECK(reading.reader().source_of<care::StoredEpisode>(1).line == 4);
    CHECK(peak_memory() - before < std::size_t{100} << 20);
}

TEST_CASE("a quoted field of a hundred megabytes does not either", "[bad input]") {
    const std::size_t before = peak_memory();
    const std::string piece(std::size_t{1} << 20, 'x');
    Reading reading;
    reading.reader().begin_table("huge.csv", 2023);
    reading.reader().feed(episodes_columns + open_episode("A") + "\"");
    for (int i = 0; i < 100; ++i)
        reading.reader().feed(piece);
    reading.reader().feed("\n" + open_episode("C"));
    reading.reader().end_table();
    CHECK(reading.only(FindingCode::quote_not_closed).line == 3);
    CHECK(children_of(reading) == "A C");
    CHECK(peak_memory() - before < std::size_t{100} << 20);
}

TEST_CASE("a file of a million columns does not exhaust memory", "[bad input]") {
    const std::size_t before = peak_memory();
    std::string names = "CHILD";
    for (int i = 0; i < 1'000'000; ++i)
        names += ",";
    Reading reading;
    CHECK_FALSE(reading.table(names + "\n" + names + "\n", "wide.csv").has_value());
    CHECK(reading.only(FindingCode::too_many_columns).line == 1);
    CHECK(reading.only(FindingCode::table_not_recognised).file == "wide.csv");

    Reading one_row;
    CHECK(one_row.table(episodes_columns + open_episode("A") + names + "\n" + open_episode("C")) ==
          care::Table::episodes);
    CHECK(one_row.only(FindingCode::too_many_columns).line == 3);
    CHECK(children_of(one_row) == "A C");
    CHECK(peak_memory() - before < std::size_t{100} << 20);
}

TEST_CASE("columns without number that are allowed take linear time", "[bad input]") {
    const auto work_for = [](int columns) {
        io::ReadingOptions options;
        options.limits = {std::size_t{1} << 24, 100'000};
        std::string names(uasc_columns.substr(0, uasc_columns.size() - 1));
        for (int i = 0; i < columns; ++i)
            names += ",N" + std::to_string(i);
        auto least = std::numeric_limits<std::clock_t>::max();
        for (int i = 0; i < 3; ++i) {
            Reading reading(options);
            const std::clock_t begun = std::clock(); // of the processor: others may use it, too
            CHECK(reading.table(names + "\n") == care::Table::uasc);
            least = std::min(least, std::clock() - begun);
            CHECK(reading.found(FindingCode::columns_not_read).size() == 1);
        }
        return least;
    };
    CHECK(work_for(16'000) < 30 * work_for(2'000)); // 8 times the columns
}

TEST_CASE("findings without end are counted, and some kept", "[bad input]") {
    io::ReadingOptions options;
    options.findings_kept = 10;
    std::string text(uasc_columns);
    for (int i = 0; i < 1000; ++i)
        text += "ragged\n";
    Reading reading(options);
    reading.table(text);
    CHECK(reading.findings().kept().size() == 10);
    CHECK(reading.findings().count_of(FindingCode::row_ragged) == 1000);
    CHECK(reading.findings().count_of(quality::Severity::error) == 1000);
}
