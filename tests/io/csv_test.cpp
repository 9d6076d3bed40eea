#include "../../lib/csv_separators.hpp"

#include <catch2/catch.hpp>
#include <indicare/io/csv.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::string_literals;
using namespace indicare::io;

/// A row or a fault, as handed over.
struct Event {
    std::vector<std::string> fields; // none for a fault
    std::uint64_t line = 0;
    std::uint64_t last_line = 0; // of a row
    CsvFault fault{};            // and so on of a fault
    std::size_t column = 0;
    std::string excerpt;

    bool operator==(const Event&) const = default;
};
using Events = std::vector<Event>;

std::ostream& operator<<(std::ostream& out, const Event& event) {
    out << "line " << event.line << '-' << event.last_line;
    for (const auto& field : event.fields)
        out << " <" << field << '>';
    if (event.fields.empty()) {
        out << " fault " << static_cast<int>(event.fault) << " column " << event.column << " <"
            << event.excerpt << '>';
    }
    return out;
}

Event row(std::vector<std::string> fields, std::uint64_t line, std::uint64_t last_line) {
    return {std::move(fields), line, last_line, {}, 0, {}};
}

Event row(std::vector<std::string> fields, std::uint64_t line) {
    return row(std::move(fields), line, line);
}

Event fault(CsvFault fault, std::uint64_t line, std::size_t column, std::string excerpt) {
    return {{}, line, 0, fault, column, std::move(excerpt)};
}

Events scan(CsvScanner& scanner, const std::vector<std::string>& pieces) {
    Events events;
    const auto on_row = [&](const CsvRow& found) {
        events.push_back(
            row({found.fields().begin(), found.fields().end()}, found.line(), found.last_line()));
    };
    const auto on_fault = [&](CsvFault kind, std::uint64_t line, std::size_t column,
                              std::string_view excerpt) {
        events.push_back(fault(kind, line, column, std::string(excerpt)));
    };
    for (std::string piece : pieces) {
        scanner.feed(piece, on_row, on_fault);
        std::fill(piece.begin(), piece.end(), '#'); // nobody may look at it any more
    }
    scanner.finish(on_row, on_fault);
    return events;
}

Events scan(const std::string& text, CsvLimits limits = {}, CsvCode code = CsvCode::fastest) {
    CsvScanner scanner(limits, code);
    return scan(scanner, {text});
}

/// The rules once more, for one byte at a time of a text known whole.
class Reference {
  public:
    Reference(std::string text, CsvLimits limits) : text_(std::move(text)), limits_(limits) {
        if (text_.starts_with("\xEF\xBB\xBF"))
            at_ = 3;
        while (at_ < text_.size()) {
            if (is_line_end(at_)) {
                pass_line_end();
            } else {
                record();
            }
        }
    }

    [[nodiscard]] const Events& events() const { return events_; }

  private:
    enum class State { field_start, plain, quoted, quote_in_quoted };

    [[nodiscard]] bool is_line_end(std::size_t at) const {
        return at < text_.size() && (text_[at] == '\n' || text_[at] == '\r');
    }

    void pass_line_end() {
        at_ += text_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
        ++line_;
    }

    void skip_line() {
        while (at_ < text_.size() && !is_line_end(at_))
            ++at_;
        if (at_ < text_.size())
            pass_line_end();
    }

    [[nodiscard]] std::string excerpt(std::size_t from, std::size_t to) const {
        std::string found = text_.substr(from, std::min<std::size_t>(to - from, 40));
        found = found.substr(0, found.find_first_of("\r\n"));
        const auto continues = [&] {
            const std::size_t next = from + found.size();
            return next < text_.size() && (static_cast<unsigned char>(text_[next]) >> 6) == 2;
        };
        while (!found.empty() && static_cast<unsigned char>(found.back()) >= 0x80 && continues())
            found.pop_back();
        return found;
    }

