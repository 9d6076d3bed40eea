#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

constexpr std::string_view leaves_on_the_date = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                                                "A,01/06/2022,S,C2,U4,31/03/2023,E4A\n";

}

TEST_CASE("a policy is chosen by name, and again after a computation") {
    Session session;
    session.read(leaves_on_the_date, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "0");
    CHECK(session.set("leaver_on_date", "still_looked_after") == INDICARE_OK);
    std::int64_t authorities = 0;
    CHECK(indicare_authority_count(session, &authorities) == INDICARE_WRONG_ORDER);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
}

TEST_CASE("the other policies") {
    Session session;
    for (const std::string_view policy :
         {"placement_run", "temporary_placements", "leap_day_birthday", "independent_providers",
          "starts_and_ceases", "unaccompanied_status"}) {
        CHECK(session.set(policy, "neither") == INDICARE_INVALID_ARGUMENT);
        CHECK(session.error().find("not \"neither\"") != std::string::npos);
    }
    CHECK(session.set("placement_run", "same_place") == INDICARE_OK);
    CHECK(session.set("temporary_placements", "counted") == INDICARE_OK);
    CHECK(session.set("leap_day_birthday", "last_of_february") == INDICARE_OK);
    CHECK(session.set("independent_providers", "private_only") == INDICARE_OK);
}

TEST_CASE("the authority's name, where the tables have none") {
    Session session;
    CHECK(session.set("authority", "Eastmere") == INDICARE_OK);
    session.read(four_children, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");
}

TEST_CASE("a longitudinal extract tells of every year") {
    constexpr std::string_view extract = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                                         "A,01/06/2019,S,C2,U4,01/02/2022,E4A\n"
                                         "B,01/07/2020,S,C2,U4,,\n"
                                         "C,01/07/2022,S,C2,U4,,\n";
    Session session;
    CHECK(session.set("longitudinal", "1") == INDICARE_OK);
    CHECK(session.begin("extract.csv", 2023) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "year: expected 0, the option longitudinal being 1");
    session.read(extract, 0);
    CHECK(session.compute(20210331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "2");
    CHECK(session.compute(20200331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
}

TEST_CASE("bounds of what is read and kept") {
    Session session;
    SECTION("findings kept; all are counted") {
        CHECK(session.set("findings_kept", "1") == INDICARE_OK);
        session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n,a\n,b\n,c\n", 2023);
        CHECK(session.total(INDICARE_ERROR) >= 3);
        CHECK(session.total(INDICARE_WARNING) == 0);
        CHECK(session.total(INDICARE_NOTE) >= 2);
        std::int64_t kept = -1;
        CHECK(indicare_finding_count(session, &kept) == INDICARE_OK);
        CHECK(kept == 3); // one ragged row, one missing column, one absent column
    }
    SECTION("the longest row") {
        CHECK(session.set("row_bytes", "1000") == INDICARE_OK);
        session.read("CHILD,DUC\nA," + std::string(1000, '0') + "\nB,\n", 2023);
        CHECK(session.total(INDICARE_ERROR) == 1);
    }
    SECTION("the most columns") {
        CHECK(session.set("columns", "100") == INDICARE_OK);
        session.read("CHILD,DUC\nA" + std::string(100, ',') + "\nB,\n", 2023);
        CHECK(session.total(INDICARE_ERROR) == 1);
    }
}

TEST_CASE("values that options do not have") {
    Session session;
    CHECK(session.set("findings_kept", "1000000001") == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "value: expected a whole number from 0 to 1000000000, not "
                             "\"1000000001\"");
    CHECK(session.set("row_bytes", "99999999999999999999999") == INDICARE_OUT_OF_RANGE);
    CHECK(session.set("row_bytes", "999") == INDICARE_OUT_OF_RANGE);
    CHECK(session.set("columns", "-1") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.set("columns", "") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.set("columns", "100 ") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.set("longitudinal", "yes") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "value: expected 0 or 1, not \"yes\"");
    CHECK(session.set("colour", "blue") == INDICARE_NOT_FOUND);
    CHECK(session.error() == "name: there is no option \"colour\"; indicare.h lists them");
}
