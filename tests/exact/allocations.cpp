#include <indicare/exact/printing.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

using namespace indicare::exact;

namespace {

std::atomic<std::size_t> allocations{0};

template <class Work>
std::size_t allocations_of(Work&& work) {
    const std::size_t before = allocations;
    work();
    return allocations - before;
}

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size > 0 ? size : 1))
        return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size > 0 ? size : 1);
}
// Not inlined, or gcc sees free() meet new and warns.
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

TEST_CASE("a small figure is rounded and printed within its string", "[exact][printing]") {
    std::string text;
    REQUIRE(allocations_of([&] { text = std::string(100, '.'); }) == 1);
    CHECK(allocations_of([&] { text = print_quotient(89, 845, 100, places(1)); }) == 0);
    CHECK(text == "10.5");
    CHECK(allocations_of([&] {
              text = print(Decimal{integer(31010), 0}, Thousands::commas);
          }) == 0);
    CHECK(text == "31,010");
    CHECK(allocations_of([&] {
              text = print(round(integer(755), integer(100), places(1), Rounding::half_up));
          }) == 0);
    CHECK(text == "7.6");
}
