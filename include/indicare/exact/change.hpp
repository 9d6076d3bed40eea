#pragma once

#include "indicare/exact/measure.hpp"
#include "indicare/exact/ratio.hpp"

#include <concepts>
#include <optional>
#include <utility>

namespace indicare::exact {

/// The signed difference of two quantities of one type, in their unit: 620 - 627 is the change -7.
/// It compares with changes of the same quantity only.
template <class Of>
class Change : public Measure<Change<Of>, typename Of::value_type> {
    static_assert(Quantity<Of>, "a change is that of a count, a share, a rate or a mean");

  public:
    /// A change of this size, in the unit of the quantity.
    explicit Change(typename Of::value_type size)
        : Measure<Change, typename Of::value_type>(std::move(size)) {}
    explicit Change(std::floating_point auto) = delete;
};

/// A change relative to what it started from, in percent of that: from 627 to 620 is -1.1 to one
/// decimal.
class PercentChange : public Measure<PercentChange, ratio> {
  public:
    /// A relative change of so many percent.
    explicit PercentChange(ratio percent) : Measure(std::move(percent)) {}
    explicit PercentChange(std::floating_point auto) = delete;
};

/// The relative change from one quantity to another of the same type; nothing when the first is 0
/// or (as a mean may be) below, since no percentage of that says how much there is more.
template <Quantity Q>
std::optional<PercentChange> percent_change(const Q& from, const Q& to) {
    const auto& base = from.value();
    if (base <= 0)
        return std::nullopt;
    return PercentChange(ratio(to.value() - base) * 100 / ratio(base));
}

} // namespace indicare::exact
