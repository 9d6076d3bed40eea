#include <indicare/exact/interval.hpp>

#include "exact/generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <string_view>

using namespace indicare::exact;

namespace {

std::string meant(std::string_view printed, Precision precision,
                  Rounding rounding = Rounding::half_up) {
    return print(meaning(*parse_decimal(printed), precision, rounding));
}

rc::Gen<Interval> any_interval() {
    const auto bound =
        rc::gen::map(rc::gen::inRange(-8, 9), [](int halves) { return make_ratio(halves, 2); });
    const auto end = rc::gen::element(End::open, End::closed);
    return rc::gen::apply(
        [](const ratio& lower, End lower_end, const ratio& upper, End upper_end) {
            return Interval(lower, lower_end, upper, upper_end);
        },
        bound, end, bound, end);
}

} // namespace

TEST_CASE("what a figure means under half up", "[exact][interval]") {
    CHECK(meant("70", places(0)) == "[69.5, 70.5)");
    CHECK(meant("-70", places(0)) == "(-70.5, -69.5]");
    CHECK(meant("0", places(0)) == "(-0.5, 0.5)");
    CHECK(meant("73.1", places(1)) == "[73.05, 73.15)");
    CHECK(meant("0.1", places(1)) == "[0.05, 0.15)");
    CHECK(meant("31010", nearest(10)) == "[31005, 31015)");
    CHECK(meant("5", nearest(5)) == "[2.5, 7.5)");
    CHECK(meant("0", nearest(5)) == "(-2.5, 2.5)");
}

TEST_CASE("what a figure means under the other rules", "[exact][interval]") {
    CHECK(meant("70", places(0), Rounding::half_even) == "[69.5, 70.5]");
    CHECK(meant("71", places(0), Rounding::half_even) == "(70.5, 71.5)");
    CHECK(meant("-1", places(0), Rounding::half_even) == "(-1.5, -0.5)");
    CHECK(meant("0", places(0), Rounding::half_even) == "[-0.5, 0.5]");
    CHECK(meant("20", nearest(10), Rounding::half_even) == "[15, 25]");
    CHECK(meant("30", nearest(10), Rounding::half_even) == "(25, 35)");

    CHECK(meant("70", places(0), Rounding::half_down) == "(69.5, 70.5]");
    CHECK(meant("-70", places(0), Rounding::half_down) == "[-70.5, -69.5)");
    CHECK(meant("0", places(0), Rounding::half_down) == "[-0.5, 0.5]");

    CHECK(meant("70", places(0), Rounding::truncate) == "[70, 71)");
    CHECK(meant("-70", places(0), Rounding::truncate) == "(-71, -70]");
    CHECK(meant("0", places(0), Rounding::truncate) == "(-1, 1)");

    CHECK(meant("70", places(0), Rounding::up) == "(69, 70]");
    CHECK(meant("0", places(1), Rounding::up) == "(-0.1, 0]");
    CHECK(meant("-70", places(0), Rounding::down) == "[-70, -69)");
    CHECK(meant("0", nearest(5), Rounding::down) == "[0, 5)");
}

TEST_CASE("a figure that the rule never prints means nothing", "[exact][interval]") {
    CHECK(meaning(Decimal{725, 2}, places(1), Rounding::half_up).empty());
    CHECK(meaning(Decimal{12, 0}, nearest(10), Rounding::half_up).empty());
    CHECK_FALSE(meaning(Decimal{720, 2}, places(1), Rounding::half_up).empty());
    CHECK_FALSE(meaning(Decimal{7, 0}, places(1), Rounding::half_up).empty());
}

TEST_CASE("intervals hold what lies between their ends", "[exact][interval]") {
    const Interval seventy = meaning(Decimal{70, 0}, places(0), Rounding::half_up);
    CHECK(seventy.contains(make_ratio(139, 2)));
    CHECK(seventy.contains(ratio(70)));
    CHECK_FALSE(seventy.contains(make_ratio(141, 2)));
    CHECK_FALSE(seventy.contains(ratio(69)));
    CHECK(seventy.lower() == make_ratio(139, 2));
    CHECK(seventy.lower_end() == End::closed);
    CHECK(seventy.upper() == make_ratio(141, 2));
    CHECK(seventy.upper_end() == End::open);

    CHECK(Interval::exactly(make_ratio(1, 3)).contains(make_ratio(1, 3)));
    CHECK_FALSE(Interval::exactly(make_ratio(1, 3)).empty());
    CHECK(Interval::none().empty());
    CHECK(Interval(1, End::closed, 1, End::open).empty());
    CHECK(Interval(2, End::closed, 1, End::closed).empty());
    CHECK(Interval(2, End::closed, 1, End::closed) == Interval::none());
    CHECK_FALSE(Interval(1, End::closed, 2, End::open) == Interval(1, End::closed, 2, End::closed));
}

