// Reads texts as the scanner does and, where it is installed, as libcsv does, for csv_test.py.
//
// A line of standard input is a piece's size, the code that looks for separators, and the bytes of
// a text in hex. It is answered by rows and faults, and behind a bar by the rows of libcsv. A row
// is the line on which it ends, and behind a bracket its fields in hex: "3[61,62".

#include <indicare/io/csv.hpp>

#ifdef INDICARE_HAVE_LIBCSV
#include <csv.h>
#endif

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace indicare::io;

std::string in_hex(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) / 16];
        text += digits[static_cast<unsigned char>(byte) % 16];
    }
    return text;
}

std::string from_hex(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2)
        bytes += static_cast<char>(std::stoi(text.substr(at, 2), nullptr, 16));
    return bytes;
}

CsvCode code_named(std::string_view name) {
    for (const CsvCode code : {CsvCode::fastest, CsvCode::avx2, CsvCode::sse2, CsvCode::portable})
        if (name == std::vector{"fastest", "avx2", "sse2", "portable"}[std::size_t(code)])
            return code;
    throw std::invalid_argument("no such code: " + std::string(name));
}

std::string scanned(const std::string& text, std::size_t piece, CsvCode code) {
    std::string answer;
    const auto on_row = [&answer](const CsvRow& row) {
        answer += std::to_string(row.last_line());
        for (std::size_t field = 0; field < row.size(); ++field)
            answer += (field == 0 ? '[' : ',') + in_hex(row[field]);
        answer += ' ';
    };
    const auto on_fault = [&answer](CsvFault fault, std::uint64_t line, std::size_t,
                                    std::string_view) {
        answer += std::to_string(line) + (fault == CsvFault::unclosed_quote     ? "!unclosed "
                                          : fault == CsvFault::text_after_quote ? "!after "
                                                                                : "!limit ");
    };
    CsvScanner scanner({}, code);
    for (std::size_t at = 0; at < text.size(); at += piece)
        scanner.feed(std::string_view(text).substr(at, piece), on_row, on_fault);
    scanner.finish(on_row, on_fault);
    return answer;
}

/// Without a byte order mark, which libcsv does not know.
std::string scanned_by_libcsv([[maybe_unused]] std::string_view text) {
#ifdef INDICARE_HAVE_LIBCSV
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    struct Found {
        std::string answer;
        bool within_row = false;
    } found;
    const auto on_field = [](void* bytes, std::size_t size, void* to) {
        auto& [answer, within_row] = *static_cast<Found*>(to);
        answer += (within_row ? ',' : '[') +
                  in_hex(std::string_view(static_cast<const char*>(bytes), size));
        within_row = true;
    };
    const auto on_row = [](int, void* to) {
        auto& [answer, within_row] = *static_cast<Found*>(to);
        answer += ' ';
        within_row = false;
    };
    csv_parser parser{};
    if (csv_init(&parser, 0) != 0 ||
        csv_parse(&parser, text.data(), text.size(), on_field, on_row, &found) != text.size() ||
        csv_fini(&parser, on_field, on_row, &found) != 0)
        throw std::runtime_error("libcsv did not read a text");
    csv_free(&parser);
    return found.answer;
#else
    return "absent";
#endif
}

} // namespace

int main() try {
    std::ios::sync_with_stdio(false);
    std::size_t piece = 0;
    std::string code;
    std::string hex; // behind a letter, so that there is one for an empty text
    while (std::cin >> piece >> code >> hex) {
        const std::string text = from_hex(hex.substr(1));
        std::cout << scanned(text, piece, code_named(code)) << '|' << scanned_by_libcsv(text)
                  << '\n';
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
