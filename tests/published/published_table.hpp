#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

/// The copy of DfE's figures that make_published.py made.
namespace published {

using Row = std::vector<std::string>;

/// A column that is a quotient of others, as the copy's second line says.
struct Quotient {
    std::size_t printed = 0;              ///< The column of the published figure.
    std::optional<std::size_t> numerator; ///< Nothing when no file gives it.
    std::size_t denominator = 0;
    std::int64_t per = 0; ///< 100 for a percentage, 10,000 for a rate, 1 for an average.
    unsigned places = 0;
};

/// One published file: a row for each authority and year.
struct Table {
    std::string name; ///< Release and file: "2022/la_care_leavers_stayput.csv".
    std::vector<Quotient> quotients;
    std::vector<Row> rows; ///< Authority, year, and the figures as they were printed.
};

/// The whole number, or nothing for a symbol.
inline std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

inline std::vector<std::string> split(std::string_view line, char separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(separator, start), line.size());
        parts.emplace_back(line.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

inline std::vector<std::string> read_lines(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> lines = split(text, '\n');
    lines.pop_back(); // what follows the last line's end
    return lines;
}

/// "100 3 9 0": column 3 as a percentage of column 9, to whole numbers.
inline Quotient quotient_of(std::size_t printed, const std::string& formula) {
    const std::vector<std::string> parts = split(formula, ' ');
    const auto number = [&](std::size_t i) { return whole_number(parts.at(i)).value(); };
    Quotient quotient;
    quotient.printed = printed;
    quotient.per = number(0);
    if (parts.at(1) != "?")
        quotient.numerator = static_cast<std::size_t>(number(1));
    quotient.denominator = static_cast<std::size_t>(number(2));
    quotient.places = static_cast<unsigned>(number(3));
    return quotient;
}

/// Reads one table. No value holds a comma or a quotation mark; only the first line's headings do.
inline Table read_table(const std::filesystem::path& path) {
    const std::vector<std::string> lines = read_lines(path);
    const std::vector<std::string> formulas = split(lines.at(1), ',');
    Table table;
    table.name = (path.parent_path().filename() / path.filename()).generic_string();
    for (std::size_t column = 0; column < formulas.size(); ++column) {
        if (!formulas[column].empty())
            table.quotients.push_back(quotient_of(column, formulas[column]));
    }
    for (std::size_t line = 2; line < lines.size(); ++line) {
        table.rows.push_back(split(lines[line], ','));
        if (table.rows.back().size() != formulas.size())
            throw std::runtime_error(table.name + ": a row of another width: " + lines[line]);
    }
    return table;
}

} // namespace published
