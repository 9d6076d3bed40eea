// What happens when memory runs out, or something else is thrown, at every place where it can be.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "benchmarks.hpp"
#include "session.hpp"

using indicare::tests::four_children;

namespace {

enum class Failure { none, no_memory, fault };

/// The next allocation that fails, and how. Counts down while armed.
long allocations_left = -1;
Failure failure = Failure::none;

void* allocate(std::size_t size) {
    if (failure != Failure::none && allocations_left-- == 0) {
        if (failure == Failure::no_memory)
            throw std::bad_alloc();
        throw 1;
    }
    if (void* const memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}

enum class Work { figures, documents, reports };

constexpr std::string_view claims = "stock = 620\n"
                                    "population in 59000..60000\n"
                                    "stock per 10000 population = 104\n";
constexpr std::string_view claims_in_json =
    R"({"claims": ["a = 7", {"claim": "b in 1..2", "page": "4", "note": [1, {"c": null}]}]})";
constexpr std::string_view publication = "a + b + c + d = 310\na = 200\nb = 104\nc = 2\nd = 4\n";

/// A small whole job. Stops at the first status that is not expected, and gives it.
class Job {
  public:
    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job() {
        indicare_destroy(session);
        indicare_destroy_state(state);
    }

    indicare_status run(Work work) {
        switch (work) {
        case Work::figures:
            make_figures();
            break;
        case Work::documents:
            make_documents();
            break;
        case Work::reports:
            make_reports();
            break;
        }
        return status;
    }

    /// Whether what failed, the session or the state, has ended by that and says so.
    bool has_ended(indicare_status expected) const {
        char text[INDICARE_ERROR_TEXT_SIZE];
        std::int64_t number = 0;
        std::size_t length = 0;
        const auto says_so = [&text](indicare_status status) {
            return status == INDICARE_OK &&
                   std::string(text).find("can only be destroyed") != std::string::npos;
        };
        const bool session_has = indicare_compute(session, 20230331) == expected &&
                                 indicare_finding_count(session, &number) == expected;
        if (session_has)
            return says_so(indicare_error_text(session, text, sizeof text, nullptr));
        return at_state &&
               (state == nullptr ||
                (indicare_state_bytes(state, nullptr, 0, &length) == expected &&
                 says_so(indicare_state_error_text(state, text, sizeof text, nullptr))));
    }

    indicare_session* session = nullptr;
    indicare_state* state = nullptr;
    bool at_state = false; ///< it has come to states

  private:
    void make_figures() {
        char buffer[64];
        std::size_t length = 0;
        std::int64_t number = 0;
        go(indicare_create(&session));
        go(indicare_set_option(session, "authority", INDICARE_NUL_TERMINATED,
                               "an authority with a name that is not short",
                               INDICARE_NUL_TERMINATED));
        go(indicare_set_option(session, "columns", INDICARE_NUL_TERMINATED, "100",
                               INDICARE_NUL_TERMINATED));
        go(indicare_give_postcodes(session, "postcodes.csv", INDICARE_NUL_TERMINATED,
                                   "postcode,easting,northing,la\nZZ1 1AA,1,2,X\nZZ1 1AB,a,b,X\n",
                                   INDICARE_NUL_TERMINATED));
        go(indicare_give_population(session, "an authority with a name that is not short",
                                    INDICARE_NUL_TERMINATED, 2023, 1000));
        go(indicare_begin_table(session, "a file with a name that is not short.csv",
                                INDICARE_NUL_TERMINATED, 2023));
        go(indicare_feed(session, four_children.data(), four_children.size()));
        go(indicare_feed(session, "E,01/06/2022,S,C2,N1,U4,PR1,01/05/2022,E4A,,,,\n",
                         INDICARE_NUL_TERMINATED));
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

    /// Documents, of checked returns and of claims.
    void make_documents() {
        constexpr std::size_t nul = INDICARE_NUL_TERMINATED;
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

    /// A comparison and reports, of a small country.
    void make_reports() {
        constexpr std::size_t nul = INDICARE_NUL_TERMINATED;
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

    /// A, whose rows are given one by one.
    void replace_a_child() {
        const char* const columns[] = {"CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC"};
        const char* const row[] = {"A", "01/06/2022", "S", "C2", "N1", "U4", "31/02/2023", nullptr};
        go(indicare_begin_child(session, "an authority with a name that is not short",
                                INDICARE_NUL_TERMINATED, "A", 1));
        go(indicare_begin_rows(session, "rows that have a name which is not short",
                               INDICARE_NUL_TERMINATED, 2023, columns, nullptr, 8));
        go(indicare_add_row(session, row, nullptr, 8));
        go(indicare_end_table(session, nullptr));
        go(indicare_end_child(session));
    }

    /// Takes the state, out of it and into it again, and computes it.
    void merge() {
        std::size_t length = 0;
        at_state = status == INDICARE_OK;
        go(indicare_create_state(&state));
        go(indicare_take_state(session, state));
        go(indicare_merge_state(state, state), INDICARE_CONFLICT);
        go(indicare_subtract_state(state, state));
        go(indicare_take_state(session, state));
        go(indicare_forget_children(state));
        go(indicare_state_bytes(state, nullptr, 0, &length), INDICARE_BUFFER_TOO_SMALL);
        go(indicare_compute_state(session, state));
    }

    void go(indicare_status came, indicare_status expected = INDICARE_OK) {
        if (status == INDICARE_OK && came != expected)
            status = came;
    }

    const std::string rates = indicare::tests::published_rates(); // before anything fails
    indicare_status status = INDICARE_OK;
};

struct Outcome {
    long allocations;
    bool only_expected = true;
    bool session_ended = true;
};

/// Runs the job with its first allocation failing, then one that is `apart` further on, until one
/// run needs no more.
Outcome fail_each(Work work, Failure how, indicare_status expected, long apart = 1) {
    Outcome outcome{0};
    for (;; outcome.allocations += apart) {
        Job job;
        allocations_left = outcome.allocations;
        failure = how;
        const indicare_status status = job.run(work);
        const bool done = allocations_left >= 0;
        failure = Failure::none;
        // The standard library may do without the memory that it did not get.
        outcome.only_expected =
            outcome.only_expected && (status == INDICARE_OK || status == expected);
        if (status == expected && job.session != nullptr)
            outcome.session_ended = outcome.session_ended && job.has_ended(expected);
        if (done)
            return outcome;
    }
}

} // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return allocate(size);
    } catch (...) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

TEST_CASE("memory that runs out anywhere ends the session, and nothing else") {
    const Outcome outcome = fail_each(Work::figures, Failure::no_memory, INDICARE_OUT_OF_MEMORY);
    CHECK(outcome.allocations > 50); // the library's allocations are indeed those that fail
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
}

TEST_CASE("anything else that is thrown ends the session, and nothing else") {
    const Outcome outcome = fail_each(Work::figures, Failure::fault, INDICARE_INTERNAL);
    CHECK(outcome.allocations > 50);
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
}

namespace {

void check_documents(long apart) {
    for (const Work work : {Work::documents, Work::reports}) {
        const Outcome outcome = fail_each(work, Failure::no_memory, INDICARE_OUT_OF_MEMORY, apart);
        CHECK(outcome.allocations > 5000);
        CHECK(outcome.only_expected);
        CHECK(outcome.session_ended);
    }
}

} // namespace

TEST_CASE("memory that runs out while documents are made ends the session, and nothing else") {
    check_documents(7);
}

TEST_CASE("and at each single allocation", "[.][whole]") {
    check_documents(1);
}
