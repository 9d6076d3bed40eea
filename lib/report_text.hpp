#pragma once

#include <string_view>

namespace indicare::io {

// What the page of a report is made with, compiled in: the files of `report`.

std::string_view report_style();
std::string_view report_script();
std::string_view vega_script();
std::string_view vega_lite_script();
/// Under which the two are, and what is bundled in them; they go wherever the two go.
std::string_view vega_licences();

} // namespace indicare::io
