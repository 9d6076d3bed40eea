#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

// Words that the reading of prose knows, as data.

namespace indicare::io::prose {

template <std::size_t size>
constexpr bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

inline constexpr std::array<std::string_view, 17> words_of_people = {
    "child", "children", "young",     "people", "person", "persons", "boys",    "girls",      "boy",
    "girl",  "siblings", "teenagers", "youths", "babies", "infants", "leavers", "adolescents"};

/// `seven more looked after children`
inline constexpr std::array<std::string_view, 15> words_between_number_and_people = {
    "more",  "fewer", "less", "other", "additional", "further", "new",          "looked",
    "after", "care",  "of",   "these", "the",        "our",     "unaccompanied"};

inline constexpr std::array<std::string_view, 18> words_of_rise = {
    "increase", "increased", "increases", "increasing", "rise",  "rose",
    "risen",    "rises",     "rising",    "grew",       "grown", "growth",
    "up",       "higher",    "more",      "climbed",    "gain",  "additional"};
inline constexpr std::array<std::string_view, 25> words_of_fall = {
    "decrease", "decreased", "decreases", "decreasing", "reduction", "reduced", "reduces",
    "fall",     "fell",      "fallen",    "falls",      "falling",   "decline", "declined",
    "declines", "declining", "drop",      "dropped",    "drops",     "down",    "fewer",
    "less",     "lower",     "shrank",    "reducing"};

/// 1 for a word of a rise, -1 for one of a fall, 0 for any other.
constexpr int direction_of(std::string_view word) {
    return is_one_of(words_of_rise, word) ? 1 : is_one_of(words_of_fall, word) ? -1 : 0;
}

/// In front of an amount by which something changes.
inline constexpr std::array<std::string_view, 2> words_of_amount = {"of", "by"};

inline constexpr std::array<std::string_view, 9> words_of_rounding = {
    "around", "about", "approximately", "roughly", "some", "circa", "approx", "c", "~"};
inline constexpr std::array<std::string_view, 14> words_of_bound = {
    "over",   "under",  "above",  "below", "least", "most",         "exceeding",
    "beyond", "nearly", "almost", "<",     ">",     "\xE2\x89\xA4", "\xE2\x89\xA5"};
inline constexpr std::array<std::string_view, 11> words_of_intention = {
    "target",    "targets",   "targeted",  "aim",      "aims",  "forecast",
    "forecasts", "projected", "predicted", "expected", "budget"};

/// Behind them another clause begins.
inline constexpr std::array<std::string_view, 6> words_of_contrast = {
    "while", "whilst", "whereas", "but", "compared", "than"};

inline constexpr std::array<std::string_view, 13> copulas = {
    "were", "was", "are", "is", "had", "have", "has", "went", "go", "being", "been", "who", "live"};

} // namespace indicare::io::prose
