#include "indicare/io/scorecard_reader.hpp"

#include <map>
#include <utility>

#include "indicare/quality/indicator_set.hpp"
#include "indicare/scorecard/sum_of_squares.hpp"
#include "list_reader.hpp"

namespace indicare::io {

using indicators::Tally;
using indicators::Unit;
using scorecard::Figure;
using scorecard::Scorecard;

namespace {

namespace scorecard_field {
enum : std::size_t {
    authority,
    as_at,
    indicator,
    numerator,
    denominator,
    undetermined,
    squares,
    breakdown
};
} // namespace scorecard_field

constexpr std::int64_t most_counted = 999'999'999;
constexpr std::size_t most_scorecards = 20'000; // of some 14 KB each
constexpr auto scorecard_unusable = quality::FindingCode::scorecard_row_unusable;

/// The number in a column, 0 where it is blank; nothing, and a finding, for other text.
std::optional<std::int64_t> number_in(const ListRow& row, std::size_t column, ListReader& list) {
    return row[column].empty() ? 0 : list.number(row, column, most_counted);
}

/// What a row counts. Days between two dates are below 0 where the second is before the first.
std::optional<std::int64_t> numerator_in(const ListRow& row, Unit unit, ListReader& list) {
    const std::int64_t least = unit == Unit::days ? -most_counted : 0;
    return list.number(row, scorecard_field::numerator, least, most_counted);
}

/// The figure of a mean with the squares that the row tells of; nothing, with the reason said, when
/// they cannot be its squares.
std::optional<Figure> mean_in(const ListRow& row, const indicators::Definition& definition,
                              Tally tally, ListReader& list) {
    if (row[scorecard_field::squares].empty())
        return Figure(definition, tally).without_squares();
    const auto sum = list.number(row, scorecard_field::squares, scorecard::most_squares);
    if (!sum)
        return std::nullopt;
    if (!scorecard::can_be_sum_of_squares(*sum, tally)) {
        list.refuse(scorecard_unusable, scorecard_field::squares,
                    "expected the sum of the squares of what " + std::to_string(tally.denominator) +
                        " children add, who add " + std::to_string(tally.numerator) +
                        " together; the row was left out",
                    row[scorecard_field::squares]);
        return std::nullopt;
    }
    tally.squares = *sum;
    return Figure(definition, tally);
}

/// The figure that a row writes; nothing, with the reason said, when it writes none.
std::optional<Figure> figure_in(const ListRow& row, const indicators::Definition& definition,
                                const std::string& file, ListReader& list) {
    if (row[scorecard_field::numerator].empty())
        return Figure::unavailable(definition, "no number in " + file);
    const auto above = numerator_in(row, definition.unit, list);
    const auto below = number_in(row, scorecard_field::denominator, list);
    const auto unknown = number_in(row, scorecard_field::undetermined, list);
    if (!above || !below || !unknown)
        return std::nullopt;
    const bool needs_denominator = definition.unit != Unit::children;
    if (needs_denominator && row[scorecard_field::denominator].empty()) {
        list.refuse(scorecard_unusable, scorecard_field::denominator,
                    "expected the number among whom, or the population of a rate; the row was left "
                    "out",
                    row[scorecard_field::denominator]);
        return std::nullopt;
    }
    if (definition.unit == Unit::percent && *above > *below) {
        list.refuse(scorecard_unusable, scorecard_field::numerator,
                    "expected no more than the denominator, " + std::to_string(*below) +
                        "; the row was left out",
                    row[scorecard_field::numerator]);
        return std::nullopt;
    }
    const bool is_rate = definition.unit == Unit::per_10000;
    const Tally tally{*above, is_rate || !needs_denominator ? 0 : *below, *unknown};
    if (is_mean(definition.unit))
        return mean_in(row, definition, tally, list);
    return Figure(definition, tally, is_rate ? below : std::nullopt);
}

Scorecard empty_scorecard(std::string name, care::Date date, const std::string& file) {
    Scorecard scorecard{std::move(name), date, {}, {}, {}};
    for (const indicators::Definition& definition : indicators::catalogue)
        scorecard.figures.push_back(Figure::unavailable(definition, "not in " + file));
    return scorecard;
}

/// A scorecard, and which of its figures a row has set.
struct ScorecardRead {
    Scorecard scorecard;
    quality::IndicatorSet is_set;
};

/// By authority and date.
using ScorecardsRead = std::map<std::pair<std::string, care::Date>, ScorecardRead>;

void take_row(const ListRow& row, const std::string& file, ListReader& list, ScorecardsRead& read) {
    const care::Date date = date_named(row[scorecard_field::as_at]);
    if (date.is_none()) {
        list.refuse(scorecard_unusable, scorecard_field::as_at,
                    "expected a date, YYYY-MM-DD; the row was left out",
                    row[scorecard_field::as_at]);
        return;
    }
    const auto number = indicators::indicator_named(row[scorecard_field::indicator]);
    if (!number) {
        list.refuse(scorecard_unusable, scorecard_field::indicator,
                    "expected an indicator of the catalogue; the row was left out",
                    row[scorecard_field::indicator]);
        return;
    }
    auto figure = figure_in(row, indicators::catalogue[*number], file, list);
    if (!figure)
        return;
    const std::pair key{std::string(row[scorecard_field::authority]), date};
    auto at = read.find(key);
    if (at == read.end()) {
        if (read.size() == most_scorecards) {
            list.refuse(scorecard_unusable, scorecard_field::authority,
                        "a file holds " + std::to_string(most_scorecards) +
                            " authorities and dates at most; the row was left out",
                        key.first);
            return;
        }
        at = read.emplace(key, ScorecardRead{empty_scorecard(key.first, date, file), {}}).first;
    }
    if (at->second.is_set.holds(*number)) {
        list.refuse(scorecard_unusable, scorecard_field::indicator,
                    "the indicator is there twice for the authority and date; the first row stands",
                    row[scorecard_field::indicator]);
        return;
    }
    at->second.is_set.add(*number);
    at->second.scorecard.figures[*number] = std::move(*figure);
}

} // namespace

std::optional<std::vector<Scorecard>>
read_scorecards(std::string_view text, const std::string& file, quality::Findings& findings) {
    ListReader list(file, findings, {"AUTHORITY", "AS_AT", "INDICATOR", "NUMERATOR", "DENOMINATOR"},
                    {"UNDETERMINED", "SQUARES", "BREAKDOWN"});
    ScorecardsRead read;
    std::uint64_t of_breakdowns = 0;
    const auto take = [&](const ListRow& row) {
        if (row[scorecard_field::breakdown].empty())
            take_row(row, file, list, read);
        else
            ++of_breakdowns;
    };
    if (!list.read(text, take))
        return std::nullopt;
    if (of_breakdowns > 0)
        findings.add({quality::FindingCode::scorecard_breakdowns_passed_over,
                      file,
                      {},
                      "BREAKDOWN",
                      {},
                      {},
                      "rows of breakdowns are not read back: " + std::to_string(of_breakdowns) +
                          " passed over"});
    std::vector<Scorecard> scorecards;
    for (auto& [key, each] : read)
        scorecards.push_back(std::move(each.scorecard));
    return scorecards;
}

} // namespace indicare::io
