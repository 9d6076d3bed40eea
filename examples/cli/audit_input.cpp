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

bool PublishedFiles::is_one(std::string_view text) {
    return text.substr(0, text.find('\n')).find("time_period") != std::string_view::npos;
}

void PublishedFiles::add(std::string_view text, const std::string& file,
                         quality::Findings& findings) {
    claims_.read(text, file, findings);
    any_ = true;
}

audit::Claims PublishedFiles::finish(bool places_add_up) {
    claims_.finish();
    const audit::Claims& all = claims_.claims();
    std::vector<bool> left_out(all.size());
    std::size_t used = 0;
    std::size_t failing = 0;
    for (const audit::Law& law : claims_.laws()) {
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
    return claims;
}

std::vector<audit::Unknown> PublishedFiles::hidden() const {
    std::vector<audit::Unknown> hidden;
    for (const audit::HiddenNumber& number : claims_.hidden())
        hidden.push_back(number.unknown);
    return hidden;
}

std::optional<std::string> text_of(const std::string& path) {
    auto text = io::text_of_file(path);
    if (!text)
        std::cerr << "indicare: " << path << " cannot be read\n";
    return text;
}

std::optional<io::ClaimsRead> read_claim_files(const AuditInputOptions& options) {
    if (options.files.empty()) {
        std::cerr << "indicare: a file of claims was expected\n";
        return std::nullopt;
    }
    io::ClaimsRead read;
    quality::Findings findings;
    PublishedFiles published;
    for (const std::string& file : options.files) {
        const auto text = text_of(file);
        if (!text)
            return std::nullopt;
        if (io::ScorecardClaims::is_of_scorecards(*text)) {
            if (const auto scorecards = io::ScorecardClaims::read(*text, file, findings))
                audit::append(read.claims, scorecards->publication().claims);
        } else if (PublishedFiles::is_one(*text)) {
            published.add(*text, file, findings);
        } else {
            io::read_claims(*text, file, findings, read);
        }
    }
    if (published.any())
        audit::append(read.claims, published.finish(options.places));
    show(findings, options.findings);
    if (read.not_confirmed > 0)
        std::cerr << "indicare: " << read.not_confirmed
                  << " proposed claims are not confirmed and were left out\n";
    if (read.unreadable > 0)
        std::cerr << "indicare: " << read.unreadable
                  << " claims could not be read: what is said is of the others\n";
    return read;
}

} // namespace indicare::cli
