#include "indicare/io/return_folder.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "fields.hpp"
#include "file_blocks.hpp"
#include "years_told.hpp"

namespace indicare::io {

namespace {

void report_file(ReturnReader& reader, quality::FindingCode code, const std::string& file,
                 std::string message) {
    reader.findings().add({code, file, 0, {}, {}, {}, std::move(message)});
}

/// Whether a file can be one of a return; if not, a finding says why.
bool is_of_return(ReturnReader& reader, const std::filesystem::path& file) {
    if (is_csv(file) || (is_xml(file) && ReturnReader::reads_xml()))
        return true;
    if (is_xml(file)) {
        reader.begin_xml(name_in_folder(file), 0);
        reader.end_xml();
    } else {
        report_file(reader, quality::FindingCode::file_not_csv, name_in_folder(file),
                    "neither a CSV nor an XML file; not read");
    }
    return false;
}

/// A folder's CSV files are one return, and an XML file is one by itself: beside them it would be a
/// second.
void leave_out_xml(ReturnReader& reader, std::vector<std::filesystem::path>& files) {
    std::erase_if(files, [&reader](const std::filesystem::path& file) {
        if (is_xml(file))
            report_file(reader, quality::FindingCode::xml_beside_csv, name_in_folder(file),
                        "the folder's CSV files are its return; not read (give the XML file by "
                        "itself to read it)");
        return is_xml(file);
    });
}

/// The files of a folder that are of its return, in order of their names.
std::vector<std::filesystem::path> files_of(ReturnReader& reader,
                                            const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> all;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error))
        all.push_back(at->path());
    if (error)
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "the folder cannot be read: " + error.message());
    std::sort(all.begin(), all.end());
    std::vector<std::filesystem::path> files;
    std::copy_if(all.begin(), all.end(), std::back_inserter(files),
                 [&reader](const auto& file) { return is_of_return(reader, file); });
    if (std::any_of(files.begin(), files.end(), is_csv))
        leave_out_xml(reader, files);
    return files;
}

void begin(ReturnReader& reader, const std::filesystem::path& file, int year) {
    if (is_xml(file))
        reader.begin_xml(name_in_folder(file), year);
    else
        reader.begin_table(name_in_folder(file), year);
}

/// Whether a file is longer than what could be read of it, and so was not cut meanwhile.
bool has_more(const std::filesystem::path& file, const FileFed& fed) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    return !error && size > fed.bytes;
}

/// Reads a table, or a return in XML; whether it was one.
bool read_text(ReturnReader& reader, const std::filesystem::path& file, FolderRead& read,
               const Progress& progress) {
    const std::string name = name_in_folder(file);
    std::error_code error;
    FileFed fed;
    if (std::filesystem::is_regular_file(file, error)) {
        begin(reader, file, read.year);
        fed = reader.feed_file(file, [&](std::uint64_t bytes) {
            if (progress)
                progress(name, bytes);
        });
    }
    if (!fed.whole)
        report_file(reader, quality::FindingCode::file_unreadable, name,
                    "the file cannot be read" +
                        (fed.bytes == 0
                             ? std::string()
                             : " beyond its first " + std::to_string(fed.bytes) + " bytes"));
    if (!fed.whole && fed.bytes == 0)
        return false;
    if (!fed.whole && has_more(file, fed))
        read.in_part = true;
    return is_xml(file) ? reader.end_xml() : reader.end_table().has_value();
}

/// The files of one return.
struct Files {
    std::string name;  ///< in findings: that of the folder, or of the one file
    std::string where; ///< the path that was asked for
    std::vector<std::filesystem::path> paths;
    std::optional<int> named_year;
    YearToldBy named_by = YearToldBy::name;
};

/// The year of a return by its names, YEAR columns or dates; 0 when nothing tells it.
FolderRead year_of(const Files& files, const ReadingOptions& options) {
    if (options.longitudinal)
        return {0, YearToldBy::dates};
    if (files.named_year)
        return {*files.named_year, files.named_by};
    YearsTold told;
    for (const auto& file : files.paths)
        find_years(file, options, told);
    if (told.year_column != 0)
        return {told.year_column, YearToldBy::year_column};
    const int year = told.latest.day.is_none() ? 0 : told.latest.day.reporting_year();
    const bool is_year = year >= care::PackedYear::first && year <= care::PackedYear::last;
    return {is_year ? year : 0, YearToldBy::dates};
}

