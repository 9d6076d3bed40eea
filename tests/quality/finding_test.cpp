#include "indicare/quality/finding.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace indicare::quality;
using namespace std::string_literals;

namespace {

Finding a_finding(FindingCode code) {
    return {code, "2022/episodes.csv", 17, "DEC", "31/02/2022", "A1", "not a day; read as blank"};
}

} // namespace

TEST_CASE("every kind of finding has a name and a severity of its own", "[finding]") {
    std::set<std::string> names;
    for (std::size_t i = 0; i < finding_code_count; ++i)
        names.emplace(name_of(static_cast<FindingCode>(i)));
    CHECK(names.size() == finding_code_count);
    CHECK(names.count("") == 0);
    CHECK(name_of(FindingCode::file_unreadable) == "file_unreadable");
    CHECK(name_of(FindingCode::column_twice) == "column_twice");
    CHECK(name_of(FindingCode::row_ragged) == "row_ragged");
    CHECK(name_of(FindingCode::date_malformed) == "date_malformed");
    CHECK(name_of(FindingCode::number_out_of_range) == "number_out_of_range");
    CHECK(name_of(FindingCode::dec_not_after_decom) == "dec_not_after_decom");
    CHECK(name_of(FindingCode::episodes_overlap) == "episodes_overlap");
    CHECK(name_of(FindingCode::child_without_header) == "child_without_header");
}

TEST_CASE("what is left out is an error, what a rule decides a warning", "[finding]") {
    CHECK(severity_of(FindingCode::date_malformed) == Severity::error);
    CHECK(severity_of(FindingCode::row_ragged) == Severity::error);
    CHECK(severity_of(FindingCode::file_unreadable) == Severity::error);
    CHECK(severity_of(FindingCode::child_missing) == Severity::error);
    CHECK(severity_of(FindingCode::episode_twice) == Severity::warning);
    CHECK(severity_of(FindingCode::episodes_overlap) == Severity::warning);
    CHECK(severity_of(FindingCode::table_twice) == Severity::warning);
    CHECK(severity_of(FindingCode::columns_not_read) == Severity::note);
    CHECK(severity_of(FindingCode::year_not_by_name) == Severity::note);
    CHECK(name_of(Severity::error) == "error");
    CHECK(name_of(Severity::warning) == "warning");
    CHECK(name_of(Severity::note) == "note");
}

TEST_CASE("a finding in one line", "[finding]") {
    CHECK(to_text(a_finding(FindingCode::date_malformed)) ==
          "2022/episodes.csv:17: child A1: DEC \"31/02/2022\": not a day; read as blank");
    CHECK(to_text({FindingCode::file_empty, "a.csv", 0, {}, {}, {}, "the file is empty"}) ==
          "a.csv: the file is empty");
    CHECK(to_text({FindingCode::column_twice, "a.csv", 1, {}, "DOB", {}, "there twice"}) ==
          "a.csv:1: \"DOB\": there twice");
    CHECK(to_text({FindingCode::key_missing, "a.csv", 3, "DECOM", {}, "B", "blank"}) ==
          "a.csv:3: child B: DECOM: blank");
    CHECK(to_text({FindingCode::file_unreadable, {}, 0, {}, {}, {}, "nothing given"}) ==
          "nothing given");
}

TEST_CASE("text from outside is made printable and cut", "[finding]") {
    CHECK(printable("plain text") == "plain text");
    CHECK(printable("") == "");
    CHECK(printable("a\nb\tc\r\x1b[31m\x7f"s) == "a\\x0ab\\x09c\\x0d\\x1b[31m\\x7f");
    CHECK(printable("a\0b"s) == "a\\x00b");
    CHECK(printable(std::string(40, 'x')) == std::string(40, 'x'));
    CHECK(printable(std::string(41, 'x')) == std::string(40, 'x') + "...");
    CHECK(printable("Zo\xc3\xab") == "Zo\xc3\xab");
}

TEST_CASE("text is cut between characters, not within one", "[finding]") {
    CHECK(printable(std::string(39, 'x') + "\xc3\xab and more") == std::string(39, 'x') + "...");
}

TEST_CASE("a file's name cannot break the line", "[finding]") {
    const Finding finding = {FindingCode::file_not_csv, "a\nerror: b.txt", 0, {}, {}, {}, "no"};
    CHECK(to_text(finding).find('\n') == std::string::npos);
}

TEST_CASE("findings are all counted, and the first of each kind kept", "[finding]") {
    Findings findings(3);
    for (int i = 0; i < 5; ++i)
        findings.add(a_finding(FindingCode::date_malformed));
    findings.add(a_finding(FindingCode::episode_twice));
    findings.add(a_finding(FindingCode::columns_not_read));
    findings.add(a_finding(FindingCode::columns_not_read));
    // Three of the five errors, the warning, and both notes.
    REQUIRE(findings.kept().size() == 6);
    CHECK(findings.kept()[2].code == FindingCode::date_malformed);
    CHECK(findings.kept()[3].code == FindingCode::episode_twice);
    CHECK(findings.kept()[5].code == FindingCode::columns_not_read);
    CHECK(findings.count_of(FindingCode::date_malformed) == 5);
    CHECK(findings.count_of(FindingCode::episode_twice) == 1);
    CHECK(findings.count_of(FindingCode::row_ragged) == 0);
    CHECK(findings.count_of(Severity::error) == 5);
    CHECK(findings.count_of(Severity::warning) == 1);
    CHECK(findings.count_of(Severity::note) == 2);
    CHECK(findings.count() == 8);
}

TEST_CASE("findings may be counted and none kept", "[finding]") {
    Findings findings(0);
    CHECK_FALSE(findings.count(FindingCode::row_ragged));
    CHECK(findings.count() == 1);
    CHECK(findings.kept().empty());
}
