#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indicare/io/partial_state_bytes.hpp"
#include "indicare/scorecard/partial_state.hpp"
#include "made_records.hpp"

namespace {

using namespace indicare;
using scorecard::PartialState;

/// The state of `children` of one authority, the first of them with this number.
PartialState made_state(int first, int children) {
    care::Records records;
    const auto authority = records.authority("authority").value();
    for (std::size_t table = 0; table < care::table_count; ++table)
        records.given.of(authority).add_table(2023, static_cast<care::Table>(table));
    for (int child = first; child < first + children; ++child)
        bench::fill_child(records, records.child(authority, "C" + std::to_string(child)), child);
    const auto request = bench::made_request();
    const care::Window window(request.as_at[0]);
    return PartialState::of(
        records, scorecard::count(records, std::span(&window, 1), {}, [](auto&&...) {}), request);
}

/// Two parts of one authority, each of so many children.
void merge_parts(benchmark::State& state) {
    const int children = static_cast<int>(state.range(0));
    const PartialState one = made_state(0, children);
    const PartialState other = made_state(children, children);
    for (auto _ : state) {
        PartialState merged = one;
        if (!merged.merge(other).empty())
            state.SkipWithError("refused");
        benchmark::DoNotOptimize(merged);
    }
}
BENCHMARK(merge_parts)->Arg(100)->Arg(10'000);

/// 152 authorities, one after the other, into a nation.
void merge_authorities(benchmark::State& state) {
    const auto request = bench::made_request();
    const care::Window window(request.as_at[0]);
    std::vector<PartialState> parts;
    for (int each = 0; each < 152; ++each) {
        care::Records records;
        const auto authority = records.authority("authority " + std::to_string(each)).value();
        bench::fill_child(records, records.child(authority, "C"), each);
        parts.push_back(PartialState::of(
            records, scorecard::count(records, std::span(&window, 1), {}, [](auto&&...) {}),
            request));
    }
    for (auto _ : state) {
        PartialState nation;
        for (const PartialState& part : parts)
            if (!nation.merge(part).empty())
                state.SkipWithError("refused");
        benchmark::DoNotOptimize(nation);
    }
}
BENCHMARK(merge_authorities);

void state_to_bytes(benchmark::State& state) {
    const PartialState made = made_state(0, 1000);
    for (auto _ : state)
        benchmark::DoNotOptimize(io::to_bytes(made));
}
BENCHMARK(state_to_bytes);

void state_of_bytes(benchmark::State& state) {
    const std::string bytes = io::to_bytes(made_state(0, 1000));
    for (auto _ : state)
        benchmark::DoNotOptimize(io::state_of_bytes(bytes));
}
BENCHMARK(state_of_bytes);

} // namespace
