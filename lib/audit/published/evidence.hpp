#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "audit/published/table.hpp"

namespace indicare::io {

/// In how many places and years a law was seen to hold, and the first in which it did not.
struct Evidence {
    std::size_t held = 0;
    std::size_t within = 0;
    std::size_t failed = 0;
    std::uint32_t failed_slot = 0;
    std::uint64_t failed_line = 0;

    void add(bool holds, bool is_exact, const TableCell& at) {
        if (holds)
            ++(is_exact ? held : within);
        else if (failed++ == 0 || at.line < failed_line) {
            failed_slot = at.slot;
            failed_line = at.line;
        }
    }
    void add(const Evidence& other) {
        held += other.held;
        within += other.within;
    }
    std::size_t seen() const { return held + within + failed; }
};

/// What a number that may have been rounded can be, both ends in.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = 0;

    static Bounds of(const TableCell& cell) { return {cell.least, cell.most}; }
    Bounds operator+(const Bounds& other) const { return {least + other.least, most + other.most}; }
    bool meets(const Bounds& other) const { return least <= other.most && other.least <= most; }
};

constexpr std::int64_t scale_of(const TableCell& figure) {
    std::int64_t scale = 1;
    for (unsigned i = 0; i < figure.places; ++i)
        scale *= 10;
    return scale;
}

/// Whether a figure can be compared without a product that outgrows 64 bits: numbers are up to
/// 10^9, `per` up to 10^6 and the places up to 3.
constexpr bool is_comparable(const TableCell& figure) {
    constexpr std::int64_t greatest = 4'000'000'000;
    return figure.units <= greatest && figure.units >= -greatest;
}

/// Whether `per` times one over the other can print as the figure, half up.
inline bool can_print(const TableCell& figure, std::int64_t per, const Bounds& above,
                      const Bounds& below) {
    if (below.most < 1 || !is_comparable(figure))
        return false;
    const std::int64_t factor = 2 * per * scale_of(figure);
    if (!figure.is_shown()) // `k`
        return above.most > 0 && factor * std::max<std::int64_t>(above.least, 1) < below.most;
    return factor * above.most >= (2 * figure.units - 1) * std::max<std::int64_t>(below.least, 1) &&
           factor * above.least < (2 * figure.units + 1) * below.most;
}

/// The same of a mean, ties either way: means are printed from binary fractions.
inline bool can_print_mean(const TableCell& figure, const Bounds& above, const Bounds& below) {
    if (below.most < 1 || !figure.is_shown() || !is_comparable(figure))
        return false;
    const std::int64_t factor = 2 * scale_of(figure);
    return factor * above.most >= (2 * figure.units - 1) * std::max<std::int64_t>(below.least, 1) &&
           factor * above.least <= (2 * figure.units + 1) * below.most;
}

/// The same of a difference, which is exact or to the nearest 10.
inline bool can_print_difference(const TableCell& figure, const Bounds& first,
                                 const Bounds& second) {
    const bool is_exact = first.least == first.most && second.least == second.most;
    const std::int64_t room = is_exact ? 0 : 5;
    return Bounds{figure.units - room, figure.units + room}.meets(
        {first.least - second.most, first.most - second.least});
}

/// A figure that says something of its numbers.
inline bool is_figure(const TableCell& cell) {
    return cell.is_shown() || cell.kind == scorecard::CellKind::near_zero;
}

} // namespace indicare::io
