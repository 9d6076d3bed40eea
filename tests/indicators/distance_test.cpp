#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

// Miles are metres / 1000 / 1.6093: 20.0 are 32,186 m; 20.05, where 20.1 begins, are 32,266.465 m.
// North of home by so many metres, but for the two on the slant: 3 x 6,453 m and 4 x 6,453 m make
// 32,265 m (20.0491 miles), 3 x 6,454 m and 4 x 6,454 m make 32,270 m (20.0522 miles).
const char* const places = "postcode,easting,northing,la\n"
                           "DE1 1AA,400000,300000,Derby\n"
                           "DE1 1AB,400000,332186,Derby\n"
                           "DE1 1AC,400000,332266,Derby\n"
                           "DE1 1AD,400000,332267,Derby\n"
                           "S1 1AC,400000,332266,Sheffield\n"
                           "S1 1AD,400000,332267,Sheffield\n"
                           "S1 1AE,419359,325812,Sheffield\n"
                           "S1 1AF,419362,325816,Sheffield\n"
                           "S1 1AG,367733,300000,Sheffield\n"
                           "NG1 1AA,400000,301000,Nottingham\n";

/// Returns of an authority whose own area is Derby.
struct Derby : Returns {
    Derby() : Returns(options()) { postcodes(places); }

    static indicare::io::ReadingOptions options() {
        indicare::io::ReadingOptions options;
        options.area = "derby"; // compared without case
        return options;
    }
};

/// A child whose home is at `home`, with a placement at `placement`.
Tally placed(std::string_view id, std::string_view placement, std::string_view home = "DE1 1AA") {
    Derby returns;
    returns.episodes(2023, with("A,01/06/2022,S,V2,U4,,,PR1,PLACEMENT,,HOME", "PLACEMENT",
                                placement, "HOME", home));
    return returns.tally(id, "2023-03-31");
}

} // namespace

TEST_CASE("placed_over_20_miles: the distance is rounded to one decimal, then compared") {
    CHECK(placed("placed_over_20_miles", "DE1 1AA") == Tally{0, 1, 0}); // at home
    CHECK(placed("placed_over_20_miles", "DE1 1AB") == Tally{0, 1, 0}); // 20.0
    CHECK(placed("placed_over_20_miles", "DE1 1AC") == Tally{0, 1, 0}); // 20.0497: 20.0
    CHECK(placed("placed_over_20_miles", "DE1 1AD") == Tally{1, 1, 0}); // 20.0503: 20.1
}

TEST_CASE("placed_over_20_miles: in a straight line, in any direction") {
    CHECK(placed("placed_over_20_miles", "S1 1AE") == Tally{0, 1, 0});
    CHECK(placed("placed_over_20_miles", "S1 1AF") == Tally{1, 1, 0});
    CHECK(placed("placed_over_20_miles", "S1 1AG") == Tally{1, 1, 0});
    CHECK(placed("placed_over_20_miles", "DE1 1AA", "DE1 1AD") == Tally{1, 1, 0});
}

TEST_CASE("placed_over_20_miles: an unknown postcode is not far, and stays in the whole") {
    CHECK(placed("placed_over_20_miles", "ZZ9 9ZZ") == Tally{0, 1, 0});
    CHECK(placed("placed_over_20_miles", "") == Tally{0, 1, 0});
    CHECK(placed("placed_over_20_miles", "S1 1AF", "ZZ9 9ZZ") == Tally{0, 1, 0});
    CHECK(placed("placed_over_20_miles", "S1 1AF", "") == Tally{0, 1, 0});
}

TEST_CASE("postcodes compare without blanks and case") {
    for (const char* written : {"S11AF", "s1 1af", " S1  1 AF ", "s1 1AF"}) {
        CAPTURE(written);
        CHECK(placed("placed_over_20_miles", written) == Tally{1, 1, 0});
    }
    CHECK(placed("placed_over_20_miles", "S1 1AF", "de1 1aa") == Tally{1, 1, 0});
}

TEST_CASE("placed_in_area: the placement lies in the authority's own area") {
    CHECK(placed("placed_in_area", "DE1 1AD") == Tally{1, 1, 0});
    CHECK(placed("placed_in_area", "NG1 1AA") == Tally{0, 1, 0});
    CHECK(placed("placed_in_area", "DE1 1AD", "") == Tally{1, 1, 0}); // home does not matter
    CHECK(placed("placed_in_area", "ZZ9 9ZZ") == Tally{0, 1, 0});
    CHECK(placed("placed_in_area", "") == Tally{0, 1, 0});
}

TEST_CASE("placed_over_20_miles_outside_area: both far and outside") {
    CHECK(placed("placed_over_20_miles_outside_area", "S1 1AD") == Tally{1, 1, 0});
    CHECK(placed("placed_over_20_miles_outside_area", "S1 1AC") == Tally{0, 1, 0});  // not far
    CHECK(placed("placed_over_20_miles_outside_area", "DE1 1AD") == Tally{0, 1, 0}); // inside
    CHECK(placed("placed_over_20_miles_outside_area", "NG1 1AA") == Tally{0, 1, 0}); // near
    CHECK(placed("placed_over_20_miles_outside_area", "ZZ9 9ZZ") == Tally{0, 1, 0});
    CHECK(placed("placed_over_20_miles_outside_area", "S1 1AD", "") == Tally{0, 1, 0});
}

TEST_CASE("where children are placed is asked of those looked after on the date alone") {
    for (const char* id :
         {"placed_in_area", "placed_over_20_miles", "placed_over_20_miles_outside_area"}) {
        Derby returns;
        returns.episodes(2023, "A,01/06/2022,S,V2,U4,31/03/2023,E4A,PR1,S1 1AD,,DE1 1AA");
        CHECK(returns.tally(id, "2023-03-31") == Tally{0, 0, 0});
    }
}

TEST_CASE("the postcodes are those of the placement, not of a temporary one") {
    Derby returns;
    returns.episodes(2023, "A,01/06/2022,S,V2,U4,01/03/2023,X1,PR1,S1 1AD,,DE1 1AA\n"
                           "A,01/03/2023,P,V2,T1,,,,DE1 1AA,,DE1 1AA\n");
    CHECK(returns.tally("placed_over_20_miles", "2023-03-31") == Tally{1, 1, 0});
    CHECK(returns.tally("placed_in_area", "2023-03-31") == Tally{0, 1, 0});
}

TEST_CASE("a temporary placement with nothing known before it leaves the place undetermined") {
    Derby returns;
    returns.episodes(2023, "A,01/03/2023,P,V2,T1,,,,S1 1AD,,DE1 1AA\n");
    for (const char* id :
         {"placed_in_area", "placed_over_20_miles", "placed_over_20_miles_outside_area"})
        CHECK(returns.tally(id, "2023-03-31") == Tally{0, 0, 1});
}

TEST_CASE("placements and distances that are not known are counted") {
    Derby returns;
    returns.episodes(2023, "A,01/06/2022,S,V2,U4,,,PR1,S1 1AD,,DE1 1AA\n"
                           "B,01/06/2022,S,V2,U4,,,PR1,S1 1AD,,\n"
                           "C,01/06/2022,S,V2,U4,,,PR1,ZZ9 9ZZ,,DE1 1AA\n");
    const auto asides = returns.scorecards("2023-03-31").at(0).asides;
    CHECK(asides.placement_not_known == 1); // C
    CHECK(asides.distance_not_known == 2);  // B and C
}
