#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "indicare/explain/explanation.hpp"
#include "indicare/io/return_folder.hpp"
#include "indicare/scorecard/counts.hpp"
#include "indicators/random_returns.hpp"
#include "support/folders.hpp"

using namespace indicare;
using namespace indicare::tests;
using explain::Explanation;
using indicators::catalogue;
using indicators::Membership;

namespace {

const care::Window year_2023(care::Date::of(2023, 3, 31));

const indicators::Definition& definition(std::string_view id) {
    return catalogue[indicators::indicator_named(id).value()];
}

/// The explanation of the only child.
Explanation explained(std::string_view id, Returns& returns) {
    returns.reader().end_returns();
    const auto rows = explain::explain(returns.reader().records(), {}, year_2023, definition(id));
    REQUIRE(rows.size() == 1);
    return rows[0].explanation;
}

Explanation explained(std::string_view id, std::string_view episodes) {
    Returns returns;
    returns.episodes(2023, episodes);
    return explained(id, returns);
}

Explanation stability(std::string_view episodes, std::string_view born = "01/06/2015") {
    Returns returns;
    returns.episodes(2023, episodes)
        .table(2023, header("CHILD,SEX,DOB", "A,1," + std::string(born) + "\n"));
    return explained("long_term_stability", returns);
}

/// For every authority and indicator: what the explained children add up to is what is counted.
void check_that_rows_add_up(const care::Records& records, const care::Window& window) {
    const auto counts = scorecard::count(records, std::span(&window, 1), {}, [](auto&&...) {});
    indicators::Tallies all{};
    for (const auto& authority : counts)
        all += authority[0].tallies;
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        INFO(catalogue[i].id);
        const auto rows = explain::explain(records, {}, window, catalogue[i]);
        CHECK(explain::tally_of(rows, catalogue[i]) == all[i]);
        for (const explain::ExplainedChild& row : rows) {
            CHECK_FALSE(row.explanation.reason.empty());
            CHECK(row.explanation.decided_by.empty() ==
                  (row.explanation.standing.membership != Membership::undetermined));
        }
    }
}

} // namespace

TEST_CASE("a child in the numerator, with the facts on which it stands") {
    const Explanation told = stability("A,01/06/2018,S,C2,U4,,\n");
    CHECK(told.standing.membership == Membership::numerator);
    CHECK(told.reason == "placement with this carer since 01/06/2018, before 31/03/2021; aged 7 on "
                         "31/03/2023; period of care started 01/06/2018, before 30/09/2020");
    CHECK(told.decided_by.empty());
}

TEST_CASE("a child in the denominator alone is told what it lacks first") {
    const Explanation told = stability("A,01/06/2018,S,C2,U4,14/05/2021,X1\n"
                                       "A,14/05/2021,P,C2,U4,,\n");
    CHECK(told.standing.membership == Membership::denominator);
    CHECK(told.reason == "placement with this carer since 14/05/2021, after 31/03/2021; aged 7 on "
                         "31/03/2023; period of care started 01/06/2018, before 30/09/2020");
    CHECK(told.gap == 44); // 14 May is 44 days after 31 March
}

TEST_CASE("a child outside is told the condition that fails") {
    CHECK(stability("A,03/10/2020,S,C2,U4,,\n").reason ==
          "period of care started 03/10/2020, after 30/09/2020");
    CHECK(stability("A,01/06/2018,S,C2,U4,,\n", "01/03/2007").reason == "aged 16 on 31/03/2023");
    CHECK(stability("A,01/06/2018,S,C2,U4,01/02/2023,E4A\n").reason ==
          "not looked after on 31/03/2023: left on 01/02/2023, REC E4A (returned home as the care "
          "plan foresaw)");
    CHECK(stability("A,01/01/2018,S,V3,U4,01/06/2018,\nA,01/06/2018,S,C2,U4,,\n").reason ==
          "short breaks ended as the period of care started on 01/06/2018");
    for (const char* episodes : {"A,03/10/2020,S,C2,U4,,\n", "A,01/02/2023,S,V3,U4,,\n"})
        CHECK(stability(episodes).standing.membership == Membership::outside);
}

