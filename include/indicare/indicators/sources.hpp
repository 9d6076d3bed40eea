#pragma once

#include <string_view>

namespace indicare::indicators::source {

// The documents that definitions follow. DfE's data guidance has no pages: footnotes are named with
// the file that carries them.

inline constexpr std::string_view looked_after =
    "DfE, Children looked after in England including adoptions, reporting year 2023, data guidance";
inline constexpr std::string_view interactive_tool =
    "DfE, Local Authority Interactive Tool, data dictionary of children looked after";
inline constexpr std::string_view adoption_scorecard =
    "DfE, Adoption scorecards; LG Inform, metric 912";
inline constexpr std::string_view local_convention =
    "Local convention of councils' annual reports; not published by DfE";

} // namespace indicare::indicators::source
