#pragma once

#include <cstdint>

namespace indicare::indicators {

/// What an indicator counts: whole numbers that add up over children, authorities and runs.
///
/// For a share, `denominator` children are counted among and `numerator` of them are counted. For a
/// mean, `numerator` is the sum over `denominator` children. For a count or a rate the denominator
/// is 0 here. `undetermined` children are in neither.
///
/// 64 bits hold the squares. A score is at most 40; days lie between two dates that records can
/// hold and are below 2^16, so that 2^31 children add less than 2^63. The squares of incidents add
/// up to no more than the square of the number of their rows: 3,000,000,000 rows still fit.
struct Tally {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t undetermined = 0;
    /// For a mean, the sum of the squares of what its children add; 0 for all else.
    std::int64_t squares = 0;

    constexpr Tally& operator+=(const Tally& other) {
        numerator += other.numerator;
        denominator += other.denominator;
        undetermined += other.undetermined;
        squares += other.squares;
        return *this;
    }
    constexpr Tally& operator-=(const Tally& other) {
        numerator -= other.numerator;
        denominator -= other.denominator;
        undetermined -= other.undetermined;
        squares -= other.squares;
        return *this;
    }
    friend constexpr Tally operator+(Tally a, const Tally& b) { return a += b; }
    friend constexpr Tally operator-(Tally a, const Tally& b) { return a -= b; }

    bool operator==(const Tally&) const = default;
};

} // namespace indicare::indicators
