#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/published/evidence.hpp"
#include "audit/published/table.hpp"
#include "indicare/audit/law.hpp"

namespace indicare::io {

/// What a line of figures is of two lines of counts.
enum class Quotient : std::uint8_t { percentage, mean, difference };

/// A law with the lines that it is of.
struct LearntLaw {
    audit::Law law;
    /// The total, the first of the same, the line that has percentages, rates or figures.
    std::size_t line = 0;
    /// The parts; the other of the same; what percentages are of; the two of a quotient; the lines
    /// of which places add up.
    std::vector<std::size_t> others{};
    Quotient quotient{};
    scorecard::Level parent{}; ///< of places that add up
};

/// The total of each group; nothing where none is told apart.
using Totals = std::vector<std::optional<std::size_t>>;
Totals totals_of(const PublishedTable& table);

// Each adds what it finds, used or not.
void learn_sums(const PublishedTable& table, const Totals& totals, std::vector<LearntLaw>& laws);
void learn_figures(const PublishedTable& table, const Totals& totals, std::vector<LearntLaw>& laws);
void learn_same(const PublishedTable& table, const Totals& totals, std::vector<LearntLaw>& laws);
void learn_places(const PublishedTable& table, std::vector<LearntLaw>& laws);

/// A law with its evidence, not used yet.
LearntLaw law_of(const PublishedTable& table, audit::LawKind kind, std::size_t line,
                 std::vector<std::size_t> others, std::string words, const Evidence& evidence);

/// The lines of counts of a group.
std::vector<std::size_t> counts_of(const PublishedTable& table, const TableGroup& group);

/// Places that others are parts of, in one file.
struct PlaceParts {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;
};
std::vector<PlaceParts> parts_of_places(const PublishedTable& table, const TableFile& file);

} // namespace indicare::io
