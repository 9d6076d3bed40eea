#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace indicare::care {

namespace detail {

template <class Word>
Word word_at(std::string_view text, std::size_t at) {
    Word word;
    std::memcpy(&word, text.data() + at, sizeof(Word));
    return word;
}

template <class Word>
bool same_word(std::string_view a, std::string_view b, std::size_t at) {
    return word_at<Word>(a, at) == word_at<Word>(b, at);
}

} // namespace detail

/// Calls `take` with the words of eight bytes that hold a text. The last one may lie over the one
/// before; of a text of fewer than eight bytes there is one, filled up with zeros.
template <class Take>
void for_each_word(std::string_view text, Take&& take) {
    if (text.size() < 8) {
        std::uint64_t word = 0;
        for (const char character : text)
            word = word << 8 | static_cast<unsigned char>(character);
        return take(word);
    }
    for (std::size_t at = 0; at + 8 < text.size(); at += 8)
        take(detail::word_at<std::uint64_t>(text, at));
    take(detail::word_at<std::uint64_t>(text, text.size() - 8));
}

/// Whether two texts are the same. For texts of a few characters, which are compared by the
/// million: words of eight or four bytes, the last of which may lie over the one before.
inline bool same_text(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    if (size > 16)
        return a == b;
    if (size >= 8)
        return detail::same_word<std::uint64_t>(a, b, 0) &&
               detail::same_word<std::uint64_t>(a, b, size - 8);
    if (size >= 4)
        return detail::same_word<std::uint32_t>(a, b, 0) &&
               detail::same_word<std::uint32_t>(a, b, size - 4);
    for (std::size_t at = 0; at != size; ++at)
        if (a[at] != b[at])
            return false;
    return true;
}

} // namespace indicare::care
