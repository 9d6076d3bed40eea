#include "indicare/scorecard/breakdowns.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "indicare/io/scorecard_reader.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/together.hpp"
#include "indicators/case_tables.hpp"
#include "support/folders.hpp"

using namespace indicare;
using namespace indicare::tests;

namespace {

std::string episodes(std::string_view rows) {
    return table_of("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                    "HOME_POST,PL_POST,URN",
                    "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC", rows);
}

/// The groups that have children, and how many: `Female 2, Not known 1`; the reason where there are
/// no numbers.
std::string told(const scorecard::BrokenDown& numbers) {
    if (!numbers.is_available())
        return numbers.unavailable_because();
    std::string text;
    for (std::size_t group = 0; group < numbers.size(); ++group)
        if (numbers.number(group) != 0)
            text += (text.empty() ? "" : ", ") + std::string(numbers.label(group)) + " " +
                    std::to_string(numbers.number(group));
    return text;
}

const scorecard::BrokenDown& find(const scorecard::Scorecard& scorecard, std::string_view by,
                                  std::string_view indicator) {
    return *std::find_if(scorecard.breakdowns.begin(), scorecard.breakdowns.end(),
                         [=](const scorecard::BrokenDown& each) {
                             return name_of(each.breakdown().by) == by &&
                                    indicator_of(each.breakdown()) == indicator;
                         });
}

scorecard::Scorecard broken_down(Returns& returns, std::string_view as_at = "2023-03-31") {
    returns.request().by = {
        indicators::Characteristic::sex,       indicators::Characteristic::age,
        indicators::Characteristic::ethnicity, indicators::Characteristic::legal_status,
        indicators::Characteristic::need,      indicators::Characteristic::placement};
    return returns.scorecards(as_at).at(0);
}

/// What the return of 2023 with these Episodes, and perhaps a Header, says as at 31 March 2023; the
/// year is then 1 April 2022 to 31 March 2023.
std::string groups_of(std::string_view by, std::string_view indicator, std::string_view rows,
                      const std::string& header_table = {}, const care::Policies& policies = {}) {
    Returns returns({}, policies);
    returns.table(2023, episodes(rows));
    if (!header_table.empty())
        returns.table(2023, header_table);
    return told(find(broken_down(returns), by, indicator));
}

std::string born(std::string_view day) {
    return header("CHILD,DOB", "A," + std::string(day) + "\n");
}

std::string ethnic(std::string_view code) {
    return header("CHILD,ETHNIC", "A," + std::string(code) + "\n");
}

const char* looked_after = "A,01/06/2022,S,V2,N1,U4,,\n";

/// Two starts and two leavings in the year, all different.
const char* twice = "A,01/05/2022,S,L1,N4,U6,01/06/2022,X1\n"
                    "A,01/06/2022,B,V2,N4,K2,01/07/2022,E4A\n"
                    "A,01/09/2022,S,J1,N6,R5,01/10/2022,X1\n"
                    "A,01/10/2022,B,C1,N6,P1,01/02/2023,E4B\n";

} // namespace

TEST_CASE("the age of the looked after is that on the date, birthdays on it included") {
    const auto aged = [](const char* birth) {
        return groups_of("age", "looked_after", looked_after, born(birth));
    };
    CHECK(aged("01/04/2022") == "Under 1 year 1");
    CHECK(aged("31/03/2022") == "1 to 4 years 1");
    CHECK(aged("01/04/2018") == "1 to 4 years 1");
    CHECK(aged("31/03/2018") == "5 to 9 years 1");
    CHECK(aged("01/04/2013") == "5 to 9 years 1");
    CHECK(aged("31/03/2013") == "10 to 15 years 1");
    CHECK(aged("01/04/2007") == "10 to 15 years 1");
    CHECK(aged("31/03/2007") == "16 years and over 1");
    CHECK(aged("") == "Not known 1");
    CHECK(aged("01/04/2023") == "Not known 1"); // born after the date
}

