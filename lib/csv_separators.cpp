#include "csv_separators.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#define INDICARE_SSE2
#include <emmintrin.h>
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

template <auto Mark64>
void mark(const char* text, std::size_t size, std::uint64_t* masks) {
    std::array<char, 64> last{};
    while (size != 0) {
        const std::size_t taken = std::min<std::size_t>(size, 64);
        if (taken != 64)
            text = static_cast<const char*>(std::memcpy(last.data(), text, taken));
        *masks++ = Mark64(text);
        text += taken;
        size -= taken;
    }
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
#endif

} // namespace

void mark_separators_portably(const char* text, std::size_t size, std::uint64_t* masks) {
    mark<mark_64_portably>(text, size, masks);
}

MarkSeparators fastest_mark_separators() noexcept {
#ifdef INDICARE_SSE2
    return mark<mark_64_sse2>;
#else
    return mark_separators_portably;
#endif
}

} // namespace indicare::io
