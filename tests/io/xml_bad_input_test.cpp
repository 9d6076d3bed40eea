#include "indicare/io/return_folder.hpp"
#include "reading.hpp"
#include "support/folders.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

// Bad XML: what is said of it, what is left out, and that the rest is read.

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using namespace std::string_literals;

namespace {

const std::string episode = "<EPISODE><DECOM>01/06/2022</DECOM><RNE>S</RNE><LS>V2</LS><PL>U4</PL>"
                            "</EPISODE>\n";

std::string header(const std::string& name, const std::string& fields = "") {
    return "<HEADER><CHILDID>" + name + "</CHILDID>" + fields + "</HEADER>\n";
}

std::string child(const std::string& name, const std::string& fields = "") {
    return "<CHILD>" + header(name, fields) + episode + "</CHILD>\n";
}

std::string file_of(const std::string& children) {
    return "<EXPSSDA903>\n" + children + "</EXPSSDA903>\n";
}

Reading read(const std::string& text, bool is_return = true, io::ReadingOptions options = {}) {
    Reading reading(std::move(options));
    CHECK(reading.xml(text, "r.xml") == is_return);
    return reading;
}

/// What is read between two good children, on lines 2 and 4: both are, and so is what is in it.
Reading with_middle(const std::string& middle, io::ReadingOptions options = {}) {
    Reading reading = read(file_of(child("A") + middle + child("C")), true, std::move(options));
    CHECK_THAT(children_of(reading), Catch::StartsWith("A") && Catch::EndsWith("C"));
    return reading;
}

io::ReadingOptions within(std::size_t row_bytes) {
    io::ReadingOptions options;
    options.limits.row_bytes = row_bytes;
    return options;
}

/// Errors alone: tables without rows are noted of every small return.
std::uint64_t errors(const Reading& reading) {
    return reading.findings().count_of(quality::Severity::error);
}

} // namespace

TEST_CASE("XML that is not well-formed is read up to there", "[xml]") {
    const Reading reading =
        read(file_of(child("A") + child("B") + "<CHILD>" + header("C") + "<EPISODE></CHILD>"));
    CHECK(children_of(reading) == "A B");
    CHECK(quality::to_text(reading.only(FindingCode::xml_malformed)) ==
          "r.xml:9: child C: not well-formed XML: mismatched tag, at character 12 of the line, "
          "after 2 children; the rest was not read");
    CHECK(errors(reading) == 1);
}

TEST_CASE("XML that is cut short is read up to the last whole child", "[xml]") {
    const std::string text = file_of(child("A") + child("B"));
    const Reading reading = read(text.substr(0, text.size() - 40));
    CHECK(children_of(reading) == "A");
    CHECK(reading.only(FindingCode::xml_malformed).line == 6);
    const Reading without_end = read("<EXPSSDA903>\n" + child("A"));
    CHECK(children_of(without_end) == "A");
    CHECK_THAT(without_end.only(FindingCode::xml_malformed).message,
               Contains("it ends within an element") && Contains("after 1 child;"));
}

TEST_CASE("XML that breaks before the first child is over is no return", "[xml]") {
    for (const auto& text : {"<EXPSSDA903>\n<CHILD>"s, "<EXPSSDA903"s, "<EXPSSDA903>\n&x;"s,
                             "<EXPSSDA903>\n<CHILD>\0</CHILD></EXPSSDA903>"s,
                             "<?xml version='1.0' encoding='x-y'?><EXPSSDA903/>"s,
                             "<?xml version='1.0' encoding='us-ascii'?><EXPSSDA903>\xC9"s,
                             "PK\x03\x04\0\0"s, "CHILD,DOB\nA,01/02/2010\n"s, "<"s}) {
        CAPTURE(text);
        const Reading reading = read(text, false);
        CHECK_THAT(reading.only(FindingCode::xml_malformed).message,
                   Contains("the file was not read"));
        CHECK(reading.findings().count() == 1);
        CHECK(reading.records().child_count() == 0);
    }
}

TEST_CASE("text after the end of XML", "[xml]") {
    const Reading reading = read(file_of(child("A")) + "<EXPSSDA903>" + child("B"));
    CHECK(children_of(reading) == "A");
    CHECK(reading.only(FindingCode::xml_malformed).line == 6);
}

TEST_CASE("an empty XML file", "[xml]") {
    for (const auto* text : {"", " \n\n", "<?xml version='1.0'?>\n<!-- nothing -->"}) {
        CAPTURE(text);
        const Reading reading = read(text, false);
        CHECK(reading.only(FindingCode::file_empty).file == "r.xml");
        CHECK(reading.findings().count() == 1);
    }
}

