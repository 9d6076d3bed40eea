#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using indicare::quality::FindingCode;
using namespace indicare::tests;

// CHILD,DECOM,RNE,LS,PLACE,DEC,REC

TEST_CASE("of one episode in two returns the later return holds") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,,").episodes(2023, "A,01/06/2021,S,V2,K2,,");
    CHECK(returns.tally("in_foster_care", "2023-03-31") == Tally{0, 1, 0});
    CHECK(returns.tally("in_secure_or_childrens_home", "2023-03-31") == Tally{1, 1, 0});
    // And so in hindsight.
    CHECK(returns.tally("in_secure_or_childrens_home", "2022-03-31") == Tally{1, 1, 0});
}

TEST_CASE("the later return holds, in whichever order they are given") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2021,S,V2,K2,,").episodes(2022, "A,01/06/2021,S,V2,U4,,");
    CHECK(returns.tally("in_secure_or_childrens_home", "2023-03-31") == Tally{1, 1, 0});
}

TEST_CASE("of one episode twice in a return the later row holds, with a finding") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2021,S,V2,U4,,\n"
                           "A,01/06/2021,S,V2,K2,,\n");
    CHECK(returns.tally("in_secure_or_childrens_home", "2023-03-31") == Tally{1, 1, 0});
    CHECK(returns.findings().count_of(FindingCode::episode_twice) == 1);
}

TEST_CASE("an episode that ends on or before its first day is still open, with a finding") {
    for (const char* end : {"01/06/2021", "31/05/2021"}) {
        Returns returns;
        returns.episodes(2023, with("A,01/06/2021,S,V2,U4,END,E4A", "END", end));
        CHECK(returns.tally("looked_after", "2023-03-31") == Tally{1, 0, 0});
        CHECK(returns.tally("ceased", "2023-03-31") == Tally{0, 0, 0});
        CHECK(returns.findings().count_of(FindingCode::dec_not_after_decom) +
                  returns.findings().count_of(FindingCode::episode_same_day) >
              0);
    }
    CHECK(tally_of("ceased", "A,01/06/2022,S,V2,U4,02/06/2022,E4A") == Tally{1, 0, 0});
}

TEST_CASE("an episode open before the next ends where that begins, and that is no leaving") {
    const char* child = "A,01/05/2022,S,V2,U4,,\n"
                        "A,01/07/2022,P,V2,U6,11/07/2022,E4A\n";
    CHECK(tally_of("ceased", child) == Tally{1, 0, 0});
    CHECK(tally_of("looked_after", child) == Tally{0, 0, 0});
    CHECK(tally_of("days_in_care", child) == mean_of({71})); // one period: 1 May to 11 July
    Returns returns;
    returns.episodes(2023, child);
    returns.tally("looked_after", "2023-03-31");
    CHECK(returns.findings().count_of(FindingCode::episode_open_before_next) == 1);
}

TEST_CASE("an episode that overlaps the next ends where that begins, and that is no leaving") {
    const char* child = "A,01/05/2022,S,V2,U4,01/09/2022,E4A\n"
                        "A,01/07/2022,P,V2,U6,11/07/2022,X1\n";
    CHECK(tally_of("ceased", child) == Tally{0, 0, 0});
    CHECK(tally_of("looked_after_in_year", child) == Tally{1, 0, 0});
    Returns returns;
    returns.episodes(2023, child);
    returns.tally("looked_after", "2023-03-31");
    CHECK(returns.findings().count_of(FindingCode::episodes_overlap) == 1);
}

TEST_CASE("an episode that overlaps the next does not come back after it") {
    CHECK(tally_of("looked_after", "A,01/05/2022,S,V2,U4,,\n"
                                   "A,01/07/2022,P,V2,U6,11/07/2022,E4A\n") == Tally{0, 0, 0});
}

