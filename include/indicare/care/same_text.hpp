#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace indicare::care {

/// Calls `take` with the words of eight bytes that hold a text. The last one may lie over the one
/// before; of a text of fewer than eight bytes there is one, filled up with zeros.
template <class Take>
void for_each_word(std::string_view text, Take&& take) {
    const auto word_at = [text](std::size_t at) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        return word;
    };
    if (text.size() < 8) {
        std::uint64_t word = 0;
        for (const char character : text)
            word = word << 8 | static_cast<unsigned char>(character);
        return take(word);
    }
    for (std::size_t at = 0; at + 8 < text.size(); at += 8)
        take(word_at(at));
    take(word_at(text.size() - 8));
}

/// Whether two texts are the same. For texts of a few characters, which are compared by the
/// million: words of eight or four bytes, the last of which may lie over the one before.
inline bool same_text(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    const auto same = [&a, &b]<class Word>(std::size_t at, Word) {
        Word of_a, of_b;
        std::memcpy(&of_a, a.data() + at, sizeof(Word));
        std::memcpy(&of_b, b.data() + at, sizeof(Word));
        return of_a == of_b;
    };
    if (size > 16)
        return a == b;
    if (size >= 8)
        return same(0, std::uint64_t{}) && same(size - 8, std::uint64_t{});
    if (size >= 4)
        return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
    for (std::size_t at = 0; at != size; ++at)
        if (a[at] != b[at])
            return false;
    return true;
}

} // namespace indicare::care
