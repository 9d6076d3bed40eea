#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/scorecard/counts.hpp"
#include "indicators/random_returns.hpp"

using indicare::indicators::Tallies;
using indicare::indicators::Tally;
using indicare::indicators::Unit;
using namespace indicare::tests;

namespace {

using Rows = std::vector<RandomRow>;

const std::array<indicare::care::Date, 3> dates = {
    Returns::date("2022-03-31"), Returns::date("2022-12-31"), Returns::date("2023-03-31")};

using TalliesByDate = std::array<Tallies, dates.size()>;

/// The tallies at each date of the returns that are given.
template <class Give>
TalliesByDate tallies_of_given(Give&& give) {
    indicare::io::ReadingOptions options;
    options.area = "Home";
    Returns returns(options);
    returns.postcodes(postcodes_of_home);
    give(returns);
    returns.reader().end_returns();
    const std::vector<indicare::care::Window> windows(dates.begin(), dates.end());
    const auto counts =
        indicare::scorecard::count(returns.reader().records(), windows, {}, [](auto&&...) {});
    TalliesByDate tallies{};
    for (const auto& authority : counts) {
        for (std::size_t at = 0; at < dates.size(); ++at)
            indicare::indicators::operator+=(tallies[at], authority[at].tallies);
    }
    return tallies;
}

/// The tallies of the returns of 2022 and 2023.
TalliesByDate tallies_of(const Rows& rows, std::array<int, 2> years = {2022, 2023}) {
    return tallies_of_given([&](Returns& returns) {
        for (const int year : years)
            give(returns, year, rows);
    });
}

/// A table of a return, or the part of one that stands in a file of its own.
struct TableFile {
    int year;
    std::size_t table;
    std::string rows;
};

/// The tables of both years, each in one to three files, every row in any of them.
std::vector<TableFile> in_any_files(const Rows& rows) {
    std::vector<TableFile> files;
    for (const int year : {2022, 2023})
        for (std::size_t table = 0; table < random_columns.size(); ++table) {
            std::vector<std::string> parts(1 + static_cast<std::size_t>(random_rows::below(3)));
            for (const RandomRow& row : rows)
                if (row.table == table && row.year == year)
                    parts
                        .at(static_cast<std::size_t>(
                            random_rows::below(static_cast<int>(parts.size()))))
                        .append("C" + std::to_string(row.child) + row.fields + "\n");
            for (std::string& part : parts)
                files.push_back({year, table, std::move(part)});
        }
    return files;
}

const Tally& of(const Tallies& tallies, std::string_view id) {
    return tallies[indicare::indicators::indicator_named(id).value()];
}

/// Checks tallies at each date of random children.
template <class Check>
void of_any_children(Check&& check) {
    for (const Tallies& tallies : tallies_of(rows_of_children(random_rows::below(7))))
        check(tallies);
}

} // namespace

TEST_CASE("tallies of children counted apart add up to those of all") {
    CHECK(rc::check("split over two runs", [] {
        const Rows rows = rows_of_children(random_rows::below(7));
        Rows one;
        Rows other;
        std::array<bool, 7> is_in_one{};
        for (bool& each : is_in_one)
            each = random_rows::toss();
        for (const RandomRow& row : rows)
            (is_in_one.at(static_cast<std::size_t>(row.child)) ? one : other).push_back(row);
        TalliesByDate sum = tallies_of(one);
        const TalliesByDate others = tallies_of(other);
        for (std::size_t at = 0; at < dates.size(); ++at)
            indicare::indicators::operator+=(sum[at], others[at]);
        RC_ASSERT(sum == tallies_of(rows));
    }));
}

TEST_CASE("the order of rows does not matter") {
    CHECK(rc::check("shuffled", [] {
        const Rows rows = rows_of_children(random_rows::below(7));
        Rows shuffled = rows;
        std::shuffle(shuffled.begin(), shuffled.end(),
                     std::mt19937(*rc::gen::arbitrary<unsigned>()));
        RC_ASSERT(tallies_of(shuffled) == tallies_of(rows));
    }));
}

TEST_CASE("the order of the returns given does not matter") {
    CHECK(rc::check("the later first", [] {
        const Rows rows = rows_of_children(random_rows::below(7));
        RC_ASSERT(tallies_of(rows, {2023, 2022}) == tallies_of(rows));
    }));
}