TEST_CASE("intervals are cut with one another", "[exact][interval]") {
    const Interval left(0, End::closed, 2, End::open);
    CHECK(print(intersection(left, Interval(1, End::open, 3, End::closed))) == "(1, 2)");
    CHECK(print(intersection(left, Interval(0, End::open, 2, End::closed))) == "(0, 2)");
    CHECK_FALSE(intersects(left, Interval(2, End::closed, 3, End::closed)));
    CHECK(intersects(left, Interval(-1, End::open, 0, End::closed)));
    CHECK_FALSE(intersects(left, Interval::none()));
    // 620 children at 104, 225 at 35 and 232 at 38 per 10,000 leave no one population between them:
    // it lies in (number / (rate + 1/2), number / (rate - 1/2)].
    const auto population = [](int number, int rate) {
        return Interval(make_ratio(20'000 * integer(number), 2 * rate + 1), End::open,
                        make_ratio(20'000 * integer(number), 2 * rate - 1), End::closed);
    };
    CHECK_FALSE(intersects(population(620, 104), population(225, 35)));
    CHECK_FALSE(intersects(population(620, 104), population(232, 38)));
    CHECK_FALSE(intersects(population(225, 35), population(232, 38)));
    CHECK(intersects(population(620, 104), population(229, 39)));
}

TEST_CASE("intervals print their ends exactly", "[exact][interval]") {
    CHECK(print(Interval(make_ratio(1, 3), End::open, make_ratio(1, 2), End::closed)) ==
          "(1/3, 0.5]");
    CHECK(print(Interval::exactly(7)) == "[7, 7]");
    CHECK(print(Interval::none()) == "empty");
}

TEST_CASE("the meaning of a print holds what was printed", "[exact][interval][property]") {
    CHECK(rc::check("round trip", [] {
        const auto value = *test::any_ratio();
        for (const Precision precision : test::all_precisions) {
            for (const Rounding rounding : test::all_roundings) {
                const Decimal figure = round(value, precision, rounding);
                RC_ASSERT(meaning(figure, precision, rounding).contains(value));
            }
        }
    }));
}

TEST_CASE("the meaning of a print is no wider than it", "[exact][interval][property]") {
    CHECK(rc::check("an end prints as the figure when it is closed, and otherwise when it is open",
                    [] {
                        const auto value = *test::any_ratio();
                        const auto precision = *test::any_precision();
                        const auto rounding = *test::any_rounding();
                        const Decimal figure = round(value, precision, rounding);
                        const Interval interval = meaning(figure, precision, rounding);
                        const std::string text = print(figure);
                        RC_ASSERT((print(interval.lower(), precision, rounding) == text) ==
                                  (interval.lower_end() == End::closed));
                        RC_ASSERT((print(interval.upper(), precision, rounding) == text) ==
                                  (interval.upper_end() == End::closed));
                    }));
    CHECK(rc::check("the meanings of neighbouring figures meet, and share nothing", [] {
        const auto index = *rc::gen::inRange(-5, 5);
        const auto precision = *test::any_precision();
        const auto rounding = *test::any_rounding();
        const auto of = [&](int multiple) {
            return meaning({integer(multiple) * precision.step(), precision.places()}, precision,
                           rounding);
        };
        RC_ASSERT(of(index).upper() == of(index + 1).lower());
        RC_ASSERT(of(index).upper_end() != of(index + 1).lower_end());
        RC_ASSERT_FALSE(intersects(of(index), of(index + 1)));
    }));
}

TEST_CASE("an intersection holds what both hold", "[exact][interval][property]") {
    CHECK(rc::check("by membership", [] {
        const auto left = *any_interval();
        const auto right = *any_interval();
        const Interval both = intersection(left, right);
        bool shared = false;
        for (int quarters = -20; quarters <= 20; ++quarters) {
            const ratio value = make_ratio(quarters, 4);
            const bool in_both = left.contains(value) && right.contains(value);
            shared = shared || in_both;
            RC_ASSERT(both.contains(value) == in_both);
        }
        RC_ASSERT(intersects(left, right) == shared);
        RC_ASSERT(both == intersection(right, left));
    }));
}
