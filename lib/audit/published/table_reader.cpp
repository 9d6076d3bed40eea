#include "audit/published/table_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "fields.hpp"
#include "indicare/audit/system.hpp"
#include "indicare/exact/integer.hpp"
#include "published_columns.hpp"
#include "surplus_fields.hpp"

namespace indicare::io {

using quality::FindingCode;
using scorecard::CellKind;
using scorecard::Level;
using scorecard::PublishedCell;

namespace {

constexpr std::int64_t greatest_number = 1'000'000'000;
constexpr unsigned most_places_published = 3;

enum class Role { kind, count, percentage, rate, population, passed_over };

/// So many a rate is for: the digits at the end of `rate_per_10000`; 0 where there are none.
std::int64_t per_of(std::string_view column) {
    const std::size_t end = column.find_last_not_of("0123456789");
    const auto per = whole_number(column.substr(end + 1));
    return per && *per <= 1'000'000 ? *per : 0;
}

bool is_of_places(std::string_view column) {
    constexpr std::array names = {
        "TIME_PERIOD", "TIME_IDENTIFIER", "GEOGRAPHIC_LEVEL", "COUNTRY_CODE", "COUNTRY_NAME",
        "REGION_CODE", "REGION_NAME",     "OLD_LA_CODE",      "NEW_LA_CODE",  "LA_NAME"};
    return std::any_of(names.begin(), names.end(), [column](const char* name) {
        return PublishedColumns::is_alike(column, name);
    });
}

/// What other statistics print where no number can be: no kind of row.
bool stands_for_number(std::string_view text) {
    constexpr std::array<std::string_view, 5> marks = {":", "~", "..", "*", "#"};
    return std::find(marks.begin(), marks.end(), text) != marks.end();
}

/// What a column holds, by its name and what stands in the first row.
Role role_of(std::string_view column, std::string_view first) {
    if (is_of_places(column))
        return Role::passed_over;
    const CellKind kind = PublishedCell(first).kind();
    if (kind == CellKind::unreadable && !stands_for_number(first))
        return Role::kind;
    const std::string name = in_capitals(column);
    if (name.find("PERCENT") != std::string::npos)
        return Role::percentage;
    if (name.find("RATE") != std::string::npos && per_of(column) > 0)
        return Role::rate;
    if (name.starts_with("POPULATION"))
        return Role::population;
    return kind == CellKind::blank ? Role::kind : Role::count;
}

} // namespace

std::size_t PublishedTableReader::place(Level level, std::string_view name, std::string_view code) {
    const auto [at, added] = places_.emplace(
        std::pair(level, std::string(code.empty() ? name : code)), table_.places.size());
    if (added) {
        const bool is_code =
            code.size() == 9 && whole_number(code.substr(1)) && code[0] >= 'A' && code[0] <= 'Z';
        const std::string words =
            is_code ? std::string(code) : "in_" + words_of(at->first.second, 24);
        table_.places.push_back({level, std::string(name.empty() ? code : name), std::string(code),
                                 unused(words, words_)});
    }
    return at->second;
}

std::uint32_t PublishedTableReader::slot(std::size_t place, int year, std::string_view region) {
    const auto [at, added] =
        slots_.emplace(std::pair(place, year), static_cast<std::uint32_t>(table_.slots.size()));
    if (added)
        table_.slots.push_back({place, year, in_capitals(region)});
    return at->second;
}

/// One file while it is read.
class PublishedTableReader::OneFile {
  public:
    OneFile(PublishedTableReader& reader, quality::Findings& findings, const std::string& file)
        : reader_(reader), table_(reader.table_), findings_(findings),
          number_(table_.files.size()) {
        table_.files.push_back({});
        table_.files.back().name = file;
    }

    void take(const CsvRow& row) {
        if (columns_.names().empty())
            columns_ = PublishedColumns(row);
        else if (columns_.are_of_statistics())
            take_numbers(row);
    }

    void take_fault(std::uint64_t line, std::string_view excerpt) {
        report(FindingCode::row_ragged, line, {}, excerpt,
               "the row cannot be read as CSV; it was left out");
    }

    /// Whether the file had the columns.
    bool end() {
        if (!columns_.are_of_statistics() || counts_.empty()) {
            report(FindingCode::published_file_not_placed, 1, {}, {},
                   !columns_.are_of_statistics()
                       ? "expected the columns time_period and geographic_level; the file was "
                         "not read"
                       : "no column holds a count in the first row; the file was not read");
            return false;
        }
        for (std::size_t line = first_line_; line < table_.lines.size(); ++line)
            settle(table_.lines[line]);
        settle(file().populations, file().population_column);
        tell_figures(table_, first_line_);
        std::sort(file().slots.begin(), file().slots.end());
        file().slots.erase(std::unique(file().slots.begin(), file().slots.end()),
                           file().slots.end());
        return true;
    }

