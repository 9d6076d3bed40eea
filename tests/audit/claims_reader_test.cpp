#include "indicare/io/claims_reader.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims_told.hpp"

using namespace indicare;
using audit::test::told;
using quality::FindingCode;

namespace {

using Told = std::vector<std::string>;

/// The claims of a text that nothing is found in.
io::ClaimsRead read(const std::string& text) {
    quality::Findings findings;
    auto read = io::read_claims(text, "derby.claims", findings);
    for (const auto& finding : findings.kept())
        UNSCOPED_INFO(quality::to_text(finding));
    CHECK(findings.count() == 0);
    return read;
}

Told told_of(const std::string& text) {
    const auto claims = read(text).claims;
    Told all;
    for (const audit::Claim& claim : claims.all())
        all.push_back(told(claim, claims));
    return all;
}

Told texts_of(const std::string& text) {
    const auto claims = read(text).claims;
    Told all;
    for (const audit::Claim& claim : claims.all())
        all.push_back(claim.text);
    return all;
}

/// The findings of a text.
Told found_in(const std::string& text) {
    quality::Findings findings;
    const auto read = io::read_claims(text, "a", findings);
    CHECK(read.unreadable == findings.count_of(FindingCode::claim_unreadable));
    CHECK(read.not_confirmed == findings.count_of(FindingCode::claim_not_confirmed));
    Told all;
    for (const auto& finding : findings.kept())
        all.push_back(quality::to_text(finding));
    return all;
}

/// The finding of a text of one claim that cannot be read, of which no claim and no name is left.
std::string wrong(const std::string& text) {
    quality::Findings findings;
    const auto read = io::read_claims(text, "a", findings);
    CHECK(read.claims.size() == 0);
    CHECK(read.claims.names().empty());
    REQUIRE(findings.kept().size() == 1);
    CHECK(findings.kept()[0].code == FindingCode::claim_unreadable);
    return quality::to_text(findings.kept()[0]);
}

} // namespace

TEST_CASE("relations of whole numbers", "[claims]") {
    CHECK(told_of("stock = 620") == Told{"stock = 620"});
    CHECK(told_of("stock=31,010") == Told{"stock = 31010"});
    CHECK(told_of("stock = stock_2022 + started - ceased") ==
          Told{"stock = -ceased + started + stock_2022"});
    CHECK(told_of("a + b + c = total") == Told{"a + b + c = total"});
    CHECK(told_of("a <= b\na < b\na >= b\na > b") == Told{"a <= b", "a < b", "a >= b", "a > b"});
    CHECK(told_of("a + 2 b - 3 = 2 * b - 1,000 c") == Told{"a + 2b - 3 = 2b - 1000c"});
    CHECK(told_of("-a + 7 - 2 = -b") == Told{"-a + 5 = -b"});
    CHECK(told_of("a + a - b - a = 0 b + b - b") == Told{"a - b = 0"});
    CHECK(told_of("population.2022 < Population_2022") ==
          Told{"population.2022 < Population_2022"});
}

TEST_CASE("shares, rates and means", "[claims]") {
    CHECK(told_of("percent adopted of ceased = 16%") ==
          Told{"share adopted / ceased per 100 = 16, unit 1"});
    CHECK(told_of("percent adopted of ceased = 16.0") ==
          Told{"share adopted / ceased per 100 = 16.0, unit 1/10"});
    CHECK(told_of("percent a + b of 246 ~5 = 15%") ==
          Told{"share a + b / 246 per 100 = 15, unit 5"});
    CHECK(told_of("stock per 10000 population = 104") ==
          Told{"rate stock / population per 10000 = 104, unit 1"});
    CHECK(told_of("a + 1 per 1,000 b - c = 1,004.50") ==
          Told{"rate a + 1 / b - c per 1000 = 1004.50, unit 1/100"});
    CHECK(told_of("mean sdq_total / sdq_children = 15.3") ==
          Told{"mean sdq_total / sdq_children per 1 = 15.3, unit 1/10"});
    CHECK(told_of("mean a / b = -0.5") == Told{"mean a / b per 1 = -0.5, unit 1/10"});
}

