// From a child's rows to its life in care: joining its episodes, and finding periods of care and
// placements. One item is one child.

#include "sample.hpp"

#include "indicare/care/history.hpp"
#include "indicare/care/joining.hpp"
#include "indicare/scorecard/viewer.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <span>
#include <vector>

namespace {

namespace care = indicare::care;

/// Does the same for every child of the sample; an iteration is all of them.
template <class Do>
void for_each_child(benchmark::State& state, Do&& with) {
    const care::Records& records = bench::Sample::get().records();
    for (auto _ : state)
        for (care::Records::ChildNumber child = 0; child < records.child_count(); ++child)
            with(records, child);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * records.child_count());
}

void join(benchmark::State& state) {
    care::Joining joining;
    for_each_child(state, [&](const care::Records& records, care::Records::ChildNumber child) {
        benchmark::DoNotOptimize(joining.join(records, child).size());
    });
}

void build_history(benchmark::State& state) {
    const care::Records& records = bench::Sample::get().records();
    care::Joining joining;
    std::vector<std::vector<care::Episode>> lives;
    for (care::Records::ChildNumber child = 0; child < records.child_count(); ++child) {
        const auto episodes = joining.join(records, child);
        lives.emplace_back(episodes.begin(), episodes.end());
    }
    care::History history;
    for_each_child(state, [&](const care::Records&, care::Records::ChildNumber child) {
        history.build(lives[child]);
        benchmark::DoNotOptimize(history.placements().size());
    });
}

/// All that a scorecard of one year does with a child before it counts.
void view(benchmark::State& state) {
    indicare::scorecard::Viewer viewer(bench::Sample::get().records());
    const care::Window& window = bench::Sample::get().window();
    for_each_child(state, [&](const care::Records&, care::Records::ChildNumber child) {
        viewer.turn_to(child);
        benchmark::DoNotOptimize(viewer.through(window)->is_in_any());
    });
}

BENCHMARK(join);
BENCHMARK(build_history);
BENCHMARK(view);

} // namespace
