#include "csv_separators.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#define INDICARE_SSE2
#include <emmintrin.h>
#endif
// Code for AVX2 is compiled wherever the compiler can, and run only where the machine can.
#if defined(INDICARE_SSE2) && defined(__GNUC__)
#define INDICARE_AVX2
#include <immintrin.h>
#endif

namespace indicare::io {
namespace {

constexpr std::uint64_t every_byte(char value) {
    return 0x0101010101010101U * static_cast<unsigned char>(value);
}

/// 0x80 in each byte that is 0, and 0 in the others.
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
    constexpr std::uint64_t low = every_byte(0x7F);
    return ~(((word & low) + low) | word | low);
}

constexpr std::uint64_t reversed(std::uint64_t word) {
    word = (word & 0x00FF00FF00FF00FFU) << 8 | (word >> 8 & 0x00FF00FF00FF00FFU);
    word = (word & 0x0000FFFF0000FFFFU) << 16 | (word >> 16 & 0x0000FFFF0000FFFFU);
    return word << 32 | word >> 32;
}

std::uint64_t load_little_endian(const char* text) {
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    return std::endian::native == std::endian::little ? word : reversed(word);
}

std::uint64_t mark_8(const char* text) {
    const std::uint64_t word = load_little_endian(text);
    const std::uint64_t marks =
        zero_bytes(word ^ every_byte(',')) | zero_bytes(word ^ every_byte('"')) |
        zero_bytes(word ^ every_byte('\n')) | zero_bytes(word ^ every_byte('\r'));
    constexpr std::uint64_t gather_to_top = 0x0102040810204080U;
    return ((marks >> 7) * gather_to_top) >> 56;
}

std::uint64_t mark_64_portably(const char* text) {
    std::uint64_t mask = 0;
    for (unsigned word = 0; word != 8; ++word)
        mask |= mark_8(text + std::size_t{8} * word) << (8 * word);
    return mask;
}

/// Writes down where the bits of a mask stand, eight at a time: fewer are there than are written,
/// and the next mask writes over those.
inline std::uint16_t* write_places(std::uint64_t mask, std::size_t from, std::uint16_t* places) {
    const int count = std::popcount(mask);
    for (int done = 0; done < count; done += 8)
#pragma GCC unroll 8
        for (int each = 0; each < 8; ++each) {
            places[done + each] =
                static_cast<std::uint16_t>(from + static_cast<std::size_t>(std::countr_zero(mask)));
            mask &= mask - 1;
        }
    return places + count;
}

/// Finds separators with code that marks those of 64 bytes. Always made part of its callers, which
/// say what machine it is compiled for.
template <auto Mark64>
[[gnu::always_inline]] inline std::size_t find(const char* text, std::size_t size,
                                               SeparatorPlaces& places) {
    std::uint16_t* next = places.data();
    std::size_t at = 0;
    for (; at + 64 <= size; at += 64)
        next = write_places(Mark64(text + at), at, next);
    if (at != size) {
        std::array<char, 64> last{};
        std::memcpy(last.data(), text + at, size - at);
        next = write_places(Mark64(last.data()), at, next);
    }
    return static_cast<std::size_t>(next - places.data());
}

std::size_t find_portably(const char* text, std::size_t size, SeparatorPlaces& places) {
    return find<mark_64_portably>(text, size, places);
}

#ifdef INDICARE_SSE2
std::uint64_t mark_16_sse2(const char* text) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    const __m128i within = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
                                        _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
    const __m128i line = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(within, line)));
}

std::uint64_t mark_64_sse2(const char* text) {
    return mark_16_sse2(text) | mark_16_sse2(text + 16) << 16 | mark_16_sse2(text + 32) << 32 |
           mark_16_sse2(text + 48) << 48;
}

std::size_t find_by_sse2(const char* text, std::size_t size, SeparatorPlaces& places) {
    return find<mark_64_sse2>(text, size, places);
}
#endif

#ifdef INDICARE_AVX2
#define INDICARE_FOR_AVX2 [[gnu::target("avx2,bmi,popcnt")]]

INDICARE_FOR_AVX2 inline std::uint64_t mark_32_avx2(const char* text) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const __m256i within = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(',')),
                                           _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')));
    const __m256i line = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                                         _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r')));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_or_si256(within, line)));
}

INDICARE_FOR_AVX2 std::uint64_t mark_64_avx2(const char* text) {
    return mark_32_avx2(text) | mark_32_avx2(text + 32) << 32;
}

INDICARE_FOR_AVX2 std::size_t find_by_avx2(const char* text, std::size_t size,
                                           SeparatorPlaces& places) {
    return find<mark_64_avx2>(text, size, places);
}
#endif

} // namespace

bool runs(CsvCode code) noexcept {
#ifdef INDICARE_AVX2
    if (code == CsvCode::avx2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
               __builtin_cpu_supports("popcnt");
#endif
#ifdef INDICARE_SSE2
    if (code == CsvCode::sse2)
        return true;
#endif
    return code == CsvCode::fastest || code == CsvCode::portable;
}

FindSeparators find_separators_by(CsvCode code) noexcept {
#ifdef INDICARE_AVX2
    if (runs(CsvCode::avx2) && (code == CsvCode::fastest || code == CsvCode::avx2))
        return find_by_avx2;
#endif
#ifdef INDICARE_SSE2
    if (code != CsvCode::portable)
        return find_by_sse2;
#endif
    return find_portably;
}

} // namespace indicare::io
