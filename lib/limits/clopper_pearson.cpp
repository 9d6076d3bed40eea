#include "limits/clopper_pearson.hpp"

#include "limits/first_values.hpp"
#include "limits/tails.hpp"
#include "limits/wilson.hpp"

namespace indicare::exact {

namespace {

/// How the probability of `counted` or fewer compares with the tail, where the share is p = above /
/// below, between 0 and 1.
std::optional<std::strong_ordering> order_within(const Part& part, const Quotient& share,
                                                 const ratio& tail, unsigned bits) {
    const integer others = part.among - part.counted;
    const integer rest = share.below - share.above;
    return order_of_tail(
        [&](const integer& n) {
            return Factor{(part.counted - n + 1) * rest, (others + n) * share.above};
        },
        [&](const integer& n) {
            return Factor{(others - n + 1) * share.above, (part.counted + n) * rest};
        },
        tail, bits);
}

/// The probability of `counted` or fewer against the tail in whole numbers, without any rounding:
/// the two may be equal, as with 0 of 1 where the share is 0.975.
std::strong_ordering exact_order_of_lower_tail(const Part& part, const Quotient& share,
                                               const ratio& tail) {
    const integer divisor = gcd(share.above, share.below);
    const integer p = share.above / divisor;
    const integer whole = share.below / divisor;
    const integer q = whole - p;
    // Horner's rule from the greatest power of p down: sum of C(n, k) p^k q^(n - k), k <= x.
    const auto x = static_cast<unsigned>(part.counted);
    const auto n = static_cast<unsigned>(part.among);
    integer coefficient = 1; // C(n, k)
    integer power = 1;       // p^k
    integer sum = 0;
    for (unsigned k = 0; k <= x; ++k) {
        sum = sum * q + coefficient * power;
        coefficient = coefficient * (n - k) / (k + 1);
        power *= p;
    }
    sum *= pow(q, n - x);
    const integer wanted = numerator(tail) * pow(whole, n);
    return integer(sum * denominator(tail)).compare(wanted) <=> 0;
}

std::strong_ordering order_of_lower_tail(const Part& part, const Quotient& share,
                                         const ratio& tail) {
    // The two can be equal only where the powers of so few numbers cancel: of more than these it is
    // never found.
    constexpr unsigned most_among = 100000;
    constexpr unsigned enough_to_differ = 400;
    return widening(
        [&](unsigned bits) {
            return bits > enough_to_differ && part.among <= most_among
                       ? std::optional(exact_order_of_lower_tail(part, share, tail))
                       : order_within(part, share, tail, bits);
        },
        40 + msb(integer(part.counted + 1)));
}

} // namespace

std::strong_ordering order_of_clopper_pearson_upper(const Part& part, const Quotient& share,
                                                    const Confidence& confidence) {
    if (share.above <= 0)
        return std::strong_ordering::greater;
    if (part.counted == part.among)
        return share.below.compare(share.above) <=> 0;
    return share.above >= share.below ? std::strong_ordering::less
                                      : order_of_lower_tail(part, share, confidence.tail());
}

std::strong_ordering order_of_clopper_pearson_lower(const Part& part, const Quotient& share,
                                                    const Confidence& confidence) {
    const Part others{part.among - part.counted, part.among};
    return 0 <=> order_of_clopper_pearson_upper(others, {share.below - share.above, share.below},
                                                confidence);
}

Limits clopper_pearson(const integer& counted, const integer& among, const integer& per,
                       const Confidence& confidence, LimitRounding rounding) {
    const Part part{counted, among};
    expect_share(part);
    expect(per > 0, "a unit of 1 or more was expected");
    const double x = roughly(counted);
    const double n = roughly(among);
    const double scale = roughly(per);
    const auto tail = static_cast<double>(confidence.tail());
    auto lower = Certified(
        [&](const Quotient& value) {
            return order_of_clopper_pearson_lower(part, value, confidence);
        },
        rounding, per);
    auto upper = Certified(
        [&](const Quotient& value) {
            return order_of_clopper_pearson_upper(part, value, confidence);
        },
        rounding, per);
    return {lower.near(scale * first_value::binomial_lower(x, n, tail)),
            upper.near(scale * first_value::binomial_upper(x, n, tail)),
            LimitMethod::clopper_pearson};
}

} // namespace indicare::exact
