#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "indicare/explain/explanation.hpp"
#include "indicare/scorecard/figure.hpp"

namespace indicare::explain {

/// A child who stands elsewhere in an indicator than before, or adds another amount to a mean.
struct MovedChild {
    care::Records::ChildNumber child = 0;
    Explanation before;
    Explanation after;
};

/// The children who went from one membership to another.
struct MovementPart {
    Membership from = Membership::outside;
    Membership to = Membership::outside;
    std::int64_t children = 0;
    std::int64_t numerator_change = 0;
    std::int64_t denominator_change = 0;
    /// What of the change of the value is theirs; nothing when the value did not exist on one of
    /// the dates.
    std::optional<exact::ratio> change;
};

/// How a figure came from its value on one date to that on another, child by child.
///
/// With n of d before and n', d' after, the change n'/d' - n/d is the sum over all children of
/// (a - (n/d) b) / d', where a child changes the numerator by a and the denominator by b: those who
/// join lift the value when they are counted more often than the children before were. The parts
/// add up exactly. For a rate the population's own part stands beside them.
struct Movement {
    scorecard::Figure before;
    scorecard::Figure after;
    std::vector<MovementPart> parts; ///< those with any children, in a fixed order
    std::optional<exact::ratio> population_change;
    std::optional<exact::ratio> change;
    std::vector<MovedChild> children; ///< in the order of the records
};

/// An indicator as at the end of a window, with the population where it is a rate.
struct Moment {
    care::Window window;
    std::optional<std::int64_t> population;
};

namespace detail {

inline scorecard::Figure figure_at(const Definition& definition, const indicators::Tally& tally,
                                   const Moment& moment) {
    return {definition, tally, moment.population};
}

/// Splits the change of the value among the parts, and gives it.
inline void split_change(Movement& movement) {
    const auto before = movement.before.value();
    const auto after = movement.after.value();
    if (!before || !after)
        return;
    movement.change = *after - *before;
    const indicators::Unit unit = movement.before.definition().unit;
    const exact::ratio per = scorecard::printing_of(unit).per;
    const exact::ratio whole = movement.after.denominator().value_or(1);
    const bool is_rate = unit == indicators::Unit::per_10000;
    for (MovementPart& part : movement.parts)
        part.change = (per * part.numerator_change - *before * part.denominator_change) / whole;
    if (is_rate)
        movement.population_change =
            *before * (movement.before.denominator().value_or(0) - whole) / whole;
}

} // namespace detail

/// How an indicator moved from one date to another within an authority's children. Both windows'
/// returns must have been given. Cost: as of explaining it twice.
inline Movement movement(const care::Records& records, const care::Policies& policies,
                         care::Records::AuthorityNumber authority, const Moment& before,
                         const Moment& after, const Definition& definition) {
    constexpr std::size_t memberships = 4;
    std::array<MovementPart, memberships * memberships> cells{};
    indicators::Tally tally_before;
    indicators::Tally tally_after;
    std::vector<MovedChild> moved;
    scorecard::Viewer viewer(records, policies);
    for (care::Records::ChildNumber number = 0; number < records.child_count(); ++number) {
        if (records[number].authority != authority)
            continue;
        viewer.turn_to(number);
        const auto explained = [&](const care::Window& window) {
            const auto child = viewer.through(window);
            return child ? explanation_of(*child, definition) : Explanation{};
        };
        MovedChild child{number, explained(before.window), explained(after.window)};
        const Standing& from = child.before.standing;
        const Standing& to = child.after.standing;
        indicators::Tally was;
        indicators::Tally is;
        indicators::add(was, definition, from);
        indicators::add(is, definition, to);
        tally_before += was;
        tally_after += is;
        MovementPart& cell = cells[static_cast<std::size_t>(from.membership) * memberships +
                                   static_cast<std::size_t>(to.membership)];
        cell.from = from.membership;
        cell.to = to.membership;
        cell.numerator_change += is.numerator - was.numerator;
        cell.denominator_change += is.denominator - was.denominator;
        ++cell.children;
        if (from.membership != to.membership || from.amount != to.amount)
            moved.push_back(std::move(child));
    }
    Movement result{detail::figure_at(definition, tally_before, before),
                    detail::figure_at(definition, tally_after, after),
                    {},
                    {},
                    {},
                    std::move(moved)};
    for (const MovementPart& cell : cells)
        if (cell.children > 0 &&
            (cell.from != Membership::outside || cell.to != Membership::outside))
            result.parts.push_back(cell);
    detail::split_change(result);
    return result;
}

} // namespace indicare::explain
