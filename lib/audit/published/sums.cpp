#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

#include "audit/published/laws.hpp"
#include "indicare/io/published_claims.hpp"
#include "wording.hpp"

// How rows of a group add up.

namespace indicare::io {

using audit::LawKind;

namespace {

constexpr std::size_t most_rows_tried = 13;

Evidence evidence_of_sum(const PublishedTable& table, std::size_t total,
                         const std::vector<std::size_t>& parts) {
    Evidence evidence;
    for (const TableCell& whole : table.lines[total].counts.all()) {
        if (!whole.is_bounded() || whole.is_nothing())
            continue;
        Bounds sum;
        bool is_known = true;
        for (const std::size_t part : parts) {
            const TableCell* const cell = table.lines[part].counts.find(whole.slot);
            is_known = cell != nullptr && cell->is_bounded();
            if (!is_known)
                break;
            sum = sum + Bounds::of(*cell);
        }
        if (is_known)
            evidence.add(sum.meets(Bounds::of(whole)), whole.is_exact() && sum.least == sum.most,
                         whole);
    }
    return evidence;
}

std::string words_of_sum(const PublishedTable& table, std::size_t total,
                         const std::vector<std::size_t>& parts, bool are_all) {
    const TableLine& line = table.lines[total];
    const std::string words = table.told(line) + " is the sum of ";
    if (are_all)
        return words + "the " + std::to_string(parts.size()) + " other rows of its group";
    std::vector<std::string> labels;
    labels.reserve(parts.size());
    for (const std::size_t part : parts)
        labels.push_back(table.lines[part].label);
    return words + listed(labels);
}

/// A group's rows, so that all ways in which they add up to one of them can be tried.
class Ways {
  public:
    Ways(const PublishedTable& table, std::size_t total, std::vector<std::size_t> parts)
        : parts_(std::move(parts)) {
        for (const TableCell& whole : table.lines[total].counts.all())
            if (whole.is_bounded() && !whole.is_nothing())
                take(table, whole);
    }

    /// The least set of parts that adds up wherever all of it is shown, if it is the only one of
    /// its size and no other row could be among them; else none.
    std::vector<std::size_t> found() const {
        std::vector<std::uint32_t> holding;
        for (std::uint32_t set = 3; set < std::uint32_t{1} << parts_.size(); ++set)
            if (std::popcount(set) > 1 && holds(set))
                holding.push_back(set);
        if (holding.empty())
            return {};
        const auto least =
            *std::min_element(holding.begin(), holding.end(), [](std::uint32_t a, std::uint32_t b) {
                return std::popcount(a) < std::popcount(b);
            });
        for (const std::uint32_t other : holding)
            if (other != least && (std::popcount(other) == std::popcount(least) ||
                                   std::has_single_bit(other ^ least)))
                return {};
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if ((least >> i & 1U) != 0)
                parts.push_back(parts_[i]);
        return parts;
    }

  private:
    struct Row {
        Bounds whole;
        std::uint32_t known = 0; ///< which of the parts
        std::vector<Bounds> parts;
    };

    void take(const PublishedTable& table, const TableCell& whole) {
        Row row{Bounds::of(whole), 0, std::vector<Bounds>(parts_.size())};
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const TableCell* const cell = table.lines[parts_[i]].counts.find(whole.slot);
            if (cell == nullptr || !cell->is_bounded())
                continue;
            row.parts[i] = Bounds::of(*cell);
            row.known |= std::uint32_t{1} << i;
        }
        rows_.push_back(std::move(row));
    }

    bool holds(std::uint32_t set) const {
        std::size_t exact = 0;
        for (const Row& row : rows_) {
            if ((row.known & set) != set)
                continue;
            Bounds sum;
            for (std::size_t i = 0; i < parts_.size(); ++i)
                if ((set >> i & 1U) != 0)
                    sum = sum + row.parts[i];
            if (!sum.meets(row.whole))
                return false;
            exact += sum.least == sum.most && row.whole.least == row.whole.most ? 1U : 0U;
        }
        return exact >= PublishedClaims::least_evidence;
    }

    std::vector<std::size_t> parts_;
    std::vector<Row> rows_;
};

std::vector<std::size_t> without(std::vector<std::size_t> lines, std::size_t line) {
    std::erase(lines, line);
    return lines;
}

/// Subtotals, and totals of subtotals. Whether one was found for the total.
bool learn_ways(const PublishedTable& table, const std::vector<std::size_t>& lines,
                std::size_t total, std::vector<LearntLaw>& laws) {
    bool is_total_found = false;
    for (const std::size_t line : lines) {
        const std::vector<std::size_t> parts = Ways(table, line, without(lines, line)).found();
        if (parts.empty())
            continue;
        is_total_found |= line == total;
        laws.push_back(law_of(table, LawKind::rows_add_up, line, parts,
                              words_of_sum(table, line, parts, false),
                              evidence_of_sum(table, line, parts)));
        laws.back().law.is_used = true;
    }
    return is_total_found;
}

} // namespace

void learn_sums(const PublishedTable& table, const Totals& totals, std::vector<LearntLaw>& laws) {
    for (std::size_t group = 0; group < table.groups.size(); ++group) {
        const std::vector<std::size_t> lines = counts_of(table, table.groups[group]);
        if (!totals[group] || lines.size() < 3)
            continue;
        const std::size_t total = *totals[group];
        const std::vector<std::size_t> parts = without(lines, total);
        const Evidence evidence = evidence_of_sum(table, total, parts);
        const bool holds =
            evidence.failed == 0 && evidence.seen() >= PublishedClaims::least_evidence;
        if (!holds && evidence.failed > 0 && lines.size() <= most_rows_tried &&
            learn_ways(table, lines, total, laws))
            continue;
        laws.push_back(law_of(table, LawKind::rows_add_up, total, parts,
                              words_of_sum(table, total, parts, true), evidence));
        laws.back().law.is_used = holds;
    }
}

} // namespace indicare::io
