#pragma once

#include "indicare/care/joining.hpp"
#include "indicare/io/return_reader.hpp"

namespace indicare::io {

/// Turns the rules by which a child's episodes were joined into findings, with file and line, and
/// finds what can only be seen over several rows: rows given twice in a return, a child without a
/// Header row. To be called for each child, as `scorecard::count` does.
void report_history(ReturnReader& reader, care::Records::ChildNumber child,
                    const care::Joining& joining);

} // namespace indicare::io