    void quote_fault(CsvFault kind, std::size_t quote, std::uint64_t quote_line, std::size_t column,
                     std::size_t stop) {
        events_.push_back(fault(kind, quote_line, column, excerpt(quote, stop)));
        at_ = quote;
        line_ = quote_line;
        skip_line();
    }

    void record() {
        const std::size_t begin = at_;
        const std::uint64_t first_line = line_;
        std::vector<std::string> fields{""};
        State state = State::field_start;
        std::size_t quote = 0;
        std::uint64_t quote_line = 0;
        for (;; ++at_) {
            const bool over = at_ == text_.size();
            if (state != State::quoted && (over || is_line_end(at_)))
                break;
            if (over || at_ - begin == limits_.row_bytes) {
                if (state == State::quoted) {
                    return quote_fault(CsvFault::unclosed_quote, quote, quote_line, fields.size(),
                                       at_);
                }
                events_.push_back(
                    fault(CsvFault::row_too_long, first_line, fields.size(), excerpt(begin, at_)));
                return skip_line();
            }
            const char byte = text_[at_];
            if (state == State::quoted) {
                if (byte == '"') {
                    state = State::quote_in_quoted;
                } else {
                    fields.back() += byte;
                    const bool second = byte == '\n' && text_[at_ - 1] == '\r';
                    line_ += is_line_end(at_) && !second ? 1U : 0U;
                }
            } else if (byte == ',') {
                fields.emplace_back();
                state = State::field_start;
            } else if (state == State::quote_in_quoted && byte == '"') {
                fields.back() += '"';
                state = State::quoted;
            } else if (state == State::quote_in_quoted) {
                const std::size_t ascii = static_cast<unsigned char>(byte) < 0x80 ? 1 : 0;
                return quote_fault(CsvFault::text_after_quote, quote, quote_line, fields.size(),
                                   at_ + ascii);
            } else if (state == State::field_start && byte == '"') {
                quote = at_;
                quote_line = line_;
                state = State::quoted;
            } else {
                fields.back() += byte;
                state = State::plain;
            }
        }
        if (fields.size() > limits_.columns) {
            events_.push_back(fault(CsvFault::too_many_columns, first_line, limits_.columns + 1,
                                    excerpt(begin, at_)));
        } else {
            events_.push_back(row(std::move(fields), first_line, line_));
        }
        if (at_ < text_.size())
            pass_line_end();
    }

    std::string text_;
    CsvLimits limits_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    Events events_;
};

Events expected(const std::string& text, CsvLimits limits = {}) {
    return Reference(text, limits).events();
}

std::vector<std::string> bytes_of(const std::string& text) {
    std::vector<std::string> bytes;
    for (const char byte : text)
        bytes.emplace_back(1, byte);
    return bytes;
}

rc::Gen<std::string> any_text() {
    const auto word = rc::gen::weightedElement<std::string>({{6, ","},
                                                             {5, "\""},
                                                             {4, "\n"},
                                                             {2, "\r\n"},
                                                             {2, "\r"},
                                                             {2, "\"\""},
                                                             {3, ",\""},
                                                             {3, "\","},
                                                             {5, "a"},
                                                             {2, "bcd"},
                                                             {1, "\xC3\xA9"},
                                                             {1, "\xEF\xBB\xBF"},
                                                             {1, " "},
                                                             {1, std::string(1, '\0')}});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const auto& words) {
        std::string text;
        for (const auto& each : words)
            text += each;
        return text;
    });
}

rc::Gen<CsvLimits> any_limits() {
    const auto limits = [](std::size_t bytes, std::size_t columns) {
        return CsvLimits{bytes, columns};
    };
    return rc::gen::oneOf(rc::gen::just(CsvLimits{}),
                          rc::gen::apply(limits, rc::gen::inRange<std::size_t>(0, 30),
                                         rc::gen::inRange<std::size_t>(0, 6)));
}

std::vector<std::string> any_pieces(const std::string& text, std::size_t longest) {
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size();) {
        pieces.push_back(text.substr(at, *rc::gen::inRange<std::size_t>(1, longest + 1)));
        at += pieces.back().size();
    }
    return pieces;
}

