// Compares the scanner with libcsv, where the two agree on what a text means: libcsv trims blanks
// around unquoted fields, keeps a byte order mark and lets text follow a closing quote.
#ifdef INDICARE_HAVE_LIBCSV

#include <catch2/catch.hpp>
#include <csv.h>
#include <indicare/io/csv.hpp>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace indicare::io;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of_libcsv(const std::string& text) {
    struct Found {
        Rows rows;
        std::vector<std::string> fields;
    } found;
    const auto on_field = [](void* bytes, std::size_t size, void* to) {
        static_cast<Found*>(to)->fields.emplace_back(static_cast<const char*>(bytes), size);
    };
    const auto on_row = [](int, void* to) {
        auto& [rows, fields] = *static_cast<Found*>(to);
        rows.push_back(std::move(fields));
        fields.clear();
    };
    csv_parser parser{};
    REQUIRE(csv_init(&parser, 0) == 0);
    CHECK(csv_parse(&parser, text.data(), text.size(), on_field, on_row, &found) == text.size());
    CHECK(csv_fini(&parser, on_field, on_row, &found) == 0);
    csv_free(&parser);
    return found.rows;
}

Rows rows_of_indicare(const std::string& text, std::size_t piece) {
    CsvScanner scanner;
    Rows rows;
    const auto on_row = [&](const CsvRow& row) {
        rows.emplace_back(row.fields().begin(), row.fields().end());
    };
    const auto on_fault = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {
        FAIL("the text is well formed");
    };
    for (std::size_t at = 0; at < text.size(); at += piece)
        scanner.feed(std::string_view(text).substr(at, piece), on_row, on_fault);
    scanner.finish(on_row, on_fault);
    return rows;
}

/// A field as it may be written: plain, perhaps with quotes inside, or quoted with anything inside.
rc::Gen<std::string> any_field() {
    const auto text_of = [](std::initializer_list<std::string> words) {
        return rc::gen::map(rc::gen::container<std::vector<std::string>>(
                                rc::gen::elementOf(std::vector<std::string>(words))),
                            [](const std::vector<std::string>& parts) {
                                std::string text;
                                for (const std::string& part : parts)
                                    text += part;
                                return text;
                            });
    };
    const auto plain = rc::gen::map(
        text_of({"a", "bc", "\"", "\"\"", "\xC3\xA9", "01/02/2024"}),
        [](const std::string& text) { return text.starts_with('"') ? "x" + text : text; });
    const auto quoted =
        rc::gen::map(text_of({"a", ",", "\"\"", "\n", "\r\n", "\r", " ", "\xC3\xA9"}),
                     [](const std::string& text) { return '"' + text + '"'; });
    return rc::gen::oneOf(plain, quoted);
}

} // namespace

TEST_CASE("csv: well-formed texts read as libcsv reads them", "[csv]") {
    CHECK(rc::check("same rows", [] {
        std::string text;
        for (const auto& fields : *rc::gen::container<std::vector<std::vector<std::string>>>(
                 rc::gen::container<std::vector<std::string>>(any_field()))) {
            for (const std::string& field : fields)
                text += field + (&field == &fields.back() ? "" : ",");
            text += *rc::gen::element<std::string>("\n", "\r\n", "\r");
        }
        if (*rc::gen::arbitrary<bool>())
            text += "last";
        const Rows wanted = rows_of_libcsv(text);
        RC_ASSERT(rows_of_indicare(text, text.size() + 1) == wanted);
        RC_ASSERT(rows_of_indicare(text, *rc::gen::inRange<std::size_t>(1, 9)) == wanted);
    }));
}

#endif
