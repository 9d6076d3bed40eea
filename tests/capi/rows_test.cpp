#include <array>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::Session;

namespace {

using Row = std::vector<const char*>;

const Row columns{"CHILD",     "DECOM",          "RNE", "LS",  "CIN",
                  "PLACE",     "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
                  "HOME_POST", "PL_POST",        "URN"};

/// A row of these columns, the last of which are blank.
Row row(Row values) {
    values.resize(columns.size());
    return values;
}

indicare_status begin(Session& session, const Row& names, std::int32_t year = 2023) {
    return indicare_begin_rows(session, "Episodes", INDICARE_NUL_TERMINATED, year, names.data(),
                               nullptr, static_cast<std::int64_t>(names.size()));
}

indicare_status add(Session& session, const Row& values) {
    return indicare_add_row(session, values.data(), nullptr,
                            static_cast<std::int64_t>(values.size()));
}

/// A started in the year and is looked after; B ceased.
void read_two(Session& session) {
    REQUIRE(begin(session, columns) == INDICARE_OK);
    CHECK(add(session, row({"A", "01/06/2022", "S", "C2", "N1", "U4", "PR1"})) == INDICARE_OK);
    CHECK(add(session, row({"B", "2022-07-01", "S", "C2", "N1", "U4", "PR1", "01/02/2023", "E4A",
                            ""})) == INDICARE_OK);
    const char* table = nullptr;
    REQUIRE(indicare_end_table(session, &table) == INDICARE_OK);
    CHECK(std::string(table) == "Episodes");
}

} // namespace

TEST_CASE("capi: rows that are given one by one count as those of a file", "[capi]") {
    Session session;
    read_two(session);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
    CHECK(session.printed("started") == "2");
    CHECK(session.printed("ceased") == "1");
}

TEST_CASE("capi: a finding about a given row has the row's number, the names being line 1",
          "[capi]") {
    Session session;
    REQUIRE(begin(session, columns) == INDICARE_OK);
    CHECK(add(session, row({"A", "01/06/2022", "S", "C2", "N1", "U4", "PR1"})) == INDICARE_OK);
    CHECK(add(session, row({"B", "31/02/2022", "S", "C2", "N1", "U4", "PR1"})) == INDICARE_OK);
    REQUIRE(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 1);
    std::int64_t count = 0;
    REQUIRE(indicare_finding_count(session, &count) == INDICARE_OK);
    bool found = false;
    for (std::int64_t at = 0; at < count; ++at) {
        const char* code = nullptr;
        std::int64_t line = 0;
        REQUIRE(indicare_finding(session, at, &code, nullptr, &line) == INDICARE_OK);
        if (std::string(code) == "date_malformed") {
            found = true;
            CHECK(line == 3);
        }
    }
    CHECK(found);
}

TEST_CASE("capi: given rows may have lengths, and NUL bytes are found in them", "[capi]") {
    Session session;
    const std::array<const char*, 6> names{"CHILD,", "DECOM", "RNE", "LS", "PLACE", "REC"};
    const std::array<std::size_t, 6> lengths{5, INDICARE_NUL_TERMINATED, 3, 2,
                                             5, INDICARE_NUL_TERMINATED};
    REQUIRE(indicare_begin_rows(session, "e", 1, 2023, names.data(), lengths.data(), 6) ==
            INDICARE_OK);
    const std::array<const char*, 6> values{"A\0B", "01/06/2022", "S", "C2", "U4", ""};
    const std::array<std::size_t, 6> value_lengths{3, 10, 1, 2, 2, 0};
    CHECK(indicare_add_row(session, values.data(), value_lengths.data(), 6) == INDICARE_OK);
    const char* table = nullptr;
    REQUIRE(indicare_end_table(session, &table) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) >= 1);
}

TEST_CASE("capi: a row of another width is a finding and no row", "[capi]") {
    Session session;
    REQUIRE(begin(session, columns) == INDICARE_OK);
    CHECK(add(session, {"A", "01/06/2022"}) == INDICARE_OK);
    REQUIRE(indicare_end_table(session, nullptr) == INDICARE_OK);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "0");
    CHECK(session.total(INDICARE_ERROR) >= 1);
}

TEST_CASE("capi: given rows have their time and their bounds", "[capi]") {
    Session session;
    CHECK(add(session, {"A"}) == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "no table of rows is open; expected indicare_begin_rows first");
    CHECK(begin(session, columns, 1900) == INDICARE_OUT_OF_RANGE);
    CHECK(begin(session, {}) == INDICARE_INVALID_ARGUMENT);
    const char* one = "CHILD";
    for (const std::int64_t count :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4097},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()})
        CHECK(indicare_begin_rows(session, "e", 1, 2023, &one, nullptr, count) ==
              INDICARE_OUT_OF_RANGE);
    CHECK(indicare_begin_rows(session, "e", 1, 2023, nullptr, nullptr, 1) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_begin_rows(session, nullptr, 1, 2023, &one, nullptr, 1) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_begin_rows(nullptr, "e", 1, 2023, &one, nullptr, 1) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_add_row(nullptr, &one, nullptr, 1) == INDICARE_INVALID_ARGUMENT);

    REQUIRE(session.begin("e.csv", 2023) == INDICARE_OK);
    CHECK(add(session, {"A"}) == INDICARE_WRONG_ORDER);
    CHECK(begin(session, columns) == INDICARE_WRONG_ORDER);
    REQUIRE(indicare_end_table(session, nullptr) == INDICARE_OK);

    REQUIRE(begin(session, columns) == INDICARE_OK);
    CHECK(session.feed("A") == INDICARE_WRONG_ORDER);
    CHECK(session.begin("e.csv", 2023) == INDICARE_WRONG_ORDER);
    CHECK(indicare_add_row(session, nullptr, nullptr, 1) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_add_row(session, &one, nullptr, 0) == INDICARE_OUT_OF_RANGE);
    CHECK(session.compute(20230331) == INDICARE_WRONG_ORDER);
    REQUIRE(indicare_end_table(session, nullptr) == INDICARE_OK);
}