/// How many rows and faults are found in a text that is fed in pieces of so many bytes.
std::uint64_t rows_and_faults(std::string_view text, std::size_t piece) {
    CsvScanner scanner;
    std::uint64_t found = 0;
    const auto on_row = [&](const CsvRow&) { ++found; };
    const auto on_fault = [&](CsvFault, std::uint64_t, std::size_t, std::string_view) { ++found; };
    for (std::size_t at = 0; at < text.size(); at += piece)
        scanner.feed(text.substr(at, piece), on_row, on_fault);
    scanner.finish(on_row, on_fault);
    return found;
}

} // namespace

TEST_CASE("csv: rows and fields as RFC 4180 has them", "[csv]") {
    CHECK(scan("") == Events{});
    CHECK(scan("a,b\r\nc,d\r\n") == Events{row({"a", "b"}, 1), row({"c", "d"}, 2)});
    CHECK(scan("a,b\nc,d") == Events{row({"a", "b"}, 1), row({"c", "d"}, 2)});
    CHECK(scan(",\n,,") == Events{row({"", ""}, 1), row({"", "", ""}, 2)});
    CHECK(scan("\"a,b\",\"\",\"c\"\n") == Events{row({"a,b", "", "c"}, 1)});
    CHECK(scan("\"say \"\"no\"\"\",\"\"\"\",x\n") == Events{row({"say \"no\"", "\"", "x"}, 1)});
    CHECK(scan("\"\"") == Events{row({""}, 1)});
    CHECK(scan(" a , b \n") == Events{row({" a ", " b "}, 1)});
}

TEST_CASE("csv: lines end with LF, CRLF or CR, and lines of no bytes only count", "[csv]") {
    CHECK(scan("a\nb\r\nc\rd\r\r\n\n\re") ==
          Events{row({"a"}, 1), row({"b"}, 2), row({"c"}, 3), row({"d"}, 4), row({"e"}, 8)});
    CHECK(scan("\n\n a\n") == Events{row({" a"}, 3)});
}

TEST_CASE("csv: line ends within quotes are text and count as lines", "[csv]") {
    CHECK(scan("a,\"1\n2\r\n3\r4\",b\nc\n") ==
          Events{row({"a", "1\n2\r\n3\r4", "b"}, 1, 4), row({"c"}, 5)});
}

TEST_CASE("csv: a byte order mark is passed over at the very start and nowhere else", "[csv]") {
    CHECK(scan("\xEF\xBB\xBF\"a\",b\n") == Events{row({"a", "b"}, 1)});
    CHECK(scan("a\n\xEF\xBB\xBF"
               "b\n") == Events{row({"a"}, 1), row({"\xEF\xBB\xBF"
                                                    "b"},
                                                   2)});
    CHECK(scan("\xEF\xBB") == Events{row({"\xEF\xBB"}, 1)});
    CHECK(scan("\xEF\xBB\xBF") == Events{});
}

TEST_CASE("csv: a quote within a field and NUL are text", "[csv]") {
    CHECK(scan("5\" pipe,a\"\"b,c\"\n") == Events{row({"5\" pipe", "a\"\"b", "c\""}, 1)});
    CHECK(scan("a\0b,\"\0\"\n"s) == Events{row({"a\0b"s, "\0"s}, 1)});
}

TEST_CASE("csv: text after a closing quote breaks its record and no other", "[csv]") {
    CHECK(scan("a\nx,\"b\"c,\"d\"\ne\n") ==
          Events{row({"a"}, 1), fault(CsvFault::text_after_quote, 2, 2, "\"b\"c"), row({"e"}, 3)});
    // A stray quote: the next quoted field seems to close it. Its line alone is lost.
    CHECK(scan("1,\"x,2\n3,\"y\",4\n5\n") ==
          Events{fault(CsvFault::text_after_quote, 1, 2, "\"x,2"), row({"3", "y", "4"}, 2),
                 row({"5"}, 3)});
}

