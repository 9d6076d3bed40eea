#pragma once

#include <cstdint>
#include <string>

#include <indicare.h>

#include "support/failing_memory.hpp"

namespace indicare::tests {

/// A small whole job through the C API, whose `make()` begins with a session. It keeps the first
/// status that is not expected; the calls after that are made all the same.
class Job {
  public:
    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job() {
        indicare_destroy(session);
        indicare_destroy_state(state);
    }

    indicare_status status() const { return status_; }
    bool has_session() const { return session != nullptr; }
    /// Whether all that was handed over was released.
    bool is_released() const { return true; }

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

  protected:
    void go(indicare_status came, indicare_status expected = INDICARE_OK) {
        if (status_ == INDICARE_OK && came != expected)
            status_ = came;
    }

    indicare_session* session = nullptr;
    indicare_state* state = nullptr;
    bool at_state = false; ///< it has come to states

  private:
    indicare_status status_ = INDICARE_OK;
};

struct Outcome {
    long allocations = 0;
    bool only_expected = true;
    bool session_ended = true;
    bool all_given_back = true;

    void add(const Outcome& run) {
        only_expected = only_expected && run.only_expected;
        session_ended = session_ended && run.session_ended;
        all_given_back = all_given_back && run.all_given_back;
    }
};

/// Runs a job once with one of its allocations failing. Whether it came to that.
template <class AnyJob>
bool fail_one(long after, Failure how, indicare_status expected, Outcome& outcome) {
    const long alive = allocations_alive();
    bool failed = false;
    bool released = false;
    {
        AnyJob job;
        {
            const FailingAllocation failing(after, how);
            job.make();
            failed = failing.has_failed();
        }
        released = job.is_released();
        // The standard library may do without the memory that it did not get.
        outcome.only_expected =
            outcome.only_expected && (job.status() == INDICARE_OK || job.status() == expected);
        if (job.status() == expected && job.has_session())
            outcome.session_ended = outcome.session_ended && job.has_ended(expected);
    }
    outcome.all_given_back = released && allocations_alive() == alive;
    return failed;
}

/// Runs the job with its first allocation failing, then one that is `apart` further on, until one
/// run needs no more.
template <class AnyJob>
Outcome fail_each(Failure how, indicare_status expected, long apart = 1) {
    Outcome outcome;
    for (;; outcome.allocations += apart) {
        Outcome run;
        bool failed = fail_one<AnyJob>(outcome.allocations, how, expected, run);
        if (!run.all_given_back) // what lasts as long as the program is made once
            failed = fail_one<AnyJob>(outcome.allocations, how, expected, run);
        outcome.add(run);
        if (!failed)
            return outcome;
    }
}

} // namespace indicare::tests
