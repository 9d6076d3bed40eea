#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "audit_input.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "indicare/audit/audit.hpp"
#include "indicare/io/audit_writer.hpp"
#include "indicare/io/claims_reader.hpp"
#include "indicare/io/prose_reader.hpp"

namespace indicare::cli {

namespace {

constexpr int possible = 0;
constexpr int impossible = 1;
constexpr int not_decided = 2;

struct Options {
    AuditInputOptions input;
    std::string text;
    std::string format = "text";
    std::string output;
};

/// Proposes claims of a report's text; audits nothing.
int propose(const Options& options) {
    const auto report = text_of(options.text);
    if (!report)
        return could_not_be_done;
    const io::Proposals proposals = io::propose_claims(*report);
    std::cerr
        << "indicare: proposed " << proposals.claims.size() << " claims, "
        << proposals.missed.size()
        << " numbers were not understood; nothing was audited. Read them, mend them, take the "
           "question marks away, and audit that file.\n";
    return write_text(options.output, io::to_claims_text(proposals, options.text))
               ? done
               : could_not_be_done;
}

int status_of(const audit::Audit& audit, bool all_was_read) {
    if (audit.verdict == audit::Verdict::impossible)
        return impossible;
    return audit.verdict == audit::Verdict::possible && audit.is_complete && all_was_read
               ? possible
               : not_decided;
}

/// Reads the files; false, with the reason said, when there is nothing to audit.
bool read_files(const AuditInputOptions& options, ClaimFiles& files) {
    if (options.files.empty()) {
        std::cerr << "indicare: a file of claims was expected\n";
        return false;
    }
    return std::all_of(options.files.begin(), options.files.end(),
                       [&files](const std::string& file) { return files.add(file); });
}

int run(const Options& options) {
    if (!options.text.empty())
        return propose(options);
    ClaimFiles files;
    if (!read_files(options.input, files))
        return could_not_be_done;
    const audit::Claims& claims = files.finish(options.input.places, options.input.findings);
    if (claims.size() == 0) {
        std::cerr << "indicare: nothing is claimed in " << options.input.title() << "\n";
        return could_not_be_done;
    }
    if (options.format == "claims")
        return write_text(options.output, io::to_text(claims)) ? done : could_not_be_done;
    audit::AuditOptions asked;
    asked.roundings = audit::roundings_named(options.input.rule).value();
    asked.give_up = give_up_after(options.input.seconds);
    const audit::Audit audit = audit::audit(claims, asked);
    const std::string answer =
        options.format == "json"
            ? io::to_json(audit, claims, asked.roundings)
            : io::to_text(audit, claims, asked.roundings, options.input.title());
    return write_text(options.output, answer) ? status_of(audit, files.all_was_read())
                                              : could_not_be_done;
}

} // namespace

void add_audit(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "audit", "Says whether all that a report claims can be true, what each number can then be, "
                 "and if not, which claims conflict.");
    command->footer("A file of claims has one a line, as: stock per 10000 population = 104. "
                    "docs/audit.md teaches the language.\nExit status: 0 possible, 1 impossible, 2 "
                    "not decided in the time given, or not all claims could be read.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->add_option("--text", options->text,
                        "Propose claims from the text of a report, for a person to confirm");
    command->add_option("--format", options->format, "text, json, or the claims themselves: claims")
        ->check(CLI::IsMember({"text", "json", "claims"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
