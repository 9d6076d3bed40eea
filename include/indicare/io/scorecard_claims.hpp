#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/audit/disclosure.hpp"
#include "indicare/care/date.hpp"
#include "indicare/indicators/definition.hpp"
#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::io {

/// Scorecards as CSV (`to_csv`), row by row, and what they claim: every number, every printed
/// figure, and how numbers add up (placements to the looked after, groups of a breakdown to their
/// total).
///
/// A number goes by the id of its indicator and the year, `adopted_2023`; of another day than 31
/// March by the date, `adopted_20230930`; of a breakdown `started.sex.female_2023`; of a mean the
/// sum `sdq_mean.sum_2023`; the population `population_2023`; whom a figure counts among as the
/// indicator that counts them, or `convicted.among_2023`. Where there are several authorities each
/// has its code in front: `a831.adopted_2023`. How numbers add up is claimed only where what is
/// printed allows it, since undetermined children can be missing on one side.
class ScorecardClaims {
  public:
    /// Reads scorecards. Rows that cannot be used are findings. Nothing when a column is missing.
    static std::optional<ScorecardClaims> read(std::string_view text, const std::string& file,
                                               quality::Findings& findings);

    /// Whether a text is one of scorecards, by its row of column names.
    static bool is_of_scorecards(std::string_view text);

    const audit::Publication& publication() const { return publication_; }
    /// Numbers that are not printed: `c` stands for them.
    const std::vector<audit::Unknown>& hidden() const { return hidden_; }

    /// How many ways in which indicators add up or bound each other do not hold of what is printed,
    /// and are not claimed.
    std::size_t laws_left_out() const { return laws_left_out_; }

    /// Adds what is known besides: claims of the same names. Those of numbers that the scorecards
    /// print otherwise are of other numbers, and passed over; says how many.
    std::size_t add_known(const audit::Claims& claims);
    /// Adds what was published for the authority of the scorecards, found by its name or code; the
    /// same way. Nothing where no such authority is published.
    std::optional<std::size_t> add_known(const scorecard::PublishedStatistics& published);

    /// The same scorecards in which what a disclosure hides is `c`, with all that is made of it.
    /// Rows that could not be used are left out: nobody looked at what they give away.
    std::string hiding(const audit::Disclosure& disclosure) const;

  private:
    friend class ScorecardRows;

    struct Row {
        std::vector<std::string> fields;
        std::uint64_t line = 0;
        care::Date as_at{};
        const indicators::Definition* definition = nullptr;
        std::optional<audit::Unknown> numerator{};
        std::optional<audit::Unknown> denominator{};
    };
    void append_row(std::string& out, const Row& row, const std::set<audit::Unknown>& hidden) const;

    audit::Publication publication_;
    std::vector<audit::Unknown> hidden_;
    std::vector<Row> rows_;
    std::size_t laws_left_out_ = 0;
    bool has_breakdowns_ = false;
    bool has_limits_ = false;
    std::vector<std::string> authorities_;
};

} // namespace indicare::io
