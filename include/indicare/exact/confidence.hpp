#pragma once

#include "indicare/exact/enclosure.hpp"
#include "indicare/exact/ratio.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace indicare::exact {

/// How often limits are to hold the true value in the long run: 95%, 99.8%. An exact decimal, and
/// with it the quantile of the normal distribution that limits at this level are made with.
///
/// Making one costs some hundred microseconds: make it once, and use it for all limits of the
/// level. It may be shared by threads.
class Confidence {
  public:
    /// So many percent: 95, or 998/10. Errors: `std::domain_error` when it is not above 0 and below
    /// 100, or so close to 100 (within 10^-30) that no limit would say anything.
    explicit Confidence(const ratio& percent);

    /// The level that the text writes, "95", "99.8" or "0.95": a number above 1 is percent, one
    /// below 1 the part of 1. Nothing when it is no decimal, not between 0 and 100, exactly 1
    /// (which could mean either), or has more than 30 decimal places.
    static std::optional<Confidence> parse(std::string_view text);

    /// Limits at 95%, outside of which one in forty lies on either side by chance.
    static const Confidence& percent_95();
    /// Limits at 99.8%, outside of which one in a thousand lies on either side by chance.
    static const Confidence& percent_99_8();

    /// The level as a part of 1: 19/20.
    [[nodiscard]] const ratio& level() const { return level_; }
    /// What is left on either side: 1/40.
    [[nodiscard]] const ratio& tail() const { return tail_; }
    /// The level as it is printed: "95%", "99.8%".
    [[nodiscard]] std::string text() const;

    /// The square of the normal quantile z, of which P(-z < Z < z) is the level: 1.95996...^2 at
    /// 95%. At least so many bits behind the point are certain: the ends are 2^-bits apart at most.
    /// Cost: up to 120 bits it is at hand, else it is reckoned anew.
    [[nodiscard]] Enclosure z_squared(unsigned bits) const;

    /// The normal quantile itself, in the same way.
    [[nodiscard]] Enclosure z(unsigned bits) const;

    friend bool operator==(const Confidence& left, const Confidence& right) {
        return left.level_ == right.level_;
    }

  private:
    ratio level_;
    ratio tail_;
    Enclosure z_;
    Enclosure z_squared_;
    Enclosure z_squared_roughly_;
};

} // namespace indicare::exact
