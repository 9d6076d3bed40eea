#pragma once

#include <cstdint>

namespace indicare::indicators {

/// What an indicator counts: whole numbers that add up over children, authorities and runs.
///
/// For a share, `denominator` children are counted among and `numerator` of them are counted. For a
/// mean, `numerator` is the sum over `denominator` children. For a count or a rate the denominator
/// is 0 here. `undetermined` children are in neither.
struct Tally {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t undetermined = 0;

    constexpr Tally& operator+=(const Tally& other) {
        numerator += other.numerator;
        denominator += other.denominator;
        undetermined += other.undetermined;
        return *this;
    }
    constexpr Tally& operator-=(const Tally& other) {
        numerator -= other.numerator;
        denominator -= other.denominator;
        undetermined -= other.undetermined;
        return *this;
    }
    friend constexpr Tally operator+(Tally a, const Tally& b) { return a += b; }
    friend constexpr Tally operator-(Tally a, const Tally& b) { return a -= b; }

    bool operator==(const Tally&) const = default;
};

} // namespace indicare::indicators
