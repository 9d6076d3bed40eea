#include <cmath>

#include "limits/rate.hpp"

// With u = 9x - 1 and w = 3 z sqrt x, Byar's lower limit of x events is (u - w)^3 / (729 x^2); the
// upper one, of x - 1 events, is (u + w)^3 / (729 x^2).

namespace indicare::exact {

namespace {

enum class Side { lower, upper };

/// How (u + w)^3 or (u - w)^3 compares with 729 x^2 y, where w^2 is q / 2^bits:
///   u^3 + 3 u w^2 - 729 x^2 y   against   -+ w (3 u^2 + w^2),
/// of which both sides are squared where their signs do not decide.
std::strong_ordering order(Side side, const integer& x, const Quotient& y, const integer& q,
                           unsigned bits) {
    const integer u = 9 * x - 1;
    const integer rest =
        y.below * ((u * u * u << bits) + 3 * u * q) - (integer(729 * x * x * y.above) << bits);
    const integer factor = y.below * ((3 * u * u << bits) + q);
    const bool adds = side == Side::upper;
    if (rest == 0 || (rest > 0) == adds)
        return adds ? std::strong_ordering::greater : std::strong_ordering::less;
    const integer left = rest * rest << bits;
    const integer right = factor * factor * q;
    const int larger = left.compare(right);
    return rest > 0 ? larger <=> 0 : 0 <=> larger;
}

/// How the limit compares with so many events; it is never equal, since z is no root of a ratio.
std::strong_ordering order_of_limit(Side side, const integer& x, const Quotient& y,
                                    const Confidence& confidence) {
    constexpr unsigned first_bits = 60;
    return widening(
        [&](unsigned bits) -> std::optional<std::strong_ordering> {
            const Enclosure z_squared = confidence.z_squared(bits);
            const auto least = order(side, x, y, integer(9 * x * z_squared.lower), bits);
            const auto most = order(side, x, y, integer(9 * x * z_squared.upper), bits);
            return least == most ? std::optional(least) : std::nullopt;
        },
        first_bits);
}

double first_rate(Side side, double x, const Confidence& confidence) {
    const double z = roughly(confidence.z(50).lower) * 0x1p-50;
    const double width = z / (3 * std::sqrt(x));
    const double root = 1 - 1 / (9 * x) + (side == Side::upper ? width : -width);
    return x * root * root * root;
}

Decimal limit(Side side, const integer& x, const RateOf& rate, const Confidence& confidence,
              LimitRounding rounding) {
    return Certified(
               [&](const Quotient& value) {
                   return order_of_limit(side, x, rate.events_at(value), confidence);
               },
               rounding, rate.per)
        .near(rate.rate_of(first_rate(side, roughly(x), confidence)));
}

} // namespace

Limits byar(const integer& events, const integer& population, const integer& per,
            const Confidence& confidence, LimitRounding rounding) {
    const RateOf rate{events, population, per};
    expect_rate(rate);
    const Decimal none{0, rounding.precision.places()};
    return {events == 0 ? none : limit(Side::lower, events, rate, confidence, rounding),
            limit(Side::upper, integer(events + 1), rate, confidence, rounding), LimitMethod::byar};
}

} // namespace indicare::exact
