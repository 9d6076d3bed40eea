#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const Tally three{1, 1, 0};
const Tally fewer{0, 1, 0};
const Tally undetermined{0, 0, 1};

/// As at 31 March 2023, in the year from 1 April 2022.
Tally three_or_more(const std::string& episodes) {
    return tally_of("three_or_more_placements", episodes);
}

// CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PLACE_PROVIDER,PL_POST,URN

/// A foster placement, a stay in a temporary one, and then what `after` says (from RNE on), with a
/// move to a children's home at the end: two placements, or three where `after` is a new one.
Tally after_temporary(const std::string& after) {
    return three_or_more(with("A,01/05/2022,S,V2,U4,01/07/2022,X1,PR1,DE1 1AA,SC000001\n"
                              "A,01/07/2022,P,V2,T1,08/07/2022,X1\n"
                              "A,08/07/2022,AFTER\n"
                              "A,01/09/2022,P,V2,K2,,\n",
                              "AFTER", after));
}

} // namespace

TEST_CASE("a temporary placement is no placement, and the way back from it no move") {
    for (const std::string place : {"T0", "T1", "T2", "T3", "T4"}) {
        CAPTURE(place);
        CHECK(three_or_more(with("A,01/05/2022,S,V2,U4,01/07/2022,X1,PR1,DE1 1AA,SC000001\n"
                                 "A,01/07/2022,P,V2,PLACE,08/07/2022,X1\n"
                                 "A,08/07/2022,P,V2,U4,01/09/2022,X1,PR1,DE1 1AA,SC000001\n"
                                 "A,01/09/2022,P,V2,K2,,\n",
                                 "PLACE", place)) == fewer);
    }
}

TEST_CASE("back to the same placement: postcodes compare without blanks and case") {
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR1,de11aa,SC000001") == fewer);
}

TEST_CASE("another placement after a temporary one is a move, whatever differs") {
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR1,DE1 1AA,SC000001") == fewer);
    CHECK(after_temporary("P,V2,U6,01/09/2022,X1,PR1,DE1 1AA,SC000001") == three);
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR4,DE1 1AA,SC000001") == three);
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR1,DE1 1AB,SC000001") == three);
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR1,DE1 1AA,SC000002") == three);
    CHECK(after_temporary("P,V2,U4,01/09/2022,X1,PR1,DE1 1AA,") == three);
}

TEST_CASE("after a temporary placement what differs decides, not the RNE") {
    for (const std::string rne : {"P", "B", "T", "U", "L"}) {
        CAPTURE(rne);
        CHECK(after_temporary(rne + ",V2,U6,01/09/2022,X1,PR1,DE1 1AA,SC000001") == three);
        CHECK(after_temporary(rne + ",V2,U4,01/09/2022,X1,PR1,DE1 1AA,SC000001") == fewer);
    }
}

TEST_CASE("after a temporary placement, to be adopted by the current carer is no move") {
    CHECK(after_temporary("P,E1,A3,01/09/2022,X1,PR1,DE1 1AB,") == fewer);
    CHECK(after_temporary("P,E1,A5,01/09/2022,X1,PR1,DE1 1AB,") == fewer);
    CHECK(after_temporary("P,E1,A4,01/09/2022,X1,PR1,DE1 1AB,") == three);
    CHECK(after_temporary("P,E1,A6,01/09/2022,X1,PR1,DE1 1AB,") == three);
}

TEST_CASE("two temporary placements in a row are no placements either") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                        "A,01/07/2022,P,V2,T1,08/07/2022,X1\n"
                        "A,08/07/2022,P,V2,T4,15/07/2022,X1\n"
                        "A,15/07/2022,P,V2,U4,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,,\n") == fewer);
}

TEST_CASE("a temporary placement at the start or at the end is none") {
    CHECK(three_or_more("A,01/05/2022,S,V2,T0,08/05/2022,X1\n"
                        "A,08/05/2022,P,V2,U4,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,,\n") == fewer);
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,01/03/2023,X1\n"
                        "A,01/03/2023,P,V2,T1,,\n") == fewer);
    CHECK(three_or_more("A,01/05/2022,S,V2,T0,,\n") == fewer);
}

TEST_CASE("a temporary placement at the end of a period or at the start of the next adds none") {
    CHECK(three_or_more("A,01/05/2022,S,V2,U4,01/06/2022,X1\n"
                        "A,01/06/2022,P,V2,T1,08/06/2022,E4A\n"
                        "A,01/09/2022,S,V2,T1,08/09/2022,X1\n"
                        "A,08/09/2022,P,V2,U4,,\n") == fewer);
}

TEST_CASE("an unknown start with a temporary placement may hide placements") {
    CHECK(three_or_more("A,02/04/2022,P,V2,T1,08/04/2022,X1\n"
                        "A,08/04/2022,P,V2,U4,,\n") == undetermined);
    CHECK(three_or_more("A,01/04/2022,P,V2,T1,08/04/2022,X1\n"
                        "A,08/04/2022,P,V2,U4,,\n") == fewer);
}

TEST_CASE("a placement ends before the temporary one after its last episode") {
    // The first carer's until 1 March 2022; the temporary one reaches into the year.
    CHECK(three_or_more("A,01/01/2022,S,V2,U4,01/03/2022,X1\n"
                        "A,01/03/2022,P,V2,T1,01/06/2022,X1\n"
                        "A,01/06/2022,P,V2,U6,01/09/2022,X1\n"
                        "A,01/09/2022,P,V2,K2,,\n") == fewer);
}

TEST_CASE("a placement goes on over a temporary one between its episodes") {
    CHECK(three_or_more("A,01/01/2022,S,V2,U4,01/03/2022,X1\n"
                        "A,01/03/2022,P,V2,T1,01/06/2022,X1\n"
                        "A,01/06/2022,P,V2,U4,01/08/2022,X1\n"
                        "A,01/08/2022,P,V2,U6,01/10/2022,X1\n"
                        "A,01/10/2022,P,V2,K2,,\n") == three);
}
