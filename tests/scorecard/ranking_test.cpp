#include "indicare/scorecard/ranking.hpp"

#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace indicare;
using indicators::Polarity;
using scorecard::ranking_of;

namespace {

using Ratios = std::vector<exact::ratio>;

std::string quantiles(const Ratios& sorted) {
    std::string text;
    for (const int quarters : {1, 2, 3})
        text += (text.empty() ? "" : " ") + exact::to_text(scorecard::quantile(sorted, quarters));
    return text;
}

/// `rank of N, band`.
std::string ranked(int value, const Ratios& values, Polarity polarity) {
    const auto ranking = ranking_of(exact::ratio(value), values, polarity);
    if (!ranking)
        return "none";
    return std::to_string(ranking->rank) + " of " + std::to_string(ranking->of) + ", " +
           std::string(name_of(ranking->band));
}

} // namespace

TEST_CASE("quantiles of type 7 lie between the two nearest values") {
    // h = 3 q: 0.75, 1.5 and 2.25 steps up from the first of four.
    CHECK(quantiles({1, 2, 3, 4}) == "7/4 5/2 13/4");
    // h = 4 q is whole: the second, third and fourth of five.
    CHECK(quantiles({10, 20, 30, 40, 50}) == "20 30 40");
    // h = 5 q: 1.25, 2.5, 3.75.
    CHECK(quantiles({1, 2, 4, 8, 16, 32}) == "5/2 6 14");
    CHECK(quantiles({7}) == "7 7 7");
    CHECK(quantiles({1, 2}) == "5/4 3/2 7/4");
}

TEST_CASE("rank 1 is the best, and equal values share the first rank among them") {
    const Ratios values = {9, 10, 10, 10, 14};
    CHECK(ranked(9, values, Polarity::low) == "1 of 5, A");
    CHECK(ranked(10, values, Polarity::low) == "2 of 5, A"); // the first quartile is 10
    CHECK(ranked(14, values, Polarity::low) == "5 of 5, D");
    CHECK(ranked(14, values, Polarity::high) == "1 of 5, A");
    CHECK(ranked(10, values, Polarity::high) == "2 of 5, D"); // and all quartiles are
    CHECK(ranked(9, values, Polarity::high) == "5 of 5, D");
}

TEST_CASE("a tie at a quartile lies in the lower band, which is A or D at the first and C or B at "
          "the third") {
    const Ratios values = {10, 20, 30, 40, 50}; // quartiles 20, 30, 40
    CHECK(ranked(20, values, Polarity::low) == "2 of 5, A");
    CHECK(ranked(30, values, Polarity::low) == "3 of 5, B");
    CHECK(ranked(40, values, Polarity::low) == "4 of 5, C");
    CHECK(ranked(50, values, Polarity::low) == "5 of 5, D");
    CHECK(ranked(20, values, Polarity::high) == "4 of 5, D");
    CHECK(ranked(30, values, Polarity::high) == "3 of 5, C");
    CHECK(ranked(40, values, Polarity::high) == "2 of 5, B");
    CHECK(ranked(50, values, Polarity::high) == "1 of 5, A");
}

TEST_CASE("between quartiles") {
    const Ratios values = {10, 20, 21, 30, 35, 40, 41, 50, 60}; // quartiles 21, 35, 41
    CHECK(ranked(20, values, Polarity::low) == "2 of 9, A");
    CHECK(ranked(30, values, Polarity::low) == "4 of 9, B");
    CHECK(ranked(40, values, Polarity::low) == "6 of 9, C");
    CHECK(ranked(40, values, Polarity::high) == "4 of 9, B");
    CHECK(ranked(60, values, Polarity::high) == "1 of 9, A");
}

TEST_CASE("where neither high nor low is good there is no rank") {
    CHECK(ranked(20, {10, 20, 30}, Polarity::none) == "none");
    CHECK(ranked(20, {}, Polarity::low) == "none");
}

TEST_CASE("the order of the values does not matter, and turning them over turns the ranks") {
    CHECK(rc::check("either way round", [](const std::vector<std::int16_t>& numbers,
                                           std::int16_t own) {
        Ratios values{exact::ratio(own)};
        for (const auto number : numbers)
            values.emplace_back(number);
        Ratios backwards(values.rbegin(), values.rend());
        const auto low = ranking_of(values[0], values, Polarity::low);
        const auto same = ranking_of(values[0], backwards, Polarity::low);
        RC_ASSERT(low->rank == same->rank);
        RC_ASSERT(low->band == same->band);
        const auto ties =
            static_cast<std::size_t>(std::count(values.begin(), values.end(), exact::ratio(own)));
        const auto high = ranking_of(values[0], values, Polarity::high);
        RC_ASSERT(low->rank + high->rank + ties - 1 == values.size() + 1);
    }));
}
