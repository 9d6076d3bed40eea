#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::Session;

namespace {

constexpr std::string_view header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                    "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

constexpr std::string_view header_of_several =
    "LA,CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n";

indicare_status begin_child(Session& session, std::string_view child,
                            std::string_view authority = "") {
    return indicare_begin_child(session, authority.data(), authority.size(), child.data(),
                                child.size());
}

/// Replaces a child by rows of Episodes.
void replace(Session& session, std::string_view child, const std::string& rows,
             std::string_view authority = "") {
    REQUIRE(begin_child(session, child, authority) == INDICARE_OK);
    if (!rows.empty())
        session.read(std::string(header) + rows, 2023);
    REQUIRE(indicare_end_child(session) == INDICARE_OK);
}

std::string numbers(Session& session, std::string_view id) {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    REQUIRE(indicare_figure_numbers(session, 0, Session::indicator(id), &numerator, nullptr,
                                    &denominator, nullptr) == INDICARE_OK);
    return std::to_string(numerator) + "/" + std::to_string(denominator);
}

} // namespace

TEST_CASE("capi: figures follow a child that is replaced, added or removed", "[capi]") {
    Session session;
    session.read(four_children, 2023);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    REQUIRE(session.printed("looked_after") == "3"); // A, C, D
    REQUIRE(session.printed("ceased") == "1");       // B

    SECTION("A leaves on 1 March") {
        replace(session, "A", "A,01/06/2022,S,C2,N1,U4,PR1,01/03/2023,E4A,,,,\n");
        CHECK(session.printed("looked_after") == "2");
        CHECK(session.printed("ceased") == "2");
        CHECK(session.printed("started") == "3");
    }
    SECTION("E comes, on the day itself") {
        replace(session, "E", "E,31/03/2023,S,V2,N1,U4,PR1,,,,,,\n");
        CHECK(session.printed("looked_after") == "4");
        CHECK(session.printed("started") == "4");
    }
    SECTION("B was never there") {
        replace(session, "B", "");
        CHECK(indicare_make_life(session, 0, "B", 1, "text", 4) == INDICARE_NOT_FOUND);
        CHECK(session.printed("looked_after") == "3");
        CHECK(session.printed("ceased") == "0");
        CHECK(session.printed("started") == "2");
    }
    SECTION("A share follows with its denominator") {
        const std::string before = numbers(session, "three_or_more_placements");
        replace(session, "C", "");
        CHECK(before == "0/2"); // of D it is not known
        CHECK(numbers(session, "three_or_more_placements") == "0/1");
    }
    SECTION("Rows of other children count too") {
        replace(session, "A",
                "A,01/06/2022,S,C2,N1,U4,PR1,01/03/2023,E4A,,,,\n"
                "F,01/02/2023,S,C2,N1,U4,PR1,,,,,,\n");
        CHECK(session.printed("looked_after") == "3"); // C, D, F
        CHECK(session.printed("ceased") == "2");
    }
}

TEST_CASE("capi: after many changes figures are those of a new session", "[capi]") {
    std::mt19937 random(20230331);
    const auto pick = [&random](unsigned below) { return static_cast<unsigned>(random() % below); };
    const std::vector<std::string> begins{"01/04/2022", "15/09/2022", "31/03/2023", "01/02/2020"};
    const std::vector<std::string> ends{",", "01/03/2023,E4A", "31/03/2023,E11", "30/06/2022,E4A"};
    std::vector<std::string> rows(8);
    Session live;
    live.read(std::string(header) + "Z,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n", 2023);
    REQUIRE(live.compute(20230331) == INDICARE_OK);
    for (int change = 0; change < 60; ++change) {
        const unsigned child = pick(static_cast<unsigned>(rows.size()));
        const std::string name = "K" + std::to_string(child);
        rows[child] = pick(4) == 0 ? ""
                                   : name + "," + begins[pick(4)] + ",S,C2,N1,U4,PR1," +
                                         ends[pick(4)] + ",,,,\n";
        replace(live, name, rows[child]);

        Session fresh;
        std::string all = std::string(header) + "Z,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n";
        for (const std::string& row : rows)
            all += row;
        fresh.read(all, 2023);
        REQUIRE(fresh.compute(20230331) == INDICARE_OK);
        REQUIRE(live.csv() == fresh.csv());
    }
}

