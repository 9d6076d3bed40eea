#pragma once

#include <string>

namespace generate {

/// A number with leading zeros.
inline std::string digits(int number, std::size_t width) {
    std::string text = std::to_string(number);
    while (text.size() < width)
        text.insert(text.begin(), '0');
    return text;
}

} // namespace generate
