#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include "indicare/audit/audit.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/io/claims_reader.hpp"

namespace {

using namespace indicare;

std::string printed(std::int64_t above, std::int64_t below, std::int64_t per, unsigned places) {
    return exact::print_quotient(above, below, per, exact::places(places));
}

/// A hundred figures about two hundred numbers of one report: shares of one stock, rates in one
/// population, changes and means.
audit::Claims typical_report() {
    std::mt19937 random(7);
    const auto number = [&random](int least, int most) {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least));
    };
    std::string text = "stock = 620\nstock per 10000 population = 104\n";
    for (int i = 0; i < 30; ++i) {
        const std::string id = std::to_string(i);
        text += "percent part" + id + " of stock = " + printed(number(5, 600), 620, 100, 1) + "%\n";
        const int whole = number(100, 900);
        text += "percent some" + id + " of whole" + id + " = " +
                printed(number(1, whole), whole, 100, 1) + "%\n";
    }
    for (int i = 0; i < 20; ++i) {
        const std::string id = std::to_string(i);
        const int before = number(100, 900);
        const int after = number(100, 900);
        text += "change before" + id + " -> after" + id + " = " +
                printed(after - before, before, 100, 1) + "%\n";
        text += "after" + id + " per 10000 population = " + printed(after, 59411, 10000, 0) + "\n";
        text += "mean sum" + id + " / children" + id + " = " +
                printed(number(1000, 9000), number(50, 300), 1, 1) + "\n";
    }
    quality::Findings findings;
    return io::read_claims(text, "typical", findings).claims;
}

void audit_typical_report(benchmark::State& state) {
    const audit::Claims claims = typical_report();
    for (auto _ : state)
        benchmark::DoNotOptimize(audit::audit(claims));
    state.counters["claims"] = static_cast<double>(claims.size());
    state.counters["numbers"] = static_cast<double>(claims.names().size());
}
BENCHMARK(audit_typical_report)->Unit(benchmark::kMillisecond);

/// Whether it is possible, and no more.
void audit_verdict_alone(benchmark::State& state) {
    const audit::Claims claims = typical_report();
    std::vector<audit::ClaimNumber> all;
    for (audit::ClaimNumber claim = 0; claim < claims.size(); ++claim)
        all.push_back(claim);
    const auto system = audit::system_of(claims, all, {exact::Rounding::half_up});
    for (auto _ : state)
        benchmark::DoNotOptimize(audit::solve(system.system));
}
BENCHMARK(audit_verdict_alone)->Unit(benchmark::kMillisecond);

} // namespace
