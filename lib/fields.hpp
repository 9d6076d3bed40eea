#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/care/code.hpp"
#include "indicare/care/packed.hpp"

// The fields of a return: what a text means, and no more.

namespace indicare::io {

/// Without blanks and tabs at both ends.
constexpr std::string_view trimmed(std::string_view text) {
    const auto blank = [](char character) { return character == ' ' || character == '\t'; };
    if (!text.empty() && text.front() > ' ' && text.back() > ' ')
        return text;
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

constexpr char capital(char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A')
                                                : character;
}

inline std::string in_capitals(std::string_view text) {
    std::string out(text);
    for (char& character : out)
        character = capital(character);
    return out;
}

/// A whole number of no more digits than always fit, nine in an `int`; nothing for any other text.
template <class Number = int>
constexpr std::optional<Number> whole_number(std::string_view text) {
    if (text.empty() || text.size() > std::numeric_limits<Number>::digits10)
        return std::nullopt;
    Number number = 0;
    for (const char character : text) {
        if (character < '0' || character > '9')
            return std::nullopt;
        number = number * 10 + (character - '0');
    }
    return number;
}

/// The year of a return, in four digits; nothing for any other text.
constexpr std::optional<int> return_year(std::string_view text) {
    const std::optional<int> year = text.size() == 4 ? whole_number(text) : std::nullopt;
    const bool recordable =
        year && *year >= care::PackedYear::first && *year <= care::PackedYear::last;
    return recordable ? year : std::nullopt;
}

/// The day that a text of the form dd/mm/yyyy, yyyy-mm-dd or dd/mm/yy names, of which 69 to 99 are
/// years of the twentieth century; none for any other text and for a day that does not exist.
constexpr care::Date date_named(std::string_view text) {
    const auto digits = [text](std::size_t first, std::size_t count) {
        int number = 0;
        for (std::size_t at = first; at < first + count; ++at) {
            const int digit = text[at] - '0';
            number = digit < 0 || digit > 9 || number < 0 ? -1 : number * 10 + digit;
        }
        return number;
    };
    if (text.size() == 10 && text[2] == '/' && text[5] == '/')
        return care::Date::of(digits(6, 4), digits(3, 2), digits(0, 2));
    if (text.size() == 10 && text[4] == '-' && text[7] == '-')
        return care::Date::of(digits(0, 4), digits(5, 2), digits(8, 2));
    if (text.size() == 8 && text[2] == '/' && text[5] == '/') {
        const int year = digits(6, 2);
        return care::Date::of(year < 0 ? 0 : year + (year < 69 ? 2000 : 1900), digits(3, 2),
                              digits(0, 2));
    }
    return {};
}

/// A date of which the day, or the day and the month, or all, may be `zz`, as in DATE_PERM.
constexpr bool is_partial_date(std::string_view text) {
    if (text.size() != 10 || text[2] != '/' || text[5] != '/')
        return false;
    const auto unknown = [text](std::size_t first, std::size_t count) {
        for (std::size_t at = first; at < first + count; ++at)
            if (capital(text[at]) != 'Z')
                return false;
        return true;
    };
    const auto number = [text](std::size_t first, std::size_t count) {
        return whole_number(text.substr(first, count));
    };
    if (!unknown(0, 2))
        return false;
    if (unknown(3, 2))
        return unknown(6, 4) || number(6, 4).has_value();
    const std::optional<int> month = number(3, 2);
    return month && *month >= 1 && *month <= 12 && number(6, 4).has_value();
}

/// The code that a field holds, read without regard to case.
template <class E>
E code_in(std::string_view text) {
    const E code = care::code_named<E>(text);
    return code == E::unlisted ? care::code_named<E>(in_capitals(text)) : code;
}

} // namespace indicare::io
