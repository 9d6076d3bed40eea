#pragma once

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace indicare::exact {

/// A figure with its decimal places, as printed: 73.1 is 731 units of one place, 73.10 is 7310 of
/// two. Equality is that of the print; compare `value()` to ask for equal numbers.
struct Decimal {
    integer units;       ///< The number without its point.
    unsigned places = 0; ///< How many digits stand behind the point.

    /// The number itself: units / 10^places.
    [[nodiscard]] ratio value() const { return {units, power_of_ten(places)}; }

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Whether thousands are set apart by commas, as reports print them: 31,010.
enum class Thousands { plain, commas };

/// The most digits a number may have that is parsed, unless the caller says otherwise.
inline constexpr std::size_t digit_limit = 1000;

namespace detail {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number that the digits write; commas are passed over.
inline integer digits_to_integer(std::string_view digits) {
    integer number = 0;
    std::int64_t chunk = 0;
    unsigned length = 0;
    for (const char c : digits) {
        if (c == ',')
            continue;
        chunk = chunk * 10 + (c - '0');
        if (++length + 1 == small_powers_of_ten.size()) {
            number = number * small_powers_of_ten[length] + chunk;
            chunk = 0;
            length = 0;
        }
    }
    return number == 0 ? integer(chunk) : integer(number * small_powers_of_ten[length] + chunk);
}

/// Digits alone, at least one; or, with commas, groups of three behind a first group of one to
/// three.
inline bool is_whole_number(std::string_view text, Thousands thousands) {
    const std::size_t first = std::min(text.find(','), text.size());
    if (first == text.size())
        return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
    if (thousands == Thousands::plain || first == 0 || first > 3 || (text.size() - first) % 4 != 0)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool comma = i >= first && (i - first) % 4 == 0;
        if (comma ? text[i] != ',' : !is_digit(text[i]))
            return false;
    }
    return true;
}

/// Takes a sign off the front, and says whether it was a minus.
inline bool take_minus(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+'))
        text.remove_prefix(1);
    return minus;
}

} // namespace detail

/// The whole number that the text writes: an optional sign and decimal digits, nothing else (no
/// blanks, no exponent, no other base: "0620" is 620). With `Thousands::commas` "31,010" is read as
/// well as "31010". Nothing when the text is anything else, or longer than `limit` characters
/// behind its sign. Cost: within the default limit a few microseconds at most; a longer text is
/// refused unread.
inline std::optional<integer> parse_integer(std::string_view text,
                                            Thousands thousands = Thousands::plain,
                                            std::size_t limit = digit_limit) {
    const bool minus = detail::take_minus(text);
    if (text.size() > limit || !detail::is_whole_number(text, thousands))
        return std::nullopt;
    integer number = detail::digits_to_integer(text);
    return minus ? integer(-number) : std::move(number);
}

/// The figure that the text writes: as `parse_integer`, and then perhaps a point with at least one
/// digit on either side of it. The places are those written: "73.10" has two. No double is made on
/// the way.
inline std::optional<Decimal> parse_decimal(std::string_view text,
                                            Thousands thousands = Thousands::plain,
                                            std::size_t limit = digit_limit) {
    const bool minus = detail::take_minus(text);
    if (text.size() > limit)
        return std::nullopt;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    if (!detail::is_whole_number(whole, thousands))
        return std::nullopt;
    integer units = detail::digits_to_integer(whole);
    unsigned places = 0;
    if (point < text.size()) {
        const std::string_view behind = text.substr(point + 1);
        if (!detail::is_whole_number(behind, Thousands::plain))
            return std::nullopt;
        places = static_cast<unsigned>(behind.size());
        units = units * power_of_ten(places) + detail::digits_to_integer(behind);
    }
    return Decimal{minus ? integer(-units) : std::move(units), places};
}

/// The shortest decimal that is exactly this number: 139/2 is 69.5. Nothing when its digits never
/// end.
inline std::optional<Decimal> as_decimal(const ratio& value) {
    integer rest = denominator(value);
    unsigned twos = 0;
    unsigned fives = 0;
    for (; rest % 2 == 0; ++twos)
        rest /= 2;
    for (; rest % 5 == 0; ++fives)
        rest /= 5;
    if (rest != 1)
        return std::nullopt;
    const unsigned places = std::max(twos, fives);
    return Decimal{numerator(value) * power_of_ten(places) / denominator(value), places};
}

} // namespace indicare::exact
