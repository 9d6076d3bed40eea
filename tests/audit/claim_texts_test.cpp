#include "indicare/io/claim_texts.hpp"

#include <catch2/catch.hpp>

using indicare::io::ClaimText;
using indicare::io::kind_of;

TEST_CASE("what a file claims is told by the names of its columns, however they are written") {
    CHECK(kind_of("authority,as_at,indicator,value\n") == ClaimText::scorecards);
    CHECK(kind_of("\n\r\n\"Authority\",\" As_At \",\"Indicator\"\r\n") == ClaimText::scorecards);
    CHECK(kind_of("time_period,time_identifier,geographic_level\n") == ClaimText::published);
    CHECK(kind_of("\n\"Time_Period\",x\n") == ClaimText::published);
}

TEST_CASE("a text that only speaks of columns is one of claims") {
    for (const char* text : {"", "\n\n", "started = 3\n", "# of the columns as_at,indicator\n",
                             "my_time_period <= 4\n", "a = 1 # \"as_at\"\nas_at,indicator\n",
                             "{\"claims\": [\"as_at\"]}\n"})
        CHECK(kind_of(text) == ClaimText::claims);
}
