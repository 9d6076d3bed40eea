#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "indicare/audit/solver.hpp"
#include "indicare/io/claim_texts.hpp"
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
    /// The files, as a title.
    std::string title() const;
};

/// The text of a file; nothing, with the reason said on standard error, when it cannot be read.
std::optional<std::string> text_of(const std::string& path);

/// Gives up when so many seconds are over, which begin now.
audit::GiveUp give_up_after(double seconds);

/// Reads files for what they claim, each by what it is: claims, a scorecard, a published file.
class ClaimFiles {
  public:
    /// Reads a file. False, with the reason said on standard error, when it cannot be read at all.
    bool add(const std::string& path);
    /// Claims that were read so far, without those of published files.
    std::size_t size() const { return texts_.claims().size(); }

    /// What all of the files claim (`io::ClaimTexts::finish`). Says on standard error what was
    /// learnt of published files, what could not be read and what is not confirmed.
    const audit::Claims& finish(bool places_add_up, std::size_t most_findings);
    /// Numbers that scorecards and published files do not print, among the claims.
    const std::vector<audit::Unknown>& hidden() const { return texts_.hidden(); }
    /// Nothing of the files was left out but what is not confirmed.
    bool all_was_read() const { return findings_.count_of(quality::Severity::error) == 0; }

  private:
    io::ClaimTexts texts_;
    quality::Findings findings_;
};

/// Says on standard error how many rows or claims could not be read, where there are any.
void say_what_was_left_out(const quality::Findings& findings);

} // namespace indicare::cli
