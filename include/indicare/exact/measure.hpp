#pragma once

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/precision.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/exact/rounding.hpp"

#include <compare>
#include <string>
#include <type_traits>
#include <utility>

namespace indicare::exact {

template <class Of>
class Change;

/// What every typed number has: its exact value, its print, and a comparison with its own kind
/// alone. `Self` is the type that derives from it.
template <class Self, class Value>
class Measure {
  public:
    using value_type = Value;

    /// The exact number in its unit: what `print` rounds.
    [[nodiscard]] const Value& value() const { return value_; }

    /// The number in its unit, rounded; no sign of the unit is added.
    [[nodiscard]] std::string print(Precision precision, Rounding rounding = Rounding::half_up,
                                    Thousands thousands = Thousands::plain) const {
        return exact::print(ratio(value_), precision, rounding, thousands);
    }

    friend bool operator==(const Self& left, const Self& right) {
        return left.value().compare(right.value()) == 0;
    }
    friend std::strong_ordering operator<=>(const Self& left, const Self& right) {
        return left.value().compare(right.value()) <=> 0;
    }

  private:
    friend Self;
    explicit Measure(Value value) : value_(std::move(value)) {}

    Value value_;
};

/// A measure of how much there is: the difference of two is a change, no such measure itself.
template <class Self, class Value>
class Level : public Measure<Self, Value> {
  public:
    friend Change<Self> operator-(const Self& left, const Self& right) {
        return Change<Self>(Value(left.value() - right.value()));
    }

  private:
    friend Self;
    using Measure<Self, Value>::Measure;
};

/// A type of quantity that is a level: `Count`, `Share`, `Rate`, `Mean`.
template <class T>
concept Quantity = std::is_base_of_v<Level<T, typename T::value_type>, T>;

} // namespace indicare::exact
