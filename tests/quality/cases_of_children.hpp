#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checked.hpp"

// Cases of findings, each with the like of it in which the finding does not come up.

namespace indicare::tests {

using namespace tables;
using quality::FindingCode;

using Given = std::vector<std::pair<int, TableText>>;

struct Case {
    FindingCode code;
    Given fires;
    Given does_not;
};

/// A child looked after throughout the year that ends on 31 March 2023.
inline const std::string throughout = "A,01/06/2020,S,C2,N1,U4,PR1";
/// The same child, born so.
inline TableText born(const std::string& day, const std::string& more = "") {
    return header("A,1," + day + ",,," + more);
}
/// OC2 that answers everything asked of a child aged 5 to 9.
inline const std::string answers = "A,,5,,,,1,1,1,0";

inline const std::vector<Case> children = {
    {FindingCode::birth_not_stated,
     {{2023, episodes(throughout)}},
     {{2023, episodes(throughout)}, {2023, born("01/06/2015")}}},
    {FindingCode::birth_differs,
     {{2023, born("01/06/2015")}, {2023, oc2("A,02/06/2015")}},
     {{2023, born("01/06/2015")}, {2023, oc2("A,01/06/2015")}}},
    {FindingCode::birth_differs,
     {{2022, born("02/06/2015")}, {2023, born("01/06/2015")}},
     {{2022, born("01/06/2015")}, {2023, born("01/06/2015")}}},
    {FindingCode::birth_differs,
     {{2023, born("01/06/2015")}, {2023, reviews("A,02/06/2015,01/06/2022,PN1")}},
     {{2023, born("01/06/2015")}, {2023, reviews("A,,01/06/2022,PN1")}}},
    {FindingCode::sex_differs,
     {{2023, born("01/06/2015")}, {2023, uasc("A,2")}},
     {{2023, born("01/06/2015")}, {2023, uasc("A,1")}}},
    {FindingCode::mother_not_female,
     {{2023, born("01/06/2005", "1")}},
     {{2023, born("01/06/2005", "0")}}},
    {FindingCode::upn_twice,
     {{2023, header("A,1,,,A123456789012;B,1,,,A123456789012")}},
     {{2023, header("A,1,,,UN1;B,1,,,UN1")}}},
    {FindingCode::oc2_row_missing,
     {{2023, episodes(throughout)}, {2023, oc2("B")}},
     {{2023, episodes(throughout)}, {2023, oc2("A")}}},
    {FindingCode::oc2_row_missing,
     {{2023, episodes("A,01/04/2022,S,C2,N1,U4,PR1")}, {2023, oc2("B")}},
     {{2023, episodes("A,02/04/2022,S,C2,N1,U4,PR1")}, {2023, oc2("B")}}},
    {FindingCode::oc2_row_not_of_cohort,
     {{2023, episodes("A,02/04/2022,S,C2,N1,U4,PR1")}, {2023, oc2(answers)}},
     {{2023, episodes("A,02/04/2022,S,C2,N1,U4,PR1")}, {2023, oc2("A")}}},
    {FindingCode::oc2_field_blank,
     {{2023, episodes(throughout)}, {2023, oc2("A,01/06/2016,5,,,,,1,1,0")}},
     {{2023, episodes(throughout)}, {2023, oc2("A,01/06/2016,5,,,,1,1,1,0")}}},
    {FindingCode::oc2_field_blank, // CONVICTED, from ten on
     {{2023, episodes(throughout)}, {2023, oc2("A,31/03/2013,5,,,,1,1,1,0")}},
     {{2023, episodes(throughout)}, {2023, oc2("A,01/04/2013,5,,,,1,1,1,0")}}},
    {FindingCode::oc2_field_blank, // HEALTH_CHECK, under five
     {{2023, episodes(throughout)}, {2023, oc2("A,01/04/2018,,,,,1,1,1,0")}},
     {{2023, episodes(throughout)}, {2023, oc2("A,31/03/2018,,,,,1,1,1,0")}}},
    {FindingCode::oc2_field_blank, // INTERVENTION_RECEIVED
     {{2023, episodes(throughout)}, {2023, oc2("A,01/06/2016,5,,,,1,1,1,1")}},
     {{2023, episodes(throughout)}, {2023, oc2("A,01/06/2016,5,,,,1,1,1,1,0")}}},
    {FindingCode::oc2_field_not_asked, // CONVICTED, under ten
     {{2023, oc2("A,01/04/2013,,,0")}},
     {{2023, oc2("A,31/03/2013,,,0")}}},
    {FindingCode::oc2_field_not_asked, // HEALTH_CHECK, from five on
     {{2023, oc2("A,31/03/2018,,,,0")}},
     {{2023, oc2("A,01/04/2018,,,,0")}}},
    {FindingCode::oc2_field_not_asked, // INTERVENTION_RECEIVED
     {{2023, oc2("A,,,,,,,,,0,0")}},
     {{2023, oc2("A,,,,,,,,,1,0")}}},
    {FindingCode::oc2_field_not_asked, // SDQ_SCORE, under four
     {{2023, oc2("A,01/04/2019,5")}},
     {{2023, oc2("A,31/03/2019,5")}}},
    {FindingCode::ad1_row_missing,
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11")}, {2023, ad1("B")}},
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11")}, {2023, ad1("A")}}},
    {FindingCode::ad1_row_not_adopted,
     {{2023, episodes(throughout)}, {2023, ad1("A")}},
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11")}, {2023, ad1("A")}}},
    {FindingCode::ad1_date_blank,
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11")}, {2023, ad1("A,,01/06/2022")}},
     {{2023, episodes("A,01/06/2022,S,E1,N1,A6,PR1,01/09/2022,E11")},
      {2023, ad1("A,,01/06/2022,01/06/2022")}}},
    {FindingCode::oc3_age,
     {{2023, oc3("A,01/04/2006,YES,F1,B1")}},
     {{2023, oc3("A,31/03/2006,YES,F1,B1")}}},
    {FindingCode::oc3_age, // 22: only since the return of 2023
     {{2022, oc3("A,31/03/2000,YES,F1,B1")}},
     {{2023, oc3("A,31/03/2001,YES,F1,B1")}}},
    {FindingCode::oc3_still_looked_after,
     {{2023, episodes(throughout + ",02/06/2022,E6")}, {2023, oc3("A,01/06/2004,YES,F1,B1")}},
     // It left on the 18th birthday.
     {{2023, episodes(throughout + ",01/06/2022,E6")}, {2023, oc3("A,01/06/2004,YES,F1,B1")}}},
    {FindingCode::oc3_field_blank,
     {{2023, oc3("A,01/06/2004,YES,,B1")}},
     {{2023, oc3("A,01/06/2004,DIED,,")}}},
    {FindingCode::oc3_field_not_asked,
     {{2023, oc3("A,01/06/2004,DIED,F1,")}},
     {{2023, oc3("A,01/06/2004,NREQ,F1,B1")}}},
    {FindingCode::oc3_accommodation_not_of_age, // with former foster carers at 17
     {{2023, oc3("A,01/06/2005,YES,F1,Z1")}},
     {{2023, oc3("A,01/06/2004,YES,F1,Z1")}}},
    {FindingCode::oc3_accommodation_not_of_age, // a foyer at 17: not since the return of 2024
     {{2024, oc3("A,01/06/2006,YES,F1,T1")}},
     {{2023, oc3("A,01/06/2005,YES,F1,T1")}}},
    {FindingCode::uasc_without_episodes,
     {{2023, episodes("B,01/06/2022,S,C2,N1,U4,PR1")}, {2023, uasc("A")}},
     {{2023, episodes(throughout)}, {2023, uasc("A")}}},
    {FindingCode::missing_outside_care,
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}, {2023, missing("A,,M,31/05/2022")}},
     {{2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}, {2023, missing("A,,M,01/06/2022")}}},
    {FindingCode::review_code_not_of_age,
     {{2023, reviews("A,01/06/2018,01/06/2022,PN0")}},
     {{2023, reviews("A,02/06/2018,01/06/2022,PN0")}}},
    {FindingCode::review_code_not_of_age,
     {{2023, reviews("A,02/06/2018,01/06/2022,PN1")}},
     {{2023, reviews("A,01/06/2018,01/06/2022,PN1")}}},
};

inline const std::vector<Case> several_returns = {
    {FindingCode::child_absent_from_next_return,
     {{2022, episodes(throughout)}, {2023, episodes("B,01/06/2022,S,C2,N1,U4,PR1")}},
     {{2022, episodes(throughout + ",01/03/2022,E4A")},
      {2023, episodes("B,01/06/2022,S,C2,N1,U4,PR1")}}},
    {FindingCode::child_new_but_not_started, // the return before should hold it
     {{2022, episodes("B,01/06/2021,S,C2,N1,U4,PR1,01/09/2021,E4A")}, {2023, episodes(throughout)}},
     {{2022, episodes("B,01/06/2021,S,C2,N1,U4,PR1,01/09/2021,E4A")},
      {2023, episodes("A,01/06/2022,S,C2,N1,U4,PR1")}}},
    {FindingCode::child_new_but_not_started,
     {{2022, episodes("B,01/06/2021,S,C2,N1,U4,PR1,01/09/2021,E4A")},
      {2023, episodes("A,01/06/2022,P,C2,N1,U4,PR1")}},
     {{2023, episodes("A,01/06/2022,P,C2,N1,U4,PR1")}}},
    {FindingCode::episode_changed,
     {{2022, episodes(throughout)}, {2023, episodes("A,01/06/2020,S,C2,N1,U6,PR1")}},
     {{2022, episodes(throughout)}, {2023, episodes(throughout + ",01/06/2022,E4A")}}},
    {FindingCode::episode_changed,
     {{2022, episodes(throughout + ",01/03/2022,E4A")},
      {2023, episodes(throughout + ",01/04/2022,E4A")}},
     {{2022, episodes(throughout + ",01/03/2022,E4A")},
      {2023, episodes(throughout + ",01/03/2022,E4A")}}},
    {FindingCode::episode_changed,
     {{2024, episodes("A,01/06/2023,S,C2,N1,H5,PR1")},
      {2025, episodes("A,01/06/2023,S,C2,N1,K2,PR1")}},
     // K3 is no code of 2024.
     {{2024, episodes("A,01/06/2023,S,C2,N1,H5,PR1")},
      {2025, episodes("A,01/06/2023,S,C2,N1,K3,PR1")}}},
};

} // namespace indicare::tests
