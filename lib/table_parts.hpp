#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "intake.hpp"
#include "table_reader.hpp"

namespace indicare::io {

/// Feeds the file of a table that was begun, in parts by as many threads as the intake's options
/// say. Nothing, and nothing fed, where that is not worth while: one thread, a small file, returns
/// to be checked or with a list of postcodes, or a row of column names that is not one plain line.
///
/// Each part is read into an intake of its own and then taken over in order: what is read, and
/// every finding, is the same as by one thread. A part begins after a line end. Where that is
/// within a quoted field, the part before does not end with a row, and what follows is read again
/// by one thread. `progress(bytes)` is called on this thread.
std::optional<FileFed> feed_in_parts(TableReader& table, Intake& intake,
                                     const std::filesystem::path& file,
                                     const std::function<void(std::uint64_t)>& progress);

} // namespace indicare::io
