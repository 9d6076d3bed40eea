#pragma once

#include "indicare/audit/claim.hpp"
#include "json_writer.hpp"

namespace indicare::io {

/// A claim and what is known of where it stands.
inline void write(JsonWriter& json, const audit::Claim& claim) {
    const audit::ClaimPlace& place = claim.place;
    const auto add = [&json](const char* name, const std::string& text) {
        if (!text.empty())
            json.member(name, text);
    };
    json.object([&] {
        json.member("claim", claim.text);
        add("label", place.label);
        add("page", place.page);
        add("paragraph", place.paragraph);
        add("file", place.file);
        if (place.line > 0)
            json.member("line", place.line);
    });
}

} // namespace indicare::io
