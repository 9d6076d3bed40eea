#include "chance_section.hpp"

#include <algorithm>

#include "chance_words.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "report_tables.hpp"

namespace indicare::io {

using indicators::catalogue;
using scorecard::BenchmarkKind;
using scorecard::ComparedFigure;
using scorecard::Report;

namespace {

constexpr std::string_view nothing_told = "-";

std::string or_none(std::string text) {
    if (text.empty())
        text = nothing_told;
    return text;
}

std::string significance_beside(const ComparedFigure& figure, BenchmarkKind kind) {
    const scorecard::Comparison* comparison = figure.beside(kind);
    return comparison == nullptr || !comparison->benchmark.value
               ? std::string(nothing_told)
               : std::string(name_of(comparison->tested.significance));
}

std::vector<std::string> chances_of(const ComparedFigure& figure) {
    const indicators::Definition& definition = figure.own.definition();
    std::vector<std::string> row = {
        std::string(definition.title) + std::string(hint_of(definition.unit)),
        printed_of(figure.own), or_none(limits_words(figure.limits.limits, definition.unit))};
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean})
        row.push_back(significance_beside(figure, kind));
    const auto& direction = figure.direction;
    row.push_back(or_none(direction ? change_words(direction->change.limits, definition.unit)
                                    : std::string()));
    row.push_back(direction ? std::string(name_of(direction->change.tested.significance))
                            : std::string(nothing_told));
    return row;
}

DocumentTable chance_table(const Report& report, indicators::Family family) {
    DocumentTable table{std::string(name_of(family)) + ": limits and chance",
                        {"Indicator", "Figure", "95% limits", "Than England", "Than the region",
                         "Than neighbours' mean", "Change from the year before, 95% limits",
                         "Than the year before"},
                        {},
                        true};
    for (const ComparedFigure& figure : report.compared.figures)
        if (figure.own.definition().family == family && figure.limits.limits)
            table.rows.push_back(chances_of(figure));
    return table;
}

bool has_limits(const ComparedFigure& figure) {
    return figure.limits.limits.has_value();
}

} // namespace

std::vector<std::string> cautions_of(const Report& report) {
    std::vector<std::string> texts;
    const std::size_t tests =
        tests_of(report.compared,
                 {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean});
    for (scorecard::Caution& caution : scorecard::cautions_of_comparisons(tests))
        texts.push_back(std::move(caution.text));
    return texts;
}

std::vector<std::string> without_limits(const Report& report) {
    std::vector<std::pair<std::string, std::string>> reasons;
    for (const ComparedFigure& figure : report.compared.figures) {
        const indicators::Definition& definition = figure.own.definition();
        if (has_limits(figure) || !figure.own.value ||
            definition.unit == indicators::Unit::children)
            continue;
        const auto at = std::find_if(reasons.begin(), reasons.end(), [&](const auto& each) {
            return each.first == figure.limits.none_because;
        });
        if (at == reasons.end())
            reasons.emplace_back(figure.limits.none_because, definition.title);
        else
            at->second.append("; ").append(definition.title);
    }
    std::vector<std::string> sentences;
    sentences.reserve(reasons.size());
    for (const auto& [reason, titles] : reasons)
        sentences.push_back("Without limits, since " + reason + ": " + titles + ".");
    return sentences;
}

DocumentSection chance_section(const Report& report) {
    DocumentSection section{"chance", "What chance could do", {}, true};
    section.blocks.emplace_back(DocumentParagraph{std::string(methods_sentence)});
    section.blocks.emplace_back(DocumentHeading{"To be borne in mind"});
    section.blocks.emplace_back(DocumentList{cautions_of(report)});
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        if (i != 0 && catalogue[i].family == catalogue[i - 1].family)
            continue;
        DocumentTable table = chance_table(report, catalogue[i].family);
        if (!table.rows.empty())
            section.blocks.emplace_back(std::move(table));
    }
    if (auto sentences = without_limits(report); !sentences.empty())
        section.blocks.emplace_back(DocumentList{std::move(sentences)});
    return section;
}

} // namespace indicare::io
