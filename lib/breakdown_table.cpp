#include "breakdown_table.hpp"

#include <vector>

#include "figure_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using scorecard::BrokenDown;
using scorecard::Scorecard;

std::string breakdown_title(const indicators::Breakdown& breakdown) {
    const auto number = indicators::indicator_named(indicator_of(breakdown)).value();
    return std::string(indicators::catalogue[number].title) + ": " + std::string(breakdown.title);
}

namespace {

std::string number_of(const BrokenDown& numbers, std::size_t group) {
    return with_commas(numbers.number(group)) + " of " + with_commas(numbers.total());
}

/// The title, and over the columns their dates where there are several.
std::vector<std::string> heading_of(const indicators::Breakdown& breakdown,
                                    std::span<const Scorecard> scorecards) {
    std::vector<std::string> row = {breakdown_title(breakdown)};
    if (scorecards.size() == 1)
        return row;
    for (const Scorecard& scorecard : scorecards)
        row.push_back(scorecard.as_at.text() + " ");
    row.push_back("numbers of " + scorecards.back().as_at.text());
    return row;
}

/// One row a group, one column a date, and behind them the numbers of the last.
void add_groups(TextTable& table, std::span<const Scorecard> scorecards, std::size_t breakdown) {
    const BrokenDown& latest = scorecards.back().breakdowns[breakdown];
    for (std::size_t group = 0; group < latest.size(); ++group) {
        std::vector<std::string> row = {"  " + std::string(latest.label(group))};
        for (const Scorecard& scorecard : scorecards)
            row.push_back(with_unit(scorecard.breakdowns[breakdown].printed(group),
                                    indicators::Unit::percent) +
                          " ");
        row.push_back(number_of(latest, group));
        table.add(std::move(row));
    }
}

} // namespace

std::string breakdowns_table(std::span<const Scorecard> scorecards) {
    const std::vector<BrokenDown>& breakdowns = scorecards.back().breakdowns;
    if (breakdowns.empty())
        return {};
    TextTable table(true);
    for (std::size_t i = 0; i < breakdowns.size(); ++i) {
        table.add(heading_of(breakdowns[i].breakdown(), scorecards));
        if (breakdowns[i].is_available())
            add_groups(table, scorecards, i);
        else
            table.add({"  x  " + breakdowns[i].unavailable_because()});
        table.add({""});
    }
    return table.text();
}

} // namespace indicare::io