TEST_CASE("capi: of several authorities the one that changed is counted", "[capi]") {
    Session session;
    const std::string columns(header_of_several);
    session.read(columns + "831,A,01/06/2022,S,C2,N1,U4,PR1,,\n305,B,01/06/2022,S,C2,N1,U4,PR1,,\n",
                 2023);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    REQUIRE(begin_child(session, "C", "831") == INDICARE_OK);
    session.read(columns + "831,C,01/06/2022,S,C2,N1,U4,PR1,,\n", 2023);
    REQUIRE(indicare_end_child(session) == INDICARE_OK);
    CHECK(session.printed("looked_after", 0) == "1"); // 305
    CHECK(session.printed("looked_after", 1) == "2"); // 831
    CHECK(begin_child(session, "C", "999") == INDICARE_NOT_FOUND);
}

TEST_CASE("capi: an authority that a child brings along moves no other's children", "[capi]") {
    Session session;
    const std::string columns(header_of_several);
    session.read(columns + "C,c1,01/06/2022,S,C2,N1,U4,PR1,,\nD,d1,01/06/2022,S,C2,N1,U4,PR1,,\n",
                 2023);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    REQUIRE(begin_child(session, "d1", "D") == INDICARE_OK);
    session.read(columns + "D,d1,01/06/2022,S,C2,N1,U4,PR1,,\n", 2023);
    session.read("LA,CHILD,DOB,REVIEW,REVIEW_CODE\nB,b1,01/02/2010,01/03/2023,PN1\n", 2023);
    REQUIRE(indicare_end_child(session) == INDICARE_OK);
    // B has a scorecard now, before those of C and D.
    CHECK(indicare_make_life(session, 0, "c1", 2, "text", 4) == INDICARE_NOT_FOUND);
    CHECK(indicare_make_life(session, 1, "c1", 2, "text", 4) == INDICARE_OK);
    CHECK(indicare_make_life(session, 1, "d1", 2, "text", 4) == INDICARE_NOT_FOUND);
    CHECK(indicare_make_life(session, 2, "d1", 2, "text", 4) == INDICARE_OK);
}

TEST_CASE("capi: a child is named without the blanks round its name, as in rows", "[capi]") {
    Session session;
    session.read(four_children, 2023);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    REQUIRE(begin_child(session, " A\t") == INDICARE_OK);
    REQUIRE(indicare_end_child(session) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "2"); // A is removed
    CHECK(begin_child(session, " \t ") == INDICARE_OUT_OF_RANGE);
}

TEST_CASE("capi: a child has its time", "[capi]") {
    Session session;
    CHECK(begin_child(session, "A") == INDICARE_WRONG_ORDER);
    CHECK(indicare_end_child(session) == INDICARE_WRONG_ORDER);
    CHECK(indicare_begin_child(nullptr, "", 0, "A", 1) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_end_child(nullptr) == INDICARE_INVALID_ARGUMENT);
    session.read(four_children, 2023);
    CHECK(begin_child(session, "A") == INDICARE_WRONG_ORDER);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(begin_child(session, "") == INDICARE_OUT_OF_RANGE);
    CHECK(begin_child(session, std::string(257, 'A')) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_begin_child(session, nullptr, 1, "A", 1) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.printed("looked_after") == "3");

    REQUIRE(begin_child(session, "A") == INDICARE_OK);
    CHECK(begin_child(session, "B") == INDICARE_WRONG_ORDER);
    CHECK(session.compute(20230331) == INDICARE_WRONG_ORDER);
    CHECK(session.population("", 2023, 1000) == INDICARE_WRONG_ORDER);
    CHECK(session.set("starts_and_ceases", "periods") == INDICARE_WRONG_ORDER);
    std::int64_t count = 0;
    CHECK(indicare_authority_count(session, &count) == INDICARE_WRONG_ORDER);
    REQUIRE(session.begin("e.csv", 2023) == INDICARE_OK);
    CHECK(indicare_end_child(session) == INDICARE_WRONG_ORDER);
    REQUIRE(indicare_end_table(session, nullptr) == INDICARE_OK);
    REQUIRE(indicare_end_child(session) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "2");

    session.read(std::string(header) + "E,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n", 2022);
    CHECK(indicare_authority_count(session, &count) == INDICARE_WRONG_ORDER);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
}
