#include <string>

#include <catch2/catch.hpp>

#include "indicare/care/policy.hpp"
#include "indicators/case_tables.hpp"

using indicare::care::Policies;
using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

Policies with(const char* policy, const char* value) {
    Policies policies;
    REQUIRE(indicare::care::choose(policies, policy, value));
    return policies;
}

/// As at 31 March 2023, under a policy.
Tally under(const Policies& policies, const char* id, const std::string& episodes) {
    Returns returns({}, policies);
    returns.episodes(2023, episodes);
    return returns.tally(id, "2023-03-31");
}

} // namespace

TEST_CASE("the defaults are the first value of each policy") {
    for (const char* policy :
         {"leaver_on_date", "placement_run", "temporary_placements", "leap_day_birthday",
          "independent_providers", "starts_and_ceases", "unaccompanied_status"}) {
        for (const auto& value : indicare::care::policy_values) {
            if (value.policy != policy)
                continue;
            Policies policies;
            value.choose(policies);
            CHECK(policies == Policies{});
            break;
        }
    }
}

TEST_CASE("leaver_on_date has_ceased: who leaves on the date is not looked after on it") {
    const Policies policies = with("leaver_on_date", "has_ceased");
    const char* child = "A,01/06/2020,S,C2,U4,31/03/2023,E4A";
    CHECK(under(policies, "looked_after", child) == Tally{0, 0, 0});
    CHECK(under(policies, "in_foster_care", child) == Tally{0, 0, 0});
    CHECK(under(policies, "ceased", child) == Tally{1, 0, 0});
}

TEST_CASE("leaver_on_date still_looked_after: who leaves on the date is looked after on it") {
    const Policies policies = with("leaver_on_date", "still_looked_after");
    const char* child = "A,01/06/2020,S,C2,U4,31/03/2023,E4A";
    CHECK(under(policies, "looked_after", child) == Tally{1, 0, 0});
    CHECK(under(policies, "in_foster_care", child) == Tally{1, 1, 0});
    CHECK(under(policies, "ceased", child) == Tally{1, 0, 0});
    CHECK(under(policies, "looked_after", "A,01/06/2020,S,C2,U4,30/03/2023,E4A") == Tally{0, 0, 0});
    CHECK(under(policies, "looked_after", "A,01/06/2020,S,C2,U4,01/04/2023,E4A") == Tally{1, 0, 0});
}

TEST_CASE("leaver_on_date still_looked_after: an episode continued on the date is not held twice") {
    const Policies policies = with("leaver_on_date", "still_looked_after");
    const char* child = "A,01/06/2020,S,C2,U4,31/03/2023,X1\n"
                        "A,31/03/2023,P,C2,K2,,\n";
    CHECK(under(policies, "in_foster_care", child) == Tally{0, 1, 0});
    CHECK(under(policies, "in_secure_or_childrens_home", child) == Tally{1, 1, 0});
}

namespace {

// With the same carer to another place, and then to another carer.
const char* const moved_with_carer = "A,01/05/2022,S,V2,U6,01/07/2022,X1\n"
                                     "A,01/07/2022,T,V2,U4,01/09/2022,X1\n"
                                     "A,01/09/2022,P,V2,K2,,\n";
const char* const moved_with_carer_and_status = "A,01/05/2022,S,V2,U6,01/07/2022,X1\n"
                                                "A,01/07/2022,U,C2,U4,01/09/2022,X1\n"
                                                "A,01/09/2022,P,C2,K2,,\n";
const char* const new_status = "A,01/05/2022,S,V2,U6,01/07/2022,X1\n"
                               "A,01/07/2022,L,C2,U6,01/09/2022,X1\n"
                               "A,01/09/2022,P,C2,K2,,\n";

} // namespace

TEST_CASE("placement_run same_carer: a move with the carer is no new placement") {
    const Policies policies = with("placement_run", "same_carer");
    CHECK(under(policies, "three_or_more_placements", moved_with_carer) == Tally{0, 1, 0});
    CHECK(under(policies, "three_or_more_placements", moved_with_carer_and_status) ==
          Tally{0, 1, 0});
}

TEST_CASE("placement_run same_place: a move with the carer is a new placement") {
    const Policies policies = with("placement_run", "same_place");
    CHECK(under(policies, "three_or_more_placements", moved_with_carer) == Tally{1, 1, 0});
    CHECK(under(policies, "three_or_more_placements", moved_with_carer_and_status) ==
          Tally{1, 1, 0});
    CHECK(under(policies, "three_or_more_placements", new_status) == Tally{0, 1, 0});
}

