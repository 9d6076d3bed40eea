#include "indicare/scorecard/published.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "indicare/scorecard/verdict.hpp"

using namespace indicare;
using scorecard::Figure;
using scorecard::Level;
using scorecard::PublishedCell;
using scorecard::PublishedFigure;
using scorecard::PublishedStatistics;
using scorecard::Verdict;

namespace {

std::string text(const std::optional<exact::Interval>& interval) {
    return interval ? exact::print(*interval) : "nothing";
}

std::string count(const char* cell, Level level) {
    return text(scorecard::meaning_of_count(PublishedCell(cell), level));
}

std::string percentage(const char* cell) {
    return text(scorecard::meaning_of(PublishedCell(cell), exact::places(0)));
}

const indicators::Definition& named(std::string_view id) {
    return indicators::catalogue[indicators::indicator_named(id).value()];
}

/// The verdict on a share of `numerator` among `denominator`, beside what is published.
Verdict share(std::int64_t numerator, std::int64_t denominator,
              const std::array<const char*, 3>& published) {
    PublishedFigure figure;
    figure.numerator = PublishedCell(published[0]);
    figure.denominator = PublishedCell(published[1]);
    figure.figure = PublishedCell(published[2]);
    return verdict_on(Figure(named("adopted"), {numerator, denominator, 0}), figure);
}

} // namespace

TEST_CASE("published counts: exact for authorities, within 5 for regions and the nation") {
    CHECK(count("620", Level::authority) == "[620, 620]");
    CHECK(count("620", Level::region) == "[615, 625)");
    CHECK(count("83840", Level::nation) == "[83835, 83845)");
    CHECK(count("0", Level::region) == "[0, 5)");
    CHECK(count("k", Level::region) == "(0, 5)");
    CHECK(count("low", Level::nation) == "(0, 5)");
    for (const char* symbol : {"c", "z", "x", "-", ""})
        CHECK(count(symbol, Level::authority) == "nothing");
}

TEST_CASE("published percentages: half a point either way") {
    CHECK(percentage("70") == "[69.5, 70.5)");
    CHECK(percentage("0") == "[0, 0.5)");
    CHECK(percentage("k") == "(0, 0.5)");
    CHECK(percentage("c") == "nothing");
}

TEST_CASE("numerator and denominator decide, whatever was printed") {
    CHECK(share(37, 229, {"37", "229", "16"}) == Verdict::same);
    CHECK(share(37, 229, {"37", "229", "17"}) == Verdict::same);
    CHECK(share(36, 229, {"37", "229", "16"}) == Verdict::differs);
    CHECK(share(37, 230, {"37", "229", "16"}) == Verdict::differs);
    CHECK(share(0, 0, {"0", "0", "z"}) == Verdict::same);
    CHECK(share(0, 0, {"0", "0", "0"}) == Verdict::same);
}

TEST_CASE("where one of them is not published the print decides") {
    CHECK(share(37, 229, {"37", "", "16"}) == Verdict::same);
    CHECK(share(37, 300, {"37", "", "16"}) == Verdict::differs); // 12%
    CHECK(share(37, 230, {"c", "229", "16"}) == Verdict::differs);
    CHECK(share(37, 229, {"c", "229", "16"}) == Verdict::same);
    CHECK(share(39, 229, {"c", "229", "16"}) == Verdict::differs); // 17.03%
    CHECK(share(1, 229, {"c", "229", "k"}) == Verdict::same);
    CHECK(share(3, 229, {"c", "229", "k"}) == Verdict::differs); // 1%
}

TEST_CASE("what is suppressed cannot be told, unless the rest contradicts") {
    CHECK(share(3, 229, {"c", "229", "c"}) == Verdict::cannot_be_told);
    CHECK(share(3, 230, {"c", "229", "c"}) == Verdict::differs);
    CHECK(share(3, 230, {"c", "c", "c"}) == Verdict::cannot_be_told);
    CHECK(share(3, 230, {"x", "x", "x"}) == Verdict::cannot_be_told);
    CHECK(share(3, 230, {"z", "z", "z"}) == Verdict::cannot_be_told);
    CHECK(share(0, 0, {"z", "z", "z"}) == Verdict::same);
    CHECK(share(3, 230, {"3", "", ""}) == Verdict::cannot_be_told);
}

TEST_CASE("a figure that cannot be had cannot be compared") {
    PublishedFigure published;
    published.numerator = PublishedCell("620");
    CHECK(verdict_on(Figure::unavailable(named("looked_after"), "not given"), published) ==
          Verdict::cannot_be_told);
    CHECK(verdict_on(Figure(named("looked_after"), {620, 0, 0}), published) == Verdict::same);
    CHECK(verdict_on(Figure(named("looked_after"), {621, 0, 0}), published) == Verdict::differs);
}

TEST_CASE("a mean prints the same with or without its last 0") {
    const auto prints = [](std::int64_t sum, std::int64_t children, const char* printed) {
        PublishedFigure published;
        published.denominator = PublishedCell(std::to_string(children));
        published.figure = PublishedCell(printed);
        return verdict_on(Figure(named("sdq_mean"), {sum, children, 0}), published);
    };
    CHECK(prints(3887, 265, "14.7") == Verdict::same); // 14.668
    CHECK(prints(3887, 265, "14.6") == Verdict::differs);
    CHECK(prints(30, 2, "15") == Verdict::same);
    CHECK(prints(30, 2, "15.0") == Verdict::same);
    CHECK(prints(3887, 265, "14.67") == Verdict::same);
    CHECK(prints(3890, 265, "15") == Verdict::differs); // 14.7
}

TEST_CASE("figures of a place and year, in the order of the catalogue and of releases") {
    PublishedStatistics statistics;
    const std::size_t derby = statistics.place({Level::authority, "Derby", "E06000015", "831", ""});
    const std::size_t leeds = statistics.place({Level::authority, "Leeds", "E08000035", "383", ""});
    CHECK(statistics.place({Level::authority, "Derby", "E06000015", "831", ""}) == derby);
    const auto add = [&](std::size_t indicator, std::size_t place, int year, int release,
                         const char* numerator) {
        CHECK(statistics.add({indicator, place, year, release, PublishedCell(numerator), {}, {}}));
    };
    add(2, derby, 2023, 2023, "219");
    add(0, derby, 2023, 2025, "621");
    add(0, derby, 2023, 2023, "620");
    add(0, leeds, 2023, 2023, "1,500");
    add(0, derby, 2022, 2023, "627");
    const auto found = statistics.of(std::vector{derby}, 2023);
    REQUIRE(found.size() == 3);
    CHECK(found[0].numerator.text() == "620");
    CHECK(found[1].numerator.text() == "621");
    CHECK(found[2].numerator.text() == "219");
    CHECK(statistics.of(std::vector{derby}, 2021).empty());
}

TEST_CASE("what a second file adds to a figure is filled in; what contradicts is refused") {
    PublishedStatistics statistics;
    CHECK(statistics.add({0, 0, 2023, 2023, PublishedCell("620"), {}, {}}));
    CHECK(statistics.add({0, 0, 2023, 2023, PublishedCell("620"), PublishedCell("59411"), {}}));
    CHECK(statistics.figures()[0].denominator.text() == "59411");
    CHECK_FALSE(statistics.add({0, 0, 2023, 2023, PublishedCell("621"), {}, {}}));
    CHECK(statistics.figures()[0].numerator.text() == "620");
    CHECK(statistics.figures().size() == 1);
}
