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
        indicators::for_each_standing(
            child, [this](std::size_t number, const indicators::Standing& standing) {
                standings_[number] = coded(standing);
            });
    }

    /// Adds the child to the tallies of every indicator.
    void add_to(indicators::Tallies& tallies) const {
        for (std::size_t i = 0; i < standings_.size(); ++i)
            if (standings_[i] != 0)
                indicators::add(
                    tallies[i], indicators::catalogue[i],
                    {static_cast<indicators::Membership>(standings_[i] & 3), standings_[i] >> 2});
    }

    /// The indicators in which the child stands otherwise.
    IndicatorSet where_other(const Standings& other) const {
        IndicatorSet set;
        for (std::size_t i = 0; i < standings_.size(); ++i)
            set.add_if(i, standings_[i] != other.standings_[i]);
        return set;
    }

    /// The same for a child of whom only these indicators are in question.
    IndicatorSet where_other(const indicators::Child& child, const IndicatorSet& among) const {
        IndicatorSet set;
        among.for_each([&](std::size_t i) {
            const indicators::Definition& definition = indicators::catalogue[i];
            const std::int64_t other = child.is_in(definition.population)
                                           ? coded(indicators::standing_of(child, definition))
                                           : 0;
            set.add_if(i, standings_[i] != other);
        });
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
    static_assert(static_cast<int>(indicators::Membership::outside) == 0);

    std::array<std::int64_t, indicators::catalogue.size()> standings_{};
};

} // namespace indicare::quality
