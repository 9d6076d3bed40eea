#include "report_tables.hpp"

#include "breakdown_table.hpp"
#include "figure_words.hpp"
#include "indicare/scorecard/report_sentences.hpp"

namespace indicare::io {

using scorecard::Benchmark;
using scorecard::BenchmarkKind;
using scorecard::ComparedFigure;
using scorecard::KnownFigure;
using scorecard::Report;

namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view no_figure = "-";

std::string titled(const indicators::Definition& definition) {
    return std::string(definition.title) + std::string(hint_of(definition.unit));
}

std::string number_or_none(const std::optional<std::int64_t>& number) {
    return number ? with_commas(*number) : std::string(no_figure);
}

std::string direction_told(const ComparedFigure& figure) {
    if (!figure.direction)
        return std::string(no_figure);
    switch (figure.direction->answer) {
    case scorecard::Answer::better:
        return "improving";
    case scorecard::Answer::worse:
        return "worsening";
    case scorecard::Answer::higher:
        return "up";
    case scorecard::Answer::lower:
        return "down";
    case scorecard::Answer::same:
        return "no change";
    default:
        return "cannot be told";
    }
}

std::string printed_beside(const ComparedFigure& figure, BenchmarkKind kind) {
    const scorecard::Comparison* comparison = figure.beside(kind);
    return printed_of(comparison == nullptr ? nullptr : &comparison->benchmark,
                      figure.own.definition().unit, figure.own.year);
}

/// `133 of 148, D`, and of which year where that is not the figure's own.
std::string rank_of(const ComparedFigure& figure) {
    if (!figure.rank)
        return std::string(no_figure);
    const scorecard::Ranking& ranking = figure.rank->ranking;
    const std::string text = std::to_string(ranking.rank) + " of " + std::to_string(ranking.of) +
                             ", " + std::string(name_of(ranking.band));
    return figure.rank->year == figure.own.year
               ? text
               : text + " (" + std::to_string(figure.rank->year) + ")";
}

Cells figures_row(const ComparedFigure& figure) {
    const KnownFigure& own = figure.own;
    Cells row = {titled(own.definition()), printed_of(own), number_or_none(own.numerator),
                 number_or_none(own.denominator)};
    row.push_back(figure.direction ? printed_of(figure.direction->before) : std::string(no_figure));
    row.push_back(direction_told(figure));
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean})
        row.push_back(printed_beside(figure, kind));
    row.push_back(rank_of(figure));
    return row;
}

Cells years_row(const Report& report, std::size_t indicator) {
    const indicators::Definition& definition = indicators::catalogue[indicator];
    Cells row = {titled(definition)};
    for (const scorecard::TrendYear& year : report.trends[indicator].years)
        row.push_back(year.own ? printed_of(*year.own) : std::string(no_figure));
    return row;
}

bool has_any_year(const scorecard::Trend& trend) {
    for (const scorecard::TrendYear& year : trend.years)
        if (year.own && year.own->value)
            return true;
    return false;
}

std::string as_paragraph(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() ? "" : " ") + sentence;
    return text;
}

} // namespace

std::string printed_of(const KnownFigure& figure) {
    const indicators::Unit unit = figure.definition().unit;
    if (unit == indicators::Unit::children && figure.is_exact() && figure.numerator)
        return with_commas(*figure.numerator);
    if (figure.printed.empty())
        return scorecard::not_available;
    return with_unit(figure.printed, unit) + (figure.undetermined > 0 ? "*" : "");
}

std::string printed_of(const Benchmark* benchmark, indicators::Unit unit, int year) {
    if (benchmark == nullptr || benchmark->printed.empty())
        return std::string(no_figure);
    const std::string printed = with_unit(benchmark->printed, unit);
    return benchmark->year == year ? printed
                                   : printed + " (" + std::to_string(benchmark->year) + ")";
}

DocumentTable assessed_table(const Report& report, scorecard::Assessment assessment) {
    DocumentTable table{assessment == scorecard::Assessment::strength ? "Strengths"
                                                                      : "Areas for development",
                        {"Indicator", "Figure", "Why"},
                        {},
                        false};
    for (const scorecard::AssessedFigure& each : report.assessed)
        if (each.assessment == assessment)
            table.rows.push_back({std::string(each.figure->own.definition().title),
                                  value_words(each.figure->own), as_paragraph(each.reasons)});
    return table;
}

DocumentTable years_table(const Report& report, indicators::Family family) {
    DocumentTable table{std::string(name_of(family)) + ": the years", {"Indicator"}, {}, true};
    for (const scorecard::TrendYear& year : report.trends.front().years)
        table.head.push_back(std::to_string(year.year));
    for (std::size_t i = 0; i < report.trends.size(); ++i)
        if (indicators::catalogue[i].family == family && has_any_year(report.trends[i]))
            table.rows.push_back(years_row(report, i));
    return table;
}

DocumentTable breakdown_table(const Report& report, std::size_t breakdown) {
    const scorecard::BrokenDown& latest = report.breakdowns.rbegin()->second[breakdown];
    DocumentTable table{breakdown_title(latest.breakdown()), {"Group"}, {}, true};
    for (const auto& [year, of_year] : report.breakdowns)
        table.head.push_back(std::to_string(year));
    table.head.emplace_back("Children, " + std::to_string(report.breakdowns.rbegin()->first));
    for (std::size_t group = 0; group < latest.size(); ++group) {
        Cells row = {std::string(latest.label(group))};
        for (const auto& [year, of_year] : report.breakdowns)
            row.push_back(with_unit(of_year[breakdown].printed(group), indicators::Unit::percent));
        row.push_back(latest.is_available() ? with_commas(latest.number(group))
                                            : std::string(scorecard::not_available));
        table.rows.push_back(std::move(row));
    }
    return table;
}

DocumentTable figures_table(const Report& report, indicators::Family family) {
    DocumentTable table{std::string(name_of(family)),
                        {"Indicator", "Figure", "Numerator", "Denominator", "Year before",
                         "Direction", "England", "Region", "Neighbours' mean", "Rank and band"},
                        {},
                        true};
    for (const ComparedFigure& figure : report.compared.figures)
        if (figure.own.definition().family == family)
            table.rows.push_back(figures_row(figure));
    return table;
}

} // namespace indicare::io
