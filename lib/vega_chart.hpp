#pragma once

#include <string>

#include <nlohmann/json.hpp>

// What all charts of a report have in common: a Vega-Lite specification without its data and marks.

namespace indicare::io {

inline nlohmann::ordered_json vega_chart(int height) {
    nlohmann::ordered_json chart;
    chart["width"] = 640;
    chart["height"] = height;
    chart["config"] = {{"aria", false},
                       {"font", "Arial, Liberation Sans, sans-serif"},
                       {"view", {{"stroke", nullptr}}},
                       {"axis",
                        {{"labelFontSize", 12},
                         {"titleFontSize", 12},
                         {"labelColor", "#1b1b1b"},
                         {"titleColor", "#1b1b1b"},
                         {"gridColor", "#dddddd"}}},
                       {"legend", {{"labelFontSize", 12}, {"labelLimit", 260}}}};
    return chart;
}

/// The specification as it stands in a page.
inline std::string vega_text(const nlohmann::ordered_json& chart) {
    return chart.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace indicare::io
