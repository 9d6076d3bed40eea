#pragma once

#include <string>
#include <string_view>

namespace indicare::cli {

/// Writes a text to a file, whole or not at all: beside it first, then in its place. An empty path,
/// and `-`, is standard output. Whether it could be written; says on standard error why not.
bool write_text(const std::string& path, std::string_view text);

/// Whether all that was written to standard output arrived; says on standard error if it did not.
bool end_output();

} // namespace indicare::cli
