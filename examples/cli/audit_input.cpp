#include "audit_input.hpp"

#include <chrono>
#include <cstddef>
#include <iostream>

#include "indicare/audit/audit.hpp"
#include "indicare/exact/rounding.hpp"
#include "indicare/io/return_folder.hpp"
#include "indicare/quality/finding.hpp"
#include "said_findings.hpp"

namespace indicare::cli {

namespace {

std::vector<std::string> rule_names() {
    std::vector<std::string> names{std::string(audit::any_rounding_name)};
    for (const std::string_view name : exact::detail::rounding_names)
        names.emplace_back(name);
    return names;
}

} // namespace

void AuditInputOptions::add_to(CLI::App& command) {
    command.add_option(
        "files", files,
        "Files of claims, as text or as JSON; scorecards and published files as CSV");
    command
        .add_option("--rule", rule,
                    "How figures were rounded (half_up); any: by any of half_up, "
                    "half_even, truncate")
        ->check(CLI::IsMember(rule_names()));
    command.add_option("--time", seconds, "Seconds after which to give up (10)")
        ->check(CLI::PositiveNumber);
    command.add_flag("--places", places,
                     "Of published files: take it, too, that authorities add up to regions");
    command.add_option("--findings", findings, "How many findings are shown (20)");
}

audit::GiveUp give_up_after(double seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    return [end] { return std::chrono::steady_clock::now() > end; };
}

std::string AuditInputOptions::title() const {
    std::string all;
    for (const std::string& file : files)
        all += (all.empty() ? "" : ", ") + file;
    return all;
}

std::optional<std::string> text_of(const std::string& path) {
    auto text = io::text_of_file(path);
    if (!text)
        std::cerr << "indicare: " << path << " cannot be read\n";
    return text;
}

bool ClaimFiles::add(const std::string& path) {
    const auto text = text_of(path);
    if (!text)
        return false;
    const std::size_t left_out_before = texts_.laws_left_out();
    if (!texts_.read(*text, path, findings_)) {
        say(findings_, {});
        return false;
    }
    if (const std::size_t left_out = texts_.laws_left_out() - left_out_before; left_out > 0)
        std::cerr << "indicare: " << left_out << " ways in which indicators of " << path
                  << " add up or bound each other do not hold, and are not claimed\n";
    return true;
}

const audit::Claims& ClaimFiles::finish(bool places_add_up, std::size_t most_findings) {
    texts_.finish(places_add_up);
    if (const auto& use = texts_.published_use()) {
        std::cerr << "indicare: " << use->claims << " claims of published files. " << use->laws_used
                  << " ways in which their numbers hang together were found in them and taken for "
                     "true, "
                  << use->laws_failing << " fail somewhere and were not.\n";
        if (use->figures_passed_over > 0)
            std::cerr << "indicare: " << use->figures_passed_over
                      << " of their percentages, rates and means (a total's own 100% among them) "
                         "are of no numbers that were found, and were left out\n";
    }
    say(findings_, {.most = most_findings});
    if (texts_.not_confirmed() > 0)
        std::cerr << "indicare: " << texts_.not_confirmed()
                  << " proposed claims are not confirmed and were left out\n";
    say_what_was_left_out(findings_);
    return texts_.claims();
}

void say_what_was_left_out(const quality::Findings& findings) {
    const std::uint64_t errors = findings.count_of(quality::Severity::error);
    if (errors > 0)
        std::cerr << "indicare: " << errors << (errors == 1 ? " row or claim" : " rows or claims")
                  << " could not be read: what is said is of the others\n";
}

} // namespace indicare::cli
