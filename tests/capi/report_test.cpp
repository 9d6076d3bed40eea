#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <vector>

#include "benchmarks.hpp"
#include "session.hpp"

using indicare::tests::aston_beside_others;
using indicare::tests::four_children;
using indicare::tests::published_rates;
using indicare::tests::Session;

namespace {

indicare_status make_report(Session& session, std::string_view format,
                            std::string_view authority = "801", std::int32_t year = 2023,
                            std::int32_t years = 2) {
    return indicare_make_report(session, authority.data(), authority.size(), year, years,
                                format.data(), format.size());
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> fields_of(const std::string& row) {
    std::vector<std::string> fields;
    std::istringstream stream(row);
    for (std::string field; std::getline(stream, field, ',');)
        fields.push_back(field);
    return fields;
}

/// The field of a column in the first row of CSV that holds a text; no field holds a comma.
std::string field(const std::string& csv, std::string_view row_with, std::string_view column) {
    std::istringstream stream(csv);
    std::string header;
    std::getline(stream, header);
    const std::vector<std::string> names = fields_of(header);
    const auto at = std::find(names.begin(), names.end(), column) - names.begin();
    for (std::string row; std::getline(stream, row);)
        if (holds(row, row_with))
            return fields_of(row).at(static_cast<std::size_t>(at));
    return "no such row";
}

} // namespace

TEST_CASE("a report for a person to read") {
    Session session = aston_beside_others();
    REQUIRE(make_report(session, "markdown") == INDICARE_OK);
    CHECK(session.document().find("# Children in care and care leavers: Aston\n") == 0);
    REQUIRE(make_report(session, "html") == INDICARE_OK);
    CHECK(session.document().find("<!DOCTYPE html>") == 0);
    CHECK(holds(session.document(), "Aston"));
    REQUIRE(make_report(session, "json") == INDICARE_OK);
    CHECK(session.document().front() == '{');
}

TEST_CASE("a report as the files of Explore Education Statistics") {
    Session session = aston_beside_others();
    REQUIRE(make_report(session, "ees") == INDICARE_OK);
    const std::string data = session.document();
    CHECK(data.find("time_period,time_identifier,geographic_level,") == 0);
    const std::string_view aston = "2023,Reporting year,Local authority,";
    CHECK(field(data, aston, "la_name") == "Aston");
    CHECK(field(data, aston, "looked_after_count") == "3");
    CHECK(field(data, aston, "looked_after_rate_base_count") == "10000");
    CHECK(field(data, aston, "looked_after_rate_per_10000") == "3");
    CHECK(field(data, "2023,Reporting year,National,", "looked_after_rate_per_10000") == "70");
    CHECK(field(data, "2023,Reporting year,Regional,", "looked_after_rate_per_10000") == "80");
    REQUIRE(make_report(session, "ees_meta") == INDICARE_OK);
    CHECK(session.document().find("col_name,col_type,label,") == 0);
    CHECK(holds(session.document(), "\nlooked_after_rate_per_10000,Indicator,"));
}

TEST_CASE("a report looks back as many years as are asked for") {
    Session session;
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    for (const std::int32_t year : {2021, 2022, 2023})
        session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2020,S,C2,U4,,\n", year);
    REQUIRE(make_report(session, "ees", "801", 2023, 3) == INDICARE_OK);
    CHECK(field(session.document(), "2021,Reporting year,Local", "looked_after_count") == "1");
    REQUIRE(make_report(session, "ees", "801", 2023, 2) == INDICARE_OK);
    CHECK(field(session.document(), "2021,Reporting year,Local", "looked_after_count") ==
          "no such row");
    CHECK(field(session.document(), "2022,Reporting year,Local", "looked_after_count") == "1");
}

TEST_CASE("reports that cannot be made") {
    Session session;
    CHECK(make_report(session, "json") == INDICARE_WRONG_ORDER); // no benchmarks
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    CHECK(make_report(session, "json") == INDICARE_WRONG_ORDER); // no table
    CHECK(session.set("authority", "Aston") == INDICARE_OK);
    CHECK(session.begin("episodes.csv", 2023) == INDICARE_OK);
    CHECK(make_report(session, "json") == INDICARE_WRONG_ORDER); // it is open
    CHECK(session.feed(four_children) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);

    CHECK(make_report(session, "json", "Elsewhere") == INDICARE_NOT_FOUND);
    CHECK(make_report(session, "json", "Bexford") == INDICARE_NOT_AVAILABLE);
    CHECK(make_report(session, "json", "801", 1952) == INDICARE_OUT_OF_RANGE);
    CHECK(make_report(session, "json", "801", 2023, 1) == INDICARE_OUT_OF_RANGE);
    CHECK(make_report(session, "json", "801", 2023, 21) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "years: expected 2 to 20, not 21");
    CHECK(make_report(session, "docx") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() ==
          "format: expected html or markdown or json or ees or ees_meta, not \"docx\"");
    CHECK(indicare_make_report(session, nullptr, 1, 2023, 5, "json", 4) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_document(session, nullptr, 0, nullptr) == INDICARE_WRONG_ORDER);
    CHECK(indicare_make_report(nullptr, "801", 3, 2023, 5, "json", 4) == INDICARE_INVALID_ARGUMENT);
}
