#include "linear_programme.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "given_up.hpp"

namespace indicare::audit {

namespace {

using exact::integer;
using exact::ratio;

/// A variable of the programme: an unknown, or what an inequality's terms come to.
struct Variable {
    ratio value = 0;
    std::optional<ratio> lower;
    std::optional<ratio> upper;

    bool is_below() const { return lower && value < *lower; }
    bool is_above() const { return upper && value > *upper; }
    bool can_rise() const { return !upper || value < *upper; }
    bool can_fall() const { return !lower || value > *lower; }
};

/// The unknowns that inequalities speak of and whose numbers are not known.
std::set<Unknown> open_unknowns(const System& system, std::span<const std::size_t> inequalities,
                                std::span<const Range> ranges) {
    std::set<Unknown> open;
    for (const std::size_t inequality : inequalities)
        for (const Term& term : system.inequalities[inequality].terms())
            if (!ranges[term.unknown].is_one_number())
                open.insert(term.unknown);
    return open;
}

/// A table of more cells would take gigabytes, and hours.
constexpr std::size_t most_cells = 4'000'000;

/// Basic variables, each a sum of the others, which stand at their bounds or between them. Unknowns
/// come first among the variables, then the inequalities in order, then the sum asked for.
class Tableau {
  public:
    Tableau(const System& system, std::span<const std::size_t> inequalities,
            std::span<const Range> ranges, const GiveUp& give_up, const Sum* sum)
        : inequalities_(inequalities), give_up_(give_up) {
        const std::set<Unknown> open = open_unknowns(system, inequalities, ranges);
        unknowns_.reserve(open.size());
        variables_.reserve(open.size() + inequalities.size() + 1);
        std::map<Unknown, std::size_t> columns;
        for (const Unknown unknown : open) {
            columns.emplace(unknown, unknowns_.size());
            unknowns_.push_back(unknown);
            const Range& range = ranges[unknown];
            variables_.push_back({range.least, range.least, range.most});
        }
        columns_.resize(unknowns_.size());
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
        for (const std::size_t inequality : inequalities) {
            const Inequality& row = system.inequalities[inequality];
            add_row(row.terms(), row.bound(), columns, ranges);
        }
        if (sum != nullptr)
            add_row(sum->terms(), {}, columns, ranges);
    }

    /// Moves the basic variables within their bounds; the row that cannot be, where there is one.
    Verdict settle() {
        while (true) {
            if (is_given_up(give_up_))
                return Verdict::undecided;
            const auto row = first_outside();
            if (!row)
                return Verdict::possible;
            const bool must_rise = variables_[rows_[*row]].is_below();
            const auto column = first_that_helps(*row, must_rise);
            if (!column) {
                stuck_ = *row;
                return Verdict::impossible;
            }
            const Variable& basic = variables_[rows_[*row]];
            move(*row, *column, must_rise ? *basic.lower : *basic.upper);
        }
    }

    /// The inequalities that, added up, keep the row that is stuck outside of its bounds.
    std::vector<Multiple> contradiction() const {
        std::vector<std::pair<std::size_t, ratio>> times;
        const auto count = [&](std::size_t variable, const ratio& so_often) {
            if (variable >= unknowns_.size() && so_often != 0)
                times.emplace_back(inequalities_[variable - unknowns_.size()], so_often);
        };
        count(rows_[stuck_], 1);
        for (std::size_t column = 0; column < columns_.size(); ++column)
            count(columns_[column], abs(table_[stuck_][column]));
        integer common = 1;
        for (const auto& [inequality, so_often] : times)
            common = lcm(common, integer(denominator(so_often)));
        std::vector<Multiple> sum;
        sum.reserve(times.size());
        for (const auto& [inequality, so_often] : times)
            sum.push_back({inequality, numerator(ratio(so_often * common))});
        return sum;
    }

    /// Makes the sum, which is the last row, as small as it gets. Nothing when it gave up.
    std::optional<ratio> minimise() {
        while (true) {
            if (is_given_up(give_up_))
                return std::nullopt;
            const std::size_t objective = variables_.size() - 1;
            const auto at = std::find(rows_.begin(), rows_.end(), objective);
            const auto row = static_cast<std::size_t>(at - rows_.begin());
            const auto column = first_that_helps(row, false);
            if (!column)
                return variables_[objective].value + constant_;
            step(*column, table_[row][*column] < 0, row);
        }
    }

    std::vector<std::pair<Unknown, ratio>> values() const {
        std::vector<std::pair<Unknown, ratio>> values;
        for (std::size_t i = 0; i < unknowns_.size(); ++i)
            values.emplace_back(unknowns_[i], variables_[i].value);
        return values;
    }

