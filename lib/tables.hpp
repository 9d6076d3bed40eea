#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indicare/care/table.hpp"

// The columns of each table, and how a table is told by them.

namespace indicare::io {

/// What becomes of a table that lacks a column.
enum class Importance : std::uint8_t {
    essential, ///< it cannot be read at all
    needed,    ///< the indicators that read the column have no figure
    other      ///< no indicator reads it
};

struct Column {
    std::string_view name;
    Importance importance;
    /// No other table has it: it tells the table.
    bool tells = true;
};

/// The columns of a table in the order of DfE's guide. The first is always CHILD.
std::span<const Column> columns_of(care::Table table);

} // namespace indicare::io
