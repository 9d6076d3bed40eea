#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indicare::scorecard {

/// What a reader must know of two figures that are laid beside each other.
enum class CaveatKind : std::uint8_t {
    years_differ,               ///< the benchmark is of another year
    not_consecutive,            ///< between a figure and the one before it lies more than a year
    provisional,                ///< the figure is of a return that DfE has not yet published
    population_vintage_differs, ///< rates are divided by different editions of the population
    neighbours_changed,         ///< by different editions of the list of neighbours
    neighbours_without_value,   ///< neighbours are left out, for want of a published figure
    undetermined_children,      ///< the data given cannot decide for some children
    small_numbers               ///< numerator or denominator is below 10: chance moves it much
};

/// `years_differ` and so on.
constexpr std::string_view name_of(CaveatKind kind) {
    constexpr std::string_view names[] = {"years_differ",          "not_consecutive",
                                          "provisional",           "population_vintage_differs",
                                          "neighbours_changed",    "neighbours_without_value",
                                          "undetermined_children", "small_numbers"};
    return names[static_cast<std::size_t>(kind)];
}

/// A caveat with its sentence, ready to print.
struct Caveat {
    CaveatKind kind{};
    std::string text;
};

} // namespace indicare::scorecard