namespace {

const char* const to_hospital_and_back = "A,01/05/2022,S,V2,U4,01/07/2022,X1\n"
                                         "A,01/07/2022,P,V2,T1,08/07/2022,X1\n"
                                         "A,08/07/2022,P,V2,U4,,\n";
const char* const in_hospital = "A,01/05/2022,S,V2,U4,01/03/2023,X1\n"
                                "A,01/03/2023,P,V2,T1,,\n";

} // namespace

TEST_CASE("temporary_placements passed_over: to hospital and back is one placement") {
    const Policies policies = with("temporary_placements", "passed_over");
    CHECK(under(policies, "three_or_more_placements", to_hospital_and_back) == Tally{0, 1, 0});
    CHECK(under(policies, "in_foster_care", in_hospital) == Tally{1, 1, 0});
}

TEST_CASE("temporary_placements counted: to hospital and back are three placements") {
    const Policies policies = with("temporary_placements", "counted");
    CHECK(under(policies, "three_or_more_placements", to_hospital_and_back) == Tally{1, 1, 0});
    CHECK(under(policies, "in_foster_care", in_hospital) == Tally{0, 1, 0});
    CHECK(under(policies, "in_other_placement", in_hospital) == Tally{1, 1, 0});
    // Even where nothing before it is known.
    CHECK(under(policies, "in_other_placement", "A,01/03/2023,P,V2,T1,,") == Tally{1, 1, 0});
}

namespace {

/// As at a day of 2017, a child born on 29 February 2012 who is assessed while under 5.
Tally under_five(const char* value, const char* date) {
    Returns returns({}, with("leap_day_birthday", value));
    for (const int year : {2016, 2017}) {
        returns.episodes(year, "A,01/06/2014,S,C2,U4,,");
        returns.table(year, oc2("CHILD,DOB,HEALTH_CHECK", "A,29/02/2012,1"));
    }
    return returns.tally("development_assessment", date);
}

} // namespace

TEST_CASE("leap_day_birthday first_of_march: a year older on 1 March") {
    CHECK(under_five("first_of_march", "2017-02-28") == Tally{1, 1, 0});
    CHECK(under_five("first_of_march", "2017-03-01") == Tally{0, 0, 0});
}

TEST_CASE("leap_day_birthday last_of_february: a year older on 28 February") {
    CHECK(under_five("last_of_february", "2017-02-27") == Tally{1, 1, 0});
    CHECK(under_five("last_of_february", "2017-02-28") == Tally{0, 0, 0});
}

TEST_CASE("leap_day_birthday: in a leap year both are a year older on 29 February") {
    for (const char* value : {"first_of_march", "last_of_february"}) {
        const auto under_twelve = [value](const char* date) {
            Returns returns({}, with("leap_day_birthday", value));
            for (const int year : {2023, 2024}) {
                returns.table(year, header("CHILD,SEX,DOB,MOTHER", "A,2,29/02/2012,1"));
                returns.episodes(year, "A,01/06/2014,S,C2,U4,,");
            }
            return returns.tally("mothers", date);
        };
        CHECK(under_twelve("2024-02-28") == Tally{0, 0, 0});
        CHECK(under_twelve("2024-02-29") == Tally{1, 1, 0});
    }
}

TEST_CASE("independent_providers private_and_voluntary: both count") {
    const Policies policies = with("independent_providers", "private_and_voluntary");
    CHECK(under(policies, "independent_fostering", "A,01/06/2020,S,C2,U4,,,PR4") == Tally{1, 1, 0});
    CHECK(under(policies, "independent_fostering", "A,01/06/2020,S,C2,U4,,,PR5") == Tally{1, 1, 0});
}

TEST_CASE("independent_providers private_only: the voluntary do not") {
    const Policies policies = with("independent_providers", "private_only");
    CHECK(under(policies, "independent_fostering", "A,01/06/2020,S,C2,U4,,,PR4") == Tally{1, 1, 0});
    CHECK(under(policies, "independent_fostering", "A,01/06/2020,S,C2,U4,,,PR5") == Tally{0, 1, 0});
}

