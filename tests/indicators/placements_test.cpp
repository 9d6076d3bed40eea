#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

struct Group {
    const char* id;
    std::vector<std::string> places;
};

/// The groups that share out the stock.
const std::array<Group, 8> groups = {{
    {"in_foster_care", {"U1", "U2", "U3", "U4", "U5", "U6"}},
    {"placed_for_adoption", {"A3", "A4", "A5", "A6"}},
    {"placed_with_parents", {"P1"}},
    {"in_secure_or_childrens_home", {"K1", "K2"}},
    {"in_supported_accommodation", {"H5", "P2", "K3"}},
    {"in_other_residential", {"R1", "R2", "R3", "R5", "P3"}},
    {"in_residential_school", {"S1"}},
    {"in_other_placement", {"Z1", "Z11", "Z12", "Z13", "Z14"}},
}};

} // namespace

TEST_CASE("every PLACE is in its own group and in no other") {
    for (const Group& its : groups) {
        for (const std::string& place : its.places) {
            for (const Group& group : groups) {
                CAPTURE(place, group.id);
                CHECK(tally_of(group.id, with("A,01/06/2022,S,V2,PLACE,,", "PLACE", place)) ==
                      Tally{&group == &its ? 1 : 0, 1, 0});
            }
        }
    }
}

TEST_CASE("in_foster_care_with_relatives: U1, U2 and U3 of all looked after") {
    for (const char* place : {"U1", "U2", "U3"}) {
        CHECK(tally_of("in_foster_care_with_relatives",
                       with("A,01/06/2022,S,V2,PLACE,,", "PLACE", place)) == Tally{1, 1, 0});
    }
    for (const char* place : {"U4", "U5", "U6", "P1", "K2", "A3", "Z1"}) {
        CHECK(tally_of("in_foster_care_with_relatives",
                       with("A,01/06/2022,S,V2,PLACE,,", "PLACE", place)) == Tally{0, 1, 0});
    }
}

TEST_CASE("a blank PLACE is some other placement") {
    CHECK(tally_of("in_other_placement", "A,01/06/2022,S,V2,,,") == Tally{1, 1, 0});
    CHECK(tally_of("in_foster_care", "A,01/06/2022,S,V2,,,") == Tally{0, 1, 0});
}

TEST_CASE("a child who is not looked after on the date is in no share") {
    for (const Group& group : groups)
        CHECK(tally_of(group.id, "A,01/06/2022,S,V2,U4,31/03/2023,E4A") == Tally{0, 0, 0});
}

TEST_CASE("the placement is the one of the date") {
    const char* child = "A,01/06/2022,S,V2,U4,31/03/2023,X1\n"
                        "A,31/03/2023,P,V2,K2,01/04/2023,X1\n"
                        "A,01/04/2023,P,V2,P1,,\n";
    CHECK(tally_of("in_foster_care", child) == Tally{0, 1, 0});
    CHECK(tally_of("in_secure_or_childrens_home", child) == Tally{1, 1, 0});
    CHECK(tally_of("placed_with_parents", child) == Tally{0, 1, 0});
}

TEST_CASE("a child in a temporary placement is still in the one before it") {
    for (const char* place : {"T0", "T1", "T2", "T3", "T4"}) {
        const std::string child = with("A,01/06/2022,S,V2,U4,01/03/2023,X1\n"
                                       "A,01/03/2023,P,V2,PLACE,,\n",
                                       "PLACE", place);
        CHECK(tally_of("in_foster_care", child) == Tally{1, 1, 0});
        CHECK(tally_of("in_other_placement", child) == Tally{0, 1, 0});
    }
}

TEST_CASE("two temporary placements in a row are both passed over") {
    CHECK(tally_of("in_secure_or_childrens_home", "A,01/06/2022,S,V2,K2,01/03/2023,X1\n"
                                                  "A,01/03/2023,P,V2,T1,10/03/2023,X1\n"
                                                  "A,10/03/2023,P,V2,T4,,\n") == Tally{1, 1, 0});
}

