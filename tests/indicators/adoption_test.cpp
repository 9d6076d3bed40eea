#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

/// As at 31 March 2023, with the AD1 row `DATE_INT,DATE_MATCH` of child A (empty: no row).
Tally stage(const char* id, const std::string& episodes,
            const std::string& dates = "01/06/2022,01/08/2022") {
    Returns returns;
    returns.episodes(2023, episodes);
    returns.table(2023, ad1(dates.empty() ? "" : "A," + dates));
    return returns.tally(id, "2023-03-31");
}

const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

// In care 1 May 2022, placement order 1 July, placed 1 September, adopted 1 February 2023.
const std::string adopted = "A,01/05/2022,S,C2,U6,01/07/2022,X1\n"
                            "A,01/07/2022,L,E1,U6,01/09/2022,X1\n"
                            "A,01/09/2022,P,E1,A6,01/02/2023,E12\n";

const std::array all_stages = {"days_care_to_placement",  "days_order_to_match",
                               "days_care_to_decision",   "days_decision_to_match",
                               "days_match_to_placement", "days_placement_to_adoption",
                               "days_care_to_adoption"};

} // namespace

TEST_CASE("the stages of an adoption, in days") {
    CHECK(stage("days_care_to_decision", adopted) == mean_of({31}));       // 1 May to 1 June
    CHECK(stage("days_decision_to_match", adopted) == mean_of({61}));      // to 1 August
    CHECK(stage("days_match_to_placement", adopted) == mean_of({31}));     // to 1 September
    CHECK(stage("days_placement_to_adoption", adopted) == mean_of({153})); // to 1 February
    CHECK(stage("days_care_to_placement", adopted) == mean_of({123}));
    CHECK(stage("days_care_to_adoption", adopted) == mean_of({276}));
    CHECK(stage("days_order_to_match", adopted) == mean_of({31})); // 1 July to 1 August
}

TEST_CASE("the stages are those of children adopted in the year") {
    const std::string until = "A,01/05/2021,S,E1,U6,01/09/2021,X1\n"
                              "A,01/09/2021,P,E1,A6,";
    for (const char* id : all_stages) {
        CAPTURE(id);
        CHECK(stage(id, until + "31/03/2022,E12", "01/06/2021,01/08/2021") == outside);
        CHECK(stage(id, until + "01/04/2022,E11", "01/06/2021,01/08/2021").denominator == 1);
        CHECK(stage(id, until + "31/03/2023,E12", "01/06/2021,01/08/2021").denominator == 1);
        CHECK(stage(id, until + "01/04/2023,E12", "01/06/2021,01/08/2021") == outside);
        CHECK(stage(id, until + "01/12/2022,E45", "01/06/2021,01/08/2021") == outside);
        CHECK(stage(id, until + ",", "01/06/2021,01/08/2021") == outside);
    }
}

TEST_CASE("an adoption that is not the last leaving of the year does not count") {
    const std::string back = adopted + "A,01/03/2023,S,C2,U6,15/03/2023,E4A\n";
    for (const char* id : all_stages) {
        CAPTURE(id);
        CHECK(stage(id, back) == outside);
    }
}

TEST_CASE("the stages begin with the last period of care") {
    CHECK(stage("days_care_to_adoption", "A,01/01/2022,S,E1,A6,01/04/2022,E4A\n" + adopted) ==
          mean_of({276}));
    CHECK(stage("days_care_to_placement", "A,01/01/2022,S,E1,A6,01/04/2022,E4A\n" + adopted) ==
          mean_of({123}));
}

TEST_CASE("without an AD1 row the stages by its dates are undetermined") {
    for (const char* id : {"days_order_to_match", "days_care_to_decision", "days_decision_to_match",
                           "days_match_to_placement"})
        CHECK(stage(id, adopted, "") == undetermined);
    CHECK(stage("days_care_to_placement", adopted, "") == mean_of({123}));
    CHECK(stage("days_placement_to_adoption", adopted, "") == mean_of({153}));
    CHECK(stage("days_care_to_adoption", adopted, "") == mean_of({276}));
}

TEST_CASE("a blank decision leaves the stages that it begins or ends undetermined") {
    CHECK(stage("days_care_to_decision", adopted, ",01/08/2022") == undetermined);
    CHECK(stage("days_decision_to_match", adopted, ",01/08/2022") == undetermined);
    CHECK(stage("days_match_to_placement", adopted, ",01/08/2022") == mean_of({31}));
    CHECK(stage("days_order_to_match", adopted, ",01/08/2022") == mean_of({31}));
}

