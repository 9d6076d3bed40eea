#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "session.hpp"

// With the option children set to numbered, nothing that comes out of a session names a child or
// quotes a row, whatever the rows hold.

using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

constexpr std::string_view episodes_columns =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";
constexpr std::string_view born = "07/09/2009";

/// In 2022 SECRET1 and SECRET2; in 2023 these, others, and rows of every sort of fault.
Session with_secrets() {
    Session session;
    if (session.set("checks", "1") != INDICARE_OK || session.set("children", "numbered") != 0)
        throw std::runtime_error(session.error());
    const std::string episodes(episodes_columns);
    const std::string home = ",,XQ9 7QX,XQ8 6QY,SECRETURN\n";
    session.read(episodes + "SECRET1,01/06/2021,S,C2,N1,U4,PR1,," + home +
                     "SECRET2,01/06/2021,S,C2,N1,K2,PR4,," + home,
                 2022);
    session.read(
        episodes + "SECRET1,01/06/2021,S,C2,N1,U4,PR1,," + home +
            "SECRET2,01/06/2021,S,C2,N1,K2,PR4,01/05/2021,E4A,,XQ9 7QX,,\n" +
            "SECRET3,01/06/2022,S,SECRETLS,N1,SECRETPLACE,PR1,SECRETDEC," + home +
            "SECRET4,SECRETDECOM,S,C2,N1,U4,PR1,," + home + "SECRET5,ragged\n" +
            "07/09/2009,SECRET6,S,C2,N1,U4,PR1,," + home + "SECRET7,07/09/2009x,S,C2,N1,U4,PR1,," +
            home + "\"SECRET8\"SECRET,01/06/2022,S,C2,N1,U4,PR1,," + home + std::string(300, 'X') +
            "SECRET,01/06/2022,S,C2,N1,U4,PR1,," + home + "\"SECRETUNCLOSED,01/06/2022,S\n",
        2023);
    session.read("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                 "SECRET1,2,07/09/2009,WBRI,SECRETUPN,1,11/12/2021\n"
                 "SECRET2,SECRETSEX,07/09/2004,SECRETETHNIC,SECRETUPN,SECRETMOTHER,SECRETBORN\n",
                 2023);
    session.read("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
                 "SECRET1,08/10/2008,SECRETWORKER,01/06/2022,,FCONTA\n",
                 2023);
    session.read("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nSECRET1,07/09/2004,YES,F1,B1\n", 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

void expect_silence(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char byte) { return static_cast<char>(std::toupper(byte)); });
    for (const char* hidden : {"SECRET", "07/09/2009", "2009-09-07", "07/09/2004", "08/10/2008",
                               "11/12/2021", "07/09/2022", "XQ9", "XQ8"}) {
        CAPTURE(hidden, text);
        CHECK(text.find(hidden) == std::string::npos);
    }
}

std::int64_t finding_count(Session& session) {
    std::int64_t count = -1;
    CHECK(indicare_finding_count(session, &count) == INDICARE_OK);
    return count;
}

/// Every text of every finding.
std::vector<std::string> texts_of_findings(Session& session) {
    constexpr std::array all = {indicare_finding_file,    indicare_finding_column,
                                indicare_finding_value,   indicare_finding_child,
                                indicare_finding_message, indicare_finding_as_text};
    std::vector<std::string> texts;
    for (std::int64_t finding = 0; finding < finding_count(session); ++finding)
        for (auto* each : all)
            texts.push_back(text(each, handle(session), finding));
    return texts;
}

/// Makes every document that tells of children, in each of its forms, and visits it.
template <class Visit>
void each_document(Session& session, Visit&& visit) {
    const auto fostered = Session::indicator("in_foster_care");
    for (const std::string_view format : {"text", "csv", "json"}) {
        const auto made = [&](indicare_status status) {
            CAPTURE(session.error());
            REQUIRE(status == INDICARE_OK);
            visit(session.document());
        };
        const char* const form = format.data();
        const std::size_t size = format.size();
        made(indicare_make_check(session, 20230331, form, size));
        for (std::int64_t each = 0; each < indicare_indicator_count(); ++each) {
            std::int32_t available = 0;
            CHECK(indicare_figure_is_available(session, 0, each, &available) == INDICARE_OK);
            if (available == 1)
                made(indicare_make_explanation(session, 0, each, "50", 2, form, size));
        }
        made(indicare_make_movement(session, 0, fostered, 20220331, form, size));
        for (const std::string_view child : {"SECRET1", "SECRET2", "SECRET3"})
            made(indicare_make_life(session, 0, child.data(), child.size(), form, size));
    }
}

