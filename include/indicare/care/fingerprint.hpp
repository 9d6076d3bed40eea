#pragma once

#include <cstdint>
#include <string_view>

namespace indicare::care {

/// Where the fingerprint of a text begins that continues no other.
inline constexpr std::uint64_t fingerprint_start = 0xcbf29ce484222325ULL;

/// 64 bits that tell texts apart: the FNV-1a hash, the same on every machine. `before` is the
/// fingerprint of what the text continues. Texts of one length that differ in one byte never share
/// it; that it is not forged is not promised.
constexpr std::uint64_t fingerprint_of(std::string_view text,
                                       std::uint64_t before = fingerprint_start) {
    std::uint64_t bits = before;
    for (const char character : text)
        bits = (bits ^ static_cast<unsigned char>(character)) * 0x100000001b3ULL;
    return bits;
}

/// The same of several texts, one after the other, each with its end.
constexpr std::uint64_t fingerprint_of_all(std::uint64_t before, auto... texts) {
    ((before = fingerprint_of(std::string_view("\0", 1), fingerprint_of(texts, before))), ...);
    return before;
}

} // namespace indicare::care
