#pragma once

#include "indicare/exact/change.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/measure.hpp"
#include "indicare/exact/ratio.hpp"

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <utility>

/// Numbers that know what they are. Each compares with its own type alone, subtracts to a change,
/// and prints in its unit; only counts add up. What is not declared here does not compile: no share
/// of one whole is added to that of another, no rate per 1,000 is compared with one per 10,000, and
/// none is made from a double.
namespace indicare::exact {

/// How many: children, placements, events. Unit: one of them.
class Count : public Level<Count, integer> {
  public:
    /// Errors: `std::domain_error` below 0.
    explicit Count(integer number) : Level(std::move(number)) {
        if (value() < 0)
            throw std::domain_error("a count below 0");
    }

    friend Count operator+(const Count& left, const Count& right) {
        return Count(integer(left.value() + right.value()));
    }
};

/// A part of a whole. Unit: percent, so that one half has the value 50.
class Share : public Level<Share, ratio> {
  public:
    /// So many percent. Errors: `std::domain_error` outside of 0 to 100.
    explicit Share(ratio percent) : Level(std::move(percent)) {
        if (value() < 0 || value() > 100)
            throw std::domain_error("a share outside of 0 to 100 percent");
    }
    explicit Share(std::floating_point auto) = delete;

    /// `part` of `whole`, as 152 of 208. Errors: `std::domain_error` when the whole is 0 or the
    /// part not within it.
    static Share of(const integer& part, const integer& whole) {
        return Share(make_ratio(integer(part * 100), whole));
    }
};

/// The difference of two shares. Unit: percentage points.
using PercentagePoints = Change<Share>;

/// Events or people for every `Per` of a population. Unit: one per `Per`.
template <std::int64_t Per>
requires(Per > 0) class Rate : public Level<Rate<Per>, ratio> {
  public:
    /// So many per `Per`. Errors: `std::domain_error` below 0.
    explicit Rate(ratio number) : Level<Rate, ratio>(std::move(number)) {
        if (this->value() < 0)
            throw std::domain_error("a rate below 0");
    }
    explicit Rate(std::floating_point auto) = delete;

    /// `number` in a population, as 620 in 59,411. Errors: `std::domain_error` when the population
    /// is 0 or the rate below.
    static Rate of(const integer& number, const integer& population) {
        return Rate(make_ratio(integer(number * Per), population));
    }
};

struct Days;      ///< Unit of a mean: days.
struct Score;     ///< Unit of a mean: points of a score, such as the SDQ's.
struct Incidents; ///< Unit of a mean: incidents, such as times missing.

/// A sum shared out equally. Unit: what `Unit` names; a mean of days is not one of scores.
template <class Unit>
class Mean : public Level<Mean<Unit>, ratio> {
  public:
    /// So many of the unit.
    explicit Mean(ratio number) : Level<Mean, ratio>(std::move(number)) {}
    explicit Mean(std::floating_point auto) = delete;

    /// `sum` over `number`, as 755 points over 100 children. Errors: `std::domain_error` when the
    /// number is 0.
    static Mean of(const integer& sum, const integer& number) {
        return Mean(make_ratio(sum, number));
    }
};

} // namespace indicare::exact
