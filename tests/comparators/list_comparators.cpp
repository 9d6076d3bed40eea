// Lists the neighbours' mean, median and pooled figure, the rank and the band of every authority,
// indicator and year of the bundled set, for check_comparators.py to compare.

#include <exception>
#include <iostream>
#include <string>

#include "indicare/io/benchmarks.hpp"
#include "indicare/scorecard/comparators.hpp"

using namespace indicare;
using scorecard::BenchmarkKind;
using scorecard::Comparators;

namespace {

std::string shown(const Comparators& comparators, BenchmarkKind kind,
                  const scorecard::PublishedAuthority& authority, std::size_t indicator, int year,
                  const scorecard::BenchmarkChoice& choice) {
    const auto benchmark = comparators.benchmark(kind, authority, indicator, year, choice);
    return benchmark && benchmark->shown ? exact::to_text(*benchmark->shown) : std::string();
}

std::string ranked(const Comparators& comparators, const scorecard::PublishedAuthority& authority,
                   std::size_t indicator, int year, int release) {
    const auto own = comparators.figure_of(authority.old_code, indicator, year, release);
    if (!own || !own->shown)
        return ",,";
    const auto ranking = comparators.ranking(authority, *own->shown, indicator, year, release);
    if (!ranking)
        return ",,";
    return std::to_string(ranking->rank) + "," + std::to_string(ranking->of) + "," +
           std::string(name_of(ranking->band));
}

void list(const Comparators& comparators, std::size_t indicator, int year,
          const scorecard::BenchmarkChoice& choice) {
    const auto release =
        comparators.release_of(scorecard::Level::authority, indicator, year, choice.release);
    if (!release)
        return;
    for (const auto& authority : comparators.authorities()) {
        std::cout << indicators::catalogue[indicator].id << ',' << choice.release.value_or(0) << ','
                  << year << ',' << *release << ',' << authority.old_code;
        for (const BenchmarkKind kind :
             {BenchmarkKind::neighbours_mean, BenchmarkKind::neighbours_median,
              BenchmarkKind::neighbours_pooled})
            std::cout << ',' << shown(comparators, kind, authority, indicator, year, choice);
        std::cout << ',' << ranked(comparators, authority, indicator, year, *release) << '\n';
    }
}

void list_all() {
    const auto benchmarks = io::bundled_benchmarks();
    const Comparators comparators(benchmarks);
    std::cout << "indicator,last,year,release,authority,mean,median,pooled,rank,of,band\n";
    for (std::size_t indicator = 0; indicator < indicators::catalogue.size(); ++indicator) {
        for (int year = 2018; year <= 2025; ++year)
            list(comparators, indicator, year, {});
        scorecard::BenchmarkChoice then;
        then.release = 2022;
        list(comparators, indicator, 2022, then);
    }
}

} // namespace

int main() {
    try {
        list_all();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
