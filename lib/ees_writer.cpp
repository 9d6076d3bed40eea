#include "indicare/io/ees_writer.hpp"

#include <array>
#include <utility>

#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "indicare/scorecard/certain_print.hpp"

// Source: DfE, Open data standards (analysts' guide), "Time and geography", "EES metadata" and
// "Data symbols"; DfE, eesyscreener, the checks of `screen_dfs`.

namespace indicare::io {

using indicators::Unit;
using scorecard::Benchmark;
using scorecard::BenchmarkKind;
using scorecard::KnownFigure;
using scorecard::Level;
using scorecard::Report;
using scorecard::TrendYear;

namespace {

enum class PartOfFigure : std::uint8_t { numerator, base, value };

/// One column of the data file: a part of an indicator's figure.
struct FigureColumn {
    std::size_t indicator = 0;
    PartOfFigure part{};

    const indicators::Definition& definition() const { return indicators::catalogue[indicator]; }
};

/// One row of it: a place in a year, by its number in the trends.
struct Row {
    std::size_t year = 0;
    Level level{};
};

std::string suffix_of(PartOfFigure part, Unit unit) {
    if (part == PartOfFigure::base)
        return "_base_count";
    if (part == PartOfFigure::numerator)
        return is_mean(unit) ? "_sum" : "_count";
    return unit == Unit::percent ? "_percent" : unit == Unit::per_10000 ? "_per_10000" : "_average";
}

std::string label_of(const FigureColumn& column) {
    const Unit unit = column.definition().unit;
    std::string title(column.definition().title);
    if (unit == Unit::children)
        return title;
    if (column.part == PartOfFigure::base)
        return title + (unit == Unit::per_10000 ? ": population aged 0-17" : ": out of");
    if (column.part == PartOfFigure::numerator)
        return title +
               (is_mean(unit) ? ": sum of " + std::string(sum_of(unit)) : std::string(": number"));
    return title + (unit == Unit::percent     ? ": percentage"
                    : unit == Unit::per_10000 ? ": per 10,000"
                                              : ": average");
}

/// A printed figure or symbol as the form takes it.
std::string cell_of(const std::string& printed) {
    using namespace scorecard;
    if (printed == rounds_to_zero || printed == "low")
        return "low";
    if (printed == not_applicable || printed == confidential)
        return printed;
    return exact::parse_decimal(printed) ? printed : not_available;
}

/// A number that a figure is made of; where it has none, the symbol that stands for the figure.
std::string cell_of(const KnownFigure& figure, const std::optional<std::int64_t>& number) {
    if (number && figure.undetermined == 0)
        return std::to_string(*number);
    return figure.value ? scorecard::not_available : cell_of(figure.printed);
}

std::string cell_of(const KnownFigure& figure, PartOfFigure part) {
    switch (part) {
    case PartOfFigure::numerator:
        return cell_of(figure, figure.numerator);
    case PartOfFigure::base:
        return cell_of(figure, figure.denominator);
    default:
        return prints_certainly(figure) ? cell_of(figure.printed) : scorecard::not_available;
    }
}

const Benchmark* benchmark_of(const TrendYear& year, Level level) {
    return year.beside(level == Level::nation ? BenchmarkKind::england : BenchmarkKind::region);
}

std::string cell_of(const Report& report, const Row& row, const FigureColumn& column) {
    const TrendYear& year = report.trends[column.indicator].years[row.year];
    if (row.level == Level::authority)
        return year.own ? cell_of(*year.own, column.part) : scorecard::not_available;
    const Benchmark* benchmark = benchmark_of(year, row.level);
    return benchmark != nullptr && column.part == PartOfFigure::value ? cell_of(benchmark->printed)
                                                                      : scorecard::not_available;
}

bool has_figure(const TrendYear& year, Level level) {
    return level == Level::authority ? year.own && year.own->value
                                     : benchmark_of(year, level) != nullptr;
}

bool has_figure(const scorecard::Trend& trend) {
    for (const TrendYear& year : trend.years)
        for (const Level level : {Level::nation, Level::region, Level::authority})
            if (has_figure(year, level))
                return true;
    return false;
}

std::vector<FigureColumn> figure_columns_of(const Report& report) {
    std::vector<FigureColumn> columns;
    for (std::size_t i = 0; i < report.trends.size(); ++i) {
        if (!has_figure(report.trends[i]))
            continue;
        columns.push_back({i, PartOfFigure::numerator});
        if (indicators::catalogue[i].unit == Unit::children)
            continue;
        columns.push_back({i, PartOfFigure::base});
        columns.push_back({i, PartOfFigure::value});
    }
    return columns;
}

std::vector<Row> rows_of(const Report& report) {
    std::vector<Row> rows;
    const std::size_t years = report.trends.empty() ? 0 : report.trends.front().years.size();
    for (std::size_t year = 0; year < years; ++year)
        for (const Level level : {Level::nation, Level::region, Level::authority})
            for (const scorecard::Trend& trend : report.trends)
                if (has_figure(trend.years[year], level)) {
                    rows.push_back({year, level});
                    break;
                }
    return rows;
}

/// The code of a region; `x` for what is none. Source: ONS, Register of Geographic Codes.
std::string_view code_of_region(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> codes[] = {
        {"North East", "E12000001"},    {"North West", "E12000002"},
        {"East Midlands", "E12000004"}, {"Yorkshire and The Humber", "E12000003"},
        {"West Midlands", "E12000005"}, {"East of England", "E12000006"},
        {"London", "E12000007"},        {"South East", "E12000008"},
        {"South West", "E12000009"},    {"Inner London", "E13000001"},
        {"Outer London", "E13000002"}};
    for (const auto& [region, code] : codes)
        if (region == name)
            return code;
    return scorecard::not_available;
}

using Fields = std::vector<std::string>;

void append_region(Fields& fields, const scorecard::PublishedAuthority& authority) {
    const std::string code(code_of_region(authority.region));
    fields.push_back(code);
    fields.push_back(code == scorecard::not_available ? "Not available" : authority.region);
}

/// Time and place; of the columns of a place only those that its level has are filled.
Fields unit_of(const Report& report, const Row& row) {
    const scorecard::PublishedAuthority& authority = report.compared.authority;
    static constexpr std::string_view levels[] = {"Local authority", "Regional", "National"};
    Fields fields = {std::to_string(report.trends.front().years[row.year].year), "Reporting year",
                     std::string(levels[static_cast<std::size_t>(row.level)]), "E92000001",
                     "England"};
    if (row.level == Level::nation)
        fields.insert(fields.end(), {"", ""});
    else
        append_region(fields, authority);
    if (row.level == Level::authority)
        fields.insert(fields.end(),
                      {authority.old_code, authority.name,
                       authority.code.empty() ? scorecard::not_available : authority.code});
    else
        fields.insert(fields.end(), {"", "", ""});
    return fields;
}

std::string column_name_of(const FigureColumn& column) {
    return std::string(column.definition().id) + suffix_of(column.part, column.definition().unit);
}

void append_row(std::string& out, const Fields& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out += i == 0 ? "" : ",";
        append_csv_field(out, fields[i]);
    }
    out += '\n';
}

std::string data_of(const Report& report, const std::vector<FigureColumn>& columns) {
    Fields header = {"time_period",  "time_identifier", "geographic_level", "country_code",
                     "country_name", "region_code",     "region_name",      "old_la_code",
                     "la_name",      "new_la_code"};
    for (const FigureColumn& column : columns)
        header.push_back(column_name_of(column));
    std::string out;
    append_row(out, header);
    for (const Row& row : rows_of(report)) {
        Fields fields = unit_of(report, row);
        for (const FigureColumn& column : columns)
            fields.push_back(cell_of(report, row, column));
        append_row(out, fields);
    }
    return out;
}

std::string meta_of(const std::vector<FigureColumn>& columns) {
    std::string out = "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,"
                      "filter_hint,filter_grouping_column\n";
    for (const FigureColumn& column : columns) {
        const Unit unit = column.definition().unit;
        const bool is_value = column.part == PartOfFigure::value;
        const unsigned places = is_value ? scorecard::printing_of(unit).precision.places() : 0U;
        append_csv_row(out, {column_name_of(column), "Indicator", label_of(column),
                             std::string(name_of(column.definition().family)),
                             is_value && unit == Unit::percent ? "%" : "", std::to_string(places),
                             "", ""});
    }
    return out;
}

} // namespace

EesFiles to_ees(const Report& report) {
    const std::vector<FigureColumn> columns = figure_columns_of(report);
    return {data_of(report, columns), meta_of(columns)};
}

} // namespace indicare::io
