#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "audit/claims_of.hpp"
#include "indicare/audit/disclosure.hpp"
#include "indicare/io/disclosure_writer.hpp"

using namespace indicare;
using audit::Claims;
using audit::Disclosure;
using audit::Publication;
using audit::Recovered;
using audit::Unknown;
using audit::Verdict;
using tests::claims_of;

namespace {

std::size_t count_of(const std::string& word, const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

/// A table: what is stated are its cells, how they add up is known.
Publication table(const std::string& text) {
    Claims claims = claims_of(text);
    const audit::ClaimNumber all = claims.size();
    return audit::publication_of(std::move(claims), all);
}

std::vector<std::string> hidden_names(const Disclosure& disclosure,
                                      const Publication& publication) {
    std::vector<std::string> names;
    for (const audit::Suppressed& hidden : disclosure.hidden)
        names.push_back(publication.claims.name_of(hidden.unknown));
    std::sort(names.begin(), names.end());
    return names;
}

Recovered recovered(const Claims& claims, const std::string& name,
                    const audit::RecoveryOptions& options = {}) {
    const std::vector<Unknown> hidden{*claims.find(name)};
    return audit::recover(claims, hidden, options).at(0);
}

} // namespace

TEST_CASE("Two hidden numbers of a table are safe, until a percentage is printed beside it") {
    const std::string printed = "total = 310\n"
                                "200 + 104 + c + d = total\n"
                                "c in 1..4 ; d in 1..4\n";
    // c + d is 6: 2 and 4, 3 and 3, 4 and 2.
    audit::RecoveryOptions three;
    three.values = 3;
    const Recovered safe = recovered(claims_of(printed), "c", three);
    CHECK(safe.verdict == Verdict::possible);
    CHECK(safe.range == audit::Range{2, 4});
    CHECK(safe.values == 3);
    // 1.3% of 310 is 3.9 to 4.2.
    const Claims beside = claims_of(printed + "percent c of total = 1.3%\n");
    const Recovered told = recovered(beside, "c");
    CHECK(told.is_told());
    CHECK(told.range.least == 4);
    std::set<std::string> sources;
    for (const audit::ClaimNumber claim : told.told_by)
        sources.insert(beside[claim].text);
    CHECK(sources.contains("percent c of total = 1.3%"));
    CHECK(sources.contains("total = 310"));
    CHECK(recovered(beside, "d").range == audit::Range{2, 2});
}

TEST_CASE("One small number of a sum takes the next smallest with it") {
    const Publication publication = table("adopted = 3\n"
                                          "guardianship = 9\n"
                                          "home = 40\n"
                                          "ceased = 52\n"
                                          "adopted + guardianship + home = ceased\n"
                                          "percent adopted of ceased = 6%\n"
                                          "percent guardianship of ceased = 17%\n"
                                          "percent home of ceased = 77%\n");
    const Disclosure disclosure = audit::protect(publication);
    CHECK(disclosure.verdict == Verdict::possible);
    CHECK(hidden_names(disclosure, publication) ==
          std::vector<std::string>{"adopted", "guardianship"});
    // Each with its percentage.
    CHECK(disclosure.hidden_cells == std::set<audit::ClaimNumber>{0, 1, 5, 6});
    CHECK(disclosure.hidden[0].is_small);
    CHECK_FALSE(disclosure.hidden[1].is_small);
    CHECK(disclosure.hidden[1].protects == disclosure.hidden[0].unknown);
    CHECK(disclosure.hidden[0].recovered.range == audit::Range{1, 5});
    CHECK(disclosure.hidden[1].recovered.range == audit::Range{7, 11});
}

TEST_CASE("Two small numbers of a sum protect each other") {
    const Publication publication =
        table("a = 2 ; b = 3 ; c = 40 ; total = 45\na + b + c = total\n");
    const Disclosure disclosure = audit::protect(publication);
    CHECK(disclosure.verdict == Verdict::possible);
    CHECK(hidden_names(disclosure, publication) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Small numbers that a sum tells are not safe beside each other alone") {
    // Two hidden of 1 to 5 that add up to 10 are both 5.
    const Publication publication =
        table("a = 5 ; b = 5 ; c = 40 ; total = 50\na + b + c = total\n");
    const Disclosure disclosure = audit::protect(publication);
    CHECK(disclosure.verdict == Verdict::possible);
    CHECK(hidden_names(disclosure, publication) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("A table of rows and columns: a square of four is hidden") {
    // Of the rows and columns with the small number the next smallest, and what closes the square.
    const Publication publication =
        table("a1 = 2 ; a2 = 20 ; a3 = 30 ; a = 52\n"
              "b1 = 10 ; b2 = 40 ; b3 = 50 ; b = 100\n"
              "c1 = 60 ; c2 = 70 ; c3 = 80 ; c = 210\n"
              "n1 = 72 ; n2 = 130 ; n3 = 160 ; n = 362\n"
              "a1 + a2 + a3 = a\nb1 + b2 + b3 = b\nc1 + c2 + c3 = c\n"
              "a1 + b1 + c1 = n1\na2 + b2 + c2 = n2\na3 + b3 + c3 = n3\n"
              "a + b + c = n\nn1 + n2 + n3 = n\n");
    const Disclosure disclosure = audit::protect(publication);
    CHECK(disclosure.verdict == Verdict::possible);
    CHECK(hidden_names(disclosure, publication) ==
          std::vector<std::string>{"a1", "a2", "b1", "b2"});
    for (const audit::Suppressed& hidden : disclosure.hidden)
        CHECK(hidden.recovered.values >= 2);
}

TEST_CASE("What others publish cannot be hidden: then a number is not safe, and that is said") {
    Publication publication = table("a = 3 ; b = 47 ; total = 50\na + b = total\n"
                                    "percent a of total = 6.0%\n");
    publication.cells.erase(0); // that a is 3 is published by others
    const Disclosure disclosure = audit::protect(publication);
    CHECK(disclosure.verdict == Verdict::impossible);
    REQUIRE_FALSE(disclosure.hidden.empty());
    CHECK(disclosure.hidden[0].recovered.is_told());
}

TEST_CASE("A population is never small and never hidden; a sum goes with those whose sum it is") {
    Publication publication = table("score.sum = 61 ; children = 4 ; population = 3\n"
                                    "mean score.sum / children = 15.3\n");
    const Unknown sum = *publication.claims.find("score.sum");
    publication.no_counts = {*publication.claims.find("population"), sum};
    publication.hidden_with = {{sum, *publication.claims.find("children")}};
    const Disclosure disclosure = audit::protect(publication);
    CHECK(hidden_names(disclosure, publication) == std::vector<std::string>{"children"});
    CHECK(disclosure.hidden_cells == std::set<audit::ClaimNumber>{0, 1, 3});
}

TEST_CASE("A publication that contradicts itself, or leaves a cell open, is refused") {
    CHECK_THROWS_AS(audit::protect(table("a = 3 ; b = 4 ; a + b = 8\n")), std::domain_error);
    CHECK_THROWS_AS(audit::protect(table("total = 300 ; percent a of total = 10%\n")),
                    std::domain_error);
}

TEST_CASE(
    "A one-decimal percentage tells a hidden number of 1 to 4, of whatever number from 10 on") {
    for (int whole = 10; whole <= 1000; whole += 11)
        for (int part = 1; part <= 4; ++part) {
            const std::string printed = exact::print(
                exact::round(part * 100, whole, exact::places(1), exact::Rounding::half_up));
            const Claims claims =
                claims_of("whole = " + std::to_string(whole) +
                          "\npart in 1..4\npercent part of whole = " + printed + "%\n");
            CHECK(recovered(claims, "part").range ==
                  audit::Range{exact::integer(part), exact::integer(part)});
        }
}

TEST_CASE("What is known besides is no cell, whatever it states") {
    const Publication publication =
        audit::publication_of(claims_of("a = 3 ; b = 40\npercent a of b = 8%\na <= b\nc = 2\n"), 4);
    CHECK(publication.cells == std::set<audit::ClaimNumber>{0, 1, 2});
}

TEST_CASE("What claims do not state outright is hidden by them") {
    const Claims claims = claims_of("total = 310\n200 + 104 + c + d = total\nc in 1..4\n");
    CHECK(audit::not_stated(claims) == std::vector<Unknown>{*claims.find("c"), *claims.find("d")});
}

TEST_CASE("Where the search gives up nothing is said to be safe") {
    // That these can be true takes a linear programme to find out.
    const Publication publication = audit::publication_of(
        claims_of("percent a of b = 33.3%\npercent b of c = 12.7%\na + b + c in 900..2000\n"), 0);
    audit::DisclosureOptions options;
    CHECK(audit::protect(publication, options).verdict == Verdict::possible);
    options.recovery.give_up = [] { return true; };
    const Disclosure disclosure = audit::protect(publication, options);
    CHECK(disclosure.verdict == Verdict::undecided);
    CHECK(disclosure.hidden.empty());
}

TEST_CASE("Of a hidden number that is not decided nothing is told") {
    const Publication publication =
        audit::publication_of(claims_of("a = 3\nb = 40\nc = 50\nt = 93\na + b + c = t\n"), 4);
    audit::DisclosureOptions options;
    const Disclosure whole = audit::protect(publication, options);
    REQUIRE(whole.verdict == Verdict::possible);
    bool undecided = false;
    for (std::size_t end = 0; end < 1000; ++end) { // wherever it gives up
        std::size_t asked = 0;
        options.recovery.give_up = [&asked, end] { return ++asked > end; };
        const Disclosure disclosure = audit::protect(publication, options);
        const auto is_undecided = [](const audit::Suppressed& hidden) {
            return hidden.recovered.verdict == Verdict::undecided;
        };
        const auto count = static_cast<std::size_t>(
            std::count_if(disclosure.hidden.begin(), disclosure.hidden.end(), is_undecided));
        undecided = undecided || count > 0;
        CHECK(count_of("not decided", io::to_text(disclosure, publication, options, "t")) == count);
        CHECK(count_of("\"least\"", io::to_json(disclosure, publication, options)) ==
              disclosure.hidden.size() - count);
    }
    CHECK(undecided);
}

TEST_CASE("What a publication gives away may be left undecided, and that is said") {
    const Claims claims = claims_of("a + b = 5\nb <= 3\n");
    const std::vector<Unknown> hidden = audit::not_stated(claims);
    audit::RecoveryOptions options;
    std::size_t asked = 0;
    options.give_up = [&asked] { return ++asked > 2; };
    const std::string text =
        io::to_text(audit::recover(claims, hidden, options), claims, options, "t");
    CHECK(text == "t: 2 numbers are hidden. 0 are told by what is printed; of 2 it is not decided: "
                  "the search was given up.\n");
}
