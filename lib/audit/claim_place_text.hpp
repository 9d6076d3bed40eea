#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "fields.hpp"
#include "indicare/audit/claim.hpp"

// Where a claim stands in its report, as text between brackets: `Numbers in care, page 4, paragraph
// 4.2`. A character after a `\` is part of what is written and means nothing else.

namespace indicare::io {

/// Where the bracket ends that begins a text: the number of its `]`, or `npos`.
inline std::size_t end_of_place(std::string_view text) {
    std::size_t at = text.find_first_of("\\]", 1);
    while (at != std::string_view::npos && text[at] == '\\')
        at = text.find_first_of("\\]", at + 2);
    return at;
}

/// With blanks in place of what ends a line.
inline std::string on_one_line(std::string text) {
    const auto ends_line = [](char character) { return character == '\n' || character == '\r'; };
    std::replace_if(text.begin(), text.end(), ends_line, ' ');
    return text;
}

/// Without the `\` before what it protects.
inline std::string unprotected(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        out += text[at];
    }
    return out;
}

/// A part of a place as it is kept.
inline std::string part_in(std::string_view text) {
    return std::string(trimmed(on_one_line(unprotected(text))));
}

/// What follows `page` or `paragraph` where a text begins with that word and a blank; else nothing.
inline std::string_view after_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) && text.substr(word.size()).starts_with(' ')
               ? trimmed(text.substr(word.size()))
               : std::string_view();
}

/// Where the last comma stands that parts are set apart by, or `npos`.
inline std::size_t last_comma(std::string_view text) {
    std::size_t comma = text.rfind(',');
    while (comma != std::string_view::npos) {
        const std::size_t before = text.substr(0, comma).find_last_not_of('\\');
        const bool is_protected = (comma - (before + 1)) % 2 == 1; // npos + 1 is 0
        if (!is_protected)
            break;
        comma = text.substr(0, comma).rfind(',');
    }
    return comma;
}

/// Reads label, page and paragraph; page and paragraph are the last parts between commas.
inline audit::ClaimPlace place_in(std::string_view text) {
    audit::ClaimPlace place;
    text = trimmed(text);
    for (;;) {
        const std::size_t comma = last_comma(text);
        const bool is_first = comma == std::string_view::npos;
        const std::string_view part = trimmed(is_first ? text : text.substr(comma + 1));
        const std::string_view page = after_word(part, "page");
        const std::string_view paragraph = after_word(part, "paragraph");
        if (!page.empty() && place.page.empty())
            place.page = part_in(page);
        else if (!paragraph.empty() && place.paragraph.empty())
            place.paragraph = part_in(paragraph);
        else
            break;
        text = is_first ? std::string_view() : trimmed(text.substr(0, comma));
        if (is_first)
            break;
    }
    place.label = part_in(text);
    return place;
}

/// With a `\` before each character that would be taken for the end of a part, or for `page`.
inline std::string protected_part(std::string_view text, bool is_label) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        const bool begins_part =
            at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == ',';
        const bool is_word = is_label && begins_part &&
                             (rest.starts_with("page ") || rest.starts_with("paragraph "));
        if (is_word || text[at] == '\\' || text[at] == ']' || (!is_label && text[at] == ','))
            out += '\\';
        out += text[at];
    }
    return out;
}

/// What `place_in` reads again, without the brackets.
inline std::string text_of(const audit::ClaimPlace& place) {
    std::string text = protected_part(on_one_line(place.label), true);
    for (const auto& [word, part] :
         {std::pair("page ", &place.page), std::pair("paragraph ", &place.paragraph)})
        if (!part->empty())
            text.append(text.empty() ? "" : ", ")
                .append(word)
                .append(protected_part(on_one_line(*part), false));
    return text;
}

} // namespace indicare::io
