// What happens when memory runs out, or something else is thrown, at every place where it can be.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "benchmarks.hpp"
#include "failing_job.hpp"
#include "session.hpp"

using indicare::tests::fail_each;
using indicare::tests::Failure;
using indicare::tests::four_children;
using indicare::tests::Job;
using indicare::tests::Outcome;

namespace {

constexpr std::size_t nul = INDICARE_NUL_TERMINATED;

constexpr std::string_view claims = "stock = 620\n"
                                    "population in 59000..60000\n"
                                    "stock per 10000 population = 104\n";
constexpr std::string_view claims_in_json =
    R"({"claims": ["a = 7", {"claim": "b in 1..2", "page": "4", "note": [1, {"c": null}]}]})";
constexpr std::string_view publication = "a + b + c + d = 310\na = 200\nb = 104\nc = 2\nd = 4\n";

class Figures : public Job {
  public:
    void make() {
        char buffer[64];
        std::size_t length = 0;
        std::int64_t number = 0;
        go(indicare_create(&session));
        go(indicare_set_option(session, "authority", nul,
                               "an authority with a name that is not short", nul));
        go(indicare_set_option(session, "columns", nul, "100", nul));
        go(indicare_give_postcodes(session, "postcodes.csv", nul,
                                   "postcode,easting,northing,la\nZZ1 1AA,1,2,X\nZZ1 1AB,a,b,X\n",
                                   nul));
        go(indicare_give_population(session, "an authority with a name that is not short", nul,
                                    2023, 1000));
        go(indicare_begin_table(session, "a file with a name that is not short.csv", nul, 2023));
        go(indicare_feed(session, four_children.data(), four_children.size()));
        go(indicare_feed(session, "E,01/06/2022,S,C2,N1,U4,PR1,01/05/2022,E4A,,,,\n", nul));
        go(indicare_end_table(session, nullptr));
        go(indicare_compute(session, 20230331));
        go(indicare_compute(session, 20220331));
        go(indicare_compute(session, 20230331));
        replace_a_child();
        go(indicare_figure_exact(session, 0, 0, buffer, sizeof buffer, nullptr));
        go(indicare_figure_numbers(session, 0, indicare_find_indicator("unaccompanied", 13),
                                   &number, nullptr, nullptr, nullptr),
           INDICARE_NOT_AVAILABLE);
        go(indicare_results_as_csv(session, nullptr, 0, &length), INDICARE_BUFFER_TOO_SMALL);
        go(indicare_finding_as_text(session, 0, buffer, 0, &length), INDICARE_BUFFER_TOO_SMALL);
        merge();
    }

  private:
    /// A, whose rows are given one by one.
    void replace_a_child() {
        const char* const columns[] = {"CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC"};
        const char* const row[] = {"A", "01/06/2022", "S", "C2", "N1", "U4", "31/02/2023", nullptr};
        go(indicare_begin_child(session, "an authority with a name that is not short", nul, "A",
                                1));
        go(indicare_begin_rows(session, "rows that have a name which is not short", nul, 2023,
                               columns, nullptr, 8));
        go(indicare_add_row(session, row, nullptr, 8));
        go(indicare_end_table(session, nullptr));
        go(indicare_end_child(session));
    }