TEST_CASE("rounded numbers", "[claims]") {
    CHECK(told_of("started_england ~10 = 31,010") ==
          Told{"number started_england / 1 per 1 = 31010, unit 10"});
    CHECK(told_of("a - b ~ 1,000 = -2,000") == Told{"number a - b / 1 per 1 = -2000, unit 1000"});
}

TEST_CASE("changes are a difference, a percentage or both", "[claims]") {
    CHECK(told_of("change stock_2022 -> stock = -7") == Told{"stock - stock_2022 = -7"});
    CHECK(told_of("change stock_2022 -> stock = -1.1%") ==
          Told{"change stock - stock_2022 / stock_2022 per 100 = -1.1, unit 1/10"});
    const Told both = {"stock - stock_2022 = -7",
                       "change stock - stock_2022 / stock_2022 per 100 = -1.1, unit 1/10"};
    CHECK(told_of("change stock_2022 -> stock = -7 (1.1%)") == both);
    CHECK(told_of("change stock_2022->stock = -7 (-1.1%)") == both);
    CHECK(texts_of("change stock_2022->stock=-7(1.1%)") ==
          Told{"change stock_2022 -> stock = -7", "change stock_2022 -> stock = -1.1%"});
    CHECK(told_of("change a -> b = +7 (1.1%)")[1] == "change -a + b / a per 100 = 1.1, unit 1/10");
    CHECK(told_of("change a -> b = 7 (-1.1%)")[1] == "change -a + b / a per 100 = -1.1, unit 1/10");
    CHECK(told_of("change a -> b = 0 (0%)") ==
          Told{"-a + b = 0", "change -a + b / a per 100 = 0, unit 1"});
    CHECK(told_of("change a + b -> b + c = 3") == Told{"-a + c = 3"});
    CHECK(told_of("change a -> b ~10 = -70 (1.1%)") ==
          Told{"number -a + b / 1 per 1 = -70, unit 10",
               "change -a + b / a per 100 = -1.1, unit 1/10"});
    CHECK(told_of("change a -> b ~5 = -10%") == Told{"change -a + b / a per 100 = -10, unit 5"});
}

TEST_CASE("a range is two relations", "[claims]") {
    CHECK(told_of("population in 59000..60,000") ==
          Told{"population >= 59000", "population <= 60000"});
    CHECK(texts_of("population in 59000..60,000") ==
          Told{"population >= 59000", "population <= 60,000"});
    CHECK(told_of("a - b in -5 .. +5") == Told{"a - b >= -5", "a - b <= 5"});
    CHECK(told_of("a in 7..7") == Told{"a >= 7", "a <= 7"});
}

TEST_CASE("the text of a claim has single blanks, and is read as the same", "[claims]") {
    const Told texts = {"stock = 620",
                        "a + 2 b - 3 = -b",
                        "percent adopted of ceased = 16%",
                        "stock per 10,000 population = 104",
                        "mean sdq_total / sdq_children = 15.3",
                        "change a -> b = -7",
                        "change a -> b ~10 = +70",
                        "change a -> b = -1.1%",
                        "started ~10 = 31,010",
                        "percent a of b ~5 = 15%"};
    std::string written;
    for (const std::string& text : texts)
        written += text + "\n";
    CHECK(texts_of(written) == texts);
    CHECK(texts_of("\t a+2*b-3=-b\r\npercent  adopted of\tceased=16 ; stock per 10,000 population "
                   "= 104 # so many\n") == Told{texts[1], texts[2], texts[3]});
}