TEST_CASE("rows need not be in the order of their dates") {
    CHECK(tally_of("days_in_care", "A,11/05/2022,P,V2,U6,31/05/2022,E4A\n"
                                   "B,01/05/2022,S,V2,U4,11/05/2022,E4A\n"
                                   "A,01/05/2022,S,V2,U4,11/05/2022,X1\n") == mean_of({30, 10}));
}

TEST_CASE("an episode inside one that a later return holds was corrected away") {
    Returns returns;
    returns
        .episodes(2022, "A,01/01/2022,S,V2,U4,01/02/2022,X1\n"
                        "A,01/02/2022,P,V2,K2,,\n")
        .episodes(2023, "A,01/01/2022,S,V2,U4,,\n");
    CHECK(returns.tally("in_foster_care", "2023-03-31") == Tally{1, 1, 0});
    CHECK(returns.tally("in_foster_care", "2022-03-31") == Tally{1, 1, 0});
    CHECK(returns.findings().count_of(FindingCode::episode_corrected_away) > 0);
}

TEST_CASE("an episode inside a closed one that a later return holds was corrected away") {
    Returns returns;
    returns
        .episodes(2022, "A,01/02/2022,S,V2,K2,15/02/2022,E4A\n"
                        "A,01/03/2022,S,V2,K2,15/03/2022,E4A\n")
        .episodes(2023, "A,01/01/2022,S,V2,U4,01/03/2022,E4A\n");
    // The one of 1 March stands: it begins where the later return's ends.
    CHECK(returns.tally("days_in_care", "2022-03-31") == mean_of({14}));
    Returns dropped;
    dropped.episodes(2022, "A,28/02/2022,S,V2,K2,15/03/2022,E4A\n")
        .episodes(2023, "A,01/01/2022,S,V2,U4,01/03/2022,E4A\n");
    // Begun on the day before that end, it is inside: what stands is 1 January to 1 March.
    CHECK(dropped.tally("days_in_care", "2022-03-31") == mean_of({59}));
}

TEST_CASE("an episode inside one of the same return was not corrected away") {
    CHECK(tally_of("in_secure_or_childrens_home", "A,01/01/2022,S,V2,U4,,\n"
                                                  "A,01/02/2022,P,V2,K2,,\n") == Tally{1, 1, 0});
}

TEST_CASE("an episode of a later return inside one of an earlier return stands") {
    Returns returns;
    returns.episodes(2022, "A,01/01/2022,S,V2,U4,,").episodes(2023, "A,01/02/2022,P,V2,K2,,");
    CHECK(returns.tally("in_secure_or_childrens_home", "2023-03-31") == Tally{1, 1, 0});
}

TEST_CASE("an episode that was corrected away still corrects others away") {
    const std::string c = "A,01/08/2020,S,V2,K2,11/10/2020,E4A\n";
    const std::string b = "A,01/06/2020,S,V2,U4,01/09/2020,E4A\n";
    const std::string a = "A,01/05/2020,S,V2,U4,01/07/2020,E4A\n";
    // B lies inside A; C lies inside B, but not inside A. What stands is A, until 1 July.
    Returns returns;
    returns.episodes(2021, c).episodes(2022, b).episodes(2023, a);
    CHECK(returns.tally("days_in_care", "2021-03-31") == mean_of({61}));
    // Without B, C stands.
    Returns without;
    without.episodes(2021, c).episodes(2022, "").episodes(2023, a);
    CHECK(without.tally("days_in_care", "2021-03-31") == mean_of({71})); // 1 August to 11 October
}

TEST_CASE("which episodes were corrected away is judged before any is cut short") {
    // The first of the later return ends where its second begins, but as reported it is open.
    Returns returns;
    returns.episodes(2022, "A,15/03/2022,P,V2,K2,20/03/2022,E4A\n")
        .episodes(2023, "A,01/01/2022,S,V2,U4,,\n"
                        "A,01/03/2022,P,V2,U6,05/03/2022,X1\n");
    CHECK(returns.tally("ceased", "2022-03-31") == Tally{0, 0, 0});
}

