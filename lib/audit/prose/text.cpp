#include "audit/prose/text.hpp"

#include <cstddef>
#include <cstdint>

namespace indicare::io::prose {

namespace {

constexpr std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// How many bytes the character there takes in UTF-8; 0 where there is none.
std::size_t length_of_character(std::string_view text, std::size_t at) {
    const std::uint32_t first = byte_at(text, at);
    const std::size_t length = first < 0x80U                      ? 1
                               : first >= 0xC2U && first < 0xE0U  ? 2
                               : first >= 0xE0U && first < 0xF0U  ? 3
                               : first >= 0xF0U && first <= 0xF4U ? 4
                                                                  : 0;
    for (std::size_t next = 1; next < length; ++next)
        if ((byte_at(text, at + next) & 0xC0U) != 0x80U)
            return 0;
    const std::uint32_t second = byte_at(text, at + 1);
    const bool overlong = (first == 0xE0U && second < 0xA0U) || (first == 0xF0U && second < 0x90U);
    const bool no_character =
        (first == 0xEDU && second >= 0xA0U) || (first == 0xF4U && second >= 0x90U);
    return overlong || no_character ? 0 : length;
}

} // namespace

std::string in_one_line(std::string_view text) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_of_character(text, at);
        if (byte_at(text, at) <= ' ' || text[at] == '\x7F') {
            blank = true;
            ++at;
            continue;
        }
        if (blank && !out.empty())
            out += ' ';
        blank = false;
        if (length == 0)
            out += '?';
        else
            out += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return out;
}

} // namespace indicare::io::prose
