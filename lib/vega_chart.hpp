#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json_writer.hpp"

// What all charts of a report have in common: a Vega-Lite specification without its data and marks.

namespace indicare::io {

/// The members of a chart that say how it looks.
inline void write_look(JsonWriter& json, int height) {
    json.member("width", 640);
    json.member("height", height);
    json.ready("config", R"({"aria":false,"font":"Arial, Liberation Sans, sans-serif",)"
                         R"("view":{"stroke":null},)"
                         R"("axis":{"labelFontSize":12,"titleFontSize":12,"labelColor":"#1b1b1b",)"
                         R"("titleColor":"#1b1b1b","gridColor":"#dddddd"},)"
                         R"("legend":{"labelFontSize":12,"labelLimit":260}})");
}

/// An axis along which numbers are drawn, with its title.
inline void write_quantity(JsonWriter& json, std::string_view name, std::string_view title) {
    json.object(name, [&] {
        json.member("field", "value");
        json.member("type", "quantitative");
        json.member("title", title);
    });
}

constexpr std::string_view legend_below = R"({"orient":"bottom","title":null})";

/// What tells groups apart (`how`: by colour, by shape): the field that names them, the groups in
/// their order, and as JSON the looks that they have and their legend, nothing where Vega's own
/// will do.
inline void write_groups(JsonWriter& json, std::string_view how, std::string_view field,
                         const std::vector<std::string>& groups, std::string_view looks,
                         std::string_view legend) {
    json.object(how, [&] {
        json.member("field", field);
        json.member("type", "nominal");
        json.object("scale", [&] {
            json.values("domain", groups);
            if (!looks.empty())
                json.ready("range", looks);
        });
        if (!legend.empty())
            json.ready("legend", legend);
    });
}

} // namespace indicare::io
