#include "years_told.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "fields.hpp"
#include "file_blocks.hpp"
#include "tables.hpp"
#include "xml_scanner.hpp"

namespace indicare::io {

namespace {

/// Looks through rows, of which the first names the columns.
class YearFinder {
  public:
    YearFinder(std::string file, YearsTold& told) : file_(std::move(file)), told_(told) {}

    void take(const CsvRow& row) {
        if (!std::exchange(has_columns_, true))
            return take_columns(row);
        for (const std::size_t at : days_) {
            const care::Date day = at < row.size() ? date_named(trimmed(row[at])) : care::Date();
            if (day > told_.latest.day && day >= care::first_recordable &&
                day <= care::last_recordable)
                told_.latest = {day, file_, row.line()};
        }
        if (year_ && *year_ < row.size())
            told_.year_column =
                std::max(told_.year_column, return_year(trimmed(row[*year_])).value_or(0));
    }

    /// Whether further rows may tell anything.
    bool may_tell() const { return !has_columns_ || !days_.empty() || year_; }

  private:
    void take_columns(const CsvRow& row) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            const std::string column = in_capitals(trimmed(row[at]));
            if (column == "DECOM" || column == "DEC")
                days_.push_back(at);
            else if (column == "YEAR" && !year_)
                year_ = at;
        }
    }

    std::string file_;
    YearsTold& told_;
    bool has_columns_ = false;
    std::vector<std::size_t> days_;
    std::optional<std::size_t> year_;
};

void find_years_of_csv(const std::filesystem::path& file, const ReadingOptions& options,
                       YearFinder& finder) {
    CsvScanner scanner(options.limits);
    const auto take = [&finder](const CsvRow& row) { finder.take(row); };
    const auto skip = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {};
    read_file(file, [&](std::string_view piece) {
        scanner.feed(piece, take, skip);
        return finder.may_tell();
    });
    scanner.finish(take, skip);
}

void find_years_of_xml(const std::filesystem::path& file, const ReadingOptions& options,
                       YearFinder& finder) {
    std::vector<std::string_view> columns;
    for (const Column& column : columns_of(care::Table::episodes))
        columns.push_back(column.name);
    finder.take(CsvRow(columns, 1, 1));
    quality::Findings of_the_reading_itself(0);
    XmlScanner scanner({}, options.limits, of_the_reading_itself,
                       [&finder](care::Table table, const CsvRow& row) {
                           if (table == care::Table::episodes)
                               finder.take(row);
                       });
    read_file(file, [&scanner](std::string_view piece) {
        scanner.feed(piece);
        return true;
    });
    scanner.finish();
}

} // namespace

void find_years(const std::filesystem::path& file, const ReadingOptions& options, YearsTold& told) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) // a pipe would be waited for
        return;
    YearFinder finder(name_in_folder(file), told);
    if (is_xml(file))
        find_years_of_xml(file, options, finder);
    else
        find_years_of_csv(file, options, finder);
}

} // namespace indicare::io
