#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "indicare/audit/meaning.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/io/claims_reader.hpp"
#include "indicare/io/published_claims.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::cli {

/// What an audit is told on the command line.
struct AuditInputOptions {
    std::vector<std::string> files;
    std::string rule = "half_up";
    bool places = false;
    double seconds = 10;
    std::size_t findings = 20; ///< how many are shown

    void add_to(CLI::App& command);
    audit::Roundings roundings() const;
    /// The files, as a title.
    std::string title() const;
};

/// Published files, which together become claims, and on standard error what was learnt of them.
class PublishedFiles {
  public:
    /// Whether a text is a published file, by its row of column names.
    static bool is_one(std::string_view text);

    void add(std::string_view text, const std::string& file, quality::Findings& findings);
    bool any() const { return any_; }
    /// What all of them claim; that places add up to larger ones only where asked for, since
    /// numbers of all authorities then hang together.
    audit::Claims finish(bool places_add_up);
    /// Numbers that are not printed, among the claims.
    std::vector<audit::Unknown> hidden() const;

  private:
    io::PublishedClaims claims_;
    bool any_ = false;
};

/// The text of a file; nothing, with the reason said on standard error, when it cannot be read.
std::optional<std::string> text_of(const std::string& path);

/// Gives up when so many seconds are over, which begin now.
audit::GiveUp give_up_after(double seconds);

/// Shows the first findings on standard error, and how many more there are.
void show(const quality::Findings& findings, std::size_t most);

/// Reads the claims of all files; says on standard error what could not be read or is not
/// confirmed. Nothing when a file cannot be read.
std::optional<io::ClaimsRead> read_claim_files(const AuditInputOptions& options);

} // namespace indicare::cli
