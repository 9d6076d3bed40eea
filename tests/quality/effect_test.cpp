#include "checked.hpp"

#include <catch2/catch.hpp>

// What findings move, worked out by hand as at 31 March 2023.

using namespace indicare;
using namespace indicare::tests;
using namespace indicare::tests::tables;
using quality::FindingCode;
using quality::Verdict;

namespace {

using Ids = std::set<std::string>;

const quality::Fitness& fitness(const quality::Check& check, std::string_view id) {
    return check.authorities.at(0).fitness.at(indicators::indicator_named(id).value());
}
Verdict verdict(const quality::Check& check, std::string_view id) {
    return fitness(check, id).verdict(check.authorities.at(0).scorecard[id]);
}

} // namespace

TEST_CASE("a row in doubt moves what the child counts in by it", "[effect]") {
    // Left out, the episode takes with it the only start and the only leaving of the year.
    Checked checked;
    checked.give(2023, episodes("A,01/06/2022,S,C2,N1,K2,PR3,01/09/2022,E4A"))
        .give(2023, episodes("B,01/06/2022,S,C2,N1,K2,PR1,01/09/2022,E4A"))
        .check();
    // PLACE_PROVIDER moves no indicator where the child is not in a foster placement.
    CHECK(checked.count_of(FindingCode::provider_excluded) == 1);
    CHECK(checked.moved_by(FindingCode::provider_excluded).empty());

    Checked temporary;
    temporary.give(2023, episodes("A,01/06/2022,S,C2,N1,T4,,01/09/2022,E4A")).check();
    CHECK(temporary.moved_by(FindingCode::temporary_at_edge) ==
          Ids{"started", "ceased", "looked_after_in_year", "adopted", "special_guardianship",
              "child_arrangements_order", "returned_home", "returned_home_planned",
              "days_in_care"});
    CHECK(temporary.group(FindingCode::temporary_at_edge)->children == 1);
}

TEST_CASE("a provider in doubt moves independent fostering alone", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR3")).check();
    CHECK(checked.moved_by(FindingCode::provider_excluded) == Ids{"independent_fostering"});
}

TEST_CASE("a category of need moves nothing", "[effect]") {
    Checked checked;
    checked
        .give(2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;"
                             "A,01/09/2022,P,C2,N2,K2,PR1"))
        .check();
    CHECK(checked.count_of(FindingCode::need_changes) == 1);
    CHECK(checked.moved_by(FindingCode::need_changes).empty());
    CHECK(checked.group(FindingCode::need_changes)->children == 0);
}

TEST_CASE("a blank answer moves the indicator that asks for it", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, oc2("A,01/06/2016,5,,,,,1,1,0"))
        .check();
    CHECK(checked.moved_by(FindingCode::oc2_field_blank) == Ids{"immunisations"});
}

TEST_CASE("an absent row of OC2 moves all that reads it of that age", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, header("A,1,01/06/2016,,,,"))
        .give(2023, oc2("B"))
        .check();
    CHECK(checked.moved_by(FindingCode::oc2_row_missing) ==
          Ids{"health_assessment", "immunisations", "dental_check", "substance_misuse",
              "substance_misuse_treated", "sdq_received", "sdq_mean", "sdq_normal",
              "sdq_borderline", "sdq_concern"});
}

TEST_CASE("an absent row of AD1 moves the days that it would tell", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11"))
        .give(2023, ad1("B"))
        .check();
    CHECK(checked.moved_by(FindingCode::ad1_row_missing) ==
          Ids{"days_order_to_match", "days_care_to_decision", "days_decision_to_match",
              "days_match_to_placement"});
}

TEST_CASE("a child who may still be looked after moves the stock", "[effect]") {
    Checked checked;
    checked.give(2022, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, episodes("B,01/06/2022,S,C2,N1,U4,PR1"))
        .check();
    const Ids moved = checked.moved_by(FindingCode::child_absent_from_next_return);
    CHECK(moved.count("looked_after") == 1);
    CHECK(moved.count("in_foster_care") == 1);
    CHECK(moved.count("long_term_stability") == 1); // or undetermined: its age is not known
    CHECK(moved.count("started") == 0);
    CHECK(moved.count("ceased") == 0);
}

TEST_CASE("another date of birth moves what asks for the age", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, header("A,1,01/04/2013,,,,"))
        .give(2023, oc2("A,31/03/2013,5,,0,,1,1,1,0"))
        .check();
    // Nine by Header, ten by OC2: the answer to CONVICTED then counts.
    CHECK(checked.count_of(FindingCode::birth_differs) == 1);
    CHECK(checked.moved_by(FindingCode::birth_differs) == Ids{"convicted"});
}

TEST_CASE("a row that could not be read moves one child at most in what reads its table",
          "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, missing("A,,M,"))
        .check();
    CHECK(checked.moved_by(FindingCode::key_missing) ==
          Ids{"missing_children", "missing_incidents", "away_children", "away_incidents"});
    CHECK(checked.group(FindingCode::key_missing)->children == 1);
}

