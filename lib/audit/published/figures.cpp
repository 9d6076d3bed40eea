#include <algorithm>
#include <utility>

#include "audit/published/laws.hpp"
#include "indicare/io/published_claims.hpp"

// Which counts a percentage, a rate, a mean or a difference is of.

namespace indicare::io {

using audit::LawKind;

namespace {

constexpr std::size_t most_rows_compared = 40;

/// `can(figure, above, below)` wherever all three are shown; to the first failure, if so asked.
template <class Can>
Evidence evidence_of(const TableCells& figures, const TableCells& above, const TableCells& below,
                     bool to_first_failure, Can&& can) {
    Evidence evidence;
    for (const TableCell& figure : figures.all()) {
        if (!is_figure(figure))
            continue;
        const TableCell* const first = above.find(figure.slot);
        const TableCell* const second = below.find(figure.slot);
        if (first == nullptr || second == nullptr || !first->is_bounded() || !second->is_bounded())
            continue;
        // Nothing of nobody may be printed as 0: that tells nothing.
        if (figure.units == 0 && first->most == 0 && second->most == 0)
            continue;
        evidence.add(can(figure, Bounds::of(*first), Bounds::of(*second)),
                     first->is_exact() && second->is_exact(), figure);
        if (to_first_failure && evidence.failed > 0)
            break;
    }
    return evidence;
}

bool can_print_share(const TableCell& figure, const Bounds& part, const Bounds& whole) {
    return part.least <= whole.most && can_print(figure, 100, part, whole);
}

Evidence evidence_of_share(const PublishedTable& table, std::size_t line, std::size_t whole,
                           bool to_first_failure) {
    return evidence_of(table.lines[line].percentages, table.lines[line].counts,
                       table.lines[whole].counts, to_first_failure, can_print_share);
}

bool is_enough(const Evidence& evidence) {
    return evidence.failed == 0 && evidence.seen() >= PublishedClaims::least_evidence;
}

void learn_share(const PublishedTable& table, std::size_t line, std::optional<std::size_t> total,
                 const std::vector<std::size_t>& counts, std::vector<LearntLaw>& laws) {
    std::vector<std::size_t> found;
    if (total && is_enough(evidence_of_share(table, line, *total, true)))
        found.push_back(*total);
    else if (counts.size() <= most_rows_compared)
        for (const std::size_t whole : counts)
            if (is_enough(evidence_of_share(table, line, whole, true)))
                found.push_back(whole);
    // Where nothing will do, what fails least is told.
    const auto failed = [&](std::size_t whole) {
        return evidence_of_share(table, line, whole, false).failed;
    };
    std::optional<std::size_t> nearest = found.empty() ? total : found.front();
    if (total && found.empty() && counts.size() <= most_rows_compared)
        for (const std::size_t other : counts)
            if (other != line && evidence_of_share(table, line, other, false).held > 0 &&
                failed(other) < failed(*nearest))
                nearest = other;
    if (!nearest)
        return;
    const std::size_t whole = *nearest;
    laws.push_back(
        law_of(table, LawKind::share_of, line, {whole},
               table.told(table.lines[line]) + " is a share of " + table.lines[whole].label,
               evidence_of_share(table, line, whole, false)));
    laws.back().law.is_used = found.size() == 1;
}

void learn_rate(const PublishedTable& table, std::size_t number, std::vector<LearntLaw>& laws) {
    const TableLine& line = table.lines[number];
    const TableFile& file = table.files[line.file];
    const Evidence evidence =
        evidence_of(line.rates, line.counts, file.populations, false,
                    [&file](const TableCell& figure, const Bounds& above, const Bounds& below) {
                        return can_print(figure, file.per, above, below);
                    });
    if (evidence.seen() == 0)
        return;
    laws.push_back(law_of(table, LawKind::rate_of, number, {},
                          table.told(line) + " has rates for " + std::to_string(file.per) + " of " +
                              file.population_column,
                          evidence));
    laws.back().law.is_used = is_enough(evidence);
}

Quotient quotient_of(const TableLine& line) {
    const auto any = [&line](auto&& is) {
        return std::any_of(line.counts.all().begin(), line.counts.all().end(), is);
    };
    return any([](const TableCell& cell) { return cell.units < 0; })    ? Quotient::difference
           : any([](const TableCell& cell) { return cell.places > 0; }) ? Quotient::mean
                                                                        : Quotient::percentage;
}

Evidence evidence_of_quotient(const TableLine& line, const TableLine& first,
                              const TableLine& second, Quotient quotient, bool to_first_failure) {
    return evidence_of(line.counts, first.counts, second.counts, to_first_failure,
                       quotient == Quotient::difference ? can_print_difference
                       : quotient == Quotient::mean     ? can_print_mean
                                                        : can_print_share);
}

/// Tries all pairs of rows of the group; nothing is said where none or several would do.
void learn_quotient(const PublishedTable& table, std::size_t number,
                    const std::vector<std::size_t>& counts, std::vector<LearntLaw>& laws) {
    constexpr std::string_view signs[] = {" as a percentage of ", " over ", " less "};
    const TableLine& line = table.lines[number];
    const Quotient quotient = quotient_of(line);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const std::size_t first : counts)
        for (const std::size_t second : counts) {
            if (first == second)
                continue;
            const Evidence evidence =
                evidence_of_quotient(line, table.lines[first], table.lines[second], quotient, true);
            if (evidence.failed == 0 && evidence.held >= PublishedClaims::least_evidence)
                found.emplace_back(first, second);
        }
    if (found.size() != 1)
        return;
    const auto [first, second] = found.front();
    laws.push_back(law_of(
        table, LawKind::quotient_of, number, {first, second},
        table.told(line) + " is " + table.lines[first].label +
            std::string(signs[static_cast<std::size_t>(quotient)]) + table.lines[second].label,
        evidence_of_quotient(line, table.lines[first], table.lines[second], quotient, false)));
    laws.back().quotient = quotient;
    laws.back().law.is_used = true;
}

} // namespace

void learn_figures(const PublishedTable& table, const Totals& totals,
                   std::vector<LearntLaw>& laws) {
    for (std::size_t number = 0; number < table.groups.size(); ++number) {
        const TableGroup& group = table.groups[number];
        const std::vector<std::size_t> counts = counts_of(table, group);
        for (const std::size_t line : counts) {
            if (!table.lines[line].percentages.empty() && line != totals[number])
                learn_share(table, line, totals[number], counts, laws);
            if (!table.lines[line].rates.empty())
                learn_rate(table, line, laws);
        }
        if (counts.size() <= most_rows_compared)
            for (const std::size_t line : group.lines)
                if (table.lines[line].is_figure)
                    learn_quotient(table, line, counts, laws);
    }
}

} // namespace indicare::io
