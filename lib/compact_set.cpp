#include "compact_set.hpp"

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "csv_writer.hpp"
#include "fields.hpp"
#include "indicare/io/csv.hpp"

namespace indicare::io {

using scorecard::Level;
using scorecard::PublishedCell;
using scorecard::PublishedFigure;
using scorecard::PublishedStatistics;

namespace {

constexpr std::array<std::string_view, 3> level_names = {"authority", "region", "nation"};

std::optional<Level> level_named(std::string_view name) {
    for (std::size_t i = 0; i < level_names.size(); ++i)
        if (level_names[i] == name)
            return static_cast<Level>(i);
    return std::nullopt;
}

/// What stands for a place in the files of indicators: an old code has three characters.
const std::string& key_of(const scorecard::Place& place) {
    return place.level == Level::authority ? place.old_code : place.code;
}

std::string cell_of(const PublishedFigure& figure) {
    std::string cell =
        figure.numerator.text() + "/" + figure.denominator.text() + "/" + figure.figure.text();
    cell.erase(cell.find_last_not_of('/') + 1);
    return cell;
}

PublishedFigure figure_in(std::string_view cell) {
    PublishedFigure figure;
    for (PublishedCell* part : {&figure.numerator, &figure.denominator, &figure.figure}) {
        const std::string_view text = cell.substr(0, cell.find('/'));
        *part = PublishedCell(text);
        cell.remove_prefix(std::min(text.size() + 1, cell.size()));
    }
    return figure;
}

using Years = std::map<int, std::string>;
using Rows = std::map<std::pair<std::string, int>, Years>; // place, release

/// The file of one indicator.
std::string csv_text_of(const Rows& rows) {
    std::set<int> years;
    for (const auto& [key, cells] : rows)
        for (const auto& [year, cell] : cells)
            years.insert(year);
    std::string out = "place,release";
    for (const int year : years)
        out += "," + std::to_string(year);
    std::map<std::pair<std::string, int>, std::string> said; // place, year
    for (const auto& [key, cells] : rows) {
        out += "\n" + key.first + "," + std::to_string(key.second);
        for (const int year : years) {
            out += ',';
            const auto at = cells.find(year);
            if (at == cells.end())
                continue;
            std::string& before = said[{key.first, year}];
            out += before == at->second ? "=" : at->second;
            before = at->second;
        }
    }
    return out + "\n";
}

template <class Take>
void scan(std::string_view text, Take&& take) {
    CsvScanner scanner;
    const auto ignore = [](CsvFault, std::uint64_t, std::size_t, std::string_view) {};
    scanner.feed(text, take, ignore);
    scanner.finish(take, ignore);
}

} // namespace

std::map<std::string, std::string> to_compact_set(const PublishedStatistics& statistics,
                                                  int first_year) {
    std::map<std::string, scorecard::Place>
        places; // of a place that changed, as it was published last
    std::map<std::string, int> described;
    std::map<std::size_t, Rows> rows;
    for (const PublishedFigure& figure : statistics.figures()) {
        if (figure.year < first_year)
            continue;
        const scorecard::Place& place = statistics.places()[figure.place];
        const std::string& key = key_of(place);
        if (int& release = described[key]; figure.release > release) {
            release = figure.release;
            places[key] = place;
        }
        rows[figure.indicator][{key, figure.release}].try_emplace(figure.year, cell_of(figure));
    }
    std::map<std::string, std::string> files;
    std::string& list = files["places.csv"] = "place,level,code,old_code,name,region\n";
    for (const auto& [key, place] : places)
        append_csv_row(list, {key, std::string(level_names[static_cast<std::size_t>(place.level)]),
                              place.code, place.old_code, place.name, place.region});
    for (const auto& [indicator, of_indicator] : rows)
        files[std::string(indicators::catalogue[indicator].id) + ".csv"] =
            csv_text_of(of_indicator);
    return files;
}

CompactPlaces read_compact_places(std::string_view text, PublishedStatistics& statistics) {
    CompactPlaces places;
    scan(text, [&](const CsvRow& row) {
        const auto level = row.size() == 6 ? level_named(row[1]) : std::nullopt;
        if (level)
            places[std::string(row[0])] =
                statistics.place({*level, std::string(row[4]), std::string(row[2]),
                                  std::string(row[3]), std::string(row[5])});
    });
    return places;
}

void read_compact_figures(std::string_view indicator, std::string_view text,
                          const CompactPlaces& places, PublishedStatistics& statistics) {
    const auto number = indicators::indicator_named(indicator);
    std::vector<int> years;                                      // of the columns
    std::map<std::pair<std::size_t, int>, PublishedFigure> said; // place, year
    scan(text, [&](const CsvRow& row) {
        if (years.empty()) {
            for (const std::string_view name : row.fields())
                years.push_back(whole_number(name).value_or(0));
            return;
        }
        const auto place = places.find(row[0]);
        const auto release = row.size() == years.size() ? whole_number(row[1]) : std::nullopt;
        if (!number || !release || place == places.end())
            return;
        for (std::size_t at = 2; at < row.size(); ++at) {
            if (row[at].empty())
                continue;
            PublishedFigure& figure = said[{place->second, years[at]}];
            if (row[at] != "=")
                figure = figure_in(row[at]);
            figure.indicator = *number;
            figure.place = place->second;
            figure.year = years[at];
            figure.release = *release;
            statistics.add(figure);
        }
    });
}

} // namespace indicare::io