  private:
    TableFile& file() { return table_.files[number_]; }

    void take_numbers(const CsvRow& row) {
        const std::size_t width = columns_.names().size();
        if (row.size() < width || has_surplus(row, width))
            return report(FindingCode::row_ragged, row.line(), {}, row[0],
                          "the row has too " + std::string(row.size() < width ? "few" : "many") +
                              " fields; it was left out");
        if (roles_.empty())
            take_roles(row);
        const auto year = columns_.year_of(row);
        if (!year)
            return refuse(row, "time_period", columns_.period_of(row),
                          "expected a reporting year, 2023 or 202223");
        const auto level = columns_.level_of(row);
        if (!level)
            return refuse(row, "geographic_level", columns_.level_text_of(row),
                          "expected National, Regional or Local authority");
        const scorecard::Place place = columns_.place_of(row, *level);
        if (place.name.empty() && place.code.empty())
            return refuse(row, {}, {}, "the row names no place");
        const std::string& code = place.code.empty() ? place.old_code : place.code;
        const std::uint32_t slot =
            reader_.slot(reader_.place(*level, place.name, code), *year, place.region);
        file().slots.push_back(slot);
        for (std::size_t i = 0; i < counts_.size(); ++i)
            take_line(row, i, slot);
        if (population_)
            take_cell(row, *population_, slot, file().populations);
        for (const std::size_t column : passed_over_)
            pass_over(trimmed(row[column]));
    }

    void take_roles(const CsvRow& row) {
        for (std::size_t at = 0; at < columns_.names().size(); ++at) {
            const std::string& name = columns_.names()[at];
            roles_.push_back(role_of(name, trimmed(row[at])));
            switch (roles_.back()) {
            case Role::count:
                counts_.push_back(at);
                break;
            case Role::percentage:
                take_one_of(percentage_, at);
                break;
            case Role::rate:
                take_one_of(rate_, at);
                break;
            case Role::population:
                take_one_of(population_, at);
                break;
            default:
                break;
            }
        }
        // Of which of several counts they are is not told.
        if (counts_.size() > 1)
            for (std::optional<std::size_t>* figures : {&percentage_, &rate_})
                if (const auto column = std::exchange(*figures, std::nullopt))
                    passed_over_.push_back(*column);
        name_columns();
    }

    /// The first column of a role is used.
    void take_one_of(std::optional<std::size_t>& used, std::size_t column) {
        if (used)
            passed_over_.push_back(column);
        else
            used = column;
    }

    void name_columns() {
        const std::vector<std::string>& names = columns_.names();
        if (percentage_)
            file().percentage_column = names[*percentage_];
        if (rate_) {
            file().rate_column = names[*rate_];
            file().per = per_of(names[*rate_]);
        }
        if (population_) {
            file().population_column = names[*population_];
            file().population_words = unused(words_of(names[*population_], 60), reader_.words_);
        }
    }

    void take_line(const CsvRow& row, std::size_t count, std::uint32_t slot) {
        TableLine& line = table_.lines[line_of(row, count)];
        take_cell(row, counts_[count], slot, line.counts);
        if (percentage_)
            take_cell(row, *percentage_, slot, line.percentages);
        if (rate_)
            take_cell(row, *rate_, slot, line.rates);
    }

    /// The number of the line that a row belongs to, which is added when it is not yet there.
    std::size_t line_of(const CsvRow& row, std::size_t count) {
        key_.clear();
        std::string_view last;
        std::size_t group_end = 0;
        for (std::size_t at = 0; at < roles_.size(); ++at)
            if (roles_[at] == Role::kind) {
                last = trimmed(row[at]);
                group_end = key_.size();
                key_.append(key_.empty() ? "" : ": ").append(last);
            }
        const std::string& column = columns_.names()[counts_[count]];
        std::string group = key_;
        if (counts_.size() > 1 || last.empty()) {
            last = column;
            key_.append("\n").append(column);
        } else {
            group.resize(group_end);
        }
        const auto [at, added] = lines_.emplace(key_, table_.lines.size());
        if (added)
            add_line(group, last, column);
        return at->second;
    }

