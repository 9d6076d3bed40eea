#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "file_blocks.hpp"
#include "indicare/io/published_statistics.hpp"
#include "placed_entry.hpp"
#include "published_columns.hpp"
#include "surplus_fields.hpp"

namespace indicare::io {

using quality::FindingCode;
using scorecard::Level;
using scorecard::PublishedCell;

namespace {

constexpr std::array<std::string_view, 3> parts_of_figure = {"numerator", "denominator", "figure"};

/// `column=value;column=value`, as a mapping writes it.
std::string source_text_of(const PublishedMapping::Source& source) {
    std::string text;
    for (const auto& condition : source.where)
        text.append(text.empty() ? "" : ";")
            .append(condition.column)
            .append("=")
            .append(condition.value);
    return text;
}

constexpr std::size_t most_kinds = 1'000;
constexpr std::size_t most_kinds_named = 5;

} // namespace

class PublishedReader::Hidden {
  public:
    Hidden(const PublishedMapping& mapping, scorecard::PublishedStatistics& statistics,
           quality::Findings& findings)
        : mapping_(mapping), statistics_(statistics), findings_(findings) {}

    void begin(std::string file) {
        file_ = std::move(file);
        scanner_ = CsvScanner();
        columns_ = {};
        entries_.clear();
        told_.clear();
        kinds_not_placed_.clear();
        line_reported_ = 0;
        rows_ = 0;
        rows_not_placed_ = 0;
        release_ = 0;
    }

    void feed(std::string_view piece) {
        scanner_.feed(
            piece, [this](const CsvRow& row) { take_row(row); },
            [this](CsvFault, std::uint64_t line, std::size_t, std::string_view excerpt) {
                report_broken(line, excerpt);
            });
    }

    std::size_t end() {
        scanner_.finish([this](const CsvRow& row) { take_row(row); },
                        [this](CsvFault, std::uint64_t line, std::size_t,
                               std::string_view excerpt) { report_broken(line, excerpt); });
        const std::size_t figures = add_figures();
        if (figures == 0)
            report_file(FindingCode::published_file_not_placed,
                        "nothing in it is an indicator's by the mapping" + described());
        else if (rows_not_placed_ > 0)
            report_file(FindingCode::published_rows_not_placed,
                        std::to_string(rows_not_placed_) + " of " + std::to_string(rows_) +
                            " rows are no indicator's by the mapping" + kinds());
        return figures;
    }

  private:
    using Key = std::tuple<std::size_t, std::size_t, int>; // entry, place, year
    using Told = std::array<PublishedCell, 3>;

    void take_row(const CsvRow& row) {
        if (columns_.names().empty())
            take_header(row);
        else
            take_figures(row);
    }

    void take_header(const CsvRow& row) {
        columns_ = PublishedColumns(row);
        if (!columns_.are_of_statistics())
            return;
        for (const auto& entry : mapping_.entries())
            if (auto placed = placed_in(columns_, entry))
                entries_.push_back(std::move(*placed));
    }

    void take_figures(const CsvRow& row) {
        if (entries_.empty())
            return;
        ++rows_;
        const std::size_t width = columns_.names().size();
        if (row.size() < width || has_surplus(row, width)) {
            report(FindingCode::row_ragged, row.line(), {}, row[0],
                   "the row has too " + std::string(row.size() < width ? "few" : "many") +
                       " fields; it was left out");
            return;
        }
        const auto year = columns_.year_of(row);
        if (!year) {
            report(FindingCode::number_malformed, row.line(), "time_period",
                   columns_.period_of(row),
                   "expected a reporting year, 2023 or 202223; the row was left out");
            return;
        }
        release_ = std::max(release_, *year);
        const auto level = columns_.level_of(row);
        if (!level || !take_sources(row, *level, *year))
            count_not_placed(row);
    }

    /// Takes what the row says for every entry; whether it says anything.
    bool take_sources(const CsvRow& row, Level level, int year) {
        bool any = false;
        for (PlacedEntry& entry : entries_)
            for (std::size_t i = 0; i < entry.sources.size(); ++i) {
                PlacedSource& source = entry.sources[i];
                if (!source.is_in(row))
                    continue;
                any = true;
                source.found = true;
                take(entry, i, row,
                     {static_cast<std::size_t>(&entry - entries_.data()),
                      statistics_.place(columns_.place_of(row, level)), year});
            }
        return any;
    }

    void take(const PlacedEntry& entry, std::size_t part, const CsvRow& row, const Key& key) {
        const std::size_t column = entry.sources[part].column;
        PublishedCell cell(trimmed(row[column]));
        if (cell.kind() == scorecard::CellKind::unreadable) {
            if (is_first_of(row))
                report(FindingCode::number_malformed, row.line(), entry.entry->sources[part].column,
                       cell.text(),
                       "expected a number or one of c, z, x, k, low; read as not published");
            cell = PublishedCell();
        }
        PublishedCell& known = told_[key][part];
        if (known.kind() == scorecard::CellKind::blank)
            known = std::move(cell);
        else if (known != cell && is_first_of(row))
            report_contradiction(entry.entry->indicator, std::get<1>(key), std::get<2>(key),
                                 row.line());
    }

    /// Whether nothing has been reported of the row, which may be several indicators'.
    bool is_first_of(const CsvRow& row) {
        return std::exchange(line_reported_, row.line()) != row.line();
    }

    void count_not_placed(const CsvRow& row) {
        ++rows_not_placed_;
        if (kinds_not_placed_.size() < most_kinds)
            kinds_not_placed_.insert(kind_of(row));
    }

