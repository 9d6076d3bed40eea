#include "indicare/exact/limits.hpp"

#include <cmath>

#include "indicare/exact/significance.hpp"
#include "limits/certified.hpp"
#include "limits/enclosure_arithmetic.hpp"
#include "limits/wilson.hpp"

namespace indicare::exact {

namespace {

/// A share and its score interval.
struct Scored {
    Enclosure share;
    Enclosure lower;
    Enclosure upper;
};

Scored score(const Part& part, const Confidence& confidence, unsigned bits) {
    const Enclosure z_squared = confidence.z_squared(bits);
    const Enclosure counted = enclose(part.counted, bits);
    const Enclosure whole = enclose(part.among, bits) + z_squared;
    const Enclosure middle = counted + z_squared / integer(2);
    const ratio product =
        make_ratio(integer(part.counted * (part.among - part.counted)), part.among);
    const Enclosure spread =
        square_root(z_squared * (enclose(product, bits) + z_squared / integer(4)));
    Scored scored{enclose(make_ratio(part.counted, part.among), bits), (middle - spread) / whole,
                  (middle + spread) / whole};
    if (part.counted == 0)
        scored.lower = enclose(integer(0), bits);
    if (part.counted == part.among)
        scored.upper = enclose(integer(1), bits);
    return scored;
}

Enclosure hypotenuse(const Enclosure& a, const Enclosure& b) {
    return square_root(a * a + b * b);
}

/// The upper limit of first less second; the lower one is that of second less first, mirrored.
Enclosure upper_limit(const Part& first, const Part& second, const Confidence& confidence,
                      unsigned bits) {
    const Scored a = score(first, confidence, bits);
    const Scored b = score(second, confidence, bits);
    return a.share - b.share + hypotenuse(a.upper - a.share, b.share - b.lower);
}

/// The limit is a number to which z matters, and so no ratio; or z does not matter, and the
/// enclosure is a point.
std::strong_ordering order_of_upper(const Part& first, const Part& second, const Quotient& value,
                                    const Confidence& confidence) {
    constexpr unsigned first_bits = 80;
    return widening(
        [&](unsigned bits) {
            return compare(upper_limit(first, second, confidence, bits), value.above, value.below);
        },
        first_bits);
}

double rough_number_of(const Enclosure& limit) {
    return std::ldexp(roughly(limit.lower), -static_cast<int>(limit.bits));
}

} // namespace

Limits newcombe(const Part& first, const Part& second, const integer& per,
                const Confidence& confidence, LimitRounding rounding) {
    expect_share(first);
    expect_share(second);
    expect(per > 0, "a unit of 1 or more was expected");
    constexpr unsigned bits = 80;
    const double scale = roughly(per);
    auto lower = Certified(
        [&](const Quotient& value) {
            return 0 <=> order_of_upper(second, first, {-value.above, value.below}, confidence);
        },
        rounding, per);
    auto upper = Certified(
        [&](const Quotient& value) { return order_of_upper(first, second, value, confidence); },
        rounding, per);
    return {lower.near(-scale * rough_number_of(upper_limit(second, first, confidence, bits))),
            upper.near(scale * rough_number_of(upper_limit(first, second, confidence, bits))),
            LimitMethod::newcombe};
}

Standing standing_of_difference(const Part& first, const Part& second,
                                const Confidence& confidence) {
    expect_share(first);
    expect_share(second);
    const Quotient none{0, 1};
    if (order_of_upper(first, second, none, confidence) < 0)
        return Standing::below;
    return order_of_upper(second, first, none, confidence) < 0 ? Standing::above : Standing::within;
}

} // namespace indicare::exact
