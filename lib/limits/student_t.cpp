#include "indicare/exact/limits.hpp"

#include <cmath>

#include "indicare/exact/significance.hpp"
#include "limits/central_probability.hpp"
#include "limits/certified.hpp"
#include "limits/enclosure_arithmetic.hpp"
#include "limits/first_values.hpp"

namespace indicare::exact {

namespace {

/// For an even number of degrees the probability is the root of a ratio, which may be the level.
std::strong_ordering exact_order_of_even(const integer& degrees, const Quotient& t_squared,
                                         const ratio& level) {
    const ratio c = make_ratio(integer(degrees * t_squared.below),
                               integer(degrees * t_squared.below + t_squared.above));
    ratio term(1);
    ratio sum(1);
    for (integer j = 1; j < degrees / 2; ++j) {
        term *= c * make_ratio(integer(2 * j - 1), integer(2 * j));
        sum += term;
    }
    const ratio square = sum * sum * (1 - c);
    return square.compare(ratio(level * level)) <=> 0;
}

/// How the probability that |T| is below t compares with the level: as t does with the quantile.
/// Of an odd number of degrees they are equal only for one degree at 50%, where t is 1: else the
/// arc is no rational multiple of pi, nor one and a root of a ratio.
std::strong_ordering order_of_probability(const integer& degrees, const Quotient& t_squared,
                                          const ratio& level) {
    if (degrees == 1 && level == ratio(1) / 2)
        return t_squared.above.compare(t_squared.below) <=> 0;
    if (is_surely_above(degrees, t_squared, level))
        return std::strong_ordering::greater;
    constexpr unsigned enough_to_differ = 400;
    return widening(
        [&](unsigned bits) -> std::optional<std::strong_ordering> {
            if (bits > enough_to_differ && degrees % 2 == 0 && degrees <= few_degrees)
                return exact_order_of_even(degrees, t_squared, level);
            return compare(central_probability(degrees, t_squared, bits), numerator(level),
                           denominator(level));
        },
        48 + 2 * msb(degrees));
}

/// Whole numbers of the mean S/n and of the square of its standard error,
/// (n Q - S^2) / (n^2 (n - 1)).
struct SampleMean {
    integer number;
    integer sum;
    integer spread; ///< n Q - S^2
};

SampleMean mean_of(const Sample& sample) {
    expect(sample.number >= 2, "two values or more were expected");
    SampleMean mean{sample.number, sample.sum,
                    integer(sample.number * sample.squares - sample.sum * sample.sum)};
    expect(mean.spread >= 0, "a sum of squares was expected that values of this sum can have");
    return mean;
}

/// How the upper limit compares with y: above the mean, the t of y is laid beside the quantile.
std::strong_ordering order_of_upper(const SampleMean& mean, const Quotient& y,
                                    const Confidence& confidence) {
    const integer over = y.above * mean.number - y.below * mean.sum;
    if (over < 0)
        return std::strong_ordering::greater;
    if (mean.spread == 0)
        return 0 <=> over.compare(0);
    if (over == 0)
        return std::strong_ordering::greater;
    const Quotient t_squared{over * over * (mean.number - 1), y.below * y.below * mean.spread};
    return 0 <=> order_of_probability(integer(mean.number - 1), t_squared, confidence.level());
}

std::strong_ordering order_of_lower(const SampleMean& mean, const Quotient& y,
                                    const Confidence& confidence) {
    const SampleMean mirrored{mean.number, -mean.sum, mean.spread};
    return 0 <=> order_of_upper(mirrored, {-y.above, y.below}, confidence);
}

} // namespace

Limits student_t(const Sample& sample, const Confidence& confidence, LimitRounding rounding) {
    const SampleMean mean = mean_of(sample);
    const double number = roughly(sample.number);
    const double middle = roughly(mean.sum) / number;
    const double error = std::sqrt(roughly(mean.spread) / (number - 1)) / number;
    const double width =
        error * first_value::student_t_quantile(number - 1, static_cast<double>(confidence.tail()));
    auto lower = Certified(
        [&](const Quotient& value) { return order_of_lower(mean, value, confidence); }, rounding);
    auto upper = Certified(
        [&](const Quotient& value) { return order_of_upper(mean, value, confidence); }, rounding);
    return {lower.near(middle - width), upper.near(middle + width), LimitMethod::student_t};
}

Standing standing_of_mean(const Sample& sample, const ratio& mean, const Confidence& confidence) {
    const SampleMean own = mean_of(sample);
    const Quotient value{numerator(mean), denominator(mean)};
    if (order_of_lower(own, value, confidence) > 0)
        return Standing::above;
    return order_of_upper(own, value, confidence) < 0 ? Standing::below : Standing::within;
}

} // namespace indicare::exact
