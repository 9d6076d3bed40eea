#include <nlohmann/json.hpp>

#include "audit_words.hpp"

#include "indicare/exact/printing.hpp"
#include "indicare/io/audit_writer.hpp"
#include "number_json.hpp"

namespace indicare::io {

using audit::Audit;
using audit::ClaimNumber;
using audit::Claims;
using audit::Reading;
using audit::Verdict;
using Json = nlohmann::ordered_json;

namespace {

/// Terms by the names of their unknowns, and what they are no more than.
Json json_of(const audit::Inequality& inequality, const Claims& claims) {
    Json terms = Json::object();
    for (const audit::Term& term : inequality.terms())
        terms[claims.name_of(term.unknown)] = number_json(term.coefficient);
    return {{"terms", std::move(terms)}, {"at_most", number_json(inequality.bound())}};
}

Json lines_json(const std::vector<audit::ProofLine>& lines, const Claims& claims) {
    Json all = Json::array();
    for (const audit::ProofLine& line : lines) {
        Json json;
        for (const audit::Multiple& multiple : line.sum)
            json["add"].push_back({multiple.inequality, number_json(multiple.times)});
        if (!line.refutation.empty())
            json["refute_opposite"] = lines_json(line.refutation, claims);
        if (line.reached) {
            json["unknown"] = claims.name_of(line.reached->unknown);
            json[line.reached->at_least ? "at_least" : "at_most"] =
                number_json(line.reached->number);
        } else {
            json["contradiction"] = true;
        }
        all.push_back(std::move(json));
    }
    return all;
}

Json proof_json(const audit::MinimalConflict& conflict, const Claims& claims) {
    Json inequalities = Json::array();
    for (std::size_t i = 0; i < conflict.system.owners.size(); ++i) {
        Json json = json_of(conflict.system.system.inequalities[i], claims);
        json["claim"] = conflict.system.owners[i];
        inequalities.push_back(std::move(json));
    }
    return {{"inequalities", std::move(inequalities)},
            {"lines", lines_json(conflict.proof.lines, claims)},
            {"checked", proves_impossible(conflict.system.system, conflict.proof)}};
}

Json json_of(const Reading& reading) {
    Json json{{"claim", reading.claim}, {"verdict", name_of(reading.verdict)}};
    if (reading.verdict != Verdict::possible)
        return json;
    json["least"] = exact::print(reading.least);
    json["most"] = exact::print(reading.most);
    if (reading.is_open)
        json["open"] = true;
    if (reading.nearest)
        json["nearest"] = {exact::print(reading.nearest->first),
                           exact::print(reading.nearest->second)};
    for (const exact::Decimal& figure : reading.each)
        json["each"].push_back(exact::print(figure));
    return json;
}

Json readings_json(const std::vector<Reading>& readings) {
    Json all = Json::array();
    for (const Reading& reading : readings)
        all.push_back(json_of(reading));
    return all;
}

Json json_of(const audit::Assumption& assumption, const Claims& claims) {
    constexpr const char* kinds[] = {"one_number", "rounding", "year"};
    Json json{{"kind", kinds[static_cast<std::size_t>(assumption.kind)]}};
    if (assumption.unknown)
        json["unknown"] = claims.name_of(*assumption.unknown);
    for (const exact::Rounding rounding : assumption.instead)
        json["instead"].push_back(exact::name(rounding));
    if (assumption.claim)
        json["claim"] = *assumption.claim;
    if (assumption.other_year)
        json["of"] = claims.name_of(*assumption.other_year);
    json["sentence"] = sentence_of(assumption, claims);
    return json;
}

Json json_of(const audit::Explanation& explanation, const Claims& claims) {
    Json json = Json::object();
    if (explanation.unknown)
        json["unknown"] = claims.name_of(*explanation.unknown);
    for (const audit::Demand& demand : explanation.demands) {
        Json told{{"claims", demand.claims},
                  {"least", number_json(demand.range.least)},
                  {"most", number_json(demand.range.most)}};
        if (demand.gap)
            told["gap"] = {number_json(demand.gap->least), number_json(demand.gap->most)};
        json["demands"].push_back(std::move(told));
    }
    if (explanation.interval)
        json["interval_without_whole_number"] = {exact::to_text(explanation.interval->first),
                                                 exact::to_text(explanation.interval->second)};
    return json;
}

Json json_of(const audit::ExplainedConflict& conflict, const Claims& claims) {
    Json json{{"claims", conflict.conflict.claims},
              {"sentence", sentence_of(conflict, claims)},
              {"explanation", json_of(conflict.explanation, claims)},
              {"would_read", readings_json(conflict.readings)},
              {"assumptions", Json::array()}};
    for (const audit::Assumption& assumption : conflict.assumptions)
        json["assumptions"].push_back(json_of(assumption, claims));
    json["proof"] = proof_json(conflict.conflict, claims);
    return json;
}

Json json_of(const audit::UnknownRange& unknown, const Claims& claims) {
    return {{"name", claims.name_of(unknown.unknown)},
            {"least", number_json(unknown.range.least)},
            {"most", number_json(unknown.range.most)},
            {"pinned", unknown.is_pinned()},
            {"open", unknown.is_open},
            {"certain", unknown.is_certain}};
}

} // namespace

std::string to_json(const Audit& audit, const Claims& claims, const audit::Roundings& roundings) {
    Json json{{"verdict", name_of(audit.verdict)}, {"complete", audit.is_complete}};
    for (const exact::Rounding rounding : roundings)
        json["rounding"].push_back(exact::name(rounding));
    json["claims"] = Json::array();
    for (const audit::Claim& claim : claims.all())
        json["claims"].push_back(claim_json(claim));
    json["unknowns"] = Json::array();
    for (const audit::UnknownRange& unknown : audit.unknowns)
        json["unknowns"].push_back(json_of(unknown, claims));
    json["conflicts"] = Json::array();
    for (const audit::ExplainedConflict& conflict : audit.conflicts)
        json["conflicts"].push_back(json_of(conflict, claims));
    json["withdrawals"] = Json::array();
    for (const audit::Withdrawal& withdrawal : audit.withdrawals)
        json["withdrawals"].push_back(withdrawal.choices);
    json["readings"] = readings_json(audit.readings);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
