#include "indicare/scorecard/reconciliation.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "indicators/case_tables.hpp"

using namespace indicare;
using namespace indicare::tests;
using scorecard::Explanation;
using scorecard::PublishedCell;
using scorecard::PublishedFigure;
using scorecard::ReconciledFigure;
using scorecard::Verdict;

namespace {

PublishedFigure published(std::string_view id, const char* numerator, const char* denominator = "",
                          const char* figure = "") {
    PublishedFigure made;
    made.indicator = indicators::indicator_named(id).value();
    made.year = 2023;
    made.release = 2023;
    made.numerator = PublishedCell(numerator);
    made.denominator = PublishedCell(denominator);
    made.figure = PublishedCell(figure);
    return made;
}

/// The only authority's figures as at 31 March 2023 beside published ones.
std::vector<ReconciledFigure> reconciled(Returns& returns,
                                         const std::vector<PublishedFigure>& published,
                                         const std::vector<scorecard::Vintage>& vintages = {}) {
    const auto own = returns.scorecards("2023-03-31").at(0);
    return scorecard::reconcile(returns.reader().records(), returns.request(), own, published,
                                vintages)
        .figures;
}

ReconciledFigure reconciled(Returns& returns, const PublishedFigure& published,
                            const std::vector<scorecard::Vintage>& vintages = {}) {
    return reconciled(returns, std::vector{published}, vintages).at(0);
}

/// The same of a return of 2023 with these episodes and no other table.
ReconciledFigure of_episodes(std::string_view episodes, const PublishedFigure& published) {
    Returns returns;
    returns.episodes(2023, episodes);
    return reconciled(returns, published);
}

using Explanations = std::vector<Explanation>;

// A child in foster care throughout, who makes no difference to what is asked.
const std::string steady = "S,01/06/2015,S,C2,U4,,\n";

} // namespace

TEST_CASE("what is the same is not explained") {
    // Two periods in the year: `periods` would count 2.
    const auto figure = of_episodes("A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                                    "A,01/09/2022,S,V2,U4,,\n",
                                    published("started", "1"));
    CHECK(figure.verdict == Verdict::same);
    CHECK(figure.numerator_difference == 0);
    CHECK(figure.explanations.empty());
}

TEST_CASE("explained by periods instead of children") {
    const std::string twice = "A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                              "A,01/09/2022,S,V2,U4,01/10/2022,E4A\n";
    for (const char* id : {"started", "ceased"}) {
        const auto figure = of_episodes(twice, published(id, "2"));
        CHECK(figure.verdict == Verdict::differs);
        CHECK(figure.numerator_difference == -1);
        CHECK(figure.difference == exact::ratio(-1));
        CHECK(figure.explanations == Explanations{{"starts_and_ceases=periods"}});
    }
}

TEST_CASE("explained by who leaves on the last day") {
    const auto figure = of_episodes(steady + "A,01/06/2020,S,C2,K2,31/03/2023,E4A\n",
                                    published("in_foster_care", "1", "2", "50"));
    CHECK(figure.verdict == Verdict::differs);
    CHECK(figure.numerator_difference == 0);
    CHECK(figure.denominator_difference == -1);
    CHECK(figure.difference == exact::ratio(50)); // 100% - 50%
    CHECK(figure.explanations == Explanations{{"leaver_on_date=still_looked_after"}});
}

TEST_CASE("explained by temporary placements that are counted") {
    const auto figure = of_episodes("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                                    "A,01/07/2022,P,V2,T1,08/07/2022,X1\n"
                                    "A,08/07/2022,P,V2,U4,,\n",
                                    published("three_or_more_placements", "1", "1", "100"));
    CHECK(figure.verdict == Verdict::differs);
    CHECK(figure.explanations == Explanations{{"temporary_placements=counted"}});
}

TEST_CASE("explained by moves with the same carer that are counted") {
    const auto figure = of_episodes("A,01/05/2022,S,V2,U6,01/07/2022,X1\n"
                                    "A,01/07/2022,T,V2,U4,01/09/2022,X1\n"
                                    "A,01/09/2022,P,V2,K2,,\n",
                                    published("three_or_more_placements", "1", "1", "100"));
    CHECK(figure.explanations == Explanations{{"placement_run=same_place"}});
}

TEST_CASE("explained by the unaccompanied whose status is open on the date") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,V2,U4,,\nB,01/06/2020,S,V2,U4,,\n");
    returns.table(2023, "CHILD,SEX,DOB,DUC\nA,1,01/07/2006,\nB,1,01/07/2005,01/12/2022\n");
    const auto figures =
        reconciled(returns, std::vector{published("unaccompanied", "1"),
                                        published("unaccompanied_share", "1", "2")});
    for (const auto& figure : figures) {
        CHECK(figure.verdict == Verdict::differs);
        CHECK(figure.numerator_difference == 1);
        CHECK(figure.explanations == Explanations{{"unaccompanied_status=open_on_date"}});
    }
}

