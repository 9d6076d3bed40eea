#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "indicare/audit/sum.hpp"
#include "indicare/exact/integer.hpp"

namespace indicare::audit {

/// Unknowns, each so many times, come to no more than a bound. Since unknowns are whole, one whose
/// coefficients share a divisor is that much smaller, its bound rounded down: 2a + 4b <= 7 is
/// a + 2b <= 3. Without terms it is true or not: 0 <= -1 is a contradiction.
class Inequality {
  public:
    /// That the sum is no more than 0.
    static Inequality not_above_zero(const Sum& sum) {
        Inequality result;
        exact::integer divisor = 0;
        for (const Term& term : sum.terms())
            divisor = gcd(divisor, term.coefficient);
        result.bound_ = -sum.constant();
        result.terms_.assign(sum.terms().begin(), sum.terms().end());
        if (divisor > 1) {
            result.bound_ = exact::floor_divide(result.bound_, divisor);
            for (Term& term : result.terms_)
                term.coefficient /= divisor;
        }
        return result;
    }

    std::span<const Term> terms() const { return terms_; }
    const exact::integer& bound() const { return bound_; }

    /// Whether it holds of these numbers, one for every unknown.
    bool holds(std::span<const exact::integer> numbers) const {
        exact::integer total = 0;
        for (const Term& term : terms_)
            total += term.coefficient * numbers[term.unknown];
        return total <= bound_;
    }

  private:
    std::vector<Term> terms_;
    exact::integer bound_ = 0;
};

/// That one sum is no more than another.
inline Inequality at_most(const Sum& left, const Sum& right) {
    return Inequality::not_above_zero(left - right);
}

} // namespace indicare::audit
