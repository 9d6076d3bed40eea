#pragma once

#include <algorithm>
#include <compare>
#include <optional>

#include "indicare/exact/enclosure.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

// Arithmetic that rounds outwards: the result holds every number that the operation gives for
// numbers within its operands. Both operands have the same bits, and so has the result.

namespace indicare::exact {

/// The greatest multiple of 2^-bits that is not above, and the least that is not below.
inline Enclosure enclose(const ratio& value, unsigned bits) {
    const integer above = numerator(value) << bits;
    const integer& below = denominator(value);
    return {floor_divide(above, below), -floor_divide(-above, below), bits};
}

inline Enclosure enclose(const integer& value, unsigned bits) {
    return {value << bits, value << bits, bits};
}

namespace detail {

inline integer floor_shift(const integer& value, unsigned bits) {
    return value < 0 ? floor_divide(value, integer(1) << bits) : integer(value >> bits);
}

inline integer ceiling_shift(const integer& value, unsigned bits) {
    const integer spare = (integer(1) << bits) - 1;
    return floor_shift(integer(value + spare), bits);
}

inline integer ceiling_divide(const integer& above, const integer& below) {
    return -floor_divide(-above, below);
}

/// The greatest whole number whose square is not above.
inline integer floor_root(const integer& value) {
    return value <= 0 ? integer(0) : integer(boost::multiprecision::sqrt(value));
}

inline integer ceiling_root(const integer& value) {
    const integer root = floor_root(value);
    return root * root < value ? integer(root + 1) : root;
}

} // namespace detail

inline Enclosure operator+(const Enclosure& left, const Enclosure& right) {
    return {left.lower + right.lower, left.upper + right.upper, left.bits};
}

inline Enclosure operator-(const Enclosure& value) {
    return {-value.upper, -value.lower, value.bits};
}

inline Enclosure operator-(const Enclosure& left, const Enclosure& right) {
    return left + -right;
}

inline Enclosure operator*(const Enclosure& left, const Enclosure& right) {
    if (left.lower >= 0 && right.lower >= 0)
        return {left.lower * right.lower >> left.bits,
                detail::ceiling_shift(left.upper * right.upper, left.bits), left.bits};
    const auto [least, most] = std::minmax({left.lower * right.lower, left.lower * right.upper,
                                            left.upper * right.lower, left.upper * right.upper});
    return {detail::floor_shift(least, left.bits), detail::ceiling_shift(most, left.bits),
            left.bits};
}

/// The factor must be above 0.
inline Enclosure operator*(const Enclosure& left, const integer& factor) {
    return {left.lower * factor, left.upper * factor, left.bits};
}

/// The divisor must be above 0.
inline Enclosure operator/(const Enclosure& left, const integer& divisor) {
    return {floor_divide(left.lower, divisor), detail::ceiling_divide(left.upper, divisor),
            left.bits};
}

/// The whole of the divisor must be above 0.
inline Enclosure operator/(const Enclosure& left, const Enclosure& right) {
    const integer least = left.lower << left.bits;
    const integer most = left.upper << left.bits;
    return {floor_divide(least, left.lower < 0 ? right.lower : right.upper),
            detail::ceiling_divide(most, left.upper < 0 ? right.upper : right.lower), left.bits};
}

/// The root of a number that is at least 0, however far below 0 its enclosure may reach.
inline Enclosure square_root(const Enclosure& value) {
    return {detail::floor_root(integer(std::max(value.lower, integer(0)) << value.bits)),
            detail::ceiling_root(integer(std::max(value.upper, integer(0)) << value.bits)),
            value.bits};
}

/// The arc whose tangent it is, for a number from 0 on, in radians.
Enclosure arc_tangent(const Enclosure& value);

/// The circumference of a circle of diameter 1.
Enclosure pi(unsigned bits);

/// How the enclosed number compares; nothing where the value lies within the enclosure, unless both
/// ends are the value.
inline std::optional<std::strong_ordering> compare(const Enclosure& enclosure, const integer& above,
                                                   const integer& below) {
    const integer value = above << enclosure.bits;
    const integer least = enclosure.lower * below;
    const integer most = enclosure.upper * below;
    if (least > value)
        return std::strong_ordering::greater;
    if (most < value)
        return std::strong_ordering::less;
    return least == value && most == value ? std::optional(std::strong_ordering::equal)
                                           : std::nullopt;
}

} // namespace indicare::exact
