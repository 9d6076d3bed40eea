#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::Session;

namespace {

/// A session with results.
Session computed() {
    Session session;
    session.read(four_children, 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

} // namespace

TEST_CASE("statuses have the names of their constants") {
    const std::pair<indicare_status, const char*> statuses[] = {
        {INDICARE_OK, "INDICARE_OK"},
        {INDICARE_BUFFER_TOO_SMALL, "INDICARE_BUFFER_TOO_SMALL"},
        {INDICARE_INVALID_ARGUMENT, "INDICARE_INVALID_ARGUMENT"},
        {INDICARE_OUT_OF_RANGE, "INDICARE_OUT_OF_RANGE"},
        {INDICARE_NOT_FOUND, "INDICARE_NOT_FOUND"},
        {INDICARE_WRONG_ORDER, "INDICARE_WRONG_ORDER"},
        {INDICARE_NOT_RECOGNISED, "INDICARE_NOT_RECOGNISED"},
        {INDICARE_NOT_AVAILABLE, "INDICARE_NOT_AVAILABLE"},
        {INDICARE_OUT_OF_MEMORY, "INDICARE_OUT_OF_MEMORY"},
        {INDICARE_INTERNAL, "INDICARE_INTERNAL"},
        {INDICARE_CANCELLED, "INDICARE_CANCELLED"},
        {INDICARE_CONFLICT, "INDICARE_CONFLICT"},
    };
    indicare_status number = 0;
    for (const auto& [status, name] : statuses) {
        CHECK(status == number++); // pinned
        CHECK(std::string(indicare_status_name(status)) == name);
    }
    CHECK(std::string(indicare_status_name(number)) == "unknown status");
    CHECK(std::string(indicare_status_name(-1)) == "unknown status");
}

TEST_CASE("a session that is NULL") {
    CHECK(indicare_create(nullptr) == INDICARE_INVALID_ARGUMENT);
    indicare_destroy(nullptr);
    char buffer[8];
    std::int64_t number = 0;
    std::int32_t small = 0;
    const char* constant = nullptr;
    for (const indicare_status status : {
             indicare_error_text(nullptr, buffer, 8, nullptr),
             indicare_set_option(nullptr, "area", 4, "", 0),
             indicare_give_postcodes(nullptr, "", 0, "", 0),
             indicare_give_populations(nullptr, "", 0, "", 0),
             indicare_give_population(nullptr, "", 0, 2023, 1),
             indicare_begin_table(nullptr, "", 0, 2023),
             indicare_feed(nullptr, "", 0),
             indicare_end_table(nullptr, &constant),
             indicare_compute(nullptr, 20230331),
             indicare_authority_count(nullptr, &number),
             indicare_authority_name(nullptr, 0, buffer, 8, nullptr),
             indicare_figure_is_available(nullptr, 0, 0, &small),
             indicare_figure_reason(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_figure_numbers(nullptr, 0, 0, &number, &small, &number, &number),
             indicare_figure_exact(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_figure_printed(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_figure_low(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_figure_high(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_note_count(nullptr, 0, &number),
             indicare_note(nullptr, 0, 0, buffer, 8, nullptr),
             indicare_results_as_csv(nullptr, buffer, 8, nullptr),
             indicare_results_as_json(nullptr, buffer, 8, nullptr),
             indicare_finding_total(nullptr, INDICARE_NOTE, &number),
             indicare_finding_count(nullptr, &number),
             indicare_finding(nullptr, 0, &constant, &small, &number),
             indicare_finding_file(nullptr, 0, buffer, 8, nullptr),
             indicare_finding_column(nullptr, 0, buffer, 8, nullptr),
             indicare_finding_value(nullptr, 0, buffer, 8, nullptr),
             indicare_finding_child(nullptr, 0, buffer, 8, nullptr),
             indicare_finding_message(nullptr, 0, buffer, 8, nullptr),
             indicare_finding_as_text(nullptr, 0, buffer, 8, nullptr),
         })
        CHECK(status == INDICARE_INVALID_ARGUMENT);
}

TEST_CASE("arguments that are NULL") {
    Session session = computed();
    const auto refused = [&session](indicare_status status, const std::string& sentence) {
        CHECK(status == INDICARE_INVALID_ARGUMENT);
        CHECK(session.error() == sentence);
    };
    refused(indicare_set_option(session, nullptr, 4, "", 0), "name: expected text, not NULL");
    refused(indicare_set_option(session, "area", 4, nullptr, INDICARE_NUL_TERMINATED),
            "value: expected text, not NULL");
    refused(indicare_give_postcodes(session, nullptr, 1, "", 0), "file: expected text, not NULL");
    refused(indicare_give_postcodes(session, "", 0, nullptr, 1), "text: expected text, not NULL");
    refused(indicare_give_populations(session, nullptr, 1, "", 0), "file: expected text, not NULL");
    refused(indicare_give_populations(session, "", 0, nullptr, 1), "text: expected text, not NULL");
    refused(indicare_give_population(session, nullptr, 1, 2023, 1),
            "authority: expected text, not NULL");
    refused(indicare_begin_table(session, nullptr, 1, 2023), "file: expected text, not NULL");
    refused(indicare_feed(session, nullptr, 1), "text: expected text, not NULL");
    refused(indicare_authority_count(session, nullptr), "count: expected a pointer, not NULL");
    refused(indicare_note_count(session, 0, nullptr), "count: expected a pointer, not NULL");
    refused(indicare_figure_is_available(session, 0, 0, nullptr),
            "available: expected a pointer, not NULL");
    refused(indicare_finding_total(session, INDICARE_NOTE, nullptr),
            "total: expected a pointer, not NULL");
    refused(indicare_finding_count(session, nullptr), "count: expected a pointer, not NULL");
    refused(indicare_figure_printed(session, 0, 0, nullptr, 8, nullptr),
            "buffer: expected a pointer, not NULL, with a capacity above 0");
    CHECK(indicare_error_text(session, nullptr, 8, nullptr) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.printed("looked_after") == "3"); // nothing was changed
}

TEST_CASE("calls that come at the wrong time") {
    Session session;
    const auto refused = [&session](indicare_status status, const std::string& sentence) {
        CHECK(status == INDICARE_WRONG_ORDER);
        CHECK(session.error() == sentence);
    };
    const std::string not_open = "no table is open; expected indicare_begin_table first";
    const std::string open = "a table is open; expected indicare_end_table before this call";
    const std::string no_results =
        "there are no results; expected indicare_compute after all that was given";
    std::int64_t number = -1;

    refused(session.feed("CHILD\n"), not_open);
    refused(indicare_end_table(session, nullptr), not_open);
    refused(session.compute(20230331), "no table was read; expected indicare_begin_table, "
                                       "indicare_feed and indicare_end_table first");
    refused(indicare_authority_count(session, &number), no_results);
    refused(indicare_results_as_csv(session, nullptr, 0, nullptr), no_results);

    CHECK(session.begin("episodes.csv", 2023) == INDICARE_OK);
    refused(session.begin("again.csv", 2023), open);
    refused(session.compute(20230331), open);
    refused(session.set("area", "Eastmere"),
            "reading has begun; the option area is expected before anything is read");
    refused(session.set("leaver_on_date", "has_ceased"), open);
    refused(session.postcodes("postcode,easting,northing,la\n"),
            "a table was begun; postcodes are expected before the first table");
    refused(session.populations("authority,year,population\n"), open);
    refused(session.population("", 2023, 1), open);
    CHECK(session.feed(four_children) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    refused(indicare_end_table(session, nullptr), not_open);
    refused(session.feed("more"), not_open);
    refused(indicare_note_count(session, 0, &number), no_results);

    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(indicare_authority_count(session, &number) == INDICARE_OK);
    CHECK(number == 1);
    refused(session.set("longitudinal", "1"),
            "reading has begun; the option longitudinal is expected before anything is read");
    CHECK(session.printed("looked_after") == "3");

    SECTION("a population asks for another computation") {
        CHECK(session.population("", 2023, 30'000) == INDICARE_OK);
        refused(indicare_authority_count(session, &number), no_results);
    }
    SECTION("a list of populations too") {
        CHECK(session.populations("authority,year,population\n,2023,30000\n") == INDICARE_OK);
        refused(indicare_authority_count(session, &number), no_results);
    }
    SECTION("and a table") {
        CHECK(session.begin("uasc.csv", 2023) == INDICARE_OK);
        refused(indicare_authority_count(session, &number), no_results);
    }
}

TEST_CASE("numbers out of range") {
    Session session = computed();
    std::int64_t number = -1;
    std::int32_t small = -1;
    const std::int64_t last = indicare_indicator_count() - 1;
    CHECK(indicare_figure_is_available(session, 0, last, &small) == INDICARE_OK);
    for (const std::int64_t indicator : {std::int64_t{-1}, last + 1, INT64_MIN, INT64_MAX})
        CHECK(indicare_figure_is_available(session, 0, indicator, &small) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_figure_numbers(session, 1, 0, &number, nullptr, nullptr, nullptr) ==
          INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "authority: expected an index from 0 and below 1, not 1");
    CHECK(indicare_note(session, 0, 0, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "note: expected an index from 0 and below 0, not 0");
    CHECK(indicare_finding_value(session, -1, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_finding_total(session, 3, &number) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_finding_total(session, -1, &number) == INDICARE_OUT_OF_RANGE);
    CHECK(number == -1);

    CHECK(session.begin("episodes.csv", 1952) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "year: expected 1953 to 2079, not 1952");
    CHECK(session.begin("episodes.csv", 2080) == INDICARE_OUT_OF_RANGE);
    CHECK(session.begin("episodes.csv", 0) == INDICARE_OUT_OF_RANGE);
    CHECK(session.population("", 2081, 1) == INDICARE_OUT_OF_RANGE);
    CHECK(session.population("", 2023, -1) == INDICARE_OUT_OF_RANGE);
    CHECK(session.population("", 2023, 1'000'000'000) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "people: expected 0 to 999999999, not 1000000000");
    CHECK(session.printed("looked_after") == "3"); // nothing was changed
}

TEST_CASE("dates that are none") {
    Session session = computed();
    for (const std::int32_t as_at :
         {0, -20230331, 20230229, 20231301, 20230300, INT32_MIN, INT32_MAX})
        CHECK(session.compute(as_at) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "as_at: expected a day as 20230331, not 2147483647");
    CHECK(session.compute(18991231) == INDICARE_OUT_OF_RANGE);
    CHECK(session.compute(20790606) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "as_at: expected a day from 19000101 to 20790605");
    CHECK(session.printed("looked_after") == "3"); // nothing was changed
    CHECK(session.compute(20790605) == INDICARE_OK);
    CHECK(session.compute(19000101) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "x");
}

TEST_CASE("lists with other columns") {
    Session session;
    CHECK(session.postcodes("postcode,latitude,longitude\n") == INDICARE_NOT_RECOGNISED);
    CHECK(session.error() == "text: expected CSV with the columns postcode, easting, northing, la");
    CHECK(session.populations("place,people\n") == INDICARE_NOT_RECOGNISED);
    CHECK(session.total(INDICARE_ERROR) == 2);
    session.read(four_children, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.reason("placed_over_20_miles") == "no list of postcodes given");
}

TEST_CASE("a figure that there is not has no numbers") {
    Session session = computed();
    std::int64_t number = 77;
    CHECK(indicare_figure_numbers(session, 0, Session::indicator("unaccompanied"), &number, nullptr,
                                  nullptr, &number) == INDICARE_NOT_AVAILABLE);
    CHECK(number == 77);
    CHECK(session.error() == "there is no figure: no UASC table in the return of 2023 (columns "
                             "CHILD, DUC)");
}

TEST_CASE("the last error stays until the next") {
    Session session;
    CHECK(session.error().empty());
    CHECK(session.set("colour", "blue") == INDICARE_NOT_FOUND);
    const std::string sentence = session.error();
    CHECK(session.set("area", "Eastmere") == INDICARE_OK);
    CHECK(session.error() == sentence);
    CHECK(session.compute(20230331) == INDICARE_WRONG_ORDER);
    CHECK(session.error() != sentence);
}
