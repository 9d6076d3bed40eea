#include "indicare/io/return_folder.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "fields.hpp"

namespace indicare::io {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

/// Calls `take(piece)` for a file's text in pieces, until it says false; whether it could be read.
template <class Take>
bool read_file(const std::filesystem::path& file, Take&& take) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(
        std::fopen(file.string().c_str(), "rb"), &std::fclose);
    if (stream == nullptr)
        return false;
    static_cast<void>(std::setvbuf(stream.get(), nullptr, _IONBF, 0)); // else a copy more
    const auto block = std::make_unique<std::array<char, block_bytes>>();
    for (;;) {
        const std::size_t count = std::fread(block->data(), 1, block->size(), stream.get());
        if (count == 0)
            return std::ferror(stream.get()) == 0;
        if (!take(std::string_view(block->data(), count)))
            return true;
    }
}

void report_file(ReturnReader& reader, quality::FindingCode code, const std::string& file,
                 std::string message) {
    reader.findings().add({code, file, 0, {}, {}, {}, std::move(message)});
}

/// What a folder's tables say of the year of their return.
struct YearsTold {
    LatestDay latest;    ///< DECOM or DEC of a table of episodes
    int year_column = 0; ///< the latest year of a YEAR column; 0: there is none
};

/// Looks through a file for the latest DECOM, DEC and YEAR.
void find_years(const std::filesystem::path& file, const std::string& name,
                const ReadingOptions& options, YearsTold& told) {
    CsvScanner scanner(options.limits);
    bool header_read = false;
    std::vector<std::size_t> days;
    std::optional<std::size_t> years;
    const auto take_header = [&](const CsvRow& row) {
        header_read = true;
        for (std::size_t at = 0; at < row.size(); ++at) {
            const std::string column = in_capitals(trimmed(row[at]));
            if (column == "DECOM" || column == "DEC")
                days.push_back(at);
            else if (column == "YEAR" && !years)
                years = at;
        }
    };
    const auto take_row = [&](const CsvRow& row) {
        if (!header_read)
            return take_header(row);
        for (const std::size_t at : days) {
            const care::Date day = at < row.size() ? date_named(trimmed(row[at])) : care::Date();
            if (day > told.latest.day && day >= care::first_recordable &&
                day <= care::last_recordable)
                told.latest = {day, name, row.line()};
        }
        if (years && *years < row.size())
            told.year_column =
                std::max(told.year_column, return_year(trimmed(row[*years])).value_or(0));
    };
    const auto skip_fault = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {};
    read_file(file, [&](std::string_view piece) {
        scanner.feed(piece, take_row, skip_fault);
        return !header_read || !days.empty() || years;
    });
    scanner.finish(take_row, skip_fault);
}

bool is_csv(const std::filesystem::path& file) {
    return in_capitals(file.extension().string()) == ".CSV";
}

/// The CSV files of a folder in order of their names; other entries become findings.
std::vector<std::filesystem::path> csv_files(ReturnReader& reader,
                                             const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> others;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        (is_csv(at->path()) ? files : others).push_back(at->path());
    }
    if (error)
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "the folder cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    std::sort(others.begin(), others.end());
    for (const auto& other : others)
        report_file(reader, quality::FindingCode::file_not_csv,
                    (folder.filename() / other.filename()).string(), "not a CSV file; not read");
    return files;
}

bool read_table(ReturnReader& reader, const std::filesystem::path& file, const std::string& name,
                int year, const Progress& progress) {
    std::uint64_t bytes = 0;
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(file, error);
    const bool read = is_file && read_file(file, [&](std::string_view piece) {
                          if (bytes == 0)
                              reader.begin_table(name, year);
                          reader.feed(piece);
                          bytes += piece.size();
                          if (progress)
                              progress(name, bytes);
                          return true;
                      });
    if (!read)
        report_file(reader, quality::FindingCode::file_unreadable, name,
                    "the file cannot be read" +
                        (bytes == 0 ? std::string()
                                    : " beyond its first " + std::to_string(bytes) + " bytes"));
    if (bytes == 0) {
        if (!read)
            return false;
        reader.begin_table(name, year);
    }
    return reader.end_table().has_value();
}

