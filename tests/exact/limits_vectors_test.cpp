#include <indicare/exact/decimal.hpp>
#include <indicare/exact/limits.hpp>
#include <indicare/exact/significance.hpp>

#include "exact/rows_of.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace indicare::exact;
using test::Row;

// What these files are, and why some are inexact: vectors/README.md.

namespace {

/// The number as it is written, perhaps with an exponent: "1.7692313591220768e-06".
ratio number(const std::string& text) {
    const std::size_t e = std::min(text.find('e'), text.size());
    const ratio mantissa = parse_decimal(text.substr(0, e)).value().value();
    const int exponent = e == text.size() ? 0 : std::stoi(text.substr(e + 1));
    const ratio power = power_of_ten(static_cast<unsigned>(std::abs(exponent)));
    return exponent < 0 ? ratio(mantissa / power) : ratio(mantissa * power);
}

ratio number(const Row& row, const std::string& column) {
    return number(row.at(column));
}

integer whole(const Row& row, const std::string& column) {
    return parse_integer(row.at(column)).value();
}

ratio one_in(unsigned digits) {
    return make_ratio(1, power_of_ten(digits));
}

struct Level {
    const Confidence& confidence;
    std::string column; ///< As limits are named.
    std::string funnel; ///< As limits of funnels are.
    std::string word;   ///< As significance is.
};

const std::vector<Level>& levels() {
    static const std::vector<Level> both{{Confidence::percent_95(), "95_0cl", "2s", "0.025"},
                                         {Confidence::percent_99_8(), "99_8cl", "3s", "0.001"}};
    return both;
}

/// Nineteen digits or more of either limit of theirs: two more than a double has.
LimitRounding as_fine(const Row& row, const Level& level) {
    unsigned count = 19;
    for (const char* side : {"lower", "upper"}) {
        unsigned of_side = 19;
        for (ratio rest = abs(number(row, side + level.column)); rest != 0 && rest < 1; rest *= 10)
            ++of_side;
        count = std::max(count, of_side);
    }
    return {places(count)};
}

/// Whether theirs differ from ours by so little of ours.
void compare(const Row& row, const Level& level, const Limits& ours, const ratio& within) {
    const auto near = [&](const std::string& side, const Decimal& exact) {
        const ratio theirs = number(row, side + level.column);
        if (abs(theirs - exact.value()) > within * abs(exact.value()))
            FAIL_CHECK(side << " at " << level.confidence.text() << "; " << test::text_of(row));
    };
    near("lower", ours.lower);
    near("upper", ours.upper);
}

/// Number of events, and of those expected where it is just at the funnel's limit.
struct FunnelPoint {
    integer events;
    ratio expected;
    ratio exact;
};

/// The quantity that their search halves.
ratio searched(const integer& events, const ratio& expected) {
    return expected / (ratio(1 + events) + expected);
}

/// All limits of a funnel, theirs and the exact ones.
std::vector<FunnelPoint> funnel(const std::string& file, const std::string& events_column,
                                const std::string& expected_column, bool of_population) {
    std::vector<FunnelPoint> points;
    for (const Row& row : test::rows_of("vectors/" + file)) {
        const integer events = whole(row, events_column);
        const ratio scale = of_population ? ratio(number(row, "baseline") / 10'000) : ratio(1);
        for (const Level& level : levels()) {
            const Limits exact = poisson(events, 1, 1, level.confidence, {places(12)});
            const auto theirs = [&](const std::string& side) {
                return ratio(number(row, side + level.funnel + expected_column) * scale);
            };
            // So few events are at the lower limit where the expected are at the upper one.
            points.push_back({events, theirs("lower_"), exact.upper.value()});
            points.push_back({events, theirs("upper_"), exact.lower.value()});
        }
    }
    return points;
}

void check_funnel(const std::vector<FunnelPoint>& points, std::size_t above) {
    const integer halvings = integer(1) << 24;
    std::size_t too_high = 0;
    ratio worst = 0;
    for (const FunnelPoint& point : points) {
        CAPTURE(to_text(point.events), to_text(point.expected));
        const ratio theirs = searched(point.events, point.expected);
        const ratio exact = searched(point.events, point.exact);
        const integer multiple =
            round(ratio(theirs * halvings), places(0), Rounding::half_up).units;
        CHECK(multiple % 2 == 1);
        CHECK(abs(theirs * halvings - multiple) < one_in(8));
        CHECK(abs(theirs - exact) * halvings < make_ratio(102, 100));

        const ratio off = point.expected / point.exact - 1;
        too_high += off > 0 ? 1U : 0U;
        worst = std::max(worst, ratio(abs(off)));
    }
    CHECK(points.size() == 400);
    CHECK(too_high == above);
    CHECK(round(ratio(worst * 1'000'000), places(1), Rounding::half_up) == Decimal{467, 1});
}

std::string word(const Level& level, Standing standing) {
    return (standing == Standing::above ? "High (" : "Low (") + level.word + ")";
}

/// The word of the higher level at which the area stands out.
template <class Stands>
std::string significance(const Stands& stands) {
    for (auto level = levels().rbegin(); level != levels().rend(); ++level) {
        const Standing standing = stands(level->confidence);
        if (standing != Standing::within)
            return word(*level, standing);
    }
    return "Not significant";
}

/// Sums over all areas: what the funnels are drawn around.
struct Sums {
    integer shares_of, counted, population;
};

Sums sums_of_areas() {
    Sums sums;
    for (const Row& row : test::rows_of("vectors/funnel_input.csv")) {
        sums.counted += whole(row, "n");
        sums.shares_of += whole(row, "d");
        sums.population += whole(row, "pop");
    }
    return sums;
}

} // namespace

TEST_CASE("normal quantiles of a statistics package", "[exact][limits][vectors]") {
    for (const Row& row : test::rows_of("vectors/z_used.csv")) {
        CAPTURE(test::text_of(row));
        const ratio level = round(number(row, "conf"), places(6), Rounding::half_up).value();
        const ratio exact = Confidence(ratio(100 * level)).z(100).least();
        const ratio off = abs(number(row, "z") / exact - 1);
        CHECK(off < (level == make_ratio(999, 1000) ? one_in(14) : one_in(15)));
    }
}

TEST_CASE("Wilson's limits of a statistics package", "[exact][limits][vectors]") {
    const std::map<std::string, int> files{{"vectors/phe_proportion_x1_95_998.csv", 1},
                                           {"vectors/phe_proportion_x100_95_998.csv", 100}};
    for (const auto& [file, per] : files) {
        const std::vector<Row> rows = test::rows_of(file);
        CHECK(rows.size() == 353);
        for (const Row& row : rows) {
            for (const Level& level : levels())
                compare(row, level,
                        wilson(whole(row, "n"), whole(row, "d"), per, level.confidence,
                               as_fine(row, level)),
                        one_in(14));
        }
    }
}

TEST_CASE("limits of rates of a statistics package", "[exact][limits][vectors]") {
    const std::map<std::string, int> files{{"vectors/phe_rate_per10000_95_998.csv", 10'000},
                                           {"vectors/phe_rate_per100000_95_998.csv", 100'000}};
    for (const auto& [file, per] : files) {
        const std::vector<Row> rows = test::rows_of(file);
        CHECK(rows.size() == 322);
        for (const Row& row : rows) {
            const bool exact = row.at("method") == "Exact";
            CHECK((exact || row.at("method") == "Byars"));
            for (const Level& level : levels())
                compare(row, level,
                        (exact ? poisson : byar)(whole(row, "x"), whole(row, "n"), per,
                                                 level.confidence, as_fine(row, level)),
                        2 * one_in(15));
        }
    }
}

TEST_CASE("limits of means of a statistics package", "[exact][limits][vectors]") {
    std::map<std::string, Sample> samples;
    for (const Row& row : test::rows_of("vectors/phe_mean_input.csv")) {
        Sample& sample = samples[row.at("group")];
        const integer score = whole(row, "score");
        sample.number += 1;
        sample.sum += score;
        sample.squares += score * score;
    }
    const std::vector<Row> rows = test::rows_of("vectors/phe_mean_95_998.csv");
    CHECK(rows.size() == samples.size());
    for (const Row& row : rows) {
        CAPTURE(test::text_of(row));
        const Sample& sample = samples.at(row.at("group"));
        CHECK(sample.sum == whole(row, "value_sum"));
        for (const Level& level : levels()) {
            const Limits ours = student_t(sample, level.confidence, as_fine(row, level));
            const ratio width = (ours.upper.value() - ours.lower.value()) / 2;
            const ratio within = 2 * one_in(15) * width;
            CHECK(abs(number(row, "lower" + level.column) - ours.lower.value()) <= within);
            CHECK(abs(number(row, "upper" + level.column) - ours.upper.value()) <= within);
        }
    }
}

TEST_CASE("the funnel of shares of a statistics package", "[exact][significance][vectors]") {
    const Sums sums = sums_of_areas();
    const ratio share = make_ratio(sums.counted, sums.shares_of);
    std::size_t inner = 0;
    for (const Row& row : test::rows_of("vectors/funnel_limits_proportion.csv")) {
        CAPTURE(test::text_of(row));
        const integer among = whole(row, "Population");
        CHECK(abs(number(row, "baseline") / 100 / share - 1) < one_in(15));
        for (const Level& level : levels()) {
            const ratio square = level.confidence.z_squared(100).least() * share * (1 - share);
            const ratio lower = number(row, "lower_" + level.funnel + "_limit") / 100;
            const ratio upper = number(row, "upper_" + level.funnel + "_limit") / 100;
            for (const ratio& limit : {lower, upper}) {
                const ratio off = (limit - share) * (limit - share) * among;
                if (limit == 0 || limit == 1) {
                    CHECK(off <= square); // cut off
                    continue;
                }
                CHECK(abs(off / square - 1) < one_in(13));
                ++inner;
            }

            const auto stands = [&](const integer& counted) {
                return standing_of_share({counted, among}, share, 1, level.confidence);
            };
            const integer last_within = numerator(upper) * among / denominator(upper);
            CHECK(stands(last_within) == Standing::within);
            if (last_within < among)
                CHECK(stands(last_within + 1) == Standing::above);
            const integer first_within =
                -floor_divide(-numerator(lower) * among, denominator(lower));
            CHECK(stands(first_within) == Standing::within);
            if (first_within > 0)
                CHECK(stands(first_within - 1) == Standing::below);
        }
    }
    CHECK(inner > 250);
}

TEST_CASE("the Poisson funnels of a statistics package are off by their search",
          "[exact][limits][vectors]") {
    check_funnel(funnel("funnel_limits_ratio_count.csv", "Observed_events", "_exp_events", false),
                 206);
    check_funnel(funnel("funnel_limits_ratio_isr.csv", "Observed_events", "_exp_events", false),
                 206);
    check_funnel(funnel("funnel_limits_rate_crude.csv", "Events", "_population_1_year", true), 205);
}

TEST_CASE("areas outside of the funnel of shares", "[exact][significance][vectors]") {
    const Sums sums = sums_of_areas();
    const ratio share = make_ratio(sums.counted, sums.shares_of);
    const std::vector<Row> rows = test::rows_of("vectors/funnel_significance_proportion.csv");
    CHECK(rows.size() == 152);
    for (const Row& row : rows) {
        CAPTURE(test::text_of(row));
        const Part part{whole(row, "n"), whole(row, "d")};
        CHECK(significance([&](const Confidence& confidence) {
                  return standing_of_share(part, share, 1, confidence);
              }) == row.at("significance"));
    }
}

TEST_CASE("areas outside of the funnel of rates", "[exact][significance][vectors]") {
    const Sums sums = sums_of_areas();
    const ratio rate = make_ratio(10'000 * sums.shares_of, sums.population);
    const std::vector<Row> rows = test::rows_of("vectors/funnel_significance_rate_crude.csv");
    CHECK(rows.size() == 152);
    for (const Row& row : rows) {
        CAPTURE(test::text_of(row));
        const Part part{whole(row, "d"), whole(row, "pop")};
        CHECK(significance([&](const Confidence& confidence) {
                  return standing_of_rate(part, rate, 10'000, confidence);
              }) == row.at("significance"));
        // The ratio of what there is to what is expected.
        CHECK(significance([&](const Confidence& confidence) {
                  return standing_of_rate({part.counted, 1}, number(row, "exp"), 1, confidence);
              }) == row.at("significance"));
    }
}
