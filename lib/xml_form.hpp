#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "tables.hpp"

// The XML form of the return: which elements are rows and fields of which table, as DfE's schema of
// the 2021 return (version 3.3.0) has them. Columns have one list alone, that of tables.cpp.

namespace indicare::io::xml_form {

inline constexpr std::string_view root = "EXPSSDA903";
inline constexpr std::string_view child = "CHILD";
inline constexpr std::string_view header = "HEADER";
inline constexpr std::string_view identifier = "CHILDID";
/// A field of HEADER: 1 makes a row of UASC, of which DUC is the date.
inline constexpr std::string_view unaccompanied = "UASC";
inline constexpr std::string_view unaccompanied_until = "DUC";

/// The tables that the form can carry: a file of this form gives all of them.
inline constexpr std::array tables = {
    care::Table::header,
    care::Table::episodes,
    care::Table::uasc,
    care::Table::reviews,
    care::Table::oc2,
    care::Table::oc3,
    care::Table::ad1,
    care::Table::placed_for_adoption,
    care::Table::previous_permanence,
    care::Table::missing,
};

/// The tables whose fields stand in HEADER itself, at most one row of each for a child.
inline constexpr std::array tables_in_header = {care::Table::header, care::Table::uasc,
                                                care::Table::oc3, care::Table::ad1};

/// An element that is a row, of which a child may have several.
struct RowElement {
    std::string_view name;
    std::string_view parent;
    care::Table table;
};
inline constexpr std::array row_elements = {
    RowElement{"EPISODE", child, care::Table::episodes},
    RowElement{"AMISSING", header, care::Table::missing},
    RowElement{"AREVIEW", header, care::Table::reviews},
    RowElement{"PERMANENCE", header, care::Table::previous_permanence},
    RowElement{"OC2", header, care::Table::oc2},
    RowElement{"AD_PLACED", header, care::Table::placed_for_adoption},
};

/// The column of a table that an element is; nothing when its rows have no such element. SEX and
/// DOB are stated once a child, as columns of Header.
inline std::optional<std::size_t> column(care::Table table, std::string_view element) {
    constexpr std::string_view place = "PLACE";
    if (element == place)
        return std::nullopt;
    const std::string_view name = element == "PL" ? place : element;
    const auto columns = columns_of(table);
    for (std::size_t at = 1; at < columns.size(); ++at)
        if (columns[at].name == name && (columns[at].tells || table == care::Table::header))
            return at;
    return std::nullopt;
}

/// Whether the form has an element of this name anywhere.
inline bool has(std::string_view element) {
    return element == root || element == child || element == header || element == identifier ||
           element == unaccompanied ||
           std::any_of(row_elements.begin(), row_elements.end(),
                       [element](const RowElement& row) { return row.name == element; }) ||
           std::any_of(tables.begin(), tables.end(),
                       [element](care::Table table) { return column(table, element).has_value(); });
}

} // namespace indicare::io::xml_form
