// Whether all that a report prints can be true, and what it gives away.

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

constexpr auto nul = INDICARE_NUL_TERMINATED;

indicare_status give(Session& session, std::string_view claims,
                     const char* file = "report.claims") {
    return indicare_give_claims(session, file, nul, claims.data(), claims.size());
}

/// What an audit, a disclosure or a recovery came to.
struct Answer {
    indicare_status status = INDICARE_OK;
    std::int32_t verdict = -1;
};

Answer audit(Session& session, const char* rounding = "half_up", const char* format = "text") {
    Answer answer;
    answer.status = indicare_make_audit(session, rounding, nul, format, nul, &answer.verdict);
    return answer;
}

Answer disclose(Session& session, std::string_view printed, std::int64_t small = 5,
                std::int64_t values = 2, const char* format = "text") {
    Answer answer;
    answer.status =
        indicare_make_disclosure(session, "printed", nul, printed.data(), printed.size(), small,
                                 values, format, nul, &answer.verdict);
    return answer;
}

Answer recover(Session& session, std::string_view printed, std::int64_t values = 2,
               const char* format = "text") {
    Answer answer;
    answer.status = indicare_make_recovery(session, "printed", nul, printed.data(), printed.size(),
                                           values, format, nul, &answer.verdict);
    return answer;
}

bool operator==(const Answer& left, const Answer& right) {
    return left.status == right.status && left.verdict == right.verdict;
}

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
    return out << indicare_status_name(answer.status) << ", verdict " << answer.verdict;
}

constexpr Answer possible{INDICARE_OK, INDICARE_POSSIBLE};
constexpr Answer impossible{INDICARE_OK, INDICARE_IMPOSSIBLE};
constexpr Answer undecided{INDICARE_OK, INDICARE_UNDECIDED};

constexpr Answer refused(indicare_status status) {
    return {status, -1};
}

std::string document(const Session& session) {
    return text(indicare_document, handle(session));
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// An even number is never odd, but neither bounds nor rational numbers show it.
constexpr std::string_view hard = "a + b + c = 2 d\na + b + c = 2 e + 1\n";

std::int32_t give_up(void* context) {
    ++*static_cast<int*>(context);
    return 1;
}

std::int32_t go_on(void* context) {
    ++*static_cast<int*>(context);
    return 0;
}

/// One number of a scorecard, 3 of which are too few to print.
constexpr std::string_view scorecard =
    "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,high,squares\n"
    "Eastmere,2023-03-31,started,children,3,,0,3,,,\n"
    "Eastmere,2023-03-31,ceased,children,40,,0,40,,,\n";

} // namespace

TEST_CASE("figures that can all be true pin others") {
    Session session;
    // 71.1% of 620 are 440.51 to 441.12 children.
    CHECK(give(session, "stock = 620\npercent foster of stock = 71.1%\n") == INDICARE_OK);
    CHECK(audit(session) == possible);
    CHECK(holds(document(session), "Possible: they can all be true together."));
    CHECK(holds(document(session), "441"));
    CHECK(audit(session, "half_up", "json") == possible);
    CHECK(document(session).starts_with("{"));
    CHECK(indicare_make_audit(session, "any", nul, "text", nul, nullptr) == INDICARE_OK);
}

TEST_CASE("figures that cannot") {
    Session session;
    // 620 are 104 in 10,000 of 59,331 to 59,903 people, 225 are 35 of 63,381 to 65,217.
    CHECK(give(session, "stock = 620 ; stock per 10000 population = 104\n", "one.claims") ==
          INDICARE_OK);
    CHECK(audit(session) == possible);
    CHECK(give(session, "started = 225 ; started per 10000 population = 35\n", "two.claims") ==
          INDICARE_OK);
    CHECK(audit(session) == impossible);
    CHECK(holds(document(session), "59,331 to 59,903"));
    CHECK(holds(document(session), "63,381 to 65,217"));
    CHECK(holds(document(session), "one.claims"));
    CHECK(indicare_forget_claims(session) == INDICARE_OK);
    CHECK(give(session, "started = 225 ; started per 10000 population = 35\n") == INDICARE_OK);
    CHECK(audit(session) == possible);
}

