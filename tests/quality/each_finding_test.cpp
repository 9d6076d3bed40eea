#include "cases_of_children.hpp"

#include <catch2/catch.hpp>

// Each kind of finding of a check: a case in which it comes up once, and the like of it in which it
// does not.

using namespace indicare;
using namespace indicare::tests;

namespace {

const std::vector<Case> histories = {
    {FindingCode::episode_same_day,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/06/2022,E4A")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,02/06/2022,E4A")}}},
    {FindingCode::dec_not_after_decom,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,31/05/2022,E4A")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/06/2022,E4A")}}},
    {FindingCode::episode_twice,
     {{2023, episodes(throughout + ";" + throughout)}},
     {{2023, episodes(throughout)}}},
    {FindingCode::episode_corrected_away,
     {{2022, episodes("A,01/06/2021,S,C2,N1,U4,PR1,01/09/2021,X1;A,01/09/2021,P,C2,N1,U4,PR1")},
      {2023, episodes("A,01/06/2021,S,C2,N1,U4,PR1")}},
     {{2022, episodes("A,01/06/2021,S,C2,N1,U4,PR1,01/09/2021,X1;A,01/09/2021,P,C2,N1,U4,PR1")},
      {2023, episodes("A,01/09/2021,P,C2,N1,U4,PR1")}}},
    {FindingCode::episode_no_longer_reported,
     {{2022, episodes(throughout)}, {2023, episodes("B,01/06/2022,S,C2,N1,U4,PR1")}},
     {{2022, episodes(throughout)}, {2023, episodes(throughout)}}},
    {FindingCode::episode_open_before_next,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1;A,01/09/2022,P,C2,N1,K2,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,P,C2,N1,K2,PR1")}}},
    {FindingCode::episodes_overlap,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,02/09/2022,X1;A,01/09/2022,P,C2,N1,K2,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,P,C2,N1,K2,PR1")}}},
    {FindingCode::row_twice, {{2023, uasc("A,1,,;A,1,,")}}, {{2023, uasc("A,1,,;B,1,,")}}},
    {FindingCode::child_without_header,
     {{2023, episodes(throughout)}, {2023, header("B,1,")}},
     {{2023, episodes(throughout)}, {2023, header("A,1,")}}},
    {FindingCode::started_while_looked_after,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,S,C2,N1,K2,PR1")}},
     // It left on that day, and came back.
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E4A;A,01/09/2022,S,C2,N1,K2,PR1")}}},
    {FindingCode::continuation_after_leaving,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E4A;A,01/10/2022,P,C2,N1,K2,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E4A;A,01/10/2022,S,C2,N1,K2,PR1")}}},
    {FindingCode::continuation_without_previous,
     {{2023, episodes("A,02/04/2022,P,C2,N1,U4,PR1")}},
     // Only the return of 2022 would hold an episode that ends on 1 April 2022.
     {{2023, episodes("A,01/04/2022,P,C2,N1,U4,PR1")}}},
    {FindingCode::continuation_without_previous,
     {{2023, episodes("A,01/06/2021,S,V4,N2,U6,PR1,01/06/2022,X1;A,02/06/2022,B,V2,N2,K2,PR1")}},
     // Short breaks became a period of care.
     {{2023, episodes("A,01/06/2021,S,V4,N2,U6,PR1,01/06/2022,X1;A,01/06/2022,B,V2,N2,K2,PR1")}}},
    {FindingCode::gap_in_period,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,02/09/2022,P,C2,N1,K2,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,P,C2,N1,K2,PR1")}}},
    {FindingCode::x1_without_next,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,B,V4,N2,U6,PR1")}}},
    {FindingCode::episodes_after_last,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E2;A,01/10/2022,S,C2,N1,K2,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E2")}}},
    {FindingCode::rne_contradicts_episodes, // L, and the status is the same
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,L,C2,N1,U4,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,L,C2,N1,U4,PR1")}}},
    {FindingCode::rne_contradicts_episodes, // L, and the placement changed
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,L,C2,N1,U6,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,U,C2,N1,U6,PR1")}}},
    {FindingCode::rne_contradicts_episodes, // P, and the status changed
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,P,C2,N1,U6,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,B,C2,N1,U6,PR1")}}},
    {FindingCode::rne_contradicts_episodes, // B, and the status is the same
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,B,C1,N1,U6,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C1,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,T,C1,N1,U6,PR1")}}},
    {FindingCode::need_changes,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,X1;A,01/09/2022,P,C2,N2,K2,PR1")}},
     // Another period of care may have another need.
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E4A;A,02/09/2022,S,C2,N2,K2,PR1")}}},
};

const std::vector<Case> dates = {
    {FindingCode::date_in_future,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/04/2023,E4A")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,31/03/2023,E4A")}}},
    {FindingCode::date_in_future,
     {{2023, missing("A,,M,01/04/2023")}},
     // DUC may foresee the 18th birthday.
     {{2023, uasc("A,1,01/06/2010,01/06/2028")}}},
    {FindingCode::date_in_future,
     {{2023, reviews("A,,01/04/2023,PN1")}},
     {{2023, reviews("A,,31/03/2023,PN1")}}},
    {FindingCode::date_in_future,
     {{2023, placed("A,,01/06/2022,01/04/2023,RD1")}},
     {{2023, placed("A,,01/06/2022,31/03/2023,RD1")}}},
    {FindingCode::date_before_birth,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}, {2023, born("02/06/2022")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}, {2023, born("01/06/2022")}}},
    {FindingCode::date_before_birth,
     {{2023, permanence("A,02/06/2012,P1,,01/06/2012")}},
     {{2023, permanence("A,02/06/2012,P1,,zz/06/2012")}}},
    {FindingCode::dates_out_of_order,
     {{2023, missing("A,,M,02/06/2022,01/06/2022")}},
     {{2023, missing("A,,M,02/06/2022,02/06/2022")}}},
    {FindingCode::dates_out_of_order,
     {{2023, workers("A,,SW1,02/06/2022,01/06/2022")}},
     {{2023, workers("A,,SW1,02/06/2022")}}},
    {FindingCode::dates_out_of_order,
     {{2023, ad1("A,,02/06/2022,01/06/2022")}},
     {{2023, ad1("A,,02/06/2022,03/06/2022")}}},
    {FindingCode::dates_out_of_order,
     {{2023, placed("A,,02/06/2022,01/06/2022")}},
     {{2023, placed("A,,02/06/2022")}}},
    {FindingCode::duc_after_18th_birthday,
     {{2023, uasc("A,1,01/06/2010,02/06/2028")}},
     {{2023, uasc("A,1,01/06/2010,01/06/2028")}}},
};

const std::vector<Case> rows = {
    {FindingCode::episode_field_blank,
     {{2023, episodes("A,01/06/2022,S,C2,,U4,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}}},
    {FindingCode::rec_without_dec,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,,E4A")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,,X1")}}},
    {FindingCode::open_with_x1,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,,X1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,,E4A")}}},
    {FindingCode::dec_without_rec,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/07/2022")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/07/2022,E4A")}}},
    {FindingCode::provider_missing,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,Z1")}}},
    {FindingCode::provider_not_asked,
     {{2023, episodes("A,01/06/2022,P,C2,N1,T1,PR1")}},
     {{2023, episodes("A,01/06/2022,P,C2,N1,T1")}}},
    {FindingCode::provider_excluded,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR0")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,P1,PR0")}}},
    {FindingCode::provider_excluded,
     {{2023, episodes("A,01/06/2022,S,C2,N1,P1,PR4")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,R5,PR4")}}},
    {FindingCode::provider_excluded,
     {{2023, episodes("A,01/06/2022,S,C2,N1,R5,PR1")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,R5,PR3")}}},
    {FindingCode::provider_excluded,
     {{2023, episodes("A,01/06/2022,S,C2,N1,K1,PR3")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,K1,PR2")}}},
    {FindingCode::place_without_placement_order,
     {{2023, episodes("A,01/06/2022,S,C2,N1,A6,PR1")}},
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1")}}},
    {FindingCode::parents_under_section_20,
     {{2023, episodes("A,01/06/2022,S,V2,N1,P1,PR0")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,P1,PR0")}}},
    {FindingCode::short_break_placement,
     {{2023, episodes("A,01/06/2022,S,V4,N2,U4,PR1")}},
     {{2023, episodes("A,01/06/2022,S,V4,N2,U6,PR1")}}},
    {FindingCode::short_break_too_long,
     {{2023, episodes("A,01/06/2022,S,V3,N2,U6,PR1,19/06/2022,E8")}},
     {{2023, episodes("A,01/06/2022,S,V3,N2,U6,PR1,18/06/2022,E8")}}},
    {FindingCode::code_not_of_age,
     {{2023, episodes("A,01/06/2022,S,C2,N1,H5,PR1")}, {2023, born("02/06/2006")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,H5,PR1")}, {2023, born("01/06/2006")}}},
    {FindingCode::code_not_of_age,
     {{2023, episodes("A,01/06/2022,S,J1,N6,R1,PR1")}, {2023, born("02/06/2012")}},
     {{2023, episodes("A,01/06/2022,S,J1,N6,R1,PR1")}, {2023, born("01/06/2012")}}},
    {FindingCode::code_not_of_age,
     {{2023, episodes(throughout + ",01/06/2022,E17")}, {2023, born("02/06/2004")}},
     {{2023, episodes(throughout + ",01/06/2022,E17")}, {2023, born("01/06/2004")}}},
    {FindingCode::rec_excludes_place,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,E11")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,A4,PR1,01/09/2022,E11")}}},
    {FindingCode::rec_excludes_place,
     {{2023, episodes("A,01/06/2022,S,C2,N1,K2,PR1,01/09/2022,E45")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U1,PR1,01/09/2022,E45")}}},
    {FindingCode::temporary_at_edge,
     {{2023, episodes("A,01/06/2022,S,C2,N1,T4")}},
     {{2023, episodes("A,01/06/2022,P,C2,N1,T4")}}},
    {FindingCode::temporary_at_edge,
     {{2023, episodes("A,01/06/2022,P,C2,N1,T4,,03/06/2022,E4A")}},
     {{2023, episodes("A,01/06/2022,P,C2,N1,T4,,03/06/2022,X1")}}},
    {FindingCode::code_not_of_year,
     {{2023, episodes("A,01/06/2022,S,C2,N1,K3,PR1")}},
     {{2025, episodes("A,01/06/2024,S,C2,N1,K3,PR1")}}},
    {FindingCode::code_not_of_year,
     {{2022, oc3("A,01/06/2004,YES,F3,B1")}},
     {{2021, oc3("A,01/06/2003,YES,F3,B1")}}},
};

std::uint64_t found(const Given& given, FindingCode code) {
    Checked checked;
    for (const auto& [year, table] : given)
        checked.give(year, table);
    checked.check();
    return checked.count_of(code);
}

void check_each(const std::vector<Case>& cases) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CAPTURE(i, name_of(cases[i].code));
        CHECK(found(cases[i].fires, cases[i].code) == 1);
        CHECK(found(cases[i].does_not, cases[i].code) == 0);
    }
}

} // namespace

TEST_CASE("findings about histories, each with and without", "[check]") {
    check_each(histories);
}
TEST_CASE("findings about dates, each with and without", "[check]") {
    check_each(dates);
}
TEST_CASE("findings about episodes, each with and without", "[check]") {
    check_each(rows);
}
TEST_CASE("findings about children and outcomes, each with and without", "[check]") {
    check_each(children);
}
TEST_CASE("findings about several returns, each with and without", "[check]") {
    check_each(several_returns);
}

TEST_CASE("every kind of finding that only a check finds is among the cases", "[check]") {
    std::set<FindingCode> covered;
    for (const auto* cases : {&histories, &dates, &rows, &children, &several_returns})
        for (const Case& each : *cases)
            covered.insert(each.code);
    for (const quality::FindingKind& kind : quality::finding_kinds()) {
        CAPTURE(kind.name);
        const bool comes_up_while_reading = kind.says.empty() &&
                                            kind.code != FindingCode::code_not_of_year &&
                                            kind.code != FindingCode::upn_twice;
        CHECK((comes_up_while_reading || covered.count(kind.code) == 1));
    }
}

TEST_CASE("a sound return has no findings", "[check]") {
    Checked checked;
    checked.give(2022, header("A,1,01/06/2015,WBRI,A123456789012,,"))
        .give(2022, episodes("A,01/06/2020,S,C1,N1,U6,PR1"))
        .give(2023, header("A,1,01/06/2015,WBRI,A123456789012,,"))
        .give(2023, episodes("A,01/06/2020,S,C1,N1,U6,PR1,01/09/2022,X1,CARPL;"
                             "A,01/09/2022,U,C2,N1,U4,PR1"))
        .give(2023, oc2("A,01/06/2015,12,,,,1,1,1,0"))
        .give(2023, reviews("A,01/06/2015,01/06/2022,PN1"))
        .give(2023, missing("A,01/06/2015,M,01/06/2022,02/06/2022"))
        .check();
    CHECK(io::check_as_csv(checked.reader(), checked.check()) ==
          "authority,code,severity,file,line,column,value,child,expected,indicators,children,"
          "message\n");
}

TEST_CASE("without being asked to, the reader keeps no row that only a check reads", "[check]") {
    Checked checked{io::ReadingOptions{}};
    checked.give(2023, reviews("A,01/06/2015,01/06/2022,PN0"))
        .give(2023, episodes("A,01/06/2022,S,C2,N1,K3,PR1"))
        .check();
    CHECK(checked.reader().records().count<care::DatedRow>() == 0);
    CHECK(checked.reader().records().count<care::StatedPerson>() == 0);
    CHECK(checked.count_of(FindingCode::code_not_of_year) == 0);
}