TEST_CASE("in how many files a table comes, and in which order, does not matter") {
    CHECK(rc::check("cut and shuffled", [] {
        const Rows rows = rows_of_children(random_rows::below(7));
        auto files = in_any_files(rows);
        std::shuffle(files.begin(), files.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        const auto give_files = [&files](Returns& returns) {
            for (const TableFile& file : files)
                returns.table(file.year, table_of(random_columns[file.table].all,
                                                  random_columns[file.table].named, file.rows));
        };
        RC_ASSERT(tallies_of_given(give_files) == tallies_of(rows));
    }));
}

TEST_CASE("what is counted is among what is counted among") {
    CHECK(rc::check("shares are at most the whole", [] {
        of_any_children([](const Tallies& tallies) {
            for (std::size_t i = 0; i < tallies.size(); ++i) {
                const Unit unit = indicare::indicators::catalogue[i].unit;
                RC_ASSERT(tallies[i].denominator >= 0);
                RC_ASSERT(tallies[i].undetermined >= 0);
                if (is_mean(unit))
                    RC_ASSERT(tallies[i].squares * tallies[i].denominator >=
                              tallies[i].numerator * tallies[i].numerator);
                else
                    RC_ASSERT(tallies[i].squares == 0);
                if (unit == Unit::percent) {
                    RC_ASSERT(tallies[i].numerator >= 0);
                    RC_ASSERT(tallies[i].numerator <= tallies[i].denominator);
                }
                if (unit == Unit::children || unit == Unit::per_10000)
                    RC_ASSERT(tallies[i].denominator == 0);
            }
        });
    }));
}

TEST_CASE("the placement groups share out those looked after") {
    CHECK(rc::check("each child in one group or undetermined in all", [] {
        of_any_children([](const Tallies& tallies) {
            const Tally& fostered = of(tallies, "in_foster_care");
            Tally all{0, fostered.denominator, fostered.undetermined};
            for (const char* id :
                 {"in_foster_care", "placed_for_adoption", "placed_with_parents",
                  "in_secure_or_childrens_home", "in_supported_accommodation",
                  "in_other_residential", "in_residential_school", "in_other_placement"}) {
                all.numerator += of(tallies, id).numerator;
                RC_ASSERT(of(tallies, id).denominator == all.denominator);
                RC_ASSERT(of(tallies, id).undetermined == all.undetermined);
            }
            RC_ASSERT(all.numerator == all.denominator);
            RC_ASSERT(all.denominator + all.undetermined == of(tallies, "looked_after").numerator);
            RC_ASSERT(of(tallies, "independent_fostering").denominator == fostered.numerator);
            RC_ASSERT(of(tallies, "in_foster_care_with_relatives").numerator <= fostered.numerator);
        });
    }));
}

TEST_CASE("shares of one population have one whole") {
    CHECK(rc::check("wholes agree", [] {
        of_any_children([](const Tallies& tallies) {
            const auto whole = [&tallies](const char* id) {
                return of(tallies, id).denominator + of(tallies, id).undetermined;
            };
            const auto count = [&tallies](const char* id) { return of(tallies, id).numerator; };
            for (const char* id :
                 {"three_or_more_placements", "placed_in_area", "placed_over_20_miles",
                  "placed_over_20_miles_outside_area", "unaccompanied_share"})
                RC_ASSERT(whole(id) == count("looked_after"));
            for (const char* id : {"adopted", "special_guardianship", "returned_home",
                                   "child_arrangements_order", "days_in_care"})
                RC_ASSERT(whole(id) == count("ceased"));
            for (const char* id :
                 {"days_care_to_placement", "days_care_to_decision", "days_decision_to_match",
                  "days_match_to_placement", "days_placement_to_adoption", "days_care_to_adoption"})
                RC_ASSERT(whole(id) == count("adopted"));
            RC_ASSERT(whole("missing_children") == count("looked_after_in_year"));
            RC_ASSERT(of(tallies, "missing_incidents").denominator == count("missing_children"));
            RC_ASSERT(of(tallies, "away_incidents").denominator == count("away_children"));
            RC_ASSERT(count("unaccompanied_share") == count("unaccompanied"));
            RC_ASSERT(count("started_rate") == count("started"));
        });
    }));
}

TEST_CASE("parts are at most what they are part of") {
    CHECK(rc::check("parts", [] {
        of_any_children([](const Tallies& tallies) {
            const auto count = [&tallies](const char* id) { return of(tallies, id).numerator; };
            RC_ASSERT(count("looked_after") <= count("looked_after_in_year"));
            RC_ASSERT(count("ceased") <= count("looked_after_in_year"));
            RC_ASSERT(count("returned_home_planned") <= count("returned_home"));
            RC_ASSERT(count("placed_over_20_miles_outside_area") <= count("placed_over_20_miles"));
            RC_ASSERT(count("missing_children") <= count("missing_incidents"));
            RC_ASSERT(count("sdq_normal") + count("sdq_borderline") + count("sdq_concern") ==
                      of(tallies, "sdq_mean").denominator);
            RC_ASSERT(of(tallies, "sdq_mean").denominator == count("sdq_received"));
            RC_ASSERT(count("leavers_19_21_in_higher_education") <=
                      count("leavers_19_21_in_education_or_work"));
            RC_ASSERT(count("leavers_19_21_in_education_or_work") +
                          count("leavers_19_21_not_in_education_or_work") <=
                      of(tallies, "leavers_19_21_in_education_or_work").denominator);
        });
    }));
}
