#include <catch2/catch.hpp>

#include "benchmarks.hpp"
#include "session.hpp"

using indicare::tests::aston_beside_others;
using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::neighbours;
using indicare::tests::published_rates;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

const std::int64_t rate = Session::indicator("looked_after_rate");

indicare_status compare(Session& session, std::string_view authority, std::int32_t year = 2023) {
    return indicare_compare(session, authority.data(), authority.size(), year);
}

indicare_status make_comparison(Session& session, std::string_view format,
                                std::string_view authority = "801", std::int32_t year = 2023) {
    return indicare_make_comparison(session, authority.data(), authority.size(), year,
                                    format.data(), format.size());
}

std::int64_t count(Session& session, std::int64_t indicator = rate) {
    std::int64_t count = -1;
    CHECK(indicare_benchmark_count(session, indicator, &count) == INDICARE_OK);
    return count;
}

std::string kind(Session& session, std::int64_t benchmark) {
    const char* kind = nullptr;
    CHECK(indicare_benchmark(session, rate, benchmark, &kind, nullptr, nullptr, nullptr) ==
          INDICARE_OK);
    return kind;
}

std::string name(Session& session, std::int64_t benchmark) {
    return text(indicare_benchmark_name, handle(session), rate, benchmark);
}

std::string printed(Session& session, std::int64_t benchmark) {
    return text(indicare_benchmark_printed, handle(session), rate, benchmark);
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("an authority is laid beside England, its region and its neighbours") {
    Session session = aston_beside_others();
    REQUIRE(compare(session, "801") == INDICARE_OK);
    // Neighbours: 100 and 50, of which mean and median are 75; together 300 of 50,000, which is 60.
    REQUIRE(count(session) == 5);
    const std::pair<const char*, const char*> expected[] = {{"england", "70"},
                                                            {"region", "80"},
                                                            {"neighbours_mean", "75.0"},
                                                            {"neighbours_median", "75.0"},
                                                            {"neighbours_pooled", "60.0"}};
    for (std::int64_t i = 0; i < 5; ++i) {
        CHECK(kind(session, i) == expected[i].first);
        CHECK(printed(session, i) == expected[i].second);
    }
    CHECK(name(session, 0) == "England");
    CHECK(name(session, 1) == "London");
    CHECK(name(session, 2) == "statistical neighbours (mean)");

    // Aston's own are 3 of 10,000: if 70 were expected, 3 or fewer would be far below 0.1%.
    std::int32_t year = 0;
    const char* answer = nullptr;
    const char* significance = nullptr;
    CHECK(indicare_benchmark(session, rate, 0, nullptr, &year, &answer, &significance) ==
          INDICARE_OK);
    CHECK(year == 2023);
    CHECK(std::string(answer) == "lower");
    CHECK(std::string(significance) == "much lower");
    CHECK(indicare_benchmark(session, rate, 0, nullptr, nullptr, nullptr, nullptr) == INDICARE_OK);
    CHECK(count(session, Session::indicator("looked_after")) == 0); // a count
    CHECK(count(session, Session::indicator("started_rate")) == 0); // not published
}

TEST_CASE("an authority goes by what it is published by, and its returns too") {
    Session session = aston_beside_others(); // the returns say Aston
    for (const std::string_view called : {"801", "E06000001", "Aston", "aston"})
        CHECK(compare(session, called) == INDICARE_OK);
    CHECK(compare(session, "Elsewhere") == INDICARE_NOT_FOUND);
    CHECK(session.error() == "authority: expected a code or name that figures are published of, "
                             "not \"Elsewhere\"");
    CHECK(compare(session, "") == INDICARE_NOT_FOUND);
    CHECK(compare(session, "Twin") == INDICARE_NOT_FOUND);
    CHECK(session.error() == "authority: expected a code, since several have the name \"Twin\"");
    CHECK(compare(session, "Bexford") == INDICARE_NOT_AVAILABLE);
    CHECK(session.error() == "the returns hold no authority that is called as Bexford is "
                             "published: 802, E06000002 or its name");
    CHECK(count(session) == 5); // what was compared is still there
}

TEST_CASE("returns without a name are those of any authority") {
    Session session;
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    session.read(four_children, 2023);
    CHECK(compare(session, "802") == INDICARE_OK);
    CHECK(count(session) == 2); // no list of neighbours
}

TEST_CASE("rates divide by the populations of the benchmarks where no others were given") {
    Session session;
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    CHECK(session.benchmarks("people.csv", "authority,year,population\n801,2023,10000\n") ==
          INDICARE_OK);
    session.read(four_children, 2023);
    REQUIRE(make_comparison(session, "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n801,2023,looked_after_rate,per_10000,none,3,3,10000,0,0,"));
    CHECK(session.population("", 2023, 3'000) == INDICARE_OK);
    REQUIRE(make_comparison(session, "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n801,2023,looked_after_rate,per_10000,none,10,3,3000,0,0,"));
}

TEST_CASE("a comparison is laid beside the figures of the year before") {
    Session session;
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2021,S,C2,U4,,\n", 2022);
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2021,S,C2,U4,,\n"
                 "B,01/06/2022,S,C2,U4,,\n",
                 2023);
    REQUIRE(make_comparison(session, "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n801,2023,looked_after,children,none,2,2,,0,0,2022,1,"));
}

TEST_CASE("a comparison as a document") {
    Session session = aston_beside_others();
    REQUIRE(make_comparison(session, "csv") == INDICARE_OK);
    CHECK(session.document().find("authority,year,indicator,unit,polarity,value,") == 0);
    CHECK(holds(session.document(), ",england,2023,2023,"));
    REQUIRE(make_comparison(session, "json") == INDICARE_OK);
    CHECK(session.document().front() == '{');
    REQUIRE(make_comparison(session, "text") == INDICARE_OK);
    CHECK(holds(session.document(), "Aston"));
    CHECK(make_comparison(session, "html") == INDICARE_INVALID_ARGUMENT);
    CHECK(make_comparison(session, "csv", "Elsewhere") == INDICARE_NOT_FOUND);
    CHECK(make_comparison(session, "csv", "Bexford") == INDICARE_NOT_AVAILABLE);
    CHECK(make_comparison(session, "csv", "801", 2080) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_make_comparison(session, nullptr, 1, 2023, "csv", 3) ==
          INDICARE_INVALID_ARGUMENT);
    std::int64_t number = -1;
    CHECK(indicare_benchmark_count(session, rate, &number) == INDICARE_WRONG_ORDER);
}

TEST_CASE("what is compared lasts until more is given, and through a computation") {
    Session session = aston_beside_others();
    std::int64_t number = -1;
    CHECK(indicare_benchmark_count(session, rate, &number) == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "nothing is laid beside benchmarks; expected indicare_compare after "
                             "all that was given");
    REQUIRE(compare(session, "801") == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(count(session) == 5);
    SECTION("a population") {
        CHECK(session.population("Aston", 2023, 20'000) == INDICARE_OK);
    }
    SECTION("a published file, of which the results of the returns know nothing") {
        CHECK(session.benchmarks("neighbours_2021.csv", neighbours) == INDICARE_OK);
        CHECK(session.printed("looked_after") == "3");
    }
    CHECK(indicare_benchmark_count(session, rate, &number) == INDICARE_WRONG_ORDER);
    CHECK(number == -1);
}

TEST_CASE("comparisons that have their time") {
    Session session;
    CHECK(compare(session, "801") == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "there are no benchmarks; expected indicare_use_bundled_benchmarks or "
                             "indicare_give_benchmarks first");
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    CHECK(compare(session, "801") == INDICARE_WRONG_ORDER);
    CHECK(session.set("authority", "Aston") == INDICARE_OK); // nothing of the returns is read yet
    CHECK(session.begin("episodes.csv", 2023) == INDICARE_OK);
    CHECK(compare(session, "801") == INDICARE_WRONG_ORDER);
    CHECK(make_comparison(session, "csv") == INDICARE_WRONG_ORDER);
    CHECK(session.feed(four_children) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(compare(session, "801", 1952) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "year: expected 1953 to 2079, not 1952");
    CHECK(compare(session, "801", 2023) == INDICARE_OK);
    CHECK(indicare_benchmark_count(session, -1, nullptr) == INDICARE_INVALID_ARGUMENT);
    std::int64_t number = -1;
    CHECK(indicare_benchmark_count(session, -1, &number) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_benchmark(session, rate, 2, nullptr, nullptr, nullptr, nullptr) ==
          INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "benchmark: expected an index from 0 and below 2, not 2");
    CHECK(indicare_benchmark_name(session, rate, -1, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_benchmark_printed(session, rate, 2, nullptr, 0, nullptr) ==
          INDICARE_OUT_OF_RANGE);
    CHECK(indicare_compare(session, nullptr, 1, 2023) == INDICARE_INVALID_ARGUMENT);
}

TEST_CASE("files that are no benchmarks, or not all of it") {
    Session session;
    CHECK(session.benchmarks("letters.csv", "a,b\n1,2\n") == INDICARE_NOT_RECOGNISED);
    CHECK(session.total(INDICARE_WARNING) == 1);
    const char* code = nullptr;
    CHECK(indicare_finding(session, 0, &code, nullptr, nullptr) == INDICARE_OK);
    CHECK(std::string(code) == "published_file_not_placed");
    CHECK(text(indicare_finding_file, handle(session), std::int64_t{0}) == "letters.csv");
    CHECK(compare(session, "801") == INDICARE_WRONG_ORDER); // nothing was given

    // Findings of the returns come first.
    CHECK(session.benchmarks("neighbours_2021.csv", std::string(neighbours) +
                                                        "802,801,,,,,,,,,\n"
                                                        "802,803,,,,,,,,,\n") == INDICARE_OK);
    session.read(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
        "PL_POST,URN\nA,01/06/2022,S,C2,N1,U4,PR1,31/02/2023,E4A,,,,\n",
        2023);
    std::int64_t count = -1;
    CHECK(indicare_finding_count(session, &count) == INDICARE_OK);
    REQUIRE(count == 3);
    CHECK(text(indicare_finding_file, handle(session), std::int64_t{0}) == "table.csv");
    CHECK(text(indicare_finding_file, handle(session), std::int64_t{1}) == "letters.csv");
    CHECK(text(indicare_finding_file, handle(session), std::int64_t{2}) == "neighbours_2021.csv");
    CHECK(indicare_finding(session, 3, &code, nullptr, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_give_benchmarks(session, nullptr, 1, "", 0) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_give_benchmarks(session, "", 0, nullptr, 1) == INDICARE_INVALID_ARGUMENT);
}

TEST_CASE("the statistics that come with the library") {
    Session session;
    REQUIRE(indicare_use_bundled_benchmarks(session) == INDICARE_OK);
    CHECK(indicare_use_bundled_benchmarks(session) == INDICARE_OK); // again: nothing happens
    session.read(four_children, 2023);
    REQUIRE(compare(session, "Derby") == INDICARE_OK);
    REQUIRE(count(session) == 5);
    CHECK(printed(session, 0) == "70"); // as DfE published of England as at 31 March 2023
    CHECK(name(session, 1) == "East Midlands");
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    CHECK(compare(session, "Aston") == INDICARE_OK);
}

TEST_CASE("what comes with the library is taken before other files") {
    Session session;
    CHECK(session.benchmarks("rates.csv", published_rates()) == INDICARE_OK);
    CHECK(indicare_use_bundled_benchmarks(session) == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "indicare_give_benchmarks was called; expected the bundled benchmarks "
                             "before others");
}

TEST_CASE("comparing with a session that is NULL") {
    std::int64_t number = 0;
    std::int32_t small = 0;
    const char* constant = nullptr;
    for (const indicare_status status : {
             indicare_use_bundled_benchmarks(nullptr),
             indicare_give_benchmarks(nullptr, "", 0, "", 0),
             indicare_compare(nullptr, "801", 3, 2023),
             indicare_benchmark_count(nullptr, 0, &number),
             indicare_benchmark(nullptr, 0, 0, &constant, &small, &constant, &constant),
             indicare_benchmark_name(nullptr, 0, 0, nullptr, 0, nullptr),
             indicare_benchmark_printed(nullptr, 0, 0, nullptr, 0, nullptr),
             indicare_make_comparison(nullptr, "801", 3, 2023, "csv", 3),
         })
        CHECK(status == INDICARE_INVALID_ARGUMENT);
}
