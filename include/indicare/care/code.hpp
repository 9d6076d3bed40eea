#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace indicare::care {

/// One code of a code list: its text in a return, what it means, and the return years (the year of
/// the 31 March) in which it may be used.
struct Code {
    std::string_view text;
    std::string_view meaning;
    int first_year = 0;
    int last_year = 9999;

    constexpr bool valid_in(int year) const { return first_year <= year && year <= last_year; }
};

/// The code list behind an enumeration of codes. A specialisation gives `column` (the column's
/// name) and `codes` in the order of the enumerators after the first two, which are always `blank`
/// (nothing given) and `unlisted` (something that is not in the list).
template <class E>
struct CodeList;

/// The entry of a code; not for `blank` and `unlisted`.
template <class E>
constexpr const Code& code_of(E code) {
    return CodeList<E>::codes[static_cast<std::size_t>(code) - 2];
}

/// The code's text; empty for `blank`, `?` for `unlisted`.
template <class E>
constexpr std::string_view text_of(E code) {
    if (code == E::blank)
        return {};
    return code == E::unlisted ? std::string_view("?") : code_of(code).text;
}

namespace detail {

/// One to seven characters in one number, no two texts in the same; other texts give 0.
constexpr std::uint64_t packed(std::string_view text) {
    const auto byte = [text](std::size_t at) {
        return std::uint64_t{static_cast<unsigned char>(text[at])};
    };
    const auto four_bytes = [byte](std::size_t at) {
        return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24;
    };
    const std::size_t size = text.size();
    const std::uint64_t length = std::uint64_t{size} << 56; // so that NULs count
    switch (size) {
    case 1:
        return length | byte(0);
    case 2:
        return length | byte(0) | byte(1) << 8;
    case 3:
        return length | byte(0) | byte(1) << 8 | byte(2) << 16;
    case 4:
    case 5:
    case 6:
    case 7: // the last four bytes lie over the first four, and agree with them
        return length | four_bytes(0) | four_bytes(size - 4) << (8 * (size - 4));
    default:
        return 0;
    }
}

/// A table from a code's text to its enumerator, made at compile time.
template <class E>
class CodeIndex {
  public:
    constexpr CodeIndex() {
        for (std::size_t i = 0; i < CodeList<E>::codes.size(); ++i) {
            const std::uint64_t key = packed(CodeList<E>::codes[i].text);
            std::size_t slot = slot_of(key);
            while (keys_[slot] != 0)
                slot = (slot + 1) % size;
            keys_[slot] = key;
            values_[slot] = static_cast<std::uint8_t>(i + 2);
        }
    }

    constexpr E find(std::string_view text) const {
        const std::uint64_t key = packed(text);
        if (key == 0)
            return text.empty() ? E::blank : E::unlisted;
        for (std::size_t slot = slot_of(key); keys_[slot] != 0; slot = (slot + 1) % size)
            if (keys_[slot] == key)
                return static_cast<E>(values_[slot]);
        return E::unlisted;
    }

  private:
    static constexpr std::size_t size = 128;
    static_assert(CodeList<E>::codes.size() <= size / 2);

    static constexpr std::size_t slot_of(std::uint64_t key) {
        return static_cast<std::size_t>(key * 0x9e3779b97f4a7c15ULL >> 57);
    }

    std::array<std::uint64_t, size> keys_{};
    std::array<std::uint8_t, size> values_{};
};

template <class E>
inline constexpr CodeIndex<E> code_index{};

} // namespace detail

/// The code with this text, in capitals and without blanks round it; `blank` for an empty text and
/// `unlisted` for one that the list does not hold. Cost: one look in a table made at compile time.
template <class E>
constexpr E code_named(std::string_view text) {
    return detail::code_index<E>.find(text);
}

} // namespace indicare::care
