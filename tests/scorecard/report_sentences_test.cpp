#include "indicare/scorecard/report_sentences.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "known_figures.hpp"

using namespace indicare;
using scorecard::BenchmarkKind;
using scorecard::ComparedFigure;
using scorecard::KnownFigure;
using scorecard::Level;
using scorecard::sentence_of;
using scorecard::value_words;

namespace {

/// A figure of 2023 beside England's of a year.
ComparedFigure beside_england(const KnownFigure& own, const KnownFigure& england) {
    ComparedFigure figure{own, {}, {}, {}, {}, {}};
    figure.comparisons.push_back(
        compare(own, benchmark_of_place(BenchmarkKind::england, "England", england)));
    return figure;
}

ComparedFigure after(const KnownFigure& own, const KnownFigure& before) {
    ComparedFigure figure{own, {}, {}, {}, {}, {}};
    figure.direction = direction_of(own, before);
    return figure;
}

KnownFigure count(std::int64_t number, int year) {
    return own("looked_after", {number, 0, 0}, {}, year);
}

} // namespace

TEST_CASE("a count is said with its change, its rate and England's") {
    const ComparedFigure figure = after(count(620, 2023), count(627, 2022));
    const ComparedFigure rate = beside_england(
        own("looked_after_rate", {620, 0, 0}, 59'411),
        published("looked_after_rate", "83840", "11944560", "70", Level::nation, 2023));
    CHECK(sentence_of(figure, &rate) ==
          "At 31 March 2023 there were 620 children in care, 7 fewer (1.1%) than the 627 a year "
          "before; 104 per 10,000 against 70 for England.");
}

TEST_CASE("one child is in the singular, and a small number before is no base of a percentage") {
    CHECK(sentence_of(after(count(1, 2023), count(0, 2022))) ==
          "At 31 March 2023 there was 1 child in care, 1 more than the 0 a year before.");
    CHECK(sentence_of(after(count(12, 2023), count(9, 2022))) ==
          "At 31 March 2023 there were 12 children in care, 3 more than the 9 a year before.");
    CHECK(sentence_of(after(count(11, 2023), count(10, 2022))) ==
          "At 31 March 2023 there were 11 children in care, 1 more (10.0%) than the 10 a year "
          "before.");
}

TEST_CASE("nothing changed, thousands, and a year in between") {
    CHECK(sentence_of(after(count(620, 2023), count(620, 2022))) ==
          "At 31 March 2023 there were 620 children in care, as many as a year before.");
    CHECK(sentence_of(after(count(1'031, 2023), count(1'020, 2020))) ==
          "At 31 March 2023 there were 1,031 children in care, 11 more (1.1%) than the 1,020 in "
          "2020.");
}

TEST_CASE("a share is said to one place with its numbers; a benchmark of another year says so") {
    const KnownFigure own_share = own("adopted", {34, 246, 0});
    ComparedFigure figure = beside_england(
        own_share, published("adopted", "2950", "30070", "9.8", Level::nation, 2022));
    figure.direction = direction_of(own_share, own("adopted", {40, 250, 0}, {}, 2022));
    CHECK(sentence_of(figure) ==
          "In the year to 31 March 2023, 13.8% (34 of 246) of children who ceased to be looked "
          "after were adopted, down from 16.0% (40 of 250) a year before; against 9.8% for England "
          "in 2022.");
}

TEST_CASE("what prints alike is neither up nor down") {
    CHECK(sentence_of(
              after(own("mothers", {101, 468, 0}), own("mothers", {101, 467, 0}, {}, 2022))) ==
          "Mothers: 21.6% (101 of 468), against 21.6% (101 of 467) a year before.");
    CHECK(sentence_of(after(own("mothers", {1, 4, 0}), own("mothers", {2, 8, 0}, {}, 2022))) ==
          "Mothers: 25.0% (1 of 4), the same as a year before.");
}

TEST_CASE("a digit that is not certain is not said") {
    SECTION("of a published print without its numbers, only the print") {
        CHECK(value_words(published("adopted", "c", "c", "14")) == "14%");
    }
    SECTION("of undetermined children, the bounds, rounded outwards") {
        // 33 of 246 with 2 who may be outside, among or counted: 33/248 to 35/248.
        // 13.306...% and 14.112...%
        CHECK(value_words(own("adopted", {33, 246, 2})) == "13.3 to 14.2%");
    }
    SECTION("a suppressed figure is none") {
        CHECK(value_words(published("adopted", "c", "c", "c")) == "no figure (suppressed by DfE)");
        CHECK(
            sentence_of(ComparedFigure{published("adopted", "c", "c", "c"), {}, {}, {}, {}, {}}) ==
            "Adopted: no figure (suppressed by DfE).");
    }
    SECTION("a change to bounds says no difference") {
        CHECK(
            sentence_of(after(count(620, 2023), own("looked_after", {600, 0, 5}, {}, 2022))) ==
            "At 31 March 2023 there were 620 children in care, against 600 to 605 a year before.");
    }
}

TEST_CASE("means are said in their unit") {
    CHECK(value_words(own("sdq_mean", {157, 11, 0})) == "14.3 points"); // 14.27...
    CHECK(value_words(own("days_care_to_placement", {1'001, 2, 0})) == "500.5 days");
}
