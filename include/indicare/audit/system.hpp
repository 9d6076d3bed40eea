#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "indicare/audit/inequality.hpp"
#include "indicare/exact/integer.hpp"

namespace indicare::audit {

/// The most that an unknown can be: 10^9. The least is 0.
inline const exact::integer& greatest_unknown() {
    static const exact::integer greatest = 1'000'000'000;
    return greatest;
}

/// The whole numbers from `least` to `most`; none where `most` is less.
struct Range {
    exact::integer least = 0;
    exact::integer most = greatest_unknown();

    bool is_empty() const { return least > most; }
    bool is_one_number() const { return least == most; }
    bool holds(const exact::integer& number) const { return least <= number && number <= most; }

    friend bool operator==(const Range&, const Range&) = default;
};

/// Inequalities over unknown whole numbers, each within a range: what claims come to.
struct System {
    std::vector<Range> ranges; ///< one for every unknown
    std::vector<Inequality> inequalities;

    /// Whether these numbers, one for every unknown, satisfy all of it.
    bool holds(std::span<const exact::integer> numbers) const {
        if (numbers.size() != ranges.size())
            return false;
        for (std::size_t i = 0; i < ranges.size(); ++i)
            if (!ranges[i].holds(numbers[i]))
                return false;
        return std::all_of(
            inequalities.begin(), inequalities.end(),
            [numbers](const Inequality& inequality) { return inequality.holds(numbers); });
    }
};

} // namespace indicare::audit