/// Says how the year was told, and where the name and the dates of a return differ.
void report_year(ReturnReader& reader, const std::string& name, const FolderRead& read,
                 const LatestDay& latest) {
    const std::string day =
        latest.day.text() + " (" + latest.file + ":" + std::to_string(latest.line) + ")";
    if (read.told_by == YearToldBy::year_column || read.told_by == YearToldBy::dates)
        report_file(reader, quality::FindingCode::year_not_by_name, name,
                    "read as ending on 31 March " + std::to_string(read.year) +
                        (read.told_by == YearToldBy::year_column
                             ? ", the latest of its YEAR columns"
                             : ", from its latest DECOM or DEC, " + day));
    else if (!latest.day.is_none() && latest.day.reporting_year() != read.year)
        report_file(reader, quality::FindingCode::year_of_folder_differs, name,
                    "read as the return of " + std::to_string(read.year) +
                        (read.told_by == YearToldBy::file_name ? " by the file's name"
                                                               : " by the folder's name") +
                        ", but its latest DECOM or DEC is " + day);
}

std::optional<FolderRead> read_files(ReturnReader& reader, const Files& files,
                                     const Progress& progress) {
    const bool longitudinal = reader.options().longitudinal;
    FolderRead read = year_of(files, reader.options());
    if (read.year == 0 && !longitudinal) {
        report_file(reader, quality::FindingCode::file_unreadable, files.where,
                    "the year of the return cannot be told: its name holds no year, and "
                    "there is no DECOM, DEC or YEAR to tell it from");
        return std::nullopt;
    }
    bool any = false;
    for (const auto& file : files.paths)
        any = read_text(reader, file, read, progress) || any;
    const LatestDay latest = reader.end_returns();
    if (longitudinal && !latest.day.is_none())
        read.year = latest.day.reporting_year();
    if (any)
        report_year(reader, files.name, read, latest);
    return any || read.in_part ? std::optional(read) : std::nullopt;
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

std::optional<int> year_in_name(std::string_view file) {
    const auto is_digit = [file](std::size_t at) {
        return at < file.size() && file[at] >= '0' && file[at] <= '9';
    };
    std::optional<int> year;
    for (std::size_t at = 0; at < file.size(); ++at) {
        if (!is_digit(at) || (at > 0 && is_digit(at - 1)))
            continue;
        for (const std::size_t size : {9U, 7U, 4U}) {
            const auto named =
                is_digit(at + size) ? std::nullopt : year_named(file.substr(at, size));
            if (!named)
                continue;
            if (year && year != named)
                return std::nullopt;
            year = named;
            at += size;
            break;
        }
    }
    return year;
}

std::optional<FolderRead> read_folder(ReturnReader& reader, const std::filesystem::path& folder,
                                      const Progress& progress) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(folder, error);
    if (error || !std::filesystem::is_directory(path, error)) {
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "there is no such folder or file; expected a folder of CSV or XML files");
        return std::nullopt;
    }
    const std::string name = path.filename().string();
    const Files files = {name, folder.string(), files_of(reader, path), year_named(name)};
    if (files.paths.empty()) {
        report_file(reader, quality::FindingCode::file_unreadable, folder.string(),
                    "the folder holds no CSV files, and no XML that can be read");
        return std::nullopt;
    }
    return read_files(reader, files, progress);
}

std::optional<FolderRead> read_return(ReturnReader& reader, const std::filesystem::path& path,
                                      const Progress& progress) {
    std::error_code error;
    const std::filesystem::path file = std::filesystem::weakly_canonical(path, error);
    if (error || !std::filesystem::is_regular_file(file, error))
        return read_folder(reader, path, progress);
    if (!is_xml(file)) {
        report_file(reader, quality::FindingCode::file_unreadable, path.string(),
                    "expected a folder of CSV or XML files, or an XML file");
        return std::nullopt;
    }
    if (!is_of_return(reader, file))
        return std::nullopt;
    const auto of_folder = year_named(file.parent_path().filename().string());
    const Files files = {name_in_folder(file),
                         path.string(),
                         {file},
                         of_folder ? of_folder : year_in_name(file.stem().string()),
                         of_folder ? YearToldBy::name : YearToldBy::file_name};
    return read_files(reader, files, progress);
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