TEST_CASE("the age of the started is that on the first start of the year") {
    CHECK(groups_of("age", "started", twice, born("02/05/2017")) == "1 to 4 years 1");
    CHECK(groups_of("age", "started", twice, born("01/05/2017")) == "5 to 9 years 1");
    CHECK(groups_of("age", "started", twice, born("02/05/2021")) == "Under 1 year 1");
}

TEST_CASE("the age of the ceased is that on the last leaving of the year") {
    const auto aged = [](const char* birth) {
        return groups_of("age", "ceased", twice, born(birth)); // leaves on 01/02/2023
    };
    CHECK(aged("02/02/2007") == "10 to 15 years 1");
    CHECK(aged("01/02/2007") == "16 years 1");
    CHECK(aged("02/02/2005") == "17 years 1");
    CHECK(aged("01/02/2005") == "18 years and over 1"); // on the birthday
    CHECK(aged("01/09/2022") == "Under 1 year 1");
    CHECK(aged("01/02/2022") == "1 to 4 years 1");
    CHECK(aged("02/02/2013") == "5 to 9 years 1");
}

TEST_CASE("what an episode says is that of the first start, and of the last leaving") {
    CHECK(groups_of("legal_status", "started", twice) == "Detained for child protection 1");
    CHECK(groups_of("need", "started", twice) == "N4. Family in acute stress 1");
    CHECK(groups_of("placement", "started", twice) == "1. Total foster placements 1");
    CHECK(groups_of("legal_status", "ceased", twice) == "Care orders 1");
    CHECK(groups_of("need", "ceased", twice) == "N6. Socially unacceptable behaviour 1");
    CHECK(groups_of("placement", "ceased", twice) ==
          "3. Total placed with parents or other person with parental responsibility 1");
    CHECK(groups_of("legal_status", "looked_after", twice).empty());
}

TEST_CASE("each start and leaving is broken down where each counts") {
    care::Policies policies;
    policies.starts_and_ceases = care::StartsAndCeases::periods;
    CHECK(groups_of("legal_status", "started", twice, {}, policies) ==
          "Detained for child protection 1, Youth justice legal statuses 1");
    CHECK(groups_of("need", "ceased", twice, {}, policies) ==
          "N4. Family in acute stress 1, N6. Socially unacceptable behaviour 1");
    CHECK(groups_of("age", "ceased", twice, born("01/02/2005"), policies) ==
          "17 years 1, 18 years and over 1");
}

TEST_CASE("starts and leavings of other years are not broken down") {
    const char* rows = "A,31/03/2022,S,L1,N4,U6,01/04/2022,X1\n"
                       "A,01/04/2022,B,V2,N4,K2,,\n";
    CHECK(groups_of("legal_status", "started", rows).empty());
    CHECK(groups_of("legal_status", "ceased", rows).empty());
    CHECK(groups_of("legal_status", "looked_after", rows) ==
          "Voluntary agreements under S20 CA 1989 1");
}

TEST_CASE("a child who leaves on the date has ceased") {
    const char* rows = "A,01/06/2022,S,C2,N1,U4,31/03/2023,E4A\n";
    CHECK(groups_of("legal_status", "looked_after", rows).empty());
    CHECK(groups_of("legal_status", "ceased", rows) == "Care orders 1");
}

TEST_CASE("every legal status is in its group") {
    const auto group = [](const char* code) {
        return groups_of("legal_status", "looked_after",
                         with("A,01/06/2022,S,CODE,N1,U4,,\n", "CODE", code));
    };
    for (const char* code : {"C1", "C2"})
        CHECK(group(code) == "Care orders 1");
    for (const char* code : {"L1", "L2", "L3"})
        CHECK(group(code) == "Detained for child protection 1");
    for (const char* code : {"E1", "D1"})
        CHECK(group(code) == "Placement order granted 1");
    CHECK(group("V2") == "Voluntary agreements under S20 CA 1989 1");
    for (const char* code : {"J1", "J2", "J3"})
        CHECK(group(code) == "Youth justice legal statuses 1");
    for (const char* code : {"", "XX"})
        CHECK(group(code) == "Not known 1");
    for (const char* code : {"V3", "V4"}) // short breaks: not looked after
        CHECK(group(code).empty());
}

