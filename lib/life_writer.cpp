#include "indicare/io/life_writer.hpp"

#include "csv_writer.hpp"
#include "figure_words.hpp"
#include "json_writer.hpp"
#include "text_table.hpp"

namespace indicare::io {

using explain::Explanation;
using explain::Life;
using explain::LifeEvent;
using explain::Membership;
using indicators::catalogue;

namespace {

std::string days_of(const LifeEvent& event) {
    if (event.from.is_none())
        return {};
    return event.from.text() + " to " + (event.to.is_none() ? "now" : event.to.text());
}

/// Periods and short breaks stand out; what belongs to them is set in.
std::string indent_of(const LifeEvent& event) {
    if (event.what == "placement")
        return "  ";
    return event.what == "episode" ? "    " : "";
}

std::string table_of(const Life& life, care::Date as_at, const ChildNames& names) {
    const std::string& authority = names.authority_of(life.child);
    std::string out =
        "Child " + names.child(life.child) + (authority.empty() ? "" : ", " + authority) + "\n\n";
    TextTable events(true);
    for (const LifeEvent& event : life.events) {
        const std::string days = days_of(event);
        events.add(
            {indent_of(event) + event.what + (days.empty() ? "" : ", " + days), event.facts});
    }
    out += events.text();
    if (life.standings.empty())
        return out + "\nNot all returns of the year up to " + long_date(as_at) +
               " were given: the child counts in no figure.\n";
    TextTable standings(true);
    standings.add({"Where the child counts as at " + long_date(as_at)});
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const Explanation& explanation = life.standings[i];
        if (explanation.standing.membership == Membership::outside ||
            !life.unavailable_because[i].empty())
            continue;
        standings.add(
            {"  " + std::string(catalogue[i].id),
             std::string(name_of(explanation.standing.membership)) + ": " + explanation.reason});
    }
    out += "\n" + standings.text();
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (!life.unavailable_because[i].empty())
            out +=
                "  x  " + std::string(catalogue[i].id) + ": " + life.unavailable_because[i] + "\n";
    return out;
}

std::string csv_of(const Life& life, care::Date as_at, const ChildNames& names) {
    std::string out;
    for (std::size_t i = 0; i < life.standings.size(); ++i) {
        const Explanation& explanation = life.standings[i];
        const bool counted = explanation.standing.membership == Membership::numerator;
        append_csv_row(out,
                       {names.authority_of(life.child), names.child(life.child), as_at.iso(),
                        std::string(catalogue[i].id),
                        std::string(name_of(explanation.standing.membership)), explanation.reason,
                        explanation.decided_by,
                        counted ? std::to_string(explanation.standing.amount) : std::string()});
    }
    return out;
}

void write(JsonWriter& json, const LifeEvent& event) {
    json.object([&] {
        json.member("what", event.what);
        json.member("from", event.from.iso());
        json.member("to", event.to.iso());
        json.member("facts", event.facts);
    });
}

void write_standing(JsonWriter& json, const Life& life, std::size_t indicator) {
    const Explanation& explanation = life.standings[indicator];
    json.object([&] {
        json.member("indicator", catalogue[indicator].id);
        json.member("membership", name_of(explanation.standing.membership));
        json.member("reason", explanation.reason);
        json.member("decided_by", explanation.decided_by);
        json.member("unavailable_because", life.unavailable_because[indicator]);
    });
}

void write(JsonWriter& json, const Life& life, care::Date as_at, const ChildNames& names) {
    json.object([&] {
        json.member("authority", names.authority_of(life.child));
        json.member("child", names.child(life.child));
        json.member("as_at", as_at.iso());
        json.list_of("life", life.events, [&](const LifeEvent& event) { write(json, event); });
        json.list("indicators", [&] {
            for (std::size_t i = 0; i < life.standings.size(); ++i)
                write_standing(json, life, i);
        });
    });
}

} // namespace

std::string to_table(std::span<const Life> lives, care::Date as_at, const ChildNames& names) {
    std::string out;
    for (const Life& life : lives)
        out += (out.empty() ? "" : "\n") + table_of(life, as_at, names);
    return out;
}

std::string to_csv(std::span<const Life> lives, care::Date as_at, const ChildNames& names) {
    std::string out = "authority,child,as_at,indicator,membership,reason,decided_by,amount\n";
    for (const Life& life : lives)
        out += csv_of(life, as_at, names);
    return out;
}

std::string to_json(std::span<const Life> lives, care::Date as_at, const ChildNames& names) {
    JsonWriter json(2);
    json.list_of(lives, [&](const Life& life) { write(json, life, as_at, names); });
    return std::move(json).document();
}

} // namespace indicare::io
