#pragma once

#include "indicare/scorecard/periodic_chart.hpp"
#include "json_writer.hpp"

namespace indicare::io {

/// A chart within other JSON.
void write(JsonWriter& json, const scorecard::PeriodicChart& chart);

} // namespace indicare::io
