#pragma once

#include <nlohmann/json.hpp>

#include "indicare/audit/claim.hpp"
#include "indicare/exact/integer.hpp"

namespace indicare::io {

/// A whole number as JSON; one beyond 64 bits as text.
inline nlohmann::ordered_json number_json(const exact::integer& number) {
    const auto small = exact::as_int64(number);
    return small ? nlohmann::ordered_json(*small) : nlohmann::ordered_json(exact::to_text(number));
}

/// A claim and what is known of where it stands.
inline nlohmann::ordered_json claim_json(const audit::Claim& claim) {
    nlohmann::ordered_json json{{"claim", claim.text}};
    const audit::ClaimPlace& place = claim.place;
    const auto add = [&json](const char* name, const std::string& text) {
        if (!text.empty())
            json[name] = text;
    };
    add("label", place.label);
    add("page", place.page);
    add("paragraph", place.paragraph);
    add("file", place.file);
    if (place.line > 0)
        json["line"] = place.line;
    return json;
}

} // namespace indicare::io