TEST_CASE("a blank match leaves the stages that it begins or ends undetermined") {
    CHECK(stage("days_care_to_decision", adopted, "01/06/2022,") == mean_of({31}));
    CHECK(stage("days_decision_to_match", adopted, "01/06/2022,") == undetermined);
    CHECK(stage("days_match_to_placement", adopted, "01/06/2022,") == undetermined);
    CHECK(stage("days_order_to_match", adopted, "01/06/2022,") == undetermined);
}

TEST_CASE("days run backwards where dates do, but not from the order to the match") {
    // Decided on 21 April, before care; matched on 11 September, after the placement.
    CHECK(stage("days_care_to_decision", adopted, "21/04/2022,11/09/2022") == mean_of({-10}));
    CHECK(stage("days_match_to_placement", adopted, "21/04/2022,11/09/2022") == mean_of({-10}));
    CHECK(stage("days_decision_to_match", adopted, "01/06/2022,22/05/2022") == mean_of({-10}));
    CHECK(stage("days_order_to_match", adopted, "01/06/2022,01/07/2022") == Tally{0, 1, 0});
    CHECK(stage("days_order_to_match", adopted, "01/06/2022,30/06/2022") == Tally{0, 1, 0});
    CHECK(stage("days_order_to_match", adopted, "01/06/2022,02/07/2022") == mean_of({1}));
}

TEST_CASE("placement for adoption: the first of the run with which care ends") {
    CHECK(stage("days_care_to_placement",
                "A,01/05/2022,S,E1,U6,01/08/2022,X1\n"
                "A,01/08/2022,P,E1,A3,01/09/2022,X1\n"
                "A,01/09/2022,P,E1,A5,01/10/2022,X1\n"
                "A,01/10/2022,P,E1,A4,01/11/2022,X1\n"
                "A,01/11/2022,P,E1,A6,01/02/2023,E11\n") == mean_of({92})); // 1 May to 1 August
}

TEST_CASE("placement for adoption: a run that broke down does not count") {
    CHECK(stage("days_care_to_placement",
                "A,01/05/2022,S,E1,U6,01/06/2022,X1\n"
                "A,01/06/2022,P,E1,A6,01/08/2022,X1\n"
                "A,01/08/2022,P,E1,U6,01/09/2022,X1\n"
                "A,01/09/2022,P,E1,A6,01/02/2023,E12\n") == mean_of({123}));
}

TEST_CASE("placement for adoption: temporary placements inside, after and before the run") {
    CHECK(stage("days_care_to_placement",
                "A,01/05/2022,S,E1,U6,01/06/2022,X1\n"
                "A,01/06/2022,P,E1,A6,01/08/2022,X1\n"
                "A,01/08/2022,P,E1,T1,08/08/2022,X1\n"
                "A,08/08/2022,P,E1,A6,01/12/2022,X1\n"
                "A,01/12/2022,P,E1,T4,08/12/2022,E12\n") == mean_of({31})); // 1 May to 1 June
    CHECK(stage("days_care_to_placement",
                "A,01/05/2022,S,E1,U6,01/06/2022,X1\n"
                "A,01/06/2022,P,E1,T1,11/06/2022,X1\n"
                "A,11/06/2022,P,E1,A6,01/12/2022,E12\n") == mean_of({41})); // 1 May to 11 June
}

TEST_CASE("adopted without a placement for adoption") {
    const std::string fostered = "A,01/05/2022,S,C2,U6,01/07/2022,X1\n"
                                 "A,01/07/2022,L,E1,U6,01/02/2023,E12\n";
    CHECK(stage("days_care_to_placement", fostered) == undetermined);
    CHECK(stage("days_match_to_placement", fostered) == undetermined);
    CHECK(stage("days_placement_to_adoption", fostered) == undetermined);
    CHECK(stage("days_care_to_adoption", fostered) == mean_of({276}));
    CHECK(stage("days_care_to_decision", fostered) == mean_of({31}));
    // A run that does not reach the end of care is none.
    CHECK(stage("days_care_to_placement", "A,01/05/2022,S,E1,A6,01/07/2022,X1\n"
                                          "A,01/07/2022,P,E1,U6,01/02/2023,E12\n") == undetermined);
}

