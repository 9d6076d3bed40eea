#include "audit/prose/text.hpp"

#include <cstddef>

#include "indicare/io/utf8.hpp"

namespace indicare::io::prose {

std::string in_one_line(std::string_view text) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_of_character(text, at);
        if (static_cast<unsigned char>(text[at]) <= ' ' || text[at] == '\x7F') {
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
