#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "indicare/audit/sum.hpp"
#include "indicare/scorecard/published.hpp"

// What published files hold, cell by cell, as claims are made of it.

namespace indicare::io {

/// A cell: what stands there for a place and a year.
struct TableCell {
    static constexpr audit::Unknown no_unknown = std::numeric_limits<audit::Unknown>::max();

    std::uint32_t slot = 0; ///< the number of the place and year
    scorecard::CellKind kind = scorecard::CellKind::blank;
    std::uint8_t places = 0;
    std::uint64_t line = 0;
    std::int64_t units = 0; ///< the number, without its point
    /// What a count can be before it was rounded, both ends in; where `most` is less, that is not
    /// known. What is not applicable is 0.
    std::int64_t least = 0;
    std::int64_t most = -1;
    audit::Unknown unknown = no_unknown;

    bool is_shown() const { return kind == scorecard::CellKind::number; }
    bool is_bounded() const { return least <= most; }
    bool is_exact() const { return least == most; }
    /// Nobody, where the category or the place does not apply.
    bool is_nothing() const { return kind == scorecard::CellKind::not_applicable; }
};

/// Cells of one kind in the order of their slots, one each.
class TableCells {
  public:
    void add(const TableCell& cell) { cells_.push_back(cell); }

    /// Puts them in order; of two of a slot the first stays, and `twice(first, other)` is called.
    template <class Twice>
    void settle(Twice&& twice) {
        std::stable_sort(cells_.begin(), cells_.end(),
                         [](const TableCell& a, const TableCell& b) { return a.slot < b.slot; });
        std::vector<TableCell> kept;
        kept.reserve(cells_.size());
        for (const TableCell& cell : cells_)
            if (kept.empty() || kept.back().slot != cell.slot)
                kept.push_back(cell);
            else
                twice(kept.back(), cell);
        cells_ = std::move(kept);
    }

    const TableCell* find(std::uint32_t slot) const {
        const auto at = std::lower_bound(
            cells_.begin(), cells_.end(), slot,
            [](const TableCell& cell, std::uint32_t other) { return cell.slot < other; });
        return at == cells_.end() || at->slot != slot ? nullptr : &*at;
    }

    /// Gives all numbers as many places as the one that has most: of figures, where `4` is 4.0.
    void even_out() {
        std::uint8_t most = 0;
        for (const TableCell& cell : cells_)
            most = std::max(most, cell.places);
        for (TableCell& cell : cells_)
            for (; cell.places < most; ++cell.places)
                cell.units *= 10;
    }

    std::vector<TableCell>& all() { return cells_; }
    const std::vector<TableCell>& all() const { return cells_; }
    bool empty() const { return cells_.empty(); }

  private:
    std::vector<TableCell> cells_;
};

/// The rows of a file that differ only in place and year: `Reason episode ceased: Adopted`.
struct TableLine {
    std::size_t file = 0;
    std::size_t group = 0;
    std::string label;  ///< `Adopted`
    std::string column; ///< of the count
    std::string words;  ///< as names have it: `reason_episode_ceased.adopted`
    TableCells counts;
    TableCells percentages;
    TableCells rates;
    /// It holds percentages, means or differences in place of counts.
    bool is_figure = false;
};

/// Lines that differ only in what the last of the columns says that tell them apart.
struct TableGroup {
    std::size_t file = 0;
    std::string label; ///< `Reason episode ceased`
    std::vector<std::size_t> lines;
};

struct TableFile {
    std::string name;
    std::string percentage_column;
    std::string rate_column;
    std::string population_column;
    std::string population_words; ///< as names have it
    std::int64_t per = 0;         ///< of the rates
    TableCells populations;
    bool is_rounded = false;          ///< counts of the nation and of regions, to the nearest 10
    std::vector<std::uint32_t> slots; ///< in order
};

struct TablePlace {
    scorecard::Level level{};
    std::string name;
    std::string code;
    std::string words; ///< as names have it: `E06000015`
};

/// A place in a year.
struct TableSlot {
    std::size_t place = 0;
    int year = 0;
    std::string region; ///< of an authority, in capitals
};

struct PublishedTable {
    std::vector<TableFile> files;
    std::vector<TableGroup> groups;
    std::vector<TableLine> lines;
    std::vector<TablePlace> places;
    std::vector<TableSlot> slots;

    const TablePlace& place_of(std::uint32_t slot) const { return places[slots[slot].place]; }
    bool is_rounded(const TableLine& line, std::uint32_t slot) const {
        return files[line.file].is_rounded && place_of(slot).level != scorecard::Level::authority;
    }
    /// `Reason episode ceased: Adopted`
    std::string told(const TableLine& line) const {
        const std::string& group = groups[line.group].label;
        return group.empty() ? line.label : group + ": " + line.label;
    }
    /// `Derby 2023`
    std::string told(std::uint32_t slot) const {
        return place_of(slot).name + " " + std::to_string(slots[slot].year);
    }
    std::string told(const TableLine& line, std::uint32_t slot) const {
        return told(slot) + ", " + told(line);
    }
};

} // namespace indicare::io
