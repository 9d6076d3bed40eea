#include "indicare/scorecard/periodic_chart.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "scorecard/periodic_series.hpp"

using namespace indicare;
using scorecard::chart_of;
using scorecard::Every;
using scorecard::Occasion;
using tests::series_of;

namespace {

using Sentences = std::vector<std::string>;

care::Window window(int year, int month, int months) {
    return {care::Date::of(year, month, care::Date::days_in_month(year, month)), months};
}

} // namespace

TEST_CASE("periods are said by their months") {
    using scorecard::words_of;
    CHECK(words_of(window(2022, 10, 1)) == "October 2022");
    CHECK(words_of(window(2022, 12, 3)) == "October to December 2022");
    CHECK(words_of(window(2022, 4, 1), window(2022, 10, 1)) == "from April to October 2022");
    CHECK(words_of(window(2021, 11, 1), window(2022, 5, 1)) == "from November 2021 to May 2022");
    CHECK(words_of(window(2021, 6, 3), window(2022, 12, 3)) == "from April 2021 to December 2022");
}

TEST_CASE("a chart that breaks no rule is said in one sentence") {
    // Mean 11, limits 11 -/+ 5.32.
    CHECK(chart_of(series_of({10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12})).sentences ==
          Sentences{"In 12 months to March 2023 between 10 and 12 children a month started to be "
                    "looked after, 11.0 on average; limits 5.7 to 16.3; nothing but chance is "
                    "seen."});
    CHECK(chart_of(series_of({10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12}, Occasion::ceased,
                             Every::quarter))
              .sentences.at(0) ==
          "In 12 quarters to March 2023 between 10 and 12 children a quarter ceased to be looked "
          "after, 11.0 on average; limits 5.7 to 16.3; nothing but chance is seen.");
}

TEST_CASE("a lower limit below 0 is said to be 0") {
    // Mean 1.5, limits 1.5 -/+ 7.98.
    CHECK(chart_of(series_of({0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3})).sentences.at(0) ==
          "In 12 months to March 2023 between 0 and 3 children a month started to be looked "
          "after, 1.5 on average; limits 0 (no number can be lower) to 9.5; nothing but chance is "
          "seen.");
}

TEST_CASE("a series of equal numbers has no limits to be said") {
    CHECK(chart_of(series_of(std::vector<std::int64_t>(12, 5))).sentences.at(0) ==
          "In 12 months to March 2023 5 children a month started to be looked after; as many in "
          "each; nothing but chance is seen.");
    CHECK(chart_of(series_of(std::vector<std::int64_t>(12, 1)))
              .sentences.at(0)
              .find("1 child a month") != std::string::npos);
}

TEST_CASE("a run is said with its first and its last month") {
    // Sum 119, mean 8.5; moving ranges add up to 46, of which the mean is 46 / 13; the upper limit
    // is 8.5 + 9.41. The last seven are above the mean.
    CHECK(chart_of(series_of({5, 9, 5, 9, 5, 9, 5, 9, 12, 9, 12, 9, 12, 9})).sentences ==
          Sentences{"In 14 months to March 2023 between 5 and 12 children a month started to be "
                    "looked after, 8.5 on average; limits 0 (no number can be lower) to 17.9.",
                    "Seven months in a row above the average, from September 2022 to March "
                    "2023."});
}

TEST_CASE("every rule has its sentence") {
    // Sum 78, mean 5.2, mean moving range 1: limits 2.54 and 7.86, two thirds of the way at 3.43
    // and 6.97.
    const auto chart = chart_of(series_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3}));
    CHECK(chart.sentences ==
          Sentences{"In 15 months to March 2023 between 1 and 9 children a month started to be "
                    "looked after, 5.2 on average; limits 2.5 to 7.9.",
                    "Above the upper limit: August 2022 (8), September 2022 (9) and October 2022 "
                    "(8).",
                    "Below the lower limit: January 2022 (1) and February 2022 (2).",
                    "Seven months in a row above the average, from June to December 2022.",
                    "Nine months in a row rising, from January to September 2022.",
                    "Seven months in a row falling, from September 2022 to March 2023.",
                    "Two of three months in a row near the upper limit or beyond it: July 2022, "
                    "August 2022, September 2022, October 2022 and November 2022.",
                    "Two of three months in a row near the lower limit or beyond it: January 2022, "
                    "February 2022 and March 2022."});
    REQUIRE(chart.chart);
    CHECK(chart.no_chart_because.empty());
    CHECK(scorecard::words_of(chart.chart->marks()[0].at(0)) == "below the lower limit");
}

TEST_CASE("more than twelve in a row are said in digits") {
    std::vector<std::int64_t> numbers(13, 0);
    numbers.insert(numbers.end(), 13, 9);
    const auto chart = chart_of(series_of(numbers));
    CHECK(std::count(chart.sentences.begin(), chart.sentences.end(),
                     "13 months in a row above the average, from March 2022 to March 2023.") == 1);
}

TEST_CASE("of fewer than twelve periods there is no chart, and it is said why") {
    const auto eleven = chart_of(series_of({4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 5}));
    CHECK_FALSE(eleven.chart);
    CHECK(eleven.sentences ==
          Sentences{"In 11 months to March 2023 between 4 and 6 children a month started to be "
                    "looked after, 5.0 on average.",
                    "No chart: 11 months are held wholly and without a gap by the returns given; a "
                    "chart needs at least 12."});
    CHECK(chart_of(series_of({3})).sentences ==
          Sentences{"In 1 month to March 2023 3 children a month started to be looked after.",
                    "No chart: 1 month is held wholly and without a gap by the returns given; a "
                    "chart needs at least 12."});
    const auto none = chart_of(series_of({}, Occasion::ceased, Every::quarter));
    CHECK(none.no_chart_because == "no quarter is held wholly and without a gap by the returns "
                                   "given; a chart needs at least 12");
    CHECK(none.sentences == Sentences{"No chart: " + none.no_chart_because + "."});
}

TEST_CASE("what was left out is said last") {
    auto series = series_of(std::vector<std::int64_t>(12, 5));
    series.periods.notes.emplace_back("Something was left out.");
    CHECK(chart_of(series).sentences.back() == "Something was left out.");
}