TEST_CASE("an undetermined child is told what would decide") {
    const Explanation told = stability("A,03/10/2020,L,C2,U4,,\n");
    CHECK(told.standing.membership == Membership::undetermined);
    CHECK(told.reason == "period of care started 03/10/2020 or earlier, perhaps by 30/09/2020");
    CHECK(told.decided_by == "the earlier return that holds the start of the period of care");

    Returns returns;
    returns.episodes(2023, "A,01/06/2018,S,C2,U4,,\n");
    CHECK(explained("long_term_stability", returns).decided_by == "the date of birth (DOB)");
}

TEST_CASE("a child of whom no return of the year holds an episode") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,C2,U4,01/02/2022,E4A\n").episodes(2023, "");
    CHECK(explained("looked_after", returns).reason ==
          "no return of the year holds an episode of the child");
}

TEST_CASE("why a child is or is not in the groups that indicators are about") {
    CHECK(explained("looked_after", "A,01/06/2022,S,C2,U4,,\n").reason ==
          "looked after on 31/03/2023");
    CHECK(explained("looked_after", "A,01/04/2023,S,C2,U4,,\n").reason ==
          "not looked after on 31/03/2023: looked after from 01/04/2023");
    CHECK(explained("looked_after", "A,01/06/2022,S,V4,U4,,\n").reason ==
          "not looked after on 31/03/2023: short breaks only");
    CHECK(explained("started", "A,01/06/2022,S,C2,U4,,\n").reason == "started on 01/06/2022");
    CHECK(explained("started", "A,01/06/2021,S,C2,U4,,\n").reason ==
          "no episode with RNE S from 01/04/2022 to 31/03/2023");
    CHECK(explained("ceased", "A,01/06/2021,S,C2,U4,05/05/2022,E5\n").reason ==
          "left on 05/05/2022, REC E5 (independent living with support)");
    CHECK(explained("ceased", "A,01/06/2021,S,C2,U4,,\n").reason ==
          "did not leave from 01/04/2022 to 31/03/2023");
    CHECK(explained("looked_after_in_year", "A,01/06/2021,S,C2,U4,,\n").reason ==
          "looked after from 01/04/2022 to 31/03/2023");
    CHECK(explained("short_breaks_only", "A,01/06/2022,S,V4,U4,,\n").reason ==
          "short breaks and nothing else from 01/04/2022 to 31/03/2023");
    CHECK(explained("adopted", "A,01/06/2021,S,C2,U4,05/05/2022,E5\n").standing.membership ==
          Membership::denominator);
    CHECK(explained("days_care_to_adoption", "A,01/06/2021,S,C2,U4,05/05/2022,E5\n").reason ==
          "left on 05/05/2022, REC E5 (independent living with support)");
    CHECK(explained("leavers_19_21_in_touch", "A,01/06/2021,S,C2,U4,,\n").reason ==
          "no row in OC3");
}

TEST_CASE("why a child is not in the twelve months' cohort") {
    CHECK(explained("health_assessment", "A,02/04/2022,S,C2,U4,,\n").reason ==
          "started to be looked after on 02/04/2022, after 01/04/2022");
    CHECK(explained("health_assessment", "A,01/06/2021,S,C2,U4,01/07/2022,E4A\n"
                                         "A,01/08/2022,P,C2,U4,,\n")
              .reason == "left on 01/07/2022, REC E4A (returned home as the care plan foresaw), "
                         "and came back");
    CHECK(explained("health_assessment", "A,01/06/2021,S,V4,U4,01/07/2022,X1\n"
                                         "A,01/07/2022,L,C2,U4,,\n")
              .reason == "short breaks since 01/04/2022");
}

