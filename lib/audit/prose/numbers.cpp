#include "audit/prose/numbers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "audit/prose/no_figures.hpp"
#include "audit/prose/words.hpp"

namespace indicare::io::prose {

namespace {

constexpr std::array<std::string_view, 21> to_twenty = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

template <std::size_t size>
std::optional<std::uint64_t> place_in(const std::array<std::string_view, size>& words,
                                      std::string_view word) {
    const auto at = std::find(words.begin(), words.end(), word);
    return word.empty() || at == words.end()
               ? std::nullopt
               : std::optional(static_cast<std::uint64_t>(at - words.begin()));
}

struct Spelled {
    std::uint64_t value = 0;
    std::size_t tokens = 0;
};

/// A number below a hundred in words, at a token.
Spelled below_hundred(const Document& document, std::size_t at) {
    if (const auto ten = place_in(tens, document.at(at))) {
        const auto one = place_in(to_twenty, document.at(at + 1));
        if (one && *one > 0 && *one < 10)
            return {*ten * 10 + *one, 2};
        return {*ten * 10, 1};
    }
    const auto small = place_in(to_twenty, document.at(at));
    return small ? Spelled{*small, 1} : Spelled{};
}

/// A number below a thousand in words.
Spelled below_thousand(const Document& document, std::size_t at) {
    Spelled number = below_hundred(document, at);
    if (document.at(at) == "a" && document.at(at + 1) == "hundred")
        number = {1, 1};
    if (number.tokens == 0 || document.at(at + number.tokens) != "hundred")
        return number;
    number = {number.value * 100, number.tokens + 1};
    const std::size_t joined = document.at(at + number.tokens) == "and" ? 1 : 0;
    const Spelled rest = below_hundred(document, at + number.tokens + joined);
    return rest.tokens == 0
               ? number
               : Spelled{number.value + rest.value, number.tokens + joined + rest.tokens};
}

/// Whether what follows a number in words says that it counts people, or that it is a change.
bool counts_people(const Document& document, std::size_t first, std::size_t last) {
    std::size_t at = last;
    while (at < last + 3 && is_one_of(words_between_number_and_people, document.at(at)))
        ++at;
    if (is_people(document.at(at)))
        return true;
    return first >= 2 && is_one_of(words_of_amount, document.at(first - 1)) &&
           direction_of(document.at(first - 2)) != 0;
}

std::string without_commas(std::string_view text) {
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    return digits;
}

Number number_in_digits(const Document& document, std::size_t at) {
    constexpr std::uint64_t greatest = 1'000'000'000;
    const Token& token = document.tokens()[at];
    Number number{at, at + 1, {}, 0, true, token.percent, token.negative, false, {}};
    if (token.text.size() > 24 || token.dotted)
        return number;
    const std::string digits = without_commas(token.text);
    const std::size_t point = digits.find('.');
    number.whole = point == std::string::npos;
    const std::size_t places = number.whole ? 0 : digits.size() - point - 1;
    const std::string_view before = std::string_view(digits).substr(0, point);
    if (before.size() <= 10)
        for (const char digit : before)
            number.value = number.value * 10 + static_cast<std::uint64_t>(digit - '0');
    const bool leading_zero = before.size() > 1 && before.front() == '0';
    if (before.size() <= 10 && number.value <= greatest && places <= 12 && !leading_zero)
        number.digits = token.text;
    return number;
}

std::size_t past_percent(const Document& document, std::size_t at) {
    if (document.at(at) == "percent" || document.at(at) == "%")
        return at + 1;
    return document.at(at) == "per" && document.at(at + 1) == "cent" ? at + 2 : at;
}

/// The number that begins at a token, if one does.
std::optional<Number> number_at(const Document& document, std::size_t at) {
    if (document.is_number(at)) {
        Number number = number_in_digits(document, at);
        const std::size_t end = past_percent(document, number.last);
        number.percent = number.percent || end > number.last;
        number.last = end;
        return number;
    }
    if (!document.is_word(at))
        return std::nullopt;
    const Spelled spelled = below_thousand(document, at);
    if (spelled.tokens == 0)
        return std::nullopt;
    const std::size_t end = past_percent(document, at + spelled.tokens);
    const bool percent = end > at + spelled.tokens;
    if (!percent && !counts_people(document, at, end))
        return std::nullopt;
    return Number{at,   end, std::to_string(spelled.value), spelled.value, true, percent, false,
                  true, {}};
}

} // namespace

bool is_number_word(std::string_view word) {
    return place_in(to_twenty, word) || place_in(tens, word);
}

bool is_people(std::string_view word) {
    return is_one_of(words_of_people, word);
}

NumbersFound find_numbers(const Document& document) {
    NumbersFound found;
    for (std::size_t at = 0; at < document.tokens().size();) {
        std::optional<Number> number = number_at(document, at);
        at = number ? number->last : at + 1;
        if (number)
            found.numbers.push_back(*std::move(number));
    }
    tell_no_figures(document, found);
    return found;
}

} // namespace indicare::io::prose
