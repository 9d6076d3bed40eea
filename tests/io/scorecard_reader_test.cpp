#include "indicare/io/scorecard_reader.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/known_figure.hpp"
#include "scorecard/parts.hpp"

using namespace indicare;
using quality::FindingCode;
using scorecard::Scorecard;

namespace {

std::vector<Scorecard>
read(const std::string& rows, quality::Findings& findings,
     const std::string& header = "authority,as_at,indicator,numerator,denominator\n") {
    return io::read_scorecards(header + rows, "own.csv", findings).value();
}

} // namespace

TEST_CASE("what the scorecard writer writes is read back the same") {
    Scorecard scorecard{"831", care::Date::of(2023, 3, 31), {}, {}, {}};
    std::int64_t number = 0;
    for (const auto& definition : indicators::catalogue) {
        ++number;
        if (number % 7 == 0)
            scorecard.figures.push_back(scorecard::Figure::unavailable(definition, "not given"));
        else
            scorecard.figures.emplace_back(
                definition,
                indicators::Tally{number,
                                  definition.unit == indicators::Unit::children ||
                                          definition.unit == indicators::Unit::per_10000
                                      ? 0
                                      : number + 100,
                                  number % 3, is_mean(definition.unit) ? number * number : 0},
                definition.unit == indicators::Unit::per_10000 ? std::optional<std::int64_t>(59411)
                                                               : std::nullopt);
    }
    const std::string text = io::to_csv(std::vector{scorecard});
    quality::Findings findings;
    const auto back = io::read_scorecards(text, "own.csv", findings);
    REQUIRE(back);
    CHECK(findings.count() == 0);
    CHECK(io::to_csv(*back) == text);
}

TEST_CASE("what is written of any children is read back the same") {
    CHECK(rc::check("written and read", [] {
        tests::Returns returns =
            tests::read_by_authority(tests::rows_of_children(tests::random_rows::below(8)));
        returns.population(2022, 5'000, "North").population(2023, 6'000, "North");
        const auto written = io::scorecards(returns.reader(), returns.request());
        for (const auto limits : {io::WithLimits::no, io::WithLimits::yes}) {
            const std::string text = io::to_csv(written, limits);
            quality::Findings findings;
            const auto back = io::read_scorecards(text, "own.csv", findings);
            RC_ASSERT(back.has_value());
            RC_ASSERT(findings.count() == 0U);
            RC_ASSERT(io::to_csv(*back, limits) == text);
        }
    }));
}

TEST_CASE("days between dates can come to less than none, and nothing else") {
    quality::Findings findings;
    const auto all = read("831,2023-03-31,days_decision_to_match,-45,2\n"
                          "831,2023-03-31,looked_after,-45,\n"
                          "831,2023-03-31,sdq_mean,-45,2\n"
                          "831,2023-03-31,days_match_to_placement,--45,2\n",
                          findings);
    REQUIRE(all.size() == 1);
    CHECK(all[0]["days_decision_to_match"].printed() == "-22.5");
    CHECK(findings.count_of(FindingCode::number_malformed) == 3);
    CHECK(findings.kept()[0].message ==
          "expected a whole number from 0 to 999999999; the row was left out");
    CHECK(findings.kept()[2].message ==
          "expected a whole number from -999999999 to 999999999; the row was left out");
}

TEST_CASE("a scorecard typed by hand") {
    quality::Findings findings;
    const auto all = read("831,31/03/2023,looked_after,620,\n"
                          "831,2023-03-31,looked_after_rate,620,59411\n"
                          "831,2022-03-31,adopted,34,246\n",
                          findings);
    REQUIRE(all.size() == 2);
    CHECK(all[0].as_at == care::Date::of(2022, 3, 31));
    CHECK(all[0]["adopted"].printed() == "14");
    CHECK(all[0]["looked_after"].unavailable_because() == "not in own.csv");
    CHECK(all[1]["looked_after"].printed() == "620");
    CHECK(all[1]["looked_after_rate"].printed() == "104");
    CHECK(findings.count() == 0);
}

TEST_CASE("rows of a scorecard that cannot be used are findings with their place") {
    quality::Findings findings;
    const auto all = read("831,2023-02-30,adopted,34,246\n"
                          "831,2023-03-31,adoptions,34,246\n"
                          "831,2023-03-31,adopted,247,246\n"
                          "831,2023-03-31,adopted,many,246\n"
                          "831,2023-03-31,adopted,34,\n"
                          "831,2023-03-31,adopted,34,246\n"
                          "831,2023-03-31,adopted,35,246\n"
                          "831,2023-03-31,convicted,,311\n",
                          findings);
    REQUIRE(all.size() == 1);
    CHECK(all[0]["adopted"].numerator() == 34);
    CHECK(all[0]["convicted"].unavailable_because() == "no number in own.csv");
    CHECK(findings.count_of(FindingCode::scorecard_row_unusable) == 5);
    CHECK(findings.count_of(FindingCode::number_malformed) == 1);
    CHECK(quality::to_text(findings.kept()[2]) ==
          "own.csv:4: NUMERATOR \"247\": expected no more "
          "than the denominator, 246; the row was left out");
}

