#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace indicare::io {

/// Appends one field of CSV, quoted where it must be.
inline void append_csv_field(std::string& out, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char character : field) {
        if (character == '"')
            out += '"';
        out += character;
    }
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