TEST_CASE("XML of something else", "[xml]") {
    const Reading reading = read("<?xml version='1.0'?>\n<Message><CHILD/></Message>", false);
    CHECK(quality::to_text(reading.only(FindingCode::table_not_recognised)) ==
          "r.xml:2: \"Message\": the outermost element is not that of a return; expected "
          "EXPSSDA903; the file was not read");
    CHECK(reading.findings().count() == 1);
    CHECK(read("<child/>", false).found(FindingCode::table_not_recognised).size() == 1);
}

TEST_CASE("document types and their entities are refused", "[xml]") {
    const std::string bomb =
        "<?xml version='1.0'?>\n<!DOCTYPE EXPSSDA903 [\n"
        "<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>\n"
        "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\n]>\n" +
        file_of(child("&c;"));
    const std::string outside =
        "<!DOCTYPE EXPSSDA903 [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + file_of(child("&x;"));
    const std::string elsewhere =
        "<!DOCTYPE EXPSSDA903 SYSTEM 'http://localhost/x.dtd'>" + file_of(child("&x;"));
    for (const std::string& text : {bomb, outside, elsewhere}) {
        const Reading reading = read(text, false);
        CHECK_THAT(reading.only(FindingCode::xml_refused).message,
                   Contains("a document type is declared"));
        CHECK(reading.findings().count() == 1);
        CHECK(reading.records().child_count() == 0);
    }
}

TEST_CASE("elements within elements without end are refused", "[xml]") {
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i)
        deep += "<a>";
    const Reading reading = read("<EXPSSDA903>" + child("A") + deep);
    CHECK_THAT(reading.only(FindingCode::xml_refused).message, Contains("more than 100"));
    CHECK(children_of(reading) == "A");
    std::string within_reason = "x";
    for (int i = 0; i < 97; ++i)
        within_reason = "<a>" + within_reason + "</a>";
    CHECK(errors(with_middle(child("B", within_reason))) == 0);
    CHECK(read(file_of(child("A") + child("B", "<a>" + within_reason + "</a>")))
              .found(FindingCode::xml_refused)
              .size() == 1);
}

TEST_CASE("elements that the form does not have are reported once each", "[xml]") {
    const std::string block = "<SWEPISODE><SW_ID>SW1</SW_ID></SWEPISODE>";
    const Reading reading =
        with_middle(child("B", block + "<X/>" + block) + "<Y>text<Z/></Y>\n" + child("D", block));
    const auto found = reading.found(FindingCode::element_not_read);
    REQUIRE(found.size() == 3);
    CHECK(quality::to_text(found[0]) == "r.xml:5: child B: SWEPISODE: the form has no such "
                                        "element; it is not read, first in HEADER");
    CHECK(found[1].column == "X");
    CHECK(found[2].column == "Y");
    CHECK(found[2].line == 8);
    CHECK(found[2].child.empty());
    CHECK(errors(reading) == 0);
    CHECK(children_of(reading) == "A B D C");
}

