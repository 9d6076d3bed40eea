#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "indicare/indicators/catalogue.hpp"
#include "indicare/indicators/tally.hpp"

namespace indicare::indicators {

/// One tally an indicator, in the order of the catalogue.
using Tallies = std::array<Tally, catalogue.size()>;

constexpr Tallies& operator+=(Tallies& a, const Tallies& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += b[i];
    return a;
}

constexpr Tallies& operator-=(Tallies& a, const Tallies& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] -= b[i];
    return a;
}

namespace detail {

/// The numbers of the catalogue's indicators in order of their population.
class ByPopulation {
  public:
    constexpr ByPopulation() {
        std::size_t at = 0;
        for (std::size_t population = 0; population < population_count; ++population) {
            for (std::size_t i = 0; i < catalogue.size(); ++i)
                if (catalogue[i].population == static_cast<Population>(population))
                    numbers_[at++] = static_cast<std::uint8_t>(i);
            ends_[population] = at;
        }
    }

    constexpr std::span<const std::uint8_t> of(Population population) const {
        const auto index = static_cast<std::size_t>(population);
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::span(numbers_).subspan(begin, ends_[index] - begin);
    }

  private:
    std::array<std::uint8_t, catalogue.size()> numbers_{};
    std::array<std::size_t, population_count> ends_{};
};

inline constexpr ByPopulation by_population;

} // namespace detail

/// Adds a child who stands so to an indicator's tally.
constexpr void add(Tally& tally, const Definition& definition, const Standing& standing) {
    const bool has_denominator = definition.unit == Unit::percent || is_mean(definition.unit);
    switch (standing.membership) {
    case Membership::outside:
        break;
    case Membership::undetermined:
        ++tally.undetermined;
        break;
    case Membership::numerator:
        tally.numerator += standing.amount;
        [[fallthrough]];
    case Membership::denominator:
        tally.denominator += has_denominator ? 1 : 0;
        break;
    }
}

/// Adds a child to the tallies of every indicator. Cost: only the indicators of the populations
/// that the child belongs to are looked at.
inline void count(const Child& child, Tallies& tallies) {
    for (std::size_t i = 0; i < population_count; ++i) {
        const auto population = static_cast<Population>(i);
        if (!child.is_in(population))
            continue;
        for (const std::uint8_t number : detail::by_population.of(population)) {
            const Definition& definition = catalogue[number];
            add(tallies[number], definition, standing_of(child, definition));
        }
    }
}

} // namespace indicare::indicators
