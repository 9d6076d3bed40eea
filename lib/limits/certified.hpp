#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/limits.hpp"
#include "indicare/exact/rounding.hpp"

namespace indicare::exact {

/// A rational number as two whole numbers, not in lowest terms; the second is above 0.
struct Quotient {
    integer above;
    integer below;
};

/// The nearest double, or one beside it: for first values.
inline double roughly(const integer& value) {
    const auto small = as_int64(value); // which is quicker than the conversion of any size
    return small ? static_cast<double>(*small) : static_cast<double>(value);
}

/// The greatest whole number that is not above.
inline integer floor_of(double value) {
    constexpr double most = 0x1p62;
    const double whole = std::floor(value);
    return std::abs(whole) < most ? integer(static_cast<std::int64_t>(whole)) : integer(whole);
}

/// The decimal that a number rounds to, which is known by comparison alone.
///
/// `order_of(Quotient)` says exactly how the number compares with a quotient. Rounding changes at
/// halves of the last unit at most, so that it is enough to find between which two of these the
/// number lies, or which of them it is. `first` is where the search begins: if it is right, two
/// comparisons end it.
template <class OrderOf>
class Certified {
  public:
    /// The number is one in parts of `per`; it is compared with quotients of the whole.
    Certified(OrderOf order_of, LimitRounding rounding, const integer& per = 1)
        : order_of_(std::move(order_of)), rounding_(rounding),
          halves_(2 * power_of_ten(rounding.precision.places())), below_(halves_ * per) {}

    Decimal near(double first) {
        integer low = halves_of(first);
        integer high;
        std::strong_ordering at_low = order_at(low);
        if (at_low < 0) {
            high = low;
            for (integer step = 1; at_low < 0; step *= 2) {
                low -= step;
                at_low = order_at(low);
                if (at_low < 0)
                    high = low;
            }
        } else {
            high = low + 1;
            std::strong_ordering at_high = order_at(high);
            for (integer step = 1; at_high >= 0; step *= 2) {
                low = high;
                at_low = at_high;
                high += step;
                at_high = order_at(high);
            }
        }
        while (high - low > 1) {
            const integer middle = low + (high - low) / 2;
            const std::strong_ordering at_middle = order_at(middle);
            if (at_middle < 0) {
                high = middle;
            } else {
                low = middle;
                at_low = at_middle;
            }
        }
        return rounded(low, at_low == 0);
    }

  private:
    /// The number of half units that a first value is.
    [[nodiscard]] integer halves_of(double first) const {
        const double halves =
            first * roughly(halves_) / static_cast<double>(rounding_.precision.step());
        return std::isfinite(halves) ? floor_of(halves) : integer(0);
    }

    std::strong_ordering order_at(const integer& half) {
        const auto step = rounding_.precision.step();
        return order_of_(Quotient{step == 1 ? half : integer(half * step), below_});
    }

    /// Every rule rounds alike what lies between two neighbouring halves.
    [[nodiscard]] Decimal rounded(const integer& half, bool is_exact) const {
        const integer quarters = 2 * half + (is_exact ? 0 : 1);
        return round(integer(quarters * rounding_.precision.step()), integer(2 * halves_),
                     rounding_.precision, rounding_.rule);
    }

    OrderOf order_of_;
    LimitRounding rounding_;
    integer halves_; ///< half units in one, where the step is 1
    integer below_;  ///< half units in the whole
};

/// Asks with more and more bits until there is an answer. That it comes at last follows from what
/// is asked: the numbers compared differ, or are found to be equal.
template <class OrderWithin>
std::strong_ordering widening(OrderWithin&& order_within, unsigned bits) {
    constexpr unsigned most_bits = 1U << 16;
    for (; bits <= most_bits; bits *= 2)
        if (const std::optional<std::strong_ordering> order = order_within(bits))
            return *order;
    throw std::runtime_error("a confidence limit that is not told from a number in 65536 bits");
}

inline void expect(bool holds, const char* expected) {
    if (!holds)
        throw std::domain_error(expected);
}

} // namespace indicare::exact
