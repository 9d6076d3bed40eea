#include "indicare/io/movement_writer.hpp"

#include <nlohmann/json.hpp>

#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "indicare/exact/printing.hpp"
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

nlohmann::ordered_json json_of_figure(const scorecard::Figure& figure) {
    nlohmann::ordered_json json;
    json["value"] = figure.printed();
    json["numerator"] = figure.numerator();
    if (const auto denominator = figure.denominator())
        json["denominator"] = *denominator;
    json["undetermined"] = figure.undetermined();
    if (const auto value = figure.value())
        json["exact"] = exact::to_text(*value);
    return json;
}

nlohmann::ordered_json json_of(const MovementPart& part) {
    nlohmann::ordered_json json;
    json["from"] = name_of(part.from);
    json["to"] = name_of(part.to);
    json["children"] = part.children;
    json["numerator_change"] = part.numerator_change;
    json["denominator_change"] = part.denominator_change;
    if (part.change)
        json["change"] = exact::to_text(*part.change);
    return json;
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
    auto all = nlohmann::ordered_json::array();
    for (const MovedFigure& figure : figures) {
        const explain::Movement& movement = figure.movement;
        nlohmann::ordered_json json;
        json["authority"] = figure.authority;
        json["indicator"] = movement.before.definition().id;
        json["from"] = figure.from.iso();
        json["to"] = figure.to.iso();
        json["before"] = json_of_figure(movement.before);
        json["after"] = json_of_figure(movement.after);
        if (movement.change)
            json["change"] = exact::to_text(*movement.change);
        if (movement.population_change)
            json["population_change"] = exact::to_text(*movement.population_change);
        json["parts"] = nlohmann::ordered_json::array();
        for (const MovementPart& part : movement.parts)
            json["parts"].push_back(json_of(part));
        json["children"] = nlohmann::ordered_json::array();
        for (const MovedChild& child : movement.children)
            json["children"].push_back({{"child", names.child(child.child)},
                                        {"from", name_of(child.before.standing.membership)},
                                        {"to", name_of(child.after.standing.membership)},
                                        {"reason_from", child.before.reason},
                                        {"reason_to", child.after.reason}});
        all.push_back(std::move(json));
    }
    return all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