TEST_CASE("a field of a row that was read moves what it says", "[effect]") {
    Checked checked;
    checked.give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1"))
        .give(2023, oc2("A,01/06/2016,5,,,,yes,1,1,0"))
        .check();
    CHECK(checked.moved_by(FindingCode::flag_malformed) == Ids{"immunisations"});
}

TEST_CASE("what is in doubt of a child beyond two hundred rows moves any indicator", "[effect]") {
    // The provider of who is in no foster placement moves nothing; each row is a doubt of its own.
    const auto moved_with = [](int rows) {
        std::string all;
        for (int each = 0; each < rows; ++each) {
            const care::Date from = care::Date::of(2022, 4, 1) + each;
            all += (each == 0 ? "A," : ";A,") + from.iso() + (each == 0 ? ",S" : ",P") +
                   ",C2,N1,K2,PR3,";
            if (each + 1 < rows)
                all += (from + 1).iso() + ",X1";
        }
        Checked checked;
        checked.give(2023, episodes(all)).check();
        CHECK(checked.count_of(FindingCode::provider_excluded) == static_cast<std::uint64_t>(rows));
        return checked.moved_by(FindingCode::provider_excluded);
    };
    CHECK(moved_with(60).empty());
    CHECK(moved_with(201).count("looked_after") == 1);
}

TEST_CASE("a child is counted once however many findings it has", "[effect]") {
    Checked checked;
    const std::string rows = "A,01/06/2022,S,V2,N1,P1,PR0,01/09/2022,X1;"
                             "A,01/09/2022,P,V2,N1,P1,PR0";
    checked.give(2023, episodes(rows)).check();
    const quality::Group* group = checked.group(FindingCode::parents_under_section_20);
    REQUIRE(group != nullptr);
    CHECK(group->count == 2);
    CHECK(group->children == 1);
    const auto looked_after = indicators::indicator_named("looked_after").value();
    CHECK(group->moved.at(looked_after) == 1);
}

TEST_CASE("a figure that nothing moves is fit", "[fitness]") {
    std::string rows;
    for (int child = 0; child < 200; ++child)
        rows += "C" + std::to_string(child) + ",01/06/2020,S,C2,N1,U4,PR1\n";
    Checked checked;
    // One in 202 in doubt, two in four: usable and doubtful.
    checked.give(2023, episodes(rows + "A,01/06/2020,S,C2,N1,A6,PR1\n"
                                       "B,01/06/2022,S,C2,N1,A6,PR1,01/07/2022,E4A\n"
                                       "D,01/06/2022,S,C2,N1,K2,PR1,01/07/2022,E4A\n"));
    const quality::Check& check = checked.check();
    CHECK(verdict(check, "looked_after") == Verdict::usable);
    CHECK(fitness(check, "looked_after").moved == 1);
    CHECK(fitness(check, "looked_after").uncertain == 1);
    CHECK(verdict(check, "ceased") == Verdict::doubtful);
    CHECK(fitness(check, "ceased").moved == 1);
    CHECK(verdict(check, "short_breaks_only") == Verdict::fit);
    CHECK(verdict(check, "health_assessment") == Verdict::absent);
    // Looked after since before 30 September 2020, and of an age that nobody states.
    CHECK(verdict(check, "long_term_stability") == Verdict::doubtful);
    CHECK(fitness(check, "long_term_stability").undetermined == 201);
}

TEST_CASE("at most one in a hundred is usable", "[fitness]") {
    const indicators::Definition& started =
        indicators::catalogue[indicators::indicator_named("started").value()];
    const scorecard::Figure figure(started, {100, 0, 0});
    CHECK(quality::Fitness{0, 0, 0}.verdict(figure) == Verdict::fit);
    CHECK(quality::Fitness{0, 1, 1}.verdict(figure) == Verdict::usable);
    CHECK(quality::Fitness{1, 1, 2}.verdict(figure) == Verdict::doubtful);
    CHECK(quality::Fitness{0, 0, 0}.verdict(scorecard::Figure::unavailable(started, "why")) ==
          Verdict::absent);
}

TEST_CASE("the figures of a check are those of the scorecard", "[effect]") {
    Checked checked;
    checked
        .give(2023, episodes("A,01/06/2020,S,C2,N1,U4,PR1;B,01/06/2022,S,C2,N1,K2,PR1,"
                             "01/09/2022,E4A"))
        .give(2023, oc2("A,01/06/2016,5,,,,1,1,1,0"));
    const quality::Check& check = checked.check();
    const auto cards =
        scorecard::scorecards(checked.reader().records(), checked.request(), [](auto&&...) {});
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
        CAPTURE(indicators::catalogue[i].id);
        CHECK(check.authorities.at(0).scorecard.figures[i].tally() ==
              cards.at(0).figures[i].tally());
    }
}
