#pragma once

#include <new>

#include <catch2/catch.hpp>

#include "support/failing_memory.hpp"

namespace indicare::tests {

/// Runs `change(known)` so that its first allocation fails, then anew so that its second does, and
/// so on until none fails; gives what is known after each to `look(known, failed)`. Nothing but
/// that failure runs out of memory, and all of it is given back.
template <class Known, class Change, class Look>
void let_each_allocation_fail(Change&& change, Look&& look) {
    long after = 0;
    for (bool failed = true; failed; ++after) {
        CAPTURE(after);
        const long alive = allocations_alive();
        {
            Known known;
            bool ran_out = false;
            {
                const FailingAllocation failing(after, Failure::no_memory);
                try {
                    change(known);
                } catch (const std::bad_alloc&) {
                    ran_out = true;
                }
                failed = failing.has_failed();
            }
            CHECK((failed || !ran_out));
            look(known, failed);
        }
        const long left = allocations_alive() - alive;
        CHECK(left == 0);
    }
    CHECK(after > 100);
}

} // namespace indicare::tests
