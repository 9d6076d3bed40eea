#pragma once

#include "indicare/exact/limits.hpp"
#include "indicare/exact/printing.hpp"
#include "json_writer.hpp"

namespace indicare::io {

/// Limits at 95%, as all JSON gives them.
inline void write_limits(JsonWriter& json, std::string_view name, const exact::Limits& limits) {
    json.object(name, [&] {
        json.member("lower", exact::print(limits.lower));
        json.member("upper", exact::print(limits.upper));
        json.member("confidence", exact::Confidence::percent_95().text());
        json.member("method", name_of(limits.method));
    });
}

} // namespace indicare::io
