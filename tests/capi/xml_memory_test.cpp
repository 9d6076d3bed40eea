// What happens when memory runs out while a return in XML is read: that of the library, or that of
// expat, which is given it here.

#include <catch2/catch.hpp>
#include <expat.h>
#include <string_view>

#include "failing_job.hpp"

using indicare::tests::fail_each;
using indicare::tests::Failure;
using indicare::tests::Job;
using indicare::tests::Outcome;

namespace {

long parsers_made = 0;

} // namespace

/// Stands in for expat's, for the library too.
XML_Parser XMLCALL XML_ParserCreate(const XML_Char* encoding) {
    static const XML_Memory_Handling_Suite memory = {
        indicare::tests::allocate, indicare::tests::reallocate, indicare::tests::release};
    ++parsers_made;
    return XML_ParserCreate_MM(encoding, &memory, nullptr);
}

namespace {

constexpr std::size_t nul = INDICARE_NUL_TERMINATED;

constexpr std::string_view two_children =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><EXPSSDA903><!-- a return -->"
    "<CHILD><HEADER><CHILDID>A</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB></HEADER>"
    "<EPISODE><DECOM>01/06/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER><OTHER>&amp;</OTHER></EPISODE></CHILD>"
    "<CHILD><HEADER><CHILDID>B</CHILDID><SEX>2</SEX><DOB>01/02/2011</DOB></HEADER>"
    "<EPISODE><DECOM>01/07/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>31/02/2023</DEC><REC>E4A</REC></EPISODE></CHILD>"
    "</EXPSSDA903>";

/// A return, one that ends too early, and one that declares what it must not.
class ReadingXml : public Job {
  public:
    void make() {
        go(indicare_create(&session));
        read(two_children, 1);
        read(two_children.substr(0, two_children.size() / 2), 0);
        read("<!DOCTYPE a [<!ENTITY b \"c\">]><EXPSSDA903>&b;</EXPSSDA903>", 0);
        go(indicare_compute(session, 20230331));
    }

  private:
    void read(std::string_view xml, std::int32_t is_return) {
        std::int32_t read = -1;
        go(indicare_begin_xml(session, "a return with a name that is not short.xml", nul, 2023));
        const std::size_t half = xml.size() / 2;
        go(indicare_feed(session, xml.data(), half));
        go(indicare_feed(session, xml.data() + half, xml.size() - half));
        go(indicare_end_xml(session, &read));
        if (status() == INDICARE_OK && read != is_return)
            go(INDICARE_INTERNAL);
    }
};

} // namespace

TEST_CASE("memory that runs out while XML is read ends the session, and nothing else") {
    const Outcome outcome = fail_each<ReadingXml>(Failure::no_memory, INDICARE_OUT_OF_MEMORY);
    CHECK(parsers_made > outcome.allocations); // the library has indeed used that above
    CHECK(outcome.allocations > 200);
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
    CHECK(outcome.all_given_back);
}
