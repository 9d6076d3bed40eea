#include <algorithm>
#include <string>
#include <vector>

#include "figure_words.hpp"
#include "indicare/io/reconciliation_writer.hpp"
#include "reconciliation_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using scorecard::Figure;
using scorecard::PublishedCell;
using scorecard::ReconciledFigure;
using scorecard::Reconciliation;

namespace {

std::string signed_text(std::int64_t number) {
    return (number > 0 ? "+" : "") + with_commas(number);
}

/// `154 of 254`; nothing for a count.
std::string own_made_of(const Figure& own) {
    const auto denominator = own.denominator();
    if (!own.is_available() || !denominator)
        return {};
    return with_commas(own.numerator()) + " of " + with_commas(*denominator);
}

std::string cell_or_symbol(const PublishedCell& cell) {
    const auto number = cell.whole_number();
    return number ? with_commas(*number) : cell.text().empty() ? "?" : cell.text();
}

std::string published_made_of(const ReconciledFigure& figure) {
    if (figure.own.definition().unit == indicators::Unit::children)
        return {};
    return cell_or_symbol(figure.published.numerator) + " of " +
           cell_or_symbol(figure.published.denominator);
}

/// `+12 of -22`; what is not published is a `?`.
std::string difference_of(const ReconciledFigure& figure) {
    if (figure.verdict != scorecard::Verdict::differs)
        return std::string(name_of(figure.verdict));
    const auto text = [](std::optional<std::int64_t> number) {
        return number ? signed_text(*number) : std::string("?");
    };
    const std::string above = text(figure.numerator_difference);
    return figure.own.definition().unit == indicators::Unit::children
               ? above
               : above + " of " + text(figure.denominator_difference);
}

std::string explained(const ReconciledFigure& figure) {
    if (figure.verdict != scorecard::Verdict::differs)
        return figure.untold_because;
    std::string text =
        figure.explanations.empty() ? "no policy explains it" : explanations_of(figure);
    const std::int64_t undetermined = figure.own.undetermined();
    if (figure.undetermined_could_account)
        text += "; " + with_commas(undetermined) +
                (undetermined == 1 ? " undetermined child" : " undetermined children") +
                " could account for it";
    return text;
}

/// Whether two releases say the same of an indicator.
bool say_the_same(const ReconciledFigure& left, const ReconciledFigure& right) {
    const auto& a = left.published;
    const auto& b = right.published;
    return a.indicator == b.indicator && a.numerator == b.numerator &&
           a.denominator == b.denominator && a.figure == b.figure;
}

bool of_several_releases(const Reconciliation& reconciliation) {
    const auto& figures = reconciliation.figures;
    return std::any_of(figures.begin(), figures.end(), [&](const ReconciledFigure& figure) {
        return figure.published.release != figures.front().published.release;
    });
}

std::vector<std::string> row_of(const ReconciledFigure& figure, const std::string& releases) {
    const indicators::Definition& definition = figure.own.definition();
    const std::string mark = figure.own.is_available() && figure.own.undetermined() > 0 ? "*" : " ";
    return {"  " + std::string(definition.title) + std::string(hint_of(definition.unit)) + releases,
            with_unit(figure.own.printed(), definition.unit) + mark,
            own_made_of(figure.own),
            with_unit(printed_of(figure), definition.unit),
            published_made_of(figure),
            difference_of(figure),
            explained(figure)};
}

/// A row for each figure, or for all releases that say the same of it.
void add_rows(const std::vector<ReconciledFigure>& figures, bool with_releases, TextTable& table) {
    for (std::size_t first = 0; first < figures.size();) {
        const ReconciledFigure& figure = figures[first];
        const auto family = figure.own.definition().family;
        if (first == 0 || figures[first - 1].own.definition().family != family) {
            table.add({""});
            table.add({std::string(name_of(family))});
        }
        std::string releases;
        std::size_t next = first;
        for (; next < figures.size() && say_the_same(figure, figures[next]); ++next)
            releases +=
                (next == first ? "" : ", ") + std::to_string(figures[next].published.release);
        table.add(row_of(figure, with_releases ? " (" + releases + ")" : ""));
        first = next;
    }
}

std::string summary_of(const Reconciliation& reconciliation) {
    const auto& figures = reconciliation.figures;
    const auto count = [&figures](auto&& is) {
        return std::to_string(std::count_if(figures.begin(), figures.end(), is));
    };
    const auto are = [](scorecard::Verdict verdict) {
        return [verdict](const ReconciledFigure& figure) { return figure.verdict == verdict; };
    };
    return std::to_string(figures.size()) +
           " published figures: " + count(are(scorecard::Verdict::same)) + " the same, " +
           count(are(scorecard::Verdict::differs)) + " differ (" +
           count([](const ReconciledFigure& figure) { return !figure.explanations.empty(); }) +
           " explained), " + count(are(scorecard::Verdict::cannot_be_told)) + " cannot be told.\n";
}

} // namespace

std::string to_table(const Reconciliation& reconciliation) {
    const auto& figures = reconciliation.figures;
    std::string out = (reconciliation.authority.empty() ? "" : reconciliation.authority + ", ") +
                      "as at " + long_date(reconciliation.as_at) +
                      ", beside what DfE published\n\n";
    TextTable table(true);
    table.add({"", "own ", "", "published", "", "difference", "explained by"});
    add_rows(figures, of_several_releases(reconciliation), table);
    out += table.text() + "\n" + summary_of(reconciliation);
    if (std::any_of(figures.begin(), figures.end(), [](const ReconciledFigure& figure) {
            return figure.own.is_available() && figure.own.undetermined() > 0;
        }))
        out += "*  some children are undetermined, and in neither number\n";
    return out;
}

} // namespace indicare::io