  private:
    /// A row for terms that are no more than a bound, if there is one. Unknowns that are one number
    /// are moved over to the bound.
    void add_row(std::span<const Term> terms, std::optional<integer> bound,
                 const std::map<Unknown, std::size_t>& columns, std::span<const Range> ranges) {
        std::vector<ratio> row(unknowns_.size());
        ratio value = 0;
        for (const Term& term : terms) {
            const auto column = columns.find(term.unknown);
            if (column != columns.end()) {
                row[column->second] = ratio(term.coefficient);
                value += ratio(term.coefficient) * variables_[column->second].value;
            } else if (bound) {
                *bound -= term.coefficient * ranges[term.unknown].least;
            } else {
                const Range& range = ranges[term.unknown];
                constant_ += term.coefficient * (term.coefficient > 0 ? range.least : range.most);
            }
        }
        rows_.push_back(variables_.size());
        variables_.push_back({value, {}, bound ? std::optional(ratio(*bound)) : std::nullopt});
        table_.push_back(std::move(row));
    }

    std::optional<std::size_t> first_outside() const {
        std::optional<std::size_t> first;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const Variable& basic = variables_[rows_[row]];
            if ((basic.is_below() || basic.is_above()) && (!first || rows_[row] < rows_[*first]))
                first = row;
        }
        return first;
    }

    /// The first variable at whose cost the row's can rise, or fall.
    std::optional<std::size_t> first_that_helps(std::size_t row, bool rise) const {
        std::optional<std::size_t> first;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const ratio& coefficient = table_[row][column];
            if (coefficient == 0 || (first && columns_[column] > columns_[*first]))
                continue;
            const Variable& variable = variables_[columns_[column]];
            if ((coefficient > 0) == rise ? variable.can_rise() : variable.can_fall())
                first = column;
        }
        return first;
    }

    /// Sets a row's variable to a value, in exchange for a column's.
    void move(std::size_t row, std::size_t column, const ratio& value) {
        const ratio by = (value - variables_[rows_[row]].value) / table_[row][column];
        shift(column, by);
        pivot(row, column);
    }

    /// Moves a column's variable, and every row's with it.
    void shift(std::size_t column, const ratio& by) {
        variables_[columns_[column]].value += by;
        for (std::size_t row = 0; row < rows_.size(); ++row)
            if (table_[row][column] != 0)
                variables_[rows_[row]].value += table_[row][column] * by;
    }

    /// Moves a column's variable up or down as far as its own bounds and those of the rows allow;
    /// the row that stops it takes its place.
    void step(std::size_t column, bool up, std::size_t objective_row) {
        const Variable& moved = variables_[columns_[column]];
        const auto& own = up ? moved.upper : moved.lower;
        std::optional<ratio> far;
        if (own)
            far = abs(ratio(*own - moved.value));
        std::optional<std::size_t> stop;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const ratio& coefficient = table_[row][column];
            if (row == objective_row || coefficient == 0)
                continue;
            const Variable& basic = variables_[rows_[row]];
            const auto& bound = (coefficient > 0) == up ? basic.upper : basic.lower;
            if (!bound)
                continue;
            const ratio reach = abs(ratio((*bound - basic.value) / coefficient));
            if (!far || reach < *far || (reach == *far && stop && rows_[row] < rows_[*stop])) {
                far = reach;
                stop = row;
            }
        }
        shift(column, up ? *far : ratio(-*far));
        if (stop)
            pivot(*stop, column);
    }

    /// Exchanges a row's variable for a column's.
    void pivot(std::size_t row, std::size_t column) {
        std::vector<ratio>& pivoted = table_[row];
        const ratio inverse = 1 / pivoted[column];
        for (std::size_t i = 0; i < pivoted.size(); ++i)
            if (i != column && pivoted[i] != 0)
                pivoted[i] *= -inverse;
        pivoted[column] = inverse;
        for (std::size_t other = 0; other < table_.size(); ++other) {
            if (other == row || table_[other][column] == 0)
                continue;
            const ratio times = table_[other][column];
            table_[other][column] = 0;
            for (std::size_t i = 0; i < pivoted.size(); ++i)
                if (pivoted[i] != 0)
                    table_[other][i] += times * pivoted[i];
        }
        std::swap(rows_[row], columns_[column]);
    }

    std::span<const std::size_t> inequalities_;
    const GiveUp& give_up_;
    std::vector<Unknown> unknowns_;
    std::vector<Variable> variables_;
    std::vector<std::size_t> rows_;    ///< the variable of each row
    std::vector<std::size_t> columns_; ///< the variable of each column
    std::vector<std::vector<ratio>> table_;
    integer constant_ = 0; ///< what the sum's unknowns come to that no inequality speaks of
    std::size_t stuck_ = 0;
};

} // namespace

LinearAnswer solve_linear(const System& system, std::span<const std::size_t> inequalities,
                          std::span<const Range> ranges, const GiveUp& give_up, const Sum* sum) {
    LinearAnswer answer;
    const std::size_t unknowns = open_unknowns(system, inequalities, ranges).size();
    if (is_given_up(give_up) || unknowns * (inequalities.size() + 1) > most_cells)
        return answer;
    Tableau tableau(system, inequalities, ranges, give_up, sum);
    answer.verdict = tableau.settle();
    if (answer.verdict == Verdict::impossible)
        answer.contradiction = tableau.contradiction();
    if (answer.verdict != Verdict::possible)
        return answer;
    if (sum != nullptr) {
        answer.least = tableau.minimise();
        if (answer.least)
            *answer.least += ratio(sum->constant());
    }
    answer.values = tableau.values();
    return answer;
}

} // namespace indicare::audit