TEST_CASE("answers of OC2 as they stand") {
    const auto assessed = [](std::string_view answer) {
        Returns returns;
        returns.episodes(2023, "A,01/06/2018,S,C2,U4,,\n")
            .table(2023, oc2("CHILD,HEALTH_ASSESSMENT", "A," + std::string(answer) + "\n"));
        return explained("health_assessment", returns);
    };
    CHECK(assessed("1").reason == "HEALTH_ASSESSMENT 1");
    CHECK(assessed("0").reason == "HEALTH_ASSESSMENT 0");
    CHECK(assessed("").reason == "HEALTH_ASSESSMENT blank");
    CHECK(assessed("").decided_by == "the answer in OC2");
    CHECK(explained("health_assessment", "A,01/06/2018,S,C2,U4,,\n").reason ==
          "no row in OC2, which gives HEALTH_ASSESSMENT");
}

TEST_CASE("the days of a mean") {
    const Explanation told = explained("days_in_care", "A,01/06/2021,S,C2,U4,01/06/2022,E5\n");
    CHECK(told.standing.amount == 365);
    CHECK(told.reason == "period of care from 01/06/2021 to 01/06/2022");
    const Explanation unknown = explained("days_in_care", "A,01/06/2021,L,C2,U4,01/06/2022,E5\n");
    CHECK(unknown.reason == "period of care from on or before 01/06/2021 to 01/06/2022");
    CHECK(unknown.decided_by == "the earlier return that holds the start of the period of care");
}

TEST_CASE("a reason never names the child") {
    Returns returns;
    returns.table(2023, header("CHILD,SEX,DOB,MOTHER", "UNIQUE77,2,01/06/2006,1\n"))
        .episodes(2023, "UNIQUE77,01/06/2018,S,C2,U4,,\n");
    returns.reader().end_returns();
    for (const indicators::Definition& each : catalogue)
        for (const auto& row : explain::explain(returns.reader().records(), {}, year_2023, each)) {
            CHECK(row.explanation.reason.find("UNIQUE77") == std::string::npos);
            CHECK(row.explanation.reason.find("01/06/2006") == std::string::npos);
        }
}

TEST_CASE("every condition of the catalogue can be explained") {
    for (const indicators::Definition& each : catalogue) {
        INFO(each.id);
        for (const auto* conditions : {&each.among, &each.counted})
            for (const indicators::Condition& condition : conditions->each())
                CHECK(condition.facts != nullptr);
        CHECK((each.amount == nullptr) == (each.amount_facts == nullptr));
    }
}

TEST_CASE("rows of the bundled returns add up to what is counted, for every indicator") {
    io::ReturnReader reader;
    for (int year = 2019; year <= 2023; ++year)
        REQUIRE(io::read_folder(reader,
                                tests::project_file("examples/returns/") + std::to_string(year)));
    for (const auto& date : {care::Date::of(2019, 3, 31), care::Date::of(2021, 3, 31),
                             care::Date::of(2022, 9, 30), care::Date::of(2023, 3, 31)})
        check_that_rows_add_up(reader.records(), care::Window(date));
}

TEST_CASE("rows of linked returns of other make add up too") {
    io::ReturnReader reader;
    for (int year = 2018; year <= 2022; ++year)
        REQUIRE(io::read_folder(reader, tests::test_file("data/linked/") + std::to_string(year)));
    for (int year = 2018; year <= 2022; ++year)
        check_that_rows_add_up(reader.records(),
                               care::Window(care::Date::end_of_reporting_year(year)));
}

TEST_CASE("rows of any returns add up") {
    CHECK(rc::check("explained and counted", [] {
        Returns returns;
        const auto rows = rows_of_children(random_rows::below(5));
        give(returns, 2022, rows);
        give(returns, 2023, rows);
        returns.reader().end_returns();
        for (const char* date : {"2022-03-31", "2022-12-31", "2023-03-31"})
            check_that_rows_add_up(returns.reader().records(), care::Window(Returns::date(date)));
    }));
}
