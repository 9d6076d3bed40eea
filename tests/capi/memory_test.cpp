// What happens when memory runs out, or something else is thrown, at every place where it can be.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <string>

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

/// A small whole job. Stops at the first status that is not expected, and gives it.
class Job {
  public:
    ~Job() { indicare_destroy(session); }

    indicare_status run() {
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
        return status;
    }

    indicare_session* session = nullptr;

  private:
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

    void go(indicare_status came, indicare_status expected = INDICARE_OK) {
        if (status == INDICARE_OK && came != expected)
            status = came;
    }

    indicare_status status = INDICARE_OK;
};

struct Outcome {
    long allocations;
    bool only_expected = true;
    bool session_ended = true;
};

/// Runs the job with its first allocation failing, then its second, until one run needs no more.
Outcome fail_each(Failure how, indicare_status expected) {
    Outcome outcome{0};
    for (;; ++outcome.allocations) {
        Job job;
        allocations_left = outcome.allocations;
        failure = how;
        const indicare_status status = job.run();
        const bool done = allocations_left >= 0;
        failure = Failure::none;
        // The standard library may do without the memory that it did not get.
        outcome.only_expected =
            outcome.only_expected && (status == INDICARE_OK || status == expected);
        if (status == expected && job.session != nullptr) {
            char text[INDICARE_ERROR_TEXT_SIZE];
            std::int64_t number = 0;
            outcome.session_ended =
                outcome.session_ended && indicare_compute(job.session, 20230331) == expected &&
                indicare_finding_count(job.session, &number) == expected &&
                indicare_error_text(job.session, text, sizeof text, nullptr) == INDICARE_OK &&
                std::string(text).find("can only be destroyed") != std::string::npos;
        }
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
    const Outcome outcome = fail_each(Failure::no_memory, INDICARE_OUT_OF_MEMORY);
    CHECK(outcome.allocations > 50); // the library's allocations are indeed those that fail
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
}

TEST_CASE("anything else that is thrown ends the session, and nothing else") {
    const Outcome outcome = fail_each(Failure::fault, INDICARE_INTERNAL);
    CHECK(outcome.allocations > 50);
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
}
