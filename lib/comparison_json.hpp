#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "indicare/scorecard/assessment.hpp"
#include "indicare/scorecard/compared_scorecard.hpp"
#include "json_writer.hpp"

namespace indicare::io {

/// What a compared scorecard says, within the object that is open; `more_of_figure` adds to each
/// figure, by its place, what else is to be said of it.
void write_members(JsonWriter& json, const scorecard::ComparedScorecard& scorecard,
                   std::span<const scorecard::AssessedFigure> assessed,
                   const std::function<void(std::size_t)>& more_of_figure);

} // namespace indicare::io
