#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "indicare/indicators/counting.hpp"
#include "indicare/quality/indicator_set.hpp"

namespace indicare::quality {

/// Where a child stands in every indicator: membership, and what it adds to a mean.
class Standings {
  public:
    Standings() = default;

    explicit Standings(const indicators::Child& child) {
        for (std::size_t i = 0; i < indicators::population_count; ++i) {
            const auto population = static_cast<indicators::Population>(i);
            if (!child.is_in(population))
                continue;
            for (const std::uint8_t number : indicators::detail::by_population.of(population))
                standings_[number] =
                    coded(indicators::standing_of(child, indicators::catalogue[number]));
        }
    }

    /// The indicators in which the child stands otherwise.
    IndicatorSet where_other(const Standings& other) const {
        IndicatorSet set;
        for (std::size_t i = 0; i < standings_.size(); ++i)
            if (standings_[i] != other.standings_[i])
                set.add(i);
        return set;
    }

    /// The indicators for which the child is undetermined.
    IndicatorSet undetermined() const {
        IndicatorSet set;
        const std::int64_t code = coded({indicators::Membership::undetermined, 0});
        for (std::size_t i = 0; i < standings_.size(); ++i)
            if (standings_[i] == code)
                set.add(i);
        return set;
    }

  private:
    static constexpr std::int64_t coded(indicators::Standing standing) {
        return standing.amount * 4 + static_cast<std::int64_t>(standing.membership);
    }

    std::array<std::int64_t, indicators::catalogue.size()> standings_{};
};

} // namespace indicare::quality
