#include "indicare/io/scorecard_claims.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "audit/claim_limits.hpp"
#include "columns.hpp"
#include "indicare/audit/claimed_system.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/io/claims_reader.hpp"
#include "indicare/scorecard/figure.hpp"
#include "indicare/scorecard/published.hpp"
#include "indicare/scorecard/symbol.hpp"
#include "laws.hpp"
#include "list_reader.hpp"
#include "names.hpp"

namespace indicare::io {

using audit::Claim;
using audit::Claims;
using audit::FigureKind;
using audit::PrintedFigure;
using audit::Relation;
using audit::Sum;
using audit::Unknown;
using indicators::Definition;
using indicators::Unit;

namespace {

constexpr auto row_unusable = quality::FindingCode::publication_row_unusable;
constexpr std::int64_t most_children = 999'999'999;

} // namespace

/// Takes the rows of a file.
class ScorecardRows {
  public:
    ScorecardRows(ScorecardClaims& all, const std::string& file, quality::Findings& findings)
        : all_(all), file_(file),
          list_(file, findings,
                {"AUTHORITY", "AS_AT", "INDICATOR", "NUMERATOR", "DENOMINATOR", "VALUE"},
                {"UNDETERMINED", "BREAKDOWN", "GROUP", "LOW", "HIGH", "SQUARES", "LOWER_95",
                 "UPPER_95", "LIMITS_METHOD"}) {}

    bool read(std::string_view text) {
        if (!list_.read(text, [this](const ListRow& row) { take(row); }))
            return false;
        all_.has_breakdowns_ = list_.has(scorecard_column::breakdown);
        all_.has_limits_ = list_.has(scorecard_column::lower_95);
        return true;
    }

    /// Claims all of it: when it is known whether there are several authorities.
    void claim() {
        const bool several = authorities_.size() > 1;
        for (Row& row : all_.rows_) {
            const ScorecardNames names(
                several ? row.fields[scorecard_column::authority] : std::string(), row.as_at);
            if (row.fields[scorecard_column::numerator].empty())
                continue;
            if (row.fields[scorecard_column::breakdown].empty())
                claim_indicator(row, names);
            else
                claim_group(row, names);
        }
        for (const auto& [names_of, totals] : groups_)
            claim_total(totals);
        for (const auto& key : scorecards_)
            claim_laws(ScorecardNames(several ? key.first : std::string(), key.second));
        all_.authorities_.assign(authorities_.begin(), authorities_.end());
    }

  private:
    using Row = ScorecardClaims::Row;
    struct Groups {
        Unknown total = 0;
        std::vector<Unknown> parts;
    };

    void take(const ListRow& row) {
        const care::Date date = date_named(row[scorecard_column::as_at]);
        const auto number = indicators::indicator_named(row[scorecard_column::indicator]);
        if (date.is_none())
            return list_.refuse(row_unusable, scorecard_column::as_at,
                                "expected a date, YYYY-MM-DD; the row was left out",
                                row[scorecard_column::as_at]);
        if (!number)
            return list_.refuse(row_unusable, scorecard_column::indicator,
                                "expected an indicator of the catalogue; the row was left out",
                                row[scorecard_column::indicator]);
        if (!is_readable(row, scorecard_column::numerator) ||
            !is_readable(row, scorecard_column::denominator) ||
            !is_readable(row, scorecard_column::undetermined) || !is_figure(row))
            return;
        all_.rows_.push_back(
            {{row.begin(), row.end()}, list_.line(), date, &indicators::catalogue[*number]});
        const std::string& name = all_.rows_.back().fields[scorecard_column::authority];
        authorities_.insert(name);
        scorecards_.emplace(name, date);
    }

    bool is_readable(const ListRow& row, std::size_t column) {
        return row[column].empty() || row[column] == scorecard::confidential ||
               list_.number(row, column, most_children);
    }

    /// Whether a row's value is a figure that can be claimed, or a symbol.
    bool is_figure(const ListRow& row) {
        const scorecard::PublishedCell value(row[scorecard_column::value]);
        const auto figure = value.number();
        if (figure ? can_be_claimed(*figure) : value.kind() != scorecard::CellKind::unreadable)
            return true;
        list_.refuse(row_unusable, scorecard_column::value,
                     figure ? "expected a figure of no more than 1000000000, with no more than 12 "
                              "decimals; the row was left out"
                            : "expected a figure or one of c, k, x, z; the row was left out",
                     row[scorecard_column::value]);
        return false;
    }

