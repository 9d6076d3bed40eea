#pragma once

#include <indicare/io/csv.hpp>

#include <cstddef>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/folders.hpp"

namespace indicare::exact::test {

/// A row by the names of its columns.
using Row = std::map<std::string, std::string, std::less<>>;

/// The rows of a file in this room, "quantiles.csv", by the names on its first line.
inline std::vector<Row> rows_of(const std::string& name) {
    std::ifstream file(tests::test_file("exact/").append(name), std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + name);
    const std::string text{std::istreambuf_iterator<char>(file), {}};

    std::vector<std::string> columns;
    std::vector<Row> rows;
    const auto take = [&](const io::CsvRow& fields) {
        if (columns.empty()) {
            columns.assign(fields.fields().begin(), fields.fields().end());
            return;
        }
        if (fields.size() != columns.size())
            throw std::runtime_error(name + ": a row of another width");
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i)
            row.emplace(columns[i], fields[i]);
    };
    const auto refuse = [&](auto&&...) { throw std::runtime_error(name + ": a broken row"); };
    io::CsvScanner scanner;
    scanner.feed(text, take, refuse);
    scanner.finish(take, refuse);
    return rows;
}

/// The row as one says it: "counted 3, among 7".
inline std::string text_of(const Row& row) {
    std::string text;
    for (const auto& [column, value] : row)
        text.append(text.empty() ? "" : ", ").append(column).append(" ").append(value);
    return text;
}

} // namespace indicare::exact::test
