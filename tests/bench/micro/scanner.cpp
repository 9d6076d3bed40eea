// Reading CSV apart into fields: bytes a second.

#include "sample.hpp"

#include "indicare/io/csv.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

using indicare::io::CsvCode;

/// The same table with every field in quotes.
std::string quoted(const std::string& plain) {
    std::string text = "\"";
    for (const char character : plain) {
        if (character == ',')
            text += "\",\"";
        else if (character == '\n')
            text += "\"\n\"";
        else
            text += character;
    }
    text.pop_back(); // the quote after the last line
    return text;
}

void scan(benchmark::State& state, const std::string& text, CsvCode code) {
    for (auto _ : state) {
        indicare::io::CsvScanner scanner({}, code);
        std::uint64_t fields = 0;
        const auto row = [&fields](const indicare::io::CsvRow& each) { fields += each.size(); };
        const auto fault = [&state](auto...) { state.SkipWithError("a row could not be read"); };
        scanner.feed(text, row, fault);
        scanner.finish(row, fault);
        benchmark::DoNotOptimize(fields);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(text.size()));
}

void scan_plain(benchmark::State& state, CsvCode code) {
    scan(state, bench::Sample::get().episodes(), code);
}

void scan_quoted(benchmark::State& state, CsvCode code) {
    scan(state, quoted(bench::Sample::get().episodes()), code);
}

BENCHMARK_CAPTURE(scan_plain, fastest, CsvCode::fastest);
BENCHMARK_CAPTURE(scan_plain, portable, CsvCode::portable);
BENCHMARK_CAPTURE(scan_quoted, fastest, CsvCode::fastest);
BENCHMARK_CAPTURE(scan_quoted, portable, CsvCode::portable);

} // namespace
