#include "limits/central_probability.hpp"

#include <algorithm>

#include "limits/enclosure_arithmetic.hpp"

// With c = v / (v + t^2), the square of a cosine, and s = 1 - c, P(-t < T < t) for v degrees is a
// finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4),
//   even v: sqrt(s) (1 + c/2 + c^2 (1 3)/(2 4) + ... + c^(v/2 - 1) ...)
//   odd v:  (2/pi) (arctan sqrt(s/c) + sqrt(s c) (1 + c (2/3) + ... + c^((v - 3)/2) ...))
// and, since it is the incomplete beta function of s, 1/2 and v/2, also an endless one (26.5.4):
//   sqrt(s c^v) 2 / B(1/2, v/2) (1 + s (v + 1)/3 + s^2 (v + 1)(v + 3)/(3 5) + ...)
// (where s is below 1/2, which is_surely_above sees to), and 4 / B(1/2, v/2)^2 = (2v - 1 + K) / pi
// with Brouncker's continued fraction
//   K = 1^2 / (2x + 3^2 / (2x + 5^2 / (2x + ...))), x = 2v - 1.

namespace indicare::exact {

namespace {

/// 1 + c f(1) + c^2 f(1) f(2) + ..., `count` terms, where f(j) = (2j - d) / (2j + 1 - d).
Enclosure sum_of_powers(const Enclosure& c, const integer& count, unsigned d) {
    integer least = integer(1) << c.bits;
    integer most = least;
    Enclosure sum{least, most, c.bits};
    for (integer j = 1; j < count; ++j) {
        const integer above = 2 * j - d;
        const integer below = above + 1;
        least = (least * c.lower >> c.bits) * above / below;
        most = ((most * c.upper >> c.bits) + 1) * above / below + 1;
        sum.lower += least;
        sum.upper += most;
    }
    return sum;
}

Enclosure finite_sum(const integer& degrees, const Quotient& t_squared, const Enclosure& c,
                     const Enclosure& s) {
    if (degrees % 2 == 0)
        return square_root(s) * sum_of_powers(c, integer(degrees / 2), 1);
    const unsigned bits = c.bits;
    const Enclosure arc = arc_tangent(square_root(
        enclose(make_ratio(t_squared.above, integer(t_squared.below * degrees)), bits)));
    const Enclosure rest =
        degrees == 1 ? enclose(integer(0), bits)
                     : square_root(s * c) * sum_of_powers(c, integer((degrees - 1) / 2), 0);
    return (arc + rest) * integer(2) / pi(bits);
}

/// 1 + s (v + 1)/3 + s^2 (v + 1)(v + 3)/(3 5) + ...: each factor is less than the one before, so
/// that once it is a half or less, what is left is at most the last term.
Enclosure endless_sum(const Enclosure& s, const integer& degrees) {
    integer least = integer(1) << s.bits;
    integer most = least;
    Enclosure sum{least, most, s.bits};
    for (integer j = 1;; ++j) {
        const integer above = degrees + 2 * j - 1;
        const integer below = 2 * j + 1;
        least = least * s.lower * above / below >> s.bits;
        most = (most * s.upper * above / below >> s.bits) + 1;
        sum.lower += least;
        sum.upper += most;
        if (most <= 2 && 2 * s.upper * above <= below << s.bits)
            break;
    }
    sum.upper += most;
    return sum;
}

/// The continued fraction: whatever follows a part of it is from 0 up to what that part is alone.
Enclosure brouncker(const integer& x, unsigned bits) {
    const Enclosure twice_x = enclose(integer(2 * x), bits);
    const unsigned parts = bits / 8 + 1;
    const auto square_of_odd = [](unsigned part) { return integer(2 * part - 1) * (2 * part - 1); };
    Enclosure rest = enclose(square_of_odd(parts + 1), bits) / twice_x;
    rest.lower = 0;
    for (unsigned part = parts; part > 0; --part)
        rest = enclose(square_of_odd(part), bits) / (twice_x + rest);
    return rest;
}

Enclosure power(Enclosure base, integer exponent) {
    Enclosure product = enclose(integer(1), base.bits);
    for (; exponent > 0; exponent >>= 1, base = base * base)
        if (exponent % 2 != 0)
            product = product * base;
    return product;
}

Enclosure of_many(const integer& degrees, const Enclosure& c, const Enclosure& s) {
    const integer x = 2 * degrees - 1;
    const Enclosure beta = (enclose(x, c.bits) + brouncker(x, c.bits)) / pi(c.bits);
    return square_root(s * power(c, degrees) * beta) * endless_sum(s, degrees);
}

} // namespace

Enclosure central_probability(const integer& degrees, const Quotient& t_squared, unsigned bits) {
    const integer whole = degrees * t_squared.below + t_squared.above;
    const ratio cosine_squared = make_ratio(integer(degrees * t_squared.below), whole);
    const Enclosure c = enclose(cosine_squared, bits);
    const Enclosure s = enclose(ratio(1 - cosine_squared), bits);
    return degrees <= few_degrees ? finite_sum(degrees, t_squared, c, s) : of_many(degrees, c, s);
}

/// P(|T| >= t) is at most c^(v/2) sqrt(2 / (pi v s)), since the incomplete beta function of c, v/2
/// and 1/2 is at most c^(v/2) 2/v / (sqrt(s) B(1/2, v/2)) and 4 / B(1/2, v/2)^2 at most 2v / pi.
/// Where t is at least 1 that root is below 1, and 1 / c^(v/2) = (1 + t^2/v)^(v/2) at least 2 to
/// the power of the lesser of t^2 and v, halved, since (1 + 1/x)^x is at least 2 for x from 1 on.
bool is_surely_above(const integer& degrees, const Quotient& t_squared, const ratio& level) {
    if (degrees <= few_degrees || t_squared.above < t_squared.below)
        return false;
    constexpr unsigned enough = 1000;
    const integer power = std::min(degrees, integer(t_squared.above / t_squared.below)) / 2;
    const unsigned bits = power < enough ? static_cast<unsigned>(power) : enough;
    const integer& whole = denominator(level);
    return (whole - numerator(level)) << bits > whole;
}

} // namespace indicare::exact
