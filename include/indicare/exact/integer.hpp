#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>

namespace indicare::exact {

/// A whole number of any size. Up to 128 bits it lies inside the object and allocates nothing.
using integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;

/// A built-in integer whose every value an `std::int64_t` can hold. Other built-in integers are
/// taken as `integer`; a floating-point number is neither.
template <class T>
concept machine_integer = std::integral<T> && !std::same_as<T, bool> &&
                          (sizeof(T) < sizeof(std::int64_t) ||
                           (std::signed_integral<T> && sizeof(T) == sizeof(std::int64_t)));

namespace detail {

constexpr std::array<std::int64_t, 19> make_small_powers_of_ten() {
    std::array<std::int64_t, 19> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}

inline constexpr std::array<std::int64_t, 19> small_powers_of_ten = make_small_powers_of_ten();

} // namespace detail

/// 10 to the power of `exponent`. Cost: a table up to 10^18, beyond that it grows with the digits.
inline integer power_of_ten(unsigned exponent) {
    if (exponent < detail::small_powers_of_ten.size())
        return detail::small_powers_of_ten[exponent];
    return boost::multiprecision::pow(integer(10), exponent);
}

/// The greatest whole number that is not above numerator / denominator: -7 by 2 is -4.
/// Errors: `std::domain_error` when the denominator is 0.
inline integer floor_divide(const integer& numerator, const integer& denominator) {
    if (denominator == 0)
        throw std::domain_error("division by 0");
    const integer quotient = numerator / denominator;
    const integer remainder = numerator % denominator;
    const bool below = remainder != 0 && (remainder < 0) != (denominator < 0);
    return below ? integer(quotient - 1) : quotient;
}

/// The same number as a built-in integer; nothing when it does not fit.
inline std::optional<std::int64_t> as_int64(const integer& value) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (value < Limits::min() || value > Limits::max())
        return std::nullopt;
    return static_cast<std::int64_t>(value);
}

/// The decimal digits, with a minus sign below 0: "-620". Cost: grows with the square of the
/// digits beyond 64 bits.
inline std::string to_text(const integer& value) {
    const integer size = abs(value);
    if (size > std::numeric_limits<std::uint64_t>::max())
        return value.str(); // which asks the locale how to group the digits of smaller ones
    std::array<char, 21> text = {'-'};
    char* const digits = text.data() + (value < 0 ? 1 : 0);
    const auto end =
        std::to_chars(digits, text.data() + text.size(), static_cast<std::uint64_t>(size)).ptr;
    return {text.data(), end};
}

} // namespace indicare::exact
