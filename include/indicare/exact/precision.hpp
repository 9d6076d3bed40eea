#pragma once

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"

#include <cstdint>
#include <stdexcept>

namespace indicare::exact {

/// How finely a figure is printed: to a number of decimal places, or to the nearest 5, 10, 100.
class Precision {
  public:
    /// The decimal places that are printed; 0 for a step.
    [[nodiscard]] constexpr unsigned places() const { return places_; }
    /// What a printed whole number is a multiple of; 1 for decimal places.
    [[nodiscard]] constexpr std::int64_t step() const { return step_; }
    /// The distance between one printable figure and the next: 1/10 for one decimal place, 5 for
    /// the nearest 5.
    [[nodiscard]] ratio unit() const { return {integer(step_), power_of_ten(places_)}; }

    friend constexpr bool operator==(const Precision&, const Precision&) = default;

    /// To so many decimal places; 0 is whole numbers.
    friend constexpr Precision places(unsigned count) { return {count, 1}; }
    /// To multiples of `step`. Errors: `std::domain_error` when the step is below 1.
    friend constexpr Precision nearest(std::int64_t step) {
        return step < 1 ? throw std::domain_error("a rounding step below 1") : Precision(0, step);
    }

  private:
    constexpr Precision(unsigned places, std::int64_t step) : places_(places), step_(step) {}

    unsigned places_;
    std::int64_t step_;
};

constexpr Precision places(unsigned count);     ///< to so many decimal places
constexpr Precision nearest(std::int64_t step); ///< to multiples of `step`, from 1

} // namespace indicare::exact
