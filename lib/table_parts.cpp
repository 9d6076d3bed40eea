#include "table_parts.hpp"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "file_blocks.hpp"
#include "threads.hpp"

namespace indicare::io {

namespace {

/// A stretch of a file, in bytes.
struct Stretch {
    std::uint64_t begin;
    std::uint64_t end;
};

/// A part of a table, read apart from the others.
struct TablePart {
    TablePart(const Intake& main, const TableReader& begun)
        : intake(main.options), table(begun.part_into(intake)) {}

    Intake intake;
    TableReader table;
    bool is_whole = false; ///< all of it could be read
};

constexpr std::uint64_t least_part = std::uint64_t{1} << 20;

/// The first line of a file with its line end; empty where it is no plain row of column names.
std::string first_line(const std::filesystem::path& file) {
    std::string line;
    read_file(file, [&line](std::string_view piece) {
        line = piece.substr(0, piece.find('\n') + 1);
        return false;
    });
    return line.find('"') == std::string::npos ? line : std::string();
}

/// Where the line begins that follows the one that holds the byte `at`; the end of the file, or
/// further than a part is long, where there is none.
std::uint64_t after_line(const std::filesystem::path& file, std::uint64_t at) {
    std::uint64_t seen = at;
    bool found = false;
    read_file(
        file,
        [&](std::string_view piece) {
            const std::size_t line_end = piece.find('\n');
            found = line_end != std::string_view::npos;
            seen += found ? line_end + 1 : piece.size();
            return !found && seen - at < least_part;
        },
        at);
    return seen;
}

/// The parts of a file, each of which begins with a line; one alone where it is small.
std::vector<Stretch> parts_of(const std::filesystem::path& file, std::uint64_t size,
                              std::uint64_t most) {
    const std::uint64_t count = std::clamp<std::uint64_t>(size / least_part, 1, most);
    std::vector<Stretch> parts;
    std::uint64_t begin = 0;
    for (std::uint64_t part = 1; part < count; ++part) {
        const std::uint64_t end = after_line(file, std::max(begin, size / count * part));
        if (end >= size)
            break;
        parts.push_back({begin, end});
        begin = end;
    }
    parts.push_back({begin, size});
    return parts;
}

/// Feeds a stretch of a file, and calls `read(bytes)` after each piece; whether all of it could be
/// read.
template <class Read>
bool feed(TableReader& table, const std::filesystem::path& file, Stretch stretch, Read&& read) {
    std::uint64_t left = stretch.end - stretch.begin;
    read_file(
        file,
        [&](std::string_view piece) {
            piece = piece.substr(0, std::min<std::uint64_t>(left, piece.size()));
            table.feed(piece);
            left -= piece.size();
            read(piece.size());
            return left != 0;
        },
        stretch.begin);
    return left == 0;
}

/// A part that knows its columns; nothing where those cannot be told from the first line.
std::unique_ptr<TablePart> begin_part(const Intake& main, const TableReader& begun,
                                      const std::string& columns) {
    auto part = std::make_unique<TablePart>(main, begun);
    part->table.feed(columns);
    part->intake.findings = quality::Findings(main.options.findings_kept); // the whole has them too
    return part->table.knows_columns() ? std::move(part) : nullptr;
}

std::unique_ptr<TablePart> read_part(std::unique_ptr<TablePart> part,
                                     const std::filesystem::path& file, Stretch stretch,
                                     bool is_last) {
    part->is_whole = feed(part->table, file, stretch, [](std::size_t) {});
    if (is_last)
        part->table.finish_part();
    return part;
}

} // namespace

std::optional<FileFed> feed_in_parts(TableReader& table, Intake& intake,
                                     const std::filesystem::path& file,
                                     const std::function<void(std::uint64_t)>& progress) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    const unsigned threads = threads_of(intake.options);
    if (error || threads < 2 || intake.options.checks || intake.postcodes)
        return std::nullopt;
    const std::vector<Stretch> stretches = parts_of(file, size, threads);
    if (stretches.size() < 2)
        return std::nullopt;

    const std::string columns = first_line(file);
    std::vector<std::future<std::unique_ptr<TablePart>>> others;
    for (std::size_t at = 1; at < stretches.size(); ++at) {
        auto part = begin_part(intake, table, columns);
        if (!part)
            return std::nullopt;
        others.push_back(std::async(std::launch::async, read_part, std::move(part), std::cref(file),
                                    stretches[at], at + 1 == stretches.size()));
    }

    FileFed fed;
    const auto count = [&](std::size_t bytes) { progress(fed.bytes += bytes); };
    fed.whole = feed(table, file, stretches[0], count);
    for (std::size_t at = 1; at < stretches.size() && fed.whole; ++at) {
        const auto part = others[at - 1].get();
        const bool is_last = at + 1 == stretches.size();
        const bool has_room = intake.records.authority_count() +
                                  std::size_t{part->intake.records.authority_count()} <=
                              care::Records::most_authorities;
        const bool can_be_taken = part->is_whole && has_room && table.is_between_rows() &&
                                  (is_last || part->table.is_between_rows());
        if (can_be_taken) {
            table.take_over(part->table, part->intake);
            count(stretches[at].end - stretches[at].begin);
        } else {
            fed.whole = feed(table, file, stretches[at], count);
        }
    }
    return fed;
}

} // namespace indicare::io
