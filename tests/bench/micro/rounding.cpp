// From whole numbers to printed digits.

#include "indicare/exact/printing.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

namespace exact = indicare::exact;

/// Shares whose rounding differs from one to the next.
struct Share {
    std::int64_t of = 1;
    std::int64_t counted = 0;

    void next() {
        counted = (counted + 7) % 997;
        of = counted + 1 + (of + 13) % 991;
    }
};

void round_percentage(benchmark::State& state) {
    Share share;
    for (auto _ : state) {
        share.next();
        benchmark::DoNotOptimize(exact::round(100 * share.counted, share.of, exact::places(1),
                                              exact::Rounding::half_up));
    }
}

void round_ratio(benchmark::State& state) {
    Share share;
    for (auto _ : state) {
        share.next();
        const exact::ratio ratio(share.counted, share.of);
        benchmark::DoNotOptimize(exact::round(ratio, exact::places(1), exact::Rounding::half_up));
    }
}

void print_percentage(benchmark::State& state) {
    Share share;
    for (auto _ : state) {
        share.next();
        benchmark::DoNotOptimize(
            exact::print_quotient(share.counted, share.of, 100, exact::places(1)));
    }
}

BENCHMARK(round_percentage);
BENCHMARK(round_ratio);
BENCHMARK(print_percentage);

} // namespace