/// Says how the year was told, and where the name and the dates of a folder differ.
void report_year(ReturnReader& reader, const std::string& folder, const FolderRead& read,
                 const LatestDay& latest) {
    const std::string day =
        latest.day.text() + " (" + latest.file + ":" + std::to_string(latest.line) + ")";
    if (read.told_by != YearToldBy::name)
        report_file(reader, quality::FindingCode::year_not_by_name, folder,
                    "read as ending on 31 March " + std::to_string(read.year) +
                        (read.told_by == YearToldBy::year_column
                             ? ", the latest of its YEAR columns"
                             : ", from its latest DECOM or DEC, " + day));
    else if (!latest.day.is_none() && latest.day.reporting_year() != read.year)
        report_file(reader, quality::FindingCode::year_of_folder_differs, folder,
                    "read as the return of " + std::to_string(read.year) +
                        " by the folder's name, but its latest DECOM or DEC is " + day);
}

} // namespace

std::optional<int> year_named(std::string_view folder) {
    if (folder.size() == 4)
        return return_year(folder);
    if ((folder.size() != 7 && folder.size() != 9) || (folder[4] != '-' && folder[4] != '_'))
        return std::nullopt;
    const auto first = return_year(folder.substr(0, 4));
    const auto second = whole_number(folder.substr(5));
    if (!first || !second)
        return std::nullopt;
    const int next = *first + 1;
    const bool follows = *second == (folder.size() == 9 ? next : next % 100);
    return follows && next <= care::PackedYear::last ? std::optional(next) : std::nullopt;
}

std::optional<FolderRead> read_folder(ReturnReader& reader, const std::filesystem::path& folder,
                                      const Progress& progress) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(folder, error);
    if (error || !std::filesystem::is_directory(path, error)) {
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "there is no such folder; expected a folder of CSV files");
        return std::nullopt;
    }
    const std::string folder_name = path.filename().string();
    const auto files = csv_files(reader, path);
    if (files.empty()) {
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "the folder holds no CSV files");
        return std::nullopt;
    }
    const auto name_of = [&](const std::filesystem::path& file) {
        return folder_name + "/" + file.filename().string();
    };
    const bool longitudinal = reader.options().longitudinal;
    FolderRead read;
    if (const auto named = year_named(folder_name); named && !longitudinal) {
        read.year = *named;
    } else if (!longitudinal) {
        YearsTold told;
        for (const auto& file : files)
            find_years(file, name_of(file), reader.options(), told);
        read.told_by = told.year_column != 0 ? YearToldBy::year_column : YearToldBy::dates;
        read.year = told.year_column != 0       ? told.year_column
                    : told.latest.day.is_none() ? 0
                                                : told.latest.day.reporting_year();
    } else {
        read.told_by = YearToldBy::dates;
    }
    const bool is_year =
        read.year >= care::PackedYear::first && read.year <= care::PackedYear::last;
    if (!is_year && !longitudinal) {
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "the year of the return cannot be told: the folder's name is not a year, and "
                    "there is no DECOM, DEC or YEAR to tell it from");
        return std::nullopt;
    }
    bool any = false;
    for (const auto& file : files)
        any = read_table(reader, file, name_of(file), read.year, progress) || any;
    const LatestDay latest = reader.end_returns();
    if (longitudinal && !latest.day.is_none())
        read.year = latest.day.reporting_year();
    if (any)
        report_year(reader, folder_name, read, latest);
    return any ? std::optional(read) : std::nullopt;
}

care::Date date_of(std::string_view text) {
    return date_named(text);
}

std::optional<std::string> text_of_file(const std::filesystem::path& file) {
    std::string text;
    const bool read = read_file(file, [&text](std::string_view piece) {
        text += piece;
        return true;
    });
    return read ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace indicare::io
