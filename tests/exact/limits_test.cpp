#include <indicare/exact/limits.hpp>
#include <indicare/exact/printing.hpp>
#include <indicare/exact/significance.hpp>

#include "exact/rows_of.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace indicare::exact;
using test::Row;

namespace {

integer whole(const Row& row, std::string_view column) {
    return parse_integer(row.find(column)->second).value();
}

/// One for each level: making one costs more than most limits.
const Confidence& level(const std::string& text) {
    static std::map<std::string, Confidence> levels;
    auto found = levels.find(text);
    if (found == levels.end())
        found = levels.emplace(text, Confidence::parse(text).value()).first;
    return found->second;
}

LimitRounding rounding_of(const Row& row) {
    return {places(static_cast<unsigned>(std::stoul(row.at("decimals"))))};
}

Part part(const Row& row, const std::string& group) {
    return {whole(row, "x" + group), whole(row, "n" + group)};
}

void compare(const Row& row, const Limits& limits, LimitMethod method) {
    const std::string lower = print(limits.lower);
    const std::string upper = print(limits.upper);
    if (lower != row.at("lower") || upper != row.at("upper") || limits.method != method)
        FAIL_CHECK("got " << lower << " to " << upper << " by " << name_of(limits.method) << "; "
                          << test::text_of(row));
}

using LimitsOfRow = std::function<Limits(const Row&)>;

/// Every row of the file; of several methods those of the one.
void compare_rows(const std::string& file, LimitMethod method, std::size_t least,
                  const LimitsOfRow& limits) {
    std::size_t compared = 0;
    for (const Row& row : test::rows_of(file)) {
        const auto named = row.find("method");
        if (named != row.end() && named->second != name_of(method))
            continue;
        compare(row, limits(row), method);
        ++compared;
    }
    CHECK(compared >= least);
}

using SingleMethod = Limits (*)(const integer&, const integer&, const integer&, const Confidence&,
                                LimitRounding);

void compare_single(LimitMethod method, SingleMethod limits, std::size_t least,
                    const std::string& file = "limits_fixture.csv") {
    compare_rows(file, method, least, [&](const Row& row) {
        return limits(whole(row, "numerator"), whole(row, "denominator"), whole(row, "per"),
                      level(row.at("confidence")), rounding_of(row));
    });
}

std::string printed(const Limits& limits) {
    return print(limits.lower) + " " + print(limits.upper);
}

const Confidence& percent_95 = Confidence::percent_95();

} // namespace

