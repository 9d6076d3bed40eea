#include "benchmarks.hpp"

#include <utility>

#include "indicare/io/benchmarks.hpp"
#include "refusal.hpp"

namespace indicare::capi {

void GivenBenchmarks::use_bundled() {
    if (bundled_)
        return;
    if (benchmarks_)
        throw Refusal(INDICARE_WRONG_ORDER, "indicare_give_benchmarks was called; expected the "
                                            "bundled benchmarks before others");
    benchmarks_ = io::bundled_benchmarks();
    bundled_ = true;
}

bool GivenBenchmarks::add(std::string_view text, const std::string& file,
                          quality::Findings& findings) {
    comparators_.reset();
    scorecard::Benchmarks first;
    const bool used = io::add_benchmark_file(text, file, io::known_releases(),
                                             benchmarks_ ? *benchmarks_ : first, findings);
    if (used && !benchmarks_)
        benchmarks_ = std::move(first);
    return used;
}

const scorecard::Comparators& GivenBenchmarks::comparators() {
    if (!benchmarks_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "there are no benchmarks; expected indicare_use_bundled_benchmarks or "
                      "indicare_give_benchmarks first");
    if (!comparators_)
        comparators_.emplace(*benchmarks_);
    return *comparators_;
}

} // namespace indicare::capi
