#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/prose/tokens.hpp"

namespace indicare::io::prose {

/// A number of a text: digits, or words that spell one.
struct Number {
    std::size_t first = 0;   ///< its first token
    std::size_t last = 0;    ///< past its tokens, `per cent` among them
    std::string digits;      ///< without sign; words in digits; empty where it cannot be claimed
    std::uint64_t value = 0; ///< without its decimals
    bool whole = true;
    bool percent = false;
    bool negative = false;
    bool spelled = false;
    std::string_view no_figure; ///< why it is none; empty where it may be one
};

/// A year, a day or a month that the text speaks of.
struct YearMention {
    std::size_t first = 0;
    std::size_t last = 0;
    int year = 0;           ///< 0 where it is told from the report's own year
    int before_own = 0;     ///< so many years before the report's own, where `year` is 0
    bool ends_year = false; ///< a 31 March, or a year of the form 2022/23
    bool is_aim = false;    ///< `by 31 March 2024`
    std::string other_day;  ///< what a name gets for any other day or month: `july_2023`
};

/// The numbers and the years of a text, both in its order.
struct NumbersFound {
    std::vector<Number> numbers;
    std::vector<YearMention> years;
};

NumbersFound find_numbers(const Document& document);

/// Whether a word is one of those that numbers are spelled with: seven, ninety.
bool is_number_word(std::string_view word);

/// Whether a word is one for people: children, young people, leavers.
bool is_people(std::string_view word);

} // namespace indicare::io::prose
