#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "indicare/exact/interval.hpp"
#include "indicare/explain/explanation.hpp"
#include "indicare/scorecard/figure.hpp"

namespace indicare::explain {

/// Whether the figure has to rise to the target or to fall to it.
enum class Direction : std::uint8_t { rise, fall };

/// How far a figure is from a target, in whole children.
///
/// For a share that many children of the denominator must change side; for a count and a rate as
/// many more or fewer be counted; for a mean the sum must change by `numerator_change`, for which
/// at least `children` are needed when each can go down to 0, or up to the most that is possible.
struct NearMiss {
    Direction direction = Direction::rise;
    /// By how much the numerator must change for the exact value to reach the target; 0 where it
    /// has.
    exact::integer numerator_change;
    /// The same for the printed figure: 71% is printed from 70.5% on.
    exact::integer change_to_print;
    /// By how much it could change the other way, where the target is reached.
    exact::integer spare;
    /// The fewest children that can make the difference; nothing when all together cannot.
    std::optional<exact::integer> children;
    /// Those who could: indices of the rows of explanation, the nearest first. For counts and rates
    /// that should rise they are not in the data.
    std::vector<std::size_t> candidates;

    bool is_reached() const { return numerator_change == 0; }
};

namespace detail {

inline exact::integer ceiling(const exact::ratio& value) {
    return -exact::floor_divide(exact::integer(-numerator(value)),
                                exact::integer(denominator(value)));
}

/// The least whole number by which a numerator must rise to reach a bound, or to pass it.
inline exact::integer least_rise(const exact::ratio& short_of, bool pass) {
    exact::integer least = ceiling(short_of);
    if (pass && exact::ratio(least) == short_of)
        ++least;
    return least < 0 ? exact::integer(0) : least;
}

/// The fewest amounts of a list that together make at least so much.
inline std::optional<exact::integer> fewest(std::vector<std::int64_t> amounts,
                                            const exact::integer& needed) {
    std::sort(amounts.begin(), amounts.end(), std::greater<>());
    exact::integer sum = 0;
    exact::integer count = 0;
    for (const std::int64_t amount : amounts) {
        if (sum >= needed)
            break;
        sum += amount;
        ++count;
    }
    return sum >= needed ? std::optional(count) : std::nullopt;
}

/// The children who could make a difference, as indices of rows, the nearest first; and by how much
/// each could at most, in no stated order.
struct Candidates {
    std::vector<std::size_t> rows;
    std::vector<std::int64_t> amounts;
};

inline Candidates candidates_of(const Definition& definition,
                                const std::vector<ExplainedChild>& rows, Direction direction) {
    const bool of_mean = is_mean(definition.unit);
    const bool rise = direction == Direction::rise;
    const Membership side = of_mean || !rise ? Membership::numerator : Membership::denominator;
    Candidates found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Standing& standing = rows[i].explanation.standing;
        if (standing.membership != side)
            continue;
        found.rows.push_back(i);
        const std::int64_t up = definition.most_each.value_or(0) - standing.amount;
        found.amounts.push_back(!of_mean ? 1 : rise ? up : standing.amount);
    }
    const auto nearness = [&](std::size_t row) {
        return of_mean ? -rows[row].explanation.standing.amount : rows[row].explanation.gap;
    };
    std::stable_sort(found.rows.begin(), found.rows.end(),
                     [&](std::size_t a, std::size_t b) { return nearness(a) < nearness(b); });
    return found;
}

} // namespace detail

/// Which way the figure has to go to be better, or where neither is, to come to the target.
inline Direction direction_to(const Definition& definition, const exact::ratio& value,
                              const exact::ratio& target) {
    switch (definition.polarity) {
    case indicators::Polarity::high:
        return Direction::rise;
    case indicators::Polarity::low:
        return Direction::fall;
    default:
        return value < target ? Direction::rise : Direction::fall;
    }
}

/// How far a figure is from a target, and which children are nearest to making the difference.
/// `target` is in the figure's unit, `rows` explain it. Nothing when there is no figure, or its
/// denominator is 0. Cost: a sorting of the rows.
inline std::optional<NearMiss> near_miss(const scorecard::Figure& figure,
                                         const std::vector<ExplainedChild>& rows,
                                         const exact::Decimal& target) {
    const auto value = figure.value();
    if (!value)
        return std::nullopt;
    const Definition& definition = figure.definition();
    const scorecard::Printing printing = scorecard::printing_of(definition.unit);
    const exact::ratio whole = exact::make_ratio(figure.denominator().value_or(1), printing.per);
    const exact::ratio goal = target.value();

    NearMiss miss;
    miss.direction = direction_to(definition, *value, goal);
    const bool rise = miss.direction == Direction::rise;
    const auto short_of = [&](const exact::ratio& bound) {
        return exact::ratio(rise ? (bound - *value) * whole : (*value - bound) * whole);
    };
    miss.numerator_change = detail::least_rise(short_of(goal), false);
    const exact::Decimal printed = exact::round(goal, printing.precision, exact::Rounding::half_up);
    const exact::Interval prints =
        exact::meaning(printed, printing.precision, exact::Rounding::half_up);
    miss.change_to_print =
        rise ? detail::least_rise(short_of(prints.lower()), prints.lower_end() == exact::End::open)
             : detail::least_rise(short_of(prints.upper()), prints.upper_end() == exact::End::open);
    if (miss.is_reached())
        miss.spare = exact::floor_divide(exact::integer(-numerator(short_of(goal))),
                                         exact::integer(denominator(short_of(goal))));

    detail::Candidates candidates = detail::candidates_of(definition, rows, miss.direction);
    miss.candidates = std::move(candidates.rows);
    const bool need_others = rise && (definition.unit == indicators::Unit::children ||
                                      definition.unit == indicators::Unit::per_10000);
    miss.children = need_others
                        ? std::optional(miss.numerator_change)
                        : detail::fewest(std::move(candidates.amounts), miss.numerator_change);
    return miss;
}

} // namespace indicare::explain