bool holds_secret(const std::string& text) {
    return text.find("SECRET") != std::string::npos;
}

} // namespace

TEST_CASE("numbered, no finding names a child or quotes a row") {
    Session session = with_secrets();
    REQUIRE(finding_count(session) > 15);
    for (const std::string& each : texts_of_findings(session))
        expect_silence(each);
    // A child goes by its number, and the place stays.
    const char* code = nullptr;
    std::int64_t line = 0;
    std::int64_t found = 0;
    while (indicare_finding(session, found, &code, nullptr, &line) == INDICARE_OK &&
           std::string_view(code) != "date_malformed")
        ++found;
    CHECK(line == 4); // that of SECRET3, DEC
    CHECK(text(indicare_finding_child, handle(session), found) == "3");
    CHECK(text(indicare_finding_value, handle(session), found).empty());
    CHECK(text(indicare_finding_as_text, handle(session), found)
              .find("table.csv:4: child 3: DEC: not a day; expected dd/mm/yyyy") == 0);

    CHECK(session.set("children", "named") == INDICARE_OK);
    const auto named = texts_of_findings(session);
    CHECK(std::count_if(named.begin(), named.end(), holds_secret) > 20);
    CHECK(text(indicare_finding_child, handle(session), found) == "SECRET3");
}

TEST_CASE("numbered, no document names a child or quotes a row") {
    Session session = with_secrets();
    each_document(session, expect_silence);
    CHECK(session.set("children", "named") == INDICARE_OK);
    std::int64_t named = 0;
    each_document(session, [&](const std::string& document) { named += holds_secret(document); });
    CHECK(named > 30);
}

TEST_CASE("numbered, nothing that is told of a figure names a child") {
    Session session = with_secrets();
    expect_silence(session.csv());
    expect_silence(session.json());
    for (std::int64_t each = 0; each < indicare_indicator_count(); ++each) {
        if (indicare_explain(session, 0, each) != INDICARE_OK)
            continue;
        std::int64_t count = 0;
        CHECK(indicare_explained_count(session, &count) == INDICARE_OK);
        for (std::int64_t place = 0; place < count; ++place)
            for (auto* told : {indicare_explained_child, indicare_explained_reason,
                               indicare_explained_decided_by})
                expect_silence(text(told, handle(session), place));
    }
}

TEST_CASE("numbered, no sentence of an error names a child, even one that was given") {
    Session session = with_secrets();
    CHECK(indicare_make_life(session, 0, "SECRETNOBODY", 12, "csv", 3) == INDICARE_NOT_FOUND);
    CHECK(session.error() == "child: expected one of the returns of the authority");
    const std::string long_name = std::string(300, 'X') + "SECRET";
    CHECK(indicare_begin_child(session, "", 0, long_name.data(), long_name.size()) ==
          INDICARE_OUT_OF_RANGE);
    expect_silence(session.error());
    CHECK(indicare_begin_child(session, "", 0, "SECRET1", 7) == INDICARE_OK);
    CHECK(indicare_begin_child(session, "", 0, "SECRET2", 7) == INDICARE_WRONG_ORDER);
    expect_silence(session.error());
    CHECK(indicare_end_child(session) == INDICARE_OK);

    CHECK(session.set("children", "named") == INDICARE_OK);
    CHECK(indicare_make_life(session, 0, "SECRETNOBODY", 12, "csv", 3) == INDICARE_NOT_FOUND);
    CHECK(holds_secret(session.error()));
}

TEST_CASE("a partial state holds no identifier") {
    Session session = with_secrets();
    indicare_state* state = nullptr;
    REQUIRE(indicare_create_state(&state) == INDICARE_OK);
    CHECK(indicare_take_state(session, state) == INDICARE_OK);
    expect_silence(text(indicare_state_bytes, state));
    indicare_destroy_state(state);
}

TEST_CASE("texts that are returns in the place of others are not quoted") {
    Session session = with_secrets();
    const std::string table = "CHILD,DOB,SEX\nSECRET1," + std::string(born) + ",1\n";
    const auto give = [&](auto* function, std::string_view file) {
        CHECK(function(session, file.data(), file.size(), table.data(), table.size()) !=
              INDICARE_OK);
        expect_silence(session.error());
    };
    give(indicare_give_populations, "population.csv");
    give(indicare_give_benchmarks, "benchmarks.csv");
    static_cast<void>(indicare_give_claims(session, "a.claims", 8, table.data(), table.size()));
    expect_silence(session.error());
    for (const std::string& each : texts_of_findings(session))
        expect_silence(each);
}
