#include "indicare/io/disclosure_writer.hpp"

#include <algorithm>

#include "audit/claim_json.hpp"
#include "audit_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using audit::Claims;
using audit::Disclosure;
using audit::Publication;
using audit::Recovered;
using audit::Suppressed;
using audit::Verdict;

namespace {

/// Nothing of a number that a search was given up on: what it had found depends on what is hidden.
std::string what_is_told(const Recovered& recovered) {
    if (recovered.verdict == Verdict::impossible)
        return "what is printed contradicts itself";
    if (recovered.verdict == Verdict::undecided)
        return "not decided";
    if (recovered.is_open)
        return words_of(audit::Range{recovered.range.least, audit::greatest_unknown()});
    return words_of(recovered.range);
}

std::string reason_of(const Suppressed& hidden, const Claims& claims) {
    if (hidden.is_small)
        return "small";
    return "else " + claims.name_of(*hidden.protects) + " would be told";
}

bool is_safe(const Recovered& recovered, std::size_t values) {
    return recovered.values >= values;
}

std::string verdict_of(const Disclosure& disclosure, std::size_t unsafe) {
    if (disclosure.verdict == Verdict::possible)
        return "Safe";
    if (disclosure.verdict == Verdict::undecided)
        return "Not decided: the search was given up";
    return "Not safe: nothing in it can be hidden that would keep " +
           counted(unsafe, "hidden number", "hidden numbers") + " from being told";
}

std::string small_words(const audit::DisclosureOptions& options) {
    return words_of(options.small.least) + " to " + words_of(options.small.most);
}

/// The lines that tell a number, each with what it says; with their file, unless that is the title.
void append_sources(std::string& out, const Recovered& recovered, const Claims& claims,
                    std::string_view title) {
    TextTable table(true);
    for (const audit::ClaimNumber claim : recovered.told_by) {
        const audit::ClaimPlace& place = claims[claim].place;
        const std::string file = place.file.empty() || place.file == title ? "" : place.file + ": ";
        table.add({"      " + file + words_of(place), claims[claim].text});
    }
    out += table.text();
}

void write_members(JsonWriter& json, const Recovered& recovered, const Claims& claims,
                   std::size_t values) {
    json.member("number", claims.name_of(recovered.unknown));
    json.member("verdict", name_of(recovered.verdict));
    if (recovered.verdict != Verdict::undecided) {
        json.member("least", recovered.range.least);
        json.member("most", recovered.range.most);
        json.member("open", recovered.is_open);
    }
    json.member("safe", is_safe(recovered, values));
    if (!recovered.told_by.empty())
        json.list_of("told_by", recovered.told_by,
                     [&](audit::ClaimNumber claim) { write(json, claims[claim]); });
}

void write(JsonWriter& json, const Suppressed& hidden, const Claims& claims, std::size_t values) {
    json.object([&] {
        write_members(json, hidden.recovered, claims, values);
        json.member("small", hidden.is_small);
        if (hidden.protects)
            json.member("protects", claims.name_of(*hidden.protects));
    });
}

std::string_view name_of_safety(Verdict verdict) {
    return verdict == Verdict::possible     ? "safe"
           : verdict == Verdict::impossible ? "not_safe"
                                            : "undecided";
}

} // namespace

std::string to_text(const Disclosure& disclosure, const Publication& publication,
                    const audit::DisclosureOptions& options, std::string_view title) {
    const Claims& claims = publication.claims;
    const std::size_t values = options.recovery.values;
    const auto small = static_cast<std::size_t>(
        std::count_if(disclosure.hidden.begin(), disclosure.hidden.end(),
                      [](const Suppressed& hidden) { return hidden.is_small; }));
    const auto unsafe = static_cast<std::size_t>(std::count_if(
        disclosure.hidden.begin(), disclosure.hidden.end(),
        [&](const Suppressed& hidden) { return !is_safe(hidden.recovered, values); }));
    std::string out(title);
    out += ": numbers of " + small_words(options) +
           " are hidden, and others so that for each at least " +
           counted(values, "number is", "numbers are") + " possible\n\n" +
           verdict_of(disclosure, unsafe) + ". " +
           counted(disclosure.hidden.size(), "number is hidden: ", "numbers are hidden: ") +
           std::to_string(small) + " small, " + std::to_string(disclosure.hidden.size() - small) +
           " to protect them; " + counted(disclosure.hidden_cells.size(), "cell", "cells") +
           " of " + std::to_string(publication.cells.size()) + " are not printed.\n";
    if (disclosure.hidden.empty())
        return out;
    TextTable table(true);
    table.add({"Hidden", "a reader can tell", "because"});
    for (const Suppressed& hidden : disclosure.hidden)
        table.add(
            {claims.name_of(hidden.unknown), what_is_told(hidden.recovered),
             reason_of(hidden, claims) + (is_safe(hidden.recovered, values) ? "" : ": NOT SAFE")});
    return out + "\n" + table.text();
}

std::string to_json(const Disclosure& disclosure, const Publication& publication,
                    const audit::DisclosureOptions& options) {
    const Claims& claims = publication.claims;
    const std::size_t values = options.recovery.values;
    JsonWriter json(2);
    json.object([&] {
        json.member("verdict", name_of_safety(disclosure.verdict));
        json.values("small", {options.small.least, options.small.most});
        json.member("values_required", values);
        json.member("cells", publication.cells.size());
        json.member("cells_hidden", disclosure.hidden_cells.size());
        json.list_of("hidden", disclosure.hidden,
                     [&](const Suppressed& hidden) { write(json, hidden, claims, values); });
    });
    return std::move(json).document();
}

std::string to_text(std::span<const Recovered> recovered, const Claims& claims,
                    const audit::RecoveryOptions& options, std::string_view title) {
    std::size_t told = 0;
    std::size_t nearly = 0;
    std::size_t contradicted = 0;
    std::size_t undecided = 0;
    std::string details;
    for (const Recovered& one : recovered) {
        if (one.verdict == Verdict::impossible) {
            ++contradicted;
            continue;
        }
        if (is_safe(one, options.values))
            continue;
        if (one.verdict == Verdict::undecided) {
            ++undecided;
            continue;
        }
        one.is_told() ? ++told : ++nearly;
        details += "\n  " + claims.name_of(one.unknown) + (one.is_told() ? " is " : " can be ") +
                   what_is_told(one) + ", by\n";
        append_sources(details, one, claims, title);
    }
    std::string out(title);
    out += ": " + counted(recovered.size(), "number is", "numbers are") + " hidden. " +
           std::to_string(told) + (told == 1 ? " is told" : " are told") + " by what is printed";
    if (options.values > 2)
        out += ", of " + std::to_string(nearly) + " more fewer than " +
               std::to_string(options.values) + " numbers are possible";
    if (undecided > 0)
        out += "; of " + std::to_string(undecided) + " it is not decided: the search was given up";
    if (contradicted > 0)
        out += "; " + std::to_string(contradicted) +
               " stand among numbers that contradict each other, of which nothing can be told";
    return out + ".\n" + details;
}

std::string to_json(std::span<const Recovered> recovered, const Claims& claims,
                    const audit::RecoveryOptions& options) {
    JsonWriter json(2);
    json.object([&] {
        json.member("values_required", options.values);
        json.list_of("hidden", recovered, [&](const Recovered& one) {
            json.object([&] { write_members(json, one, claims, options.values); });
        });
    });
    return std::move(json).document();
}

} // namespace indicare::io
