#pragma once

#include <string>

#include "indicare/scorecard/known_figure.hpp"

namespace indicare::scorecard {

/// Whether a figure prints the same whatever undetermined children are: a document that has no room
/// for a range shows it then, and only then.
inline bool prints_certainly(const KnownFigure& figure) {
    if (figure.undetermined == 0)
        return true;
    if (!figure.value || !figure.shown)
        return false;
    const auto print = detail::print_of(*figure.value, figure.definition().unit);
    return print && print->value() == *figure.shown;
}

} // namespace indicare::scorecard
