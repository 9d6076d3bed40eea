#pragma once

#include <string>
#include <string_view>

namespace indicare::io::prose {

constexpr bool is_capital(char character) {
    return character >= 'A' && character <= 'Z';
}

/// A text in one line of valid UTF-8: blanks and control characters are joined to one blank, bytes
/// that are no UTF-8 become question marks.
std::string in_one_line(std::string_view text);

} // namespace indicare::io::prose
