#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indicare::io {

/// How many bytes the character there takes in UTF-8; 0 where there is none.
inline std::size_t length_of_character(std::string_view text, std::size_t at) {
    const auto byte_at = [text](std::size_t place) {
        return place < text.size()
                   ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[place]))
                   : 0U;
    };
    const std::uint32_t first = byte_at(at);
    const std::size_t length = first < 0x80U                      ? 1
                               : first >= 0xC2U && first < 0xE0U  ? 2
                               : first >= 0xE0U && first < 0xF0U  ? 3
                               : first >= 0xF0U && first <= 0xF4U ? 4
                                                                  : 0;
    for (std::size_t next = 1; next < length; ++next)
        if ((byte_at(at + next) & 0xC0U) != 0x80U)
            return 0;
    const std::uint32_t second = byte_at(at + 1);
    const bool overlong = (first == 0xE0U && second < 0xA0U) || (first == 0xF0U && second < 0x90U);
    const bool no_character =
        (first == 0xEDU && second >= 0xA0U) || (first == 0xF4U && second >= 0x90U);
    return overlong || no_character ? 0 : length;
}

/// The text with U+FFFD in place of each byte that is of no character in UTF-8.
inline std::string in_sound_utf8(std::string_view text) {
    std::string sound;
    sound.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_of_character(text, at);
        sound += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return sound;
}

} // namespace indicare::io
