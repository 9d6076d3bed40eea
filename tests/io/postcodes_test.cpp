#include "indicare/io/postcodes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <string>

using namespace indicare;
using care::Whereabouts;
using Catch::Contains;
using indicare::quality::FindingCode;

namespace {

struct List {
    io::PostcodeList postcodes;
    quality::Findings findings;
    bool readable = false;

    explicit List(const std::string& text) {
        readable = postcodes.read(text, "postcodes.csv", findings);
    }
};

/// A home in Derby, and a placement so many metres east and north of it.
Whereabouts placed_at(int east, int north, const std::string& la = "Derby") {
    List list("postcode,easting,northing,la\nDE1 1AA,435000,336000,Derby\nDE1 1AB," +
              std::to_string(435'000 + east) + "," + std::to_string(336'000 + north) + "," + la +
              "\n");
    return list.postcodes.look_up("DE1 1AA", "DE1 1AB", "Derby");
}

} // namespace

TEST_CASE("a distance over 20 miles, once rounded to one decimal", "[postcodes]") {
    // 20.05 miles of 1609.3 metres are 32,266.465 metres: a metre less rounds to 20.0.
    CHECK(placed_at(0, 0) == Whereabouts::in_area_near);
    CHECK(placed_at(32'186, 0) == Whereabouts::in_area_near); // 20 miles
    CHECK(placed_at(32'266, 0) == Whereabouts::in_area_near);
    CHECK(placed_at(32'267, 0) == Whereabouts::in_area_far);
    CHECK(placed_at(0, -32'266) == Whereabouts::in_area_near);
    CHECK(placed_at(0, -32'267) == Whereabouts::in_area_far);
    CHECK(placed_at(-19'360, 25'813) == Whereabouts::in_area_near); // 32,266.25 metres
    CHECK(placed_at(-19'361, 25'814) == Whereabouts::in_area_far);  // 32,267.65 metres
    CHECK(placed_at(100'000, 100'000) == Whereabouts::in_area_far);
}

TEST_CASE("a distance is what the formula says", "[postcodes]") {
    CHECK(rc::check("distance", [] {
        const int east = *rc::gen::inRange(-32'400, 32'400);
        const double across = std::sqrt(32'266.0 * 32'266.0 - double(east) * east / 1.01);
        const int north = static_cast<int>(across) + *rc::gen::inRange(-200, 200);
        RC_PRE(std::abs(north) < 336'000);
        const double miles = std::sqrt(double(east) * east + double(north) * north) / 1000 / 1.6093;
        const bool far = std::floor(miles * 10 + 0.5) / 10 > 20.0;
        RC_ASSERT(placed_at(east, north) ==
                  (far ? Whereabouts::in_area_far : Whereabouts::in_area_near));
    }));
}

TEST_CASE("in the authority's area, or outside it", "[postcodes]") {
    CHECK(placed_at(0, 0, "Derby") == Whereabouts::in_area_near);
    CHECK(placed_at(0, 0, "DERBY") == Whereabouts::in_area_near);
    CHECK(placed_at(0, 0, "Derbyshire") == Whereabouts::outside_near);
    CHECK(placed_at(50'000, 0, "Derbyshire") == Whereabouts::outside_far);
    CHECK(placed_at(0, 0, "") == Whereabouts::outside_near);
}

TEST_CASE("postcodes are found without regard to blanks and case", "[postcodes]") {
    List list(
        "postcode,easting,northing,la\nde11aa,435000,336000,831\nDE1  1AB,435000,336000,831\n");
    CHECK(list.readable);
    CHECK(list.postcodes.look_up("DE1 1AA", "DE11AB", "831") == Whereabouts::in_area_near);
    CHECK(list.postcodes.look_up(" De1 1aA", "d e 1 1 a b", "831") == Whereabouts::in_area_near);
}

TEST_CASE("unknown postcodes", "[postcodes]") {
    List list(
        "postcode,easting,northing,la\nDE1 1AA,435000,336000,831\nNG1 1AA,457000,340000,892\n");
    auto& postcodes = list.postcodes;
    CHECK(postcodes.look_up("DE1 1AA", "ZZ1 1ZZ", "831") == Whereabouts::placement_unknown);
    CHECK(postcodes.look_up("DE1 1AA", "", "831") == Whereabouts::placement_unknown);
    CHECK(postcodes.look_up("DE1 1AA", " ", "831") == Whereabouts::placement_unknown);
    CHECK(postcodes.look_up("", "", "831") == Whereabouts::placement_unknown);
    CHECK(postcodes.look_up("ZZ1 1ZZ", "DE1 1AA", "831") == Whereabouts::in_area_distance_unknown);
    CHECK(postcodes.look_up("", "DE1 1AA", "831") == Whereabouts::in_area_distance_unknown);
    CHECK(postcodes.look_up("", "NG1 1AA", "831") == Whereabouts::outside_distance_unknown);
    CHECK(postcodes.look_up("DE1 1AA", "NG1 1AA", "831") == Whereabouts::outside_near);
    CHECK(postcodes.look_up("DE1 1AA", "NG1 1AA", "892") == Whereabouts::in_area_near);
    CHECK(postcodes.look_up("DE1 1AA", "NG1 1AA", "831") == Whereabouts::outside_near);
}

TEST_CASE("no place lies in an area that is not known", "[postcodes]") {
    List list("postcode,easting,northing,la\nDE1 1AA,435000,336000,\nDE1 1AB,435000,336000,831\n");
    CHECK(list.postcodes.look_up("DE1 1AB", "DE1 1AA", "") == Whereabouts::outside_near);
    CHECK(list.postcodes.look_up("DE1 1AB", "DE1 1AB", "") == Whereabouts::outside_near);
    CHECK(list.postcodes.look_up("DE1 1AB", "DE1 1AA", "831") == Whereabouts::outside_near);
}

TEST_CASE("columns of postcodes in any order and case, among others", "[postcodes]") {
    List list(
        "\xEF\xBB\xBFLA,Country,NORTHING,Postcode,easting\r\n831,E,336000,DE1 1AA,435000\r\n");
    CHECK(list.readable);
    CHECK_FALSE(list.postcodes.is_empty());
    CHECK(list.postcodes.look_up("DE1 1AA", "DE1 1AA", "831") == Whereabouts::in_area_near);
}

TEST_CASE("of two rows of a postcode the first stands", "[postcodes]") {
    List list("postcode,easting,northing,la\n"
              "DE1 1AA,435000,336000,831\n"
              "DE1 1AB,435000,336000,831\n"
              "DE1 1AA,435000,336000,831\n"
              "de11ab,535000,336000,831\n"
              "DE1 1AB,435000,336000,892\n");
    CHECK(list.postcodes.look_up("DE1 1AA", "DE1 1AB", "831") == Whereabouts::in_area_near);
    REQUIRE(list.findings.count() == 2);
    CHECK(quality::to_text(list.findings.kept()[0]) ==
          "postcodes.csv:5: POSTCODE \"de11ab\": expected easting 435000, northing 336000 and area "
          "831, which an earlier row states and which stand");
    CHECK(quality::to_text(list.findings.kept()[1]) ==
          "postcodes.csv:6: POSTCODE \"DE1 1AB\": expected easting 435000, northing 336000 and "
          "area 831, which an earlier row states and which stand");
    CHECK(list.findings.count_of(FindingCode::postcode_contradicted) == 2);
}

TEST_CASE("a list of postcodes of other columns is not read", "[postcodes]") {
    for (const auto* text : {"postcode,easting,northing\nDE1 1AA,1,2\n", "", "hello\n"}) {
        const List list(text);
        CHECK_FALSE(list.readable);
        CHECK(list.postcodes.is_empty());
        CHECK(list.findings.count_of(FindingCode::column_missing_essential) == 1);
        CHECK_THAT(list.findings.kept().front().message,
                   Contains("POSTCODE, EASTING, NORTHING, LA"));
    }
}

TEST_CASE("rows of postcodes that cannot be used are findings", "[postcodes]") {
    for (const auto* row :
         {"DE1 1AB,,336000,831", "DE1 1AB,435000,north,831", "DE1 1AB,-1,336000,831",
          "DE1 1AB,435000,1500001,831", "DE1 1AB,435000,336000", " ,435000,336000,831"}) {
        CAPTURE(row);
        List list("postcode,easting,northing,la\nDE1 1AA,435000,336000,831\n" + std::string(row) +
                  "\nDE1 1AC,435000,336000,831\n");
        CHECK(list.readable);
        REQUIRE(list.findings.count() == 1);
        CHECK(list.findings.kept().front().line == 3);
        CHECK_THAT(list.findings.kept().front().message, Contains("left out"));
        CHECK(list.postcodes.look_up("", "DE1 1AB", "831") == Whereabouts::placement_unknown);
        CHECK(list.postcodes.look_up("DE1 1AA", " ", "831") == Whereabouts::placement_unknown);
        CHECK(list.postcodes.look_up("DE1 1AA", "DE1 1AC", "831") == Whereabouts::in_area_near);
    }
}
