#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indicare/audit/claims.hpp"
#include "indicare/audit/hidden_number.hpp"
#include "indicare/audit/law.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// What of published files became no claim, or no number.
struct PublishedCounts {
    std::size_t cells = 0;          ///< of counts, percentages, rates and populations
    std::size_t not_applicable = 0; ///< `z`: in sums, nobody
    std::size_t not_available = 0;  ///< `x`, `-`: in sums, any number
    std::size_t blank = 0;
    std::size_t withheld_figures = 0; ///< `c` in place of a percentage or a rate
    /// Percentages, rates and means of which is not known what of, as in a file with several
    /// columns of counts, a total's own 100%, and populations beside the first.
    std::size_t figures_passed_over = 0;
};

/// Published files in the form of Explore Education Statistics, as claims of an audit.
///
/// A file has `time_period`, `geographic_level` and the columns of places; a column that holds a
/// number or a symbol in the first row is of numbers (a percentage, a rate or a population by its
/// name, else a count), and all others say what kind of row it is. The last of those is what is
/// told apart in a group. Of several columns of percentages, of rates or of populations the first
/// is read, and none of percentages and rates where there are several of counts.
///
/// Each count is an unknown, `E06000015.2023.reason_episode_ceased.adopted`. An authority's is
/// claimed exactly, the nation's and a region's to the nearest 10 where the file rounds so. One
/// that is `c` is hidden: an unknown of which nothing is claimed. A percentage or a rate is claimed
/// of the counts that it is found to be of.
class PublishedClaims {
  public:
    /// A law is used when it was seen to hold so many times.
    static constexpr std::size_t least_evidence = 20;

    PublishedClaims();
    ~PublishedClaims();
    PublishedClaims(PublishedClaims&&) noexcept;
    PublishedClaims& operator=(PublishedClaims&&) noexcept;

    /// Reads one file's text. Rows that cannot be used are findings and are left out; false, and a
    /// finding, when the columns are not those of such a file. Cost: linear in the text.
    bool read(std::string_view text, const std::string& file, quality::Findings& findings);

    /// Ends the reading: learns what holds everywhere, and makes the claims. Cost: near linear in
    /// the cells, some microseconds each; in groups of up to 13 rows all ways to add up are tried.
    void finish();

    /// All below are complete after `finish`.
    const audit::Claims& claims() const;
    /// In the order of files, kinds of rows, places and years.
    std::span<const audit::HiddenNumber> hidden() const;
    /// What was taken to hold and what was found not to.
    std::span<const audit::Law> laws() const;
    const PublishedCounts& counts() const;

  private:
    class State;
    std::unique_ptr<State> state_;
};

} // namespace indicare::io
