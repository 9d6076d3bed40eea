#include "indicare/io/claims_reader.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims_told.hpp"
#include "indicare/exact/printing.hpp"

using namespace indicare;
using audit::Claim;
using audit::Claims;
using audit::Sum;
using audit::test::told;

namespace {

using Told = std::vector<std::string>;

/// Everything but lines and files.
Told all_told(const Claims& claims) {
    Told all;
    for (const Claim& claim : claims.all())
        all.push_back(told(claim, claims) + "|" + claim.text + "|" + claim.place.label + "|" +
                      claim.place.page + "|" + claim.place.paragraph);
    std::set<std::string> shared;
    for (audit::Unknown unknown = 0; unknown < claims.names().size(); ++unknown)
        if (claims.is_declared_shared(unknown))
            shared.insert("shared " + claims.name_of(unknown));
    all.insert(all.end(), shared.begin(), shared.end());
    return all;
}

/// How many claims stand on each line.
std::vector<std::size_t> lines_of(const Claims& claims) {
    std::vector<std::size_t> lines;
    std::uint64_t before = 0;
    for (const Claim& claim : claims.all()) {
        if (std::exchange(before, claim.place.line) != claim.place.line)
            lines.push_back(0);
        ++lines.back();
    }
    return lines;
}

Claims read(const std::string& text) {
    quality::Findings findings;
    auto read = io::read_claims(text, "a", findings);
    for (const auto& finding : findings.kept())
        UNSCOPED_INFO(quality::to_text(finding));
    CHECK(findings.count() == 0);
    return std::move(read.claims);
}

/// Claims that are made up, with their texts written here and not by the library.
class MadeUp {
  public:
    Claims claims;

    void add_line(std::uint64_t line) {
        const audit::ClaimPlace place{part(), part(), part(), "a", line};
        for (int count = *rc::gen::inRange(1, 4); count > 0; --count) {
            auto [statement, text] = *rc::gen::arbitrary<bool>() ? relation() : figure();
            claims.add({std::move(statement), std::move(text), place});
        }
    }

  private:
    struct Written {
        audit::Statement statement;
        std::string text;
    };
    struct WrittenSum {
        Sum sum;
        std::string text;
    };