    static bool can_be_claimed(const exact::Decimal& figure) {
        if (figure.places > most_places_claimed)
            return false;
        const exact::ratio value = figure.value();
        return value >= -most_claimed && value <= most_claimed;
    }

    Unknown unknown(const std::string& name) { return all_.publication_.claims.unknown(name); }

    /// The number that a cell prints; nothing where it is hidden.
    static std::optional<exact::integer> printed(const Row& row, std::size_t column) {
        return exact::parse_integer(row.fields[column]);
    }

    void add(audit::Statement statement, std::string text, const Row& row, bool is_cell) {
        if (is_cell)
            all_.publication_.cells.insert(all_.publication_.claims.size());
        all_.publication_.claims.add(
            {std::move(statement), std::move(text), {{}, {}, {}, file_, row.line}});
    }

    /// A number of a cell: claimed where it is printed, hidden where it is not.
    Unknown claim_number(const std::string& name, const Row& row, std::size_t column) {
        const Unknown number = unknown(name);
        const auto shown = printed(row, column);
        if (!shown) {
            if (std::find(all_.hidden_.begin(), all_.hidden_.end(), number) == all_.hidden_.end() &&
                !numbers_.contains(number))
                all_.hidden_.push_back(number);
            return number;
        }
        std::erase(all_.hidden_, number);
        const auto [at, added] = numbers_.emplace(number, *shown);
        if (added || at->second != *shown) // once, unless rows contradict each other
            add(Relation{Sum::of(number), audit::Comparison::equal, Sum(*shown)},
                name + " = " + exact::to_text(*shown), row, true);
        return number;
    }

    void claim_indicator(Row& row, const ScorecardNames& names) {
        const Definition& definition = *row.definition;
        const std::string name = names.numerator(definition);
        row.numerator = claim_number(name, row, scorecard_column::numerator);
        if (definition.unit == Unit::children) {
            claim_number(name, row, scorecard_column::value); // printed twice
            return;
        }
        row.denominator = claim_denominator(row, names);
        if (definition.unit == Unit::per_10000)
            all_.publication_.no_counts.insert(*row.denominator);
        if (indicators::is_mean(definition.unit)) {
            all_.publication_.no_counts.insert(*row.numerator);
            all_.publication_.hidden_with.emplace(*row.numerator, *row.denominator);
        }
        claim_figure(row, definition.unit);
    }

    /// The number among which an indicator counts: that of another indicator, where the two are
    /// equal or one is hidden; else its own, and undetermined children make the difference.
    Unknown claim_denominator(const Row& row, const ScorecardNames& names) {
        const std::string usual = names.usual_denominator(*row.definition);
        const auto shown = printed(row, scorecard_column::denominator);
        const auto at = numbers_.find(unknown(usual));
        if (row.definition->unit == Unit::per_10000)
            return claim_number(names("population"), row, scorecard_column::denominator);
        if (at == numbers_.end() || !shown || *shown == at->second)
            return claim_number(usual, row, scorecard_column::denominator);
        const std::string own = names.denominator(*row.definition);
        const Unknown number = claim_number(own, row, scorecard_column::denominator);
        if (const auto missing = printed(row, scorecard_column::undetermined);
            missing && *shown + *missing == at->second)
            add(Relation{Sum::of(number) + Sum(*missing), audit::Comparison::equal,
                         Sum::of(at->first)},
                own + " + " + exact::to_text(*missing) + " = " + usual, row, false);
        return number;
    }

    void claim_figure(const Row& row, Unit unit) {
        const auto printing = scorecard::printing_of(unit);
        const bool near_zero = row.fields[scorecard_column::value] == scorecard::rounds_to_zero;
        const auto figure = near_zero
                                ? std::optional(exact::Decimal{0, printing.precision.places()})
                                : exact::parse_decimal(row.fields[scorecard_column::value]);
        if (!figure)
            return;
        const FigureKind kind = kind_of(unit);
        const Claims& claims = all_.publication_.claims;
        const std::string above = claims.name_of(*row.numerator);
        add(PrintedFigure{kind, Sum::of(*row.numerator), Sum::of(*row.denominator), printing.per,
                          *figure, exact::places(figure->places)},
            text_of(kind, above, claims.name_of(*row.denominator), exact::print(*figure)), row,
            true);
        if (near_zero)
            add(Relation{Sum::of(*row.numerator), audit::Comparison::above, Sum(0)}, above + " > 0",
                row, true);
    }

