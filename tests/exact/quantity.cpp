#include <indicare/exact/quantity.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <compare>
#include <concepts>
#include <stdexcept>
#include <type_traits>
#include <vector>

using namespace indicare::exact;

namespace {

template <class A, class B>
concept addable = requires(const A& a, const B& b) {
    a + b;
};
template <class A, class B>
concept subtractable = requires(const A& a, const B& b) {
    a - b;
};
template <class A, class B>
concept equal_to = requires(const A& a, const B& b) {
    a == b;
};
template <class A, class B>
concept ordered_with = requires(const A& a, const B& b) {
    a < b;
};
template <class A, class B>
concept relative_to = requires(const A& a, const B& b) {
    percent_change(a, b);
};

template <class A, class B>
constexpr bool unrelated =
    !addable<A, B> && !subtractable<A, B> && !equal_to<A, B> && !ordered_with<A, B>;

template <class Self, class... Others>
constexpr bool keeps_to_itself = equal_to<Self, Self>&& ordered_with<Self, Self> &&
                                 (... && (unrelated<Self, Others> && unrelated<Others, Self>));

template <class T>
constexpr bool made_from_no_float =
    !std::constructible_from<T, double> && !std::constructible_from<T, float> &&
    !std::convertible_to<int, T> && !std::convertible_to<integer, T> &&
    !std::convertible_to<ratio, T> && !std::is_default_constructible_v<T>;

using PerThousand = Rate<1'000>;
using PerTenThousand = Rate<10'000>;

} // namespace

