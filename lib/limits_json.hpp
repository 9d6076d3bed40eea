#pragma once

#include <nlohmann/json.hpp>

#include "indicare/exact/limits.hpp"
#include "indicare/exact/printing.hpp"

namespace indicare::io {

/// Limits at 95%, as all JSON gives them.
inline nlohmann::ordered_json limits_json(const exact::Limits& limits) {
    return {{"lower", exact::print(limits.lower)},
            {"upper", exact::print(limits.upper)},
            {"confidence", exact::Confidence::percent_95().text()},
            {"method", name_of(limits.method)}};
}

} // namespace indicare::io
