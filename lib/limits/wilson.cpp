#include "limits/wilson.hpp"

#include <cmath>
#include <cstdint>
#include <optional>

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

/// The same for differences below 2^38 and products below 2^69, in built-in numbers; nothing where
/// they do not decide. Most figures are so small.
std::optional<std::strong_ordering>
compare_small_square([[maybe_unused]] std::int64_t difference, [[maybe_unused]] std::int64_t among,
                     [[maybe_unused]] std::int64_t above, [[maybe_unused]] std::int64_t rest,
                     [[maybe_unused]] const Confidence& confidence) {
#ifdef INDICARE_INT128
    using detail::wide;
    constexpr unsigned bits = 50;
    const auto fits = [](std::int64_t value, unsigned most) { return value >> most == 0; };
    if (!fits(difference, 38) || !fits(among, 23) || !fits(above, 23) || !fits(rest, 23))
        return std::nullopt;
    const Enclosure z_squared = confidence.z_squared(bits);
    const auto least = as_int64(z_squared.lower);
    const auto most = as_int64(z_squared.upper);
    if (!least || !most)
        return std::nullopt;
    const wide square = wide{difference} * difference << bits;
    const wide of = wide{among} * above * rest;
    if (square > of * *most)
        return std::strong_ordering::greater;
    if (square < of * *least)
        return std::strong_ordering::less;
#endif
    return std::nullopt;
}

/// How the lower limit of a share compares with p = above / below, where all fit into built-in
/// numbers and these decide.
std::optional<std::strong_ordering> small_order_of_lower(const integer& counted,
                                                         const integer& among, const integer& above,
                                                         const integer& below,
                                                         const Confidence& confidence) {
    constexpr std::int64_t most = std::int64_t{1} << 31;
    const auto small = [](const integer& value) {
        const auto number = as_int64(value);
        return number && *number > 0 && *number < most ? number : std::nullopt;
    };
    const auto x = small(counted);
    const auto n = small(among);
    const auto p = small(above);
    const auto whole = small(below);
    if (!x || !n || !p || !whole || *p >= *whole)
        return std::nullopt;
    const std::int64_t over = *x * *whole - *n * *p;
    if (over < 0)
        return std::strong_ordering::less;
    return compare_small_square(over, *n, *p, *whole - *p, confidence);
}

/// How the lower limit of `counted` of `among` compares with the share p = above / below.
std::strong_ordering order_of_lower(const integer& counted, const integer& among,
                                    const integer& above, const integer& below,
                                    const Confidence& confidence) {
    if (const auto order = small_order_of_lower(counted, among, above, below, confidence))
        return *order;
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
    const double z_squared = roughly(confidence.z_squared(50).lower) * 0x1p-50;
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
    const FirstValues first = first_values(roughly(counted), roughly(among), confidence);
    const double scale = roughly(per);
    auto lower = Certified(
        [&](const Quotient& value) { return order_of_wilson_lower(part, value, confidence); },
        rounding, per);
    auto upper = Certified(
        [&](const Quotient& value) { return order_of_wilson_upper(part, value, confidence); },
        rounding, per);
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
