#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "indicare/exact/integer.hpp"

namespace indicare::audit {

/// The number of an unknown: a whole number from 0 up that claims speak of by its name.
using Unknown = std::size_t;

/// An unknown, so many times.
struct Term {
    Unknown unknown = 0;
    exact::integer coefficient;

    friend bool operator==(const Term&, const Term&) = default;
};

/// Unknowns, each so many times, and a whole number added up: `stock_2022 + started - 3`. Terms
/// stand in the order of their unknowns, none has the coefficient 0.
class Sum {
  public:
    Sum() = default;
    explicit Sum(exact::integer constant) : constant_(std::move(constant)) {}

    static Sum of(Unknown unknown) {
        Sum sum;
        sum.add(unknown, 1);
        return sum;
    }

    /// Terms in any order, those of one unknown added up. Cost: that of putting them in order.
    static Sum of(std::vector<Term> terms, exact::integer constant) {
        std::sort(terms.begin(), terms.end(),
                  [](const Term& left, const Term& right) { return left.unknown < right.unknown; });
        Sum sum(std::move(constant));
        for (std::size_t at = 0; at < terms.size();) {
            const Unknown unknown = terms[at].unknown;
            exact::integer coefficient = 0;
            for (; at < terms.size() && terms[at].unknown == unknown; ++at)
                coefficient += terms[at].coefficient;
            sum.add(unknown, coefficient);
        }
        return sum;
    }

    std::span<const Term> terms() const { return terms_; }
    const exact::integer& constant() const { return constant_; }
    bool is_constant() const { return terms_.empty(); }

    /// Adds an unknown so many times.
    void add(Unknown unknown, const exact::integer& coefficient) {
        const auto at =
            std::lower_bound(terms_.begin(), terms_.end(), unknown,
                             [](const Term& term, Unknown other) { return term.unknown < other; });
        if (at == terms_.end() || at->unknown != unknown) {
            if (coefficient != 0)
                terms_.insert(at, {unknown, coefficient});
            return;
        }
        at->coefficient += coefficient;
        if (at->coefficient == 0)
            terms_.erase(at);
    }
    void add(const exact::integer& number) { constant_ += number; }

    /// Adds another sum so many times. Cost: in proportion to the terms of both.
    void add(const Sum& other, const exact::integer& times) {
        std::vector<Term> all;
        all.reserve(terms_.size() + other.terms_.size());
        auto own = terms_.begin();
        for (const Term& term : other.terms_) {
            while (own != terms_.end() && own->unknown < term.unknown)
                all.push_back(*own++);
            exact::integer coefficient = term.coefficient * times;
            if (own != terms_.end() && own->unknown == term.unknown)
                coefficient += (own++)->coefficient;
            if (coefficient != 0)
                all.push_back({term.unknown, std::move(coefficient)});
        }
        all.insert(all.end(), own, terms_.end());
        constant_ += other.constant_ * times;
        terms_ = std::move(all);
    }

    /// What it comes to, given a number for every unknown.
    exact::integer value(std::span<const exact::integer> numbers) const {
        exact::integer total = constant_;
        for (const Term& term : terms_)
            total += term.coefficient * numbers[term.unknown];
        return total;
    }

    friend bool operator==(const Sum&, const Sum&) = default;

  private:
    std::vector<Term> terms_;
    exact::integer constant_ = 0;
};

/// The difference of two sums.
inline Sum operator-(const Sum& left, const Sum& right) {
    Sum sum = left;
    sum.add(right, -1);
    return sum;
}

/// The sum of two sums.
inline Sum operator+(const Sum& left, const Sum& right) {
    Sum sum = left;
    sum.add(right, 1);
    return sum;
}

} // namespace indicare::audit
