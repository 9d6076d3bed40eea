#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

constexpr std::string_view header =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";

std::string table(std::string_view rows) {
    return std::string(header) + std::string(rows);
}

} // namespace

TEST_CASE("severities") {
    CHECK(INDICARE_NOTE == 0);
    CHECK(INDICARE_WARNING == 1);
    CHECK(INDICARE_ERROR == 2);
    CHECK(std::string(indicare_severity_name(INDICARE_NOTE)) == "note");
    CHECK(std::string(indicare_severity_name(INDICARE_WARNING)) == "warning");
    CHECK(std::string(indicare_severity_name(INDICARE_ERROR)) == "error");
    CHECK(indicare_severity_name(3) == nullptr);
    CHECK(indicare_severity_name(-1) == nullptr);
}

TEST_CASE("a finding tells what an analyst needs") {
    Session session;
    CHECK(session.begin("2023/episodes.csv", 2023) == INDICARE_OK);
    CHECK(session.feed(table("A,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n"
                             "B,01/06/2022,S,C2,N1,U4,PR1,31/02/2023,E4A,,,,\n")) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);

    std::int64_t count = -1;
    CHECK(indicare_finding_count(session, &count) == INDICARE_OK);
    REQUIRE(count == 1);
    const char* code = nullptr;
    std::int32_t severity = -1;
    std::int64_t line = -1;
    CHECK(indicare_finding(session, 0, &code, &severity, &line) == INDICARE_OK);
    CHECK(std::string(code) == "date_malformed");
    CHECK(severity == INDICARE_ERROR);
    CHECK(line == 3);
    CHECK(indicare_finding(session, 0, nullptr, nullptr, nullptr) == INDICARE_OK);
    const std::int64_t first = 0;
    CHECK(text(indicare_finding_file, handle(session), first) == "2023/episodes.csv");
    CHECK(text(indicare_finding_column, handle(session), first) == "DEC");
    CHECK(text(indicare_finding_value, handle(session), first) == "31/02/2023");
    CHECK(text(indicare_finding_child, handle(session), first) == "B");
    CHECK(text(indicare_finding_message, handle(session), first).find("not a day") == 0);
    CHECK(text(indicare_finding_as_text, handle(session), first)
              .find("2023/episodes.csv:3: child B: DEC \"31/02/2023\": not a day") == 0);
}

TEST_CASE("before anything is read there are no findings") {
    Session session;
    std::int64_t count = -1;
    CHECK(indicare_finding_count(session, &count) == INDICARE_OK);
    CHECK(count == 0);
    CHECK(session.total(INDICARE_ERROR) == 0);
}

TEST_CASE("text that is no table of the return is a finding, not an error") {
    Session session;
    CHECK(session.read("Name,Age\nA,7\n", 2023) == nullptr);
    CHECK(session.read("", 2023) == nullptr);
    CHECK(session.total(INDICARE_ERROR) == 2);
    CHECK(session.compute(20230331) == INDICARE_OK);
    std::int64_t authorities = -1;
    CHECK(indicare_authority_count(session, &authorities) == INDICARE_OK);
    CHECK(authorities == 0);
    CHECK(session.csv() == "authority,as_at,indicator,unit,numerator,denominator,undetermined,"
                           "value,low,high,squares\n");
}

TEST_CASE("findings about histories come once, however often is computed") {
    Session session;
    session.read(table("A,01/06/2022,S,C2,N1,U4,PR1,01/05/2022,E4A,,,,\n"), 2023);
    CHECK(session.total(INDICARE_WARNING) == 0);
    for (const std::int32_t as_at : {20210331, 20220331, 20230331}) {
        CHECK(session.compute(as_at) == INDICARE_OK);
        CHECK(session.total(INDICARE_WARNING) == 1);
    }
    CHECK(session.set("leaver_on_date", "still_looked_after") == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.total(INDICARE_WARNING) == 1);

    // A second return with a history of its own to tell: the first one's is told with it, once.
    CHECK(session.begin("2022/episodes.csv", 2022) == INDICARE_OK);
    CHECK(session.total(INDICARE_WARNING) == 0);
    CHECK(session.feed(table("B,01/06/2021,S,C2,N1,U4,PR1,01/05/2021,E4A,,,,\n")) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    const std::int64_t both = session.total(INDICARE_WARNING);
    CHECK(both >= 2);

    Session at_once;
    at_once.read(table("A,01/06/2022,S,C2,N1,U4,PR1,01/05/2022,E4A,,,,\n"), 2023);
    at_once.read(table("B,01/06/2021,S,C2,N1,U4,PR1,01/05/2021,E4A,,,,\n"), 2022);
    CHECK(at_once.compute(20230331) == INDICARE_OK);
    CHECK(at_once.total(INDICARE_WARNING) == both);
}

TEST_CASE("findings about populations stay when histories are told anew") {
    Session session;
    session.read(table("A,01/06/2022,S,C2,N1,U4,PR1,01/05/2022,E4A,,,,\n"), 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.populations("authority,year,population\n,2023,many\n") == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 1);
    CHECK(session.total(INDICARE_WARNING) == 0);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 1);
    CHECK(session.total(INDICARE_WARNING) == 1);
}
