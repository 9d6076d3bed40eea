#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indicare/exact/limits.hpp"
#include "indicare/scorecard/evidence.hpp"

namespace indicare::scorecard {

/// Confidence limits of a figure, or why it has none.
struct FigureLimits {
    std::optional<exact::Limits> limits;
    std::string none_because; ///< empty where there are limits
};

/// The limits of a figure in its unit, to one decimal place: of a share Wilson's, of a rate the
/// exact Poisson limits, of a mean Student's t. Where children are undetermined they are the lower
/// limit of the least and the upper one of the most that the figure can be. Cost: microseconds for
/// a share, some tenths of a millisecond for a rate or a mean.
inline FigureLimits
limits_of(const KnownFigure& figure,
          const exact::Confidence& confidence = exact::Confidence::percent_95()) {
    FigureLimits found;
    const auto evidence = evidence_of(figure, found.none_because);
    if (!evidence)
        return found;
    if (is_mean(evidence->unit)) {
        found.limits = student_t(evidence->sample, confidence);
        return found;
    }
    const exact::integer per = printing_of(evidence->unit).per;
    const auto limits =
        evidence->unit == indicators::Unit::percent ? exact::wilson : exact::poisson;
    const exact::Part& least = evidence->least;
    const exact::Part& most = evidence->most;
    found.limits = limits(least.counted, least.among, per, confidence, {});
    if (most.counted != least.counted)
        found.limits->upper = limits(most.counted, most.among, per, confidence, {}).upper;
    return found;
}

/// What is known of a figure of returns, whatever year it is of.
inline KnownFigure known(const Figure& figure) {
    constexpr int no_year = 0;
    return known(figure, indicators::indicator_named(figure.definition().id).value(), no_year);
}

/// The limits of a figure that was computed from returns.
inline FigureLimits
limits_of(const Figure& figure,
          const exact::Confidence& confidence = exact::Confidence::percent_95()) {
    return limits_of(known(figure), confidence);
}

} // namespace indicare::scorecard