TEST_CASE("a temporary placement with which care is known to begin is some other placement") {
    for (const char* child : {"A,01/03/2023,S,V2,T1,,",
                              // The start is known from the short break that ends on it.
                              "A,01/02/2023,S,V3,U4,01/03/2023,X1\nA,01/03/2023,L,V2,T1,,"}) {
        CHECK(tally_of("in_other_placement", child) == Tally{1, 1, 0});
        CHECK(tally_of("in_foster_care", child) == Tally{0, 1, 0});
        CHECK(tally_of("independent_fostering", child) == Tally{0, 0, 0});
    }
}

TEST_CASE("a placement of an earlier period of care does not stand in for a temporary one") {
    const char* child = "A,01/06/2022,S,V2,U4,01/12/2022,E4A\n"
                        "A,01/03/2023,S,V2,T1,,\n";
    CHECK(tally_of("in_other_placement", child) == Tally{1, 1, 0});
    CHECK(tally_of("in_foster_care", child) == Tally{0, 1, 0});
}

TEST_CASE("a temporary placement with nothing known before it leaves every group undetermined") {
    for (const char* child : {"A,01/03/2023,P,V2,T1,,",
                              // A period of its own after a gap, and its start is not known.
                              "A,01/06/2022,S,V2,U4,01/12/2022,E4A\nA,01/03/2023,P,V2,T1,,"}) {
        for (const Group& group : groups) {
            CAPTURE(group.id);
            CHECK(tally_of(group.id, child) == Tally{0, 0, 1});
        }
        CHECK(tally_of("in_foster_care_with_relatives", child) == Tally{0, 0, 1});
        CHECK(tally_of("independent_fostering", child) == Tally{0, 0, 1});
        CHECK(tally_of("looked_after", child) == Tally{1, 0, 0});
    }
}

TEST_CASE("a child known to have left is outside, whatever the placement was") {
    CHECK(tally_of("in_foster_care", "A,01/03/2023,P,V2,T1,31/03/2023,E4A") == Tally{0, 0, 0});
}

TEST_CASE("independent_fostering: private and voluntary, of those in foster placements") {
    for (const char* provider : {"PR4", "PR5"}) {
        CHECK(tally_of("independent_fostering",
                       std::string("A,01/06/2022,S,V2,U6,,,") + provider) == Tally{1, 1, 0});
    }
    for (const char* provider : {"PR0", "PR1", "PR2", "PR3", ""}) {
        CHECK(tally_of("independent_fostering",
                       std::string("A,01/06/2022,S,V2,U6,,,") + provider) == Tally{0, 1, 0});
    }
}

TEST_CASE("independent_fostering: every foster placement counts, and no other") {
    for (const char* place : {"U1", "U2", "U3", "U4", "U5", "U6"}) {
        CHECK(tally_of("independent_fostering",
                       with("A,01/06/2022,S,V2,PLACE,,,PR4", "PLACE", place)) == Tally{1, 1, 0});
    }
    for (const char* place : {"K2", "A4", "P1", "R1", "Z1"}) {
        CHECK(tally_of("independent_fostering",
                       with("A,01/06/2022,S,V2,PLACE,,,PR4", "PLACE", place)) == Tally{0, 0, 0});
    }
}

TEST_CASE("independent_fostering: the provider is that of the placement, not of a temporary one") {
    CHECK(tally_of("independent_fostering", "A,01/06/2022,S,V2,U6,01/03/2023,X1,PR5\n"
                                            "A,01/03/2023,P,V2,T1,,\n") == Tally{1, 1, 0});
    CHECK(tally_of("independent_fostering", "A,01/06/2022,S,V2,U6,01/03/2023,X1,PR1\n"
                                            "A,01/03/2023,P,V2,T1,,,PR4\n") == Tally{0, 1, 0});
}
