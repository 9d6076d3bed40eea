#pragma once

#include "audit/prose/numbers.hpp"

namespace indicare::io::prose {

/// Tells of each number that is no figure why it is none, and finds the years among them.
void tell_no_figures(const Document& document, NumbersFound& found);

} // namespace indicare::io::prose
