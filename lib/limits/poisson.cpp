#include "indicare/exact/significance.hpp"
#include "limits/first_values.hpp"
#include "limits/rate.hpp"
#include "limits/tails.hpp"

namespace indicare::exact {

namespace {

/// The factors from so many events to fewer, and to more, where the mean is above / below, which
/// is above 0.
auto factors_down(const integer& events, const Quotient& mean) {
    return [&](const integer& n) { return Factor{(events - n + 1) * mean.below, mean.above}; };
}

auto factors_up(const integer& events, const Quotient& mean) {
    return [&](const integer& n) { return Factor{mean.above, (events + n) * mean.below}; };
}

/// The sums lose two bits for each time that their number of terms doubles, and there are some
/// dozen times the root of the events.
unsigned first_bits(const integer& events) {
    return 40 + msb(integer(events + 1));
}

/// How the probability of so many events and all on their inner side compares with the tail.
template <class Inner, class Outer>
std::strong_ordering order_of(const integer& events, const Inner& inner, const Outer& outer,
                              const Confidence& confidence) {
    return widening(
        [&](unsigned bits) { return order_of_tail(inner, outer, confidence.tail(), bits); },
        first_bits(events));
}

/// How the lower limit of the mean compares with a number: the greater that is, the more probable
/// is it that there are so many events. The probabilities are no ratios, so that they are never
/// equal to the tail.
std::strong_ordering order_of_lower(const integer& events, const Quotient& mean,
                                    const Confidence& confidence) {
    if (events == 0)
        return 0 <=> mean.above.compare(0);
    return mean.above <= 0 ? std::strong_ordering::greater
                           : 0 <=> order_of(events, factors_up(events, mean),
                                            factors_down(events, mean), confidence);
}

std::strong_ordering order_of_upper(const integer& events, const Quotient& mean,
                                    const Confidence& confidence) {
    return mean.above <= 0
               ? std::strong_ordering::greater
               : order_of(events, factors_down(events, mean), factors_up(events, mean), confidence);
}

} // namespace

Limits poisson(const integer& events, const integer& population, const integer& per,
               const Confidence& confidence, LimitRounding rounding) {
    const RateOf rate{events, population, per};
    expect_rate(rate);
    const double number = roughly(events);
    const auto tail = static_cast<double>(confidence.tail());
    auto lower = Certified(
        [&](const Quotient& value) {
            return order_of_lower(events, rate.events_at(value), confidence);
        },
        rounding, per);
    auto upper = Certified(
        [&](const Quotient& value) {
            return order_of_upper(events, rate.events_at(value), confidence);
        },
        rounding, per);
    return {lower.near(rate.rate_of(first_value::poisson_lower(number, tail))),
            upper.near(rate.rate_of(first_value::poisson_upper(number, tail))),
            LimitMethod::poisson};
}

Standing standing_of_rate(const Part& part, const ratio& rate, const integer& per,
                          const Confidence& confidence) {
    const RateOf own{part.counted, part.among, per};
    expect_rate(own);
    expect(rate >= 0, "a rate of 0 or more was expected");
    const Quotient mean = own.events_at({numerator(rate), denominator(rate) * per});
    if (order_of_lower(own.events, mean, confidence) > 0)
        return Standing::above;
    return order_of_upper(own.events, mean, confidence) < 0 ? Standing::below : Standing::within;
}

} // namespace indicare::exact
