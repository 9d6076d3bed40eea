#include "indicare/io/neighbours_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace indicare;
using quality::FindingCode;

namespace {

const std::string of_2025 = "old_la_code,la_name,SN_1,SN_1P,SN_2,SN_3,SN_4,SN_5,SN_6,SN_7,SN_8,"
                            "SN_9,SN_10\n";

std::vector<std::string> neighbours(const scorecard::NeighbourList& list, const char* authority) {
    const auto of = list.of(authority);
    return {of.begin(), of.end()};
}

} // namespace

TEST_CASE("the two forms of DfE's lists of neighbours are read alike") {
    quality::Findings findings;
    const std::string of_2021 =
        "\xef\xbb\xbfLA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP,SN4,SNP,SN5,SNP,"
        "SN6,SNP,SN7,SNP,SN8,SNP,SN9,SNP,SN10,SNP,\n"
        "831,Derby,831,1,East Midlands,874,Very Close,373,Very Close,350,Close,894,Close,331,Close,"
        "335,Close,332,Close,887,Close,382,Close,383,Close,\n"
        ",Old SNs:,,,,,,,,,,,,,,,,,,,,,,,,\n";
    REQUIRE(io::is_of_neighbours(of_2021));
    const auto older = io::read_neighbours(of_2021, "sn.csv", 2021, findings);
    REQUIRE(older);
    CHECK(older->edition() == 2021);
    CHECK(older->size() == 1);
    CHECK(neighbours(*older, "831") == std::vector<std::string>{"874", "373", "350", "894", "331",
                                                                "335", "332", "887", "382", "383"});
    const std::string text = of_2025 + "831,Derby,331,Close,350,335,852,382,874,354,373,357,861\n"
                                       "420,Isles of Scilly,-,-,,,,,,,,,\n";
    REQUIRE(io::is_of_neighbours(text));
    const auto newer = io::read_neighbours(text, "sn.csv", 2025, findings);
    REQUIRE(newer);
    CHECK(neighbours(*newer, "831").front() == "331");
    CHECK(neighbours(*newer, "831").back() == "861");
    CHECK(neighbours(*newer, "420").empty());
    CHECK(findings.count() == 0);
}

TEST_CASE("rows of neighbours that cannot be used are findings") {
    quality::Findings findings;
    const auto list =
        io::read_neighbours(of_2025 + "831,Derby,33x,,350,335,852,382,874,354,373,357,861\n"
                                      "83,Short,331,,350,335,852,382,874,354,373,357,861\n"
                                      "383,Leeds,383,,350,335,852,382,874,354,373,357,861\n"
                                      "350,Bolton,331,,831,335,852,382,874,354,373,357,861\n"
                                      "350,Bolton,332,,831,335,852,382,874,354,373,357,861\n",
                            "sn.csv", 2025, findings);
    REQUIRE(list);
    CHECK(list->size() == 1);
    CHECK(neighbours(*list, "350").front() == "331");
    CHECK(findings.count_of(FindingCode::neighbours_row_unusable) == 4);
    CHECK(
        quality::to_text(findings.kept()[0]) ==
        "sn.csv:2: SN_1 \"33x\": expected the old code of another authority; the row was left out");
}

TEST_CASE("blank lines above a list of neighbours are passed over") {
    quality::Findings findings;
    const std::string text =
        "\n\n" + of_2025 + "831,Derby,331,,350,335,852,382,874,354,373,357,861\n";
    CHECK(io::is_of_neighbours(text));
    const auto list = io::read_neighbours(text, "sn.csv", 2025, findings);
    REQUIRE(list);
    CHECK(neighbours(*list, "831").size() == 10);
}

TEST_CASE("what is no list of neighbours is not read as one") {
    quality::Findings findings;
    CHECK_FALSE(io::is_of_neighbours("authority,year,population\n"));
    CHECK_FALSE(io::read_neighbours("old_la_code,SN_1,SN_10\n", "sn.csv", 2025, findings));
    CHECK(findings.count_of(FindingCode::column_missing_essential) == 1);
}
