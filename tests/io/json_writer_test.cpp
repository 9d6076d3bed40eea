#include "../../lib/json_writer.hpp"

#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace indicare;
using io::JsonWriter;
using Json = nlohmann::ordered_json;

TEST_CASE("JSON is laid out a member and an element a line", "[json]") {
    JsonWriter json(2);
    json.object([&] {
        json.member("text", "a");
        json.member("number", -7);
        json.member("is", true);
        json.member("absent", std::optional<int>());
        json.member("present", std::optional<int>(3));
        json.object("empty object", [] {});
        json.list("empty list", [] {});
        json.values("numbers", {1, 2});
        json.list_of("lists", std::vector{1, 2}, [&](int number) { json.values({number}); });
        json.ready("ready", R"({"a":null})");
    });
    CHECK(std::move(json).document() == R"({
  "text": "a",
  "number": -7,
  "is": true,
  "present": 3,
  "empty object": {},
  "empty list": [],
  "numbers": [
    1,
    2
  ],
  "lists": [
    [
      1
    ],
    [
      2
    ]
  ],
  "ready": {"a":null}
}
)");
}

TEST_CASE("JSON is laid out on one line", "[json]") {
    JsonWriter json(0);
    json.list([&] {
        json.value("a");
        json.object([&] {
            json.member("b", 1);
            json.member("c", false);
        });
        json.list([] {});
    });
    CHECK(std::move(json).text() == R"(["a",{"b":1,"c":false},[]])");
}

namespace {

std::string written(std::string_view text) {
    JsonWriter json(0);
    json.value(text);
    return std::move(json).text();
}

} // namespace

TEST_CASE("texts are escaped as JSON asks", "[json]") {
    CHECK(written("") == R"("")");
    CHECK(written("a \"quote\" and a \\") == R"("a \"quote\" and a \\")");
    CHECK(written("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(written(std::string_view("\0\x01\x1f\x7f", 4)) == "\"\\u0000\\u0001\\u001f\x7f\"");
    CHECK(written("caf\u00e9 \u20ac \U0001F600") == "\"caf\u00e9 \u20ac \U0001F600\"");
    CHECK(written("a\xff\x62") == "\"a\uFFFDb\"");
    CHECK(written("cut off \xe2\x82") == "\"cut off \uFFFD\uFFFD\"");
}

TEST_CASE("whole numbers are numbers as far as 64 bits go, and texts beyond", "[json]") {
    JsonWriter json(0);
    json.list([&] {
        json.value(std::numeric_limits<std::int64_t>::min());
        json.value(std::numeric_limits<std::uint64_t>::max());
        json.value(exact::integer(std::numeric_limits<std::int64_t>::max()));
        json.value(exact::integer("9223372036854775808"));
        json.value(exact::integer("-9223372036854775809"));
    });
    CHECK(std::move(json).text() ==
          "[-9223372036854775808,18446744073709551615,9223372036854775807,"
          "\"9223372036854775808\",\"-9223372036854775809\"]");
}

namespace {

/// Writes a value of any kind, lists and objects no deeper than so many more.
void write_any(JsonWriter& json, Json& same, int deeper) {
    const auto characters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 0x800));
    std::string text;
    for (const int character : characters)
        text += character < 0x80 ? std::string(1, static_cast<char>(character))
                                 : std::string{static_cast<char>(0xC0 | (character >> 6)),
                                               static_cast<char>(0x80 | (character & 0x3F))};
    const auto write_all = [&](auto write_one) {
        const int count = *rc::gen::inRange(0, 4);
        for (int i = 0; i < count; ++i)
            write_one(i);
    };
    switch (*rc::gen::inRange(0, deeper > 0 ? 5 : 3)) {
    case 0:
        json.value(text);
        same = text;
        return;
    case 1:
        same = *rc::gen::arbitrary<std::int64_t>();
        json.value(same.get<std::int64_t>());
        return;
    case 2:
        same = *rc::gen::arbitrary<bool>();
        json.value(same.get<bool>());
        return;
    case 3:
        same = Json::array();
        json.list(
            [&] { write_all([&](int) { write_any(json, same.emplace_back(), deeper - 1); }); });
        return;
    default:
        same = Json::object();
        json.object([&] {
            write_all([&](int i) {
                const std::string name = text + std::to_string(i);
                json.name(name);
                write_any(json, same[name], deeper - 1);
            });
        });
    }
}

} // namespace

TEST_CASE("JSON is what another library writes of the same values", "[json]") {
    constexpr int deepest = 4;
    CHECK(rc::check("byte for byte", [] {
        const std::size_t step = *rc::gen::element<std::size_t>(0, 1, 2);
        JsonWriter json(step);
        Json same;
        write_any(json, same, deepest);
        RC_ASSERT(std::move(json).text() == same.dump(step == 0 ? -1 : static_cast<int>(step)));
    }));
    CHECK(rc::check("bytes of any kind are read as one text", [] {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(Json::parse(written(bytes)).is_string());
    }));
}
