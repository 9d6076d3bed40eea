#include <catch2/catch.hpp>
#include <set>

#include "session.hpp"

using indicare::tests::Session;

TEST_CASE("the version is that of the header") {
    CHECK(indicare_version_number() == INDICARE_VERSION_NUMBER);
    const std::string text = std::to_string(INDICARE_VERSION_NUMBER / 10000) + "." +
                             std::to_string(INDICARE_VERSION_NUMBER / 100 % 100) + "." +
                             std::to_string(INDICARE_VERSION_NUMBER % 100);
    CHECK(indicare_version_text() == text);
}

TEST_CASE("an indicator tells what it is") {
    const std::int64_t stability = Session::indicator("three_or_more_placements");
    REQUIRE(stability >= 0);
    CHECK(std::string(indicare_indicator_id(stability)) == "three_or_more_placements");
    CHECK(std::string(indicare_indicator_title(stability)) ==
          "Three or more placements in the year");
    CHECK(std::string(indicare_indicator_family(stability)) == "Stability");
    CHECK(std::string(indicare_indicator_unit(stability)) == "percent");
    CHECK(std::string(indicare_indicator_polarity(stability)) == "low");
    CHECK(std::string(indicare_indicator_sentence(stability)).find("placements") !=
          std::string::npos);
    CHECK(std::string(indicare_indicator_source(stability)).find("DfE") == 0);
}

TEST_CASE("every indicator can be found by its id, and says all") {
    std::set<std::string> ids;
    for (std::int64_t indicator = 0; indicator < indicare_indicator_count(); ++indicator) {
        const std::string id = indicare_indicator_id(indicator);
        CHECK(ids.insert(id).second);
        CHECK(Session::indicator(id) == indicator);
        CHECK(indicare_find_indicator(id.c_str(), INDICARE_NUL_TERMINATED) == indicator);
        for (const auto tell :
             {indicare_indicator_title, indicare_indicator_family, indicare_indicator_unit,
              indicare_indicator_polarity, indicare_indicator_sentence, indicare_indicator_source})
            CHECK_FALSE(std::string(tell(indicator)).empty());
    }
    CHECK(ids.size() > 1);
}

TEST_CASE("what is not in the catalogue") {
    CHECK(Session::indicator("looked_afte") == -1);
    CHECK(Session::indicator("looked_after_") == -1);
    CHECK(Session::indicator("") == -1);
    CHECK(indicare_find_indicator(nullptr, 0) == -1);
    for (const auto tell :
         {indicare_indicator_id, indicare_indicator_title, indicare_indicator_family,
          indicare_indicator_unit, indicare_indicator_polarity, indicare_indicator_sentence,
          indicare_indicator_source})
        for (const std::int64_t indicator :
             {std::int64_t{-1}, indicare_indicator_count(), INT64_MIN, INT64_MAX})
            CHECK(tell(indicator) == nullptr);
}