TEST_CASE("the category of need is that of the start of the period of care") {
    CHECK(groups_of("need", "looked_after",
                    "A,01/06/2022,S,V2,N2,U4,01/07/2022,X1\nA,01/07/2022,L,C1,N5,U4,,\n") ==
          "N2. Child's disability 1");
    // An earlier period of care does not tell.
    CHECK(groups_of("need", "looked_after",
                    "A,01/05/2022,S,V2,N3,U4,01/06/2022,E4A\nA,01/07/2022,S,C1,N7,U4,,\n") ==
          "N7. Low income 1");
    // Nor does a short break: the period begins with the first care episode.
    CHECK(groups_of("need", "looked_after",
                    "A,01/05/2022,S,V3,N3,U4,01/06/2022,X1\nA,01/06/2022,S,V2,N8,U4,,\n") ==
          "N8. Absent parenting 1");
    // The start is not in the return: the first known episode tells.
    CHECK(groups_of("need", "looked_after", "A,01/05/2021,P,C2,N1,U4,,\n") ==
          "N1. Abuse or neglect 1");
    CHECK(groups_of("need", "looked_after", "A,01/06/2022,S,V2,,U4,,\n") == "Not known 1");
    CHECK(groups_of("need", "looked_after", "A,01/06/2022,S,V2,N9,U4,,\n") == "Not known 1");
}

TEST_CASE("a column that is not there leaves all not known") {
    Returns returns;
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2022,S,V2,U4,,\n");
    CHECK(told(find(broken_down(returns), "need", "looked_after")) == "Not known 1");
}

TEST_CASE("in a temporary placement the one before it counts, for all three populations") {
    const char* hospital = "A,01/06/2022,S,V2,N1,K2,01/07/2022,X1\n"
                           "A,01/07/2022,P,V2,N1,T1,END,REC\n";
    CHECK(groups_of("placement", "looked_after", with(hospital, "END", "", "REC", "")) ==
          "4. Total secure homes and children's homes 1");
    CHECK(groups_of("placement", "ceased", with(hospital, "END", "01/08/2022", "REC", "E4A")) ==
          "4. Total secure homes and children's homes 1");
    const char* only = "A,01/06/2022,RNE,V2,N1,T1,,\n";
    CHECK(groups_of("placement", "looked_after", with(only, "RNE", "S")) ==
          "8. Total other placements 1");
    CHECK(groups_of("placement", "started", with(only, "RNE", "S")) ==
          "8. Total other placements 1");
    CHECK(groups_of("placement", "looked_after", with(only, "RNE", "P")) == "Not known 1");
}

TEST_CASE("every ethnic code is in its group, Chinese in Asian") {
    const auto group = [](const char* code) {
        return groups_of("ethnicity", "looked_after", looked_after, ethnic(code));
    };
    for (const char* code : {"WBRI", "WIRI", "WIRT", "WROM", "WOTH"})
        CHECK(group(code) == "1. Total White 1");
    for (const char* code : {"MWBC", "MWBA", "MWAS", "MOTH"})
        CHECK(group(code) == "2. Total Mixed or Multiple ethnic groups 1");
    for (const char* code : {"AIND", "APKN", "ABAN", "CHNE", "AOTH"})
        CHECK(group(code) == "3. Total Asian or Asian British 1");
    for (const char* code : {"BCRB", "BAFR", "BOTH"})
        CHECK(group(code) == "4. Total Black, African, Caribbean or Black British 1");
    CHECK(group("OOTH") == "5. Total other ethnic group 1");
    for (const char* code : {"REFU", "NOBT"})
        CHECK(group(code) == "6. Total refused or information not yet available 1");
    for (const char* code : {"", "XXXX"})
        CHECK(group(code) == "Not known 1");
}

TEST_CASE("the ethnic origin is that of Header of the year's return") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.table(year, episodes("A,01/06/2021,S,V2,N1,U4,,\n"));
    returns.table(2022, ethnic("NOBT")).table(2023, ethnic("BAFR"));
    CHECK(told(find(broken_down(returns, "2022-03-31"), "ethnicity", "looked_after")) ==
          "6. Total refused or information not yet available 1");
    CHECK(told(find(broken_down(returns), "ethnicity", "looked_after")) ==
          "4. Total Black, African, Caribbean or Black British 1");
}