TEST_CASE("names that the form does not have are not taken in without end", "[xml]") {
    std::string many = file_of(child("A"));
    many.resize(many.find("</EXPSSDA903>"));
    for (int i = 0; i < 200'000; ++i)
        many += "<n" + std::to_string(i) + "/>\n";
    const Reading reading = read(many);
    CHECK_THAT(reading.only(FindingCode::xml_refused).message, Contains("too many names"));
    CHECK(children_of(reading) == "A");
    CHECK(reading.findings().count_of(FindingCode::element_not_read) <= 10'001);
    const Reading inside = with_middle(child("B", "<a><b/><c/></a>"));
    CHECK(inside.only(FindingCode::element_not_read).column == "a");
}

TEST_CASE("nor are names of attributes within what is not read", "[xml]") {
    std::string many = "<a>";
    for (int i = 0; i < 20'000; ++i)
        many += "<b n" + std::to_string(i) + "=\"\"/>\n";
    const Reading reading = read(file_of(child("A") + many + "</a>"));
    CHECK_THAT(reading.only(FindingCode::xml_refused).message, Contains("too many names"));
    CHECK(children_of(reading) == "A");
}

TEST_CASE("elements out of place are reported and not read", "[xml]") {
    struct Case {
        std::string middle;
        std::string element;
        std::string place;
        std::string children;
    };
    const std::vector<Case> cases = {
        {"<CHILD>" + header("B", episode) + "</CHILD>\n", "EPISODE", "HEADER", "A B C"},
        {"<CHILD>" + header("B") + "<OC2><SDQ_SCORE>3</SDQ_SCORE></OC2></CHILD>\n", "OC2", "CHILD",
         "A B C"},
        {"<CHILD>" + header("B") + child("N") + "</CHILD>\n", "CHILD", "CHILD", "A B C"},
        {"<CHILD>" + header("B", "<DECOM>01/06/2022</DECOM>") + "</CHILD>\n", "DECOM", "HEADER",
         "A B C"},
        {"<CHILD>" + header("B", "<SEX><DOB>01/02/2010</DOB></SEX>") + "</CHILD>\n", "DOB", "SEX",
         "A B C"},
        {"<CHILD>" + header("B") + "<EPISODE><DECOM>01/06/2022</DECOM><DOB/></EPISODE></CHILD>\n",
         "DOB", "EPISODE", "A B C"},
        {episode, "EPISODE", "EXPSSDA903", "A C"},
        {"<EXPSSDA903>" + child("B") + "</EXPSSDA903>\n", "EXPSSDA903", "EXPSSDA903", "A C"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.middle);
        const Reading reading = with_middle(each.middle);
        const quality::Finding finding = reading.only(FindingCode::element_out_of_place);
        CHECK(finding.column == each.element);
        CHECK(finding.message ==
              "the form has no such element in " + each.place + "; it was not read");
        CHECK(children_of(reading) == each.children);
        CHECK(errors(reading) == 1);
    }
}

TEST_CASE("elements that are there twice", "[xml]") {
    const Reading fields = with_middle(child("B", "<SEX>1</SEX><SEX>2</SEX><SEX/>"));
    const auto found = fields.found(FindingCode::element_twice);
    REQUIRE(found.size() == 2);
    CHECK(quality::to_text(found[0]) ==
          "r.xml:5: child B: SEX \"2\": the element is there twice; the first one is read");
    CHECK(fields.records()[1].sex == care::Sex::male);
    const Reading headers = with_middle("<CHILD>" + header("B") + header("D") + "</CHILD>\n");
    CHECK(headers.only(FindingCode::element_twice).column == "HEADER");
    CHECK(children_of(headers) == "A B C");
    const Reading blank_first = with_middle(child("B", "<SEX/><SEX>2</SEX>"));
    CHECK(blank_first.found(FindingCode::element_twice).size() == 1);
    CHECK(blank_first.records()[1].sex == care::Sex::unknown);
    CHECK(errors(with_middle(child("B", "<OC2/><OC2/>"))) == 0);
}

TEST_CASE("text where elements were expected is reported", "[xml]") {
    const Reading reading = with_middle("lost\n" + child("B", "<OC2>\n 1 <!-- and --> 2</OC2>"));
    const auto found = reading.found(FindingCode::element_out_of_place);
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == "lost");
    CHECK(found[0].message == "text in EXPSSDA903, where elements were expected; it was not read");
    CHECK(found[1].value == "1");
    CHECK(found[1].child == "B");
}

TEST_CASE("attributes are reported once each, those of XML itself not at all", "[xml]") {
    const std::string second = child("B", "<SEX code='x'>1</SEX><DOB code='y' xml:lang='en'/>");
    const Reading reading = read("<EXPSSDA903 xmlns:xsi='x' xsi:y='CLA_2021.xsd'>\n" + child("A") +
                                 second + "</EXPSSDA903>");
    CHECK(quality::to_text(reading.only(FindingCode::element_not_read)) ==
          "r.xml:5: child B: code \"x\": the form has no attributes; it is not read, first in "
          "HEADER");
    CHECK(reading.records()[1].sex == care::Sex::male);
}

TEST_CASE("an attribute is reported though one of its name was met where nothing is read",
          "[xml]") {
    const Reading reading =
        with_middle("<a><b code=''/></a>" + child("B", "<SEX code='x'>1</SEX>"));
    const auto found = reading.found(FindingCode::element_not_read);
    REQUIRE(found.size() == 2);
    CHECK(found[0].column == "a");
    CHECK(found[1].column == "code");
}

TEST_CASE("a child without an identifier", "[xml]") {
    const Reading reading = with_middle("<CHILD>" + episode + episode +
                                        "</CHILD>\n<CHILD><HEADER>"
                                        "<CHILDID/><SEX>1</SEX></HEADER></CHILD>\n");
    CHECK(reading.found(FindingCode::child_missing).size() == 3);
    CHECK(children_of(reading) == "A C");
    CHECK(errors(reading) == 3);
    const std::string name(300, 'n');
    CHECK(with_middle(child(name)).found(FindingCode::child_too_long).size() == 2);
}

TEST_CASE("a row without the date that makes it one", "[xml]") {
    const Reading reading = with_middle("<CHILD>" + header("B", "<AMISSING/>") +
                                        "<EPISODE><DEC>01/02/2023</DEC></EPISODE></CHILD>\n");
    const auto found = reading.found(FindingCode::key_missing);
    REQUIRE(found.size() == 2);
    CHECK(found[0].column == "MIS_START");
    CHECK(found[1].column == "DECOM");
    CHECK(found[1].child == "B");
}

TEST_CASE("a child's record beyond the limit is left out, and the others are read", "[xml]") {
    std::string long_episodes;
    for (int i = 0; i < 10; ++i)
        long_episodes += episode;
    for (const std::string& middle :
         {child("B", "<UPN>" + std::string(600, 'u') + "</UPN>"),
          "<CHILD>" + header("B") + long_episodes + "</CHILD>\n", child("B", long_episodes),
          child("B", "<X>" + std::string(600, 'u') + "</X>")}) {
        CAPTURE(middle);
        const Reading reading = with_middle(middle, within(500));
        const quality::Finding finding = reading.only(FindingCode::row_too_long);
        CHECK_THAT(finding.message, Contains("more than 500 bytes"));
        CHECK(finding.child == "B");
        CHECK(children_of(reading) == "A C");
        CHECK(reading.records().count<care::StoredEpisode>() == 2);
    }
    CHECK(errors(with_middle(child("B", "<UPN>" + std::string(200, 'u') + "</UPN>"),
                             within(500))) == 0);
}

TEST_CASE("a child of a hundred megabytes does not exhaust memory", "[xml]") {
    const std::size_t before = peak_memory();
    std::string rows;
    while (rows.size() < std::size_t{1} << 20)
        rows += "<OC2/>";
    for (const std::string& piece : {std::string(std::size_t{1} << 20, 'x'), rows}) {
        Reading reading;
        reading.reader().begin_xml("r.xml", 2023);
        reading.reader().feed("<EXPSSDA903>" + child("A") + "<CHILD><HEADER><CHILDID>B</CHILDID>" +
                              (piece == rows ? "" : "<UPN>"));
        for (int i = 0; i < 100; ++i)
            reading.reader().feed(piece);
        reading.reader().feed((piece == rows ? "" : "</UPN>") + "</HEADER></CHILD>"s + child("C") +
                              "</EXPSSDA903>");
        CHECK(reading.reader().end_xml());
        CHECK(reading.only(FindingCode::row_too_long).child == "B");
        CHECK(children_of(reading) == "A C");
    }
    CHECK(peak_memory() - before < std::size_t{100} << 20);
}

TEST_CASE("a tag or comment without end does not exhaust memory", "[xml]") {
    const std::size_t before = peak_memory();
    const std::string piece(std::size_t{1} << 20, 'x');
    for (const auto* begin : {"<!-- ", "<", "<a b='", "<?pi "}) {
        CAPTURE(begin);
        Reading reading;
        reading.reader().begin_xml("r.xml", 2023);
        reading.reader().feed("<EXPSSDA903>" + child("A") + begin);
        for (int i = 0; i < 100; ++i)
            reading.reader().feed(piece);
        CHECK(reading.reader().end_xml());
        CHECK_THAT(reading.only(FindingCode::xml_refused).message,
                   Contains("a tag or a comment has more than 1048576 bytes"));
        CHECK(children_of(reading) == "A");
    }
    CHECK(peak_memory() - before < std::size_t{100} << 20);
}

TEST_CASE("a reader goes on after bad XML", "[xml]") {
    Reading reading = read("<no", false);
    CHECK(reading.xml(file_of(child("A")), "a.xml"));
    CHECK(reading.table(oc3_columns + "A,,YES,F1,B1\n"s, "b.csv") == care::Table::oc3);
    CHECK(children_of(reading) == "A");
}

TEST_CASE("no text whatever breaks the reading of XML", "[xml]") {
    const std::string good =
        io::text_of_file(tests::test_file("data/xml/fake_903.xml")).value().substr(0, 6000);
    const std::vector<std::string> bits = {
        "<",   ">",         "</",   "<CHILD>", "</CHILD>", "<EPISODE>", "</HEADER>", "&",
        "]]>", "<![CDATA[", "<!--", "\0"s,     "\xff",     "<DOB>",     "'",         "<?x"};
    CHECK(rc::check("bits put in anywhere", [&] {
        std::string text = good;
        const auto count = *rc::gen::inRange(0, 6);
        for (int i = 0; i < count; ++i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            const auto bit = *rc::gen::elementOf(bits);
            if (*rc::gen::arbitrary<bool>())
                text.insert(at, bit);
            else
                text.replace(at, 1, bit);
        }
        Reading whole;
        const bool is_return = whole.xml(text);
        Reading pieces;
        const auto cut = *rc::gen::inRange<std::size_t>(0, text.size());
        RC_ASSERT(pieces.xml_pieces({text.substr(0, cut), text.substr(cut)}) == is_return);
        RC_ASSERT(pieces.all_as_text() == whole.all_as_text());
        RC_ASSERT(is_return || whole.findings().count() > 0U);
    }));
}
