#include <string>
#include <utility>
#include <vector>

#include "audit/claim_place_text.hpp"
#include "indicare/io/claims_reader.hpp"
#include "json_writer.hpp"

namespace indicare::io {

using audit::Claim;
using audit::ClaimPlace;
using audit::Claims;

namespace {

bool is_same_place(const ClaimPlace& left, const ClaimPlace& right) {
    return left.label == right.label && left.page == right.page &&
           left.paragraph == right.paragraph;
}

bool is_same_line(const ClaimPlace& left, const ClaimPlace& right) {
    return left.line != 0 && left.line == right.line && left.file == right.file &&
           is_same_place(left, right);
}

/// The claims of one line, and where they stand.
struct Line {
    const ClaimPlace& place;
    std::string text;
};

std::vector<Line> lines_of(const Claims& claims) {
    std::vector<Line> lines;
    for (const Claim& claim : claims.all())
        if (!lines.empty() && is_same_line(lines.back().place, claim.place))
            lines.back().text += " ; " + claim.text;
        else
            lines.push_back({claim.place, claim.text});
    return lines;
}

std::vector<std::string> shared_in(const Claims& claims) {
    std::vector<std::string> shared;
    for (audit::Unknown unknown = 0; unknown < claims.names().size(); ++unknown)
        if (claims.is_declared_shared(unknown))
            shared.push_back(claims.name_of(unknown));
    return shared;
}

void write(JsonWriter& json, const Line& line) {
    json.object([&] {
        json.member("claim", line.text);
        for (const auto& [name, part] :
             {std::pair("label", &line.place.label), std::pair("page", &line.place.page),
              std::pair("paragraph", &line.place.paragraph)})
            if (!part->empty())
                json.member(name, on_one_line(*part));
    });
}

} // namespace

std::string to_text(const Claims& claims) {
    std::string text;
    const ClaimPlace nowhere;
    const ClaimPlace* standing = &nowhere;
    for (const Line& line : lines_of(claims)) {
        if (!is_same_place(*standing, line.place))
            text += "[" + text_of(line.place) + "]\n";
        standing = &line.place;
        text += line.text + "\n";
    }
    for (const std::string& name : shared_in(claims))
        text += "shared " + name + "\n";
    return text;
}

std::string to_json(const Claims& claims) {
    JsonWriter json(2);
    json.object([&] {
        json.list_of("claims", lines_of(claims), [&](const Line& line) { write(json, line); });
        json.values("shared", shared_in(claims));
    });
    return std::move(json).document();
}

} // namespace indicare::io
