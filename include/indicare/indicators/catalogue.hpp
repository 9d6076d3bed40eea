#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "indicare/indicators/adoption.hpp"
#include "indicare/indicators/care_leavers.hpp"
#include "indicare/indicators/ceasing.hpp"
#include "indicare/indicators/emotional_health.hpp"
#include "indicare/indicators/health.hpp"
#include "indicare/indicators/missing.hpp"
#include "indicare/indicators/numbers.hpp"
#include "indicare/indicators/offending.hpp"
#include "indicare/indicators/parenthood.hpp"
#include "indicare/indicators/placements.hpp"
#include "indicare/indicators/stability.hpp"

namespace indicare::indicators {

namespace detail {

template <std::size_t... sizes>
constexpr auto joined(const std::array<Definition, sizes>&... families) {
    std::array<Definition, (sizes + ...)> all;
    std::size_t at = 0;
    const auto append = [&](const auto& family) {
        for (const Definition& definition : family)
            all[at++] = definition;
    };
    (append(families), ...);
    return all;
}

} // namespace detail

/// Every indicator, family by family. An indicator's number is its place here.
inline constexpr auto catalogue =
    detail::joined(numbers, placements, stability, ceasing, adoption, health, emotional_health,
                   offending, missing, parenthood, care_leavers_17_18, care_leavers_19_21);

/// The number of the indicator with this id; nothing when there is none.
constexpr std::optional<std::size_t> indicator_named(std::string_view id) {
    for (std::size_t number = 0; number < catalogue.size(); ++number)
        if (catalogue[number].id == id)
            return number;
    return std::nullopt;
}

/// `percent`, `per_10000` and so on.
constexpr std::string_view name_of(Unit unit) {
    constexpr std::string_view names[] = {"children", "percent", "per_10000",
                                          "days",     "score",   "incidents"};
    return names[static_cast<std::size_t>(unit)];
}

/// `high`, `low` or `none`.
constexpr std::string_view name_of(Polarity polarity) {
    constexpr std::string_view names[] = {"none", "high", "low"};
    return names[static_cast<std::size_t>(polarity)];
}

/// The heading of a family, as a report prints it.
constexpr std::string_view name_of(Family family) {
    constexpr std::string_view names[] = {"Numbers in care",  "Placements",  "Stability",
                                          "Leaving care",     "Adoption",    "Health",
                                          "Emotional health", "Offending",   "Missing and away",
                                          "Parenthood",       "Care leavers"};
    return names[static_cast<std::size_t>(family)];
}

} // namespace indicare::indicators
