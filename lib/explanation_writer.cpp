#include "indicare/io/explanation_writer.hpp"

#include <algorithm>
#include <utility>

#include "chance_words.hpp"
#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "indicare/scorecard/significance.hpp"
#include "limits_json.hpp"
#include "text_table.hpp"

namespace indicare::io {

using explain::Direction;
using explain::ExplainedChild;
using explain::Membership;
using explain::NearMiss;

namespace {

constexpr std::size_t nearest_shown = 10;

std::size_t count_of(const ExplainedFigure& figure, Membership membership) {
    return static_cast<std::size_t>(
        std::count_if(figure.rows.begin(), figure.rows.end(), [=](const ExplainedChild& row) {
            return row.explanation.standing.membership == membership;
        }));
}

std::string reason_of(const explain::Explanation& explanation) {
    return explanation.reason + (explanation.decided_by.empty()
                                     ? std::string()
                                     : "; would be decided by " + explanation.decided_by);
}

/// `8 more children`, `1238 fewer days`.
std::string more_or_fewer(Direction direction, const exact::integer& change,
                          indicators::Unit unit) {
    const std::string_view how = direction == Direction::rise ? " more " : " fewer ";
    const std::string_view what = is_mean(unit) ? sum_of(unit) : change == 1 ? "child" : "children";
    return exact::to_text(change).append(how).append(what);
}

std::string near_miss_text(const ExplainedFigure& figure, const ChildNames& names) {
    const NearMiss& miss = *figure.near_miss;
    const indicators::Unit unit = figure.figure.definition().unit;
    const std::string target = with_unit(exact::print(*figure.target), unit);
    const Direction back = miss.direction == Direction::rise ? Direction::fall : Direction::rise;
    if (miss.is_reached())
        return target + " is reached, and still would be with " +
               more_or_fewer(back, miss.spare, unit) + ".\n";
    std::string out = target + " would be reached with " +
                      more_or_fewer(miss.direction, miss.numerator_change, unit) +
                      (is_mean(unit) ? " in all" : " counted") + ", and printed with " +
                      more_or_fewer(miss.direction, miss.change_to_print, unit) + ".\n";
    if (is_mean(unit) && miss.children)
        out += "At least " + exact::to_text(*miss.children) + " of the children must change.\n";
    if (!miss.children)
        return out + "All of the children together cannot make that difference.\n";
    if (miss.candidates.empty())
        return out;
    TextTable table(true);
    table.add({"Nearest of the " + std::to_string(miss.candidates.size()) + " who could:"});
    for (std::size_t i = 0; i < std::min(nearest_shown, miss.candidates.size()); ++i) {
        const ExplainedChild& row = figure.rows[miss.candidates[i]];
        table.add({"  " + names.child(row.child), row.explanation.reason});
    }
    return out + table.text();
}

void add_rows(std::string& out, const ExplainedFigure& figure, Membership membership,
              std::string_view heading, const ChildNames& names) {
    const std::size_t count = count_of(figure, membership);
    if (count == 0)
        return;
    TextTable table(true);
    table.add({std::string(heading) + ": " + children(static_cast<std::int64_t>(count))});
    for (const ExplainedChild& row : figure.rows)
        if (row.explanation.standing.membership == membership)
            table.add({"  " + names.child(row.child), reason_of(row.explanation)});
    out += "\n" + table.text();
}

/// Whether chance alone could have kept a figure from its target; nothing where that cannot be
/// told.
std::string target_text(const ExplainedFigure& explained) {
    const exact::ratio target = explained.target->value();
    const auto tested =
        significance_of(scorecard::known(explained.figure), exact::Interval::exactly(target));
    const std::string what =
        with_unit(exact::print(*explained.target), explained.figure.definition().unit);
    if (tested.significance == scorecard::Significance::cannot_be_told)
        return {};
    if (tested.significance == scorecard::Significance::similar)
        return what + " lies within them: the difference is no more than chance explains.\n";
    return what + " lies outside of them: the difference is " +
           (is_much(tested.significance) ? "far more than chance explains (99.8%).\n"
                                         : "more than chance explains.\n");
}

/// The limits of a figure and what they are, or why there are none; nothing of a count.
std::string limits_text(const ExplainedFigure& explained) {
    const scorecard::Figure& figure = explained.figure;
    const indicators::Unit unit = figure.definition().unit;
    if (unit == indicators::Unit::children || !figure.value())
        return {};
    const auto found = limits_of(figure);
    if (!found.limits)
        return "No 95% limits: " + found.none_because + ".\n";
    std::string out = "95% limits: " + limits_words(found.limits, unit) + ", by " +
                      std::string(title_of(found.limits->method)) + ".\n";
    if (explained.target)
        out += target_text(explained);
    for (const scorecard::Caution& caution : scorecard::cautions_of_limits(unit))
        out += "  " + caution.text + "\n";
    return out;
}

std::string table_of(const ExplainedFigure& explained, const ChildNames& names) {
    const scorecard::Figure& figure = explained.figure;
    const indicators::Definition& definition = figure.definition();
    std::string out = std::string(definition.title) +
                      (explained.authority.empty() ? "" : ", " + explained.authority) + ", as at " +
                      long_date(explained.as_at) + ": ";
    if (!figure.is_available())
        out += "x, since " + figure.unavailable_because();
    else
        out += with_unit(figure.printed(), definition.unit);
    const std::string made = made_of(figure);
    out += (made.empty() ? "" : " (" + made + ")") + "\n" + std::string(definition.sentence) + "\n";
    out += limits_text(explained);
    if (explained.near_miss)
        out += "\n" + near_miss_text(explained, names);
    const bool has_denominator =
        definition.unit == indicators::Unit::percent || is_mean(definition.unit);
    add_rows(out, explained, Membership::numerator, "Counted", names);
    if (has_denominator)
        add_rows(out, explained, Membership::denominator, "Among, but not counted", names);
    add_rows(out, explained, Membership::undetermined, "Undetermined", names);
    const std::size_t outside = count_of(explained, Membership::outside);
    if (outside > 0 && explained.rows.size() == 1)
        add_rows(out, explained, Membership::outside, "Outside", names);
    else if (outside > 0)
        out += "\nOutside: " + children(static_cast<std::int64_t>(outside)) +
               " (the CSV form lists them with their reasons)\n";
    return out;
}

void write(JsonWriter& json, const ExplainedChild& row, const ChildNames& names) {
    const explain::Explanation& explanation = row.explanation;
    json.object([&] {
        json.member("child", names.child(row.child));
        json.member("membership", name_of(explanation.standing.membership));
        json.member("reason", explanation.reason);
        if (!explanation.decided_by.empty())
            json.member("decided_by", explanation.decided_by);
        if (explanation.standing.membership == Membership::numerator)
            json.member("amount", explanation.standing.amount);
    });
}

void write_near_miss(JsonWriter& json, const ExplainedFigure& figure, const ChildNames& names) {
    const NearMiss& miss = *figure.near_miss;
    json.object("near_miss", [&] {
        json.member("target", exact::print(*figure.target));
        json.member("direction", miss.direction == Direction::rise ? "rise" : "fall");
        json.member("reached", miss.is_reached());
        json.member("numerator_change", exact::to_text(miss.numerator_change));
        json.member("change_to_print", exact::to_text(miss.change_to_print));
        json.member("spare", exact::to_text(miss.spare));
        if (miss.children)
            json.member("children", exact::to_text(*miss.children));
        json.list_of("nearest_first", miss.candidates,
                     [&](std::size_t row) { json.value(names.child(figure.rows[row].child)); });
    });
}

void write(JsonWriter& json, const ExplainedFigure& explained, const ChildNames& names) {
    json.object([&] {
        json.member("authority", explained.authority);
        json.member("as_at", explained.as_at.iso());
        json.member("indicator", explained.figure.definition().id);
        json.member("value", explained.figure.printed());
        if (const auto value = explained.figure.value())
            json.member("exact", exact::to_text(*value));
        if (!explained.figure.is_available())
            json.member("unavailable_because", explained.figure.unavailable_because());
        if (const auto limits = limits_of(explained.figure).limits)
            write_limits(json, "limits", *limits);
        if (explained.near_miss)
            write_near_miss(json, explained, names);
        json.list_of("children", explained.rows,
                     [&](const ExplainedChild& row) { write(json, row, names); });
    });
}

} // namespace

ExplainedFigure explained(const scorecard::Scorecard& scorecard,
                          const indicators::Definition& definition,
                          std::vector<ExplainedChild> rows,
                          const std::optional<exact::Decimal>& target) {
    ExplainedFigure figure{scorecard.authority, scorecard.as_at, scorecard[definition.id],
                           std::move(rows),     target,          {}};
    if (target)
        figure.near_miss = explain::near_miss(figure.figure, figure.rows, *target);
    return figure;
}

std::string to_table(std::span<const ExplainedFigure> figures, const ChildNames& names) {
    std::string out;
    for (const ExplainedFigure& figure : figures)
        out += (out.empty() ? "" : "\n") + table_of(figure, names);
    return out;
}

std::string to_csv(std::span<const ExplainedFigure> figures, const ChildNames& names) {
    std::string out = "authority,child,membership,reason,decided_by,amount\n";
    for (const ExplainedFigure& figure : figures) {
        for (const ExplainedChild& row : figure.rows) {
            const explain::Standing& standing = row.explanation.standing;
            const bool counted = standing.membership == Membership::numerator;
            append_csv_row(out, {figure.authority, names.child(row.child),
                                 std::string(name_of(standing.membership)), row.explanation.reason,
                                 row.explanation.decided_by,
                                 counted ? std::to_string(standing.amount) : std::string()});
        }
    }
    return out;
}

std::string to_json(std::span<const ExplainedFigure> figures, const ChildNames& names) {
    JsonWriter json(2);
    json.list_of(figures, [&](const ExplainedFigure& figure) { write(json, figure, names); });
    return std::move(json).document();
}

} // namespace indicare::io
