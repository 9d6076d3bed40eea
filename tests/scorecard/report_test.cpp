#include "indicare/scorecard/report.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "indicare/io/benchmarks.hpp"

using namespace indicare;
using namespace indicare::scorecard;

namespace {

const Comparators& comparators() {
    static const Benchmarks benchmarks = io::bundled_benchmarks();
    static const Comparators made(benchmarks);
    return made;
}

Report derby(int year, BenchmarkChoice choice = {}) {
    const auto authority = comparators().authorities_called("831").at(0);
    return report_of(comparators(), authority, year,
                     published_by_year(comparators(), authority, year), std::move(choice));
}

std::size_t number_of(std::string_view id) {
    return indicators::indicator_named(id).value();
}

} // namespace

TEST_CASE("a report has five years of an indicator, the oldest first, beside England's") {
    const Report report = derby(2023);
    const Trend& trend = report.trends[number_of("looked_after_rate")];
    REQUIRE(trend.years.size() == 5);
    CHECK(trend.years.front().year == 2019);
    CHECK(trend.years.back().own->printed == "104");
    CHECK(trend.years.back().beside(BenchmarkKind::england)->printed == "70");
    CHECK(trend.years.back().beside(BenchmarkKind::neighbours_mean)->edition == 2021);
    // the years up to 2020 are of the release of 2023, those after it of 2025
    CHECK(std::any_of(trend.changes.begin(), trend.changes.end(), [](const Caveat& change) {
        return change.kind == CaveatKind::population_vintage_differs;
    }));
}

TEST_CASE("a count is laid beside no other place's over the years") {
    const Report report = derby(2023);
    const std::size_t count = number_of("looked_after");
    CHECK(report.trends[count].years.back().own->numerator == 620);
    CHECK(report.trends[count].years.back().benchmarks.empty());
    CHECK(report.peers[count].empty());
}

TEST_CASE("all years are laid beside the neighbours of one list, that of the report's year") {
    for (const int year : {2023, 2025}) {
        const Report report = derby(year);
        CHECK(report.sources.neighbours_edition == (year == 2023 ? 2021 : 2025));
        CHECK(report.neighbours.size() == 10);
        for (const Trend& trend : report.trends)
            for (const Caveat& change : trend.changes)
                CHECK(change.kind != CaveatKind::neighbours_changed);
    }
}

TEST_CASE("the others are all authorities with a number, in order, the neighbours marked") {
    const Report report = derby(2023);
    const auto& peers = report.peers[number_of("looked_after_rate")];
    CHECK(peers.size() > 140);
    CHECK(std::is_sorted(peers.begin(), peers.end(), [](const auto& left, const auto& right) {
        return left.shown < right.shown;
    }));
    CHECK(std::count_if(peers.begin(), peers.end(),
                        [](const PeerFigure& peer) { return peer.is_neighbour; }) == 10);
    CHECK(std::none_of(peers.begin(), peers.end(),
                       [](const PeerFigure& peer) { return peer.name == "Derby"; }));
}

TEST_CASE("among others a number has lower, same and higher ones") {
    const std::vector<PeerFigure> peers = {
        {"a", 1, "1", false}, {"b", 2, "2", false}, {"c", 2, "2", false}, {"d", 3, "3", false}};
    const AmongPeers among = among_peers(2, peers);
    CHECK(among.lower == 1);
    CHECK(among.same == 2);
    CHECK(among.higher == 1);
}

TEST_CASE("a report moves with what was assessed") {
    Report report = derby(2023);
    REQUIRE_FALSE(report.assessed.empty());
    const Report moved = std::move(report);
    for (const AssessedFigure& each : moved.assessed)
        CHECK(each.figure == &moved.compared.figures[each.figure->own.indicator]);
}

TEST_CASE("sources name the releases, and whether the figures are published") {
    const Report report = derby(2022, {2022, {}});
    CHECK(report.sources.own_is_published);
    CHECK(report.sources.neighbours_edition == 2021);
    CHECK(report.sources.releases.count(2022) == 1);
}

TEST_CASE("the figures before are those of the latest year that there is") {
    OwnByYear own;
    own[2020].resize(1);
    own[2023].resize(2);
    CHECK(own_and_before(own, 2023).figures.size() == 2);
    CHECK(own_and_before(own, 2023).before.size() == 1);
    CHECK(own_and_before(own, 2020).before.empty());
    CHECK(own_and_before(own, 2022).figures.empty());
    CHECK(own_and_before(own, 2022).before.size() == 1);
}
