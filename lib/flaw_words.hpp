#pragma once

#include <string>

#include "indicare/io/return_reader.hpp"
#include "indicare/quality/flaw.hpp"

// Flaws in words.

namespace indicare::io {

/// Appends a flaw's message: that of its kind, with the day, the number, the table and the place of
/// the other row that it names.
void append_message(std::string& out, const ReturnReader& reader, const quality::Flaw& flaw);

} // namespace indicare::io
