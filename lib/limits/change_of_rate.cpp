#include "indicare/exact/limits.hpp"
#include "indicare/exact/significance.hpp"
#include "limits/certified.hpp"
#include "limits/clopper_pearson.hpp"
#include "limits/first_values.hpp"
#include "limits/rate.hpp"

// If the first rate is r times the second, each of the events of both is the first's with the
// probability p of which p / (1 - p) is r n1 / n2.

namespace indicare::exact {

namespace {

/// The probability p that belongs to a change of so many percent, from -100 on.
Quotient share_of_events(const Quotient& percent, const Part& first, const Part& second) {
    const integer of_first = (percent.above + 100 * percent.below) * first.among;
    const integer of_second = 100 * percent.below * second.among;
    return {of_first, of_first + of_second};
}

double change_in_percent(double share, const Part& first, const Part& second) {
    const double odds = share / (1 - share);
    return 100 * (odds * roughly(second.among) / roughly(first.among) - 1);
}

} // namespace

std::optional<Limits> change_of_rate(const Part& first, const Part& second,
                                     const Confidence& confidence, LimitRounding rounding) {
    expect_rate({first.counted, first.among, 1});
    expect_rate({second.counted, second.among, 1});
    if (second.counted == 0)
        return std::nullopt;
    const Part events{first.counted, first.counted + second.counted};
    const auto order_by = [&](auto&& order_of_share) {
        return [&, order_of_share](const Quotient& percent) {
            return percent.above < -100 * percent.below
                       ? std::strong_ordering::greater
                       : order_of_share(events, share_of_events(percent, first, second),
                                        confidence);
        };
    };
    auto lower = Certified(order_by(order_of_clopper_pearson_lower), rounding);
    auto upper = Certified(order_by(order_of_clopper_pearson_upper), rounding);
    const double x = roughly(events.counted);
    const double n = roughly(events.among);
    const auto tail = static_cast<double>(confidence.tail());
    return Limits{
        lower.near(change_in_percent(first_value::binomial_lower(x, n, tail), first, second)),
        upper.near(change_in_percent(first_value::binomial_upper(x, n, tail), first, second)),
        LimitMethod::conditional};
}

Standing standing_of_change(const Part& first, const Part& second, const Confidence& confidence) {
    expect_rate({first.counted, first.among, 1});
    expect_rate({second.counted, second.among, 1});
    const Part events{first.counted, first.counted + second.counted};
    if (events.among == 0)
        return Standing::within;
    const Quotient expected{first.among, first.among + second.among};
    if (order_of_clopper_pearson_lower(events, expected, confidence) > 0)
        return Standing::above;
    return order_of_clopper_pearson_upper(events, expected, confidence) < 0 ? Standing::below
                                                                            : Standing::within;
}

} // namespace indicare::exact
