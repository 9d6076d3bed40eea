#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "chance_words.hpp"
#include "comparison_words.hpp"
#include "figure_words.hpp"
#include "indicare/io/comparison_writer.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "text_table.hpp"

namespace indicare::io {

using scorecard::Answer;
using scorecard::AssessedFigure;
using scorecard::BenchmarkKind;
using scorecard::Caveat;
using scorecard::ComparedFigure;
using scorecard::ComparedScorecard;
using scorecard::Comparison;

namespace {

using Assessed = std::span<const AssessedFigure>;

constexpr BenchmarkKind kinds_shown[] = {BenchmarkKind::england, BenchmarkKind::region,
                                         BenchmarkKind::neighbours_mean,
                                         BenchmarkKind::neighbours_median};

std::string_view mark_of(Answer answer) {
    constexpr std::string_view marks[] = {" +", " -", " >", " <", " =", " ?"};
    return marks[static_cast<std::size_t>(answer)];
}

std::string direction_of(const ComparedFigure& figure) {
    if (!figure.direction)
        return {};
    constexpr std::string_view words[] = {"improving", "worsening", "rising",
                                          "falling",   "unchanged", "?"};
    return std::string(words[static_cast<std::size_t>(figure.direction->answer)]) +
           std::string(chance_mark(figure.direction->change.tested.significance));
}

std::string cell_of(const ComparedFigure& figure, BenchmarkKind kind) {
    const Comparison* comparison = figure.beside(kind);
    if (comparison == nullptr || comparison->benchmark.printed.empty())
        return {};
    std::string mark(mark_of(comparison->answer));
    mark += chance_mark(comparison->tested.significance);
    constexpr std::size_t width = 4; // so that the numbers stand under each other
    mark.resize(width, ' ');
    return with_unit(comparison->benchmark.printed, figure.own.definition().unit) + mark;
}

/// `-27`, or `-13 to -15` where rounding leaves it open.
std::string children_from(const ComparedFigure& figure, BenchmarkKind kind) {
    const Comparison* comparison = figure.beside(kind);
    if (comparison == nullptr || !comparison->distance)
        return {};
    const auto& distance = *comparison->distance;
    const auto text = [&distance](std::int64_t children) {
        const std::int64_t number = signed_children(distance, children);
        return (number > 0 ? "+" : "") + with_commas(number);
    };
    return distance.least == distance.most ? text(distance.least)
                                           : text(distance.least) + " to " + text(distance.most);
}

/// The years of a figure's benchmarks: `2022`.
std::string years_of(const ComparedFigure& figure) {
    std::vector<std::string> years;
    for (const Comparison& comparison : figure.comparisons)
        if (comparison.benchmark.value)
            years.push_back(std::to_string(comparison.benchmark.year));
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    std::string text;
    for (const std::string& year : years)
        text += (text.empty() ? "" : ", ") + year;
    return text;
}

std::vector<std::string> row_of(const ComparedFigure& figure) {
    const indicators::Definition& definition = figure.own.definition();
    std::vector<std::string> row = {
        "  " + std::string(definition.title) + std::string(hint_of(definition.unit)),
        with_unit(figure.own.printed, definition.unit),
        limits_words(figure.limits.limits, definition.unit),
        figure.direction ? with_unit(figure.direction->before.printed, definition.unit) : "",
        direction_of(figure)};
    for (const BenchmarkKind kind : kinds_shown)
        row.push_back(cell_of(figure, kind));
    row.push_back(children_from(figure, BenchmarkKind::neighbours_mean));
    row.push_back(figure.rank ? std::to_string(figure.rank->ranking.rank) + " of " +
                                    std::to_string(figure.rank->ranking.of)
                              : "");
    row.push_back(figure.rank ? std::string(name_of(figure.rank->ranking.band)) : "");
    row.push_back(years_of(figure));
    return row;
}

void add_assessed(std::string& out, Assessed assessed, scorecard::Assessment which,
                  std::string_view heading) {
    bool first = true;
    for (const AssessedFigure& each : assessed) {
        if (each.assessment != which)
            continue;
        if (first)
            out += "\n" + std::string(heading) + "\n";
        first = false;
        const indicators::Definition& definition = each.figure->own.definition();
        out += "  " + std::string(definition.title) + ", " +
               with_unit(each.figure->own.printed, definition.unit) + ":";
        for (const std::string& reason : each.reasons)
            out += " " + reason;
        out += "\n";
    }
}

/// Each sentence once, with the titles of the first indicators that it is said of.
void add_caveats(std::string& out, const ComparedScorecard& scorecard) {
    std::vector<std::pair<std::string, std::vector<std::string_view>>> said;
    for (const ComparedFigure& figure : scorecard.figures) {
        if (!figure.own.value)
            continue;
        std::vector<Caveat> caveats = caveats_of(figure, nullptr);
        for (const BenchmarkKind kind : kinds_shown)
            if (const Comparison* comparison = figure.beside(kind))
                caveats.insert(caveats.end(), comparison->caveats.begin(),
                               comparison->caveats.end());
        for (const Caveat& caveat : caveats) {
            auto at = std::find_if(said.begin(), said.end(),
                                   [&](const auto& each) { return each.first == caveat.text; });
            if (at == said.end())
                at = said.insert(said.end(), {caveat.text, {}});
            if (at->second.empty() || at->second.back() != figure.own.definition().title)
                at->second.push_back(figure.own.definition().title);
        }
    }
    if (!said.empty())
        out += "\nTo be borne in mind\n";
    for (const auto& [text, titles] : said)
        out += "  " + text + " (" + std::string(titles.front()) +
               (titles.size() > 1 ? ", and " + std::to_string(titles.size() - 1) + " more" : "") +
               ")\n";
}

void add_cautions(std::string& out, const ComparedScorecard& scorecard) {
    const std::size_t tests =
        tests_of(scorecard, {BenchmarkKind::england, BenchmarkKind::region,
                             BenchmarkKind::neighbours_mean, BenchmarkKind::neighbours_median});
    if (tests == 0)
        return;
    out += "\nLimits and chance\n  " + std::string(methods_sentence) + "\n";
    for (const scorecard::Caution& caution : scorecard::cautions_of_comparisons(tests))
        out += "  " + caution.text + "\n";
}

/// A line for each edition of the neighbours that figures are laid beside.
std::string neighbours_of(const ComparedScorecard& scorecard) {
    std::map<int, std::vector<std::string>> editions;
    for (const ComparedFigure& figure : scorecard.figures) {
        const Comparison* comparison = figure.beside(BenchmarkKind::neighbours_mean);
        if (comparison == nullptr || !figure.own.value)
            continue;
        auto& names = editions[comparison->benchmark.edition];
        for (const auto* some :
             {&comparison->benchmark.counted, &comparison->benchmark.without_value})
            for (const std::string& name : *some)
                if (std::find(names.begin(), names.end(), name) == names.end())
                    names.push_back(name);
    }
    std::string out;
    for (auto& [edition, names] : editions) {
        std::sort(names.begin(), names.end());
        out += "Statistical neighbours (" + std::to_string(edition) + " list):";
        for (const std::string& name : names)
            out += (&name == &names.front() ? " " : ", ") + name;
        out += "\n";
    }
    return out;
}

std::size_t add_rows(const ComparedScorecard& scorecard, TextTable& table) {
    std::size_t without = 0;
    std::optional<indicators::Family> family;
    for (const ComparedFigure& figure : scorecard.figures) {
        if (!figure.own.value) {
            ++without;
            continue;
        }
        if (family != figure.own.definition().family) {
            family = figure.own.definition().family;
            table.add({""});
            table.add({std::string(name_of(*family))});
        }
        table.add(row_of(figure));
    }
    return without;
}

} // namespace

std::string to_table(const ComparedScorecard& scorecard, Assessed assessed) {
    const auto& authority = scorecard.authority;
    std::string out = authority.name + " (" + authority.old_code + "), year to 31 March " +
                      std::to_string(scorecard.year) + "\n" + neighbours_of(scorecard) + "\n";
    TextTable table(false);
    table.add({"", "own", "95% limits", "before", "direction", "England    ",
               authority.region + "    ", "neighbours' mean    ", "median    ",
               "children from mean", "rank", "band", "compared with"});
    const std::size_t without = add_rows(scorecard, table);
    out += table.text() + "\n+ better than this, - worse, > higher, < lower, = the same, ? cannot "
                          "be told from what was published\n! by more than chance explains (95%), "
                          "!! by far more (99.8%)\n";
    if (without > 0)
        out += std::to_string(without) + " indicators have no figure.\n";
    add_assessed(out, assessed, scorecard::Assessment::strength, "Strengths");
    add_assessed(out, assessed, scorecard::Assessment::area_for_development,
                 "Areas for development");
    add_caveats(out, scorecard);
    add_cautions(out, scorecard);
    return out;
}

} // namespace indicare::io