    static std::string part() {
        auto text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("ap4 ,;#[]\\\t\"%\xc3\xab")));
        const auto word = *rc::gen::element<std::string>("", "", "page 4", ", page 4 ",
                                                         ",paragraph 4.2", "page", "[]");
        text = *rc::gen::arbitrary<bool>() ? text + word : word + text;
        const auto kept = text.find_first_not_of(" \t");
        if (kept == std::string::npos || std::count(text.begin(), text.end(), '\xc3') !=
                                             std::count(text.begin(), text.end(), '\xab'))
            return {};
        return valid(text.substr(kept, text.find_last_not_of(" \t") + 1 - kept));
    }
    /// Nothing where the two bytes of the one long character do not stand together.
    static std::string valid(const std::string& text) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if ((text[at] == '\xc3') != (at + 1 < text.size() && text[at + 1] == '\xab'))
                return {};
        return text;
    }

    static std::int64_t number() {
        return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 4),
                               rc::gen::inRange<std::int64_t>(0, 1'000'001),
                               rc::gen::just<std::int64_t>(1'000'000'000));
    }
    static std::string spelt(std::int64_t number) {
        const auto commas = *rc::gen::element(exact::Thousands::commas, exact::Thousands::plain);
        return exact::print(exact::Decimal{number, 0}, commas);
    }

    WrittenSum sum() {
        WrittenSum out;
        const int count = *rc::gen::inRange(1, 4);
        for (int at = 0; at < count; ++at) {
            const bool is_minus = *rc::gen::arbitrary<bool>();
            out.text += at == 0 ? (is_minus ? "-" : "") : (is_minus ? " - " : " + ");
            const std::int64_t times = number();
            const auto name =
                *rc::gen::element<std::string>("a", "b.2", "in_care", "ofs", "Per@3", "c", "d", "");
            const exact::integer signed_times = is_minus ? -times : times;
            if (name.empty()) {
                out.text += spelt(times);
                out.sum.add(signed_times);
            } else if (name == "d") {
                out.text += "d";
                out.sum.add(claims.unknown("d"), is_minus ? -1 : 1);
            } else {
                out.text += spelt(times) + " " + name;
                out.sum.add(claims.unknown(name), signed_times);
            }
        }
        return out;
    }

    /// A sum in which a name is left.
    WrittenSum sum_of_names() {
        WrittenSum out = sum();
        if (out.sum.is_constant()) {
            out.text += " + d";
            out.sum.add(claims.unknown("d"), 1);
        }
        return out;
    }

    Written relation() {
        const WrittenSum left = sum();
        const WrittenSum right = sum();
        constexpr std::string_view signs[] = {" = ", " <= ", " < ", " >= ", " > "};
        const auto sign = *rc::gen::inRange<std::size_t>(0, 5);
        return {audit::Relation{left.sum, static_cast<audit::Comparison>(sign), right.sum},
                left.text + std::string(signs[sign]) + right.text};
    }

    Written figure() {
        const auto kind = static_cast<audit::FigureKind>(*rc::gen::inRange(0, 5));
        const WrittenSum first = sum_of_names();
        const bool is_number = kind == audit::FigureKind::number;
        const WrittenSum second = is_number ? WrittenSum{} : sum_of_names();
        audit::PrintedFigure figure{kind, first.sum, second.sum, 100};
        std::string text;
        switch (kind) {
        case audit::FigureKind::number:
            figure.below = Sum(1);
            figure.per = 1;
            text = first.text;
            break;
        case audit::FigureKind::rate:
            text = first.text + " per 100 " + second.text;
            break;
        case audit::FigureKind::share:
            text = "percent " + first.text + " of " + second.text;
            break;
        case audit::FigureKind::mean:
            figure.per = 1;
            text = "mean " + first.text + " / " + second.text;
            break;
        case audit::FigureKind::change:
            figure.above = second.sum - first.sum;
            figure.below = first.sum;
            text = "change " + first.text + " -> " + second.text;
            break;
        }
        const bool is_percent =
            kind == audit::FigureKind::share || kind == audit::FigureKind::change;
        print(figure, text, is_number);
        return {figure, text + (is_percent ? "%" : "")};
    }

    /// Prints it to some places, or to a multiple of some step.
    static void print(audit::PrintedFigure& figure, std::string& text, bool needs_step) {
        const std::int64_t sign = *rc::gen::element<std::int64_t>(1, -1);
        if (needs_step || *rc::gen::arbitrary<bool>()) {
            const auto step = *rc::gen::element<std::int64_t>(1, 5, 10, 1000);
            figure.precision = exact::nearest(step);
            figure.printed = {sign * step * *rc::gen::inRange<std::int64_t>(0, 1'000), 0};
            text += " ~" + std::to_string(step);
        } else {
            const auto places = *rc::gen::inRange(0U, 13U);
            figure.precision = exact::places(places);
            figure.printed = {sign * *rc::gen::inRange<std::int64_t>(0, 1'000'000'000), places};
        }
        text += " = " + exact::print(figure.printed);
    }
};

} // namespace

TEST_CASE("claims are written as a text", "[claims]") {
    const std::string text = "a = 1\n"
                             "[Numbers in care, by age, page 4, paragraph 4.2]\n"
                             "population >= 1 ; population <= 2\n"
                             "b = 2\n"
                             "[page 5\\, 6]\n"
                             "change a -> b = -7 ; change a -> b = -1.1%\n"
                             "[]\n"
                             "c = 3\n"
                             "shared population\n";
    CHECK(io::to_text(read(text)) == text);
    CHECK(io::to_text(read("[page 4] b = 2\napart a\na=n # so\n\na = b")) ==
          "[page 4]\nb = 2\n[]\na@3 = n\na@5 = b\n");
    CHECK(io::to_text({}).empty());
}

TEST_CASE("claims are written as JSON", "[claims]") {
    CHECK(io::to_json(read("[Stock, page 4]\na in 1..2\n[] b = 3\nshared b")) == R"({
  "claims": [
    {
      "claim": "a >= 1 ; a <= 2",
      "label": "Stock",
      "page": "4"
    },
    {
      "claim": "b = 3"
    }
  ],
  "shared": [
    "b"
  ]
}
)");
}

TEST_CASE("a place is on one line, without blanks at its ends", "[claims]") {
    const Claims read_so = read("[\\ Stock\rof 2023\r, page \\ 4\r] a = 1");
    CHECK(read_so[0].place.label == "Stock of 2023");
    CHECK(read_so[0].place.page == "4");
    Claim claim = read("a = 1")[0];
    claim.place.label = "Stock,\npage 4";
    Claims in_lines;
    in_lines.unknown("a");
    in_lines.add(claim);
    CHECK(io::to_text(in_lines) == "[Stock, \\page 4]\na = 1\n");
    CHECK(read(io::to_json(in_lines))[0].place.label == "Stock, page 4");
}

TEST_CASE("what is written is read as the same claims", "[claims]") {
    CHECK(rc::check("as text and as JSON", [] {
        MadeUp made;
        const auto lines = *rc::gen::inRange<std::uint64_t>(0, 6);
        for (std::uint64_t line = 1; line <= lines; ++line)
            made.add_line(line);
        for (const std::string& name : made.claims.names())
            if (*rc::gen::arbitrary<bool>())
                made.claims.declare_shared(*made.claims.find(name));
        for (const std::string& text : {io::to_text(made.claims), io::to_json(made.claims)}) {
            const Claims back = read(text);
            RC_ASSERT(all_told(back) == all_told(made.claims));
            RC_ASSERT(lines_of(back) == lines_of(made.claims));
        }
    }));
}

TEST_CASE("any bytes are taken without harm, and what is read is written and read again",
          "[claims]") {
    const auto parts = rc::gen::element<std::string>(
        "a", "b", "1", "2.5", "1,000", " ", " ", "\n", "=", "<=", "percent ", " of ", " per ",
        "mean ", "/", "change ", "->", "(", ")", "%", "~10", " in ", "..", "shared ", "apart ", "?",
        "[", "]", ",", "page 4", "\\", ";", "#", "{", "\"", std::string(1, '\0'), "\xff", "-", "*");
    CHECK(rc::check("whatever it is", [&parts] {
        std::string text;
        for (const std::string& part : *rc::gen::container<Told>(parts))
            text += part;
        quality::Findings findings;
        const auto once = io::read_claims(text, "a", findings).claims;
        const auto again = io::read_claims(io::to_text(once), "a", findings).claims;
        RC_ASSERT(all_told(again) == all_told(once));
    }));
}

TEST_CASE("what is long or deep is read in proportion to it", "[claims]") {
    constexpr std::size_t many = 20'000;
    const auto repeated = [](std::string_view part) {
        std::string text;
        for (std::size_t at = 0; at < many; ++at)
            text += part;
        return text;
    };
    const auto findings_of = [](const std::string& text) {
        quality::Findings findings(2);
        io::read_claims(text, "a", findings);
        return findings.count();
    };
    CHECK(findings_of("a = 0" + repeated(" + b - b")) == 0);
    CHECK(findings_of(repeated("a = 1\n")) == 0);
    CHECK(findings_of(repeated("a = 1;")) == 0);
    CHECK(findings_of(repeated("\xc3\xab;")) == many);
    CHECK(findings_of(repeated("\\,[")) == 1);
    CHECK(findings_of("[" + repeated("\\,") + "] a = 1") == 0);
    CHECK(findings_of("[" + repeated(", page 4") + "] a = 1") == 0);
    CHECK(findings_of("a = " + repeated("9")) == 1);
    CHECK(findings_of(repeated("((")) == 1);
    CHECK(findings_of(repeated("-")) == 1);
    CHECK(findings_of(repeated("a")) == 1);
    CHECK(findings_of("{\"claims\": " + repeated("[")) == 1);
    CHECK(findings_of(repeated("{\"a\":")) == 1);
    CHECK(findings_of("{\"claims\": [" + repeated("{\"claim\": \"a = 1\"},") + "\"b = 1\"]}") == 0);
    CHECK(findings_of("{\"claims\": [" + repeated("1,") + "1]}") == many + 1);
}

TEST_CASE("a sum of many names is read in any order of them", "[claims]") {
    constexpr int many = 10'000;
    std::string forwards;
    std::string backwards;
    for (int at = 0; at < many; ++at) {
        forwards += " + n" + std::to_string(at);
        backwards += " + n" + std::to_string(many - at);
    }
    const auto claims = read("0" + forwards + " = 1\n0" + backwards + " = 1\nchange 0" + backwards +
                             " -> 0" + forwards + " = 1");
    REQUIRE(claims.size() == 3);
    CHECK(claims.names().size() == many + 1);
    CHECK(told(claims[2], claims) == "n0 - n10000 = 1");
}