TEST_CASE("without a Header there are no ethnic groups; without a row the child's is not known") {
    CHECK(groups_of("ethnicity", "looked_after", looked_after) ==
          "no Header table in the return of 2023 (columns CHILD, SEX, DOB, ETHNIC, UPN, MOTHER)");
    CHECK(groups_of("ethnicity", "looked_after", looked_after,
                    header("CHILD,ETHNIC", "B,WBRI\n")) == "Not known 1");
}

TEST_CASE("the sex in both writings") {
    const auto group = [](const char* code) {
        return groups_of("sex", "started", looked_after,
                         header("CHILD,SEX", "A," + std::string(code) + "\n"));
    };
    CHECK(group("2") == "Female 1");
    CHECK(group("F") == "Female 1");
    CHECK(group("1") == "Male 1");
    CHECK(group("M") == "Male 1");
    CHECK(group("U") == "Not known 1");
    CHECK(group("") == "Not known 1");
}

TEST_CASE("no return of the year: no breakdown") {
    Returns returns;
    returns.table(2023, episodes(looked_after));
    CHECK(told(find(broken_down(returns, "2022-03-31"), "sex", "looked_after")) ==
          "the return of 2022 was not given");
    CHECK(find(broken_down(returns, "2022-03-31"), "sex", "looked_after").printed(0) == "x");
}

TEST_CASE("shares are of all, exact, and printed as percentages are") {
    Returns returns;
    returns.table(2023, episodes("A,01/06/2022,S,V2,N1,U4,,\nB,01/06/2022,S,V2,N1,U4,,\n"
                                 "C,01/06/2022,S,C2,N1,U4,,\n"));
    const scorecard::Scorecard scorecard = broken_down(returns);
    const auto& statuses = find(scorecard, "legal_status", "looked_after");
    CHECK(statuses.total() == 3);
    CHECK(statuses.share(0) == exact::make_ratio(100, 3));
    CHECK(statuses.printed(0) == "33");
    CHECK(statuses.printed(1) == "0");
    CHECK(statuses.printed(3) == "67");
    const auto& ceased = find(scorecard, "legal_status", "ceased");
    CHECK(ceased.total() == 0);
    CHECK_FALSE(ceased.share(0));
    CHECK(ceased.printed(0) == "z");
}

TEST_CASE("nothing is broken down that is not asked for") {
    Returns returns;
    returns.table(2023, episodes(looked_after));
    CHECK(returns.scorecards("2023-03-31").at(0).breakdowns.empty());
    returns.request().by = {indicators::Characteristic::need};
    const auto scorecards = returns.scorecards("2023-03-31");
    REQUIRE(scorecards.at(0).breakdowns.size() == 3);
    CHECK(indicator_of(scorecards[0].breakdowns[0].breakdown()) == "looked_after");
    CHECK(indicator_of(scorecards[0].breakdowns[1].breakdown()) == "started");
    CHECK(indicator_of(scorecards[0].breakdowns[2].breakdown()) == "ceased");
}

TEST_CASE("several authorities together: groups add up, or the reason says who has none") {
    Returns returns;
    returns.table(2023, "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC,LA\n"
                        "1,01/05/2022,S,C2,N1,U4,,,North\n2,01/05/2022,S,V2,N1,U4,,,North\n"
                        "1,01/05/2022,S,C2,N3,U4,,,South\n");
    broken_down(returns);
    const auto all = returns.scorecards("2023-03-31");
    const auto england = scorecard::together(all, "England", returns.request()).at(0);
    CHECK(told(find(england, "legal_status", "looked_after")) ==
          "Care orders 2, Voluntary agreements under S20 CA 1989 1");
    CHECK(told(find(england, "need", "started")) ==
          "N1. Abuse or neglect 2, N3. Parental illness or disability 1");
    CHECK(
        told(find(england, "ethnicity", "looked_after")) ==
        "no figure for 2 of 2 authorities, the first of them North: no Header table in the return "
        "of 2023 (columns CHILD, SEX, DOB, ETHNIC, UPN, MOTHER)");
    CHECK(scorecard::together({}, "England", returns.request()).at(0).breakdowns.empty());
}

