#include <optional>
#include <utility>

#include "indicare/io/published_statistics.hpp"
#include "list_reader.hpp"

namespace indicare::io {

namespace {

using Conditions = std::vector<PublishedMapping::Condition>;

/// `column=value;column=value`; nothing for any other text.
std::optional<Conditions> conditions_in(std::string_view text) {
    Conditions conditions;
    while (!text.empty()) {
        const std::string_view condition = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(condition.size() + 1, text.size()));
        const std::size_t equals = condition.find('=');
        const std::string_view column = trimmed(condition.substr(0, equals));
        if (equals == std::string_view::npos || column.empty())
            return std::nullopt;
        conditions.push_back(
            {std::string(column), std::string(trimmed(condition.substr(equals + 1)))});
    }
    return conditions;
}

/// The columns of a mapping.
namespace mapping_field {
enum : std::size_t { indicator = 0, first_source = 1, columns_of_source = 2 };
} // namespace mapping_field

/// The entry that a row writes; nothing, with the reason said, when it writes none.
std::optional<PublishedMapping::Entry> entry_of(const ListRow& row, ListReader& list) {
    const auto number = indicators::indicator_named(row[mapping_field::indicator]);
    if (!number) {
        list.refuse(quality::FindingCode::mapping_row_unusable, mapping_field::indicator,
                    "expected an indicator of the catalogue; the row was left out",
                    row[mapping_field::indicator]);
        return std::nullopt;
    }
    PublishedMapping::Entry entry;
    entry.indicator = *number;
    for (std::size_t i = 0; i < entry.sources.size(); ++i) {
        PublishedMapping::Source& source = entry.sources[i];
        const std::size_t at = mapping_field::first_source + mapping_field::columns_of_source * i;
        const auto conditions = conditions_in(row[at + 1]);
        if (!conditions) {
            list.refuse(quality::FindingCode::mapping_row_unusable, at + 1,
                        "expected COLUMN=VALUE, several of them with ; between; the row was left "
                        "out",
                        row[at + 1]);
            return std::nullopt;
        }
        source.column = row[at];
        source.where = conditions->empty() ? entry.sources[0].where : *conditions;
    }
    if (entry.sources[0].column.empty() && entry.sources[2].column.empty()) {
        list.refuse(quality::FindingCode::mapping_row_unusable, mapping_field::first_source,
                    "expected a column for the numerator or for the figure; the row was left out",
                    {});
        return std::nullopt;
    }
    return entry;
}

} // namespace

bool PublishedMapping::read(std::string_view text, const std::string& file,
                            quality::Findings& findings) {
    ListReader list(file, findings,
                    {"INDICATOR", "NUMERATOR", "NUMERATOR_WHERE", "DENOMINATOR",
                     "DENOMINATOR_WHERE", "FIGURE", "FIGURE_WHERE"});
    return list.read(text, [&](const ListRow& row) {
        if (auto entry = entry_of(row, list))
            entries_.push_back(std::move(*entry));
    });
}

PublishedMapping known_releases() {
    PublishedMapping mapping;
    quality::Findings findings;
    mapping.read(known_releases_text(), "published_mapping.csv", findings);
    return mapping;
}

} // namespace indicare::io
