#include "indicare/audit/disclosure.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "given_up.hpp"
#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/reading.hpp"
#include "recovery.hpp"

namespace indicare::audit {

namespace {

using exact::integer;
using Numbers = std::vector<ClaimNumber>;

Numbers up_to(std::size_t count) {
    Numbers all(count);
    std::iota(all.begin(), all.end(), ClaimNumber{0});
    return all;
}

/// The number of every unknown of the cells; of others, which are known besides, one that fits.
/// Nothing when it gave up. Errors: `std::domain_error` when the claims do not pin a number of a
/// cell.
std::optional<std::vector<integer>> truth_of(const Publication& publication,
                                             const std::set<Unknown>& in_cells,
                                             const RecoveryOptions& options) {
    const Claims& claims = publication.claims;
    std::vector<integer> truth(claims.names().size(), 0);
    for (const Numbers& group : groups_of(claims, up_to(claims.size()))) {
        const ClaimsPart part = part_of(claims, group);
        const System system = system_of(part.claims, up_to(group.size()), options.roundings).system;
        const Solution solution = solve(system, options.give_up);
        if (solution.verdict == Verdict::undecided)
            return std::nullopt;
        if (solution.verdict == Verdict::impossible)
            throw std::domain_error("what is printed and known cannot all be true; an audit of it "
                                    "says which figures contradict each other");
        for (Unknown unknown = 0; unknown < part.unknowns.size(); ++unknown) {
            truth[part.unknowns[unknown]] = solution.numbers[unknown];
            if (!in_cells.contains(part.unknowns[unknown]))
                continue;
            const Sum sum = Sum::of(unknown);
            const Extreme lower = least(system, sum, solution.numbers, options.give_up);
            const Extreme upper = most(system, sum, solution.numbers, options.give_up);
            if (lower.value != upper.value)
                throw std::domain_error("the publication does not say what " +
                                        claims.name_of(part.unknowns[unknown]) + " is");
            if (lower.verdict == Verdict::undecided || upper.verdict == Verdict::undecided)
                return std::nullopt;
        }
    }
    return truth;
}

/// Hides numbers until all that are hidden are safe.
class Protection {
  public:
    Protection(const Publication& publication, const DisclosureOptions& options)
        : publication_(publication), options_(options) {
        for (const ClaimNumber cell : publication.cells)
            in_cells_.merge(unknowns_of(publication.claims[cell]));
    }

    Disclosure run() {
        auto truth = truth_of(publication_, in_cells_, options_.recovery);
        if (!truth)
            return {};
        truth_ = std::move(*truth);
        hide_small();
        while (!is_given_up(options_.recovery.give_up)) {
            const auto unsafe = first_unsafe();
            if (!unsafe)
                break;
            if (!hide_against(*unsafe))
                given_up_on_.insert(unsafe->unknown);
        }
        print_again();
        return result();
    }

  private:
    bool is_hidden(Unknown unknown) const {
        const auto with = publication_.hidden_with.find(unknown);
        return hidden_.contains(unknown) ||
               (with != publication_.hidden_with.end() && hidden_.contains(with->second));
    }

    bool is_hidden_cell(ClaimNumber claim) const {
        if (!publication_.cells.contains(claim))
            return false;
        const std::set<Unknown> unknowns = unknowns_of(publication_.claims[claim]);
        return std::any_of(unknowns.begin(), unknowns.end(),
                           [this](Unknown unknown) { return is_hidden(unknown); });
    }

    void hide(Unknown unknown, bool is_small, std::optional<Unknown> protects) {
        hidden_.insert(unknown);
        order_.push_back({unknown, truth_[unknown], is_small, protects, {}});
    }

    void hide_small() {
        for (const Unknown unknown : in_cells_)
            if (!publication_.no_counts.contains(unknown) &&
                !publication_.hidden_with.contains(unknown) &&
                options_.small.holds(truth_[unknown]))
                hide(unknown, true, {});
    }

    /// What a reader knows: all claims that are not hidden, and which numbers are small; the others
    /// that are hidden are then greater.
    Claims known() const {
        Claims known = publication_.claims.without_claims();
        for (ClaimNumber claim = 0; claim < publication_.claims.size(); ++claim)
            if (!is_hidden_cell(claim))
                known.add(publication_.claims[claim]);
        const auto add = [&known](Unknown unknown, Comparison comparison, const integer& bound,
                                  const char* sign) {
            known.add({Relation{Sum::of(unknown), comparison, Sum(bound)},
                       known.name_of(unknown) + sign + exact::to_text(bound)});
        };
        const auto& [least, most] = options_.small;
        for (const Suppressed& hidden : order_) {
            if (!hidden.is_small) {
                add(hidden.unknown, Comparison::above, most, " > ");
                continue;
            }
            add(hidden.unknown, Comparison::at_least, least, " >= ");
            add(hidden.unknown, Comparison::at_most, most, " <= ");
        }
        return known;
    }

