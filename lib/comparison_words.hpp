#pragma once

#include <span>
#include <string>
#include <vector>

#include "indicare/scorecard/assessment.hpp"

namespace indicare::io {

/// All caveats of a comparison, those of the figure itself first.
inline std::vector<scorecard::Caveat> caveats_of(const scorecard::ComparedFigure& figure,
                                                 const scorecard::Comparison* comparison) {
    std::vector<scorecard::Caveat> caveats = figure.caveats;
    if (comparison != nullptr)
        caveats.insert(caveats.end(), comparison->caveats.begin(), comparison->caveats.end());
    if (figure.direction)
        caveats.insert(caveats.end(), figure.direction->caveats.begin(),
                       figure.direction->caveats.end());
    return caveats;
}

/// What was said of a figure; null for nothing.
inline const scorecard::AssessedFigure*
assessment_of(const scorecard::ComparedFigure& figure,
              std::span<const scorecard::AssessedFigure> assessed) {
    for (const scorecard::AssessedFigure& each : assessed)
        if (each.figure->own.indicator == figure.own.indicator)
            return &each;
    return nullptr;
}

inline std::string_view name_of(scorecard::Assessment assessment) {
    return assessment == scorecard::Assessment::strength ? "strength" : "area for development";
}

/// Children with their sign: above 0 the figure is above what it is laid beside.
inline std::int64_t signed_children(const scorecard::Distance& distance, std::int64_t children) {
    return distance.more ? -children : children;
}

} // namespace indicare::io