    void claim_group(Row& row, const ScorecardNames& names) {
        const std::string_view id = row.definition->id;
        row.numerator = claim_number(names.group(id, row.fields[scorecard_column::breakdown],
                                                 row.fields[scorecard_column::group]),
                                     row, scorecard_column::numerator);
        const std::string total = names(id);
        const auto at = numbers_.find(unknown(total));
        const auto shown = printed(row, scorecard_column::denominator);
        const bool is_own = at != numbers_.end() && shown && *shown != at->second;
        row.denominator = claim_number(
            is_own ? names.group(id, row.fields[scorecard_column::breakdown], "total") : total, row,
            scorecard_column::denominator);
        claim_figure(row, Unit::percent);
        Groups& groups = groups_[names.group(id, row.fields[scorecard_column::breakdown], "")];
        groups.total = *row.denominator;
        groups.parts.push_back(*row.numerator);
    }

    /// That the groups of a breakdown add up to its total.
    void claim_total(const Groups& groups) {
        Claims& claims = all_.publication_.claims;
        Sum parts;
        std::string text;
        for (const Unknown part : groups.parts) {
            parts.add(part, 1);
            text += (text.empty() ? "" : " + ") + claims.name_of(part);
        }
        claims.add({Relation{parts, audit::Comparison::equal, Sum::of(groups.total)},
                    text + " = " + claims.name_of(groups.total),
                    {"How groups add up", {}, {}, file_, 0}});
    }

    void claim_laws(const ScorecardNames& names) {
        ClaimsRead laws;
        quality::Findings none;
        read_claims(names.named(scorecard_laws), file_, none, laws);
        Claims& claims = all_.publication_.claims;
        for (const Claim& law : laws.claims.all()) {
            bool known = true;
            const auto renumber = [&](Unknown number) {
                const auto own = claims.find(laws.claims.name_of(number));
                known = known && own;
                return own.value_or(0);
            };
            audit::Statement statement = audit::renumbered(law.statement, renumber);
            if (known)
                add_law(
                    {std::move(statement), law.text, {"How indicators add up", {}, {}, file_, 0}});
        }
    }

    /// Adds what holds by definition, unless the numbers printed say that here it does not: where
    /// children are undetermined for one side alone.
    void add_law(Claim law) {
        std::vector<exact::integer> numbers(all_.publication_.claims.names().size());
        bool all_printed = true;
        for (const Unknown number : audit::unknowns_of(law)) {
            const auto at = numbers_.find(number);
            all_printed = all_printed && at != numbers_.end();
            if (at != numbers_.end())
                numbers[number] = at->second;
        }
        const auto holds = [&] {
            for (const audit::Inequality& inequality :
                 audit::inequalities_of(std::get<Relation>(law.statement)))
                if (!inequality.holds(numbers))
                    return false;
            return true;
        };
        if (!all_printed || holds())
            all_.publication_.claims.add(std::move(law));
        else
            ++all_.laws_left_out_;
    }

    ScorecardClaims& all_;
    std::string file_;
    ListReader list_;
    std::set<std::string> authorities_;
    std::set<std::pair<std::string, care::Date>> scorecards_;
    std::map<Unknown, exact::integer> numbers_; ///< that are printed
    std::map<std::string, Groups> groups_;
};

bool ScorecardClaims::is_of_scorecards(std::string_view text) {
    return has_column(text, "AS_AT") || has_column(text, "INDICATOR");
}

std::optional<ScorecardClaims> ScorecardClaims::read(std::string_view text, const std::string& file,
                                                     quality::Findings& findings) {
    ScorecardClaims all;
    ScorecardRows rows(all, file, findings);
    if (!rows.read(text))
        return std::nullopt;
    rows.claim();
    return all;
}

} // namespace indicare::io