TEST_CASE("explained by the population that the file gives") {
    Returns returns;
    returns.episodes(2023, steady).population(2023, 10'000);
    const auto rate = published("looked_after_rate", "1", "9900", "1");
    auto figure = reconciled(returns, rate);
    CHECK(figure.verdict == Verdict::differs);
    CHECK(figure.numerator_difference == 0);
    CHECK(figure.denominator_difference == 100);
    CHECK(figure.difference == exact::make_ratio(1, 1) - exact::make_ratio(10'000, 9'900));
    CHECK(figure.explanations == Explanations{{"population=9900 (as published)"}});

    figure = reconciled(returns, rate,
                        {{9'900, "an older file"}, {9'800, "another"}, {10'000, "the same"}});
    CHECK(figure.explanations == Explanations{{"population=9900 (an older file)"}});
}

TEST_CASE("a rate that is only printed is explained by what prints the same") {
    Returns returns;
    returns.episodes(2023, steady).population(2023, 1'000);
    const auto figure = reconciled(returns, published("looked_after_rate", "1", "", "11"),
                                   {{900, "one"}, {950, "another"}, {990, "too many"}});
    CHECK(figure.explanations ==
          Explanations{{"population=900 (one)"}, {"population=950 (another)"}});
}

TEST_CASE("two policies together") {
    // Three placements only with both the move with the carer and the temporary one.
    const auto figure = of_episodes("A,01/05/2022,S,V2,U6,01/07/2022,X1\n"
                                    "A,01/07/2022,T,V2,U4,01/09/2022,X1\n"
                                    "A,01/09/2022,P,V2,T1,,\n",
                                    published("three_or_more_placements", "1", "1", "100"));
    CHECK(figure.verdict == Verdict::differs);
    CHECK(figure.explanations ==
          Explanations{{"placement_run=same_place", "temporary_placements=counted"}});
}

TEST_CASE("a policy and a population together") {
    Returns returns;
    returns
        .episodes(2023, "A,01/05/2022,S,V2,U4,01/06/2022,E4A\n"
                        "A,01/09/2022,S,V2,U4,,\n")
        .population(2023, 10'000);
    const auto figure = reconciled(returns, published("started_rate", "2", "9900", "2"));
    CHECK(figure.explanations ==
          Explanations{{"starts_and_ceases=periods", "population=9900 (as published)"}});
}

TEST_CASE("no policy explains it") {
    const auto figure = of_episodes(steady, published("looked_after", "7"));
    CHECK(figure.verdict == Verdict::differs);
    CHECK(figure.numerator_difference == -6);
    CHECK(figure.explanations.empty());
    CHECK_FALSE(figure.undetermined_could_account);
}

TEST_CASE("tried from the policies that were chosen") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,31/03/2023,E4A\n");
    REQUIRE(care::choose(returns.request().policies, "leaver_on_date", "still_looked_after"));
    const auto figure = reconciled(returns, published("looked_after", "0"));
    CHECK(figure.own.numerator() == 1);
    CHECK(figure.explanations == Explanations{{"leaver_on_date=has_ceased"}});
}

TEST_CASE("what is suppressed or not available cannot be told") {
    const auto why = [](const char* numerator, const char* denominator, const char* figure) {
        const auto compared =
            of_episodes(steady, published("in_foster_care", numerator, denominator, figure));
        CHECK(compared.verdict == Verdict::cannot_be_told);
        CHECK(compared.explanations.empty());
        return compared.untold_because;
    };
    CHECK(why("c", "1", "c") == "suppressed in the published file");
    CHECK(why("x", "x", "x") == "not available in the published file");
    CHECK(why("z", "z", "z") == "not applicable in the published file");
    CHECK(why("1", "", "") == "not enough is published");

    const auto own = of_episodes(steady, published("health_assessment", "1", "1", "100"));
    CHECK(own.verdict == Verdict::cannot_be_told);
    CHECK(own.untold_because.find("no OC2 table") == 0);
    CHECK_FALSE(own.numerator_difference);
}

TEST_CASE("a suppressed numerator: explained is what is published") {
    const auto figure = of_episodes(steady + "A,01/06/2020,S,C2,K2,31/03/2023,E4A\n",
                                    published("in_foster_care", "c", "2", "c"));
    CHECK(figure.verdict == Verdict::differs);
    CHECK_FALSE(figure.numerator_difference);
    CHECK_FALSE(figure.difference);
    CHECK(figure.explanations == Explanations{{"leaver_on_date=still_looked_after"}});
}

TEST_CASE("undetermined children who could account for a difference") {
    // Looked after since before the first return: whether for two and a half years is not known.
    const std::string unknown = "A,01/05/2021,P,C2,U4,,\nB,01/05/2021,P,C2,U4,,\n";
    const auto could = [&](const char* numerator, const char* denominator) {
        Returns returns;
        returns.table(2023, header("CHILD,SEX,DOB", "A,1,01/01/2012\nB,1,01/01/2012"));
        returns.episodes(2023, unknown);
        const auto figure =
            reconciled(returns, published("long_term_stability", numerator, denominator, ""));
        CHECK(figure.own.undetermined() == 2);
        CHECK(figure.verdict == Verdict::differs);
        return figure.undetermined_could_account;
    };
    CHECK(could("1", "2"));
    CHECK(could("0", "1"));
    CHECK(could("2", "2"));
    CHECK_FALSE(could("0", "3"));
    CHECK_FALSE(could("2", "1"));
}

TEST_CASE("DfE publishes years that end on 31 March") {
    CHECK(scorecard::published_year_of(care::Date::of(2023, 3, 31)) == 2023);
    CHECK_FALSE(scorecard::published_year_of(care::Date::of(2023, 3, 30)));
    CHECK_FALSE(scorecard::published_year_of(care::Date::of(2023, 12, 31)));
}
