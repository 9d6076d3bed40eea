#include "support/returns.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

// Each use of a rule by which histories are joined is counted, and told with file and line.

using namespace indicare;
using namespace indicare::tests;
using Catch::Contains;
using indicare::quality::FindingCode;
using indicators::Tally;
using namespace std::string_literals;

namespace {

constexpr std::string_view as_at = "2023-03-31";

/// The only finding there is, once the scorecard was made.
quality::Finding only_finding(Returns& returns, std::string_view date = as_at) {
    returns.scorecards(date);
    REQUIRE(returns.findings().count() == 1);
    REQUIRE(returns.findings().kept().size() == 1);
    return returns.findings().kept().front();
}

/// Episodes with all their columns, so that there is nothing else to find.
Returns& episodes(Returns& returns, int year, const std::string& rows) {
    const std::string file = std::to_string(year) + "/episodes.csv";
    std::string text = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                       "HOME_POST,PL_POST,URN\n";
    return returns.table(year, text + rows, file);
}

} // namespace

TEST_CASE("a DEC that is not after DECOM is told", "[history findings]") {
    Returns returns;
    episodes(returns, 2023, "A,01/06/2022,S,V2,N1,U4,PR1,01/05/2022,E4A,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::dec_not_after_decom);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 2);
    CHECK(finding.column == "DEC");
    CHECK(finding.value == "01/05/2022");
    CHECK(finding.child == "A");
    CHECK_THAT(finding.message, Contains("01/06/2022") && Contains("blank"));
    CHECK(returns.tally("looked_after", as_at) == Tally{1, 0, 0});
    CHECK(returns.tally("ceased", as_at) == Tally{0, 0, 0});
}

TEST_CASE("an episode given twice is told", "[history findings]") {
    Returns returns;
    episodes(returns, 2023,
             "A,01/06/2022,S,V2,N1,K2,PR1,,,,,,\nA,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::episode_twice);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 2);
    CHECK(finding.column == "DECOM");
    CHECK(finding.value == "01/06/2022");
    CHECK(finding.child == "A");
    CHECK_THAT(finding.message, Contains("2023/episodes.csv:3") && Contains("later row stands"));
    CHECK(returns.tally("in_foster_care", as_at) == Tally{1, 1, 0});
}

TEST_CASE("an episode that was corrected away is told", "[history findings]") {
    Returns returns;
    episodes(returns, 2022,
             "A,01/06/2021,S,V2,N1,U4,PR1,01/09/2021,X1,,,,\n"
             "A,01/09/2021,P,V2,N1,K2,PR1,,,,,,\n");
    episodes(returns, 2023, "A,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::episode_corrected_away);
    CHECK(finding.file == "2022/episodes.csv");
    CHECK(finding.line == 3);
    CHECK(finding.value == "01/09/2021");
    CHECK(finding.child == "A");
    CHECK_THAT(finding.message, Contains("2023/episodes.csv:2") && Contains("corrected away"));
    CHECK(returns.tally("in_foster_care", as_at) == Tally{1, 1, 0});
}

TEST_CASE("an episode that is no longer reported is told", "[history findings]") {
    Returns returns;
    episodes(returns, 2022, "A,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n");
    episodes(returns, 2023, "B,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::episode_no_longer_reported);
    CHECK(finding.file == "2022/episodes.csv");
    CHECK(finding.line == 2);
    CHECK(finding.child == "A");
    CHECK_THAT(finding.message, Contains("01/04/2022") && Contains("no leaving"));
    CHECK(returns.tally("looked_after", as_at) == Tally{1, 0, 0});
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{1, 0, 0});
}

TEST_CASE("an episode open though another follows is told", "[history findings]") {
    Returns returns;
    episodes(returns, 2023,
             "A,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n"
             "A,01/09/2022,P,V2,N1,K2,PR1,,,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::episode_open_before_next);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 2);
    CHECK_THAT(finding.message,
               Contains("01/09/2022") && Contains("2023/episodes.csv:3") && Contains("no leaving"));
}

TEST_CASE("episodes that overlap are told", "[history findings]") {
    Returns returns;
    episodes(returns, 2023,
             "A,01/09/2022,P,V2,N1,K2,PR1,,,,,,\n"
             "A,01/06/2022,S,V2,N1,U4,PR1,01/10/2022,E4A,,,,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::episodes_overlap);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 3);
    CHECK(finding.column == "DEC");
    CHECK(finding.value == "01/10/2022");
    CHECK_THAT(finding.message,
               Contains("01/09/2022") && Contains("2023/episodes.csv:2") && Contains("no leaving"));
    CHECK(returns.tally("ceased", as_at) == Tally{0, 0, 0});
}

TEST_CASE("each use is counted, for each child", "[history findings]") {
    Returns returns;
    std::string rows;
    for (const auto* child : {"A", "B", "C"})
        rows += child + ",01/06/2022,S,V2,N1,U4,PR1,,,,,,\n"s + child +
                ",01/09/2022,P,V2,N1,K2,PR1,,,,,,\n" + child + ",01/09/2022,P,V2,N1,K1,PR1,,,,,,\n";
    episodes(returns, 2023, rows);
    returns.scorecards(as_at);
    CHECK(returns.findings().count_of(FindingCode::episode_open_before_next) == 3);
    CHECK(returns.findings().count_of(FindingCode::episode_twice) == 3);
    CHECK(returns.findings().count() == 6);
}

TEST_CASE("a sound history gives no findings", "[history findings]") {
    Returns returns;
    episodes(returns, 2022, "A,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n");
    episodes(returns, 2023,
             "A,01/06/2021,S,V2,N1,U4,PR1,01/09/2022,X1,CARPL,,,\n"
             "A,01/09/2022,P,V2,N1,K2,PR1,,,,,,\n");
    returns.scorecards(as_at);
    CHECK(returns.findings().count() == 0);
}

TEST_CASE("a row of any table given twice is told", "[history findings]") {
    struct Case {
        std::string table;
        std::string columns;
        std::string row;
        bool twice;
        std::string other;
    };
    const std::vector<Case> cases = {
        {"Header", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "A,1,,,,0,", true, "A,2,,,,,"},
        {"OC2",
         "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
         "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
         "A,,5,,,,,,,,,", true, "A,,6,,,,,,,,,"},
        {"OC3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "A,,YES,F1,B1", true, "A,,NO,F1,B1"},
        {"AD1", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
         "A,,,,,,,", true, "A,,,,,,,"},
        {"UASC", "CHILD,SEX,DOB,DUC", "A,,,", true, "A,,,01/02/2023"},
        {"Missing", "CHILD,DOB,MISSING,MIS_START,MIS_END", "A,,M,01/02/2023,", true,
         "A,,M,01/02/2023,02/02/2023"},
        {"Missing", "CHILD,DOB,MISSING,MIS_START,MIS_END", "A,,M,01/02/2023,", false,
         "A,,A,01/02/2023,"},
        {"SWEpisodes", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "A,,SW1,01/02/2023,,", true,
         "A,,sw1,01/02/2023,03/02/2023,"},
        {"SWEpisodes", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "A,,SW1,01/02/2023,,", false,
         "A,,SW1,02/02/2023,,"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.table, each.other);
        Returns returns;
        returns.table(2023,
                      each.columns + "\n" + each.row + "\nB" + each.row.substr(1) + "\n" +
                          each.other + "\n",
                      "2023/t.csv");
        returns.scorecards(as_at);
        CHECK(returns.findings().count_of(FindingCode::row_twice) == (each.twice ? 1 : 0));
        if (!each.twice)
            continue;
        const quality::Finding finding = returns.findings().kept().back();
        REQUIRE(finding.code == FindingCode::row_twice);
        CHECK(finding.file == "2023/t.csv");
        CHECK(finding.line == 2);
        CHECK(finding.child == "A");
        CHECK_THAT(finding.message, Contains(each.table) && Contains("2023/t.csv:4"));
    }
}

TEST_CASE("a row of two returns is not given twice", "[history findings]") {
    Returns returns;
    for (const int year : {2022, 2023})
        returns.table(year, "CHILD,SEX,DOB,DUC\nA,,,\n");
    returns.scorecards(as_at);
    CHECK(returns.findings().count() == 0);
}

TEST_CASE("a child without Header is told for each return that has one", "[history findings]") {
    Returns returns;
    for (const int year : {2022, 2023})
        episodes(returns, year, "A,01/06/2021,S,V2,N1,U4,PR1,,,,,,\n");
    returns.table(2023, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nB,1,,,,0,\n");
    const quality::Finding finding = only_finding(returns);
    CHECK(finding.code == FindingCode::child_without_header);
    CHECK(finding.file == "2023/episodes.csv");
    CHECK(finding.line == 2);
    CHECK(finding.child == "A");
    CHECK_THAT(finding.message, Contains("the return of 2023"));
}
