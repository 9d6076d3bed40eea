#pragma once

#include <string>

#include "indicare/scorecard/report.hpp"

namespace indicare::io {

/// A report as one file to read, print on A4 and put among a meeting's papers: summary in
/// sentences, strengths and areas for development, charts of five years and of the authority among
/// all others, all figures with their numbers, definitions, sources and caveats. It asks for
/// nothing from a network. Charts are drawn by a script in the page; each has a text and a table
/// that say the same. Some 900 KB, most of it the library of charts.
std::string to_html(const scorecard::Report& report);

/// The same as Markdown, without charts: their texts instead.
std::string to_markdown(const scorecard::Report& report);

/// The same for programs: the JSON of a comparison, and for each figure its trend and the other
/// authorities; the neighbours; the sources.
std::string to_json(const scorecard::Report& report);

} // namespace indicare::io