TEST_CASE("which episodes were corrected away is judged on the latest versions") {
    // In 2022 the first was open and held the second; by 2023 it ends before that.
    Returns returns;
    returns.episodes(2021, "A,01/03/2021,S,V2,K2,,")
        .episodes(2022, "A,01/01/2021,S,V2,U4,,")
        .episodes(2023, "A,01/01/2021,S,V2,U4,01/02/2021,E4A\n"
                        "A,01/03/2021,S,V2,K2,,\n");
    CHECK(returns.tally("in_secure_or_childrens_home", "2023-03-31") == Tally{1, 1, 0});
}

TEST_CASE("an open episode that is no longer reported ends on 1 April, and that is no leaving") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,,\n"
                           "B,01/06/2021,S,V2,U4,,\n");
    returns.episodes(2023, "B,01/06/2021,S,V2,U4,,\n");
    CHECK(returns.tally("looked_after", "2022-03-31") == Tally{2, 0, 0});
    CHECK(returns.findings().count_of(FindingCode::episode_no_longer_reported) > 0);
    CHECK(returns.tally("looked_after", "2022-04-01") == Tally{1, 0, 0});
    CHECK(returns.tally("looked_after_in_year", "2022-04-01") == Tally{2, 0, 0});
    CHECK(returns.tally("ceased", "2022-04-01") == Tally{0, 0, 0});
    CHECK(returns.tally("looked_after_in_year", "2023-03-31") == Tally{1, 0, 0});
}

TEST_CASE("an open episode of the latest return is open") {
    Returns returns;
    returns.episodes(2022, "A,01/06/2021,S,V2,U4,,").episodes(2023, "A,01/06/2021,S,V2,U4,,");
    CHECK(returns.tally("looked_after", "2023-03-31") == Tally{1, 0, 0});
}

TEST_CASE("an open episode is no longer reported by whichever later return is given") {
    Returns returns;
    returns.episodes(2021, "A,01/06/2020,S,V2,U4,,").episodes(2023, "B,01/06/2020,S,V2,U4,,");
    CHECK(returns.tally("looked_after", "2021-03-31") == Tally{1, 0, 0});
    CHECK(returns.findings().count_of(FindingCode::episode_no_longer_reported) > 0);
}

TEST_CASE("an open episode that is no longer reported ends at the next one, if that is earlier") {
    Returns returns;
    returns.episodes(2022, "A,01/01/2022,S,V2,U4,,")
        .episodes(2023, "A,01/03/2022,P,V2,U6,01/05/2022,E4A");
    // One period without a gap: 1 January to 1 May.
    CHECK(returns.tally("days_in_care", "2023-03-31") == mean_of({120}));
}

TEST_CASE("an open episode that is no longer reported leaves a gap before a later one") {
    Returns returns;
    returns.episodes(2022, "A,01/01/2022,S,V2,U4,,")
        .episodes(2023, "A,02/04/2022,P,V2,U6,01/05/2022,E4A");
    CHECK(returns.tally("days_in_care", "2023-03-31") == Tally{0, 0, 1}); // of unknown start
    Returns touching;
    touching.episodes(2022, "A,01/01/2022,S,V2,U4,,")
        .episodes(2023, "A,01/04/2022,P,V2,U6,01/05/2022,E4A");
    CHECK(touching.tally("days_in_care", "2023-03-31") == mean_of({120}));
}

TEST_CASE("histories are joined over the returns: a start known from an earlier one") {
    const char* later = "A,01/02/2022,P,V2,U6,11/04/2022,E4A\n";
    CHECK(tally_of("days_in_care", later) == Tally{0, 0, 1});
    Returns returns;
    returns.episodes(2022, "A,01/01/2022,S,V2,U4,01/02/2022,X1\n" + std::string(later));
    returns.episodes(2023, later);
    CHECK(returns.tally("days_in_care", "2023-03-31") == mean_of({100})); // 1 January to 11 April
}
