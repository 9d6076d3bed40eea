#pragma once

#include "json_writer.hpp"

namespace indicare::io {

/// Cautions, caveats, changes: what is said, and of which kind it is.
template <class Cautions>
void write_cautions(JsonWriter& json, std::string_view name, const Cautions& cautions) {
    json.list_of(name, cautions, [&](const auto& caution) {
        json.object([&] {
            json.member("kind", name_of(caution.kind));
            json.member("text", caution.text);
        });
    });
}

} // namespace indicare::io