TEST_CASE("placed for adoption from the first known episode") {
    CHECK(stage("days_care_to_placement", "A,01/05/2022,S,E1,A6,01/02/2023,E12") == Tally{0, 1, 0});
    CHECK(stage("days_placement_to_adoption", "A,01/05/2022,S,E1,A6,01/02/2023,E12") ==
          mean_of({276}));
    // Where the start is unknown, the run may have begun earlier.
    for (const char* id :
         {"days_care_to_placement", "days_match_to_placement", "days_placement_to_adoption",
          "days_care_to_adoption", "days_care_to_decision"}) {
        CAPTURE(id);
        CHECK(stage(id, "A,01/05/2022,P,E1,A6,01/02/2023,E12") == undetermined);
        CHECK(stage(id, "A,01/05/2022,P,E1,T1,08/05/2022,X1\n"
                        "A,08/05/2022,P,E1,A6,01/02/2023,E12\n") == undetermined);
    }
}

TEST_CASE("an unknown start of care leaves open only what is counted from it") {
    const std::string unknown = "A,01/05/2022,P,C2,U6,01/07/2022,X1\n"
                                "A,01/07/2022,L,E1,U6,01/09/2022,X1\n"
                                "A,01/09/2022,P,E1,A6,01/02/2023,E12\n";
    CHECK(stage("days_care_to_decision", unknown) == undetermined);
    CHECK(stage("days_care_to_placement", unknown) == undetermined);
    CHECK(stage("days_care_to_adoption", unknown) == undetermined);
    CHECK(stage("days_decision_to_match", unknown) == mean_of({61}));
    CHECK(stage("days_match_to_placement", unknown) == mean_of({31}));
    CHECK(stage("days_placement_to_adoption", unknown) == mean_of({153}));
    CHECK(stage("days_order_to_match", unknown) == mean_of({31}));
}

namespace {

/// A child in care from 1 May 2022 with a legal status, placed on 1 July and adopted.
Tally order_to_match(const std::string& rne, const std::string& status,
                     const std::string& dates = "01/06/2022,01/08/2022") {
    return stage("days_order_to_match",
                 with("A,01/05/2022,RNE,LS,U6,01/07/2022,X1\n"
                      "A,01/07/2022,P,LS,A6,01/02/2023,E12\n",
                      "RNE", rne, "LS", status),
                 dates);
}

} // namespace

TEST_CASE("days_order_to_match: from a placement order or a freeing order") {
    CHECK(order_to_match("S", "E1") == mean_of({92})); // 1 May to 1 August
    CHECK(order_to_match("S", "D1") == mean_of({92}));
}

TEST_CASE("days_order_to_match: from the first such episode of the period") {
    CHECK(stage("days_order_to_match",
                "A,01/01/2022,S,E1,U6,01/04/2022,E4A\n" // another period
                "A,01/05/2022,S,C2,U6,01/06/2022,X1\n"
                "A,01/06/2022,L,D1,U6,01/07/2022,X1\n"
                "A,01/07/2022,L,C2,U6,11/07/2022,X1\n"
                "A,11/07/2022,B,E1,A6,01/02/2023,E12\n") == mean_of({61})); // 1 June to 1 August
}

TEST_CASE("days_order_to_match: an order made during a temporary placement counts") {
    CHECK(stage("days_order_to_match", "A,01/05/2022,S,C2,U6,01/06/2022,X1\n"
                                       "A,01/06/2022,B,E1,T1,08/06/2022,X1\n"
                                       "A,08/06/2022,P,E1,A6,01/02/2023,E12\n") == mean_of({61}));
}

TEST_CASE("days_order_to_match: a child without an order is outside") {
    CHECK(order_to_match("S", "C2") == outside);
    CHECK(order_to_match("S", "C2", "") == outside); // whatever AD1 says
    CHECK(order_to_match("S", "C2", ",") == outside);
}

TEST_CASE("days_order_to_match: with an unknown start there may have been an order") {
    CHECK(order_to_match("P", "C2") == undetermined);
    CHECK(order_to_match("L", "C2") == undetermined);
}

TEST_CASE("days_order_to_match: an order from the first known episode may be older") {
    CHECK(order_to_match("P", "E1") == undetermined);
    CHECK(order_to_match("T", "E1") == undetermined);
    // These say that the legal status began then.
    CHECK(order_to_match("L", "E1") == mean_of({92}));
    CHECK(order_to_match("B", "E1") == mean_of({92}));
    CHECK(order_to_match("U", "E1") == mean_of({92}));
    CHECK(order_to_match("L", "E1", "") == undetermined);
}
