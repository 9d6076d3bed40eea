#include <string>

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::Session;

namespace {

constexpr std::string_view two_children =
    "<EXPSSDA903>"
    "<CHILD><HEADER><CHILDID>A</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB></HEADER>"
    "<EPISODE><DECOM>01/06/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE></CHILD>"
    "<CHILD><HEADER><CHILDID>B</CHILDID><SEX>2</SEX><DOB>01/02/2011</DOB></HEADER>"
    "<EPISODE><DECOM>01/07/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>01/02/2023</DEC><REC>E4A</REC></EPISODE></CHILD>"
    "</EXPSSDA903>";

indicare_status begin(Session& session, std::int32_t year = 2023) {
    return indicare_begin_xml(session, "return.xml", INDICARE_NUL_TERMINATED, year);
}

} // namespace

TEST_CASE("capi: a return in XML is read in pieces", "[capi]") {
    Session session;
    REQUIRE(begin(session) == INDICARE_OK);
    for (const char byte : two_children)
        REQUIRE(session.feed(std::string_view(&byte, 1)) == INDICARE_OK);
    std::int32_t read = 0;
    REQUIRE(indicare_end_xml(session, &read) == INDICARE_OK);
    CHECK(read == 1);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
    CHECK(session.printed("started") == "2");
    CHECK(session.printed("ceased") == "1");
}

TEST_CASE("capi: what is no XML of a return is a finding", "[capi]") {
    Session session;
    REQUIRE(begin(session) == INDICARE_OK);
    REQUIRE(session.feed("CHILD,DECOM\n") == INDICARE_OK);
    std::int32_t read = 1;
    REQUIRE(indicare_end_xml(session, &read) == INDICARE_OK);
    CHECK(read == 0);
    CHECK(session.total(INDICARE_ERROR) >= 1);
}

TEST_CASE("capi: XML has its time", "[capi]") {
    Session session;
    CHECK(indicare_end_xml(session, nullptr) == INDICARE_WRONG_ORDER);
    CHECK(begin(session, 1900) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_begin_xml(nullptr, "r", 1, 2023) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_end_xml(nullptr, nullptr) == INDICARE_INVALID_ARGUMENT);
    REQUIRE(begin(session) == INDICARE_OK);
    CHECK(begin(session) == INDICARE_WRONG_ORDER);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_WRONG_ORDER);
    CHECK(session.compute(20230331) == INDICARE_WRONG_ORDER);
    REQUIRE(indicare_end_xml(session, nullptr) == INDICARE_OK);
}
