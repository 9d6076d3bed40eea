#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/published/table_reader.hpp"
#include "audit/published/words.hpp"

// What the numbers of a published file are: counts or not, rounded or not.

namespace indicare::io {

using scorecard::CellKind;

namespace {

bool is_line_of_figures(const TableLine& line) {
    for (const std::string_view word : {"AVERAGE", "MEAN", "PERCENTAGE", "RATE", "NET"})
        if (has_word(line.label, word))
            return true;
    const auto& cells = line.counts.all();
    return std::any_of(cells.begin(), cells.end(),
                       [](const TableCell& cell) { return cell.places > 0 || cell.units < 0; });
}

/// The numbers that a line shows of the nation and of regions.
std::vector<std::int64_t> numbers_above(const PublishedTable& table, const TableLine& line) {
    std::vector<std::int64_t> numbers;
    for (const TableCell& cell : line.counts.all())
        if (cell.is_shown() && table.place_of(cell.slot).level != scorecard::Level::authority)
            numbers.push_back(cell.units);
    return numbers;
}

/// What a count can be.
void bound(TableCell& cell, bool is_rounded) {
    if (cell.is_shown()) {
        cell.least = is_rounded ? std::max<std::int64_t>(cell.units - 5, 0) : cell.units;
        cell.most = is_rounded ? cell.units + 4 : cell.units;
    } else if (cell.is_nothing()) {
        cell.most = 0;
    } else if (cell.kind == CellKind::near_zero && is_rounded) {
        cell.least = 1;
        cell.most = 4;
    }
}

} // namespace

void tell_figures(PublishedTable& table, std::size_t first_line) {
    std::vector<std::size_t> rounded;
    std::vector<std::size_t> odd;
    for (std::size_t number = first_line; number < table.lines.size(); ++number) {
        TableLine& line = table.lines[number];
        line.is_figure = is_line_of_figures(line);
        const std::vector<std::int64_t> numbers = numbers_above(table, line);
        if (!line.is_figure && !numbers.empty())
            (std::all_of(numbers.begin(), numbers.end(),
                         [](std::int64_t one) { return one % 10 == 0; })
                 ? rounded
                 : odd)
                .push_back(number);
    }
    // Where most lines are rounded, one that is not holds something else than counts.
    TableFile& file = table.files.back();
    file.is_rounded = rounded.size() > odd.size();
    if (file.is_rounded)
        for (const std::size_t number : odd)
            table.lines[number].is_figure = true;
    for (std::size_t number = first_line; number < table.lines.size(); ++number) {
        TableLine& line = table.lines[number];
        if (line.is_figure)
            line.counts.even_out();
        else
            for (TableCell& cell : line.counts.all())
                bound(cell, table.is_rounded(line, cell.slot));
    }
}

} // namespace indicare::io
