#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/audit/claims.hpp"
#include "indicare/io/claims_reader.hpp"
#include "indicare/io/published_claims.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// What a text claims something in.
enum class ClaimText : std::uint8_t { claims, scorecards, published };

/// What a text is, by its first row: a scorecard or a published file by the names of its columns,
/// and else claims.
ClaimText kind_of(std::string_view text);

/// What published files came to as claims.
struct PublishedUse {
    std::size_t claims = 0;
    std::size_t laws_used = 0;    ///< ways in which their numbers hang together, taken for true
    std::size_t laws_failing = 0; ///< and those that fail somewhere
    std::size_t figures_passed_over = 0; ///< see `PublishedCounts`
};

/// Texts of all kinds, read for what they claim together.
class ClaimTexts {
  public:
    /// Reads a text. False, and a finding, when a scorecard or a published file does not have its
    /// columns; what cannot be read of it else is findings alone. Cost: linear in the text.
    bool read(std::string_view text, const std::string& file, quality::Findings& findings);

    /// Makes claims of the published files, when all has been read. That places add up to larger
    /// ones is claimed only where asked for, since numbers of all authorities then hang together.
    /// Cost: as of `PublishedClaims::finish`.
    void finish(bool places_add_up);

    /// Those of published files are among them after `finish`.
    const audit::Claims& claims() const { return read_.claims; }
    /// Numbers that scorecards and published files do not print, among the claims.
    const std::vector<audit::Unknown>& hidden() const { return hidden_; }
    /// Claims that are only proposed, and were left out.
    std::size_t not_confirmed() const { return read_.not_confirmed; }
    /// See `ScorecardClaims::laws_left_out`.
    std::size_t laws_left_out() const { return laws_left_out_; }
    /// Nothing without published files, and before `finish`.
    const std::optional<PublishedUse>& published_use() const { return published_use_; }

  private:
    bool read_scorecards(std::string_view text, const std::string& file,
                         quality::Findings& findings);
    void hide(const std::string& name);

    ClaimsRead read_;
    std::size_t laws_left_out_ = 0;
    std::optional<PublishedClaims> published_;
    std::optional<PublishedUse> published_use_;
    std::vector<audit::Unknown> hidden_;
};

/// What came of a text that is known besides scorecards.
struct KnownBesides {
    bool has_its_columns = true; ///< else nothing was added
    /// Numbers of it that the scorecards print otherwise, which were taken for other numbers.
    /// Nothing where a published file has nothing of the authority of the scorecards.
    std::optional<std::size_t> passed_over{};
};

/// Adds to scorecards what a text of any kind says besides.
KnownBesides add_known(ScorecardClaims& scorecards, std::string_view text, const std::string& file,
                       quality::Findings& findings);

} // namespace indicare::io
