#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::Session;

namespace {

constexpr std::string_view header =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";

/// KID1 has a REC and no DEC; the DEC of KID2 is before DECOM, which is seen when episodes are
/// joined.
Session with_faults() {
    Session session;
    if (session.set("checks", "1") != INDICARE_OK)
        throw std::runtime_error(session.error());
    session.read(std::string(header) + "KID1,01/06/2022,S,C2,N1,U4,PR1,,E4A,,,,\n"
                                       "KID2,01/07/2022,S,C2,N1,U4,PR1,30/06/2022,E4A,,,,\n",
                 2023);
    return session;
}

indicare_status make_check(Session& session, std::string_view format,
                           std::int32_t as_at = 20230331) {
    return indicare_make_check(session, as_at, format.data(), format.size());
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a check says what is wrong, where, and of whom") {
    Session session = with_faults();
    REQUIRE(make_check(session, "csv") == INDICARE_OK);
    CHECK(session.document().find("authority,code,severity,file,line,column,value,child,expected,"
                                  "indicators,children,message\n") == 0);
    CHECK(holds(session.document(), "\n,rec_without_dec,error,table.csv,2,"));
    CHECK(holds(session.document(), "\n,dec_not_after_decom,warning,table.csv,3,"));
    CHECK(holds(session.document(), ",KID1,"));
    REQUIRE(make_check(session, "text") == INDICARE_OK);
    CHECK(holds(session.document(), "KID1"));
    REQUIRE(make_check(session, "json") == INDICARE_OK);
    CHECK(session.document().front() == '{');
}

TEST_CASE("children of a check go by number when that is asked for") {
    Session session = with_faults();
    CHECK(session.set("children", "numbered") == INDICARE_OK);
    for (const std::string_view format : {"text", "csv", "json"}) {
        REQUIRE(make_check(session, format) == INDICARE_OK);
        CHECK_FALSE(holds(session.document(), "KID"));
    }
}

TEST_CASE("a check is the same before and after a computation, and leaves the findings alone") {
    Session session = with_faults();
    REQUIRE(make_check(session, "csv") == INDICARE_OK);
    const std::string before = session.document();
    CHECK(session.total(INDICARE_WARNING) == 0);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.total(INDICARE_WARNING) == 1); // that a DEC is not after its DECOM
    REQUIRE(make_check(session, "csv") == INDICARE_OK);
    CHECK(session.document() == before);
    CHECK(session.total(INDICARE_WARNING) == 1);
    CHECK(session.printed("looked_after") == "2"); // both are open; the results are still there
}

TEST_CASE("the option must be set before anything is read") {
    Session session;
    CHECK(session.set("checks", "yes") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "value: expected 0 or 1, not \"yes\"");
    session.read(four_children, 2023);
    CHECK(session.set("checks", "1") == INDICARE_WRONG_ORDER);
    CHECK(make_check(session, "csv") == INDICARE_WRONG_ORDER);
    CHECK(session.error() ==
          "the option checks is 0; expected it to be set to 1 before anything is read");
}

TEST_CASE("checks that cannot be made") {
    Session session;
    CHECK(session.set("checks", "1") == INDICARE_OK);
    CHECK(make_check(session, "csv") == INDICARE_WRONG_ORDER);
    CHECK(session.begin("episodes.csv", 2023) == INDICARE_OK);
    CHECK(make_check(session, "csv") == INDICARE_WRONG_ORDER);
    CHECK(session.feed(four_children) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(make_check(session, "html") == INDICARE_INVALID_ARGUMENT);
    CHECK(make_check(session, "csv", 20230230) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "as_at: expected a day as 20230331, not 20230230");
    CHECK(make_check(session, "csv", 18991231) == INDICARE_OUT_OF_RANGE);
    CHECK(make_check(session, "csv", 20790606) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_document(session, nullptr, 0, nullptr) == INDICARE_WRONG_ORDER);
    CHECK(make_check(session, "csv") == INDICARE_OK);
    CHECK(indicare_make_check(nullptr, 20230331, "csv", 3) == INDICARE_INVALID_ARGUMENT);
}
