#include "limits/normal_quantile.hpp"

#include <cmath>

#include "limits/enclosure_arithmetic.hpp"
#include "limits/first_values.hpp"

// P(-z < Z < z) = sqrt(2/pi) A / B with
//   A = z + z^3/3 + z^5/(3 5) + z^7/(3 5 7) + ...   and   B = exp(z^2/2) = 1 + y + y^2/2 + ..., y =
//   z^2/2,
// both sums of positive terms (Abramowitz and Stegun, 26.2.11). The derivative by z is sqrt(2/pi) /
// B, so that Newton's step is c B sqrt(pi/2) - A, and no step divides.

namespace indicare::exact {

namespace {

/// The sum of terms that are each the one before times `factor` over 1 3 5 ... or 1 2 3 ...; what
/// is left out once a term is below one unit and less than half the one before is below two units.
template <class DivisorOf>
Enclosure series(const Enclosure& first, const Enclosure& factor, DivisorOf&& divisor_of) {
    Enclosure term = first;
    Enclosure sum = first;
    for (unsigned n = 1;; ++n) {
        const integer divisor = divisor_of(n);
        term = term * factor / divisor;
        sum = sum + term;
        const bool falls_by_half = 2 * factor.upper < (divisor << factor.bits);
        if (term.upper <= 1 && falls_by_half)
            return {sum.lower, sum.upper + 2, sum.bits};
    }
}

struct Sums {
    Enclosure a;
    Enclosure b;
};

Sums sums_at(const Enclosure& z) {
    const Enclosure square = z * z;
    return {series(z, square, [](unsigned n) { return integer(2 * n + 1); }),
            series(enclose(integer(1), z.bits), square / integer(2),
                   [](unsigned n) { return integer(n); })};
}

/// Where z lies to a number at which the level of confidence is known within bounds.
std::optional<std::strong_ordering> order_of_quantile(const Confidence& confidence,
                                                      const Enclosure& root_of_half_pi,
                                                      const Enclosure& number) {
    const Sums sums = sums_at(number);
    const Enclosure wanted =
        enclose(confidence.level(), number.bits) * sums.b * root_of_half_pi - sums.a;
    if (wanted.lower > 0)
        return std::strong_ordering::greater;
    if (wanted.upper < 0)
        return std::strong_ordering::less;
    return std::nullopt;
}

integer middle_of(const Enclosure& value) {
    return (value.lower + value.upper) / 2;
}

} // namespace

Enclosure normal_quantile(const Confidence& confidence, unsigned bits) {
    const double first = first_value::normal_quantile(static_cast<double>(confidence.tail()));
    // B amplifies what rounding loses: exp(z^2/2) is 2^(0.73 z^2).
    const unsigned working = bits + 24 + static_cast<unsigned>(first * first * 1.5);
    const Enclosure root_of_half_pi = square_root(pi(working) / integer(2));
    const Enclosure level = enclose(confidence.level(), working);

    integer z(std::ldexp(first, 60));
    z = working >= 60 ? integer(z << (working - 60)) : integer(z >> (60 - working));
    for (unsigned right = 40; right < bits + 4; right *= 2) {
        const Sums sums = sums_at({z, z, working});
        z += middle_of(level * sums.b * root_of_half_pi - sums.a);
    }

    for (integer slack = 1;; slack *= 2) {
        const integer unit = integer(1) << (working - bits);
        Enclosure found{detail::floor_shift(z - slack, working - bits),
                        detail::ceiling_shift(z + slack, working - bits), bits};
        const auto at = [&](const integer& end) {
            return order_of_quantile(confidence, root_of_half_pi,
                                     {end * unit, end * unit, working});
        };
        if (at(found.lower) == std::strong_ordering::greater &&
            at(found.upper) == std::strong_ordering::less)
            return found;
    }
}

} // namespace indicare::exact
