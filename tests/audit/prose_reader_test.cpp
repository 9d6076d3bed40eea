#include "indicare/io/prose_reader.hpp"
#include "support/folders.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace indicare;

namespace {

using Lines = std::vector<std::string>;

/// So that the report's own year is 2023.
const std::string year_told = "The position is that of 31 March 2023.\n\n";

Lines claims_of(const io::Proposals& proposals) {
    Lines claims;
    for (const io::ProposedClaim& claim : proposals.claims)
        claims.push_back(claim.claim);
    return claims;
}

/// The claims that a text of 2023 is understood to make.
Lines claims(const std::string& text) {
    return claims_of(io::propose_claims(year_told + text));
}

/// The numbers of a text that are missed, each with the reason.
Lines missed(const std::string& text) {
    Lines numbers;
    for (const io::MissedNumber& number : io::propose_claims(text).missed)
        numbers.push_back(number.number + ": " + number.why);
    return numbers;
}

Lines no_figures(const std::string& text) {
    Lines numbers;
    for (const io::MissedNumber& number : io::propose_claims(text).no_figures)
        numbers.push_back(number.number + ": " + number.why);
    return numbers;
}

std::string read_file(const std::string& name) {
    std::ifstream file(tests::test_file("audit/data/") + name, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// The pieces of a text between its bars.
Lines split(std::string_view text) {
    Lines pieces(1);
    for (const char character : text) {
        if (character == '|')
            pieces.emplace_back();
        else
            pieces.back() += character;
    }
    return pieces;
}

/// How many digits all the numbers have that proposals account for.
std::size_t digits_accounted(const io::Proposals& proposals) {
    std::size_t digits = 0;
    for (const io::ProposedClaim& claim : proposals.claims)
        for (const std::string& number : claim.numbers)
            digits += digits_in(number);
    for (const io::MissedNumber& number : proposals.missed)
        digits += digits_in(number.number);
    for (const io::MissedNumber& number : proposals.no_figures)
        digits += digits_in(number.number);
    return digits;
}

} // namespace

TEST_CASE("numbers are told as they are printed") {
    const auto numbers = [](const std::string& text) {
        Lines all;
        for (const io::ProposedClaim& claim : io::propose_claims(year_told + text).claims)
            all.insert(all.end(), claim.numbers.begin(), claim.numbers.end());
        return all;
    };
    CHECK(numbers("Twenty-one young people left care.") == Lines{"Twenty-one"});
    CHECK(numbers("ONE HUNDRED  and\ntwelve children went missing.") ==
          Lines{"ONE HUNDRED and twelve"});
    const std::string why = ": a negative number that is no change";
    CHECK(missed("It was -2\u00a0%, then -3 % and later -4 per  Cent.") ==
          Lines{"-2\u00a0%" + why, "-3 %" + why, "-4 per Cent" + why});
}

TEST_CASE("counts are proposed") {
    CHECK(claims("There were 620 children in care on that day.") == Lines{"stock = 620"});
    CHECK(claims("In all 225 children started to be looked after.") == Lines{"started = 225"});
    CHECK(claims("The number of children looked after was 620.") == Lines{"stock = 620"});
    CHECK(claims("Twenty-one young people left care.") == Lines{"ceased = 21"});
    CHECK(claims("One hundred and twelve children went missing.") == Lines{"missing = 112"});
    CHECK(claims("37 unaccompanied asylum-seeking children were in care.") ==
          Lines{"unaccompanied = 37"});
    CHECK(claims("37 of the 232 children who left care were adopted.") ==
          Lines{"adopted = 37", "ceased = 232"});
    CHECK(claims("We had 620 children in care, of whom 441 were in foster placements.") ==
          Lines{"stock = 620", "foster = 441"});
    CHECK(claims("20 children were adopted and 12 went missing.") ==
          Lines{"adopted = 20", "missing = 12"});
}

TEST_CASE("rates are proposed") {
    CHECK(claims("There are 620 children in care (104 per 10,000).") ==
          Lines{"stock = 620", "stock per 10000 population = 104"});
    CHECK(claims("225 children entered care, a rate of 35 per 10,000.") ==
          Lines{"started = 225", "started per 10000 population = 35"});
    CHECK(claims("The rate of children leaving care was 38 for every 10,000.") ==
          Lines{"ceased per 10000 population = 38"});
    CHECK(claims("Rates are per 1,000. The rate of admissions to care is 3.5.") ==
          Lines{"started per 1000 population = 3.5"});
    CHECK(missed("The rate of admissions to care is 35.") ==
          Lines{"35: a rate, and for how many is not told"});
}

TEST_CASE("percentages are proposed of what they are of") {
    CHECK(claims("16% of children who ceased to be looked after were adopted.") ==
          Lines{"percent adopted of ceased = 16%"});
    CHECK(claims("Of all children in care, 71.1% were in foster placements.") ==
          Lines{"percent foster of stock = 71.1%"});
    CHECK(claims("65 per cent of foster placements were with independent fostering agencies.") ==
          Lines{"percent foster_agency of foster = 65%"});
    CHECK(claims("The proportion adopted was 16% of those leaving care.") ==
          Lines{"percent adopted of ceased = 16%"});
    CHECK(claims("10.5% of children in care at any time in the year went missing.") ==
          Lines{"percent missing of in_year = 10.5%"});
    CHECK(claims("12% of children in care had three or more placements.") ==
          Lines{"percent three_placements of stock = 12%"});
    CHECK(claims("Of the 232 children who left care, 37 (16%) were adopted.") ==
          Lines{"ceased = 232", "adopted = 37", "percent adopted of ceased = 16%"});
    CHECK(claims("16% (37 of 232) of children who left care were adopted.") ==
          Lines{"percent adopted of ceased = 16%", "adopted = 37", "ceased = 232"});
    CHECK(claims("16% of children leaving care moved abroad.") ==
          Lines{"percent figure_3 of ceased = 16%"}); // after 31 and 2023
}

TEST_CASE("changes are proposed with their direction") {
    const std::string of_stock = "There were 620 children in care. ";
    const auto change = [&](const std::string& text) {
        Lines all = claims(of_stock + text);
        REQUIRE_FALSE(all.empty());
        CHECK(all.front() == "stock = 620");
        all.erase(all.begin());
        return all;
    };
    CHECK(change("This is a decrease of seven children, equating to 1.1%.") ==
          Lines{"change stock_2022 -> stock = -7 (1.1%)"});
    CHECK(change("That is a reduction of seven (1.1%).") ==
          Lines{"change stock_2022 -> stock = -7 (1.1%)"});
    CHECK(change("It fell by 1.1% (seven children).") ==
          Lines{"change stock_2022 -> stock = -7 (1.1%)"});
    CHECK(change("There were seven fewer children than last year.") ==
          Lines{"change stock_2022 -> stock = -7"});
    CHECK(change("This is 1.1% lower than the previous year.") ==
          Lines{"change stock_2022 -> stock = -1.1%"});
    CHECK(change("That is a change of -7.") == Lines{"change stock_2022 -> stock = -7"});
    CHECK(change("It is 58 more than in 2019.") == Lines{"change stock_2019 -> stock = 58"});
    CHECK(claims("Children in care fell from 627 to 620.") ==
          Lines{"stock_2022 = 627", "stock = 620"});
    CHECK(claims("The number of children in care fell from 642 in 2021 to 620 in 2023.") ==
          Lines{"stock_2021 = 642", "stock = 620"});
    CHECK(claims("The number of unaccompanied children rose by 19% to 37, up from 31.") ==
          Lines{"change unaccompanied_2022 -> unaccompanied = 19%", "unaccompanied = 37",
                "unaccompanied_2022 = 31"});
    CHECK(
        claims("A 45% rise in unaccompanied children to 31 was seen in 2021/22.") ==
        Lines{"change unaccompanied_2021 -> unaccompanied_2022 = 45%", "unaccompanied_2022 = 31"});
    CHECK(claims("Adoptions rose from 13.8% to 16% of children leaving care.") ==
          Lines{"percent adopted_2022 of ceased_2022 = 13.8%", "percent adopted of ceased = 16%"});
}

TEST_CASE("other areas and years have names of their own") {
    CHECK(claims("There are 104 children in care per 10,000, against 70 for England, 65 in the "
                 "East Midlands and a comparator average of 82.") ==
          Lines{"stock per 10000 population = 104",
                "stock_england per 10000 population_england = 70",
                "stock_region per 10000 population_region = 65",
                "stock_neighbours per 10000 population_neighbours = 82"});
    CHECK(claims("620 children were in care, compared to 627 the previous year.") ==
          Lines{"stock = 620", "stock_2022 = 627"});
    CHECK(claims("In 2021/22, 13.8% of those who left care were adopted; nationally 9.8%.") ==
          Lines{"percent adopted_2022 of ceased_2022 = 13.8%",
                "percent adopted_england_2022 of ceased_england_2022 = 9.8%"});
    CHECK(claims("On 30 September 2022 there were 611 children in care.") ==
          Lines{"stock_september_2022 = 611"});
    CHECK(claims_of(io::propose_claims("620 children were in care, and 627 last year.")) ==
          Lines{"stock = 620", "stock_last_year = 627"});
}

TEST_CASE("a bracket behind a figure that tells another one is not about it") {
    CHECK(claims("16% of those leaving care were adopted (England 10%, East Midlands 13%).") ==
          Lines{"percent adopted of ceased = 16%",
                "percent adopted_england of ceased_england = 10%",
                "percent adopted_region of ceased_region = 13%"});
    CHECK(claims("There were 620 children in care (2022: 627).") ==
          Lines{"stock = 620", "stock_2022 = 627"});
    CHECK(claims("104 children in care per 10,000 (England).") ==
          Lines{"stock_england per 10000 population_england = 104"});
}

TEST_CASE("the whole that a part is told of is not the part") {
    CHECK(claims("37 (16%) of the 232 children who left care were adopted.") ==
          Lines{"ceased = 232"});
    CHECK(claims("37 out of 232 children who left care were adopted.") == Lines{"ceased = 232"});
}

TEST_CASE("days are those that are written") {
    CHECK(claims("On 30/09/2022 there were 611 children in care.") ==
          Lines{"stock_september_2022 = 611"});
    CHECK(claims("On 30.9.22 there were 611 children in care.") ==
          Lines{"stock_september_2022 = 611"});
    CHECK(claims("On 31.03.2022 there were 611 children in care.") == Lines{"stock_2022 = 611"});
}

TEST_CASE("places are not seen in the names of other things") {
    CHECK(claims("The London Borough of Barnet had 330 children in care.") == Lines{"stock = 330"});
    CHECK(claims("37 unaccompanied children came through the National Transfer Scheme.") ==
          Lines{"unaccompanied = 37"});
    CHECK(claims("In London 330 children were in care.") == Lines{"stock_region = 330"});
}

TEST_CASE("marks and blanks of any kind stand round numbers") {
    CHECK(claims("16\u2009% of children leaving care were adopted.") ==
          Lines{"percent adopted of ceased = 16%"});
    CHECK(claims("\u25CF620\u00B9 children in care.") == Lines{"stock = 620"});
    CHECK(claims("~620 children in care.") == Lines{"stock ~10 = 620"});
    CHECK(claims("There were approx. 600 children in care.") == Lines{"stock ~100 = 600"});
}

TEST_CASE("means and rounded counts are proposed") {
    CHECK(claims("The average SDQ score of 15.3 is above the national average of 13.8.") ==
          Lines{"mean sdq_total / sdq_children = 15.3",
                "mean sdq_total_england / sdq_children_england = 13.8"});
    CHECK(claims("Around 31,010 children started to be looked after in England.") ==
          Lines{"started_england ~10 = 31,010"});
    CHECK(claims("About 600 children are in care.") == Lines{"stock ~100 = 600"});
    CHECK(claims("To the nearest 5, 85 children were adopted.") == Lines{"adopted ~5 = 85"});
    CHECK(missed("About 16% of children in care were fostered.") ==
          Lines{"16%: rounded, and to what is not told"});
}

TEST_CASE("a figure without a subject takes the last of its paragraph, or a name of its own") {
    CHECK(claims("Adoptions have risen. There were 20 children this year.") ==
          Lines{"adopted = 20"});
    CHECK(claims("Adoptions\n\nThere were 20 children this year.") == Lines{"adopted = 20"});
    CHECK(claims("Adoptions have risen.\n\nThere were 20 children at the fair.") ==
          Lines{"figure_3 = 20"}); // after 31 and 2023
}

TEST_CASE("what is no figure is told apart, with the reason") {
    CHECK(
        no_figures("4.2 On 31 March 2023, children aged 16 to 17 and 0 to 18-year olds, per "
                   "10,000, in 2022/23 and 2024, NI63, the 3rd, paragraph 12, 20 miles, 12 months, "
                   "at 10:30, 3 or more moves, on 31/03/22, under 16.\n") ==
        Lines{"4.2: the number of a paragraph",
              "31: a date",
              "2023: a date",
              "16: an age",
              "17: an age",
              "0: an age",
              "18: an age",
              "10,000: what a rate is for",
              "2022: a year",
              "23: a year",
              "2024: a year",
              "63: part of a name",
              "3: an ordinal number",
              "12: a reference",
              "20: a distance",
              "12: a length of time",
              "10: a time of day",
              "30: a time of day",
              "3: a threshold",
              "31: a date",
              "03: a date",
              "22: a date",
              "16: an age"});
    CHECK(no_figures("Care.\n\n12\n\fHomes.") == Lines{"12: the number of a page"});
}

TEST_CASE("what is cut out of another number is no figure") {
    CHECK(no_figures("There were 1,2345 children in care.") ==
          Lines{"1,2345: digits and commas that are no number"});
    CHECK(no_figures("See 4.2.1 of the plan.") == Lines{"4.2.1: a section or a date"});
    CHECK(no_figures("Of them .5% were adopted.") == Lines{"5%: part of a name"});
    CHECK(claims("10,000 children were adopted. 1,234,567 children were in care.") ==
          Lines{"adopted = 10,000", "stock = 1,234,567"});
}

TEST_CASE("what is not understood is told, with the reason") {
    CHECK(missed("We spent £2.4 million. Members made 3 remarks.") ==
          Lines{"2.4: an amount of money", "3: what it counts is not told"});
    CHECK(missed("Over 600 children were in care and 1 in 10 were missing.") ==
          Lines{"600: a bound and no figure", "1: a share in words", "10: a share in words"});
    CHECK(missed("Between 10 and 20 children were adopted.") ==
          Lines{"10: a range", "20: a range"});
    CHECK(missed("The rate of children in care rose by 3%.") ==
          Lines{"3%: a change of a rate or a percentage, which no claim says"});
    CHECK(missed("Adoptions rose by 2 percentage points.") == Lines{"2: percentage points"});
    CHECK(missed("Our target is 20% for adoptions.") == Lines{"20%: a target or a forecast"});
    CHECK(missed("Foster carers went to 12 training sessions.") ==
          Lines{"12: what it counts is not told"});
    CHECK(missed("620 and 627 children were in care respectively.") ==
          Lines{"620: figures that are told respectively",
                "627: figures that are told respectively"});
    for (const auto* bound : {"< ", "> ", "\u2264", "\u2265", "A maximum of ", "Nearly "})
        CHECK(missed(std::string(bound) + "5 children were adopted.") ==
              Lines{"5: a bound and no figure"});
    for (const auto* range : {"Between five and ten", "Five to ten", "Nine or ten"})
        CHECK(missed(std::string(range) + " children were adopted.") == Lines{"ten: a range"});
    CHECK(missed("One in ten children was missing, four out of five were fostered.") ==
          Lines{"ten: a share in words"});
    CHECK(missed("9 out of 10 children in care were fostered.") ==
          Lines{"9: a share in words", "10: a share in words"});
    CHECK(missed("Two thirds of 232 children were adopted.") == Lines{"232: a share in words"});
    CHECK(missed("Two thousand and seven children were in care.") ==
          Lines{"seven: part of a longer number"});
    CHECK(missed("There were 31 600 children in care.") ==
          Lines{"31: part of a longer number", "600: part of a longer number"});
    CHECK(
        missed("The rate was 104 per 10 000 children in care.") ==
        Lines{"104: a rate, and for how many is not told", "000: too long a number to be claimed"});
    CHECK(missed("179 children were not fostered.") == Lines{"179: a number of what is not so"});
    CHECK(missed("There were 99999999999 children in care.") ==
          Lines{"99999999999: too long a number to be claimed"});
    CHECK(missed("| 562 | 588 |") ==
          Lines{"562: what it counts is not told", "588: what it counts is not told"});
}

TEST_CASE("what is counted besides children is no number of them") {
    const std::string why = ": a number of something else than children";
    CHECK(missed("We have 120 foster carers and 12 children's homes for looked after children.") ==
          Lines{"120" + why, "12" + why});
    CHECK(missed("95% of reviews of looked after children were held in time.") ==
          Lines{"95%" + why});
    CHECK(claims("37 children lived with foster carers.") == Lines{"foster = 37"});
    CHECK(claims("12 children were placed in children's homes.") == Lines{"residential = 12"});
    CHECK(claims("37 children returned home.") == Lines{"returned_home = 37"});
}

TEST_CASE("some of the children are not all of them") {
    const std::string why = ": a number of some of the children, which no name is for";
    CHECK(missed("There were 620 looked after children, 340 boys and 280 girls.") ==
          Lines{"340" + why, "280" + why});
    CHECK(missed("16% of the girls who left care were adopted.") == Lines{"16%" + why});
}

TEST_CASE("what happens over several years is of no one year") {
    CHECK(claims("The number of looked after children rose by 57 between 2019 and 2023.") ==
          Lines{"change stock_2019 -> stock = 57"});
    CHECK(claims("Between 2019 and 2023 the number of looked after children rose from 563 to "
                 "620.") == Lines{"stock_2019 = 563", "stock = 620"});
    CHECK(missed("Between 2019 and 2023 37 children were adopted.") ==
          Lines{"37: a number of several years"});
    CHECK(missed("From 2019 to 2023, 37 children were adopted.") ==
          Lines{"37: a number of several years"});
    for (const auto* years : {"over five years", "in 5 years", "over the past three years",
                              "within a period of several years"})
        CHECK(missed("The number of looked after children fell by 7 " + std::string(years) + ".") ==
              Lines{"7: a change over several years"});
    CHECK(claims("The number of looked after children fell by 7 in the year.") ==
          Lines{"change stock_2022 -> stock = -7"});
}

TEST_CASE("a rise and its percentage have one sign") {
    CHECK(claims("The number of looked after children rose by 7 (-1.1%).") ==
          Lines{"change stock_2022 -> stock = 7"});
    CHECK(claims("The number of looked after children fell by 7 (-1.1%).") ==
          Lines{"change stock_2022 -> stock = -7 (1.1%)"});
}

TEST_CASE("places in the text are told") {
    const io::Proposals proposals =
        io::propose_claims("Care\n\n4.2 Caf\xC3\xA9 notes: 620 children\nin care,\n104 per "
                           "10,000.\n\f4.3 Twelve children were adopted.\n");
    REQUIRE(proposals.claims.size() == 3);
    const auto& [stock, rate, adopted] =
        std::tie(proposals.claims[0], proposals.claims[1], proposals.claims[2]);
    CHECK(stock.claim == "stock = 620");
    CHECK((stock.line == 3 && stock.column == 17));
    CHECK((stock.page == "1" && stock.paragraph == "4.2"));
    CHECK(stock.sentence == "Caf\xC3\xA9 notes: 620 children in care, 104 per 10,000.");
    CHECK((rate.line == 5 && rate.column == 1));
    CHECK(adopted.claim == "adopted = 12");
    CHECK((adopted.line == 6 && adopted.page == "2" && adopted.paragraph == "4.3"));
    CHECK(proposals.year == 0);
}

TEST_CASE("a page of a report is read as written down by hand") {
    const io::Proposals proposals = io::propose_claims(read_file("example_report.txt"));
    CHECK(proposals.year == 2023);
    CHECK(io::to_claims_text(proposals, "example_report.txt") ==
          read_file("example_report.claims"));
}

TEST_CASE("the claims file tells how much was understood") {
    const std::string text = io::to_claims_text(
        io::propose_claims("There were 620 children\nin care. We held 3 fairs in 2023."),
        "a\nb.txt");
    CHECK(text ==
          "# Claims proposed from a b.txt\n"
          "# Take the ? from before a claim that the report makes, mend one that it makes "
          "otherwise,\n"
          "# and strike out the others. What stands behind a ? is not audited.\n"
          "# Names without a year are of 2023.\n"
          "\n"
          "# line 1: There were 620 children in care.\n"
          "? stock = 620\n"
          "\n"
          "# Numbers in the text: 3; in proposals: 1; not understood: 1; no figures: 1\n"
          "#\n"
          "# Not understood:\n"
          "#   line 2, column 18: 3 (what it counts is not told): We held 3 fairs in 2023.\n"
          "#\n"
          "# No figures:\n"
          "#   line 2, column 29: 2023 (a year)\n");
}

TEST_CASE("every number of a text is in one claim, missed, or no figure") {
    const Lines pieces =
        split("620|1.1%|10,000|seven|31 March 2023|2021/22|children|in care|adopted|rose by|"
              "from|to|of the|(|)|,|.|\n\n|\n|per|England|last year|a rate of|%|-7|4.2|\f|"
              "more than|aged 16|16-17|X9|1.2.3|was|SDQ|score|not|/|£|average|compared to|"
              "37 (16%)|\xE2\x80\x93|percent|nearest|around|12:30|0|00|\xFF|a fall of four|"
              "who left care|16% (37 of 232)|and|between|in|;");
    CHECK(rc::check("nothing is lost or counted twice", [&] {
        const auto chosen = *rc::gen::container<Lines>(rc::gen::elementOf(pieces));
        std::string text;
        for (const std::string& piece : chosen)
            text += piece + (*rc::gen::inRange(0, 8) == 0 ? "" : " ");
        const io::Proposals proposals = io::propose_claims(text);
        RC_ASSERT(digits_accounted(proposals) == digits_in(text));
        for (const io::ProposedClaim& claim : proposals.claims) {
            RC_ASSERT(!claim.claim.empty());
            RC_ASSERT(!claim.numbers.empty());
            RC_ASSERT(claim.claim.find('\n') == std::string::npos);
        }
    }));
    const std::string report = read_file("example_report.txt");
    const io::Proposals proposals = io::propose_claims(report);
    CHECK(digits_accounted(proposals) == digits_in(report));
    CHECK(proposals.numbers() ==
          proposals.used() + proposals.missed.size() + proposals.no_figures.size());
}

TEST_CASE("hostile texts are read safely and in a time that grows with their length") {
    const std::size_t many = 1'000'000; // of one character; repeated texts are a fifth of it
    const auto repeated = [&](std::string_view piece) {
        std::string text;
        while (text.size() < many / 5)
            text += piece;
        return text;
    };
    for (const std::string& text :
         {std::string(many, 'a'), std::string(many, '7'), std::string(many, '\0'),
          std::string(many, '\xFF'), std::string(many, '('), std::string(many, '\n'),
          std::string(many, '\f'), repeated("1 "), repeated("1,000,"), repeated("1.1."),
          repeated("children in care "), repeated("England 2022 "), repeated("-1 "),
          repeated("fell by 7 (1%) "), repeated("9% (3 of 4) "), repeated("one hundred "),
          repeated("\xE2\x80\x93"
                   "7"),
          repeated("from 7 to ")}) {
        const std::clock_t begin = std::clock(); // of the processor: others may use it, too
        const io::Proposals proposals = io::propose_claims(text);
        CHECK(digits_accounted(proposals) == digits_in(text));
        const std::clock_t taken = std::clock() - begin;
        INFO(text.substr(0, 20));
        CHECK(taken < 30 * CLOCKS_PER_SEC);
    }
    const std::string bytes("12 children\0 in \xC3 care, \xED\xA0\x80 620", 32);
    CHECK(io::to_claims_text(io::propose_claims(bytes), "x").find('\0') == std::string::npos);
}
