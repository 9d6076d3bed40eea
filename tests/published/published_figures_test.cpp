#include "figure_outcome.hpp"
#include "published_table.hpp"
#include "support/folders.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace published;

using Counts = std::array<int, wrong>;

std::vector<Table> read_tables() {
    const auto folder = std::filesystem::path(indicare::tests::test_file("published"));
    std::vector<Table> tables;
    for (const std::string release : {"2022", "2023", "2025"}) {
        for (const auto& entry : std::filesystem::directory_iterator(folder / release))
            tables.push_back(read_table(entry.path()));
    }
    return tables;
}

/// Calls visit(table, quotient, row) for every published figure.
template <class Visit>
void for_each_figure(Visit visit) {
    static const std::vector<Table> tables = read_tables();
    for (const Table& table : tables) {
        for (const Row& row : table.rows) {
            for (const Quotient& quotient : table.quotients)
                visit(table, quotient, row);
        }
    }
}

/// "2023 E09000028 2023: 755 / 100 printed 7.5": release, authority, year, quotient and figure.
std::string describe(const Table& table, const Quotient& quotient, const Row& row) {
    return table.name.substr(0, 4) + ' ' + row[0] + ' ' + row[1] + ": " +
           numerator_of(quotient, row) + " / " + row[quotient.denominator] + " printed " +
           row[quotient.printed];
}

int misprinted_by(Rounding rounding) {
    int misprinted = 0;
    for_each_figure([&](const Table& table, const Quotient& quotient, const Row& row) {
        if (const Outcome outcome = outcome_of(quotient, table, row);
            outcome != exact && outcome != rounds_to_zero)
            return;
        if (!prints(*whole_number(row[*quotient.numerator]),
                    *whole_number(row[quotient.denominator]), quotient, row[quotient.printed],
                    rounding))
            ++misprinted;
    });
    return misprinted;
}