TEST_CASE("csv: a quote that is never closed costs its line", "[csv]") {
    CHECK(scan("a\nb,\"c\nd,e\r\nf") == Events{row({"a"}, 1),
                                               fault(CsvFault::unclosed_quote, 2, 2, "\"c"),
                                               row({"d", "e"}, 3), row({"f"}, 4)});
    CHECK(scan("\"") == Events{fault(CsvFault::unclosed_quote, 1, 1, "\"")});
    // The record begins on line 1, the quote is opened on line 2.
    CHECK(scan("\"1\n2\",\"x\n3\n") ==
          Events{fault(CsvFault::unclosed_quote, 2, 2, "\"x"), row({"3"}, 3)});
    // Within the bytes allowed, although there is a closing quote further on.
    CHECK(scan("\"a\nb\nc\nd\ne\"\n", {.row_bytes = 6}) ==
          Events{fault(CsvFault::unclosed_quote, 1, 1, "\"a"), row({"b"}, 2), row({"c"}, 3),
                 row({"d"}, 4), row({"e\""}, 5)});
}

TEST_CASE("csv: a record may have row_bytes bytes and no more", "[csv]") {
    CHECK(
        scan("12,45\n12,456,8\n1\n", {.row_bytes = 5}) ==
        Events{row({"12", "45"}, 1), fault(CsvFault::row_too_long, 2, 2, "12,45"), row({"1"}, 3)});
    CHECK(scan("\"234\"\r\n\"234\",\r\n1", {.row_bytes = 5}) ==
          Events{row({"234"}, 1), fault(CsvFault::row_too_long, 2, 1, "\"234\""), row({"1"}, 3)});
    CHECK(scan("\"23\"56\n1", {.row_bytes = 4}) ==
          Events{fault(CsvFault::row_too_long, 1, 1, "\"23\""), row({"1"}, 2)});
}

TEST_CASE("csv: records that widen from one to the next keep all their fields", "[csv]") {
    for (const std::string field : {"a", "\"a\"\"\""}) {
        std::string text;
        std::string record;
        Events expected;
        std::vector<std::string> fields;
        for (std::uint64_t width = 1; width <= 300; ++width) {
            record += (width == 1 ? "" : ",") + field;
            text += record + '\n';
            fields.emplace_back(field == "a" ? "a" : "a\"");
            expected.push_back(row(fields, width));
        }
        CHECK(scan(text) == expected);
    }
}

TEST_CASE("csv: a record may have as many fields as columns and no more", "[csv]") {
    CHECK(scan("1,2\n1,2,\"\n\"\n1\n", {.columns = 2}) ==
          Events{row({"1", "2"}, 1), fault(CsvFault::too_many_columns, 2, 3, "1,2,\""),
                 row({"1"}, 4)});
    const std::string full(4095, ',');
    const Events events = scan(full + "\n," + full + "\n");
    REQUIRE(events.size() == 2);
    CHECK(events[0].fields.size() == 4096);
    CHECK(events[1] == fault(CsvFault::too_many_columns, 2, 4097, std::string(40, ',')));
}

TEST_CASE("csv: an excerpt has whole characters of one line", "[csv]") {
    // 39 bytes and a character of two: 40 would cut it.
    const std::string text = "\"" + std::string(38, 'x');
    CHECK(scan(text + "\xC3\xA9z") == Events{fault(CsvFault::unclosed_quote, 1, 1, text)});
    CHECK(scan("\"a\"\xC3\xA9") == Events{fault(CsvFault::text_after_quote, 1, 1, "\"a\"")});
}

TEST_CASE("csv: an excerpt that ends with a whole character has it, whatever follows", "[csv]") {
    const Events expected{fault(CsvFault::text_after_quote, 1, 1, "\"a\":")};
    CHECK(scan("\"a\":\x97") == expected); // a byte that continues no character
    CsvScanner scanner;
    CHECK(scan(scanner, {"\"a\":", "\x97"}) == expected);
    CHECK(scan("\"a\"\x97") == Events{fault(CsvFault::text_after_quote, 1, 1, "\"a\"")});
}