    /// What the row says in the columns that the mapping asks for.
    std::string kind_of(const CsvRow& row) const {
        if (!columns_.level_of(row))
            return "geographic_level=" + std::string(columns_.level_text_of(row));
        std::set<std::size_t> asked;
        for (const PlacedEntry& entry : entries_)
            for (const PlacedSource& source : entry.sources)
                for (const auto& condition : source.where)
                    asked.insert(condition.first);
        std::string kind;
        for (const std::size_t column : asked)
            kind.append(kind.empty() ? "" : ";").append(trimmed(row[column]));
        return kind;
    }

    std::string kinds() const {
        std::string text;
        std::size_t shown = 0;
        for (const std::string& kind : kinds_not_placed_) {
            if (shown++ == most_kinds_named)
                break;
            text += (shown == 1 ? ": \"" : ", \"") + kind + "\"";
        }
        if (kinds_not_placed_.size() > most_kinds_named)
            text += " and " + std::to_string(kinds_not_placed_.size() - most_kinds_named) + " more";
        return text;
    }

    /// Adds what was told; how many figures that were.
    std::size_t add_figures() {
        const std::set<std::size_t> complete = complete_indicators();
        std::size_t count = 0;
        for (const auto& [key, told] : told_) {
            const auto& [number, place, year] = key;
            const PlacedEntry& entry = entries_[number];
            const std::size_t indicator = entry.entry->indicator;
            if (complete.count(indicator) > 0 && !entry.is_complete())
                continue;
            const auto blank = scorecard::CellKind::blank;
            if (told[0].kind() == blank && told[2].kind() == blank)
                continue;
            ++count;
            if (!statistics_.add({indicator, place, year, release_, told[0], told[1], told[2]}))
                report_contradiction(indicator, place, year, 0);
        }
        report_incomplete(complete);
        return count;
    }

    /// The indicators of which some entry finds all its rows.
    std::set<std::size_t> complete_indicators() const {
        std::set<std::size_t> complete;
        for (const PlacedEntry& entry : entries_)
            if (entry.is_complete())
                complete.insert(entry.entry->indicator);
        return complete;
    }

    /// Says of each entry of which only a part was found what first was not.
    void report_incomplete(const std::set<std::size_t>& complete) {
        for (const PlacedEntry& entry : entries_) {
            if (!entry.is_found() || complete.count(entry.entry->indicator) > 0)
                continue;
            std::size_t missing = 0;
            while (entry.sources[missing].found || !entry.sources[missing].published)
                ++missing;
            report_file(FindingCode::published_figure_incomplete,
                        "the " + std::string(parts_of_figure[missing]) + " of " +
                            name_of(entry.entry->indicator) + " was looked for where " +
                            source_text_of(entry.entry->sources[missing]) +
                            ", and no row has that");
        }
    }

    void report_contradiction(std::size_t indicator, std::size_t place, int year,
                              std::uint64_t line) {
        report(FindingCode::published_figure_contradicted, line, {}, {},
               name_of(indicator) + " of " + statistics_.places()[place].name + " in " +
                   std::to_string(year) +
                   " stands twice with different numbers; the first was taken");
    }

    static std::string name_of(std::size_t indicator) {
        return std::string(indicators::catalogue[indicator].id);
    }

    /// What the file has, where nothing of it could be placed.
    std::string described() const {
        if (columns_.names().empty())
            return "; it is empty";
        if (!columns_.are_of_statistics())
            return ", for want of time_period and geographic_level; its columns are " +
                   columns_.listed();
        return "; its columns are " + columns_.listed() +
               (kinds_not_placed_.empty() ? "" : ", its rows" + kinds());
    }

    void report_broken(std::uint64_t line, std::string_view excerpt) {
        report(FindingCode::row_ragged, line, {}, excerpt,
               "the row cannot be read as CSV; it was left out");
    }

    void report_file(FindingCode code, std::string message) {
        report(code, 0, {}, {}, std::move(message));
    }

    void report(FindingCode code, std::uint64_t line, std::string_view column,
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

    const PublishedMapping& mapping_;
    scorecard::PublishedStatistics& statistics_;
    quality::Findings& findings_;
    CsvScanner scanner_;
    std::string file_;
    PublishedColumns columns_;
    std::vector<PlacedEntry> entries_;
    std::map<Key, Told> told_;
    std::set<std::string> kinds_not_placed_;
    std::uint64_t line_reported_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t rows_not_placed_ = 0;
    int release_ = 0;
};

PublishedReader::PublishedReader(const PublishedMapping& mapping,
                                 scorecard::PublishedStatistics& statistics,
                                 quality::Findings& findings)
    : hidden_(std::make_unique<Hidden>(mapping, statistics, findings)) {}
PublishedReader::~PublishedReader() = default;
PublishedReader::PublishedReader(PublishedReader&&) noexcept = default;
PublishedReader& PublishedReader::operator=(PublishedReader&&) noexcept = default;

void PublishedReader::begin_file(std::string file) {
    hidden_->begin(std::move(file));
}

void PublishedReader::feed(std::string_view piece) {
    hidden_->feed(piece);
}

std::size_t PublishedReader::end_file() {
    return hidden_->end();
}

std::size_t read_published(PublishedReader& reader, const std::filesystem::path& file,
                           quality::Findings& findings) {
    reader.begin_file(file.string());
    std::error_code error;
    const bool read = std::filesystem::is_regular_file(file, error) &&
                      read_file(file, [&reader](std::string_view piece) {
                          reader.feed(piece);
                          return true;
                      });
    if (read)
        return reader.end_file();
    findings.add(
        {FindingCode::file_unreadable, file.string(), 0, {}, {}, {}, "the file cannot be read"});
    return 0;
}

} // namespace indicare::io