TEST_CASE("how figures were rounded matters") {
    Session session; // 113 of 200 are 56.5%
    CHECK(give(session, "a = 113 ; b = 200 ; percent a of b = 57%\n") == INDICARE_OK);
    CHECK(audit(session, "half_up") == possible);
    CHECK(audit(session, "half_even") == impossible);
    CHECK(audit(session, "truncate") == impossible);
    CHECK(audit(session, "any") == possible);
    CHECK(audit(session, "nearest") == refused(INDICARE_INVALID_ARGUMENT));
    CHECK(session.error() == "rounding: expected half_up, half_even, half_down, truncate, up, down "
                             "or any, not \"nearest\"");
}

TEST_CASE("claims are written down in their language") {
    Session session;
    CHECK(give(session, "{\"claims\": [\"a = 2\", \"percent a of b = 50%\"]}") == INDICARE_OK);
    CHECK(audit(session, "half_up", "claims") == undecided);
    CHECK(document(session) == "a = 2\npercent a of b = 50%\n");
    CHECK(audit(session, "half_up", "csv") == refused(INDICARE_INVALID_ARGUMENT));
    CHECK(session.error() == "format: expected text or json or claims, not \"csv\"");
    CHECK(document(session) == "a = 2\npercent a of b = 50%\n");
}

TEST_CASE("nothing is said to be possible of what was not read") {
    Session session;
    CHECK(audit(session) == refused(INDICARE_WRONG_ORDER));
    CHECK(session.error() == "nothing was claimed; expected indicare_give_claims first");
    CHECK(give(session, "# no claims\n") == INDICARE_OK);
    CHECK(audit(session) == undecided);
    CHECK(give(session, "a = 2\n") == INDICARE_OK);
    CHECK(audit(session) == possible);
    CHECK(give(session, "b = 31,01\n") == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 1);
    CHECK(holds(text(indicare_finding_as_text, handle(session), std::int64_t{0}),
                "report.claims:1: character 5 \"31,01\""));
    CHECK(audit(session) == undecided);
    CHECK(session.total(INDICARE_ERROR) == 1); // not found again
    CHECK(disclose(session, "x = 2 ; y = 9\n") == undecided);
}

TEST_CASE("a scorecard claims its numbers, beside claims of the same names") {
    Session session;
    session.read(four_children, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(give(session, session.csv(), "scorecard.csv") == INDICARE_OK);
    CHECK(give(session, "looked_after_2023 = 3\n") == INDICARE_OK);
    CHECK(audit(session) == possible);
    CHECK(give(session, "looked_after_2023 = 4\n") == INDICARE_OK);
    CHECK(audit(session) == impossible);
    CHECK(session.printed("looked_after") == "3"); // results stay
}

TEST_CASE(
    "what is no scorecard and no published file is not recognised, and nothing else changes") {
    Session session;
    session.read(four_children, 2023);
    CHECK(session.compute(20230331) == INDICARE_OK);
    const std::int64_t before = session.total(INDICARE_ERROR);
    CHECK(give(session, "authority,as_at\nEastmere,2023-03-31\n") == INDICARE_NOT_RECOGNISED);
    CHECK(session.error() == "text: expected the columns of a scorecard or of a published file; a "
                             "finding says which is missing");
    CHECK(give(session, "time_period,number\n2023,4\n") == INDICARE_NOT_RECOGNISED);
    const std::int64_t after = session.total(INDICARE_ERROR);
    CHECK(after > before);
    CHECK(audit(session) == refused(INDICARE_WRONG_ORDER)); // neither was kept
    CHECK(session.printed("looked_after") == "3");
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == after);
    CHECK(session.population("", 2023, 1000) == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == after);
}

TEST_CASE("an audit that is cancelled says what it knows by then") {
    Session session;
    int asked = 0;
    CHECK(give(session, hard) == INDICARE_OK);
    CHECK(indicare_set_patience(session, give_up, &asked) == INDICARE_OK);
    CHECK(audit(session) == undecided);
    CHECK(asked > 0);
    CHECK(holds(document(session), "Not decided"));
    CHECK(disclose(session, "a = 2 ; t = 9\n") == undecided);

    CHECK(indicare_forget_claims(session) == INDICARE_OK);
    CHECK(give(session, "a = 113 ; b = 200 ; percent a of b = 57%\n") == INDICARE_OK);
    CHECK(indicare_set_patience(session, go_on, &asked) == INDICARE_OK);
    CHECK(audit(session) == possible);
    CHECK(indicare_set_patience(session, nullptr, nullptr) == INDICARE_OK);
    asked = 0;
    CHECK(audit(session) == possible);
    CHECK(asked == 0);
}

