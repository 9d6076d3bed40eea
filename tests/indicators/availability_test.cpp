#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/indicators/catalogue.hpp"
#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

using Ids = std::set<std::string>;

const Ids by_population = {"looked_after_rate", "started_rate", "ceased_rate"};
const Ids by_postcodes = {"placed_in_area", "placed_over_20_miles",
                          "placed_over_20_miles_outside_area"};
const Ids by_uasc = {"unaccompanied", "unaccompanied_share"};
const Ids by_social_workers = {"three_or_more_social_workers"};
const Ids by_ad1 = {"days_order_to_match", "days_care_to_decision", "days_decision_to_match",
                    "days_match_to_placement"};
const Ids by_oc2 = {"health_assessment",      "immunisations",    "dental_check",
                    "development_assessment", "substance_misuse", "substance_misuse_treated",
                    "sdq_received",           "sdq_mean",         "sdq_normal",
                    "sdq_borderline",         "sdq_concern",      "convicted"};
const Ids by_missing = {"missing_children", "missing_incidents", "away_children", "away_incidents"};
const Ids by_header = {"mothers"};
const Ids by_oc3 = {"leavers_17_18_in_touch",
                    "leavers_17_18_in_education_or_work",
                    "leavers_17_18_not_in_education_or_work",
                    "leavers_17_18_in_higher_education",
                    "leavers_17_18_in_suitable_accommodation",
                    "leavers_19_21_in_touch",
                    "leavers_19_21_in_education_or_work",
                    "leavers_19_21_not_in_education_or_work",
                    "leavers_19_21_in_higher_education",
                    "leavers_19_21_in_suitable_accommodation"};
const Ids by_episodes = {"looked_after",
                         "started",
                         "ceased",
                         "looked_after_in_year",
                         "short_breaks_only",
                         "in_foster_care",
                         "in_foster_care_with_relatives",
                         "placed_for_adoption",
                         "placed_with_parents",
                         "in_secure_or_childrens_home",
                         "in_supported_accommodation",
                         "in_other_residential",
                         "in_residential_school",
                         "in_other_placement",
                         "independent_fostering",
                         "three_or_more_placements",
                         "three_or_more_placements_two_years",
                         "long_term_stability",
                         "adopted",
                         "special_guardianship",
                         "child_arrangements_order",
                         "returned_home",
                         "returned_home_planned",
                         "days_in_care",
                         "days_care_to_placement",
                         "days_placement_to_adoption",
                         "days_care_to_adoption"};

Ids together(const std::vector<Ids>& groups) {
    Ids all;
    for (const Ids& group : groups)
        all.insert(group.begin(), group.end());
    return all;
}

const Ids all_ids = together({by_population, by_postcodes, by_uasc, by_social_workers, by_ad1,
                              by_oc2, by_missing, by_header, by_oc3, by_episodes});

/// The indicators that have a figure as at a date.
Ids available(Returns& returns, std::string_view date) {
    Ids ids;
    const auto cards = returns.scorecards(date);
    for (const auto& figure : cards.at(0).figures) {
        if (figure.is_available())
            ids.insert(std::string(figure.definition().id));
    }
    return ids;
}

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

} // namespace

TEST_CASE("the catalogue holds every indicator of its page and no other") {
    Ids ids;
    for (const auto& definition : indicare::indicators::catalogue)
        ids.insert(std::string(definition.id));
    CHECK(ids == all_ids);
    CHECK(indicare::indicators::catalogue.size() == all_ids.size());
}

TEST_CASE("with Episodes alone, what reads Episodes alone has a figure") {
    Returns returns;
    returns.episodes(2023, in_care);
    CHECK(available(returns, "2023-03-31") == by_episodes);
}

TEST_CASE("each table given makes the figures that read it") {
    const auto with = [](const std::string& table, const Ids& ids) {
        Returns returns;
        returns.episodes(2023, in_care).table(2023, table);
        CHECK(available(returns, "2023-03-31") == together({by_episodes, ids}));
    };
    with(uasc("CHILD", "A"), by_uasc);
    with(social_workers("A,SW1,01/06/2020,"), by_social_workers);
    with(ad1("A,01/06/2022,01/07/2022"), by_ad1);
    with(oc2("CHILD", "A"), by_oc2);
    with(missing("A,M,01/06/2022,"), by_missing);
    with(header("CHILD", "A"), by_header);
    with(oc3("A,01/06/2004,YES,F1,B1"), by_oc3);
}