    void add_line(const std::string& group, std::string_view label, const std::string& column) {
        const auto [at, added] = groups_.emplace(group, table_.groups.size());
        if (added)
            table_.groups.push_back({number_, group, {}});
        const std::string words =
            group.empty() ? words_of(label, 60) : words_of(group, 28) + "." + words_of(label, 34);
        table_.groups[at->second].lines.push_back(table_.lines.size());
        table_.lines.push_back({number_,
                                at->second,
                                std::string(label),
                                column,
                                unused(words, reader_.words_),
                                {},
                                {},
                                {}});
    }

    void take_cell(const CsvRow& row, std::size_t column, std::uint32_t slot, TableCells& cells) {
        const std::string_view text = trimmed(row[column]);
        TableCell cell;
        cell.slot = slot;
        cell.line = row.line();
        cell.kind = CellKind::number;
        if (const auto number = whole_number<std::int64_t>(text))
            cell.units = *number;
        else if (!take_other(text, cell))
            return refuse(row, columns_.names()[column], text,
                          "expected a number or one of c, z, x, k, low", "the cell");
        if (cell.units > greatest_number || cell.units < -greatest_number)
            return refuse(row, columns_.names()[column], text,
                          "expected a number of no more than 1000000000", "the cell");
        count(cell.kind);
        cells.add(cell);
    }

    /// Takes what is no whole number; false where it cannot be read.
    static bool take_other(std::string_view text, TableCell& cell) {
        const PublishedCell published(text);
        cell.kind = published.kind();
        if (cell.kind == CellKind::unreadable)
            return false;
        if (cell.kind != CellKind::number)
            return true;
        const auto number = published.number();
        const auto units = exact::as_int64(number->units);
        if (!units || number->places > most_places_published)
            return false;
        cell.units = *units;
        cell.places = static_cast<std::uint8_t>(number->places);
        return true;
    }

    void pass_over(std::string_view text) {
        const CellKind kind = PublishedCell(text).kind();
        const bool is_figure = kind == CellKind::number || kind == CellKind::near_zero;
        reader_.counts_.figures_passed_over += is_figure ? 1U : 0U;
    }

    void count(CellKind kind) {
        PublishedCounts& counts = reader_.counts_;
        ++counts.cells;
        counts.not_applicable += kind == CellKind::not_applicable ? 1U : 0U;
        counts.not_available += kind == CellKind::not_available ? 1U : 0U;
        counts.blank += kind == CellKind::blank ? 1U : 0U;
    }

    void settle(TableLine& line) {
        settle(line.counts, line.column);
        settle(line.percentages, file().percentage_column);
        settle(line.rates, file().rate_column);
        line.percentages.even_out();
        line.rates.even_out();
    }

    void settle(TableCells& cells, const std::string& column) {
        cells.settle([&](const TableCell& kept, const TableCell& other) {
            if (kept.kind != other.kind || kept.units != other.units || kept.places != other.places)
                report(FindingCode::publication_row_unusable, other.line, column, {},
                       "another number of " + table_.told(other.slot) + " stands on line " +
                           std::to_string(kept.line) + "; the cell was left out");
        });
    }

    void refuse(const CsvRow& row, std::string_view column, std::string_view value,
                std::string message, const std::string& what = "the row") {
        report(FindingCode::publication_row_unusable, row.line(), column, value,
               std::move(message) + "; " + what + " was left out");
    }

    void report(FindingCode code, std::uint64_t line, std::string_view column,
                std::string_view value, std::string message) {
        if (findings_.count(code))
            findings_.keep({code,
                            file().name,
                            line,
                            std::string(column),
                            quality::printable(value),
                            {},
                            std::move(message)});
    }

    PublishedTableReader& reader_;
    PublishedTable& table_;
    quality::Findings& findings_;
    std::size_t number_;
    std::size_t first_line_ = table_.lines.size();
    PublishedColumns columns_;
    std::vector<Role> roles_;
    std::vector<std::size_t> counts_;
    std::optional<std::size_t> percentage_;
    std::optional<std::size_t> rate_;
    std::optional<std::size_t> population_;
    std::vector<std::size_t> passed_over_; ///< columns of figures that are not read
    std::map<std::string, std::size_t> lines_;
    std::map<std::string, std::size_t> groups_;
    std::string key_;
};

bool PublishedTableReader::read(std::string_view text, const std::string& file,
                                quality::Findings& findings) {
    OneFile one(*this, findings, file);
    CsvScanner scanner;
    const auto take = [&one](const CsvRow& row) { one.take(row); };
    const auto fault = [&one](CsvFault, std::uint64_t line, std::size_t, std::string_view excerpt) {
        one.take_fault(line, excerpt);
    };
    scanner.feed(text, take, fault);
    scanner.finish(take, fault);
    return one.end();
}

} // namespace indicare::io
