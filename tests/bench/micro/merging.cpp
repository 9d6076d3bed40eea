// Adding up what was counted for all authorities of England. One item is one authority.

#include "sample.hpp"

#include "indicare/indicators/counting.hpp"
#include "indicare/scorecard/viewer.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

namespace care = indicare::care;
namespace indicators = indicare::indicators;

indicators::Tallies counted() {
    const bench::Sample& sample = bench::Sample::get();
    indicare::scorecard::Viewer viewer(sample.records());
    indicators::Tallies tallies{};
    for (care::Records::ChildNumber child = 0; child < sample.records().child_count(); ++child) {
        viewer.turn_to(child);
        indicators::count(*viewer.through(sample.window()), tallies);
    }
    return tallies;
}

void merge(benchmark::State& state) {
    constexpr std::size_t authorities = 152;
    const std::vector<indicators::Tallies> all(authorities, counted());
    for (auto _ : state) {
        indicators::Tallies england{};
        for (const indicators::Tallies& each : all)
            indicators::operator+=(england, each);
        benchmark::DoNotOptimize(england);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(authorities));
}

BENCHMARK(merge);

} // namespace
