#include "indicare/quality/finding.hpp"

#include <utility>

namespace indicare::quality {

namespace {

constexpr std::size_t longest_excerpt = 40;

} // namespace

std::string_view name_of(FindingCode code) {
    return kind_of(code).name;
}

Severity severity_of(FindingCode code) {
    return kind_of(code).severity;
}

std::string_view name_of(Severity severity) {
    constexpr std::string_view names[] = {"note", "warning", "error"};
    return names[static_cast<std::size_t>(severity)];
}

namespace {

/// Control characters as `\\xNN`.
std::string escaped(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7f) {
            out += "\\x";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += character;
        }
    }
    return out;
}

bool is_inside_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

} // namespace

std::string printable(std::string_view text) {
    if (text.size() <= longest_excerpt)
        return escaped(text);
    std::size_t end = longest_excerpt;
    while (end > 0 && is_inside_character(text[end]))
        --end;
    return escaped(text.substr(0, end)) + "...";
}

std::string to_text(const Finding& finding) {
    std::string text = escaped(finding.file);
    if (finding.line != 0)
        text += ":" + std::to_string(finding.line);
    if (!text.empty())
        text += ": ";
    if (!finding.child.empty())
        text += "child " + finding.child + ": ";
    text += finding.column;
    if (!finding.value.empty())
        text += (finding.column.empty() ? "\"" : " \"") + finding.value + "\"";
    if (!finding.column.empty() || !finding.value.empty())
        text += ": ";
    return text + finding.message;
}

std::uint64_t Findings::count_of(Severity severity) const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i)
        if (severity_of(static_cast<FindingCode>(i)) == severity)
            sum += counts_[i];
    return sum;
}

std::uint64_t Findings::count() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t each : counts_)
        sum += each;
    return sum;
}

} // namespace indicare::quality
