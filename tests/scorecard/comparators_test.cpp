#include "indicare/scorecard/compared_scorecard.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "known_figures.hpp"

using namespace indicare;
using scorecard::BenchmarkKind;
using scorecard::Benchmarks;
using scorecard::CaveatKind;
using scorecard::Comparators;
using scorecard::Level;
using scorecard::Place;
using scorecard::PublishedCell;

namespace {

/// Three authorities of one region, two releases. Long-term stability: Aston 70, 80 and, in the
/// second release, 81; Bexford 60; Colne suppressed.
class Country {
  public:
    Country() {
        add({Level::nation, "England", "E92", "", ""}, 2022, 2022, "7000", "10000", "70");
        add({Level::region, "North", "E12", "", ""}, 2022, 2022, "650", "1000", "65");
        add(aston, 2021, 2022, "70", "100", "70");
        add(aston, 2022, 2022, "80", "100", "80");
        add(aston, 2022, 2023, "81", "100", "81");
        add(bexford, 2022, 2022, "60", "100", "60");
        add({Level::authority, "Bexford", "E06000099", "802", "North"}, 2022, 2023, "60", "100",
            "60");
        add(colne, 2022, 2022, "c", "11", "c");
        benchmarks_.neighbours.emplace_back(2021);
        benchmarks_.neighbours.back().add("801", {"802", "803"});
    }

    void add(const Place& place, int year, int release, const char* numerator,
             const char* denominator, const char* figure) {
        benchmarks_.statistics.add({stability, benchmarks_.statistics.place(place), year, release,
                                    PublishedCell(numerator), PublishedCell(denominator),
                                    PublishedCell(figure)});
    }

    const Benchmarks& benchmarks() const { return benchmarks_; }

    const std::size_t stability = number_of("long_term_stability");
    const Place aston{Level::authority, "Aston", "E06000001", "801", "North"};
    const Place bexford{Level::authority, "Bexford", "E06000002", "802", "North"};
    const Place colne{Level::authority, "Colne", "E06000003", "803", "North"};

  private:
    Benchmarks benchmarks_;
};

bool has(const std::vector<scorecard::Caveat>& caveats, CaveatKind kind) {
    return std::any_of(caveats.begin(), caveats.end(),
                       [kind](const auto& caveat) { return caveat.kind == kind; });
}

} // namespace

TEST_CASE("an authority goes by its codes and its name, and stays one when its code changes") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    for (const char* text : {"801", "E06000001", "aston"}) {
        const auto called = comparators.authorities_called(text);
        REQUIRE(called.size() == 1);
        CHECK(called[0].name == "Aston");
        CHECK(called[0].region == "North");
    }
    REQUIRE(comparators.authorities_called("E06000002").size() == 1);
    CHECK(comparators.authorities_called("E06000002")[0].code == "E06000099");
    CHECK(comparators.authorities_called("804").empty());
    CHECK(comparators.authorities().size() == 3);
}

TEST_CASE("benchmarks are of the latest year and release that are allowed") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto bexford = comparators.authorities_called("802")[0];
    const std::size_t id = country.stability;
    CHECK(comparators.release_of(Level::authority, id, 2022) == 2023);
    CHECK(comparators.release_of(Level::authority, id, 2022, 2022) == 2022);
    CHECK_FALSE(comparators.release_of(Level::authority, id, 2022, 2021));
    CHECK(comparators.latest(Level::authority, id, 2025) == std::pair(2022, 2023));
    CHECK_FALSE(comparators.latest(Level::authority, id, 2020));
    const auto england = comparators.benchmark(BenchmarkKind::england, bexford, id, 2024);
    REQUIRE(england);
    CHECK(england->year == 2022);
    CHECK(england->printed == "70");
    CHECK(comparators.benchmark(BenchmarkKind::region, bexford, id, 2022)->printed == "65");
    CHECK_FALSE(comparators.benchmark(BenchmarkKind::neighbours_mean, bexford, id, 2022));
}

TEST_CASE("neighbours of a list; those that are not published have no value") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto aston = comparators.authorities_called("801")[0];
    const auto mean =
        comparators.benchmark(BenchmarkKind::neighbours_mean, aston, country.stability, 2022);
    REQUIRE(mean);
    CHECK(mean->printed == "60.0");
    CHECK(mean->counted == std::vector<std::string>{"Bexford"});
    CHECK(mean->without_value == std::vector<std::string>{"Colne"});
    CHECK(mean->edition == 2021);
    CHECK(comparators.neighbours(2030)->edition() == 2021);
    scorecard::BenchmarkChoice choice;
    choice.edition = 2025;
    CHECK_FALSE(comparators.benchmark(BenchmarkKind::neighbours_mean, aston, country.stability,
                                      2022, choice));
}

TEST_CASE("a rank counts the authority's own value in place of the published one") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto aston = comparators.authorities_called("801")[0];
    const auto rank = comparators.ranking(aston, exact::ratio(50), country.stability, 2022, 2022);
    REQUIRE(rank);
    CHECK(rank->rank == 2);
    CHECK(rank->of == 2); // Colne has no number
}

TEST_CASE("as published, a figure has the year before from the same release") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto aston = comparators.authorities_called("801")[0];
    const auto later = published_figures(comparators, aston, 2022);
    CHECK(later.figures[country.stability].printed == "81");
    CHECK(later.before[country.stability].unknown_because == "not published for 2021");
    const auto compared = compare(comparators, aston, 2022, later);
    CHECK_FALSE(compared["long_term_stability"].direction);
    CHECK(compared["long_term_stability"].caveats.empty());
    CHECK(compared["long_term_stability"].rank->ranking.rank == 1);
    const auto first = published_figures(comparators, aston, 2021);
    CHECK(first.figures[country.stability].printed == "70");
}

TEST_CASE("an own figure of a year that is not yet published is provisional") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto aston = comparators.authorities_called("801")[0];
    const auto stability = [&](int year) {
        scorecard::Scorecard scorecard{"801", care::Date::of(year, 3, 31), {}, {}, {}};
        for (const auto& definition : indicators::catalogue)
            scorecard.figures.emplace_back(definition, indicators::Tally{75, 100, 0}, 10000);
        return compare(comparators, aston, year, figures_of(scorecard))["long_term_stability"];
    };
    CHECK(has(stability(2023).caveats, CaveatKind::provisional));
    CHECK(has(stability(2023).beside(BenchmarkKind::england)->caveats, CaveatKind::years_differ));
    CHECK_FALSE(has(stability(2022).caveats, CaveatKind::provisional));
    CHECK(stability(2023).rank->year == 2022);
}

TEST_CASE("a count is laid beside no other place") {
    const Country country;
    const Comparators comparators(country.benchmarks());
    const auto aston = comparators.authorities_called("801")[0];
    const auto compared =
        compare(comparators, aston, 2022, published_figures(comparators, aston, 2022));
    CHECK(compared["looked_after"].comparisons.empty());
    CHECK(compared["long_term_stability"].comparisons.size() == 5);
}
