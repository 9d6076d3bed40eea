#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "indicare/indicators/catalogue.hpp"

namespace indicare::quality {

/// A set of indicators, by their numbers in the catalogue.
class IndicatorSet {
  public:
    constexpr void add(std::size_t number) {
        words_[number / 64] |= std::uint64_t{1} << number % 64;
    }
    constexpr void add_if(std::size_t number, bool belongs) {
        words_[number / 64] |= static_cast<std::uint64_t>(belongs) << number % 64;
    }
    constexpr bool holds(std::size_t number) const {
        return (words_[number / 64] >> number % 64 & 1U) != 0;
    }
    constexpr bool is_empty() const { return words_[0] == 0 && words_[1] == 0; }

    constexpr IndicatorSet& operator|=(const IndicatorSet& other) {
        words_[0] |= other.words_[0];
        words_[1] |= other.words_[1];
        return *this;
    }
    constexpr IndicatorSet& operator&=(const IndicatorSet& other) {
        words_[0] &= other.words_[0];
        words_[1] &= other.words_[1];
        return *this;
    }
    friend constexpr IndicatorSet operator|(IndicatorSet a, const IndicatorSet& b) {
        return a |= b;
    }
    friend constexpr IndicatorSet operator&(IndicatorSet a, const IndicatorSet& b) {
        return a &= b;
    }

    constexpr auto operator<=>(const IndicatorSet&) const = default;

    /// Calls `visit(number)` for each indicator, in the order of the catalogue.
    template <class Visit>
    constexpr void for_each(Visit&& visit) const {
        for (std::size_t word = 0; word < words_.size(); ++word)
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
                visit(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }

  private:
    std::array<std::uint64_t, 2> words_{};
};

static_assert(indicators::catalogue.size() <= 128);

/// The indicators that read a table.
constexpr IndicatorSet reading(care::Table table) {
    IndicatorSet set;
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
        if (indicators::catalogue[i].reads.holds(table))
            set.add(i);
    return set;
}

} // namespace indicare::quality
