#pragma once

#include <map>
#include <string>
#include <string_view>

#include "fields.hpp"

namespace indicare::io {

/// A label as a part of a name in the language of claims: small letters and digits, `_` for all
/// between, whole words up to so many characters.
inline std::string words_of(std::string_view label, std::size_t most) {
    std::string words;
    bool is_between = false;
    for (const char character : label) {
        const bool small =
            (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        const bool big = character >= 'A' && character <= 'Z';
        if (!small && !big) {
            is_between = true;
            continue;
        }
        if (is_between && !words.empty())
            words += '_';
        is_between = false;
        words += big ? static_cast<char>(character - 'A' + 'a') : character;
    }
    if (words.size() <= most)
        return words.empty() ? "rows" : words;
    const std::size_t end = words.rfind('_', most);
    return words.substr(0, end == std::string::npos ? most : end);
}

/// The names in use, each with the number that is tried first when it is wanted again.
using NamesInUse = std::map<std::string, unsigned>;

/// The words, or where they are in use already the first of `words_2`, `words_3` that are not.
inline std::string unused(const std::string& words, NamesInUse& in_use) {
    const auto [at, added] = in_use.try_emplace(words, 2);
    std::string name = words;
    for (bool is_free = added; !is_free; is_free = in_use.try_emplace(name, 2).second)
        name = words + "_" + std::to_string(at->second++);
    return name;
}

/// Whether a label has a word in it, in any case: `Suitability total` has `TOTAL`.
inline bool has_word(std::string_view label, std::string_view capitals) {
    const auto is_letter = [](char character) {
        return capital(character) >= 'A' && capital(character) <= 'Z';
    };
    const std::string text = in_capitals(label);
    for (std::size_t at = text.find(capitals); at != std::string::npos;
         at = text.find(capitals, at + 1)) {
        const std::size_t end = at + capitals.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
            return true;
    }
    return false;
}

} // namespace indicare::io
