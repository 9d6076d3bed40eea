#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "indicare/scorecard/figure.hpp"

namespace indicare::quality {

/// Whether a figure can be relied upon.
enum class Verdict : std::uint8_t {
    fit,      ///< nobody is undetermined, and no finding can move it
    usable,   ///< at most one child in a hundred of those it is about is uncertain
    doubtful, ///< more
    absent    ///< there is no figure
};

constexpr std::string_view name_of(Verdict verdict) {
    constexpr std::string_view names[] = {"fit", "usable", "doubtful", "absent"};
    return names[static_cast<std::size_t>(verdict)];
}

/// How far a figure can be relied upon.
struct Fitness {
    std::int64_t undetermined = 0; ///< children
    std::int64_t moved = 0;     ///< children, at most, whom errors and warnings can put elsewhere
    std::int64_t uncertain = 0; ///< children who are one or the other

    /// One child in a hundred is counted of the denominator, and of the children counted where
    /// there is none (a count or a rate).
    Verdict verdict(const scorecard::Figure& figure) const {
        if (!figure.is_available())
            return Verdict::absent;
        if (uncertain == 0)
            return Verdict::fit;
        const indicators::Unit unit = figure.definition().unit;
        const bool of_children = unit == indicators::Unit::percent || is_mean(unit);
        const std::int64_t all =
            of_children ? figure.tally().denominator : figure.tally().numerator;
        return uncertain * 100 <= all ? Verdict::usable : Verdict::doubtful;
    }
};

} // namespace indicare::quality
