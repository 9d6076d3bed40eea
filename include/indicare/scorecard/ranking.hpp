#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/exact/integer.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/indicators/definition.hpp"

namespace indicare::scorecard {

/// The quarter of the authorities in which a value lies: `a` is the best.
enum class Band : std::uint8_t { a, b, c, d };

/// `A` to `D`.
constexpr std::string_view name_of(Band band) {
    constexpr std::string_view names[] = {"A", "B", "C", "D"};
    return names[static_cast<std::size_t>(band)];
}

/// The quantile of values at `quarters` quarters, interpolated between the two that are nearest:
/// R's type 7, with which DfE's tool works. The values are sorted, and there is at least one.
inline exact::ratio quantile(std::span<const exact::ratio> sorted, int quarters) {
    const std::size_t steps = (sorted.size() - 1) * static_cast<std::size_t>(quarters);
    const std::size_t below = steps / 4;
    const exact::ratio& lower = sorted[below];
    if (steps % 4 == 0)
        return lower;
    return lower + (sorted[below + 1] - lower) * exact::ratio(steps % 4, 4);
}

namespace detail {

/// Sorts values by whole numbers, their numerators over one denominator: comparing ratios costs
/// many times as much.
inline void sort(std::vector<exact::ratio>& values) {
    exact::integer common = 1;
    for (const exact::ratio& value : values)
        common = lcm(common, exact::integer(denominator(value)));
    std::vector<std::pair<exact::integer, std::size_t>> order;
    order.reserve(values.size());
    for (const exact::ratio& value : values)
        order.emplace_back(numerator(value) * (common / denominator(value)), order.size());
    std::sort(order.begin(), order.end());
    std::vector<exact::ratio> sorted;
    sorted.reserve(values.size());
    for (const auto& each : order)
        sorted.push_back(std::move(values[each.second]));
    values = std::move(sorted);
}

} // namespace detail

/// Where a value stands among those of the authorities.
struct Ranking {
    std::size_t rank = 0; ///< 1 is the best; of equal values each has the first rank among them
    std::size_t of = 0;   ///< how many there are, this one among them
    Band band = Band::a;
    std::array<exact::ratio, 3> quartiles; ///< a quarter, half and three quarters of the way up
};

/// The rank and the band by the rules of DfE's Local Authority Interactive Tool: over the published
/// numbers of all authorities that have one, `value` among them. A value at an edge of bands is in
/// the lower band of the two, whether low is good or bad: at the first quartile in A where low is
/// good and in D where high is, at the third in C and in B.
/// Nothing where neither high nor low is good. Source: LAIT, `R/fn_analysis.R`, `calculate_rank`
/// and the quartile bands. Cost: a sort of the values.
inline std::optional<Ranking> ranking_of(const exact::ratio& value,
                                         std::vector<exact::ratio> values,
                                         indicators::Polarity polarity) {
    if (polarity == indicators::Polarity::none || values.empty())
        return std::nullopt;
    detail::sort(values);
    const bool high = polarity == indicators::Polarity::high;
    const auto [first, last] = std::equal_range(values.begin(), values.end(), value);
    const auto better = high ? values.end() - last : first - values.begin();
    Ranking ranking{static_cast<std::size_t>(better) + 1,
                    values.size(),
                    Band::a,
                    {quantile(values, 1), quantile(values, 2), quantile(values, 3)}};
    const auto& quartiles = ranking.quartiles;
    const auto above = std::count_if(quartiles.begin(), quartiles.end(),
                                     [&value](const exact::ratio& edge) { return value > edge; });
    ranking.band = static_cast<Band>(high ? 3 - above : above);
    return ranking;
}

} // namespace indicare::scorecard
