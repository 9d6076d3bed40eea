#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "indicare/audit/claims.hpp"
#include "indicare/audit/meaning.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/audit/system.hpp"

/// What printed figures give away of numbers that are not printed, and which further ones must be
/// hidden so that they do not. What is known is claims: whatever stays printed, how numbers add up,
/// what others have published. A number is safe when enough numbers are possible for it, each shown
/// by a solution in whole numbers.
namespace indicare::audit {

/// What a reader can tell of a number that is not printed.
struct Recovered {
    Unknown unknown = 0;
    Verdict verdict = Verdict::undecided; ///< possible: the range is certain
    Range range;
    std::size_t values = 0; ///< how many numbers are possible, counted up to those required
    bool is_open = false;   ///< nothing bounds it from above
    /// A smallest set of claims from which the range follows; empty where nobody asked for it.
    std::vector<ClaimNumber> told_by{};

    bool is_told() const { return verdict == Verdict::possible && range.is_one_number(); }
};

/// What is too little to be possible of a hidden number, and how figures may be rounded.
struct RecoveryOptions {
    std::size_t values = 2; ///< fewer possible numbers than these are too few
    Roundings roundings{exact::Rounding::half_up};
    GiveUp give_up{};
};

/// What claims tell of numbers that are not printed, with the claims that tell it where fewer
/// numbers are possible than required. Where the claims contradict each other, its verdict is
/// impossible.
std::vector<Recovered> recover(const Claims& claims, std::span<const Unknown> hidden,
                               const RecoveryOptions& options = {});

/// A publication before anything is hidden. Its claims are true, and pin every number.
struct Publication {
    Claims claims;
    /// The claims that are the publication's own cells, which can be hidden: a number with those
    /// that show it, and with every figure made of it. Others are known whatever is hidden: how
    /// numbers add up, and what others published.
    std::set<ClaimNumber> cells;
    /// Numbers that are no counts of children, as a population: never too small, never hidden.
    std::set<Unknown> no_counts;
    /// Numbers that are hidden with another: a sum with the number of children whose sum it is.
    std::map<Unknown, Unknown> hidden_with;
};

/// A table that is written as claims: of the first `own`, those that state a number or print a
/// figure are cells of the publication; the others, and all after them, are known whatever is
/// hidden.
Publication publication_of(Claims claims, ClaimNumber own);

/// The numbers that no claim states outright, as `a = 3` does: those that claims hide.
std::vector<Unknown> not_stated(const Claims& claims);

/// Which numbers are hidden, and what must remain possible of them.
struct DisclosureOptions {
    Range small{1, 5}; ///< numbers too small to be printed
    RecoveryOptions recovery{};
};

/// A number that is hidden, and why.
struct Suppressed {
    Unknown unknown = 0;
    exact::integer number;
    bool is_small = false;
    /// Where it is not small: a hidden number that would be told, or nearly, if it were printed.
    std::optional<Unknown> protects{};
    Recovered recovered; ///< what a reader can tell of it now
};

/// Which numbers of a publication are hidden.
struct Disclosure {
    /// Possible: every hidden number is safe. Impossible: some cannot be made so by hiding.
    /// Undecided: the search gave up.
    Verdict verdict = Verdict::undecided;
    std::vector<Suppressed> hidden;     ///< small ones, then those that protect them, as chosen
    std::set<ClaimNumber> hidden_cells; ///< of the publication's claims
};

/// Hides the small numbers of a publication, then others until all that are hidden are safe from a
/// reader who knows the rule, which hidden numbers are small, and all that stays printed or is
/// known besides. Each next one is the smallest of those from which an unsafe number is told; in
/// the end those that turn out not to be needed are printed again.
/// Undecided, with nothing hidden, where it gave up before it knew that the claims are possible.
/// Errors: `std::domain_error` when the claims are not possible or leave a number of a cell open.
Disclosure protect(const Publication& publication, const DisclosureOptions& options = {});

} // namespace indicare::audit
