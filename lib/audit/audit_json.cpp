#include "audit/claim_json.hpp"
#include "audit_words.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/io/audit_writer.hpp"

namespace indicare::io {

using audit::Audit;
using audit::ClaimNumber;
using audit::Claims;
using audit::Reading;
using audit::Verdict;

namespace {

void write_members(JsonWriter& json, const audit::Inequality& inequality, const Claims& claims) {
    json.object("terms", [&] {
        for (const audit::Term& term : inequality.terms())
            json.member(claims.name_of(term.unknown), term.coefficient);
    });
    json.member("at_most", inequality.bound());
}

void write_lines(JsonWriter& json, std::string_view name,
                 const std::vector<audit::ProofLine>& lines, const Claims& claims);

void write_reached(JsonWriter& json, const audit::ProofLine& line, const Claims& claims) {
    if (!line.reached)
        return json.member("contradiction", true);
    json.member("unknown", claims.name_of(line.reached->unknown));
    json.member(line.reached->at_least ? "at_least" : "at_most", line.reached->number);
}

void write(JsonWriter& json, const audit::ProofLine& line, const Claims& claims) {
    json.object([&] {
        if (!line.sum.empty())
            json.list_of("add", line.sum, [&](const audit::Multiple& multiple) {
                json.list([&] {
                    json.value(multiple.inequality);
                    json.value(multiple.times);
                });
            });
        if (!line.refutation.empty())
            write_lines(json, "refute_opposite", line.refutation, claims);
        write_reached(json, line, claims);
    });
}

void write_lines(JsonWriter& json, std::string_view name,
                 const std::vector<audit::ProofLine>& lines, const Claims& claims) {
    json.list_of(name, lines, [&](const audit::ProofLine& line) { write(json, line, claims); });
}

/// A system, and lines that each can check for themselves.
void write_proof(JsonWriter& json, const audit::MinimalConflict& conflict, const Claims& claims) {
    json.object("proof", [&] {
        json.list("inequalities", [&] {
            for (std::size_t i = 0; i < conflict.system.owners.size(); ++i)
                json.object([&] {
                    write_members(json, conflict.system.system.inequalities[i], claims);
                    json.member("claim", conflict.system.owners[i]);
                });
        });
        write_lines(json, "lines", conflict.proof.lines, claims);
        json.member("checked", proves_impossible(conflict.system.system, conflict.proof));
    });
}

void write(JsonWriter& json, const Reading& reading) {
    json.object([&] {
        json.member("claim", reading.claim);
        json.member("verdict", name_of(reading.verdict));
        if (reading.verdict != Verdict::possible)
            return;
        json.member("least", exact::print(reading.least));
        json.member("most", exact::print(reading.most));
        if (reading.is_open)
            json.member("open", true);
        if (reading.nearest)
            json.values("nearest", {exact::print(reading.nearest->first),
                                    exact::print(reading.nearest->second)});
        if (!reading.each.empty())
            json.list_of("each", reading.each,
                         [&](const exact::Decimal& figure) { json.value(exact::print(figure)); });
    });
}

void write_readings(JsonWriter& json, std::string_view name, const std::vector<Reading>& readings) {
    json.list_of(name, readings, [&](const Reading& reading) { write(json, reading); });
}

void write_roundings(JsonWriter& json, std::string_view name,
                     const std::vector<exact::Rounding>& roundings) {
    if (!roundings.empty())
        json.list_of(name, roundings,
                     [&](exact::Rounding rounding) { json.value(exact::name(rounding)); });
}

void write(JsonWriter& json, const audit::Assumption& assumption, const Claims& claims) {
    constexpr const char* kinds[] = {"one_number", "rounding", "year"};
    json.object([&] {
        json.member("kind", kinds[static_cast<std::size_t>(assumption.kind)]);
        if (assumption.unknown)
            json.member("unknown", claims.name_of(*assumption.unknown));
        write_roundings(json, "instead", assumption.instead);
        json.member("claim", assumption.claim);
        if (assumption.other_year)
            json.member("of", claims.name_of(*assumption.other_year));
        json.member("sentence", sentence_of(assumption, claims));
    });
}

void write(JsonWriter& json, const audit::Demand& demand) {
    json.object([&] {
        json.values("claims", demand.claims);
        json.member("least", demand.range.least);
        json.member("most", demand.range.most);
        if (demand.gap)
            json.values("gap", {demand.gap->least, demand.gap->most});
    });
}

void write_explanation(JsonWriter& json, const audit::Explanation& explanation,
                       const Claims& claims) {
    json.object("explanation", [&] {
        if (explanation.unknown)
            json.member("unknown", claims.name_of(*explanation.unknown));
        if (!explanation.demands.empty())
            json.list_of("demands", explanation.demands,
                         [&](const audit::Demand& demand) { write(json, demand); });
        if (explanation.interval)
            json.values("interval_without_whole_number",
                        {exact::to_text(explanation.interval->first),
                         exact::to_text(explanation.interval->second)});
    });
}

void write(JsonWriter& json, const audit::ExplainedConflict& conflict, const Claims& claims) {
    json.object([&] {
        json.values("claims", conflict.conflict.claims);
        json.member("sentence", sentence_of(conflict, claims));
        write_explanation(json, conflict.explanation, claims);
        write_readings(json, "would_read", conflict.readings);
        json.list_of("assumptions", conflict.assumptions,
                     [&](const audit::Assumption& assumption) { write(json, assumption, claims); });
        write_proof(json, conflict.conflict, claims);
    });
}

void write(JsonWriter& json, const audit::UnknownRange& unknown, const Claims& claims) {
    json.object([&] {
        json.member("name", claims.name_of(unknown.unknown));
        json.member("least", unknown.range.least);
        json.member("most", unknown.range.most);
        json.member("pinned", unknown.is_pinned());
        json.member("open", unknown.is_open);
        json.member("certain", unknown.is_certain);
    });
}

} // namespace

std::string to_json(const Audit& audit, const Claims& claims, const audit::Roundings& roundings) {
    JsonWriter json(2);
    json.object([&] {
        json.member("verdict", name_of(audit.verdict));
        json.member("complete", audit.is_complete);
        write_roundings(json, "rounding", roundings);
        json.list_of("claims", claims.all(),
                     [&](const audit::Claim& claim) { write(json, claim); });
        json.list_of("unknowns", audit.unknowns,
                     [&](const audit::UnknownRange& unknown) { write(json, unknown, claims); });
        json.list_of("conflicts", audit.conflicts, [&](const audit::ExplainedConflict& conflict) {
            write(json, conflict, claims);
        });
        json.list_of("withdrawals", audit.withdrawals, [&](const audit::Withdrawal& withdrawal) {
            json.list_of(withdrawal.choices,
                         [&](const auto& claims_of_choice) { json.values(claims_of_choice); });
        });
        write_readings(json, "readings", audit.readings);
    });
    return std::move(json).document();
}

} // namespace indicare::io