TEST_CASE("the figures of a report, worked by hand", "[exact][quantity]") {
    CHECK((Count{620} - Count{627}).print(places(0)) == "-7");
    CHECK(percent_change(Count{627}, Count{620})->print(places(1)) == "-1.1");
    CHECK((Count{225} - Count{229}).print(places(0)) == "-4");
    CHECK(percent_change(Count{229}, Count{225})->print(places(1)) == "-1.7");
    CHECK(percent_change(Count{31}, Count{37})->print(places(0)) == "19");
    CHECK(PerTenThousand::of(620, 59'411).print(places(0)) == "104");
    CHECK(Share::of(37, 229).print(places(0)) == "16");
    CHECK(Share::of(152, 208).print(places(1)) == "73.1");
    CHECK(Share::of(152, 208).print(places(0)) == "73");
    CHECK(Share::of(89, 845).print(places(1)) == "10.5");
    CHECK(Share::of(23, 40).print(places(0)) == "58");
    CHECK(Mean<Days>::of(755, 100).print(places(1)) == "7.6");
    CHECK(Count{31'010}.print(nearest(10)) == "31010");
    CHECK(Count{31'014}.print(nearest(10), Rounding::half_up, Thousands::commas) == "31,010");
}

TEST_CASE("values are exact, in their unit", "[exact][quantity]") {
    CHECK(Share::of(1, 2).value() == 50);
    CHECK(Share::of(154, 249).value() == make_ratio(15'400, 249));
    CHECK(PerTenThousand::of(620, 59'411).value() == make_ratio(6'200'000, 59'411));
    CHECK(Mean<Score>::of(-3, 2).value() == make_ratio(-3, 2));
    CHECK((Share::of(1, 2) - Share::of(1, 3)).value() == make_ratio(50, 3));
    CHECK((Share::of(1, 3) - Share::of(1, 2)).print(places(1)) == "-16.7");
    CHECK((PerThousand::of(3, 1'000) - PerThousand::of(7, 2'000)).value() == make_ratio(-1, 2));
    CHECK((Mean<Days>::of(7, 2) - Mean<Days>::of(3, 1)).value() == make_ratio(1, 2));
    CHECK((Count{3} + Count{4}).value() == 7);
    CHECK(percent_change(Share::of(1, 2), Share::of(3, 4))->value() == 50);
    CHECK(percent_change(Count{4}, Count{0})->value() == -100);
}

TEST_CASE("quantities keep to their range", "[exact][quantity]") {
    CHECK_THROWS_AS(Count{-1}, std::domain_error);
    CHECK_THROWS_AS(Share::of(1, 0), std::domain_error);
    CHECK_THROWS_AS(Share::of(3, 2), std::domain_error);
    CHECK_THROWS_AS(Share::of(-1, 2), std::domain_error);
    CHECK_THROWS_AS(Share{101}, std::domain_error);
    CHECK(Share::of(2, 2).value() == 100);
    CHECK(Share::of(0, 2).value() == 0);
    CHECK_THROWS_AS(PerThousand::of(1, 0), std::domain_error);
    CHECK_THROWS_AS(PerThousand::of(-1, 5), std::domain_error);
    CHECK_THROWS_AS(Mean<Incidents>::of(1, 0), std::domain_error);
}

TEST_CASE("there is no relative change from nothing", "[exact][quantity]") {
    CHECK_FALSE(percent_change(Count{0}, Count{5}));
    CHECK_FALSE(percent_change(Share::of(0, 5), Share::of(1, 5)));
    CHECK_FALSE(percent_change(Mean<Days>::of(-1, 5), Mean<Days>::of(1, 5)));
}

TEST_CASE("quantities order by their exact value", "[exact][quantity]") {
    // Both print 33, and are not the same.
    const Share third = Share::of(1, 3);
    const Share less = Share::of(33, 100);
    CHECK(less.print(places(0)) == third.print(places(0)));
    CHECK(less < third);
    CHECK(third > less);
    CHECK(less != third);
    CHECK(third == Share::of(2, 6));
    CHECK(third <= Share::of(2, 6));
    CHECK((less <=> third) == std::strong_ordering::less);
    CHECK((third <=> Share::of(2, 6)) == std::strong_ordering::equal);
    CHECK(Count{9} < Count{10});
    CHECK(Count{9} - Count{10} < Count{10} - Count{9});
    CHECK(PercentChange{-3} < PercentChange{2});

    std::vector<Mean<Days>> means{Mean<Days>::of(9, 2), Mean<Days>::of(-1, 3),
                                  Mean<Days>::of(4, 1)};
    std::sort(means.begin(), means.end());
    CHECK(means.front() == Mean<Days>::of(-1, 3));
    CHECK(means.back() == Mean<Days>::of(9, 2));
}

TEST_CASE("what can be computed gives the right type", "[exact][quantity]") {
    STATIC_REQUIRE(std::same_as<decltype(Count{1} + Count{1}), Count>);
    STATIC_REQUIRE(std::same_as<decltype(Count{1} - Count{1}), Change<Count>>);
    STATIC_REQUIRE(std::same_as<decltype(Share{1} - Share{1}), PercentagePoints>);
    STATIC_REQUIRE(std::same_as<decltype(PerThousand{1} - PerThousand{1}), Change<PerThousand>>);
    STATIC_REQUIRE(std::same_as<decltype(Mean<Days>{1} - Mean<Days>{1}), Change<Mean<Days>>>);
    STATIC_REQUIRE(relative_to<Count, Count>);
    STATIC_REQUIRE(relative_to<Mean<Days>, Mean<Days>>);
    STATIC_REQUIRE_FALSE(relative_to<Count, Share>);
    STATIC_REQUIRE_FALSE(relative_to<PerThousand, PerTenThousand>);
    STATIC_REQUIRE_FALSE(relative_to<Change<Count>, Change<Count>>);
}

TEST_CASE("what makes no sense does not compile", "[exact][quantity]") {
    STATIC_REQUIRE(keeps_to_itself<Count, Share, PerThousand, Mean<Days>, Change<Count>,
                                   PercentagePoints, PercentChange, int, double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<Share, PerThousand, PerTenThousand, Mean<Score>,
                                   PercentagePoints, PercentChange, int, double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<PerThousand, PerTenThousand, Mean<Days>, Change<PerThousand>,
                                   PercentChange, int, double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<Mean<Days>, Mean<Score>, Mean<Incidents>, Change<Mean<Days>>,
                                   PercentChange, int, double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<Change<Count>, Change<PerThousand>, Change<Mean<Days>>,
                                   PercentagePoints, PercentChange, int, double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<PercentagePoints, Change<PerThousand>, PercentChange, int,
                                   double, integer, ratio>);
    STATIC_REQUIRE(keeps_to_itself<PercentChange, int, double, integer, ratio>);

    STATIC_REQUIRE_FALSE(addable<Share, Share>);
    STATIC_REQUIRE_FALSE(addable<PerThousand, PerThousand>);
    STATIC_REQUIRE_FALSE(addable<Mean<Days>, Mean<Days>>);
    STATIC_REQUIRE_FALSE(subtractable<PercentChange, PercentChange>);
}

TEST_CASE("no quantity is made by itself, or from a double", "[exact][quantity]") {
    STATIC_REQUIRE(made_from_no_float<Count>);
    STATIC_REQUIRE(made_from_no_float<Share>);
    STATIC_REQUIRE(made_from_no_float<PerThousand>);
    STATIC_REQUIRE(made_from_no_float<Mean<Days>>);
    STATIC_REQUIRE(made_from_no_float<Change<Count>>);
    STATIC_REQUIRE(made_from_no_float<PercentagePoints>);
    STATIC_REQUIRE(made_from_no_float<PercentChange>);
    STATIC_REQUIRE_FALSE(std::constructible_from<Count, ratio>);
    STATIC_REQUIRE(std::constructible_from<Share, ratio>);
}
