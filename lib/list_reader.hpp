#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fields.hpp"
#include "indicare/io/csv.hpp"
#include "indicare/quality/finding.hpp"
#include "surplus_fields.hpp"

namespace indicare::io {

/// One row of a list: its fields in the order in which the columns were asked for.
using ListRow = std::vector<std::string_view>;

/// Whether the first row of a text, which names its columns, has one of this name.
inline bool has_column(std::string_view text, std::string_view column) {
    enum { before_header, there, absent } found = before_header;
    const auto take_row = [&](const CsvRow& row) {
        if (found != before_header)
            return;
        const auto names = row.fields();
        found = std::any_of(names.begin(), names.end(),
                            [column](auto name) { return in_capitals(trimmed(name)) == column; })
                    ? there
                    : absent;
    };
    const auto pass_over = [](auto&&...) {};
    CsvScanner scanner;
    while (found == before_header && !text.empty()) {
        const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
        const std::string_view piece = text.substr(0, line.size() + 1);
        scanner.feed(piece, take_row, pass_over);
        text.remove_prefix(piece.size());
    }
    scanner.finish(take_row, pass_over);
    return found == there;
}

/// Reads a plain list from CSV: columns by name, in any order and case, among any others. Columns
/// that the list may lack come after the others in a row, and are blank where it lacks them.
class ListReader {
  public:
    ListReader(std::string file, quality::Findings& findings, std::vector<std::string_view> columns,
               std::initializer_list<std::string_view> may_lack = {})
        : file_(std::move(file)), findings_(findings), columns_(std::move(columns)),
          needed_(columns_.size()) {
        columns_.insert(columns_.end(), may_lack);
    }

    /// Whether a row of column names has all the columns that the list may not lack.
    bool has_columns(const CsvRow& header) {
        at_.clear();
        width_ = header.size();
        for (const std::string_view column : columns_) {
            std::size_t at = 0;
            while (at < header.size() && in_capitals(trimmed(header[at])) != column)
                ++at;
            const bool is_there = at < header.size();
            if (!is_there && at_.size() < needed_)
                return false;
            at_.push_back(is_there ? at : absent);
        }
        return true;
    }

    /// Reads a text, handing each row to `take`; false when a column is missing.
    template <class Take>
    bool read(std::string_view text, Take&& take) {
        CsvScanner scanner;
        enum { before_header, good, bad } header = before_header;
        const auto take_row = [&](const CsvRow& row) {
            if (header == before_header)
                header = has_columns(row) ? good : bad;
            else if (header == good)
                take_list_row(row, take);
        };
        const auto take_fault = [&](CsvFault, std::uint64_t line, std::size_t,
                                    std::string_view excerpt) {
            report(quality::FindingCode::row_ragged, line, {}, excerpt,
                   "the row cannot be read as CSV; it was left out");
        };
        scanner.feed(text, take_row, take_fault);
        scanner.finish(take_row, take_fault);
        if (header == good)
            return true;
        std::string wanted;
        for (std::size_t i = 0; i < needed_; ++i)
            wanted += (wanted.empty() ? "" : ", ") + std::string(columns_[i]);
        report(quality::FindingCode::column_missing_essential, 1, {}, {},
               "expected the columns " + wanted + "; the file was not read");
        return false;
    }

    /// A whole number from 0 to `most`; nothing, and a finding, for anything else.
    std::optional<std::int64_t> number(const ListRow& row, std::size_t column, std::int64_t most) {
        return number(row, column, 0, most);
    }

    /// The same from `least`, which may be below 0, to `most`.
    std::optional<std::int64_t> number(const ListRow& row, std::size_t column, std::int64_t least,
                                       std::int64_t most) {
        const std::string_view text = row[column];
        const bool is_below = least < 0 && text.starts_with('-');
        const auto size = whole_number<std::int64_t>(text.substr(is_below ? 1 : 0));
        const std::int64_t value = is_below ? -size.value_or(0) : size.value_or(0);
        if (size && value >= least && value <= most)
            return value;
        report(quality::FindingCode::number_malformed, line_, columns_[column], text,
               "expected a whole number from " + std::to_string(least) + " to " +
                   std::to_string(most) + "; the row was left out");
        return std::nullopt;
    }

    /// Says why the row that is being taken cannot be used.
    void refuse(quality::FindingCode code, std::size_t column, std::string message,
                std::string_view value) {
        report(code, line_, columns_[column], value, std::move(message));
    }

    /// The line on which the row that is being taken begins.
    std::uint64_t line() const { return line_; }

    /// Whether the text has a column, its row of column names read.
    bool has(std::size_t column) const { return column < at_.size() && at_[column] != absent; }

  private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    template <class Take>
    void take_list_row(const CsvRow& row, Take& take) {
        line_ = row.line();
        if (has_surplus(row, width_))
            return report(quality::FindingCode::row_ragged, line_, {}, row[0],
                          "the row has " + std::to_string(row.size()) + " fields, expected " +
                              std::to_string(width_) +
                              " as in the row of column names; it was left out");
        ListRow fields;
        for (const std::size_t at : at_) {
            if (at == absent) {
                fields.emplace_back();
                continue;
            }
            if (at >= row.size()) {
                report(quality::FindingCode::row_ragged, line_, {}, row[0],
                       "the row has too few fields; it was left out");
                return;
            }
            fields.push_back(trimmed(row[at]));
        }
        take(fields);
    }

    void report(quality::FindingCode code, std::uint64_t line, std::string_view column,
                std::string_view value, std::string message) {
        if (findings_.count(code))
            findings_.keep({code,
                            file_,
                            line,
                            std::string(column),
                            quality::printable(value),
                            {},
                            std::move(message)});
    }

    std::string file_;
    quality::Findings& findings_;
    std::vector<std::string_view> columns_;
    std::size_t needed_; ///< of the columns, the first so many
    std::vector<std::size_t> at_;
    std::size_t width_ = 0; ///< how many columns the text has
    std::uint64_t line_ = 0;
};

} // namespace indicare::io
