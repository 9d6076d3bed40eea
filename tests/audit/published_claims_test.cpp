#include "indicare/io/published_claims.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "claims_told.hpp"
#include "indicare/audit/audit.hpp"
#include "indicare/audit/law.hpp"
#include "indicare/io/claims_reader.hpp"

using namespace indicare;
using audit::test::told;
using quality::FindingCode;

namespace {

const std::string places = "time_period,time_identifier,geographic_level,country_code,country_name,"
                           "region_code,region_name,old_la_code,la_name,new_la_code,";
const std::string header = places + "cla_group,characteristic,number,percentage\n";
const std::string england = "2023,Reporting year,National,E92000001,England,,,,,,";
const std::string midlands =
    "2023,Reporting year,Regional,E92000001,England,E12000004,East Midlands,,,,";

std::string authority(const std::string& name, const std::string& code) {
    return "2023,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831," +
           name + "," + code + ",";
}
const std::string derby = authority("Derby", "E06000015");

std::string place(int number) {
    const std::string digits = std::to_string(number);
    return authority("Place " + digits, "E070000" + std::string(2 - digits.size(), '0') + digits);
}

/// A percentage, half up.
std::string percent(int part, int whole) {
    return std::to_string((200 * part + whole) / (2 * whole));
}

/// Three rows each of so many places: boys 10 and more, girls 20 and more, all shown. They stand
/// from line 2 on.
std::string girls_and_boys(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        const int boys = 10 + i;
        const int girls = 20 + 2 * i;
        const int all = boys + girls;
        const auto row = [&](const std::string& label, int number) {
            text += place(i) + "Gender," + label + "," + std::to_string(number) + "," +
                    percent(number, all) + "\n";
        };
        row("Female", girls);
        row("Male", boys);
        row("Total", all);
    }
    return text;
}

struct Read {
    io::PublishedClaims published;
    quality::Findings findings;

    explicit Read(std::initializer_list<std::string> texts) {
        std::string file = "a.csv";
        for (const std::string& text : texts) {
            CHECK(published.read(text, file, findings));
            ++file[0];
        }
        published.finish();
    }

    const audit::Claims& claims() const { return published.claims(); }

    std::vector<std::string> told_of(std::string_view name) const {
        std::vector<std::string> all;
        for (const audit::Claim& claim : claims().all())
            if (claim.text.find(name) != std::string::npos)
                all.push_back(claim.place.file + ":" + std::to_string(claim.place.line) + " " +
                              claim.text);
        return all;
    }

    std::vector<std::string> hidden() const {
        std::vector<std::string> all;
        for (const auto& one : published.hidden())
            all.push_back(claims().name_of(one.unknown) + " | " + one.file + ":" +
                          std::to_string(one.line) + " " + one.column + " | " + one.what);
        return all;
    }

    const audit::Law& law(std::string_view words) const {
        const auto laws = published.laws();
        const auto at = std::find_if(laws.begin(), laws.end(), [words](const audit::Law& law) {
            return law.words.find(words) != std::string::npos;
        });
        for (const audit::Law& one : laws)
            UNSCOPED_INFO(one.words);
        REQUIRE(at != laws.end());
        return *at;
    }

    std::vector<std::string> found() const {
        std::vector<std::string> all;
        for (const auto& finding : findings.kept())
            all.push_back(quality::to_text(finding));
        return all;
    }
};

