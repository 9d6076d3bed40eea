#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "indicare/care/texts.hpp"

namespace indicare::tests {

/// Texts of two words of which the second undoes what the first makes of the hash, so that all have
/// the same one.
inline std::string made_to_collide(std::uint64_t number, care::Texts::Owner owner) {
    const std::uint64_t begun = 0x9e3779b97f4a7c15ULL + owner;
    std::uint64_t hash = (begun ^ number) * 0xbf58476d1ce4e5b9ULL;
    hash ^= hash >> 32;
    const std::array<std::uint64_t, 2> words{number, hash};
    std::string text(sizeof(words), '\0');
    std::memcpy(text.data(), words.data(), sizeof(words));
    return text;
}

} // namespace indicare::tests
