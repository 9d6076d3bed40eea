// The scanner of CSV: rows and faults do not depend on the pieces, nor on the machine code.

#include "indicare/io/csv.hpp"

#include "fuzz.hpp"

using namespace indicare;

namespace {

io::CsvLimits limits_of(std::uint8_t choice) {
    constexpr std::size_t bytes[] = {std::size_t{1} << 20U, 5000, 40, 1};
    constexpr std::size_t columns[] = {4096, 30, 3, 1};
    return {bytes[choice % 4], columns[choice / 4 % 4]};
}

/// Tells rows and faults, one a line.
class Told {
  public:
    explicit Told(const io::CsvLimits& limits) : limits_(limits) {}

    void operator()(const io::CsvRow& row) {
        fuzz::expect(row.line() > line_ && row.last_line() >= row.line(), "lines go up");
        fuzz::expect(row.size() >= 1 && row.size() <= limits_.columns, "columns are within limits");
        line_ = row.line();
        text += std::to_string(row.line()) + "-" + std::to_string(row.last_line());
        for (const std::string_view field : row.fields())
            text += "|" + std::string(field);
        text += "\n";
    }
    void operator()(io::CsvFault fault, std::uint64_t line, std::size_t column,
                    std::string_view excerpt) {
        fuzz::expect(excerpt.size() <= 40, "an excerpt has at most 40 bytes");
        text += std::to_string(static_cast<int>(fault)) + " at " + std::to_string(line) + "," +
                std::to_string(column) + ": " + std::string(excerpt) + "\n";
    }

    std::string text;

  private:
    io::CsvLimits limits_;
    std::uint64_t line_ = 0;
};

std::string scanned(const std::vector<std::string>& pieces, const io::CsvLimits& limits,
                    io::CsvCode code) {
    io::CsvScanner scanner(limits, code);
    Told told(limits);
    for (const std::string& piece : pieces)
        scanner.feed(piece, told, told);
    scanner.finish(told, told);
    return std::move(told.text);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const io::CsvLimits limits = limits_of(input.byte());
    const std::size_t longest = 1 + input.below(100);
    const std::string text(input.rest());
    const std::string whole = scanned({text}, limits, io::CsvCode::portable);
    for (const io::CsvCode code : {io::CsvCode::avx2, io::CsvCode::sse2})
        fuzz::expect_equal(whole, scanned({text}, limits, code), "every machine code scans alike");
    fuzz::expect_equal(whole, scanned(fuzz::pieces_of(text, longest), limits, io::CsvCode::fastest),
                       "where the pieces are cut never matters");
    return 0;
}
