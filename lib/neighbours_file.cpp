#include "indicare/io/neighbours_file.hpp"

#include "list_reader.hpp"

namespace indicare::io {

namespace {

using Columns = std::vector<std::string_view>;

const Columns of_2021 = {"LA NUMBER", "SN1", "SN2", "SN3", "SN4", "SN5",
                         "SN6",       "SN7", "SN8", "SN9", "SN10"};
const Columns of_2025 = {"OLD_LA_CODE", "SN_1", "SN_2", "SN_3", "SN_4", "SN_5",
                         "SN_6",        "SN_7", "SN_8", "SN_9", "SN_10"};

bool is_code(std::string_view text) {
    return text.size() == 3 && whole_number(text).has_value();
}

/// The codes of a row's neighbours; nothing, and a finding, where one is none. A `-` or nothing
/// says that there is no further neighbour.
std::optional<std::vector<std::string>> neighbours_in(const ListRow& row, ListReader& list) {
    std::vector<std::string> neighbours;
    for (std::size_t at = 1; at < row.size(); ++at) {
        if (row[at].empty() || row[at] == "-")
            continue;
        if (!is_code(row[at]) || row[at] == row[0]) {
            list.refuse(quality::FindingCode::neighbours_row_unusable, at,
                        "expected the old code of another authority; the row was left out",
                        row[at]);
            return std::nullopt;
        }
        neighbours.emplace_back(row[at]);
    }
    return neighbours;
}

} // namespace

bool is_of_neighbours(std::string_view text) {
    return has_column(text, of_2025.back()) || has_column(text, of_2021.back());
}

std::optional<scorecard::NeighbourList> read_neighbours(std::string_view text,
                                                        const std::string& file, int edition,
                                                        quality::Findings& findings) {
    scorecard::NeighbourList neighbours(edition);
    ListReader list(file, findings, has_column(text, of_2025.back()) ? of_2025 : of_2021);
    const bool read = list.read(text, [&](const ListRow& row) {
        if (row[0].empty())
            return; // a heading between the rows
        if (!is_code(row[0])) {
            list.refuse(quality::FindingCode::neighbours_row_unusable, 0,
                        "expected the old code of an authority; the row was left out", row[0]);
            return;
        }
        if (auto codes = neighbours_in(row, list); codes && !neighbours.add(row[0], *codes))
            list.refuse(quality::FindingCode::neighbours_row_unusable, 0,
                        "the authority is there twice; the first row stands", row[0]);
    });
    return read ? std::optional(std::move(neighbours)) : std::nullopt;
}

} // namespace indicare::io
