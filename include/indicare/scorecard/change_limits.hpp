#pragma once

#include <optional>
#include <string>

#include "indicare/exact/limits.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "indicare/scorecard/significance.hpp"

namespace indicare::scorecard {

/// What chance could do to a change between two years, and whether the change is more than that.
struct ChangeTested {
    /// Of a share in percentage points (Newcombe), of a rate in percent of the rate before (exact,
    /// given the events of both); nothing where `tested` cannot be told, and of a rate that was 0.
    std::optional<exact::Limits> limits;
    Tested tested;
};

/// The change of a share or a rate from an earlier year. Nothing can be told of means, whose two
/// years would need a model of their own, of counts, and where either figure has undetermined
/// children or no numbers. The children of the two years are taken to be different ones.
inline ChangeTested change_of(const KnownFigure& own, const KnownFigure& before) {
    ChangeTested change;
    std::string& why_not = change.tested.untold_because;
    const auto now = evidence_of(own, why_not);
    const auto then = now ? evidence_of(before, why_not) : std::nullopt;
    if (!now || !then)
        return change;
    if (is_mean(now->unit)) {
        why_not = "the change of an average is not tested";
        return change;
    }
    if (own.undetermined > 0 || before.undetermined > 0) {
        why_not = "children are undetermined";
        return change;
    }
    const bool is_share = now->unit == indicators::Unit::percent;
    const exact::Confidence& confidence = exact::Confidence::percent_95();
    change.limits = is_share ? newcombe(now->least, then->least, 100, confidence)
                             : change_of_rate(now->least, then->least, confidence);
    const auto standing = is_share ? exact::standing_of_difference : exact::standing_of_change;
    change.tested = detail::tested(
        [&](const exact::Confidence& level) -> detail::KnownStanding {
            return standing(now->least, then->least, level);
        },
        own.definition().polarity);
    return change;
}

} // namespace indicare::scorecard
