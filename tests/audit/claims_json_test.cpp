#include "indicare/io/claims_reader.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace indicare;
using quality::FindingCode;

namespace {

using Told = std::vector<std::string>;

/// The texts of the claims, each with its place, and then the findings.
Told read(const std::string& text) {
    quality::Findings findings;
    const auto read = io::read_claims(text, "a.json", findings);
    CHECK(read.unreadable == findings.count_of(FindingCode::claim_unreadable));
    CHECK(read.not_confirmed == findings.count_of(FindingCode::claim_not_confirmed));
    Told told;
    for (const audit::Claim& claim : read.claims.all())
        told.push_back(std::to_string(claim.place.line) + "|" + claim.place.label + "|" +
                       claim.place.page + "|" + claim.place.paragraph + "|" + claim.text);
    for (const auto& finding : findings.kept())
        told.push_back(quality::to_text(finding));
    return told;
}

} // namespace

TEST_CASE("claims are read from JSON", "[claims]") {
    CHECK(read(R"(
        {"claims": [
            {"claim": "stock = 620", "label": "Numbers, in care", "page": "4",
             "paragraph": "4.2", "confirmed": true},
            "started = 225",
            {"claim": "population in 1..2 ; a = 3"}]})") ==
          Told{"1|Numbers, in care|4|4.2|stock = 620", "2||||started = 225", "3||||population >= 1",
               "3||||population <= 2", "3||||a = 3"});
    CHECK(read("{}").empty());
    CHECK(read("\xef\xbb\xbf \n{\"claims\": []}").empty());
}

TEST_CASE("names are shared and apart in JSON, wherever that stands", "[claims]") {
    quality::Findings findings;
    const auto read = io::read_claims(
        R"({"shared": ["n"], "claims": ["a = m", "n = m"], "apart": ["m"]})", "a", findings);
    CHECK(findings.count() == 0);
    CHECK(read.claims[0].text == "a = m@1");
    CHECK(read.claims[1].text == "n = m@2");
    CHECK(read.claims.is_declared_shared(read.claims.find("n").value()));
}

TEST_CASE("what is not confirmed in JSON is left out", "[claims]") {
    CHECK(read(R"({"claims": [{"claim": "a = 1", "confirmed": false}, "? b = 2"]})") ==
          Told{"a.json:1: confirmed \"a = 1\": it was proposed and is not confirmed; it was left "
               "out",
               "a.json:2: character 1 \"b = 2\": it was proposed and is not confirmed; it was "
               "left out"});
}

TEST_CASE("what is wrong in JSON is a finding", "[claims]") {
    CHECK(read(R"({"claims": ["a =", 7, {"page": "4"}, {"claim": ["a = 1"]}, "b = 1"]})") ==
          Told{"5||||b = 1",
               "a.json:1: character 4: expected a name or a number; the claim was left out",
               "a.json:2: claim \"7\": expected a claim as text; it was left out",
               "a.json:3: claim \"{\"page\":\"4\"}\": expected a claim as text; it was left out",
               "a.json:4: claim \"{\"claim\":[\"a = 1\"]}\": expected a claim as text; it was left "
               "out"});
    CHECK(
        read(R"({"claims": [{"claim": "a = 1", "page": 4, "pages": "5", "label": "x\ny"}]})") ==
        Told{"1||||a = 1",
             "a.json:1: page \"4\": expected one line of text; the member was passed over",
             "a.json:1: pages \"5\": expected claim, label, page, paragraph or confirmed; the "
             "member was passed over",
             "a.json:1: label \"x\\x0ay\": expected one line of text; the member was passed over"});
    CHECK(read(R"({"claims": [{"claim": "a = 1", "confirmed": "yes"}]})") ==
          Told{"a.json:1: confirmed \"yes\": expected true or false; it was read as false",
               "a.json:1: confirmed \"a = 1\": it was proposed and is not confirmed; it was left "
               "out"});
    CHECK(read(R"({"claims": {}, "shared": ["a b", 3], "apart": "n", "note": null})") ==
          Told{"a.json: note \"null\": expected claims, shared or apart; the member was passed "
               "over",
               "a.json: apart \"n\": expected a list; it was not read",
               "a.json: claims \"{}\": expected a list; it was not read",
               "a.json: shared \"a b\": expected a name; it was left out",
               "a.json: shared \"3\": expected a name; it was left out"});
    CHECK(read(R"({"claims": ["a = 1"], "claims": ["b = 2"]})") ==
          Told{"1||||b = 2", "a.json: claims: the member stands twice; the last one was read"});
    CHECK(read(R"({"claims": ["[page 4] a = 1"]})") ==
          Told{"a.json:1: character 1 \"[\": expected a name or a number; the claim was left out"});
}

TEST_CASE("what is no JSON is not read", "[claims]") {
    CHECK(read(R"({"claims": ["a = 1")") ==
          Told{"a.json: byte 20: expected JSON; the file was not read"});
    CHECK(read("{\"claims\": [1e999]}").size() == 1);
    CHECK(read("{\"claims\": [\"\xff\"]}").size() == 1);
    CHECK(read("{\"claims\": [[[[]]]]}") ==
          Told{"a.json: expected lists and objects no deeper than those of claims; the file was "
               "not read"});
    CHECK(read("{\"claims\": [[[]]]}") ==
          Told{"a.json:1: claim \"[[]]\": expected a claim as text; it was left out"});
}
