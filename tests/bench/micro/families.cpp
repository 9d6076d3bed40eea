// Counting the indicators of one family. One item is one child.

#include "sample.hpp"

#include "indicare/indicators/counting.hpp"
#include "indicare/scorecard/viewer.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace {

namespace care = indicare::care;
namespace indicators = indicare::indicators;

/// Children as counting sees them, each with the history and the outcomes that it refers to.
struct Seen {
    Seen(const care::Records& records, care::Records::ChildNumber number,
         const care::Window& window) {
        history.build(joining.join(records, number));
        outcomes.gather(records, number);
        outcomes.look_at(window);
        child.emplace(window, history, outcomes, records[number].birth, records[number].sex,
                      indicare::scorecard::is_held(records, joining, history, window));
    }
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;

    care::Joining joining;
    care::History history;
    care::Outcomes outcomes;
    std::optional<indicators::Child> child;
};

const std::deque<Seen>& all_seen() {
    static const std::deque<Seen> all = [] {
        std::deque<Seen> seen;
        const bench::Sample& sample = bench::Sample::get();
        for (care::Records::ChildNumber child = 0; child < sample.records().child_count(); ++child)
            seen.emplace_back(sample.records(), child, sample.window());
        return seen;
    }();
    return all;
}

std::vector<std::size_t> numbers_of(indicators::Family family) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
        if (indicators::catalogue[i].family == family)
            numbers.push_back(i);
    return numbers;
}

void count_family(benchmark::State& state, indicators::Family family) {
    const std::deque<Seen>& all = all_seen();
    const std::vector<std::size_t> numbers = numbers_of(family);
    indicators::Tallies tallies{};
    for (auto _ : state) {
        for (const Seen& seen : all)
            for (const std::size_t i : numbers) {
                const indicators::Definition& definition = indicators::catalogue[i];
                add(tallies[i], definition, standing_in(*seen.child, definition));
            }
        benchmark::DoNotOptimize(tallies);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(all.size()));
}

void count_all(benchmark::State& state) {
    const std::deque<Seen>& all = all_seen();
    indicators::Tallies tallies{};
    for (auto _ : state) {
        for (const Seen& seen : all)
            indicators::count(*seen.child, tallies);
        benchmark::DoNotOptimize(tallies);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(all.size()));
}

BENCHMARK_CAPTURE(count_family, numbers, indicators::Family::numbers);
BENCHMARK_CAPTURE(count_family, placements, indicators::Family::placements);
BENCHMARK_CAPTURE(count_family, stability, indicators::Family::stability);
BENCHMARK_CAPTURE(count_family, ceasing, indicators::Family::ceasing);
BENCHMARK_CAPTURE(count_family, adoption, indicators::Family::adoption);
BENCHMARK_CAPTURE(count_family, health, indicators::Family::health);
BENCHMARK_CAPTURE(count_family, emotional_health, indicators::Family::emotional_health);
BENCHMARK_CAPTURE(count_family, offending, indicators::Family::offending);
BENCHMARK_CAPTURE(count_family, missing, indicators::Family::missing);
BENCHMARK_CAPTURE(count_family, parenthood, indicators::Family::parenthood);
BENCHMARK_CAPTURE(count_family, care_leavers, indicators::Family::care_leavers);
BENCHMARK(count_all);

} // namespace
