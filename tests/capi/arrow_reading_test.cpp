#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "arrow_batch.hpp"

using indicare::tests::Batch;
using indicare::tests::bytes_of;
using indicare::tests::Column;
using indicare::tests::numbers;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

/// 1 June 2022 and 1 July 2022 in days since 1970: 52 years with 13 leap days are 18,993 days to
/// 1 January 2022, and 151 more to 1 June.
constexpr std::int32_t first_of_june = 19144;
constexpr std::int32_t first_of_july = 19174;

std::vector<Column> episodes(Column begun) {
    std::vector<Column> columns;
    columns.push_back(text("CHILD", {"A", "B"}));
    columns.push_back(std::move(begun));
    columns.push_back(text<std::int64_t>("RNE", {"S", "S"}));
    columns.push_back(text("LS", {"C2", "V2"}));
    columns.push_back(text("CIN", {"N1", "N1"}));
    columns.push_back(text("PLACE", {"U4", "U4"}));
    columns.push_back(text("PLACE_PROVIDER", {"PR1", "PR1"}));
    columns.push_back(text("DEC", {"", "01/02/2023"}));
    columns.push_back(text("REC", {"", "E4A"}));
    for (const char* const blank : {"REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"})
        columns.push_back(text(blank, {"", ""}));
    return columns;
}

void check_two(Session& session) {
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
    CHECK(session.printed("started") == "2");
    CHECK(session.printed("ceased") == "1");
}

} // namespace

