#include <string>

#include <benchmark/benchmark.h>

#include "indicare/care/compacted.hpp"
#include "indicare/scorecard/live.hpp"
#include "made_records.hpp"

namespace {

using namespace indicare;

/// One child of an authority of a thousand replaced, all indicators up to date.
void live_replace(benchmark::State& state) {
    care::Records records = bench::made_records(1, 1000);
    scorecard::Live live(records, bench::made_request());
    int turn = 0;
    for (auto _ : state) {
        ++turn;
        live.replace(
            "authority 0", "C" + std::to_string(turn % 1000),
            [&](care::Records::ChildNumber child) { bench::fill_child(records, child, turn); });
        if (records.forgotten_rows() > 1'000'000)
            records = care::compacted(records);
    }
    benchmark::DoNotOptimize(live.counted());
}
BENCHMARK(live_replace);

/// The same figures by counting all thousand children anew.
void live_recount(benchmark::State& state) {
    care::Records records = bench::made_records(1, 1000);
    scorecard::Live live(records, bench::made_request());
    for (auto _ : state)
        live.recount();
    benchmark::DoNotOptimize(live.counted());
}
BENCHMARK(live_recount);

} // namespace
