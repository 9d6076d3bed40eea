#pragma once

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/precision.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/exact/rounding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indicare::exact {

namespace detail {

/// The sign, the digits before the point (at least a 0), the point and the digits behind it.
inline std::string set_figure(bool negative, std::string_view digits, unsigned places,
                              Thousands thousands) {
    const std::size_t whole = digits.size() > places ? digits.size() - places : 0;
    const std::size_t commas = thousands == Thousands::commas && whole > 0 ? (whole - 1) / 3 : 0;
    const std::size_t behind = places > 0 ? 1 + std::size_t{places} : 0;

    std::string text;
    text.reserve((negative ? 1U : 0U) + std::max<std::size_t>(whole, 1) + commas + behind);
    if (negative)
        text += '-';
    if (whole == 0)
        text += '0';
    for (std::size_t i = 0; i < whole; ++i) {
        if (commas > 0 && i > 0 && (whole - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    if (places > 0) {
        text += '.';
        text.append(places - (digits.size() - whole), '0');
        text += digits.substr(whole);
    }
    return text;
}

inline std::string set_units(std::int64_t units, unsigned places, Thousands thousands) {
    const auto bits = static_cast<std::uint64_t>(units);
    std::array<char, 20> digits;
    const auto* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), units < 0 ? 0 - bits : bits)
            .ptr;
    const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
    return set_figure(units < 0, written, places, thousands);
}

} // namespace detail

/// The figure as text: "73.1", "0.5", "-7", with all of its places. Zero has no sign. With
/// `Thousands::commas` "31,010". Cost: nothing is allocated but the string itself, up to 64 bits.
inline std::string print(const Decimal& figure, Thousands thousands = Thousands::plain) {
    if (const auto units = as_int64(figure.units))
        return detail::set_units(*units, figure.places, thousands);
    return detail::set_figure(figure.units < 0, to_text(integer(abs(figure.units))), figure.places,
                              thousands);
}

/// An exact number, rounded and printed: 146/2 to no places is "73". What rounds to zero prints
/// "0", never "-0".
inline std::string print(const ratio& value, Precision precision,
                         Rounding rounding = Rounding::half_up,
                         Thousands thousands = Thousands::plain) {
    return print(round(value, precision, rounding), thousands);
}

/// A double is not exact, and is not printed here.
std::string print(std::floating_point auto, Precision, Rounding = Rounding::half_up,
                  Thousands = Thousands::plain) = delete;

/// numerator * per / denominator, rounded once and printed: 620 of 59,411 per 10,000 is "104"; a
/// percentage has `per` 100. Errors: `std::domain_error` when the denominator is 0. Cost: some tens
/// of nanoseconds while the numbers fit into 128 bits on the way.
inline std::string print_quotient(const integer& numerator, const integer& denominator,
                                  const integer& per, Precision precision,
                                  Rounding rounding = Rounding::half_up) {
    return print(detail::round_per<integer>(numerator, denominator, per, precision, rounding));
}

/// The same from built-in integers.
template <machine_integer Numerator, machine_integer Denominator, machine_integer Per>
std::string print_quotient(Numerator numerator, Denominator denominator, Per per,
                           Precision precision, Rounding rounding = Rounding::half_up) {
    return print(detail::round_per<std::int64_t>(numerator, denominator, per, precision, rounding));
}

} // namespace indicare::exact