    /// Takes the state, out of it and into it again, and computes it.
    void merge() {
        std::size_t length = 0;
        at_state = status() == INDICARE_OK;
        go(indicare_create_state(&state));
        go(indicare_take_state(session, state));
        go(indicare_merge_state(state, state), INDICARE_CONFLICT);
        go(indicare_subtract_state(state, state));
        go(indicare_take_state(session, state));
        go(indicare_forget_children(state));
        go(indicare_state_bytes(state, nullptr, 0, &length), INDICARE_BUFFER_TOO_SMALL);
        go(indicare_compute_state(session, state));
    }
};

/// Documents, of checked returns and of claims.
class Documents : public Job {
  public:
    void make() {
        go(indicare_create(&session));
        go(indicare_set_option(session, "checks", nul, "1", nul));
        go(indicare_begin_table(session, "a file with a name that is not short.csv", nul, 2023));
        go(indicare_feed(session, four_children.data(), four_children.size()));
        go(indicare_end_table(session, nullptr));
        go(indicare_compute(session, 20230331));
        std::size_t length = 0;
        go(indicare_results_as_json(session, nullptr, 0, &length), INDICARE_BUFFER_TOO_SMALL);
        go(indicare_make_movement(session, 0, 0, 20220331, "csv", nul), INDICARE_NOT_AVAILABLE);
        go(indicare_give_claims(session, "report.claims", nul, claims.data(), claims.size()));
        go(indicare_give_claims(session, "report.json", nul, claims_in_json.data(),
                                claims_in_json.size()));
        for (const char* const format : {"text", "json"}) {
            go(indicare_make_check(session, 20230331, format, nul));
            go(indicare_make_explanation(session, 0, 0, "2", nul, format, nul));
            go(indicare_make_life(session, 0, "A", nul, format, nul));
            go(indicare_make_audit(session, "any", nul, format, nul, nullptr));
        }
        go(indicare_make_disclosure(session, "printed", nul, publication.data(), publication.size(),
                                    5, 2, "text", nul, nullptr));
        go(indicare_make_recovery(session, "printed", nul, publication.data(), publication.size(),
                                  2, "json", nul, nullptr));
    }
};

/// A comparison and reports, of a small country.
class Reports : public Job {
  public:
    void make() {
        const std::string_view neighbours = indicare::tests::neighbours;
        go(indicare_create(&session));
        go(indicare_give_benchmarks(session, "rates.csv", nul, rates.data(), rates.size()));
        go(indicare_give_benchmarks(session, "neighbours_2021.csv", nul, neighbours.data(),
                                    neighbours.size()));
        go(indicare_give_population(session, "", nul, 2023, 10'000));
        go(indicare_begin_table(session, "a file with a name that is not short.csv", nul, 2023));
        go(indicare_feed(session, four_children.data(), four_children.size()));
        go(indicare_end_table(session, nullptr));
        go(indicare_make_comparison(session, "801", nul, 2023, "json", nul));
        for (const char* const format : {"html", "json"})
            go(indicare_make_report(session, "801", nul, 2023, 2, format, nul));
    }

  private:
    const std::string rates = indicare::tests::published_rates(); // before anything fails
};

/// Children behind figures, and how one moved from year to year, in every format.
class Explanations : public Job {
  public:
    void make() {
        go(indicare_create(&session));
        read(2022, "A,01/06/2021,S,C2,U4,,\nB,01/06/2021,S,C2,K2,,\n");
        read(2023, "A,01/06/2021,S,C2,U4,,\nB,01/06/2021,S,C2,K2,14/05/2022,X1\n"
                   "B,14/05/2022,P,C2,U6,,\nC,01/02/2023,S,C2,K2,,\n");
        go(indicare_give_populations(session, "population.csv", nul, populations.data(),
                                     populations.size()));
        go(indicare_compute(session, 20230331));
        const std::int64_t share = indicare_find_indicator("in_foster_care", nul);
        for (const char* const children : {"named", "numbered"}) {
            go(indicare_set_option(session, "children", nul, children, nul));
            explain(share);
            for (const char* const format : {"text", "csv", "json"}) {
                go(indicare_make_movement(session, 0, share, 20220331, format, nul));
                go(indicare_make_life(session, 0, "B", nul, format, nul));
            }
        }
        tell_limits(indicare_find_indicator("looked_after_rate", nul));
    }

  private:
    static constexpr std::string_view populations = "authority,year,population\n,2022,9000\n"
                                                    ",2023,10000\n,2023,9000\n,2024,x\n";

    void read(std::int32_t year, std::string_view episodes) {
        go(indicare_begin_table(session, "a file with a name that is not short.csv", nul, year));
        go(indicare_feed(session, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n", nul));
        go(indicare_feed(session, episodes.data(), episodes.size()));
        go(indicare_end_table(session, nullptr));
    }

    void explain(std::int64_t indicator) {
        char buffer[200];
        go(indicare_explain(session, 0, indicator));
        go(indicare_explained_child(session, 0, buffer, sizeof buffer, nullptr));
        go(indicare_explained_reason(session, 0, buffer, sizeof buffer, nullptr));
        go(indicare_write_document(
               session, [](void*, const char*, std::size_t) { return std::int32_t{0}; }, nullptr),
           has_document_ ? INDICARE_OK : INDICARE_WRONG_ORDER);
        has_document_ = true;
    }

    void tell_limits(std::int64_t indicator) {
        char buffer[200];
        const char* significance = nullptr;
        go(indicare_figure_limit_low(session, 0, indicator, "99", nul, buffer, sizeof buffer,
                                     nullptr));
        go(indicare_figure_limit_high(session, 0, indicator, "", nul, buffer, sizeof buffer,
                                      nullptr));
        go(indicare_figure_significance(session, 0, indicator, "62.5", nul, &significance));
    }

    bool has_document_ = false;
};

/// Claims that contradict each other, a scorecard and a published file; what is hidden, and what
/// can be told of it.
class Audits : public Job {
  public:
    void make() {
        go(indicare_create(&session));
        go(indicare_give_claims(session, "report.claims", nul, impossible.data(),
                                impossible.size()));
        audit("json", INDICARE_IMPOSSIBLE);
        go(indicare_give_claims(session, "rates.csv", nul, rates.data(), rates.size()));
        go(indicare_give_claims(session, "scorecard.csv", nul, scorecard.data(), scorecard.size()));
        audit("claims", INDICARE_UNDECIDED);
        go(indicare_forget_claims(session));
        go(indicare_make_disclosure(session, "scorecard.csv", nul, scorecard.data(),
                                    scorecard.size(), 5, 2, "csv", nul, nullptr));
        go(indicare_make_disclosure(session, "printed", nul, "a = 2 ; a = 3\n", nul, 5, 2, "text",
                                    nul, nullptr),
           INDICARE_CONFLICT);
        for (const char* const format : {"text", "json"})
            go(indicare_make_recovery(session, "printed", nul,
                                      "total = 10 ; a = 4\na + b = total\n", nul, 2, format, nul,
                                      nullptr));
        go(indicare_make_recovery(session, "rates.csv", nul, rates.data(), rates.size(), 2, "text",
                                  nul, nullptr));
    }

  private:
    static constexpr std::string_view impossible = "a = 7 ; b = 4 ; percent a of a + b = 65%\n";
    static constexpr std::string_view scorecard =
        "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,high,squares\n"
        "Eastmere,2023-03-31,started,children,3,,0,3,,,\n"
        "Eastmere,2023-03-31,ceased,children,40,,0,40,,,\n";

    void audit(const char* format, std::int32_t expected) {
        std::int32_t verdict = -1;
        go(indicare_make_audit(session, "half_up", nul, format, nul, &verdict));
        if (status() == INDICARE_OK && verdict != expected)
            go(INDICARE_CONFLICT);
    }

    const std::string rates = indicare::tests::published_rates(); // before anything fails
};

void check(const Outcome& outcome, long allocations) {
    CHECK(outcome.allocations > allocations); // those of the library are indeed those that fail
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
    CHECK(outcome.all_given_back);
}

void check_documents(long apart) {
    const auto out_of_memory = INDICARE_OUT_OF_MEMORY;
    check(fail_each<Documents>(Failure::no_memory, out_of_memory, apart), 5000);
    check(fail_each<Reports>(Failure::no_memory, out_of_memory, apart), 5000);
    check(fail_each<Explanations>(Failure::no_memory, out_of_memory, apart), 5000);
    check(fail_each<Audits>(Failure::no_memory, out_of_memory, apart), 5000);
}

} // namespace

TEST_CASE("memory that runs out anywhere ends the session, and nothing else") {
    check(fail_each<Figures>(Failure::no_memory, INDICARE_OUT_OF_MEMORY), 50);
}

TEST_CASE("anything else that is thrown ends the session, and nothing else") {
    check(fail_each<Figures>(Failure::fault, INDICARE_INTERNAL), 50);
}

TEST_CASE("memory that runs out while documents are made ends the session, and nothing else") {
    check_documents(19);
}

TEST_CASE("and at each single allocation", "[.][whole]") {
    check_documents(1);
}
