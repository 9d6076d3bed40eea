#include "indicare/io/movement_writer.hpp"

#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "indicare/exact/printing.hpp"
#include "json_writer.hpp"
#include "text_table.hpp"

namespace indicare::io {

using explain::Membership;
using explain::MovedChild;
using explain::MovementPart;

namespace {

/// What became of the children who went from one membership to another.
std::string step_words(Membership from, Membership to) {
    using enum Membership;
    if (from == undetermined || to == undetermined)
        return std::string(name_of(from)) + " before, " + std::string(name_of(to)) + " now";
    if (from == outside)
        return to == numerator ? "joined, counted" : "joined, not counted";
    if (to == outside)
        return from == numerator ? "left, were counted" : "left, were not counted";
    if (from == to)
        return from == numerator ? "stayed, counted" : "stayed, not counted";
    return to == numerator ? "stayed, now counted" : "stayed, no longer counted";
}

/// A change with its sign, to one place more than the figure is printed to.
std::string signed_change(const exact::ratio& change, indicators::Unit unit) {
    const unsigned places = scorecard::printing_of(unit).precision.places() + 1;
    const std::string text = exact::print(change, exact::places(places));
    return change > 0 ? "+" + text : text;
}

std::string signed_number(std::int64_t number) {
    return (number > 0 ? "+" : "") + with_commas(number);
}

std::string_view unit_of_change(indicators::Unit unit) {
    switch (unit) {
    case indicators::Unit::percent:
        return " percentage points";
    case indicators::Unit::per_10000:
        return " per 10,000";
    case indicators::Unit::children:
        return " children";
    default:
        return "";
    }
}

bool is_in(const MovedChild& child, const MovementPart& part) {
    return child.before.standing.membership == part.from &&
           child.after.standing.membership == part.to;
}

std::string table_of(const MovedFigure& figure, const ChildNames& names) {
    const explain::Movement& movement = figure.movement;
    const indicators::Definition& definition = movement.before.definition();
    const indicators::Unit unit = definition.unit;
    const auto value = [unit](const scorecard::Figure& at) {
        const std::string made = made_of(at);
        return with_unit(at.printed(), unit) + (made.empty() ? "" : " (" + made + ")");
    };
    std::string out = std::string(definition.title) +
                      (figure.authority.empty() ? "" : ", " + figure.authority) + "\n" +
                      long_date(figure.from) + ": " + value(movement.before) + "\n" +
                      long_date(figure.to) + ": " + value(movement.after) + "\n";
    if (movement.change)
        out += "Change: " + signed_change(*movement.change, unit) +
               std::string(unit_of_change(unit)) + ", exactly " + exact::to_text(*movement.change) +
               "\n";
    TextTable table(false);
    table.add({"", "children", "numerator", "denominator", "change of the value"});
    for (const MovementPart& part : movement.parts)
        table.add({step_words(part.from, part.to), with_commas(part.children),
                   signed_number(part.numerator_change), signed_number(part.denominator_change),
                   part.change ? signed_change(*part.change, unit) : ""});
    if (movement.population_change)
        table.add({"the population changed", "", "", "",
                   signed_change(*movement.population_change, unit)});
    out += "\n" + table.text();
    for (const MovementPart& part : movement.parts) {
        TextTable rows(true);
        bool any = false;
        for (const MovedChild& child : movement.children) {
            if (!is_in(child, part))
                continue;
            if (!any)
                rows.add({step_words(part.from, part.to)});
            any = true;
            rows.add({"  " + names.child(child.child),
                      child.before.reason + " -> " + child.after.reason});
        }
        out += any ? "\n" + rows.text() : "";
    }
    return out;
}

void write(JsonWriter& json, std::string_view name, const scorecard::Figure& figure) {
    json.object(name, [&] {
        json.member("value", figure.printed());
        json.member("numerator", figure.numerator());
        json.member("denominator", figure.denominator());
        json.member("undetermined", figure.undetermined());
        if (const auto value = figure.value())
            json.member("exact", exact::to_text(*value));
    });
}

void write(JsonWriter& json, const MovementPart& part) {
    json.object([&] {
        json.member("from", name_of(part.from));
        json.member("to", name_of(part.to));
        json.member("children", part.children);
        json.member("numerator_change", part.numerator_change);
        json.member("denominator_change", part.denominator_change);
        if (part.change)
            json.member("change", exact::to_text(*part.change));
    });
}

void write(JsonWriter& json, const MovedChild& child, const ChildNames& names) {
    json.object([&] {
        json.member("child", names.child(child.child));
        json.member("from", name_of(child.before.standing.membership));
        json.member("to", name_of(child.after.standing.membership));
        json.member("reason_from", child.before.reason);
        json.member("reason_to", child.after.reason);
    });
}

void write(JsonWriter& json, const MovedFigure& figure, const ChildNames& names) {
    const explain::Movement& movement = figure.movement;
    json.object([&] {
        json.member("authority", figure.authority);
        json.member("indicator", movement.before.definition().id);
        json.member("from", figure.from.iso());
        json.member("to", figure.to.iso());
        write(json, "before", movement.before);
        write(json, "after", movement.after);
        if (movement.change)
            json.member("change", exact::to_text(*movement.change));
        if (movement.population_change)
            json.member("population_change", exact::to_text(*movement.population_change));
        json.list_of("parts", movement.parts, [&](const MovementPart& part) { write(json, part); });
        json.list_of("children", movement.children,
                     [&](const MovedChild& child) { write(json, child, names); });
    });
}

std::string amount_of(const explain::Standing& standing) {
    return standing.membership == Membership::numerator ? std::to_string(standing.amount)
                                                        : std::string();
}

} // namespace

std::string to_table(std::span<const MovedFigure> figures, const ChildNames& names) {
    std::string out;
    for (const MovedFigure& figure : figures)
        out += (out.empty() ? "" : "\n") + table_of(figure, names);
    return out;
}

std::string to_csv(std::span<const MovedFigure> figures, const ChildNames& names) {
    std::string out = "authority,child,from,to,amount_from,amount_to,reason_from,reason_to\n";
    for (const MovedFigure& figure : figures) {
        for (const MovedChild& child : figure.movement.children)
            append_csv_row(out, {figure.authority, names.child(child.child),
                                 std::string(name_of(child.before.standing.membership)),
                                 std::string(name_of(child.after.standing.membership)),
                                 amount_of(child.before.standing), amount_of(child.after.standing),
                                 child.before.reason, child.after.reason});
    }
    return out;
}

std::string to_json(std::span<const MovedFigure> figures, const ChildNames& names) {
    JsonWriter json(2);
    json.list_of(figures, [&](const MovedFigure& figure) { write(json, figure, names); });
    return std::move(json).document();
}

} // namespace indicare::io