TEST_CASE("claims have the place that was written down", "[claims]") {
    const auto claims = read("\xef\xbb\xbf# Derby, 2023\n"
                             "a = 1\n"
                             "[Numbers in care, by age, page 4, paragraph 4.2]  # begins here\n"
                             "\n"
                             "b = 2 ; c = 3\n"
                             " [page 5] d = 4\n"
                             "e = 5\n"
                             "[paragraph 6, page v\\, vi]\n"
                             "f = 6\n"
                             "[Table \\[1\\] # \\page 3; \\\\, paragraph 7]\n"
                             "g = 7\n"
                             "[] h = 8\n"
                             "i = 9\n"
                             "[]\n"
                             "j = 10")
                            .claims;
    const auto place = [&](audit::ClaimNumber number) {
        const audit::ClaimPlace& at = claims[number].place;
        CHECK(at.file == "derby.claims");
        return std::to_string(at.line) + "|" + at.label + "|" + at.page + "|" + at.paragraph;
    };
    REQUIRE(claims.size() == 10);
    CHECK(place(0) == "2|||");
    CHECK(place(1) == "5|Numbers in care, by age|4|4.2");
    CHECK(place(2) == "5|Numbers in care, by age|4|4.2");
    CHECK(place(3) == "6||5|");
    CHECK(place(4) == "7|Numbers in care, by age|4|4.2");
    CHECK(place(5) == "9||v, vi|6");
    CHECK(place(6) == "11|Table [1] # page 3; \\||7");
    CHECK(place(7) == "12|||");
    CHECK(place(8) == "13|Table [1] # page 3; \\||7");
    CHECK(place(9) == "15|||");
}

TEST_CASE("one name is one number, shared where that is said", "[claims]") {
    const auto claims = read("shared population\nb = a\na + population = 7").claims;
    REQUIRE(claims.names().size() == 3);
    CHECK(claims.name_of(0) == "b");
    CHECK(claims.name_of(1) == "a");
    CHECK(claims.name_of(2) == "population");
    CHECK(claims.is_declared_shared(2));
    CHECK_FALSE(claims.is_declared_shared(0));
}

TEST_CASE("a name that is apart is another number on each line after that", "[claims]") {
    CHECK(texts_of("a = n\n"
                   "apart n ; b = n\n"
                   "c = n ; d = 2 n\n"
                   "change n -> e = 3\n"
                   "n@3 = f") ==
          Told{"a = n", "b = n", "c = n@3", "d = 2 n@3", "change n@4 -> e = 3", "n@3 = f"});
    CHECK(read("apart n\na = n\nb = n").claims.names().size() == 4);
}

TEST_CASE("several files speak of the same numbers", "[claims]") {
    quality::Findings findings;
    io::ClaimsRead all;
    io::read_claims("a = 1\n? b = 2\napart n\na = n", "one", findings, all);
    io::read_claims("b = n\nb = a\napart n\na = n\n=", "two", findings, all);
    CHECK(all.claims.size() == 5);
    CHECK(all.not_confirmed == 1);
    CHECK(all.unreadable == 1);
    CHECK(all.claims[1].text == "a = n@4");
    CHECK(all.claims[1].place.file == "one");
    CHECK(all.claims[2].text == "b = n");
    CHECK(all.claims[4].text == "a = n@4.2"); // not the number of the file before
    CHECK(all.claims[4].place.file == "two");
    CHECK(all.claims.names().size() == 5); // a, n@4, b, n, n@4.2
}

TEST_CASE("what is proposed and not confirmed is left out", "[claims]") {
    quality::Findings findings;
    const auto read = io::read_claims("a = 1 ; ? percent foster of stock = 71.1% ; b = 2\n?",
                                      "derby.claims", findings);
    CHECK(read.claims.size() == 2);
    CHECK(read.not_confirmed == 2);
    CHECK(read.unreadable == 0);
    CHECK_FALSE(read.claims.find("foster"));
    REQUIRE(findings.count_of(FindingCode::claim_not_confirmed) == 2);
    CHECK(quality::to_text(findings.kept()[0]) ==
          "derby.claims:1: character 9 \"percent foster of stock = 71.1%\": it was proposed and is "
          "not confirmed; it was left out");
}

