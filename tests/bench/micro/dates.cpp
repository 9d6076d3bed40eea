// Days: from text, from and to year, month and day, and ages.

#include "fields.hpp"

#include "indicare/care/date.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

namespace {

using indicare::care::Date;

/// Days of twenty years in no order that a processor could learn.
std::vector<Date> some_days() {
    std::vector<Date> days;
    const Date first = Date::of(2004, 4, 1);
    for (int i = 0; i < 4096; ++i)
        days.push_back(first + i * 2'654 % 7'305);
    return days;
}

/// Does the same with each of some values over and over; one iteration is one value.
template <class Value, class Do>
void each_of(benchmark::State& state, const std::vector<Value>& values, Do&& with) {
    std::size_t at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(with(values[at]));
        at = at + 1 == values.size() ? 0 : at + 1;
    }
}

void date_named(benchmark::State& state) {
    std::vector<std::string> texts;
    for (const Date day : some_days())
        texts.push_back(day.text());
    each_of(state, texts, [](const std::string& text) { return indicare::io::date_named(text); });
}

void date_of(benchmark::State& state) {
    std::vector<Date::Civil> days;
    for (const Date day : some_days())
        days.push_back(day.civil());
    each_of(state, days,
            [](const Date::Civil& day) { return Date::of(day.year, day.month, day.day); });
}

void civil(benchmark::State& state) {
    each_of(state, some_days(), [](Date day) { return day.civil(); });
}

void age_at(benchmark::State& state) {
    const Date last = Date::of(2024, 3, 31);
    each_of(state, some_days(), [last](Date born) { return indicare::care::age_at(last, born); });
}

BENCHMARK(date_named);
BENCHMARK(date_of);
BENCHMARK(civil);
BENCHMARK(age_at);

} // namespace
