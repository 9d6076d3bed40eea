#include "limits/wilson.hpp"

#include <cmath>

#include "indicare/exact/significance.hpp"

namespace indicare::exact {

namespace {

/// How difference^2 compares with z^2 of, for two numbers from 0 on. They are never equal but
/// both 0: z^2 is no ratio.
std::strong_ordering compare_square(const integer& difference, const integer& of,
                                    const Confidence& confidence) {
    const integer square = difference * difference;
    if (of == 0)
        return square == 0 ? std::strong_ordering::equal : std::strong_ordering::greater;
    constexpr unsigned first_bits = 50;
    return widening(
        [&](unsigned bits) -> std::optional<std::strong_ordering> {
            const Enclosure z_squared = confidence.z_squared(bits);
            const integer scaled = square << bits;
            if (scaled > z_squared.upper * of)
                return std::strong_ordering::greater;
            if (scaled < z_squared.lower * of)
                return std::strong_ordering::less;
            return std::nullopt;
        },
        first_bits);
}

std::strong_ordering reverse(std::strong_ordering order) {
    return 0 <=> order;
}

/// How the lower limit of `counted` of `among` compares with the share p = above / below.
std::strong_ordering order_of_lower(const integer& counted, const integer& among,
                                    const integer& above, const integer& below,
                                    const Confidence& confidence) {
    if (above < 0)
        return std::strong_ordering::greater;
    const integer over = counted * below - among * above;
    if (over < 0 || above == below)
        return std::strong_ordering::less;
    return compare_square(over, integer(among * above * (below - above)), confidence);
}

struct FirstValues {
    double lower;
    double upper;
};

FirstValues first_values(double counted, double among, const Confidence& confidence) {
    const double z_squared = static_cast<double>(confidence.z_squared(50).lower) * 0x1p-50;
    const double middle = counted + z_squared / 2;
    const double spread =
        std::sqrt(z_squared * (counted * (among - counted) / among + z_squared / 4));
    const double whole = among + z_squared;
    return {(middle - spread) / whole, (middle + spread) / whole};
}

} // namespace

void expect_share(const Part& part) {
    expect(part.among > 0, "a share of at least one was expected");
    expect(part.counted >= 0, "no fewer than 0 counted were expected");
    expect(part.counted <= part.among, "no more counted than there are were expected");
}

std::strong_ordering order_of_wilson_lower(const Part& part, const Quotient& share,
                                           const Confidence& confidence) {
    return order_of_lower(part.counted, part.among, share.above, share.below, confidence);
}

std::strong_ordering order_of_wilson_upper(const Part& part, const Quotient& share,
                                           const Confidence& confidence) {
    return reverse(order_of_lower(part.among - part.counted, part.among, share.below - share.above,
                                  share.below, confidence));
}

Limits wilson(const integer& counted, const integer& among, const integer& per,
              const Confidence& confidence, LimitRounding rounding) {
    const Part part{counted, among};
    expect_share(part);
    expect(per > 0, "a unit of 1 or more was expected");
    const FirstValues first =
        first_values(static_cast<double>(counted), static_cast<double>(among), confidence);
    const auto scale = static_cast<double>(per);
    auto lower = Certified(
        [&](const Quotient& value) {
            return order_of_wilson_lower(part, {value.above, value.below * per}, confidence);
        },
        rounding);
    auto upper = Certified(
        [&](const Quotient& value) {
            return order_of_wilson_upper(part, {value.above, value.below * per}, confidence);
        },
        rounding);
    return {lower.near(first.lower * scale), upper.near(first.upper * scale), LimitMethod::wilson};
}

Standing standing_of_share(const Part& part, const ratio& share, const integer& per,
                           const Confidence& confidence) {
    expect_share(part);
    expect(per > 0, "a unit of 1 or more was expected");
    expect(share >= 0 && share <= ratio(per), "a share from 0 to all was expected");
    const Quotient value{numerator(share), denominator(share) * per};
    if (order_of_wilson_lower(part, value, confidence) > 0)
        return Standing::above;
    return order_of_wilson_upper(part, value, confidence) < 0 ? Standing::below : Standing::within;
}

} // namespace indicare::exact
