#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indicare/io/published_statistics.hpp"
#include "published_columns.hpp"

namespace indicare::io {

/// A source of a mapping entry in one file: where its columns stand.
struct PlacedSource {
    std::size_t column = 0;
    std::vector<std::pair<std::size_t, std::string>> where; ///< values in capitals
    bool published = false;                                 ///< the mapping names a column
    bool found = false;                                     ///< a row holds it

    bool is_in(const CsvRow& row) const {
        return published && std::all_of(where.begin(), where.end(), [&row](const auto& condition) {
                   return PublishedColumns::is_alike(trimmed(row[condition.first]),
                                                     condition.second);
               });
    }
};

/// A mapping entry whose columns a file has.
struct PlacedEntry {
    const PublishedMapping::Entry* entry = nullptr;
    std::array<PlacedSource, 3> sources;

    /// Rows were found for all that it names.
    bool is_complete() const {
        return std::all_of(sources.begin(), sources.end(), [](const PlacedSource& source) {
            return source.found || !source.published;
        });
    }
    bool is_found() const {
        return std::any_of(sources.begin(), sources.end(),
                           [](const PlacedSource& source) { return source.found; });
    }
};

/// Where the columns of a source stand; nothing when the file does not have them all.
inline std::optional<PlacedSource> placed_in(const PublishedColumns& columns,
                                             const PublishedMapping::Source& source) {
    PlacedSource placed;
    if (source.column.empty())
        return placed;
    const auto column = columns.named(source.column);
    if (!column)
        return std::nullopt;
    placed.column = *column;
    placed.published = true;
    for (const auto& condition : source.where) {
        const auto asked = columns.named(condition.column);
        if (!asked)
            return std::nullopt;
        placed.where.emplace_back(*asked, in_capitals(condition.value));
    }
    return placed;
}

/// The same for all of an entry.
inline std::optional<PlacedEntry> placed_in(const PublishedColumns& columns,
                                            const PublishedMapping::Entry& entry) {
    PlacedEntry placed{&entry, {}};
    for (std::size_t i = 0; i < entry.sources.size(); ++i) {
        auto source = placed_in(columns, entry.sources[i]);
        if (!source)
            return std::nullopt;
        placed.sources[i] = std::move(*source);
    }
    return placed;
}

} // namespace indicare::io
