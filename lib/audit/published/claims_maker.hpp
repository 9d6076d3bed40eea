#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "audit/published/laws.hpp"
#include "indicare/io/published_claims.hpp"

namespace indicare::io {

/// Makes the claims of what a table shows and of the laws found in it.
class PublishedClaimsMaker {
  public:
    PublishedClaimsMaker(PublishedTable& table, audit::Claims& claims,
                         std::vector<audit::HiddenNumber>& hidden, PublishedCounts& counts)
        : table_(table), claims_(claims), hidden_(hidden), counts_(counts) {}

    /// What each count and each population is, and which are hidden.
    void claim_numbers();
    /// What a law that is used adds; says so in it.
    void claim(LearntLaw& learnt);
    /// Counts the figures that no law says anything of.
    void count_passed_over(const std::vector<LearntLaw>& laws);

  private:
    /// A sum with its text.
    struct Told {
        audit::Sum sum;
        std::string text;
    };

    void claim_counts(TableLine& line);
    void claim_populations(TableFile& file);
    void claim_count(const TableLine& line, const TableCell& cell);
    void claim_sum(const LearntLaw& learnt);
    void claim_same(const LearntLaw& learnt);
    void claim_places(const LearntLaw& learnt);
    void claim_figures(const LearntLaw& learnt);
    void claim_figure(const LearntLaw& learnt, const TableCell& figure, const TableCell& above,
                      const TableCell& below);

    audit::Unknown named(std::uint32_t slot, const std::string& words);
    /// Adds a cell to a sum; false where there is none, or nothing is told of it.
    bool add(Told& sum, const TableCell* cell) const;
    Told told(const TableCell& cell, std::int64_t times = 1) const;
    void relate(const Told& left, audit::Comparison comparison, const Told& right);
    void print(audit::PrintedFigure figure, std::string text);
    void add_claim(audit::Statement statement, std::string text);
    void stand_at(const std::string& file, std::uint64_t line, std::string label = {});

    PublishedTable& table_;
    audit::Claims& claims_;
    std::vector<audit::HiddenNumber>& hidden_;
    PublishedCounts& counts_;
    audit::ClaimPlace place_;
};

} // namespace indicare::io