// The columns are the outcomes in their order; every figure of the files is in one of them.
const std::map<std::string, Counts> expected_counts{
    {"2022/cla_number_and_rate_per_10k_children.csv", {2271, 0, 0, 0, 0, 0, 0, 0, 0, 3, 66, 0}},
    {"2022/la_care_leavers_accommodation_suitability.csv",
     {4585, 5, 40, 0, 6, 0, 0, 0, 0, 1428, 176, 0}},
    {"2022/la_care_leavers_activity.csv", {11847, 3, 102, 0, 13, 0, 0, 0, 0, 3499, 3256, 0}},
    {"2022/la_care_leavers_intouch.csv", {5060, 0, 50, 0, 9, 0, 0, 0, 0, 2461, 220, 0}},
    {"2022/la_care_leavers_stayput.csv", {2637, 0, 28, 0, 5, 0, 0, 0, 0, 362, 88, 0}},
    {"2022/la_children_who_ceased_during_the_year_sgo_adoptions.csv",
     {2676, 0, 82, 0, 0, 0, 0, 0, 0, 3002, 2040, 0}},
    {"2022/la_children_who_ceased_during_year.csv",
     {16453, 0, 113, 0, 23, 0, 0, 0, 0, 4939, 1092, 0}},
    {"2022/la_children_who_were_missing_or_away_from_placement_without_authorisation.csv",
     {2537, 1, 215, 0, 46, 27, 6, 0, 0, 196, 88, 4}},
    {"2022/la_cla_at_31_march_placement_stability_indicator.csv",
     {2990, 0, 0, 26, 2, 0, 0, 0, 0, 14, 88, 0}},
    {"2022/la_cla_during_year_new_placements.csv",
     {10888, 11, 73, 0, 32, 0, 0, 0, 0, 3246, 570, 0}},
    {"2022/la_cla_who_started_to_be_looked_after.csv",
     {20147, 0, 128, 0, 22, 0, 0, 0, 0, 3959, 704, 0}},
    {"2022/la_conviction_health_outcome_cla.csv",
     {11026, 1, 101, 215, 130, 0, 4, 747, 0, 1410, 401, 5}},
    {"2023/cla_number_and_rate_per_10k_children.csv", {2262, 0, 0, 0, 0, 0, 0, 0, 0, 3, 66, 9}},
    {"2023/la_care_leavers_accommodation_suitability.csv",
     {4621, 5, 40, 0, 4, 0, 0, 0, 0, 1386, 176, 8}},
    {"2023/la_care_leavers_activity.csv", {11958, 6, 104, 0, 9, 0, 0, 0, 0, 3669, 2952, 22}},
    {"2023/la_care_leavers_intouch.csv", {5031, 0, 50, 0, 6, 0, 0, 0, 0, 2483, 220, 10}},
    {"2023/la_care_leavers_intouch_22to25.csv", {1531, 0, 4, 0, 2, 0, 0, 0, 0, 255, 8, 24}},
    {"2023/la_care_leavers_stayput.csv", {2685, 0, 31, 0, 1, 0, 0, 0, 0, 315, 88, 0}},
    {"2023/la_children_who_ceased_during_the_year.csv",
     {16508, 1, 12, 0, 23, 0, 0, 0, 0, 5034, 1042, 0}},
    {"2023/la_children_who_ceased_during_the_year_sgo_adoption.csv",
     {2450, 0, 22, 0, 0, 0, 0, 0, 0, 3528, 240, 0}},
    {"2023/la_children_who_were_missing_or_away_from_placement_without_authorisation.csv",
     {2503, 3, 0, 228, 37, 24, 5, 0, 5, 215, 100, 0}},
    {"2023/la_cla_during_year_new_placements.csv", {11032, 13, 8, 0, 25, 0, 0, 0, 0, 3256, 486, 0}},
    {"2023/la_cla_placement_stability.csv", {4488, 0, 19, 0, 1, 0, 0, 0, 0, 21, 151, 0}},
    {"2023/la_conviction_health_outcome_cla.csv",
     {10984, 1, 32, 0, 120, 0, 0, 747, 0, 1441, 697, 18}},
    {"2025/cla_number_and_rate_per_10k_children.csv", {2267, 0, 0, 0, 0, 0, 0, 0, 0, 2, 56, 0}},
    {"2025/la_care_leavers_accommodation_suitability.csv",
     {4605, 13, 40, 0, 6, 0, 0, 0, 0, 1424, 112, 0}},
    {"2025/la_care_leavers_activity.csv", {12190, 14, 108, 0, 17, 0, 0, 0, 0, 4111, 2160, 0}},
    {"2025/la_cla_during_year_new_placements.csv",
     {11118, 12, 10, 0, 20, 0, 0, 0, 0, 3214, 351, 0}},
    {"2025/la_cla_placement_stability.csv", {4497, 0, 19, 0, 2, 0, 0, 0, 0, 29, 103, 0}},
    {"2025/la_cla_school_moves.csv", {4749, 0, 24, 0, 8, 0, 0, 0, 0, 59, 120, 1240}},
    {"2025/la_cla_swcount.csv", {302, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2}},
    {"2025/la_conviction_health_outcome_cla.csv",
     {10954, 1, 31, 6, 116, 0, 0, 751, 0, 1516, 575, 0}},
};

} // namespace

TEST_CASE("DfE prints percentages, rates and averages half up, with z and k") {
    const Quotient percentage{0, 1, 2, 100, 0};
    CHECK(printed_percentage(23, 40, percentage) == "58"); // 57.5
    CHECK(printed_percentage(0, 7, percentage) == "0");
    CHECK(printed_percentage(0, 0, percentage) == "z");
    CHECK(printed_percentage(1, 200, percentage) == "1"); // 0.5
    CHECK(printed_percentage(1, 201, percentage) == "k");
    CHECK(printed_percentage(620, 59411, {0, 1, 2, 10000, 0}) == "104"); // 104.36
    CHECK(printed_percentage(755, 100, {0, 1, 2, 1, 1}) == "7.6");
}

