#include "indicare/io/claim_texts.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "indicare/io/scorecard_claims.hpp"

using indicare::io::ClaimText;
using indicare::io::kind_of;

TEST_CASE("what a file claims is told by the names of its columns, however they are written") {
    CHECK(kind_of("authority,as_at,indicator,value\n") == ClaimText::scorecards);
    CHECK(kind_of("\n\r\n\"Authority\",\" As_At \",\"Indicator\"\r\n") == ClaimText::scorecards);
    CHECK(kind_of("time_period,time_identifier,geographic_level\n") == ClaimText::published);
    CHECK(kind_of("\n\"Time_Period\",x\n") == ClaimText::published);
}

TEST_CASE("a scorecard's figure that no claim can say is refused") {
    const std::string row = "999,2023-03-31,days_care_to_adoption,9706,18,";
    const auto claims_of = [&row](const std::string& value, indicare::quality::Findings& findings) {
        const auto read = indicare::io::ScorecardClaims::read(
            "authority,as_at,indicator,numerator,denominator,value\n" + row + value + "\n", "a.csv",
            findings);
        REQUIRE(read);
        return read->publication().claims.size();
    };
    for (const char* value : {"539.123456789012", "1000000000", "-1000000000"}) {
        indicare::quality::Findings findings;
        CHECK(claims_of(value, findings) == 3);
        CHECK(findings.count() == 0);
    }
    for (const char* value : {"539.1234567890123", "1000000000.1", "-1000000001"}) {
        indicare::quality::Findings findings;
        CHECK(claims_of(value, findings) == 0);
        REQUIRE(findings.count() == 1);
        CHECK(findings.kept()[0].message == "expected a figure of no more than 1000000000, with no "
                                            "more than 12 decimals; the row was left out");
    }
}

TEST_CASE("a text that only speaks of columns is one of claims") {
    for (const char* text : {"", "\n\n", "started = 3\n", "# of the columns as_at,indicator\n",
                             "my_time_period <= 4\n", "a = 1 # \"as_at\"\nas_at,indicator\n",
                             "{\"claims\": [\"as_at\"]}\n"})
        CHECK(kind_of(text) == ClaimText::claims);
}