    /// What a reader can tell of hidden numbers: of all, or until one is unsafe, which comes last.
    std::vector<Recovered> tell(bool until_unsafe) const {
        const Claims claims = known();
        std::vector<Recovered> told;
        std::set<Unknown> in_groups;
        for (const Numbers& group : groups_of(claims, up_to(claims.size()))) {
            const ClaimsPart part = part_of(claims, group);
            std::vector<integer> truth;
            for (const Unknown unknown : part.unknowns)
                truth.push_back(truth_[unknown]);
            const System system =
                system_of(part.claims, up_to(group.size()), options_.recovery.roundings).system;
            const Recovery recovery(system, std::move(truth), options_.recovery);
            for (Unknown unknown = 0; unknown < part.unknowns.size(); ++unknown) {
                if (!hidden_.contains(part.unknowns[unknown]))
                    continue;
                in_groups.insert(part.unknowns[unknown]);
                told.push_back(recovery.of(unknown));
                told.back().unknown = part.unknowns[unknown];
                if (!until_unsafe || is_safe(told.back()) ||
                    given_up_on_.contains(told.back().unknown))
                    continue;
                tell_reasons(part, unknown, options_.recovery, told.back());
                told.back().told_by = in_publication(told.back().told_by);
                return told;
            }
        }
        for (const Unknown unknown : hidden_)
            if (!in_groups.contains(unknown))
                told.push_back(
                    {unknown, Verdict::possible, {}, options_.recovery.values, true, {}});
        return told;
    }

    /// Of claims that a reader knows, those of the publication, in its numbers.
    Numbers in_publication(const Numbers& known) const {
        Numbers numbers;
        for (ClaimNumber claim = 0; claim < publication_.claims.size(); ++claim)
            if (!is_hidden_cell(claim))
                numbers.push_back(claim);
        Numbers found;
        for (const ClaimNumber claim : known)
            if (claim < numbers.size())
                found.push_back(numbers[claim]);
        return found;
    }

    bool is_safe(const Recovered& recovered) const {
        return recovered.values >= options_.recovery.values;
    }

    std::optional<Recovered> first_unsafe() const {
        std::vector<Recovered> told = tell(true);
        if (told.empty() || is_safe(told.back()) || given_up_on_.contains(told.back().unknown))
            return std::nullopt;
        return told.back();
    }

    /// Hides the smallest number of those cells from which a hidden one is told; false where none
    /// of them can be hidden.
    bool hide_against(const Recovered& unsafe) {
        std::optional<Unknown> smallest;
        for (const ClaimNumber claim : unsafe.told_by) {
            if (!publication_.cells.contains(claim))
                continue;
            for (const Unknown unknown : unknowns_of(publication_.claims[claim]))
                if (can_be_hidden(unknown) && (!smallest || truth_[unknown] < truth_[*smallest]))
                    smallest = unknown;
        }
        if (smallest)
            hide(*smallest, false, unsafe.unknown);
        return smallest.has_value();
    }

    /// Only numbers above the small ones: of one below, a zero, a reader who knows that it is not
    /// small could tell what it is.
    bool can_be_hidden(Unknown unknown) const {
        return !hidden_.contains(unknown) && truth_[unknown] > options_.small.most &&
               !publication_.no_counts.contains(unknown) &&
               !publication_.hidden_with.contains(unknown);
    }

    /// Prints again, the last one hidden first, what nothing needs hidden.
    void print_again() {
        for (std::size_t i = order_.size(); i-- > 0;) {
            if (order_[i].is_small || is_given_up(options_.recovery.give_up))
                continue;
            const Suppressed tried = order_[i];
            order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(i));
            hidden_.erase(tried.unknown);
            if (!first_unsafe())
                continue;
            hidden_.insert(tried.unknown);
            order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(i), tried);
        }
    }

    /// Impossible where a number is known to be unsafe, undecided where one may be.
    Verdict verdict() const {
        Verdict all = Verdict::possible;
        for (const Suppressed& hidden : order_) {
            if (is_safe(hidden.recovered))
                continue;
            if (hidden.recovered.verdict != Verdict::undecided)
                return Verdict::impossible;
            all = Verdict::undecided;
        }
        return all;
    }

    Disclosure result() {
        Disclosure disclosure;
        std::map<Unknown, Recovered> by_unknown;
        for (Recovered& recovered : tell(false))
            by_unknown.emplace(recovered.unknown, std::move(recovered));
        for (Suppressed& hidden : order_)
            hidden.recovered = std::move(by_unknown[hidden.unknown]);
        disclosure.verdict = verdict();
        disclosure.hidden = std::move(order_);
        for (const ClaimNumber cell : publication_.cells)
            if (is_hidden_cell(cell))
                disclosure.hidden_cells.insert(cell);
        return disclosure;
    }

    const Publication& publication_;
    const DisclosureOptions& options_;
    std::set<Unknown> in_cells_; ///< numbers of the publication's cells
    std::vector<integer> truth_;
    std::set<Unknown> hidden_;
    std::vector<Suppressed> order_; ///< in which they were hidden
    std::set<Unknown> given_up_on_; ///< that cannot be made safe
};

} // namespace

Publication publication_of(Claims claims, ClaimNumber own) {
    Publication publication;
    for (ClaimNumber claim = 0; claim < own; ++claim)
        if (has_reading(claims[claim]))
            publication.cells.insert(claim);
    publication.claims = std::move(claims);
    return publication;
}

Disclosure protect(const Publication& publication, const DisclosureOptions& options) {
    return Protection(publication, options).run();
}

} // namespace indicare::audit