TEST_CASE("a figure that does not follow is seen") {
    const Quotient percentage{4, 2, 3, 100, 0};
    const auto outcome = [&](const Row& row) {
        return outcome_of(percentage, Table{"", {percentage}, {row}}, row);
    };
    CHECK(outcome({"E06000015", "2023", "23", "40", "58"}) == exact);
    CHECK(outcome({"E06000015", "2023", "23", "40", "57"}) == wrong);
    CHECK(outcome({"E06000015", "2023", "1", "201", "0"}) == wrong);
    CHECK(outcome({"E06000015", "2023", "7", "0", "z"}) == wrong);
    CHECK(outcome({"E06000015", "2023", "23", "40", "c"}) == wrong);
    CHECK(outcome({"E06000015", "2023", "c", "40", "58"}) == hidden_above);
    CHECK(outcome({"E06000015", "2023", "c", "40", "59"}) == wrong); // 23 is 57.5, 24 is 60
    CHECK(outcome({"E06000015", "2023", "23", "c", "58"}) == hidden_below);
    CHECK(outcome({"E06000015", "2023", "2", "c", "99"}) == wrong); // of 2, 100; of 3, 67
    CHECK(outcome({"E06000015", "2023", "z", "40", "58"}) == wrong);
    CHECK(outcome({"E06000015", "2023", "23", "x", "58"}) == wrong);
}

TEST_CASE("every published authority figure is reproduced, or counted by the reason why not") {
    std::map<std::string, Counts> counts;
    std::vector<std::string> failures;
    for_each_figure([&](const Table& table, const Quotient& quotient, const Row& row) {
        const Outcome outcome = outcome_of(quotient, table, row);
        if (outcome == wrong) {
            failures.push_back(describe(table, quotient, row));
            return;
        }
        ++counts[table.name][outcome];
    });
    CHECK(failures == std::vector<std::string>{});
    for (const auto& [file, expected] : expected_counts) {
        INFO(file);
        CHECK(counts[file] == expected);
    }
    CHECK(counts.size() == expected_counts.size());
}

TEST_CASE("the published rates, percentages and averages that follow exactly") {
    std::map<std::int64_t, int> reproduced;
    for_each_figure([&](const Table& table, const Quotient& quotient, const Row& row) {
        if (const Outcome outcome = outcome_of(quotient, table, row);
            outcome == exact || outcome == rounds_to_zero)
            ++reproduced[quotient.per];
    });
    CHECK(reproduced == std::map<std::int64_t, int>{{10000, 6800}, {100, 210842}, {1, 2300}});
}

TEST_CASE("no other rounding rule reproduces them") {
    CHECK(misprinted_by(Rounding::half_up) == 0);
    CHECK(misprinted_by(Rounding::half_down) == 1142); // all exact ties
    CHECK(misprinted_by(Rounding::half_even) == 600);
    CHECK(misprinted_by(Rounding::truncate) == 70070);
}

TEST_CASE(
    "the averages that binary arithmetic misprinted are exact ties, and are printed up here") {
    std::vector<std::string> ties;
    for_each_figure([&](const Table& table, const Quotient& quotient, const Row& row) {
        if (outcome_of(quotient, table, row) != binary_tie)
            return;
        ties.push_back(describe(table, quotient, row) + ", is " +
                       printed_percentage(*whole_number(row[*quotient.numerator]),
                                          *whole_number(row[quotient.denominator]), quotient));
    });
    std::sort(ties.begin(), ties.end());
    CHECK(ties == std::vector<std::string>{
                      // Kingston upon Hull, away from placement; the others are missing incidents:
                      "2023 E06000010 2021: 229 / 20 printed 11.4, is 11.5",
                      "2023 E06000045 2021: 273 / 60 printed 4.5, is 4.6",  // Southampton
                      "2023 E08000036 2022: 146 / 40 printed 3.6, is 3.7",  // Wakefield
                      "2023 E09000024 2019: 81 / 20 printed 4, is 4.1",     // Merton
                      "2023 E09000028 2023: 755 / 100 printed 7.5, is 7.6", // Southwark
                  });
}
