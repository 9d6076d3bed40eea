#include "audit_input.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <memory>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/exact/rounding.hpp"
#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::cli {

namespace {

constexpr const char* any_rule = "any";

std::vector<std::string> rule_names() {
    std::vector<std::string> names{any_rule};
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
    command.add_option("--findings", findings, "How many findings are shown (20)");
}

audit::Roundings AuditInputOptions::roundings() const {
    const auto one = exact::rounding_named(rule);
    return one ? audit::Roundings{*one} : audit::any_rounding();
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

void show(const quality::Findings& findings, std::size_t most) {
    std::size_t shown = 0;
    for (const quality::Finding& finding : findings.kept())
        if (shown++ < most)
            std::cerr << quality::name_of(quality::severity_of(finding.code)) << ": "
                      << quality::to_text(finding) << "\n";
    if (shown > most)
        std::cerr << "... and " << shown - most << " more (--findings shows more)\n";
}

std::optional<std::string> text_of(const std::string& path) {
    auto text = io::text_of_file(path);
    if (!text)
        std::cerr << "indicare: " << path << " cannot be read\n";
    return text;
}

bool ClaimFiles::is_published(std::string_view text) {
    return text.substr(0, text.find('\n')).find("time_period") != std::string_view::npos;
}

bool ClaimFiles::add(const std::string& path) {
    const auto text = text_of(path);
    if (!text)
        return false;
    bool could_be_read = true;
    if (io::ScorecardClaims::is_of_scorecards(*text)) {
        could_be_read = add_scorecards(*text, path);
    } else if (is_published(*text)) {
        if (!published_)
            published_.emplace();
        could_be_read = published_->read(*text, path, findings_);
    } else {
        io::read_claims(*text, path, findings_, read_);
    }
    if (!could_be_read)
        show(findings_, findings_.kept().size());
    return could_be_read;
}

bool ClaimFiles::add_scorecards(std::string_view text, const std::string& path) {
    const auto scorecards = io::ScorecardClaims::read(text, path, findings_);
    if (!scorecards)
        return false;
    const audit::Claims& claims = scorecards->publication().claims;
    audit::append(read_.claims, claims);
    for (const audit::Unknown number : scorecards->hidden())
        hide(claims.name_of(number));
    if (scorecards->laws_left_out() > 0)
        std::cerr << "indicare: " << scorecards->laws_left_out() << " ways in which indicators of "
                  << path << " add up or bound each other do not hold, and are not claimed\n";
    return true;
}

void ClaimFiles::hide(const std::string& name) {
    hidden_.push_back(read_.claims.unknown(name));
}

void ClaimFiles::finish_published(bool places_add_up) {
    published_->finish();
    const audit::Claims& all = published_->claims();
    std::vector<bool> left_out(all.size());
    std::size_t used = 0;
    std::size_t failing = 0;
    for (const audit::Law& law : published_->laws()) {
        used += law.is_used ? 1U : 0U;
        failing += law.failed > 0 ? 1U : 0U;
        if (law.kind == audit::LawKind::places_add_up && !places_add_up)
            std::fill_n(left_out.begin() + static_cast<std::ptrdiff_t>(law.first_claim), law.claims,
                        true);
    }
    audit::Claims claims = all.without_claims();
    for (audit::ClaimNumber claim = 0; claim < all.size(); ++claim)
        if (!left_out[claim])
            claims.add(all[claim]);
    std::cerr
        << "indicare: " << claims.size() << " claims of published files. " << used
        << " ways in which their numbers hang together were found in them and taken for true, "
        << failing << " fail somewhere and were not.\n";
    audit::append(read_.claims, claims);
    for (const audit::HiddenNumber& number : published_->hidden())
        hide(all.name_of(number.unknown));
}

const audit::Claims& ClaimFiles::finish(bool places_add_up, std::size_t most_findings) {
    if (published_)
        finish_published(places_add_up);
    show(findings_, most_findings);
    if (read_.not_confirmed > 0)
        std::cerr << "indicare: " << read_.not_confirmed
                  << " proposed claims are not confirmed and were left out\n";
    say_what_was_left_out(findings_);
    return read_.claims;
}

void say_what_was_left_out(const quality::Findings& findings) {
    const std::uint64_t errors = findings.count_of(quality::Severity::error);
    if (errors > 0)
        std::cerr << "indicare: " << errors
                  << " rows or claims could not be read: what is said is of the others\n";
}

} // namespace indicare::cli
