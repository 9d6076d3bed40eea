#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

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

/// A function for each indicator: what its definition asks is known when it is compiled, so that
/// nothing is looked up and no pointer called through.
template <Population population, std::size_t number, class Visit>
[[gnu::always_inline]] inline void visit_standing(const Child& child, Visit& visit) {
    constexpr const Definition& definition = catalogue[number];
    if constexpr (definition.population == population)
        visit(std::integral_constant<std::size_t, number>(), standing_of(child, definition));
}

template <Population population, class Visit, std::size_t... numbers>
void visit_population(const Child& child, Visit& visit, std::index_sequence<numbers...>) {
    if (child.is_in(population))
        (visit_standing<population, numbers>(child, visit), ...);
}

template <class Visit, std::size_t... populations>
void visit_populations(const Child& child, Visit& visit, std::index_sequence<populations...>) {
    (visit_population<static_cast<Population>(populations)>(
         child, visit, std::make_index_sequence<catalogue.size()>()),
     ...);
}

} // namespace detail

/// Calls `visit(number, standing)` for every indicator of the populations that a child belongs to;
/// the number is a `std::integral_constant`.
template <class Visit>
void for_each_standing(const Child& child, Visit&& visit) {
    detail::visit_populations(child, visit, std::make_index_sequence<population_count>());
}

/// Adds a child who stands so to an indicator's tally.
[[gnu::always_inline]] constexpr void add(Tally& tally, const Definition& definition,
                                          const Standing& standing) {
    const bool has_denominator = definition.unit == Unit::percent || is_mean(definition.unit);
    switch (standing.membership) {
    case Membership::outside:
        break;
    case Membership::undetermined:
        ++tally.undetermined;
        break;
    case Membership::numerator:
        tally.numerator += standing.amount;
        tally.squares += is_mean(definition.unit) ? standing.amount * standing.amount : 0;
        [[fallthrough]];
    case Membership::denominator:
        tally.denominator += has_denominator ? 1 : 0;
        break;
    }
}

/// Adds a child to the tallies of every indicator. Cost: only the indicators of the populations
/// that the child belongs to are looked at.
inline void count(const Child& child, Tallies& tallies) {
    for_each_standing(child, [&tallies](auto number, const Standing& standing) {
        add(tallies[number], catalogue[number], standing);
    });
}

} // namespace indicare::indicators