TEST_CASE("small numbers of a table are hidden, and what would tell them") {
    constexpr std::string_view table = "total = 310 ; a = 200 ; b = 104 ; c = 2 ; d = 4\n"
                                       "a + b + c + d = total\n";
    Session session;
    // c and d are hidden, and come to 6: each of 1 to 5 is possible.
    CHECK(disclose(session, table, 5, 5, "json") == possible);
    CHECK(holds(document(session), "\"c\""));
    CHECK(holds(document(session), "\"d\""));
    CHECK_FALSE(holds(document(session), "\"b\""));
    // Of c alone the total would tell: d goes with it.
    CHECK(disclose(session, table, 3, 2) == possible);
    CHECK(holds(document(session), "2 numbers are hidden: 1 small, 1 to protect"));
    // What others have published cannot be hidden.
    CHECK(give(session, "c = 2\n") == INDICARE_OK);
    CHECK(disclose(session, table) == impossible);
    CHECK(holds(document(session), "NOT SAFE"));
    CHECK(indicare_forget_claims(session) == INDICARE_OK);
    CHECK(disclose(session, table) == possible);
    CHECK(disclose(session, "# nothing\n") == undecided);
}

TEST_CASE("what is said of a disclosure does not depend on what is hidden") {
    const std::string sums = "a + b + c + d = total\n";
    const auto told = [&sums](const std::string& numbers, const char* format) {
        Session session;
        CHECK(disclose(session, numbers + sums, 5, 2, format) == possible);
        return document(session);
    };
    for (const char* format : {"text", "json"}) {
        const std::string one = told("a = 1 ; b = 4 ; c = 40 ; d = 0 ; total = 45\n", format);
        const std::string other = told("a = 3 ; b = 2 ; c = 40 ; d = 0 ; total = 45\n", format);
        CHECK(one == other);
        CHECK(holds(one, "a"));
    }
}

TEST_CASE("a scorecard is written without its small numbers when that is safe") {
    Session session;
    CHECK(disclose(session, scorecard, 5, 2, "csv") == possible);
    const std::string safe = document(session);
    CHECK(holds(safe, "Eastmere,2023-03-31,started,children,c,"));
    CHECK(holds(safe, "Eastmere,2023-03-31,ceased,children,40,,0,40,,,\n"));
    CHECK(recover(session, safe) == possible);
    CHECK(recover(session, scorecard) == possible); // it hides nothing

    CHECK(give(session, "started_2023 = 3\n") == INDICARE_OK);
    CHECK(disclose(session, scorecard, 5, 2, "csv") ==
          Answer{INDICARE_NOT_AVAILABLE, INDICARE_IMPOSSIBLE});
    CHECK(session.error() ==
          "the scorecard is not safe, and was not made; the formats text and json say why");
    CHECK(recover(session, safe) == impossible);
    CHECK(holds(document(session), "started_2023 is 3"));
    CHECK(disclose(session, scorecard, 2, 2, "csv") == possible); // 3 is not small
}

TEST_CASE("what cannot be hidden in") {
    Session session;
    CHECK(disclose(session, "a = 2 ; a = 3\n") == refused(INDICARE_CONFLICT));
    CHECK(session.error() == "text: what is printed and known cannot all be true; an audit of it "
                             "says which figures contradict each other");
    CHECK(disclose(session, "a = 2\n", 5, 2, "csv") == refused(INDICARE_INVALID_ARGUMENT));
    CHECK(session.error() == "format: expected text or json, not \"csv\", which is for scorecards");
    CHECK(disclose(session, "a = 2\n", 5, 2, "claims") == refused(INDICARE_INVALID_ARGUMENT));
    CHECK(disclose(session, "authority,as_at\n") == refused(INDICARE_NOT_RECOGNISED));
    CHECK(session.total(INDICARE_ERROR) > 0);
    CHECK(disclose(session, "time_period,number\n2023,4\n") == refused(INDICARE_NOT_RECOGNISED));
    CHECK(session.error() == "text: expected a scorecard or claims, not a published file; what "
                             "that gives away indicare_make_recovery tells");
    for (const std::int64_t beyond : {std::int64_t{0}, std::int64_t{1'000'001}, INT64_MIN})
        CHECK(disclose(session, "a = 2\n", beyond, 2) == refused(INDICARE_OUT_OF_RANGE));
    CHECK(session.error().starts_with("small: expected 1 to 1000000, not "));
    for (const std::int64_t beyond : {std::int64_t{1}, std::int64_t{1'000'001}, INT64_MAX}) {
        CHECK(disclose(session, "a = 2\n", 5, beyond) == refused(INDICARE_OUT_OF_RANGE));
        CHECK(recover(session, "a = 2\n", beyond) == refused(INDICARE_OUT_OF_RANGE));
    }
    CHECK(session.error().starts_with("values: expected 2 to 1000000, not "));
    CHECK(indicare_document(session, nullptr, 0, nullptr) == INDICARE_WRONG_ORDER);
}

