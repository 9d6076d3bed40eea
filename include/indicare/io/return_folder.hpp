#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/io/return_reader.hpp"

namespace indicare::io {

/// Told of the bytes read so far of a file, from time to time.
using Progress = std::function<void(const std::string& file, std::uint64_t bytes)>;

/// What told the year of a return: the folder's name, the latest DECOM or DEC in it, the latest
/// year of a YEAR column, or the name of its one file.
enum class YearToldBy : std::uint8_t { name, dates, year_column, file_name };

/// What a folder, or a file, turned out to be.
struct FolderRead {
    int year = 0; ///< the year of the return
    YearToldBy told_by = YearToldBy::name;
    bool in_part = false; ///< reading a file failed after its first bytes: not to be counted
};

/// The year that a folder's name gives: a year itself (`2023`), or two that follow each other
/// (`2022-23`, `2022_2023`), of which the later; nothing for any other name.
std::optional<int> year_named(std::string_view folder);

/// The year that the name of a file holds, in one of the forms of `year_named` and not within a
/// longer number (`CLA_2021`, `903 2022-23 final`); nothing when it holds none, or different ones.
std::optional<int> year_in_name(std::string_view file);

/// Reads a folder of CSV files (`*.csv`, in order of their names) as one annual return, or as one
/// longitudinal extract where the options say so. Where it holds none, its XML files (`*.xml`) are
/// the return.
///
/// Its year is that of the folder's name, else the latest of its YEAR columns, else the reporting
/// year of the latest DECOM or DEC in it.
/// Other files are findings. Nothing when the folder cannot be read, holds no table or
/// gives no year; a finding says why.
std::optional<FolderRead> read_folder(ReturnReader& reader, const std::filesystem::path& folder,
                                      const Progress& progress = {});

/// Reads a return: a folder, as `read_folder` does, or an XML file by itself. The file's year is
/// that of the name of the folder that it lies in, else the one that its own name holds, else the
/// reporting year of its latest DECOM or DEC.
std::optional<FolderRead> read_return(ReturnReader& reader, const std::filesystem::path& path,
                                      const Progress& progress = {});

/// The day that a text of one of the forms of a date field names; none for any other text.
care::Date date_of(std::string_view text);

/// A file's text, whole; nothing when it cannot be read.
std::optional<std::string> text_of_file(const std::filesystem::path& file);

} // namespace indicare::io
