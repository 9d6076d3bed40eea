#include "indicare/care/policy.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace indicare::care;

TEST_CASE("the defaults are the catalogue's choices", "[policy]") {
    const Policies policies;
    CHECK(policies.leaver_on_date == LeaverOnDate::has_ceased);
    CHECK(policies.placement_run == PlacementRun::same_carer);
    CHECK(policies.temporary_placements == TemporaryPlacements::passed_over);
    CHECK(policies.leap_day_birthday == LeapDayBirthday::first_of_march);
    CHECK(policies.independent_providers == IndependentProviders::private_and_voluntary);
    CHECK(policies.starts_and_ceases == StartsAndCeases::children);
    CHECK(policies.unaccompanied_status == UnaccompaniedStatus::in_the_year);
}

TEST_CASE("every policy has its default first and another value", "[policy]") {
    std::map<std::string, std::vector<PolicyValue>> by_name;
    for (const PolicyValue& each : policy_values)
        by_name[std::string(each.policy)].push_back(each);
    CHECK(by_name.size() == 7);
    for (const auto& [name, values] : by_name) {
        CAPTURE(name);
        REQUIRE(values.size() == 2);
        Policies first;
        CHECK(choose(first, name, values[0].value));
        CHECK(first == Policies());
        Policies second;
        CHECK(choose(second, name, values[1].value));
        CHECK_FALSE(second == Policies());
        CHECK(choose(second, name, values[0].value));
        CHECK(second == Policies());
    }
}

TEST_CASE("a policy is chosen by name", "[policy]") {
    Policies policies;
    CHECK(choose(policies, "leaver_on_date", "still_looked_after"));
    CHECK(policies.leaver_on_date == LeaverOnDate::still_looked_after);
    CHECK(choose(policies, "placement_run", "same_place"));
    CHECK(policies.placement_run == PlacementRun::same_place);
    CHECK(choose(policies, "temporary_placements", "counted"));
    CHECK(policies.temporary_placements == TemporaryPlacements::counted);
    CHECK(choose(policies, "leap_day_birthday", "last_of_february"));
    CHECK(policies.leap_day_birthday == LeapDayBirthday::last_of_february);
    CHECK(choose(policies, "independent_providers", "private_only"));
    CHECK(policies.independent_providers == IndependentProviders::private_only);
    CHECK(choose(policies, "starts_and_ceases", "periods"));
    CHECK(policies.starts_and_ceases == StartsAndCeases::periods);
    CHECK(choose(policies, "unaccompanied_status", "open_on_date"));
    CHECK(policies.unaccompanied_status == UnaccompaniedStatus::open_on_date);
}

TEST_CASE("unknown names choose nothing", "[policy]") {
    Policies policies;
    CHECK_FALSE(choose(policies, "leaver_on_date", "same_place"));
    CHECK_FALSE(choose(policies, "LEAVER_ON_DATE", "has_ceased"));
    CHECK_FALSE(choose(policies, "leaver_on_date", ""));
    CHECK_FALSE(choose(policies, "", ""));
    CHECK(policies == Policies());
}
