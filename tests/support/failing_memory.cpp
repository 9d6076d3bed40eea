#include "failing_memory.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace indicare::tests {

namespace {

bool is_armed = false;
long allocations_left = 0; ///< before the one that fails; counts on below 0
Failure failure = Failure::no_memory;
std::atomic<long> alive = 0;

bool fails() {
    return is_armed && allocations_left-- == 0;
}

void* allocate_or_throw(std::size_t size) {
    if (fails()) {
        if (failure == Failure::no_memory)
            throw std::bad_alloc();
        throw 1;
    }
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr)
        throw std::bad_alloc();
    ++alive;
    return memory;
}

} // namespace

FailingAllocation::FailingAllocation(long after, Failure how) {
    allocations_left = after;
    failure = how;
    is_armed = true;
}

FailingAllocation::~FailingAllocation() {
    is_armed = false;
}

bool FailingAllocation::has_failed()
    const { // NOLINT(readability-convert-member-functions-to-static)
    return allocations_left < 0;
}

long allocations_alive() {
    return alive;
}

void* allocate(std::size_t size) noexcept {
    return reallocate(nullptr, size);
}

void* reallocate(void* memory, std::size_t size) noexcept {
    void* const more = fails() ? nullptr : std::realloc(memory, size);
    if (more != nullptr && memory == nullptr)
        ++alive;
    return more;
}

void release(void* memory) noexcept {
    alive -= memory == nullptr ? 0 : 1;
    std::free(memory);
}

} // namespace indicare::tests

void* operator new(std::size_t size) {
    return indicare::tests::allocate_or_throw(size);
}
void* operator new[](std::size_t size) {
    return indicare::tests::allocate_or_throw(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return indicare::tests::allocate_or_throw(size);
    } catch (...) {
        return nullptr;
    }
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
    return operator new(size, nothrow);
}
void operator delete(void* memory) noexcept {
    indicare::tests::release(memory);
}
void operator delete[](void* memory) noexcept {
    indicare::tests::release(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    indicare::tests::release(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    indicare::tests::release(memory);
}
