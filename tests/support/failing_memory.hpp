#pragma once

#include <cstddef>

// A program that is linked with this replaces the allocations of C++ by some of which any can be
// let fail, and has others for libraries in C that can be told what to take memory with.

namespace indicare::tests {

/// How an allocation fails: there is no memory, or something else is thrown.
enum class Failure { no_memory, fault };

/// While there is one, the allocation after the next so many fails.
class FailingAllocation {
  public:
    FailingAllocation(long after, Failure how);
    FailingAllocation(const FailingAllocation&) = delete;
    FailingAllocation& operator=(const FailingAllocation&) = delete;
    ~FailingAllocation();

    /// Whether it came to that.
    bool has_failed() const;
};

/// How many allocations have not been given back.
long allocations_alive();

/// The same for C: null where there is no memory.
void* allocate(std::size_t size) noexcept;
void* reallocate(void* memory, std::size_t size) noexcept;
void release(void* memory) noexcept;

} // namespace indicare::tests