TEST_CASE("what is printed tells what is not") {
    Session session;
    CHECK(recover(session, "total = 10 ; a = 4\na + b = total\n") == impossible);
    CHECK(holds(document(session), "b is 6"));
    // a and b are 0 to 10: eleven numbers.
    CHECK(recover(session, "total = 10\na + b = total\n", 11) == possible);
    CHECK(recover(session, "total = 10\na + b = total\n", 12, "json") == impossible);
    CHECK(document(session).starts_with("{"));
    CHECK(give(session, "a = 4\n") == INDICARE_OK);
    CHECK(recover(session, "total = 10\na + b = total\n") == impossible);

    CHECK(recover(session, "# nothing\n") == undecided);
    CHECK(indicare_forget_claims(session) == INDICARE_OK);
    CHECK(recover(session, "total = 10\na + b == total\n") == undecided);
    CHECK(recover(session, "a + b = 3\na + b = 4\n") == undecided);
    CHECK(recover(session, "authority,as_at\n") == refused(INDICARE_NOT_RECOGNISED));
    CHECK(recover(session, "time_period,number\n2023,4\n") == refused(INDICARE_NOT_RECOGNISED));
    CHECK(recover(session, "a = 2\n", 2, "csv") == refused(INDICARE_INVALID_ARGUMENT));
}

TEST_CASE("a published file tells what it hides by what holds in all of it") {
    std::string published = "time_period,time_identifier,geographic_level,country_code,"
                            "country_name,region_code,region_name,old_la_code,la_name,"
                            "new_la_code,cla_group,characteristic,number\n";
    for (int place = 1; place <= 30; ++place) {
        const int adopted = place == 7 ? 3 : 10 + place;
        const int home = 40 + place;
        const auto add = [&](const std::string& name, int number) {
            const std::string code = std::to_string(800 + place);
            published += "2023,Reporting year,Local authority,E92000001,England,E12000001,North," +
                         code + ",Place " + code + ",E09000" + code + ",Reason," + name + "," +
                         (number <= 5 ? "c" : std::to_string(number)) + "\n";
        };
        add("Adopted", adopted);
        add("Home", home);
        add("Total", adopted + home);
    }
    Session session;
    CHECK(recover(session, published) == impossible);
    CHECK(holds(document(session), "is 3, by"));
    CHECK(give(session, published, "published.csv") == INDICARE_OK);
    CHECK(audit(session) == possible);
}

TEST_CASE("audits with arguments that are NULL") {
    Session session;
    std::int32_t verdict = -1;
    for (const indicare_status status : {
             indicare_give_claims(nullptr, "", 0, "", 0),
             indicare_forget_claims(nullptr),
             indicare_set_patience(nullptr, go_on, nullptr),
             indicare_make_audit(nullptr, "any", nul, "text", nul, &verdict),
             indicare_make_disclosure(nullptr, "", 0, "", 0, 5, 2, "text", nul, &verdict),
             indicare_make_recovery(nullptr, "", 0, "", 0, 2, "text", nul, &verdict),
             indicare_give_claims(session, nullptr, 1, "", 0),
             indicare_give_claims(session, "", 0, nullptr, 1),
             indicare_make_audit(session, nullptr, 1, "text", nul, &verdict),
             indicare_make_audit(session, "any", nul, nullptr, 0, &verdict),
             indicare_make_disclosure(session, "", 0, nullptr, 1, 5, 2, "text", nul, &verdict),
             indicare_make_recovery(session, nullptr, 1, "", 0, 2, "text", nul, &verdict),
         })
        CHECK(status == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "file: expected text, not NULL");
    CHECK(verdict == -1);
}
