#pragma once

#include <cstddef>
#include <string>

#include "indicare/audit/claim.hpp"
#include "indicare/indicators/definition.hpp"

namespace indicare::io::scorecard_column {

/// The fields of a row, as they are asked for.
enum Column : std::size_t {
    authority,
    as_at,
    indicator,
    numerator,
    denominator,
    value,
    undetermined,
    breakdown,
    group,
    low,
    high,
    squares,
    lower_95,
    upper_95,
    limits_method
};

} // namespace indicare::io::scorecard_column

namespace indicare::io {

inline audit::FigureKind kind_of(indicators::Unit unit) {
    if (unit == indicators::Unit::percent)
        return audit::FigureKind::share;
    return unit == indicators::Unit::per_10000 ? audit::FigureKind::rate : audit::FigureKind::mean;
}

/// A figure in the language of claims.
inline std::string text_of(audit::FigureKind kind, const std::string& above,
                           const std::string& below, const std::string& printed) {
    if (kind == audit::FigureKind::share)
        return "percent " + above + " of " + below + " = " + printed + "%";
    if (kind == audit::FigureKind::rate)
        return above + " per 10000 " + below + " = " + printed;
    return "mean " + above + " / " + below + " = " + printed;
}

} // namespace indicare::io