/// What an unknown can be if all claims are true: `18` or `13..22`.
std::string range_of(const Read& read, std::string_view name) {
    const audit::Audit audited = audit::audit(read.claims());
    REQUIRE(audited.verdict == audit::Verdict::possible);
    const auto unknown = read.claims().find(name);
    REQUIRE(unknown);
    for (const audit::UnknownRange& one : audited.unknowns)
        if (one.unknown == *unknown) {
            CHECK(one.is_certain);
            const std::string least = exact::to_text(one.range.least);
            return one.is_pinned() ? least : least + ".." + exact::to_text(one.range.most);
        }
    return "any";
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("what one hidden cell is follows from the total") {
    const Read read{header + girls_and_boys(21) + derby + "Gender,Female,c,c\n" + derby +
                    "Gender,Male,12,40\n" + derby + "Gender,Total,30,100\n"};
    CHECK(read.found().empty());
    const audit::Law& law = read.law("is the sum of");
    CHECK(law.words == "Gender: Total is the sum of the 2 other rows of its group");
    CHECK(law.is_used);
    CHECK(law.held == 21);
    CHECK(law.within == 0);
    CHECK(law.claims == 1); // where all three are shown it says nothing new
    CHECK(read.claims()[law.first_claim].text ==
          "E06000015.2023.gender.female + E06000015.2023.gender.male = "
          "E06000015.2023.gender.total");
    CHECK(read.hidden() ==
          Texts{"E06000015.2023.gender.female | a.csv:65 number | Derby 2023, Gender: Female"});
    CHECK(range_of(read, "E06000015.2023.gender.female") == "18");
    CHECK(read.published.counts().cells == 22 * 6);
    CHECK(read.published.counts().withheld_figures == 1);
    CHECK(read.published.counts().figures_passed_over == 22); // the totals' 100%
}

TEST_CASE("two hidden cells are not told apart by their total") {
    const Read read{header + girls_and_boys(20) + derby + "Gender,Female,c,c\n" + derby +
                    "Gender,Male,c,c\n" + derby + "Gender,Total,7,100\n"};
    CHECK(range_of(read, "E06000015.2023.gender.female") == "0..7");
    CHECK(read.hidden().size() == 2);
}

TEST_CASE("a percentage gives a hidden total away") {
    // 36 of 38 is 94.7%, of 39 92.3%, of 40 90%.
    const Read read{header + girls_and_boys(20) + derby + "Gender,Female,36,92\n" + derby +
                    "Gender,Male,c,c\n" + derby + "Gender,Total,c,c\n"};
    CHECK(read.told_of("percent E06000015") ==
          Texts{"a.csv:62 percent E06000015.2023.gender.female of E06000015.2023.gender.total = "
                "92%"});
    CHECK(range_of(read, "E06000015.2023.gender.total") == "39");
    CHECK(range_of(read, "E06000015.2023.gender.male") == "3");
}

TEST_CASE("a region is told to the nearest 10, and its authorities add up to it") {
    const auto year = [](int number, const std::string& text) {
        return std::to_string(1990 + number) + text.substr(4);
    };
    // In each year before, 12 and 16 are 28, which is 30 to the nearest 10.
    const std::string columns = places + "cla_group,number\n";
    std::string text = columns;
    for (int i = 1; i <= 20; ++i)
        text += year(i, midlands) + "Adopted,30\n" + year(i, derby) + "Adopted,12\n" +
                year(i, place(1)) + "Adopted,16\n" + year(i, place(2)) + "Adopted,z\n";
    const Read read{text + midlands + "Adopted,30\n" + derby + "Adopted,12\n" + place(1) +
                    "Adopted,c\n" + place(2) + "Adopted,z\n"};
    const audit::Law& law = read.law("add up to their region");
    CHECK(law.is_used);
    CHECK(law.held == 0);
    CHECK(law.within == 20);
    CHECK(law.claims == 21);
    CHECK(read.told_of("E12000004.2023.adopted ~10") ==
          Texts{"a.csv:82 E12000004.2023.adopted ~10 = 30"});
    // 25 to 34, less 12.
    CHECK(range_of(read, "E07000001.2023.adopted") == "13..22");

    SECTION("unless one of them is missing") {
        const Read less{text + midlands + "Adopted,30\n" + derby + "Adopted,12\n" + place(1) +
                        "Adopted,c\n" + place(2) + "Died,0\n"};
        CHECK(less.law("add up to their region").claims == 20);
    }
    SECTION("and a law of places that fails is not used for the kind of row in which it does") {
        const Read fails{text + midlands + "Adopted,40\n" + derby + "Adopted,12\n" + place(1) +
                         "Adopted,22\n" + place(2) + "Adopted,z\n"};
        const audit::Law& failing = fails.law("add up to their region, Adopted");
        CHECK_FALSE(failing.is_used);
        CHECK(failing.within == 20);
        CHECK(failing.failed == 1);
        CHECK(failing.first_failure->line == 82);
        CHECK(failing.first_failure->what == "East Midlands 2023, Adopted");
    }
}

TEST_CASE("kinds of laws have names") {
    using audit::LawKind;
    CHECK(audit::name_of(LawKind::rows_add_up) == "rows_add_up");
    CHECK(audit::name_of(LawKind::one_number) == "one_number");
    CHECK(audit::name_of(LawKind::share_of) == "share_of");
    CHECK(audit::name_of(LawKind::rate_of) == "rate_of");
    CHECK(audit::name_of(LawKind::quotient_of) == "quotient_of");
    CHECK(audit::name_of(LawKind::places_add_up) == "places_add_up");
}

TEST_CASE("a law that fails somewhere is told and not used") {
    const Read read{header + girls_and_boys(25) + derby + "Gender,Female,18,60\n" + derby +
                    "Gender,Male,12,40\n" + derby + "Gender,Total,31,100\n"};
    const audit::Law& law = read.law("is the sum of");
    CHECK_FALSE(law.is_used);
    CHECK(law.held == 25);
    CHECK(law.failed == 1);
    CHECK(law.claims == 0);
    REQUIRE(law.first_failure);
    CHECK(law.first_failure->file == "a.csv");
    CHECK(law.first_failure->line == 79);
    CHECK(law.first_failure->what == "Derby 2023, Gender: Total");
    // 18 of 31 is 58.1%, and 12 of 31 is 38.7%.
    CHECK_FALSE(read.law("Gender: Female is a share of Total").is_used);
    CHECK(read.law("Gender: Male is a share of Total").first_failure->line == 78);
    CHECK(read.told_of("percent").empty());
    CHECK(read.told_of("+").empty());
}

TEST_CASE("a law is not used that was seen too seldom") {
    const Read read{header + girls_and_boys(19) + derby + "Gender,Female,c,c\n" + derby +
                    "Gender,Male,12,40\n" + derby + "Gender,Total,30,100\n"};
    CHECK_FALSE(read.law("is the sum of").is_used);
    CHECK(read.law("is the sum of").held == 19);
    CHECK_FALSE(read.law("is the sum of").first_failure);
}

TEST_CASE("subtotals are found, and shares of them") {
    std::string text = header;
    for (int i = 1; i <= 20; ++i) {
        const int low = 3 + i;
        const int high = 5 + i % 7;
        const int received = low + high;
        const int all = received + 2 + i % 3;
        const auto row = [&](const std::string& label, int number, int whole) {
            text += place(i) + "SDQ," + label + "," + std::to_string(number) + "," +
                    percent(number, whole) + "\n";
        };
        row("Low", low, received);
        row("High", high, received);
        row("Received", received, all);
        row("Total ages 5 to 16", all, all);
    }
    const Read read{text};
    CHECK(read.law("SDQ: Received is the sum of Low and High").is_used);
    CHECK_FALSE(read.law("SDQ: Total ages 5 to 16 is the sum of the 3 other rows").is_used);
    CHECK(read.law("SDQ: Low is a share of Received").is_used);
    CHECK(read.law("SDQ: Received is a share of Total ages 5 to 16").is_used);
}

TEST_CASE("rates, means and differences are claimed of what they are of") {
    const std::string columns = places + "group,population_estimate,number,rate_per_10000\n";
    std::string text = columns;
    for (int i = 1; i <= 20; ++i) {
        const int people = 9000 + 100 * i;
        const int cared_for = 50 + i;
        text += place(i) + "Cared for," + std::to_string(people) + "," + std::to_string(cared_for) +
                "," + std::to_string((20000 * cared_for + people) / (2 * people)) + "\n";
    }
    const Read read{text};
    CHECK(read.law("Cared for has rates for 10000 of population_estimate").is_used);
    // 51 of 9100 are 56.04 of 10000.
    CHECK(read.told_of("E07000001.") == Texts{"a.csv:2 E07000001.2023.cared_for = 51",
                                              "a.csv:2 E07000001.2023.population_estimate = 9100",
                                              "a.csv:2 E07000001.2023.cared_for per 10000 "
                                              "E07000001.2023.population_estimate = 56"});

    std::string figures = places + "group,number\n";
    for (int i = 1; i <= 20; ++i) {
        const int children = 10;
        const int incidents = 20 + 3 * i;
        const auto row = [&](const std::string& label, const std::string& number) {
            figures += place(i) + label + "," + number + "\n";
        };
        row("Children", std::to_string(children));
        row("Incidents", std::to_string(incidents));
        // A mean that is whole is printed without its place.
        row("Average incidents",
            std::to_string(incidents / 10) +
                (incidents % 10 == 0 ? "" : "." + std::to_string(incidents % 10)));
        row("Net gain", std::to_string(children - incidents));
    }
    const Read means{figures};
    CHECK(means.law("Average incidents is Incidents over Children").is_used);
    CHECK(means.law("Net gain is Children less Incidents").is_used);
    // 23 over 10, either end of 2.25 to 2.35.
    CHECK(means.told_of("E07000001.") ==
          Texts{"a.csv:2 E07000001.2023.children = 10", "a.csv:3 E07000001.2023.incidents = 23",
                "a.csv:4 20 E07000001.2023.incidents >= 45 E07000001.2023.children",
                "a.csv:4 20 E07000001.2023.incidents <= 47 E07000001.2023.children",
                "a.csv:5 E07000001.2023.children - E07000001.2023.incidents = -13"});
}

TEST_CASE("two files speak of one number") {
    std::string columns = places + "measure,number\n";
    std::string text = columns;
    for (int i = 1; i <= 20; ++i)
        text += place(i) + "Children," + std::to_string(30 + 3 * i) + "\n";
    const Read read{header + girls_and_boys(20) + derby + "Gender,Total,c,c\n",
                    text + derby + "Children,33\n"};
    const audit::Law& law = read.law("is the number of");
    CHECK(law.words == "Children is the number of Gender: Total in a.csv");
    CHECK(law.is_used);
    CHECK(law.held == 20);
    CHECK(range_of(read, "E06000015.2023.gender.total") == "33");
}

TEST_CASE("symbols are claimed as what they mean") {
    const Read read{header + girls_and_boys(20) + england + "Gender,Female,k,k\n" + england +
                    "Gender,Male,1040,100\n" + england + "Gender,Total,1040,100\n" + derby +
                    "Gender,Female,x,x\n" + derby + "Gender,Male,z,z\n" + derby +
                    "Gender,Total,,\n"};
    CHECK(read.told_of("E92000001.2023.gender.female") ==
          Texts{"a.csv:62 E92000001.2023.gender.female > 0",
                "a.csv:62 E92000001.2023.gender.female < 5",
                "a.csv:64 E92000001.2023.gender.female + E92000001.2023.gender.male = "
                "E92000001.2023.gender.total",
                "a.csv:62 E92000001.2023.gender.female > 0",
                "a.csv:62 200 E92000001.2023.gender.female < E92000001.2023.gender.total"});
    CHECK(read.told_of("E06000015").empty());
    CHECK(read.claims().find("E06000015.2023.gender.female")); // not available, and not hidden
    CHECK_FALSE(read.claims().find("E06000015.2023.gender.male"));
    CHECK(read.hidden().empty());
    CHECK(read.published.counts().not_available == 2);
    CHECK(read.published.counts().not_applicable == 2);
    CHECK(read.published.counts().blank == 2);
}

TEST_CASE("rows that cannot be used are left out and told") {
    quality::Findings findings;
    io::PublishedClaims published;
    const std::string row = derby + "Gender,Male,12,40\n";
    CHECK(published.read(header + row + derby + "Gender\n" + "1850" + row.substr(4) + derby +
                             "Gender,Female,many,60\n" + derby + "Gender,Male,13,40\n" +
                             "2023,Reporting year,School,,,,,,,,Gender,Male,1,1\n" + row,
                         "a.csv", findings));
    published.finish();
    std::vector<std::string> found;
    for (const auto& finding : findings.kept())
        found.push_back(std::to_string(finding.line) + " " +
                        std::string(quality::name_of(finding.code)) + " " + finding.column + " " +
                        finding.value);
    CHECK(found == Texts{"3 row_ragged  2023", "4 publication_row_unusable time_period 1850",
                         "5 publication_row_unusable number many",
                         "7 publication_row_unusable geographic_level School",
                         "6 publication_row_unusable number "});
    CHECK(published.claims().size() == 1);
    CHECK(published.claims()[0].text == "E06000015.2023.gender.male = 12");
    CHECK(published.claims()[0].place.line == 2);

    CHECK_FALSE(published.read("a,b\n1,2\n", "b.csv", findings));
    CHECK_FALSE(published.read("", "c.csv", findings));
    CHECK_FALSE(published.read(places + "what\n" + derby + "nothing\n", "d.csv", findings));
    CHECK(findings.count_of(FindingCode::published_file_not_placed) == 3);
}

TEST_CASE("a row with a comma too many is left out and told") {
    quality::Findings findings;
    io::PublishedClaims published;
    CHECK(published.read(header + derby + "Gender,Female,12,40,  \n" + derby +
                             "Gender,Male,1,040,100\n",
                         "a.csv", findings));
    published.finish();
    CHECK(published.claims().size() == 1);
    REQUIRE(findings.count() == 1);
    CHECK(findings.kept()[0].code == FindingCode::row_ragged);
    CHECK(findings.kept()[0].line == 3);
    CHECK(findings.kept()[0].message == "the row has too many fields; it was left out");
}

TEST_CASE("a percentage beyond all that can be compared is no share") {
    std::string text = header;
    for (int i = 1; i <= 25; ++i)
        text += place(i) + "Gender,Female,1,12.500\n" + place(i) + "Gender,Total,8,100.000\n";
    // Twice its thousandths, times the total, are a hundred times 2^64 and a little more.
    text += derby + "Gender,Female,3145224,1000000000\n" + derby + "Gender,Total,922337204,100\n";
    const Read read{text};
    const audit::Law& law = read.law("Gender: Female is a share of Total");
    CHECK(law.held == 25);
    CHECK(law.failed == 1);
    CHECK_FALSE(law.is_used);
}

TEST_CASE("a column of percentages that begins with a blank is one") {
    const Read read{header + derby + "Gender,Female,12,\n" + derby + "Gender,Male,18,60\n"};
    CHECK(read.claims().find("E06000015.2023.gender.female"));
    CHECK(read.claims().find("E06000015.2023.gender.male"));
    CHECK(read.findings.count() == 0);
}

TEST_CASE("a column of numbers that begins with another statistic's mark is one") {
    const Read read{header + derby + "Gender,Female,12,:\n" + derby + "Gender,Male,18,60\n"};
    CHECK(read.claims().find("E06000015.2023.gender.male"));
    CHECK(read.found() ==
          Texts{"a.csv:2: percentage \":\": expected a number or one of c, z, x, k, low; "
                "the cell was left out"});
    CHECK(read.published.counts().figures_passed_over == 1);
}

TEST_CASE("figures beside several columns of counts are left out and counted") {
    const Read read{places + "characteristic,number,starts,percentage,rate_per_10000\n" + derby +
                    "Female,12,3,40,k\n" + derby + "Male,18,4,60,c\n"};
    CHECK(read.found().empty());
    CHECK(read.claims().size() == 4);
    CHECK(read.published.counts().figures_passed_over == 3);
    CHECK(read.published.counts().cells == 4);
}

TEST_CASE("of several columns of percentages and of populations the first is read") {
    const Read read{places +
                    "characteristic,number,percentage,percentage_known,population,"
                    "population_known\n" +
                    derby + "Female,12,40,41,100,90\n"};
    CHECK(read.claims().find("E06000015.2023.population"));
    CHECK_FALSE(read.claims().find("E06000015.2023.population_known"));
    CHECK(read.published.counts().cells == 3);
    CHECK(read.published.counts().figures_passed_over == 3); // 40 is of nothing that is found, too
}

TEST_CASE("a file of populations alone has no count") {
    io::PublishedClaims published;
    quality::Findings findings;
    CHECK_FALSE(published.read(places + "population\n" + derby + "100\n", "a.csv", findings));
    CHECK(findings.kept()[0].message ==
          "no column holds a count in the first row; the file was not read");
}

TEST_CASE("names are short, differ, and are read back") {
    const std::string longer(60, 'a');
    const Read read{header + girls_and_boys(20) + derby + longer + " one two three," + longer +
                        " four five,1,k\n" + derby + longer + " one two three," + longer +
                        " four six,2,k\n" + derby + "%,&,3,4\n",
                    header + derby + "Gender,Male,c,c\n" + england + "Gender,Male,50,10\n"};
    std::size_t longest = 0;
    for (const std::string& name : read.claims().names())
        longest = std::max(longest, name.size());
    CHECK(longest <= 80);
    CHECK(read.claims().find("E06000015.2023.rows.rows"));
    CHECK(read.claims().find("E06000015.2023.gender.male_2"));
    CHECK_FALSE(read.claims().find("E06000015.2023.gender.male"));

    quality::Findings findings;
    const auto again = io::read_claims(io::to_text(read.claims()), "again", findings);
    CHECK(findings.count() == 0);
    Texts first;
    Texts second;
    for (const audit::Claim& claim : read.claims().all())
        first.push_back(told(claim, read.claims()));
    for (const audit::Claim& claim : again.claims.all())
        second.push_back(told(claim, again.claims));
    CHECK(first.size() > 100);
    CHECK(first == second);
}

TEST_CASE("0% of nobody is no contradiction, and 0% of a hidden number says nothing of it") {
    const Read read{header + girls_and_boys(20) + place(21) + "Gender,Female,0,0\n" + place(21) +
                    "Gender,Male,0,0\n" + place(21) + "Gender,Total,0,0\n" + derby +
                    "Gender,Female,0,0\n" + derby + "Gender,Male,0,0\n" + derby +
                    "Gender,Total,c,c\n"};
    CHECK(read.law("Gender: Male is a share of Total").is_used);
    CHECK(read.law("Gender: Male is a share of Total").held == 20);
    CHECK(read.told_of("percent E06000015").empty());
    CHECK(range_of(read, "E06000015.2023.gender.total") == "0");
}
