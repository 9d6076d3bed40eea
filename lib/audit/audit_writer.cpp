#include "indicare/io/audit_writer.hpp"

#include <algorithm>
#include <cstddef>

#include "audit_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using audit::Audit;
using audit::ClaimNumber;
using audit::Claims;
using audit::Reading;
using audit::Verdict;

namespace {

constexpr std::size_t most_choices = 6; ///< of ways out that are told

/// A line a claim: where it stands, and what it says.
void append_claims(std::string& out, const Claims& claims, const std::vector<ClaimNumber>& chosen) {
    TextTable table(true);
    for (const ClaimNumber claim : chosen)
        table.add({"    " + words_of(claims[claim].place), claims[claim].text});
    out += table.text();
}

void append_conflict(std::string& out, const audit::ExplainedConflict& conflict,
                     const Claims& claims) {
    const auto& members = conflict.conflict.claims;
    out += members.size() == 1 ? "This cannot be true:\n" : "These cannot all be true:\n";
    append_claims(out, claims, members);
    out += "  " + sentence_of(conflict, claims) + "\n";
    for (const Reading& reading : conflict.readings)
        if (reading.verdict == Verdict::possible && members.size() > 1)
            out += "  With the others here, \"" + claims[reading.claim].text + "\" would read " +
                   words_of(reading) + ".\n";
    for (const audit::Assumption& assumption : conflict.assumptions)
        out += "  " + sentence_of(assumption, claims) + "\n";
}

std::size_t fewest_withdrawn(const Audit& audit) {
    std::size_t fewest = 0;
    for (const audit::Withdrawal& withdrawal : audit.withdrawals)
        fewest += withdrawal.choices.empty() ? 0 : withdrawal.choices.front().size();
    return fewest;
}

void append_withdrawals(std::string& out, const Audit& audit, const Claims& claims) {
    out += "At least " +
           counted(fewest_withdrawn(audit), "claim must be withdrawn", "claims must be withdrawn") +
           " for the rest to be possible:\n";
    for (const audit::Withdrawal& withdrawal : audit.withdrawals) {
        for (std::size_t i = 0; i < std::min(most_choices, withdrawal.choices.size()); ++i)
            out += std::string(i == 0 ? "  " : "  or ") +
                   listed(quoted(claims, withdrawal.choices[i])) + "\n";
        if (withdrawal.choices.size() > most_choices)
            out +=
                "  or " +
                counted(withdrawal.choices.size() - most_choices, "other choice", "other choices") +
                " as small\n";
    }
}

void append_impossible(std::string& out, const Audit& audit, const Claims& claims) {
    out += "Impossible: they cannot all be true. " +
           counted(audit.conflicts.size(), "minimal conflict", "minimal conflicts") +
           (audit.is_complete ? ".\n" : " found so far.\n");
    for (std::size_t i = 0; i < audit.conflicts.size(); ++i) {
        out += "\n" + std::to_string(i + 1) + ". ";
        append_conflict(out, audit.conflicts[i], claims);
    }
    out += "\n";
    append_withdrawals(out, audit, claims);
}

void append_unknowns(std::string& out, const Audit& audit, const Claims& claims) {
    TextTable table(true);
    for (const audit::UnknownRange& unknown : audit.unknowns)
        table.add({"  " + claims.name_of(unknown.unknown),
                   words_of(unknown) + (unknown.is_certain ? "" : " at least")});
    out += "\nEach number can be\n" + table.text();
}

void append_readings(std::string& out, const Audit& audit, const Claims& claims) {
    TextTable table(true);
    for (const Reading& reading : audit.readings)
        if (reading.verdict != Verdict::impossible)
            table.add({"  " + claims[reading.claim].text, words_of(reading)});
    const std::string text = table.text();
    if (!text.empty())
        out += "\nEach figure could read, if all others stand\n" + text;
}

} // namespace

std::string to_text(const Audit& audit, const Claims& claims, const audit::Roundings& roundings,
                    std::string_view title) {
    std::string out(title);
    out += ": " + counted(claims.size(), "claim", "claims") + " about " +
           counted(claims.names().size(), "number", "numbers") + ", rounded " +
           words_of(roundings) + "\n\n";
    if (audit.verdict == Verdict::possible)
        out += "Possible: they can all be true together.\n";
    else if (audit.verdict == Verdict::impossible)
        append_impossible(out, audit, claims);
    else
        out += "Not decided: the search was given up. What is known so far:\n";
    if (!audit.unknowns.empty())
        append_unknowns(out, audit, claims);
    append_readings(out, audit, claims);
    if (!audit.is_complete)
        out += "\nThe search was given up, as the time was over or there are too many cases: what "
               "is not said "
               "was not decided.\n";
    return out;
}

} // namespace indicare::io
