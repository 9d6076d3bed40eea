#pragma once

#include <algorithm>
#include <cstddef>

#include "fields.hpp"
#include "indicare/io/csv.hpp"

namespace indicare::io {

/// Whether a row has more than blanks beyond its columns, as where a comma within a field is not
/// quoted: then nobody knows which field is which.
inline bool has_surplus(const CsvRow& row, std::size_t columns) {
    const auto fields = row.fields();
    return std::any_of(fields.begin() +
                           static_cast<std::ptrdiff_t>(std::min(columns, fields.size())),
                       fields.end(), [](std::string_view text) { return !trimmed(text).empty(); });
}

} // namespace indicare::io
