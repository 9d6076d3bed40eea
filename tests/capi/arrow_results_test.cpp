// Results as an Arrow stream, read as another library would read it.

#include <catch2/catch.hpp>
#include <cstring>
#include <optional>

#include "arrow_batch.hpp"

using indicare::tests::four_children;
using indicare::tests::Released;
using indicare::tests::Session;

namespace {

using Stream = Released<ArrowArrayStream>;
using Schema = Released<ArrowSchema>;
using Array = Released<ArrowArray>;

bool is_null(const ArrowArray& array, std::size_t row) {
    const auto* const validity = static_cast<const std::uint8_t*>(array.buffers[0]);
    return validity != nullptr && (validity[row / 8] & (1U << row % 8)) == 0;
}

template <class Number>
std::optional<Number> number(const ArrowArray& array, std::size_t row) {
    if (is_null(array, row))
        return std::nullopt;
    return static_cast<const Number*>(array.buffers[1])[row];
}

std::optional<std::string> word(const ArrowArray& array, std::size_t row) {
    if (is_null(array, row))
        return std::nullopt;
    const auto* const ends = static_cast<const std::int32_t*>(array.buffers[1]);
    const auto* const bytes = static_cast<const char*>(array.buffers[2]);
    return std::string(bytes + ends[row], bytes + ends[row + 1]);
}

constexpr const char* names[] = {"authority", "indicator",   "unit",         "as_at",
                                 "numerator", "denominator", "undetermined", "exact",
                                 "printed",   "low",         "high",         "reason"};

const ArrowArray& column(const ArrowArray& batch, std::string_view name) {
    std::size_t at = 0;
    while (names[at] != name)
        ++at;
    return *batch.children[at];
}

Session computed(std::string_view authority = "Eastmere") {
    Session session;
    if (session.set("authority", authority) != INDICARE_OK)
        throw std::runtime_error(session.error());
    session.read(four_children, 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

} // namespace

TEST_CASE("a stream of results has the columns that the header names") {
    Stream stream;
    CHECK(indicare_results_as_arrow(computed(), &stream) == INDICARE_OK);
    Schema schema;
    REQUIRE(stream.get_schema(&stream, &schema) == 0);
    CHECK(std::string(schema.format) == "+s");
    REQUIRE(schema.n_children == 12);
    const std::string formats[] = {"u", "u", "u", "tdD", "l", "l", "l", "u", "u", "u", "u", "u"};
    for (std::size_t at = 0; at < 12; ++at) {
        CHECK(std::string(schema.children[at]->name) == names[at]);
        CHECK(schema.children[at]->format == formats[at]);
        CHECK(schema.children[at]->n_children == 0);
        const bool is_nullable = (schema.children[at]->flags & ARROW_FLAG_NULLABLE) != 0;
        CHECK(is_nullable == (at >= 4 && at != 8));
    }
}

TEST_CASE("a row for each indicator of an authority, after the session has ended") {
    Stream stream;
    CHECK(indicare_results_as_arrow(computed(), &stream) == INDICARE_OK);
    Array batch;
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.length == indicare_indicator_count());
    REQUIRE(batch.n_children == 12);
    CHECK(batch.n_buffers == 1);
    CHECK(batch.buffers[0] == nullptr);
    for (std::int64_t at = 0; at < batch.n_children; ++at)
        CHECK(batch.children[at]->length == batch.length);

    const auto share = static_cast<std::size_t>(Session::indicator("in_foster_care"));
    CHECK(word(column(batch, "authority"), share) == "Eastmere");
    CHECK(word(column(batch, "indicator"), share) == "in_foster_care");
    CHECK(word(column(batch, "unit"), share) == "percent");
    CHECK(number<std::int32_t>(column(batch, "as_at"), share) == 19447); // 53 years and 89 days
    CHECK(number<std::int64_t>(column(batch, "numerator"), share) == 2);
    CHECK(number<std::int64_t>(column(batch, "denominator"), share) == 3);
    CHECK(number<std::int64_t>(column(batch, "undetermined"), share) == 0);
    CHECK(word(column(batch, "exact"), share) == "200/3");
    CHECK(word(column(batch, "printed"), share) == "67");
    CHECK_FALSE(word(column(batch, "low"), share));
    CHECK_FALSE(word(column(batch, "reason"), share));

    const auto count = static_cast<std::size_t>(Session::indicator("looked_after"));
    CHECK(number<std::int64_t>(column(batch, "numerator"), count) == 3);
    CHECK_FALSE(number<std::int64_t>(column(batch, "denominator"), count));
    CHECK(word(column(batch, "exact"), count) == "3");

    const auto bounded = static_cast<std::size_t>(Session::indicator("three_or_more_placements"));
    CHECK(number<std::int64_t>(column(batch, "undetermined"), bounded) == 1);
    CHECK(word(column(batch, "low"), bounded) == "0");
    CHECK(word(column(batch, "high"), bounded) == "33");

    const auto none = static_cast<std::size_t>(Session::indicator("looked_after_rate"));
    CHECK_FALSE(number<std::int64_t>(column(batch, "numerator"), none));
    CHECK_FALSE(number<std::int64_t>(column(batch, "undetermined"), none));
    CHECK_FALSE(word(column(batch, "exact"), none));
    CHECK(word(column(batch, "printed"), none) == "x");
    CHECK(word(column(batch, "reason"), none) == "no population given for 2023");

    std::int64_t nulls = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(batch.length); ++row)
        nulls += is_null(column(batch, "denominator"), row) ? 1 : 0;
    CHECK(column(batch, "denominator").null_count == nulls);

    Array end;
    REQUIRE(stream.get_next(&stream, &end) == 0);
    CHECK(end.release == nullptr);
}

TEST_CASE("a column and the batch live on without what they came from") {
    Array moved;
    {
        Array batch;
        {
            Stream stream;
            CHECK(indicare_results_as_arrow(computed(), &stream) == INDICARE_OK);
            REQUIRE(stream.get_next(&stream, &batch) == 0);
        }
        ArrowArray& child = *batch.children[1];
        std::memcpy(static_cast<ArrowArray*>(&moved), &child, sizeof child);
        child.release = nullptr;
        CHECK(word(column(batch, "unit"), 0) == "children");
    }
    CHECK(word(moved, static_cast<std::size_t>(Session::indicator("started"))) == "started");
}

TEST_CASE("text that is not sound UTF-8 is made so") {
    Stream stream;
    CHECK(indicare_results_as_arrow(computed("\xC3\x89\x73t\xE9"), &stream) == INDICARE_OK);
    Array batch;
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    CHECK(word(column(batch, "authority"), 0) == "\xC3\x89\x73t\xEF\xBF\xBD");
}

TEST_CASE("a return of nothing is a batch without rows") {
    Session session;
    session.read("NO,TABLE\n", 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    Stream stream;
    CHECK(indicare_results_as_arrow(session, &stream) == INDICARE_OK);
    Array batch;
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.length == 0);
    CHECK(batch.n_children == 12);
    CHECK(batch.children[0]->length == 0);
}

TEST_CASE("a stream that cannot be made") {
    Session session;
    Stream stream;
    CHECK(indicare_results_as_arrow(nullptr, &stream) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_results_as_arrow(session, &stream) == INDICARE_WRONG_ORDER);
    CHECK(stream.release == nullptr);
    CHECK(indicare_results_as_arrow(computed(), nullptr) == INDICARE_INVALID_ARGUMENT);
}