TEST_CASE("capi: a batch of Arrow columns is read as a table", "[capi]") {
    constexpr std::int64_t day = 86'400;
    const auto as = [](std::int64_t units) {
        return std::vector<std::int64_t>{first_of_june * units, first_of_july * units + units - 1};
    };
    std::vector<Column> begun;
    begun.push_back(text("DECOM", {"01/06/2022", "2022-07-01"}));
    begun.push_back(numbers<std::int32_t>("DECOM", "tdD", {first_of_june, first_of_july}));
    begun.push_back(numbers("DECOM", "tdm", as(day * 1000)));
    begun.push_back(numbers("DECOM", "tss:", as(day)));
    begun.push_back(numbers("DECOM", "tsm:", as(day * 1000)));
    begun.push_back(numbers("DECOM", "tsu:", as(day * 1'000'000)));
    begun.push_back(numbers("DECOM", "tsn:", as(day * 1'000'000'000)));
    for (Column& column : begun) {
        CAPTURE(column.format);
        Session session;
        Batch batch(episodes(std::move(column)));
        const char* table = nullptr;
        REQUIRE(batch.read(session, &table) == INDICARE_OK);
        CHECK(std::string(table) == "Episodes");
        CHECK(batch.released == 2);
        CHECK(session.total(INDICARE_ERROR) == 0);
        check_two(session);
    }
}

TEST_CASE("capi: Arrow texts come in views and dictionaries, too", "[capi]") {
    Session session;
    std::vector<Column> columns = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    SECTION("views") {
        std::vector<char> views(32);
        const std::int32_t lengths[] = {1, 13};
        const std::int32_t where[] = {0, 3}; // buffer 0, after three bytes
        std::memcpy(views.data(), &lengths[0], 4);
        views[4] = 'A';
        std::memcpy(views.data() + 16, &lengths[1], 4);
        std::memcpy(views.data() + 20, "B-wi", 4);
        std::memcpy(views.data() + 24, where, 8);
        const std::string rest = "...B-with-a-name";
        columns[0] = {
            "CHILD",
            "vu",
            {{}, views, {rest.begin(), rest.end()}, bytes_of(std::vector<std::int64_t>{16})},
            2};
    }
    SECTION("dictionaries") {
        columns[0] = numbers<std::int8_t>("CHILD", "c", {1, 0});
        columns[0].dictionary = std::make_unique<Column>(text("", {"B", "A"}));
    }
    Batch batch(std::move(columns));
    REQUIRE(batch.read(session) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 0);
    check_two(session);
}

TEST_CASE("capi: missing Arrow values are blank, and numbers are written out", "[capi]") {
    const auto scores = [](Column score) {
        std::vector<Column> columns;
        columns.push_back(text("CHILD", {"A", "B"}));
        columns.push_back(std::move(score));
        columns.push_back(text("SDQ_REASON", {"", ""}));
        columns.push_back(numbers<char>("CONVICTED", "b", {1})); // the first yes, the second no
        columns[3].length = 2;
        columns.push_back(numbers<std::uint64_t>("HEALTH_CHECK", "L", {0, 1}));
        columns.push_back(text("IMMUNISATIONS", {"1", "1"}));
        columns.push_back(text("TEETH_CHECK", {"1", "1"}));
        columns.push_back(text("HEALTH_ASSESSMENT", {"1", "1"}));
        columns.push_back(text("SUBSTANCE_MISUSE", {"0", "0"}));
        columns.push_back(text("INTERVENTION_RECEIVED", {"0", "0"}));
        columns.push_back(text("INTERVENTION_OFFERED", {"0", "0"}));
        return columns;
    };
    std::vector<Column> all;
    all.push_back(
        numbers<double>("SDQ_SCORE", "g", {12.0, std::numeric_limits<double>::quiet_NaN()}));
    all.push_back(
        numbers<float>("SDQ_SCORE", "f", {12.0F, std::numeric_limits<float>::quiet_NaN()}));
    for (Column& score : all) {
        Session session;
        Batch batch(scores(std::move(score)));
        const char* table = nullptr;
        REQUIRE(batch.read(session, &table) == INDICARE_OK);
        CHECK(std::string(table) == "OC2");
        CHECK(session.total(INDICARE_ERROR) == 0);
    }
    SECTION("a validity of 01: the second is missing") {
        Column score = numbers<std::int16_t>("SDQ_SCORE", "s", {12, 99});
        score.buffers[0] = {1};
        score.null_count = 1;
        Session session;
        Batch batch(scores(std::move(score)));
        REQUIRE(batch.read(session) == INDICARE_OK);
        CHECK(session.total(INDICARE_ERROR) == 0); // 99 would be beyond 40
    }
    SECTION("a number that is not whole is no score") {
        Session session;
        Batch batch(scores(numbers<double>("SDQ_SCORE", "g", {12.5, 3.0})));
        REQUIRE(batch.read(session) == INDICARE_OK);
        CHECK(session.total(INDICARE_WARNING) + session.total(INDICARE_ERROR) >= 1);
    }
}

TEST_CASE("capi: a slice of an Arrow batch is read where it begins", "[capi]") {
    std::vector<Column> columns = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    for (Column& column : columns) {
        column.offset = 1;
        column.length = 1;
    }
    Session session;
    Batch batch(std::move(columns));
    REQUIRE(batch.read(session) == INDICARE_OK);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "0");
    CHECK(session.printed("ceased") == "1"); // B alone
}

TEST_CASE("capi: an Arrow stream is read batch by batch and released", "[capi]") {
    Session session;
    Batch batch(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    const char* table = nullptr;
    SECTION("whole") {
        ArrowArrayStream stream = batch.stream(2);
        REQUIRE(indicare_read_arrow(session, "a", 1, 2023, &stream, &table) == INDICARE_OK);
        CHECK(batch.released == 4); // the columns, two batches, the stream
        CHECK(std::string(table) == "Episodes");
        check_two(session); // the rows came twice, and are of the same children
    }
    SECTION("broken off") {
        ArrowArrayStream stream = batch.stream(-1);
        CHECK(indicare_read_arrow(session, "a", 1, 2023, &stream, &table) ==
              INDICARE_NOT_RECOGNISED);
        CHECK(session.error() == "stream: it gave the error 5, \"the cable was cut\"");
        CHECK(stream.release == nullptr);
        REQUIRE(session.compute(20230331) == INDICARE_OK); // no table is open
    }
}

TEST_CASE("capi: malformed Arrow values are refused, not read as blank", "[capi]") {
    Session session;
    std::vector<Column> columns = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    std::string fault;
    SECTION("an index beyond the dictionary") {
        columns[3] = numbers<std::int8_t>("LS", "c", {0, 7});
        columns[3].dictionary = std::make_unique<Column>(text("", {"C2"}));
        fault = "stream: column LS has an index that its dictionary does not have";
    }
    SECTION("a text that ends before it begins") {
        columns[3].buffers[1] = bytes_of(std::vector<std::int32_t>{0, 2, 1});
        fault = "stream: column LS has a text that ends before it begins";
    }
    SECTION("a view of a buffer that is not there") {
        std::vector<char> views(32);
        const std::int32_t view[] = {20, 0, 5, 0};
        std::memcpy(views.data() + 16, static_cast<const void*>(view), sizeof view);
        columns[3] = {"LS", "vu", {{}, views, bytes_of(std::vector<std::int64_t>{0})}, 2};
        fault = "stream: column LS has a text in a buffer that it does not have";
    }
    SECTION("a view of more than its buffer holds") {
        std::vector<char> views(32);
        const std::int32_t view[] = {20, 0, 0, 3};
        std::memcpy(views.data() + 16, static_cast<const void*>(view), sizeof view);
        columns[3] = {"LS",
                      "vu",
                      {{}, views, std::vector<char>(22), bytes_of(std::vector<std::int64_t>{22})},
                      2};
        fault = "stream: column LS has a text that ends beyond its buffer";
    }
    Batch batch(std::move(columns));
    CHECK(batch.read(session) == INDICARE_NOT_RECOGNISED);
    CHECK(session.error() == fault);
    REQUIRE(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1"); // the row before stays
}

TEST_CASE("capi: Arrow dictionaries of dictionaries are refused, however many", "[capi]") {
    Session session;
    Batch batch(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    ArrowSchema first{};
    first.format = "i";
    std::vector<ArrowSchema> chain(500'000, first);
    for (std::size_t i = 1; i < chain.size(); ++i)
        chain[i - 1].dictionary = &chain[i];
    batch.schema.children[3]->format = "i";
    batch.schema.children[3]->dictionary = chain.data();
    CHECK(batch.read(session) == INDICARE_NOT_RECOGNISED);
    CHECK(session.error() == "stream: column LS has the Arrow type \"i\"; expected text, dates, "
                             "numbers or booleans");
}

TEST_CASE("capi: a NUL is found in Arrow texts whatever the offsets of missing ones", "[capi]") {
    Session session;
    std::vector<Column> columns = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    columns[3].buffers[0] = {1}; // of two values the first is there
    columns[3].null_count = 1;
    columns[3].buffers[1] = bytes_of(std::vector<std::int32_t>{0, 2, 0});
    columns[3].buffers[2] = {'C', '\0'};
    Batch batch(std::move(columns));
    CHECK(batch.read(session) == INDICARE_OK);
    const char* code = nullptr;
    REQUIRE(indicare_finding(session, 0, &code, nullptr, nullptr) == INDICARE_OK);
    CHECK(std::string_view(code) == "row_with_nul");
}

TEST_CASE("capi: an Arrow text that begins before its buffer is refused", "[capi]") {
    Session session;
    std::vector<Column> columns = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    columns[3].buffers[1] = bytes_of(std::vector<std::int32_t>{-1, 2, 4});
    Batch batch(std::move(columns));
    CHECK(batch.read(session) == INDICARE_NOT_RECOGNISED);
    CHECK(session.error() == "stream: column LS has a text that begins before its buffer");
    REQUIRE(session.compute(20230331) == INDICARE_OK); // no table is open
}

TEST_CASE("capi: an Arrow batch that ends beyond all numbers is refused", "[capi]") {
    Session session;
    Batch endless(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    endless.array.offset = std::numeric_limits<std::int64_t>::max();
    CHECK(endless.read(session) == INDICARE_NOT_RECOGNISED);
}

TEST_CASE("capi: an Arrow batch with rows that are null is refused", "[capi]") {
    const std::uint8_t first_alone = 1;
    const std::uint8_t both = 3;
    for (const bool is_whole : {false, true}) {
        Session session;
        Batch batch(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
        const void* validity = is_whole ? &both : &first_alone;
        batch.array.buffers = &validity;
        batch.array.null_count = -1; // not counted
        CHECK(batch.read(session) == (is_whole ? INDICARE_OK : INDICARE_NOT_RECOGNISED));
    }
}

TEST_CASE("capi: what is no Arrow of a return is refused and released", "[capi]") {
    Session session;
    const auto refused = [&session](std::vector<Column> columns) {
        Batch batch(std::move(columns));
        const indicare_status status = batch.read(session);
        CHECK(batch.released == 2);
        return status;
    };
    CHECK(refused({}) == INDICARE_NOT_RECOGNISED);
    CHECK(refused(episodes(numbers<std::int64_t>("DECOM", "+l", {1, 2}))) ==
          INDICARE_NOT_RECOGNISED);
    CHECK(session.error() ==
          "stream: column DECOM has the Arrow type \"+l\"; expected text, dates, "
          "numbers or booleans");
    std::vector<Column> shorter = episodes(text("DECOM", {"01/06/2022"}));
    CHECK(refused(std::move(shorter)) == INDICARE_NOT_RECOGNISED);
    std::vector<Column> without = episodes(text("DECOM", {"01/06/2022", "01/07/2022"}));
    without[3].buffers.resize(1);
    CHECK(refused(std::move(without)) == INDICARE_NOT_RECOGNISED);

    Batch no_type(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    no_type.schema.children[3] = nullptr;
    CHECK(no_type.read(session) == INDICARE_NOT_RECOGNISED);
    Batch no_array(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    no_array.array.children[3] = nullptr;
    CHECK(no_array.read(session) == INDICARE_NOT_RECOGNISED);
    for (const bool of_schema : {true, false}) {
        ArrowArrayStream half = no_type.stream(1);
        if (of_schema)
            half.get_schema = nullptr;
        else
            half.get_next = nullptr;
        CHECK(indicare_read_arrow(session, "a", 1, 2023, &half, nullptr) ==
              INDICARE_NOT_RECOGNISED);
        CHECK(half.release == nullptr);
    }

    Batch batch(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    CHECK(indicare_read_arrow_array(session, "a", 1, 1066, &batch.schema, &batch.array, nullptr) ==
          INDICARE_OUT_OF_RANGE);
    CHECK(batch.read(session) == INDICARE_INVALID_ARGUMENT); // released already
    CHECK(indicare_read_arrow_array(session, "a", 1, 2023, nullptr, nullptr, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_read_arrow(session, "a", 1, 2023, nullptr, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    ArrowArrayStream stream = batch.stream(1);
    CHECK(indicare_read_arrow(nullptr, "a", 1, 2023, &stream, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(stream.release == nullptr);
    Batch again(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    CHECK(indicare_read_arrow_array(nullptr, "a", 1, 2023, &again.schema, &again.array, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(again.released == 2);
    REQUIRE(session.begin("e.csv", 2023) == INDICARE_OK);
    Batch open(episodes(text("DECOM", {"01/06/2022", "01/07/2022"})));
    CHECK(open.read(session) == INDICARE_WRONG_ORDER);
}
