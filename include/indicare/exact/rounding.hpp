#pragma once

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/precision.hpp"
#include "indicare/exact/ratio.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string_view>

// INDICARE_NO_INT128 does without 128-bit integers, as on a compiler that has none.
#if defined(__SIZEOF_INT128__) && !defined(INDICARE_NO_INT128)
#define INDICARE_INT128 1
#endif

namespace indicare::exact {

/// Which of the two nearest printable figures stands for an exact number that lies between them.
/// The first three take the nearer one and differ only on a tie, a number half-way between.
enum class Rounding {
    half_up,   ///< A tie goes away from zero: 57.5 to 58, -57.5 to -58. What DfE prints.
    half_even, ///< A tie goes to the even multiple of the unit: 56.5 to 56, 57.5 to 58; to the
               ///< nearest 10, 25 to 20.
    half_down, ///< A tie goes towards zero: 57.5 to 57, -57.5 to -57.
    truncate,  ///< Always towards zero.
    up,        ///< Always towards plus infinity: -57.5 to -57.
    down,      ///< Always towards minus infinity: -57.5 to -58.
};

namespace detail {

inline constexpr std::array<std::string_view, 6> rounding_names{
    "half_up", "half_even", "half_down", "truncate", "up", "down"};

} // namespace detail

/// The rule's name, spelt as its enumerator: "half_up".
constexpr std::string_view name(Rounding rounding) {
    return detail::rounding_names.at(static_cast<std::size_t>(rounding));
}

/// The rule of that name; nothing when there is none.
constexpr std::optional<Rounding> rounding_named(std::string_view name) {
    const auto& names = detail::rounding_names;
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Rounding>(found - names.begin());
}

namespace detail {

#ifdef INDICARE_INT128
__extension__ using wide = __int128;
#endif

/// numerator / denominator as a whole number; the denominator is above 0. One rule for every width:
/// no step can overflow.
template <class Int>
Int round_quotient(const Int& numerator, const Int& denominator, Rounding rounding) {
    Int quotient = numerator / denominator;
    const Int remainder = numerator % denominator;
    if (remainder == 0)
        return quotient;
    const bool negative = remainder < 0;
    const Int rest = negative ? Int(-remainder) : remainder;
    const Int gap = denominator - rest;
    const bool away_from_zero = [&] {
        switch (rounding) {
        case Rounding::half_up:
            return rest >= gap;
        case Rounding::half_even:
            return rest > gap || (rest == gap && quotient % 2 != 0);
        case Rounding::half_down:
            return rest > gap;
        case Rounding::truncate:
            return false;
        case Rounding::up:
            return !negative;
        case Rounding::down:
            return negative;
        }
        throw std::domain_error("a rounding rule that does not exist");
    }();
    if (!away_from_zero)
        return quotient;
    return negative ? Int(quotient - 1) : Int(quotient + 1);
}

/// The units of numerator * per / denominator when all of it fits into built-in integers; else
/// nothing.
inline std::optional<std::int64_t> small_units([[maybe_unused]] std::int64_t numerator,
                                               [[maybe_unused]] std::int64_t denominator,
                                               [[maybe_unused]] std::int64_t per,
                                               [[maybe_unused]] Precision precision,
                                               [[maybe_unused]] Rounding rounding) {
#ifdef INDICARE_INT128
    constexpr wide most = std::numeric_limits<std::int64_t>::max();
    constexpr wide least = std::numeric_limits<std::int64_t>::min();
    const auto fits = [](wide value) { return value >= least && value <= most; };

    if (precision.places() >= small_powers_of_ten.size())
        return std::nullopt;
    const wide factor = wide{per} * small_powers_of_ten[precision.places()];
    if (!fits(factor))
        return std::nullopt;
    const wide sign = denominator < 0 ? -1 : 1;
    const wide above = sign * numerator * factor; // each but the sign within 64 bits
    const wide below = sign * denominator * precision.step();
    const wide quotient = fits(above) && fits(below)
                              ? wide{round_quotient(static_cast<std::int64_t>(above),
                                                    static_cast<std::int64_t>(below), rounding)}
                              : round_quotient(above, below, rounding);
    if (!fits(quotient) || !fits(quotient * precision.step()))
        return std::nullopt;
    return static_cast<std::int64_t>(quotient * precision.step());
#else
    return std::nullopt;
#endif
}

/// The units of numerator * per / denominator, at any size.
inline integer big_units(const integer& numerator, const integer& denominator, const integer& per,
                         Precision precision, Rounding rounding) {
    const integer above = numerator * per * power_of_ten(precision.places());
    const integer below = denominator * precision.step();
    const integer quotient = denominator < 0 ? round_quotient<integer>(-above, -below, rounding)
                                             : round_quotient<integer>(above, below, rounding);
    return quotient * precision.step();
}

/// As `small_units`, for numbers that may be too big for it.
inline std::optional<std::int64_t> small_units(const integer& numerator, const integer& denominator,
                                               const integer& per, Precision precision,
                                               Rounding rounding) {
    const auto above = as_int64(numerator);
    const auto below = as_int64(denominator);
    const auto factor = as_int64(per);
    if (!above || !below || !factor)
        return std::nullopt;
    return small_units(*above, *below, *factor, precision, rounding);
}

/// numerator * per / denominator, rounded once. `Int` is `integer` or `std::int64_t`.
template <class Int>
Decimal round_per(const Int& numerator, const Int& denominator, const Int& per, Precision precision,
                  Rounding rounding) {
    if (denominator == 0)
        throw std::domain_error("a quotient with the denominator 0");
    if (const auto units = small_units(numerator, denominator, per, precision, rounding))
        return {*units, precision.places()};
    return {big_units(numerator, denominator, per, precision, rounding), precision.places()};
}

} // namespace detail

/// numerator / denominator as the figure that is printed for it. Errors: `std::domain_error` when
/// the denominator is 0. Cost: some nanoseconds while the numbers fit into 128 bits on the way,
/// else as of `integer`; the answer is the same.
inline Decimal round(const integer& numerator, const integer& denominator, Precision precision,
                     Rounding rounding) {
    return detail::round_per<integer>(numerator, denominator, 1, precision, rounding);
}

/// The same from built-in integers.
template <machine_integer Numerator, machine_integer Denominator>
Decimal round(Numerator numerator, Denominator denominator, Precision precision,
              Rounding rounding) {
    return detail::round_per<std::int64_t>(numerator, denominator, 1, precision, rounding);
}

/// The figure that is printed for an exact number.
inline Decimal round(const ratio& value, Precision precision, Rounding rounding) {
    return round(integer(numerator(value)), integer(denominator(value)), precision, rounding);
}

/// A double is not exact, and is not rounded here.
Decimal round(std::floating_point auto, Precision, Rounding) = delete;

} // namespace indicare::exact
