#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "audit/claims_of.hpp"
#include "indicare/audit/audit.hpp"
#include "indicare/io/audit_writer.hpp"
#include "support/folders.hpp"

using namespace indicare;
using audit::Audit;
using audit::Claims;
using audit::Verdict;
using tests::claims_of;

namespace {

std::string example_report() {
    std::ifstream file(tests::project_file("examples/claims/derby_2023.claims"));
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The claims of a conflict as they were written.
std::set<std::string> texts_of(const audit::ExplainedConflict& conflict, const Claims& claims) {
    std::set<std::string> texts;
    for (const audit::ClaimNumber claim : conflict.conflict.claims)
        texts.insert(claims[claim].text);
    return texts;
}

const audit::ExplainedConflict* conflict_of(const Audit& audit, const Claims& claims,
                                            const std::set<std::string>& texts) {
    for (const auto& conflict : audit.conflicts)
        if (texts_of(conflict, claims) == texts)
            return &conflict;
    return nullptr;
}

std::string range_of(const Audit& audit, const Claims& claims, const std::string& name) {
    for (const audit::UnknownRange& unknown : audit.unknowns)
        if (claims.name_of(unknown.unknown) == name)
            return exact::to_text(unknown.range.least) + ".." + exact::to_text(unknown.range.most);
    return "none";
}

const std::set<std::string> stock{"stock = 620", "stock per 10000 population = 104"};
const std::set<std::string> started{"started = 225", "started per 10000 population = 35"};
const std::set<std::string> ceased{"ceased = 232", "ceased per 10000 population = 38"};

std::set<std::string> both(std::set<std::string> left, const std::set<std::string>& right) {
    left.insert(right.begin(), right.end());
    return left;
}

} // namespace

TEST_CASE("The example report: its minimal conflicts, all and no others") {
    const Claims claims = claims_of(example_report());
    const Audit audit = audit::audit(claims);
    CHECK(audit.verdict == Verdict::impossible);
    CHECK(audit.is_complete);
    CHECK(audit.unknowns.empty());
    CHECK(audit.conflicts.size() == 5);
    CHECK(conflict_of(audit, claims, both(stock, started)) != nullptr);
    CHECK(conflict_of(audit, claims, both(stock, ceased)) != nullptr);
    CHECK(conflict_of(audit, claims, both(started, ceased)) != nullptr);
    CHECK(conflict_of(audit, claims,
                      {"unaccompanied_2022 = 31",
                       "change unaccompanied_2021 -> unaccompanied_2022 = 45%"}) != nullptr);
    CHECK(conflict_of(audit, claims,
                      {"unaccompanied = 37", "change unaccompanied_2022 -> unaccompanied = 19%",
                       "change unaccompanied_2021 -> unaccompanied_2022 = 45%"}) != nullptr);
    for (const auto& conflict : audit.conflicts)
        CHECK(proves_impossible(conflict.conflict.system.system, conflict.conflict.proof));
}

TEST_CASE("The example report: the intervals that do not meet") {
    const Claims claims = claims_of(example_report());
    const Audit audit = audit::audit(claims);
    const auto* conflict = conflict_of(audit, claims, both(stock, started));
    REQUIRE(conflict != nullptr);
    // 620 at 104 needs 59,331 to 59,903 children, 225 at 35 needs 63,381 to 65,217.
    REQUIRE(conflict->explanation.demands.size() == 2);
    CHECK(claims.name_of(*conflict->explanation.unknown) == "population");
    CHECK(conflict->explanation.demands[0].range == audit::Range{59331, 59903});
    CHECK(conflict->explanation.demands[1].range == audit::Range{63381, 65217});
    CHECK(
        io::sentence_of(*conflict, claims) ==
        "population would be 59,331 to 59,903 by \"stock = 620\" and \"stock per 10000 population "
        "= 104\" and 63,381 to 65,217 by \"started = 225\" and \"started per 10000 population = "
        "35\": no number is both.");
    // 232 at 38 needs 60,260 to 61,866.
    const auto* other = conflict_of(audit, claims, both(stock, ceased));
    REQUIRE(other != nullptr);
    CHECK(other->explanation.demands.at(1).range == audit::Range{60260, 61866});
    // 31 is 45% more than 21.3 to 21.5.
    const auto* rise = conflict_of(
        audit, claims,
        {"unaccompanied_2022 = 31", "change unaccompanied_2021 -> unaccompanied_2022 = 45%"});
    REQUIRE(rise != nullptr);
    CHECK(io::sentence_of(*rise, claims) == "unaccompanied_2021 would lie between 21.30 and 21.46, "
                                            "where there is no whole number.");
}

TEST_CASE("The example report: what would be read, and what is taken for granted") {
    const Claims claims = claims_of(example_report());
    const Audit audit = audit::audit(claims);
    const auto* conflict = conflict_of(audit, claims, both(stock, started));
    REQUIRE(conflict != nullptr);
    // 225 among 59,331 to 59,903 is 37.6 to 37.9 in 10,000.
    const auto reading = std::find_if(
        conflict->readings.begin(), conflict->readings.end(), [&](const audit::Reading& one) {
            return claims[one.claim].text == "started per 10000 population = 35";
        });
    REQUIRE(reading != conflict->readings.end());
    CHECK(reading->each == std::vector{exact::Decimal{38, 0}});
    REQUIRE(conflict->assumptions.size() == 1);
    CHECK(conflict->assumptions[0].kind == audit::Assumption::Kind::one_number);
    CHECK(claims.name_of(*conflict->assumptions[0].unknown) == "population");
    // Cut off instead of rounded, 620 at 104 and 232 at 38 meet at 59,488 to 59,615.
    const auto* other = conflict_of(audit, claims, both(stock, ceased));
    REQUIRE(other != nullptr);
    CHECK(std::any_of(other->assumptions.begin(), other->assumptions.end(),
                      [](const audit::Assumption& one) {
                          return one.kind == audit::Assumption::Kind::rounding &&
                                 one.instead == audit::Roundings{exact::Rounding::truncate};
                      }));
}

TEST_CASE("The example report: the fewest claims that must be withdrawn") {
    const Claims claims = claims_of(example_report());
    const Audit audit = audit::audit(claims);
    REQUIRE(audit.withdrawals.size() == 2);
    // Two of the three pairs must be broken, each by one of its two claims; the 45% alone breaks
    // both others.
    CHECK(audit.withdrawals[0].choices.size() == 12);
    CHECK(audit.withdrawals[0].choices[0].size() == 2);
    REQUIRE(audit.withdrawals[1].choices.size() == 1);
    REQUIRE(audit.withdrawals[1].choices[0].size() == 1);
    CHECK(claims[audit.withdrawals[1].choices[0][0]].text ==
          "change unaccompanied_2021 -> unaccompanied_2022 = 45%");
}

TEST_CASE("The example report: the consistent figures, and what they pin") {
    const Claims claims = claims_of("stock = 620\n"
                                    "change stock_2022 -> stock = -7 (1.1%)\n"
                                    "started = 225\n"
                                    "change started_2022 -> started = -4 (1.7%)\n"
                                    "unaccompanied_2022 = 31 ; unaccompanied = 37\n"
                                    "change unaccompanied_2022 -> unaccompanied = 19%\n"
                                    "percent foster of stock = 71.1%\n"
                                    "ceased = 232 ; percent adopted of ceased = 16%\n"
                                    "percent missing of stock = 10.5%\n"
                                    "in_year = 845 ; percent missing_in_year of in_year = 10.5%\n"
                                    "stock = stock_2022 + started - ceased\n");
    const Audit audit = audit::audit(claims);
    CHECK(audit.verdict == Verdict::possible);
    CHECK(audit.is_complete);
    CHECK(range_of(audit, claims, "stock_2022") == "627..627");
    CHECK(range_of(audit, claims, "started_2022") == "229..229");
    CHECK(range_of(audit, claims, "foster") == "441..441");
    CHECK(range_of(audit, claims, "adopted") == "36..38");
    CHECK(range_of(audit, claims, "missing") == "65..65");
    CHECK(range_of(audit, claims, "missing_in_year") == "89..89");
}

TEST_CASE("Names that are surely one number are not doubted; those that are not are apart") {
    const Claims shared = claims_of("shared population\n" + example_report());
    const Audit sure = audit::audit(shared);
    CHECK(sure.conflicts.size() == 5);
    for (const auto& conflict : sure.conflicts)
        for (const audit::Assumption& assumption : conflict.assumptions)
            if (assumption.kind == audit::Assumption::Kind::one_number)
                CHECK(shared.name_of(*assumption.unknown) != "population");
    // With a population of its own for each line only the two with the 45% are left.
    const Claims apart = claims_of("apart population\n" + example_report());
    CHECK(audit::audit(apart).conflicts.size() == 2);
}

TEST_CASE("A rule of rounding, or any of them") {
    const Claims claims = claims_of("a = 1 ; b = 8 ; percent a of b = 12%"); // 12.5
    audit::AuditOptions options;
    CHECK(audit::audit(claims, options).verdict == Verdict::impossible);
    options.roundings = {exact::Rounding::half_even};
    CHECK(audit::audit(claims, options).verdict == Verdict::possible);
    options.roundings = {exact::Rounding::truncate};
    CHECK(audit::audit(claims, options).verdict == Verdict::possible);
    options.roundings = audit::any_rounding();
    CHECK(audit::audit(claims, options).verdict == Verdict::possible);
}

TEST_CASE(
    "A figure of another year explains a conflict where what is said of that year allows it") {
    // 38 in 10,000 of 60,000 is 226 to 230: not 200, but the 229 of the year before.
    const Claims claims = claims_of("population = 60000\n"
                                    "started = 200\n"
                                    "started_2022 = 229\n"
                                    "started per 10000 population = 38\n");
    const Audit audit = audit::audit(claims);
    REQUIRE(audit.conflicts.size() == 1);
    const auto& assumptions = audit.conflicts[0].assumptions;
    const auto year = std::find_if(assumptions.begin(), assumptions.end(), [](const auto& one) {
        return one.kind == audit::Assumption::Kind::year;
    });
    REQUIRE(year != assumptions.end());
    CHECK(claims.name_of(*year->other_year) == "started_2022");
    CHECK(io::sentence_of(*year, claims) ==
          "They take it that \"started per 10000 population = 38\" speaks of started: of "
          "started_2022, all could be true.");
}

TEST_CASE("A demand that lies in a gap of what others allow") {
    // A fall of 3 is 1.7% of 172 to 181, to 169 to 178; one of 4 of 229 to 242, to 225 to 238; one
    // of 2 or 5 leaves less or more: nothing lies between 178 and 225.
    const Claims claims = claims_of("started in 207..212\n"
                                    "change started_2022 -> started = -1.7%\n");
    const Audit audit = audit::audit(claims);
    REQUIRE(audit.conflicts.size() == 1);
    CHECK(io::sentence_of(audit.conflicts[0], claims) ==
          "started would be 0 to 212 by \"started <= 212\", 178 or less or 225 or more by \"change "
          "started_2022 -> started = -1.7%\" and 207 or more by \"started >= 207\": no number is "
          "all of these.");
}

TEST_CASE("A number that nothing rounds to is a conflict of its own") {
    const Claims claims = claims_of("started_england ~10 = 31,013\n");
    const Audit audit = audit::audit(claims);
    CHECK(audit.verdict == Verdict::impossible);
    REQUIRE(audit.conflicts.size() == 1);
    CHECK(io::sentence_of(audit.conflicts[0], claims) == "No number rounds to that.");
    CHECK(range_of(audit::audit(claims_of("started_england ~10 = 31,010\n")),
                   claims_of("started_england ~10 = 31,010\n"),
                   "started_england") == "31005..31014");
}

TEST_CASE("A search that is given up says so") {
    const Claims claims =
        claims_of("percent a of b = 33.3%\npercent b of c = 12.7%\na + b + c in 900..2000\n");
    audit::AuditOptions options;
    options.give_up = [] { return true; };
    const Audit audit = audit::audit(claims, options);
    CHECK_FALSE(audit.is_complete);
    CHECK(audit.verdict != Verdict::impossible);
}
