// Certified limits, to one decimal place as reports print them and to twelve.

#include "indicare/exact/limits.hpp"
#include "indicare/exact/significance.hpp"

#include <benchmark/benchmark.h>

namespace {

namespace exact = indicare::exact;

exact::LimitRounding to_places(const benchmark::State& state) {
    return {exact::places(static_cast<unsigned>(state.range(0)))};
}

void confidence(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::Confidence(exact::ratio(95)));
}

/// 157 of 254 children.
void wilson(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::wilson(157, 254, 100, level, to_places(state)));
}

void clopper_pearson(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::clopper_pearson(157, 254, 100, level, to_places(state)));
}

/// 620 children in a population of 59,411.
void byar(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::byar(620, 59411, 10000, level, to_places(state)));
}

void poisson(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::poisson(620, 59411, 10000, level, to_places(state)));
}

/// 300 scores with the mean 14 and the standard deviation 7.
void student_t(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    const exact::Sample sample{300, 4200, 73451};
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::student_t(sample, level, to_places(state)));
}

void newcombe(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            exact::newcombe({157, 254}, {169, 249}, 100, level, to_places(state)));
}

void change_of_rate(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            exact::change_of_rate({225, 59411}, {232, 59000}, level, to_places(state)));
}

void standing_of_share(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    const exact::ratio england(71);
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::standing_of_share({157, 254}, england, 100, level));
}

void standing_of_rate(benchmark::State& state) {
    const auto& level = exact::Confidence::percent_95();
    const exact::ratio england(71);
    for (auto _ : state)
        benchmark::DoNotOptimize(exact::standing_of_rate({620, 59411}, england, 10000, level));
}

BENCHMARK(confidence);
BENCHMARK(wilson)->Arg(1)->Arg(12);
BENCHMARK(clopper_pearson)->Arg(1)->Arg(12);
BENCHMARK(byar)->Arg(1)->Arg(12);
BENCHMARK(poisson)->Arg(1)->Arg(12);
BENCHMARK(student_t)->Arg(1)->Arg(12);
BENCHMARK(newcombe)->Arg(1)->Arg(12);
BENCHMARK(change_of_rate)->Arg(1)->Arg(12);
BENCHMARK(standing_of_share);
BENCHMARK(standing_of_rate);

} // namespace
