#include "limits/enclosure_arithmetic.hpp"

namespace indicare::exact {

namespace {

/// x - x^3/3 + x^5/5 - ..., for x from 0 to 1/2: an alternating series with falling terms, so that
/// what is left out is less than the next one.
Enclosure arc_tangent_series(const Enclosure& x) {
    const Enclosure square = x * x;
    Enclosure power = x;
    Enclosure sum = x;
    for (integer n = 3; power.upper > 1; n += 2) {
        power = power * square;
        const Enclosure term = power / n;
        sum = n % 4 == 3 ? sum - term : sum + term;
    }
    return {sum.lower - 2, sum.upper + 2, sum.bits};
}

Enclosure one(unsigned bits) {
    return enclose(integer(1), bits);
}

} // namespace

Enclosure arc_tangent(const Enclosure& value) {
    // The arc is twice that whose tangent is x / (1 + sqrt(1 + x^2)), which is below 1, then below
    // 1/2, then below 1/4.
    constexpr int halvings = 3;
    Enclosure x = value;
    for (int i = 0; i < halvings; ++i)
        x = x / (one(x.bits) + square_root(one(x.bits) + x * x));
    return arc_tangent_series(x) * integer(1 << halvings);
}

Enclosure pi(unsigned bits) {
    // Machin: pi/4 = 4 arctan(1/5) - arctan(1/239).
    const Enclosure fifth = arc_tangent_series(one(bits) / integer(5));
    const Enclosure small = arc_tangent_series(one(bits) / integer(239));
    return (fifth * integer(4) - small) * integer(4);
}

} // namespace indicare::exact