TEST_CASE("Wilson's limits are right to the last digit", "[exact][limits]") {
    compare_single(LimitMethod::wilson, wilson, 7'000);
}

TEST_CASE("Clopper and Pearson's limits are right to the last digit", "[exact][limits]") {
    compare_single(LimitMethod::clopper_pearson, clopper_pearson, 6'000);
}

TEST_CASE("Byar's limits are right to the last digit", "[exact][limits]") {
    compare_single(LimitMethod::byar, byar, 5'000);
}

TEST_CASE("exact Poisson limits are right to the last digit", "[exact][limits]") {
    compare_single(LimitMethod::poisson, poisson, 5'000);
}

// Three of 10^9 to the nearest whole: half a unit is 5 x 10^8 counts away.
TEST_CASE("a limit far from where rounding changes is rounded at once", "[exact][limits]") {
    compare_single(LimitMethod::clopper_pearson, clopper_pearson, 90, "limits_far.csv");
    compare_single(LimitMethod::poisson, poisson, 290, "limits_far.csv");
}

TEST_CASE("Student's limits are right to the last digit", "[exact][limits]") {
    const auto limits = [](const Row& row) {
        return student_t({whole(row, "number"), whole(row, "sum"), whole(row, "squares")},
                         level(row.at("confidence")), rounding_of(row));
    };
    compare_rows("limits_means.csv", LimitMethod::student_t, 1'500, limits);
    compare_rows("limits_means_of_many.csv", LimitMethod::student_t, 250, limits);
}

TEST_CASE("a mean far from another is told from it whatever the number", "[exact][limits]") {
    // The mean is 5 and its standard error some 10^-6: 6 is a million of them away.
    const integer many = 1'000'000'000'000;
    const Sample sample{many, integer(5 * many), integer(26 * many)};
    CHECK(standing_of_mean(sample, ratio(4), percent_95) == Standing::above);
    CHECK(standing_of_mean(sample, ratio(6), percent_95) == Standing::below);
    CHECK(standing_of_mean(sample, ratio(5), percent_95) == Standing::within);
}

TEST_CASE("limits of the mean of many at any level", "[exact][limits]") {
    // A thousand and one children of 1,000 and one of 1,001: the mean is 1000 + 1/1002, its
    // standard error 1/1002, and t 5.7795 at eight nines and 12.1855 at thirty.
    const Sample sample{1002, 1002001, 1002002001};
    const Confidence eight = *Confidence::parse("99.999999");
    const Confidence thirty = *Confidence::parse("99.9999999999999999999999999999");
    CHECK(printed(student_t(sample, eight, {places(3)})) == "999.995 1000.007");
    CHECK(printed(student_t(sample, thirty, {places(3)})) == "999.989 1000.013");
    CHECK(standing_of_mean(sample, ratio(10), thirty) == Standing::above);
    CHECK(standing_of_mean(sample, ratio(100'000), thirty) == Standing::below);
}

TEST_CASE("Newcombe's limits are right to the last digit", "[exact][limits]") {
    compare_rows("limits_differences.csv", LimitMethod::newcombe, 3'000, [](const Row& row) {
        return newcombe(part(row, "1"), part(row, "2"), whole(row, "per"),
                        level(row.at("confidence")), rounding_of(row));
    });
}

TEST_CASE("limits of a change of rates are right to the last digit", "[exact][limits]") {
    compare_rows("limits_changes.csv", LimitMethod::conditional, 1'500, [](const Row& row) {
        return change_of_rate(part(row, "1"), part(row, "2"), level(row.at("confidence")),
                              rounding_of(row))
            .value();
    });
}

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
// Medicine 17 (1998), 857-872, table I, methods 3 and 5.
TEST_CASE("limits of shares that are in print", "[exact][limits]") {
    const LimitRounding four{places(4)};
    const auto score = [&](int counted, int among) {
        return printed(wilson(counted, among, 1, percent_95, four));
    };
    const auto binomial = [&](int counted, int among) {
        return printed(clopper_pearson(counted, among, 1, percent_95, four));
    };
    CHECK(score(81, 263) == "0.2553 0.3662");
    CHECK(score(15, 148) == "0.0624 0.1605");
    CHECK(score(0, 20) == "0.0000 0.1611");
    CHECK(score(1, 29) == "0.0061 0.1718");
    CHECK(binomial(81, 263) == "0.2527 0.3676");
    CHECK(binomial(15, 148) == "0.0578 0.1617");
    CHECK(binomial(0, 20) == "0.0000 0.1684");
    CHECK(binomial(1, 29) == "0.0009 0.1776");
}

// The same, 873-890, table II, method 10.
TEST_CASE("limits of differences that are in print", "[exact][limits]") {
    const auto difference = [](const Part& first, const Part& second) {
        return printed(newcombe(first, second, 1, percent_95, {places(4)}));
    };
    CHECK(difference({56, 70}, {48, 80}) == "0.0524 0.3339");
    CHECK(difference({9, 10}, {3, 10}) == "0.1705 0.8090");
    CHECK(difference({6, 7}, {2, 7}) == "0.0582 0.8062");
    CHECK(difference({5, 56}, {0, 29}) == "-0.0381 0.1926");
    CHECK(difference({0, 10}, {0, 20}) == "-0.1611 0.2775");
    CHECK(difference({0, 10}, {0, 10}) == "-0.2775 0.2775");
    CHECK(difference({10, 10}, {0, 20}) == "0.6791 1.0000");
    CHECK(difference({10, 10}, {0, 10}) == "0.6075 1.0000");
    CHECK(difference({0, 10}, {10, 10}) == "-1.0000 -0.6075");
}

TEST_CASE("limits that are ratios themselves", "[exact][limits]") {
    // Of one, the upper limit of none is 1 - 1/40; of two at 99.5%, 1 - sqrt(1/400).
    CHECK(printed(clopper_pearson(0, 1, 1, percent_95, {places(3)})) == "0.000 0.975");
    CHECK(printed(clopper_pearson(0, 1, 1, percent_95, {places(2)})) == "0.00 0.98");
    CHECK(printed(clopper_pearson(1, 1, 1, percent_95, {places(2)})) == "0.03 1.00");
    CHECK(printed(clopper_pearson(0, 2, 1, *Confidence::parse("99.5"), {places(1)})) == "0.0 1.0");
    // Two values have the t of one degree of freedom, which is 1 at 50%.
    CHECK(printed(student_t({2, 5, 13}, *Confidence::parse("50"), {places(3)})) == "2.000 3.000");
    CHECK(printed(student_t({3, 21, 147}, percent_95, {places(2)})) == "7.00 7.00");
}

// Of three, two or more have the probability 3 p^2 - 2 p^3: 0.06075 at p = 0.15, which is the tail
// at 87.85%.
TEST_CASE("a limit half-way between two printed numbers is rounded by the rule",
          "[exact][limits]") {
    const auto lower = [](const std::string& level, Rounding rule, unsigned count = 1) {
        const Confidence confidence = Confidence::parse(level).value();
        const LimitRounding rounding{places(count), rule};
        const Limits limits = clopper_pearson(2, 3, 1, confidence, rounding);
        return print(limits.lower);
    };
    CHECK(lower("87.85", Rounding::half_up) == "0.2");
    CHECK(lower("87.85", Rounding::half_even) == "0.2");
    CHECK(lower("87.85", Rounding::half_down) == "0.1");
    CHECK(lower("87.85", Rounding::truncate) == "0.1");
    CHECK(lower("87.85", Rounding::up) == "0.2");
    CHECK(lower("87.85", Rounding::down) == "0.1");
    for (const Rounding rule : {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                Rounding::truncate, Rounding::up, Rounding::down})
        CHECK(lower("87.85", rule, 2) == "0.15");

    // A level higher by 10^-28 of a percent lets the limit fall below 0.15, and no double sees it.
    CHECK(lower("87.8500000000000000000000000001", Rounding::half_up) == "0.1");
    CHECK(lower("87.8499999999999999999999999999", Rounding::half_down) == "0.2");
    CHECK(lower("87.8500000000000000000000000001", Rounding::up, 2) == "0.15");
    CHECK(lower("87.8500000000000000000000000001", Rounding::down, 2) == "0.14");

    const auto upper = [](const std::string& level, Rounding rule) {
        const Confidence confidence = Confidence::parse(level).value();
        const LimitRounding rounding{places(1), rule};
        return print(clopper_pearson(1, 3, 1, confidence, rounding).upper);
    };
    CHECK(upper("87.85", Rounding::half_up) == "0.9");
    CHECK(upper("87.85", Rounding::half_even) == "0.8");
    CHECK(upper("87.85", Rounding::half_down) == "0.8");
    CHECK(upper("87.8500000000000000000000000001", Rounding::half_down) == "0.9");
    CHECK(upper("87.8499999999999999999999999999", Rounding::half_up) == "0.8");
}

TEST_CASE("limits below 0 are rounded away from zero on a tie, and down to minus infinity",
          "[exact][limits]") {
    // One event at 99.8%: (1 - 1/9 - 3.0902/3)^3 = -0.0028.
    const auto below = [](Rounding rule) {
        return print(
            byar(1, 1, 1, Confidence::percent_99_8(), LimitRounding{places(2), rule}).lower);
    };
    CHECK(below(Rounding::half_up) == "0.00");
    CHECK(below(Rounding::truncate) == "0.00");
    CHECK(below(Rounding::up) == "0.00");
    CHECK(below(Rounding::down) == "-0.01");
}

TEST_CASE("limits are rounded to the nearest multiple as well", "[exact][limits]") {
    // Garwood's limits of ten events: 4.795 and 18.390.
    CHECK(printed(poisson(10, 1, 1, percent_95, {nearest(5)})) == "5 20");
    CHECK(printed(poisson(10, 1, 1, percent_95, {nearest(10)})) == "0 20");
    CHECK(printed(poisson(10, 1, 1, percent_95, {nearest(5), Rounding::down})) == "0 15");
    CHECK(printed(poisson(10, 1, 1, percent_95)) == "4.8 18.4");
}

TEST_CASE("none and all have their limit at the end", "[exact][limits]") {
    for (const auto& method : {wilson, clopper_pearson}) {
        for (const int among : {1, 2, 17, 100'000}) {
            CHECK(print(method(0, among, 100, percent_95, {}).lower) == "0.0");
            CHECK(print(method(among, among, 100, percent_95, {}).upper) == "100.0");
        }
    }
    for (const auto& method : {byar, poisson})
        CHECK(print(method(0, 59'411, 10'000, percent_95, {}).lower) == "0.0");
    CHECK(print(change_of_rate({0, 10}, {3, 10}, percent_95).value().lower) == "-100.0");
}

TEST_CASE("no change from no events", "[exact][limits]") {
    CHECK_FALSE(change_of_rate({3, 10}, {0, 10}, percent_95));
    CHECK_FALSE(change_of_rate({0, 10}, {0, 10}, percent_95));
}

TEST_CASE("what is no figure is refused", "[exact][limits]") {
    for (const auto& method : {wilson, clopper_pearson, byar, poisson}) {
        CHECK_THROWS_AS(method(0, 0, 100, percent_95, {}), std::domain_error);
        CHECK_THROWS_AS(method(1, -1, 100, percent_95, {}), std::domain_error);
        CHECK_THROWS_AS(method(-1, 5, 100, percent_95, {}), std::domain_error);
        CHECK_THROWS_AS(method(1, 5, 0, percent_95, {}), std::domain_error);
        CHECK_THROWS_AS(method(1, 5, -100, percent_95, {}), std::domain_error);
    }
    CHECK_THROWS_AS(wilson(6, 5, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(clopper_pearson(6, 5, 100, percent_95), std::domain_error);

    CHECK_THROWS_AS(newcombe({1, 0}, {1, 2}, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(newcombe({1, 2}, {3, 2}, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(newcombe({-1, 2}, {1, 2}, 100, percent_95), std::domain_error);
    CHECK_THROWS_AS(newcombe({1, 2}, {1, 2}, 0, percent_95), std::domain_error);
    CHECK_THROWS_AS(change_of_rate({1, 0}, {1, 2}, percent_95), std::domain_error);
    CHECK_THROWS_AS(change_of_rate({1, 2}, {-1, 2}, percent_95), std::domain_error);

    CHECK_THROWS_AS(student_t({0, 0, 0}, percent_95), std::domain_error);
    CHECK_THROWS_AS(student_t({1, 4, 16}, percent_95), std::domain_error);
    CHECK_THROWS_AS(student_t({-2, 4, 16}, percent_95), std::domain_error);
    // Two values of the sum 5 have squares of 12.5 at least.
    CHECK_THROWS_AS(student_t({2, 5, 12}, percent_95), std::domain_error);
}

TEST_CASE("methods have names and titles", "[exact][limits]") {
    CHECK(name_of(LimitMethod::wilson) == "wilson");
    CHECK(name_of(LimitMethod::clopper_pearson) == "clopper_pearson");
    CHECK(name_of(LimitMethod::byar) == "byar");
    CHECK(name_of(LimitMethod::poisson) == "poisson");
    CHECK(name_of(LimitMethod::student_t) == "student_t");
    CHECK(name_of(LimitMethod::newcombe) == "newcombe");
    CHECK(name_of(LimitMethod::conditional) == "conditional");
    for (const LimitMethod method :
         {LimitMethod::wilson, LimitMethod::clopper_pearson, LimitMethod::byar,
          LimitMethod::poisson, LimitMethod::student_t, LimitMethod::newcombe,
          LimitMethod::conditional}) {
        CHECK(limit_method_named(name_of(method)) == method);
        CHECK_FALSE(title_of(method).empty());
    }
    CHECK_FALSE(limit_method_named("Wilson"));
    CHECK_FALSE(limit_method_named(""));
}
