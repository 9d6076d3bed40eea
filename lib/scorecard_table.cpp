#include <map>
#include <string>
#include <vector>

#include "breakdown_table.hpp"
#include "chance_words.hpp"
#include "figure_words.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "text_table.hpp"

namespace indicare::io {

using scorecard::Figure;
using scorecard::Scorecard;

namespace {

/// The figure of one column, marked where children are undetermined.
std::string cell_of(const Figure& figure) {
    return with_unit(figure.printed(), figure.definition().unit) +
           (figure.is_available() && figure.undetermined() > 0 ? "*" : " ");
}

void add_reasons(std::string& out, std::span<const Scorecard> scorecards) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> in_order;
    for (const Scorecard& scorecard : scorecards)
        for (const Figure& figure : scorecard.figures)
            if (!figure.is_available() && ++counts[figure.unavailable_because()] == 1)
                in_order.push_back(figure.unavailable_because());
    for (const std::string& reason : in_order)
        out += "x  " + reason + ": " + std::to_string(counts[reason]) +
               (counts[reason] == 1 ? " figure\n" : " figures\n");
}

template <class Is>
bool any_figure(std::span<const Scorecard> scorecards, Is&& is) {
    for (const Scorecard& scorecard : scorecards)
        for (const Figure& figure : scorecard.figures)
            if (is(figure))
                return true;
    return false;
}

bool has_symbol(std::span<const Scorecard> scorecards, std::string_view symbol) {
    for (const Scorecard& scorecard : scorecards)
        for (const scorecard::BrokenDown& numbers : scorecard.breakdowns)
            for (std::size_t group = 0; group < numbers.size(); ++group)
                if (numbers.printed(group) == symbol)
                    return true;
    return any_figure(scorecards,
                      [symbol](const Figure& figure) { return figure.printed() == symbol; });
}

void add_notes(std::string& out, std::span<const Scorecard> scorecards) {
    if (any_figure(scorecards, [](const Figure& figure) {
            return figure.is_available() && figure.undetermined() > 0;
        }))
        out += "*  some children are undetermined, and in neither number\n";
    if (has_symbol(scorecards, scorecard::not_applicable))
        out += "z  nobody to count among\n";
    if (has_symbol(scorecards, scorecard::rounds_to_zero))
        out += "k  rounds to zero, but is not\n";
    add_reasons(out, scorecards);
    for (const Scorecard& scorecard : scorecards)
        for (const std::string& note : scorecard.notes)
            out += (scorecards.size() > 1 ? long_date(scorecard.as_at) + ": " : "") + note + "\n";
}

void add_limits_note(std::string& out) {
    out += "\n95% limits\n";
    for (const scorecard::Caution& caution : scorecard::cautions_of_limits())
        out += "  " + caution.text + "\n";
}

/// One authority's scorecards, date by date, as the columns of one table.
std::string table_of(std::span<const Scorecard> scorecards) {
    const Scorecard& latest = scorecards.back();
    std::string out = (latest.authority.empty() ? "" : latest.authority + ", ") + "as at " +
                      long_date(latest.as_at) + "\n\n";
    TextTable table(true);
    std::vector<std::string> dates = {""};
    for (const Scorecard& scorecard : scorecards)
        dates.push_back(scorecard.as_at.text() + " ");
    dates.emplace_back("95% limits");
    dates.push_back(scorecards.size() == 1 ? "" : "numbers of " + latest.as_at.text());
    bool any_limits = false;
    table.add(dates);
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
        const indicators::Definition& definition = indicators::catalogue[i];
        if (i == 0 || indicators::catalogue[i - 1].family != definition.family) {
            if (i != 0)
                table.add({""});
            table.add({std::string(name_of(definition.family))});
        }
        std::vector<std::string> row = {"  " + std::string(definition.title) +
                                        std::string(hint_of(definition.unit))};
        for (const Scorecard& scorecard : scorecards)
            row.push_back(cell_of(scorecard.figures[i]));
        row.push_back(limits_words(limits_of(latest.figures[i]).limits, definition.unit));
        any_limits = any_limits || !row.back().empty();
        row.push_back(made_of(latest.figures[i]));
        table.add(std::move(row));
    }
    out += table.text() + "\n" + breakdowns_table(scorecards);
    add_notes(out, scorecards);
    if (any_limits)
        add_limits_note(out);
    return out;
}

} // namespace

std::string to_table(std::span<const Scorecard> scorecards) {
    std::string out;
    for (std::size_t first = 0; first < scorecards.size();) {
        std::size_t last = first + 1;
        while (last < scorecards.size() &&
               scorecards[last].authority == scorecards[first].authority)
            ++last;
        out += (first == 0 ? "" : "\n") + table_of(scorecards.subspan(first, last - first));
        first = last;
    }
    return out;
}

} // namespace indicare::io