TEST_CASE("the CSV has two columns and a row a group more, and is read back without them") {
    Returns returns;
    returns.table(2023, episodes("A,01/06/2022,S,V2,N1,U4,,\nB,01/06/2022,S,C2,N1,U4,,\n"));
    const std::string plain = io::to_csv(returns.scorecards("2023-03-31"));
    returns.request().by = {indicators::Characteristic::legal_status};
    const std::string text = io::to_csv(returns.scorecards("2023-03-31"));
    const auto has = [&text](const char* line) { return text.find(line) != std::string::npos; };
    CHECK(plain.find("breakdown") == std::string::npos);
    CHECK(has("undetermined,value,low,high,breakdown,group,squares\n"));
    CHECK(has(",2023-03-31,looked_after,children,2,,0,2,,,,,\n"));
    CHECK(has(",2023-03-31,looked_after,percent,1,2,0,50,,,legal_status,Care orders,\n"));
    CHECK(has(",2023-03-31,days_in_care,days,0,0,0,z,,,,,0\n"));
    CHECK(has(",2023-03-31,ceased,percent,0,0,0,z,,,legal_status,Not known,\n"));
    quality::Findings findings;
    const auto back = io::read_scorecards(text, "own.csv", findings);
    REQUIRE(back);
    CHECK(findings.count() == 1);
    CHECK(findings.count_of(quality::FindingCode::scorecard_breakdowns_passed_over) == 1);
    const auto rows_of_groups =
        std::count(text.begin(), text.end(), '\n') - std::count(plain.begin(), plain.end(), '\n');
    CHECK(findings.kept().at(0).message == "rows of breakdowns are not read back: " +
                                               std::to_string(rows_of_groups) + " passed over");
    CHECK(io::to_csv(*back) == plain);
}

TEST_CASE("the table and the JSON show the groups in order, with those not known") {
    Returns returns;
    returns.table(2023, episodes("A,01/06/2022,S,V2,N1,U4,,\n"));
    returns.table(2023, header("CHILD,SEX", "A,2\n"));
    returns.request().by = {indicators::Characteristic::sex};
    const auto scorecards = returns.scorecards("2023-03-31");
    const std::string table = io::to_table(scorecards);
    const std::size_t title = table.find("Children looked after: Gender\n  Female");
    REQUIRE(title != std::string::npos);
    CHECK(table.find("  Male", title) > title);
    CHECK(table.find("100%   1 of 1\n", title) != std::string::npos);
    CHECK(table.find("  Not known", title) > table.find("  Male", title));
    CHECK(table.find("31/03/2023 ", title) == std::string::npos);
    returns.request().as_at = {Returns::date("2022-03-31"), Returns::date("2023-03-31")};
    const std::string both = io::to_table(io::scorecards(returns.reader(), returns.request()));
    const std::size_t heading = both.find("Children looked after: Gender ");
    REQUIRE(heading != std::string::npos);
    const std::string line = both.substr(heading, both.find('\n', heading) - heading);
    CHECK(line.find("  31/03/2022   31/03/2023   numbers of 31/03/2023") != std::string::npos);
    const std::string json = io::to_json(scorecards);
    CHECK(json.find("\"breakdown\": \"sex\"") != std::string::npos);
    CHECK(json.find("\"group\": \"Female\"") < json.find("\"group\": \"Not known\""));
}

TEST_CASE("the page of the breakdowns is what the library writes") {
    std::ifstream file(tests::project_file("docs/breakdowns.md"), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    CHECK(page == io::breakdowns_as_markdown());
}

TEST_CASE("characteristics are known by their names") {
    CHECK(indicators::characteristic_named("need") == indicators::Characteristic::need);
    CHECK_FALSE(indicators::characteristic_named("height"));
}