namespace {

// Three periods of care, of which two started in the year and two ended in it.
const char* const in_and_out = "A,01/02/2022,S,V2,U4,10/05/2022,E4A\n"
                               "A,01/07/2022,S,V2,U4,20/09/2022,E4A\n"
                               "A,01/12/2022,S,V2,U4,,\n"
                               "B,01/06/2022,S,C2,U4,01/08/2022,X1\n"
                               "B,01/08/2022,P,C2,U6,31/03/2023,E11\n";

/// The same with a population of 1,000.
Tally rate_of(const char* id, const char* value) {
    Returns returns({}, with("starts_and_ceases", value));
    returns.episodes(2023, in_and_out).population(2023, 1000);
    return returns.tally(id, "2023-03-31");
}

} // namespace

TEST_CASE("starts_and_ceases children: each child is counted once") {
    const Policies policies = with("starts_and_ceases", "children");
    CHECK(under(policies, "started", in_and_out) == Tally{2, 0, 0});
    CHECK(under(policies, "ceased", in_and_out) == Tally{2, 0, 0});
    CHECK(rate_of("started_rate", "children") == Tally{2, 0, 0});
    CHECK(rate_of("ceased_rate", "children") == Tally{2, 0, 0});
}

TEST_CASE("starts_and_ceases periods: each start and each leaving is counted") {
    const Policies policies = with("starts_and_ceases", "periods");
    CHECK(under(policies, "started", in_and_out) == Tally{3, 0, 0});
    CHECK(under(policies, "ceased", in_and_out) == Tally{3, 0, 0});
    CHECK(rate_of("started_rate", "periods") == Tally{3, 0, 0});
    CHECK(rate_of("ceased_rate", "periods") == Tally{3, 0, 0});
    // The first day of the year and the last are in it, the days beside them are not.
    CHECK(under(policies, "started",
                "A,31/03/2022,S,V2,U4,01/04/2022,E4A\n"
                "A,01/04/2022,S,V2,U4,31/03/2023,E4A\n"
                "A,31/03/2023,S,V2,U4,,\n") == Tally{2, 0, 0});
    CHECK(under(policies, "ceased",
                "A,01/01/2022,S,V2,U4,01/04/2022,E4A\n"
                "A,05/04/2022,S,V2,U4,31/03/2023,E4A\n"
                "A,31/03/2023,S,V2,U4,01/04/2023,E4A\n") == Tally{2, 0, 0});
}

TEST_CASE("starts_and_ceases periods: shares of the ceased stay with children") {
    const Policies policies = with("starts_and_ceases", "periods");
    CHECK(under(policies, "adopted", in_and_out) == Tally{1, 2, 0});
    CHECK(under(policies, "returned_home", in_and_out) == Tally{1, 2, 0});
}

namespace {

/// As at 31 March 2023, of one child in care whose UASC row ceased on a day or not at all.
Tally unaccompanied(const char* value, const std::string& ceased) {
    Returns returns({}, with("unaccompanied_status", value));
    returns.episodes(2023, "A,01/06/2020,S,V2,U4,,");
    returns.table(2023, "CHILD,SEX,DOB,DUC\nA,1,01/07/2006," + ceased + "\n");
    return returns.tally("unaccompanied", "2023-03-31");
}

} // namespace

TEST_CASE("unaccompanied_status in_the_year: open, or ceased in the year") {
    CHECK(unaccompanied("in_the_year", "") == Tally{1, 0, 0});
    CHECK(unaccompanied("in_the_year", "01/04/2022") == Tally{1, 0, 0});
    CHECK(unaccompanied("in_the_year", "31/03/2022") == Tally{0, 0, 0});
}

TEST_CASE("unaccompanied_status open_on_date: open on the date") {
    CHECK(unaccompanied("open_on_date", "") == Tally{1, 0, 0});
    CHECK(unaccompanied("open_on_date", "01/04/2023") == Tally{1, 0, 0});
    CHECK(unaccompanied("open_on_date", "31/03/2023") == Tally{0, 0, 0});
    CHECK(unaccompanied("open_on_date", "01/04/2022") == Tally{0, 0, 0});
}

TEST_CASE("a policy or a value of another name is refused") {
    Policies policies;
    CHECK_FALSE(indicare::care::choose(policies, "leaver_on_date", "same_place"));
    CHECK_FALSE(indicare::care::choose(policies, "leaver", "has_ceased"));
    CHECK(policies == Policies{});
}