TEST_CASE("more authorities and dates than a file may hold are findings") {
    std::string rows;
    for (int each = 0; each < 20'001; ++each)
        rows += std::to_string(each) + ",2023-03-31,looked_after,1,\n";
    rows += "7,2023-03-31,started,1,\n";
    quality::Findings findings;
    const auto all = read(rows, findings);
    CHECK(all.size() == 20'000);
    CHECK(findings.count() == 1);
    CHECK(quality::to_text(findings.kept().front()) ==
          "own.csv:20002: AUTHORITY \"20000\": a file holds 20000 authorities and dates at most; "
          "the row was left out");
}

TEST_CASE("the squares of a mean are read where they are told") {
    const auto squares_of = [](const std::string& header, const std::string& rows) {
        quality::Findings findings;
        const auto all = read(rows, findings, header + "\n");
        CHECK(findings.count() == 0);
        const std::size_t number = indicators::indicator_named("sdq_mean").value();
        const scorecard::Figure& figure = all.at(0).figures.at(number);
        CHECK(figure.numerator() == 27);
        const auto known = scorecard::known(figure, number, 2023);
        CHECK(known.squares == figure.squares());
        return known.squares;
    };
    const std::string plain = "authority,as_at,indicator,numerator,denominator";
    CHECK(squares_of(plain + ",undetermined,squares", "831,2023-03-31,sdq_mean,27,3,0,305\n") ==
          305);
    CHECK(squares_of(plain + ",Squares", "831,2023-03-31,sdq_mean,27,3,305\n") == 305);
    CHECK(squares_of("squares,breakdown,group," + plain, "305,,,831,2023-03-31,sdq_mean,27,3\n") ==
          305);
    // An older file, one typed by hand, and one in which a column only sounds like it.
    CHECK_FALSE(squares_of(plain + ",undetermined", "831,2023-03-31,sdq_mean,27,3,2\n"));
    CHECK_FALSE(squares_of(plain + ",squares", "831,2023-03-31,sdq_mean,27,3,\n"));
    CHECK_FALSE(squares_of(plain + ",sum_of_squares", "831,2023-03-31,sdq_mean,27,3,305\n"));
    // Of days they are many.
    quality::Findings findings;
    const auto days = read("831,2023-03-31,days_in_care,999999999,1000000,90000000000000\n",
                           findings, plain + ",squares\n");
    CHECK(findings.count() == 0);
    CHECK(days.at(0)["days_in_care"].squares() == 90'000'000'000'000);
}

TEST_CASE("squares that are not known are written blank, and stay so") {
    quality::Findings findings;
    const auto all = read("831,2023-03-31,sdq_mean,27,3\n", findings);
    const std::string text = io::to_csv(all);
    CHECK(text.find("831,2023-03-31,sdq_mean,score,27,3,0,9.0,,,\n") != std::string::npos);
    CHECK(io::to_json(all).find("squares") == std::string::npos);
    const auto back = io::read_scorecards(text, "own.csv", findings);
    REQUIRE(back);
    CHECK(io::to_csv(*back) == text);
    CHECK(findings.count() == 0);
}

TEST_CASE("squares that cannot be are findings") {
    quality::Findings findings;
    const auto all = read("831,2023-03-31,sdq_mean,27,3,242\n"             // 9, 9 and 9 have 243
                          "832,2023-03-31,sdq_mean,27,3,many\n"            //
                          "833,2023-03-31,sdq_mean,0,0,9\n"                //
                          "834,2023-03-31,sdq_mean,27,3,100000000000001\n" //
                          "835,2023-03-31,adopted,34,246,\n",
                          findings, "authority,as_at,indicator,numerator,denominator,squares\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].authority == "835");
    CHECK(findings.count_of(FindingCode::scorecard_row_unusable) == 2);
    CHECK(findings.count_of(FindingCode::number_malformed) == 2);
    CHECK(quality::to_text(findings.kept()[0]) ==
          "own.csv:2: SQUARES \"242\": expected the sum of the squares of what 3 children add, who "
          "add 27 together; the row was left out");
}

TEST_CASE("a file without the columns of a scorecard is none") {
    quality::Findings findings;
    CHECK_FALSE(io::read_scorecards("authority,indicator,value\n", "own.csv", findings));
    CHECK(findings.count_of(FindingCode::column_missing_essential) == 1);
}