TEST_CASE("a table without rows is given") {
    const auto with = [](const std::string& table, const Ids& ids) {
        Returns returns;
        returns.episodes(2023, in_care).table(2023, table);
        CHECK(available(returns, "2023-03-31") == together({by_episodes, ids}));
    };
    with(uasc("CHILD", ""), by_uasc);
    with(social_workers(""), by_social_workers);
    with(ad1(""), by_ad1);
    with(oc2("CHILD", ""), by_oc2);
    with(missing(""), by_missing);
    with(header("CHILD", ""), by_header);
    with(oc3(""), by_oc3);
}

TEST_CASE("without Episodes only the care leavers have figures") {
    Returns returns;
    returns.table(2023, header("CHILD", "A"))
        .table(2023, uasc("CHILD", "A"))
        .table(2023, oc2("CHILD", "A"))
        .table(2023, missing("A,M,01/06/2022,"))
        .table(2023, ad1("A,,"))
        .table(2023, social_workers("A,SW1,01/06/2020,"))
        .table(2023, oc3("A,01/06/2004,YES,F1,B1"));
    CHECK(available(returns, "2023-03-31") == by_oc3);
}

TEST_CASE("rates need the population of the year") {
    Returns returns;
    returns.episodes(2023, in_care);
    returns.population(2022, 1000);
    CHECK(available(returns, "2023-03-31") == by_episodes);
    returns.population(2023, 1000);
    CHECK(available(returns, "2023-03-31") == together({by_episodes, by_population}));
}

TEST_CASE("distances need a list of postcodes, and what lies outside the area its name too") {
    const char* places = "postcode,easting,northing,la\nDE1 1AA,400000,300000,Derby\n";
    Returns without_area;
    without_area.postcodes(places).episodes(2023, in_care);
    CHECK(available(without_area, "2023-03-31") ==
          together({by_episodes, {"placed_over_20_miles"}}));

    indicare::io::ReadingOptions options;
    options.area = "Derby";
    Returns with_area(options);
    with_area.postcodes(places).episodes(2023, in_care);
    CHECK(available(with_area, "2023-03-31") == together({by_episodes, by_postcodes}));
}

TEST_CASE("without the return of the year there are no figures") {
    Returns returns;
    returns.episodes(2022, in_care);
    CHECK(available(returns, "2022-03-31") == by_episodes);
    CHECK(available(returns, "2021-03-31").empty());
    CHECK(available(returns, "2023-03-31").empty());
    const auto figure = returns.figure("looked_after", "2023-03-31");
    CHECK(figure.printed() == "x");
    CHECK_FALSE(figure.unavailable_because().empty());
    CHECK_FALSE(figure.value().has_value());
    CHECK_FALSE(figure.bounds().has_value());
}

TEST_CASE("a rolling year needs the returns of both years") {
    Returns earlier;
    earlier.episodes(2022, in_care);
    CHECK(available(earlier, "2022-12-31").empty());
    Returns later;
    later.episodes(2023, in_care);
    CHECK(available(later, "2022-12-31").empty());
    Returns both;
    both.episodes(2022, in_care).episodes(2023, in_care);
    CHECK(available(both, "2022-12-31") == by_episodes);
}

TEST_CASE("the day before and the day after 31 March need two returns") {
    Returns returns;
    returns.episodes(2023, in_care);
    CHECK(available(returns, "2023-03-31") == by_episodes);
    CHECK(available(returns, "2023-03-30").empty()); // from 31 March 2022
    CHECK(available(returns, "2023-04-01").empty());
}

TEST_CASE("a table that either return of a rolling year gives is given") {
    for (const int year : {2022, 2023}) {
        Returns returns;
        returns.episodes(2022, in_care).episodes(2023, in_care);
        returns.table(year, missing("A,M,01/06/2022,"));
        CHECK(available(returns, "2022-12-31") == together({by_episodes, by_missing}));
        CHECK(returns.tally("missing_children", "2022-12-31") == Tally{1, 1, 0});
    }
}

TEST_CASE("a table of another year is not of this one") {
    Returns returns;
    returns.episodes(2022, in_care).episodes(2023, in_care);
    returns.table(2022, missing("A,M,01/06/2021,"));
    CHECK(available(returns, "2022-03-31") == together({by_episodes, by_missing}));
    CHECK(available(returns, "2023-03-31") == by_episodes);
}
