#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace indicare::io {

/// Appends one field of CSV, quoted where it must be.
inline void append_csv_field(std::string& out, std::string_view field) {
    bool is_plain = true;
    for (const char character : field) // to the end, so that many are looked at at once
        is_plain &= character != ',' && character != '"' && character != '\r' && character != '\n';
    if (is_plain) {
        out += field;
        return;
    }
    out += '"';
    for (std::size_t quote = field.find('"'); quote != std::string_view::npos;
         quote = field.find('"')) {
        out += field.substr(0, quote + 1);
        out += '"';
        field.remove_prefix(quote + 1);
    }
    out += field;
    out += '"';
}

/// Appends one row of CSV, quoting what must be.
inline void append_csv_row(std::string& out, std::initializer_list<std::string> fields) {
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first)
            out += ',';
        first = false;
        append_csv_field(out, field);
    }
    out += '\n';
}

} // namespace indicare::io
