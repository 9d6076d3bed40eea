#pragma once

#include <string>

#include "indicare/scorecard/reconciliation.hpp"

namespace indicare::io {

/// The published figure as it stands: for a count the number itself.
inline const std::string& printed_of(const scorecard::ReconciledFigure& figure) {
    const bool is_count = figure.own.definition().unit == indicators::Unit::children;
    return is_count ? figure.published.numerator.text() : figure.published.figure.text();
}

/// Sets of choices with `; ` between, the choices of a set with ` + ` between.
inline std::string explanations_of(const scorecard::ReconciledFigure& figure) {
    std::string text;
    for (const scorecard::Explanation& explanation : figure.explanations) {
        text += text.empty() ? "" : "; ";
        for (std::size_t i = 0; i < explanation.size(); ++i)
            text += (i == 0 ? "" : " + ") + explanation[i];
    }
    return text;
}

} // namespace indicare::io
