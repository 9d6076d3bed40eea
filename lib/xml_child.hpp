#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/io/csv.hpp"
#include "tables.hpp"
#include "xml_form.hpp"

namespace indicare::io {

/// The record of one child in the XML form, as far as it has been read: its fields by table and
/// column.
class XmlChild {
  public:
    /// The text of a field: a stretch of the texts of the record.
    struct Field {
        std::uint32_t first = 0;
        std::uint32_t size = 0;
        bool is_given = false;
    };

    /// Begins another record, in the memory of the last.
    void begin() {
        has_header_ = false;
        identifier_ = unaccompanied_ = {};
        rows_.clear();
        texts_.clear();
    }

    void begin_header(std::uint64_t line) {
        has_header_ = true;
        for (std::size_t i = 0; i < header_.size(); ++i)
            header_[i] = {xml_form::tables_in_header[i], line, {}};
    }
    bool has_header() const { return has_header_; }
    std::uint64_t header_line() const { return header_.front().line; }

    void begin_row(care::Table table, std::uint64_t line) { rows_.push_back({table, line, {}}); }

    /// The field that an element of HEADER is; none when HEADER has no such element.
    Field* field_of_header(std::string_view element) {
        if (element == xml_form::identifier)
            return &identifier_;
        if (element == xml_form::unaccompanied)
            return &unaccompanied_;
        for (Row& row : header_)
            if (const auto column = xml_form::column(row.table, element))
                return &row.fields[*column];
        return nullptr;
    }
    /// The field that an element of the last row begun is.
    Field* field_of_row(std::string_view element) {
        Row& row = rows_.back();
        const auto column = xml_form::column(row.table, element);
        return column ? &row.fields[*column] : nullptr;
    }

    void begin_text(Field& field) { field = {static_cast<std::uint32_t>(texts_.size()), 0, true}; }
    /// Adds to the text that was begun last.
    void add_text(Field& field, std::string_view text) {
        texts_ += text;
        field.size += static_cast<std::uint32_t>(text.size());
    }
    std::string_view text(const Field& field) const {
        return std::string_view(texts_).substr(field.first, field.size);
    }

    std::string_view identifier() const { return text(identifier_); }
    std::string_view unaccompanied() const { return text(unaccompanied_); }
    /// The text of an element of HEADER.
    std::string_view text_in_header(std::string_view element) {
        return has_header_ ? text(*field_of_header(element)) : std::string_view();
    }

    /// Calls `take(table, row)` for the rows of the record. HEADER is a row of Header, one of UASC
    /// where UASC is 1, and one of any other table whose fields stand in it and are not all blank;
    /// every other element is the row that it is, whatever it holds.
    template <class Take>
    void hand_over(const Take& take) const {
        if (has_header_)
            for (const Row& row : header_)
                if (row.table == care::Table::header ||
                    (row.table == care::Table::uasc ? unaccompanied() == "1" : has_text(row)))
                    hand_over_row(row, take);
        for (const Row& row : rows_)
            hand_over_row(row, take);
    }

  private:
    static constexpr std::size_t most_columns = 13;

    struct Row {
        care::Table table{};
        std::uint64_t line = 0;
        std::array<Field, most_columns> fields{}; ///< by column; that of CHILD is not used
    };

    static bool has_text(const Row& row) {
        return std::any_of(row.fields.begin(), row.fields.end(),
                           [](const Field& field) { return field.size > 0; });
    }

    template <class Take>
    void hand_over_row(const Row& row, const Take& take) const {
        std::array<std::string_view, most_columns> fields;
        fields[0] = identifier();
        const std::size_t size = columns_of(row.table).size();
        for (std::size_t column = 1; column < size; ++column)
            fields[column] = text(row.fields[column]);
        take(row.table, CsvRow(std::span(fields).first(size), row.line, row.line));
    }

    bool has_header_ = false;
    Field identifier_;
    Field unaccompanied_;
    std::array<Row, xml_form::tables_in_header.size()> header_; ///< by table
    std::vector<Row> rows_;
    std::string texts_;
};

} // namespace indicare::io
