#include "indicare/quality/finding.hpp"

#include <utility>

namespace indicare::quality {

namespace {

struct Kind {
    std::string_view name;
    Severity severity;
};

constexpr std::array<Kind, finding_code_count> kinds = {{
    {"file_unreadable", Severity::error},
    {"file_not_csv", Severity::note},
    {"file_empty", Severity::error},
    {"file_not_text", Severity::error},
    {"table_not_recognised", Severity::error},
    {"table_twice", Severity::warning},
    {"table_without_rows", Severity::note},
    {"year_not_by_name", Severity::note},
    {"year_of_folder_differs", Severity::warning},
    {"column_missing", Severity::error},
    {"column_missing_essential", Severity::error},
    {"column_absent", Severity::note},
    {"column_twice", Severity::error},
    {"columns_not_read", Severity::note},
    {"xml_not_built", Severity::error},
    {"xml_beside_csv", Severity::warning},
    {"xml_malformed", Severity::error},
    {"xml_refused", Severity::error},
    {"element_not_read", Severity::note},
    {"element_out_of_place", Severity::error},
    {"element_twice", Severity::error},
    {"published_file_not_placed", Severity::warning},
    {"published_rows_not_placed", Severity::note},
    {"published_figure_incomplete", Severity::warning},
    {"published_figure_contradicted", Severity::warning},
    {"mapping_row_unusable", Severity::error},
    {"row_ragged", Severity::error},
    {"row_with_nul", Severity::error},
    {"quote_not_closed", Severity::error},
    {"text_after_quote", Severity::error},
    {"row_too_long", Severity::error},
    {"too_many_columns", Severity::error},
    {"child_missing", Severity::error},
    {"child_too_long", Severity::error},
    {"key_missing", Severity::error},
    {"year_missing", Severity::error},
    {"authority_missing", Severity::error},
    {"too_many_authorities", Severity::error},
    {"date_malformed", Severity::error},
    {"date_out_of_range", Severity::error},
    {"code_unknown", Severity::error},
    {"flag_malformed", Severity::error},
    {"flag_with_decimals", Severity::note},
    {"number_malformed", Severity::error},
    {"number_out_of_range", Severity::error},
    {"dec_not_after_decom", Severity::warning},
    {"episode_twice", Severity::warning},
    {"episode_corrected_away", Severity::warning},
    {"episode_no_longer_reported", Severity::warning},
    {"episode_open_before_next", Severity::warning},
    {"episodes_overlap", Severity::warning},
    {"row_twice", Severity::warning},
    {"child_without_header", Severity::warning},
}};

constexpr std::size_t longest_excerpt = 40;

} // namespace

std::string_view name_of(FindingCode code) {
    return kinds[static_cast<std::size_t>(code)].name;
}

Severity severity_of(FindingCode code) {
    return kinds[static_cast<std::size_t>(code)].severity;
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

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

} // namespace

std::string printable(std::string_view text) {
    if (text.size() <= longest_excerpt)
        return escaped(text);
    std::size_t end = longest_excerpt;
    while (end > 0 && continues_character(text[end]))
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
        if (kinds[i].severity == severity)
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
