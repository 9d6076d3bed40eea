#include "indicare/io/benchmarks.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "bundled_text.hpp"
#include "compact_set.hpp"
#include "csv_writer.hpp"
#include "file_blocks.hpp"
#include "indicare/io/neighbours_file.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/io/return_folder.hpp"
#include "list_reader.hpp"

namespace indicare::io {

using scorecard::Benchmarks;
using scorecard::NeighbourList;

namespace {

/// The last run of four digits in a text; 0 where there is none.
int last_year_in(std::string_view text) {
    for (std::size_t at = text.size(); at >= 4; --at)
        if (const auto year = return_year(text.substr(at - 4, 4)))
            return *year;
    return 0;
}

void set(std::vector<NeighbourList>& lists, NeighbourList list) {
    const auto at = std::find_if(lists.begin(), lists.end(), [&list](const NeighbourList& each) {
        return each.edition() == list.edition();
    });
    if (at == lists.end())
        lists.push_back(std::move(list));
    else
        *at = std::move(list);
}

/// Populations divide rates by the mid-year estimate of the year before.
int edition_of(const Benchmarks& benchmarks) {
    int latest = 0;
    for (const scorecard::Place& place : benchmarks.statistics.places())
        for (const auto& [year, people] : benchmarks.populations.all_of(place.old_code))
            latest = std::max(latest, year - 1);
    return latest;
}

bool is_of_population(std::string_view text) {
    const auto has = [text](std::string_view column) { return has_column(text, column); };
    return (has("POPULATION_ESTIMATE") && has("AGE_GROUP")) ||
           (has("AUTHORITY") && has("POPULATION"));
}

/// The CSV files of a folder and the folders in it, by name; nothing when it cannot be read.
std::optional<std::vector<std::filesystem::path>>
csv_files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    std::filesystem::recursive_directory_iterator at(folder, error);
    for (; !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error))
        if (at->is_regular_file(error) && is_csv(at->path()))
            files.push_back(at->path());
    if (error)
        return std::nullopt;
    std::sort(files.begin(), files.end());
    return files;
}

/// Adds a file's text; whether anything of it could be used.
bool add_text(std::string_view text, const std::string& file, PublishedReader& reader,
              Benchmarks& benchmarks, quality::Findings& findings) {
    if (is_of_neighbours(text)) {
        const int edition = last_year_in(file.substr(file.find_last_of("/\\") + 1));
        auto list = read_neighbours(text, file, edition, findings);
        if (list)
            set(benchmarks.neighbours, std::move(*list));
        return list.has_value();
    }
    if (is_of_population(text))
        return read_populations(text, file, benchmarks.populations, findings);
    reader.begin_file(file);
    reader.feed(text);
    return reader.end_file() > 0;
}

/// Adds what a file holds; whether it could be read.
bool add_file(const std::filesystem::path& file, PublishedReader& reader, Benchmarks& benchmarks,
              quality::Findings& findings) {
    const std::string name = name_in_folder(file);
    const auto text = text_of_file(file);
    if (text)
        add_text(*text, name, reader, benchmarks, findings);
    else
        findings.add({quality::FindingCode::file_unreadable,
                      name,
                      0,
                      {},
                      {},
                      {},
                      "the file cannot be read"});
    return text.has_value();
}

std::string file_text_of(const NeighbourList& list,
                         const scorecard::PublishedStatistics& statistics) {
    std::map<std::string, std::span<const std::string>> rows;
    for (const scorecard::Place& place : statistics.places())
        if (const auto neighbours = list.of(place.old_code); !neighbours.empty())
            rows[place.old_code] = neighbours;
    std::string out = "old_la_code";
    for (int number = 1; number <= 10; ++number)
        out += ",SN_" + std::to_string(number);
    for (const auto& [authority, neighbours] : rows) {
        out += "\n" + authority;
        for (std::size_t number = 0; number < 10; ++number)
            out += "," + (number < neighbours.size() ? neighbours[number] : "");
    }
    return out + "\n";
}

std::string population_of(const Benchmarks& benchmarks, int first_year) {
    std::map<std::string, std::map<int, std::int64_t>> rows;
    for (const scorecard::Place& place : benchmarks.statistics.places())
        if (!place.old_code.empty())
            rows[place.old_code] = benchmarks.populations.all_of(place.old_code);
    std::string out = "authority,year,population\n";
    for (const auto& [authority, years] : rows)
        for (auto at = years.lower_bound(first_year); at != years.end(); ++at)
            append_csv_row(out, {authority, std::to_string(at->first), std::to_string(at->second)});
    return out;
}

} // namespace

Benchmarks bundled_benchmarks() {
    Benchmarks benchmarks;
    quality::Findings findings;
    const std::span<const BundledText> texts = bundled_texts();
    const auto named = [texts](std::string_view name) {
        const auto at = std::find_if(texts.begin(), texts.end(),
                                     [name](const BundledText& each) { return each.name == name; });
        return at == texts.end() ? std::string_view() : at->text;
    };
    const CompactPlaces places = read_compact_places(named("places"), benchmarks.statistics);
    for (const auto& [name, text] : texts)
        if (is_of_neighbours(text))
            set(benchmarks.neighbours,
                *read_neighbours(text, std::string(name), last_year_in(name), findings));
        else if (is_of_population(text))
            read_populations(text, std::string(name), benchmarks.populations, findings);
        else
            read_compact_figures(name, text, places, benchmarks.statistics);
    benchmarks.population_edition = edition_of(benchmarks);
    return benchmarks;
}

bool add_benchmarks(const std::filesystem::path& folder, const PublishedMapping& mapping,
                    Benchmarks& benchmarks, quality::Findings& findings) {
    const auto files = csv_files_in(folder);
    if (!files)
        return false;
    PublishedReader reader(mapping, benchmarks.statistics, findings);
    bool read = true;
    for (const std::filesystem::path& file : *files)
        read = add_file(file, reader, benchmarks, findings) && read;
    benchmarks.population_edition = edition_of(benchmarks);
    return read;
}

bool add_benchmark_file(std::string_view text, const std::string& file,
                        const PublishedMapping& mapping, Benchmarks& benchmarks,
                        quality::Findings& findings) {
    PublishedReader reader(mapping, benchmarks.statistics, findings);
    const bool used = add_text(text, file, reader, benchmarks, findings);
    benchmarks.population_edition = edition_of(benchmarks);
    return used;
}

std::map<std::string, std::string> compact(const Benchmarks& benchmarks, int first_year) {
    auto files = to_compact_set(benchmarks.statistics, first_year);
    for (const NeighbourList& list : benchmarks.neighbours)
        files["neighbours_" + std::to_string(list.edition()) + ".csv"] =
            file_text_of(list, benchmarks.statistics);
    files["population.csv"] = population_of(benchmarks, first_year);
    return files;
}

} // namespace indicare::io