TEST_CASE("csv: a scanner takes one text after another", "[csv]") {
    CsvScanner scanner;
    CHECK(scan(scanner, {"\xEF\xBB\xBF"
                         "a\nb"}) == Events{row({"a"}, 1), row({"b"}, 2)});
    CHECK(scan(scanner, {"\xEF\xBB\xBF\"c\r"}) ==
          Events{fault(CsvFault::unclosed_quote, 1, 1, "\"c")});
    CsvScanner moved = std::move(scanner);
    CHECK(scan(moved, {"\nd\r"}) == Events{row({"d"}, 2)});
    CHECK(scan(moved, {"\ne"}) == Events{row({"e"}, 2)});
}

TEST_CASE("csv: a row is handed over as soon as its line end is there", "[csv]") {
    CsvScanner scanner;
    std::size_t rows = 0;
    const auto count = [&](const CsvRow&) { ++rows; };
    const auto none = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {
        FAIL("no record is broken");
    };
    scanner.feed("a,", count, none);
    CHECK(rows == 0);
    scanner.feed("b\r", count, none);
    CHECK(rows == 1);
    scanner.feed("\nc\nd", count, none);
    CHECK(rows == 2);
    scanner.finish(count, none);
    CHECK(rows == 3);
}

TEST_CASE("csv: rows that lie whole in a piece are read where they are", "[csv]") {
    std::string piece = "b\n";
    while (piece.size() < 100'000)
        piece += "01/02/2024,\"K1\",\n";
    CsvScanner scanner;
    std::size_t copied = 0;
    const auto on_row = [&](const CsvRow& found) {
        const bool in_place =
            found[0].data() >= piece.data() && found[0].data() < piece.data() + piece.size();
        copied += in_place ? 0 : 1;
    };
    const auto none = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {
        FAIL("no record is broken");
    };
    scanner.feed("a,", on_row, none);
    scanner.feed(piece, on_row, none);
    scanner.finish(on_row, none);
    // The first 4 KiB join the record left over; a row has 17 bytes.
    CHECK(copied <= 1 + 4096 / 17);
}

TEST_CASE("csv: where a text is cut in pieces never matters", "[csv]") {
    const std::string text = "\xEF\xBB\xBF"
                             "a,\"b\"\"\r\n,c\"\r\n\r\n\"x\ny\"z,\"\n\r,\"\"\rd\"e,\"f\n1,2,3,4\n"
                             "longer than allowed\r\n\"g\r\n";
    const CsvLimits limits{.row_bytes = 16, .columns = 3};
    const Events whole = scan(text, limits);
    CHECK(whole == expected(text, limits));
    for (std::size_t first = 0; first <= text.size(); ++first) {
        for (std::size_t second = first; second <= text.size(); ++second) {
            CsvScanner scanner(limits);
            REQUIRE(scan(scanner, {text.substr(0, first), text.substr(first, second - first),
                                   text.substr(second)}) == whole);
        }
    }
    CsvScanner scanner(limits);
    CHECK(scan(scanner, bytes_of(text)) == whole);
}

TEST_CASE("csv: any text, limits, pieces and code follow the rules", "[csv]") {
    CHECK(rc::check("as the reference does", [] {
        const std::string text = *any_text();
        const CsvLimits limits = *any_limits();
        const Events wanted = expected(text, limits);
        RC_ASSERT(scan(text, limits) == wanted);
        for (const CsvCode code : {CsvCode::portable, CsvCode::sse2, CsvCode::avx2})
            RC_ASSERT(scan(text, limits, code) == wanted);
        CsvScanner scanner(limits);
        RC_ASSERT(scan(scanner, any_pieces(text, 7)) == wanted);
        RC_ASSERT(scan(scanner, bytes_of(text)) == wanted);
    }));
}

TEST_CASE("csv: long records in long pieces follow the rules", "[csv]") {
    CHECK(rc::check("as the reference does", [] {
        std::string text;
        for (const char byte : *any_text())
            text.append(*rc::gen::weightedElement<std::size_t>({{8, 1}, {2, 70}, {1, 3000}}), byte);
        const CsvLimits limits{*rc::gen::element<std::size_t>(5000, 9000, 1U << 20U), 4096};
        const Events wanted = expected(text, limits);
        CsvScanner scanner(limits, *rc::gen::element(CsvCode::fastest, CsvCode::avx2, CsvCode::sse2,
                                                     CsvCode::portable));
        RC_ASSERT(scan(scanner, {text}) == wanted);
        RC_ASSERT(scan(scanner, any_pieces(text, 5000)) == wanted);
        RC_ASSERT(scan(scanner, any_pieces(text, 300)) == wanted);
    }));
}

TEST_CASE("csv: the separators of any bytes are marked", "[csv]") {
    CHECK(rc::check("bit by bit", [] {
        auto text = *rc::gen::container<std::string>(
            rc::gen::oneOf(rc::gen::element(',', '"', '\n', '\r', '\v', '-', '#', '\x8C', '\0'),
                           rc::gen::arbitrary<char>()));
        const auto times = *rc::gen::inRange<std::size_t>(1, 5);
        for (std::size_t time = 1; time < times; ++time)
            text += text;
        text.resize(std::min(text.size(), separator_stretch));
        std::vector<std::uint16_t> wanted;
        for (std::size_t at = 0; at < text.size(); ++at)
            if (std::string_view(",\"\n\r").find(text[at]) != std::string_view::npos)
                wanted.push_back(static_cast<std::uint16_t>(at));
        for (const CsvCode code : {CsvCode::portable, CsvCode::sse2, CsvCode::avx2}) {
            SeparatorPlaces places;
            const std::size_t count = find_separators_by(code)(text.data(), text.size(), places);
            RC_ASSERT(std::vector<std::uint16_t>(places.begin(), places.begin() + count) == wanted);
        }
    }));
}

TEST_CASE("csv: a machine is not asked for code that it does not run", "[csv]") {
    CHECK(runs(CsvCode::portable));
    CHECK(runs(CsvCode::fastest));
    CHECK((find_separators_by(CsvCode::avx2) != find_separators_by(CsvCode::sse2)) ==
          runs(CsvCode::avx2));
    CHECK((find_separators_by(CsvCode::sse2) != find_separators_by(CsvCode::portable)) ==
          runs(CsvCode::sse2));
}

// A quadratic scanner would need hours, far more than a test is given.
TEST_CASE("csv: hostile texts of megabytes come to an end", "[csv]") {
    const auto repeated = [](std::string_view part, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes)
            text += part;
        return text;
    };
    constexpr std::size_t bytes = 4 << 20;
    const std::string far = "\"" + std::string(5000, '\n');
    const std::vector<std::string> texts{
        std::string(bytes, '"'),         std::string(bytes, ','),
        std::string(bytes, '\r'),        repeated("\"\n", bytes),
        repeated("\"a\n", bytes),        repeated("a,\"\n", bytes),
        repeated("\"\"\"\n", bytes),     repeated("\"\"\n\"", bytes),
        repeated("\"\"a\n", bytes),      repeated("\",\"\n", bytes),
        repeated(far + "\"a", bytes),    repeated(far + "\"\"a", bytes),
        repeated("\"\n\",", bytes),      "\"" + repeated("\"\"\n", bytes),
        "\"" + std::string(bytes, '\n'), "\"" + std::string(bytes, 'a')};
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 20));
        const std::uint64_t found = rows_and_faults(text, text.size());
        CHECK(rows_and_faults(text, std::size_t{1} << 18U) == found);
        CHECK(rows_and_faults(text, 1000) == found);
    }
}