TEST_CASE("what cannot be read is a finding with its place", "[claims]") {
    CHECK(wrong("stock") ==
          "a:1: character 6: expected one of = <= < >= > ~ per in; the claim was left out");
    CHECK(wrong("\n\nstock == 620") ==
          "a:3: character 8 \"=\": expected a name or a number; the claim was left out");
    CHECK(wrong("stock = 620 225") ==
          "a:1: character 13 \"225\": expected the end of the claim; the claim was left out");
    CHECK(wrong("stock = 620%") ==
          "a:1: character 12 \"%\": expected the end of the claim; the claim was left out");
    CHECK(wrong("stock = 15.3") == "a:1: character 9 \"15.3\": expected a whole number, as numbers "
                                   "of children are; the claim was left out");
    CHECK(wrong("stock = 31,01") == "a:1: character 9 \"31,01\": expected a number such as 620, "
                                    "31,010 or 15.3; the claim was left out");
    CHECK(wrong("stock = 1e5") == "a:1: character 9 \"1e5\": expected a number such as 620, "
                                  "31,010 or 15.3; the claim was left out");
    CHECK(wrong("stock = 1,000,000,001") ==
          "a:1: character 9 \"1,000,000,001\": expected a number of at most 1,000,000,000; the "
          "claim was left out");
    CHECK(wrong("mean a / b = 1.0000000000001") ==
          "a:1: character 14 \"1.0000000000001\": expected no more than 12 decimal places; the "
          "claim was left out");
    CHECK(wrong("percent = 5") ==
          "a:1: character 9 \"=\": expected a name or a number; the claim was left out");
    CHECK(wrong("percent a = 5") == "a:1: character 11 \"=\": expected of; the claim was left out");
    CHECK(wrong("percent a of 0 = 5") == "a:1: character 14 \"0\": expected something that can be "
                                         "above 0; the claim was left out");
    CHECK(wrong("a per 0 b = 5") ==
          "a:1: character 7 \"0\": expected a whole number above 0; the claim was left out");
    CHECK(wrong("a per b = 5") == "a:1: character 7 \"b\": expected a number such as 620, 31,010 "
                                  "or 15.3; the claim was left out");
    CHECK(wrong("percent a of b ~5 = 15.0%") ==
          "a:1: character 21 \"15.0\": expected a whole number, since it is rounded to the nearest "
          "5; the claim was left out");
    CHECK(wrong("a in 5..3") == "a:1: character 9 \"3\": expected a number that is not below the "
                                "first; the claim was left out");
    CHECK(wrong("change a -> b = 1.1") ==
          "a:1: character 17 \"1.1\": expected a whole number, or a percentage with its % sign; "
          "the claim was left out");
    CHECK(wrong("change a -> b = 7 (1.1)") ==
          "a:1: character 23 \")\": expected %; the claim was left out");
    CHECK(wrong("change 0 -> b = 7 (1.1%)") ==
          "a:1: character 8 \"0\": expected something that can be above 0; the claim was left out");
    CHECK(wrong("2 * 3 = a") == "a:1: character 5 \"3\": expected a name; the claim was left out");
    CHECK(wrong("shared of") == "a:1: character 8 \"of\": expected a name; the claim was left out");
    CHECK(wrong("apart a b") ==
          "a:1: character 9 \"b\": expected the end of the claim; the claim was left out");
    CHECK(wrong("[Stock, page 4 \\] a = 1") ==
          "a:1: character 1 \"[Stock, page 4 \\] a = 1\": expected a ] where the place ends; the "
          "line was left out");
}

TEST_CASE("a position counts characters, and names what stands there", "[claims]") {
    CHECK(wrong(" [Zo\xc3\xab] stock \xe2\x89\xa4 3") ==
          "a:1: character 14 \"\xe2\x89\xa4\": expected one of = <= < >= > ~ per in; the claim was "
          "left out");
    CHECK(wrong(std::string("a \0 b", 5)) == "a:1: character 3 \"\\x00\": expected one of = <= < "
                                             ">= > ~ per in; the claim was left out");
    CHECK(found_in("a = 1 ; \xe2\x80\x93 ; b =\nc = 2") ==
          Told{"a:1: character 9 \"\xe2\x80\x93\": expected a name or a number; the claim was left "
               "out",
               "a:1: character 16: expected a name or a number; the claim was left out"});
}

TEST_CASE("a name is not both shared and apart", "[claims]") {
    CHECK(found_in("shared n\napart n") ==
          Told{"a:2: character 7 \"n\": the name is said to be shared; that it is apart was left "
               "out"});
    CHECK(found_in("apart n ; shared n") ==
          Told{"a:1: character 18 \"n\": the name is said to be apart; that it is shared was left "
               "out"});
}
