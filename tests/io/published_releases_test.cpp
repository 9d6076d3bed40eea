#include "io/published_files.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>
#include <string>

#include "indicare/io/return_folder.hpp"
#include "support/folders.hpp"

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;

namespace {

const std::set<std::string> of_2022 = {"adopted",
                                       "away_children",
                                       "away_incidents",
                                       "ceased",
                                       "ceased_rate",
                                       "child_arrangements_order",
                                       "convicted",
                                       "dental_check",
                                       "development_assessment",
                                       "health_assessment",
                                       "immunisations",
                                       "leavers_17_18_in_education_or_work",
                                       "leavers_17_18_in_higher_education",
                                       "leavers_17_18_in_suitable_accommodation",
                                       "leavers_17_18_in_touch",
                                       "leavers_17_18_not_in_education_or_work",
                                       "leavers_19_21_in_education_or_work",
                                       "leavers_19_21_in_higher_education",
                                       "leavers_19_21_in_suitable_accommodation",
                                       "leavers_19_21_in_touch",
                                       "leavers_19_21_not_in_education_or_work",
                                       "long_term_stability",
                                       "looked_after",
                                       "looked_after_in_year",
                                       "looked_after_rate",
                                       "missing_children",
                                       "missing_incidents",
                                       "returned_home_planned",
                                       "sdq_borderline",
                                       "sdq_concern",
                                       "sdq_mean",
                                       "sdq_normal",
                                       "sdq_received",
                                       "short_breaks_only",
                                       "special_guardianship",
                                       "started",
                                       "started_rate",
                                       "substance_misuse",
                                       "substance_misuse_treated",
                                       "three_or_more_placements"};

const std::set<std::string> of_the_nation = {
    "unaccompanied",       "unaccompanied_share",   "in_foster_care",     "placed_for_adoption",
    "placed_with_parents", "in_residential_school", "in_other_placement", "mothers"};

std::set<std::string> with(std::set<std::string> ids, const std::set<std::string>& more) {
    ids.insert(more.begin(), more.end());
    return ids;
}

std::set<std::string> without(std::set<std::string> ids, const std::set<std::string>& less) {
    for (const std::string& id : less)
        ids.erase(id);
    return ids;
}

} // namespace

TEST_CASE("what the release of 2022 gives", "[published]") {
    Published published;
    published.give_release("2022");
    CHECK(published.indicators_of(Level::authority) == of_2022);
    CHECK(published.indicators_of(Level::region) == of_2022);
    CHECK(published.indicators_of(Level::nation) == with(of_2022, of_the_nation));
    CHECK(published.text("looked_after", "Derby", 2022) == "627 of , ");
    CHECK(published.text("looked_after_rate", "Derby", 2022) == "627 of 58627, 107");
    CHECK(published.text("ceased_rate", "Derby", 2022) == "246 of 58627, 42");
    CHECK(published.text("long_term_stability", "Derby", 2022) == "152 of 208, 73");
    CHECK(published.text("missing_children", "Derby", 2022) == "72 of 869, 8");
    CHECK(published.text("missing_incidents", "Derby", 2022) == "576 of 72, 8");
    CHECK(published.text("leavers_19_21_in_suitable_accommodation", "Derby", 2022) ==
          "181 of 201, 90");
    CHECK(published.text("unaccompanied", "England", 2022) == "5570 of , ");
}

TEST_CASE("what the release of 2023 gives", "[published]") {
    Published published;
    published.give_release("2023");
    const auto of_2023 = with(of_2022, {"three_or_more_placements_two_years"});
    CHECK(published.indicators_of(Level::authority) == of_2023);
    CHECK(published.indicators_of(Level::region) == of_2023);
    CHECK(published.indicators_of(Level::nation) ==
          with(with(of_2023, of_the_nation), {"days_in_care"}));
    CHECK(published.text("looked_after_rate", "Derby", 2023) == "620 of 59411, 104");
    CHECK(published.text("started", "Derby", 2023) == "219 of , ");
    CHECK(published.text("long_term_stability", "Derby", 2023) == "154 of 254, 61");
    CHECK(published.text("health_assessment", "Derby", 2023) == "433 of 466, 93");
    CHECK(published.text("sdq_mean", "Derby", 2023) == " of 316, 15.4");
    CHECK(published.text("sdq_normal", "Derby", 2023) == "134 of 316, 42");
    CHECK(published.text("sdq_received", "Derby", 2023) == "316 of 348, 91");
    CHECK(published.text("substance_misuse_treated", "Derby", 2023) == "c of c, c");
    CHECK(published.text("convicted", "Derby", 2023) == "12 of 311, 4");
    CHECK(published.text("long_term_stability", "England", 2023).find(", 69") != std::string::npos);
    CHECK(published.text("days_in_care", "England", 2023).find(" of ") == 0);
}

TEST_CASE("what the release of 2025 gives: fewer files, other columns", "[published]") {
    Published published;
    published.give_release("2025");
    CHECK(published.indicators_of(Level::authority) ==
          with(without(of_2022,
                       {"adopted", "away_children", "away_incidents", "child_arrangements_order",
                        "leavers_17_18_in_touch", "leavers_19_21_in_touch", "looked_after_in_year",
                        "missing_children", "missing_incidents", "returned_home_planned",
                        "short_breaks_only", "special_guardianship"}),
               {"three_or_more_placements_two_years", "three_or_more_social_workers"}));
    CHECK(published.text("ceased_rate", "Derby", 2025) == "217 of 62113, 35");
    CHECK(published.text("long_term_stability", "Derby", 2025).find("172 of ") == 0);
    CHECK(published.text("three_or_more_social_workers", "Derby", 2024) == "82 of 598, 14");
    CHECK(published.text("dental_check", "Derby", 2025) == "373 of 425, 88");
    CHECK(published.text("sdq_mean", "Derby", 2025) == " of 200, 15.9");
    CHECK(published.figure("looked_after", "Derby", 2025).release == 2025);
    CHECK(published.figure("three_or_more_social_workers", "Derby", 2024).release == 2024);
}

TEST_CASE("files of which nothing is an indicator are named, and rows are counted", "[published]") {
    Published published;
    published.give_release("2023");
    const auto files = published.found(FindingCode::published_file_not_placed);
    REQUIRE(files.size() == 7);
    for (const auto& finding : files)
        CHECK_THAT(finding.message, Contains("its columns are "));
    CHECK(published.findings.count_of(FindingCode::published_figure_incomplete) == 0);
    CHECK(published.findings.count_of(FindingCode::published_figure_contradicted) == 0);
    CHECK(published.findings.count_of(quality::Severity::error) == 0);
    bool seen = false;
    for (const auto& finding : published.found(FindingCode::published_rows_not_placed))
        if (finding.file.find("la_care_leavers_intouch.csv") != std::string::npos) {
            seen = true;
            // England, a region and two authorities; three answers of two age groups.
            CHECK_THAT(finding.message,
                       Contains("24 of 40 rows") && Contains("Young person refuses contact"));
        }
    CHECK(seen);
}

TEST_CASE("the mapping that is compiled in is the file, and has no faults", "[published]") {
    quality::Findings findings;
    io::PublishedMapping mapping;
    CHECK(mapping.read(io::known_releases_text(), "mapping.csv", findings));
    CHECK(findings.count() == 0);
    const auto text = io::text_of_file(tests::project_file("lib/published_mapping.csv"));
    CHECK(text == io::known_releases_text());
}
