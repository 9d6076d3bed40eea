#pragma once

#include "published_table.hpp"

#include <indicare/exact/printing.hpp>
#include <indicare/exact/rounding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace published {

using indicare::exact::Rounding;

/// What became of one published rate, percentage or average; each is exactly one of these.
enum Outcome : std::size_t {
    exact,             ///< Numerator and denominator are published, and print just this figure.
    rounds_to_zero,    ///< The same, printed `k`.
    of_none,           ///< 0 of 0, printed `z`.
    of_none_as_zero,   ///< 0 of 0, printed 0: some files do not write `z`.
    hidden_below,      ///< Denominator suppressed; one fits all figures of the row that share it.
    hidden_above,      ///< Numerator suppressed; there is one that prints this figure.
    hidden_both,       ///< Both are suppressed, the figure is not: nothing to check.
    sum_not_published, ///< A mean of scores whose sum no file gives; there is one that prints it.
    binary_tie,        ///< An average that ties exactly and was published as the lower figure.
    suppressed,        ///< `c`
    not_applicable,    ///< `z`, as its numerator.
    not_available,     ///< `x`, itself or what it is made of.
    wrong
};

/// A percentage, rate or average as DfE prints it, symbols included.
inline std::string printed_percentage(std::int64_t numerator, std::int64_t denominator,
                                      const Quotient& quotient,
                                      Rounding rounding = Rounding::half_up) {
    if (denominator == 0)
        return "z";
    std::string figure = indicare::exact::print_quotient(
        numerator, denominator, quotient.per, indicare::exact::places(quotient.places), rounding);
    return figure == "0" && numerator != 0 ? "k" : figure;
}

/// Whether numerator and denominator print as the published figure; some files write 4.0 as 4.
inline bool prints(std::int64_t numerator, std::int64_t denominator, const Quotient& quotient,
                   const std::string& figure, Rounding rounding = Rounding::half_up) {
    const std::string expected = printed_percentage(numerator, denominator, quotient, rounding);
    return expected == figure || expected == figure + ".0";
}

/// The numerator as published: a number, `c`, `z` or `x`; or ? when no file gives it.
inline std::string numerator_of(const Quotient& quotient, const Row& row) {
    return quotient.numerator ? row[*quotient.numerator] : "?";
}

/// Whether one denominator explains every figure that the row shows of a hidden one.
inline bool one_denominator_fits(std::size_t denominator, const Table& table, const Row& row) {
    std::vector<Quotient> shown;
    std::int64_t greatest = 1;
    for (const Quotient& quotient : table.quotients) {
        const auto numerator = whole_number(numerator_of(quotient, row));
        if (quotient.denominator != denominator || !numerator || row[quotient.printed] == "c")
            continue;
        shown.push_back(quotient);
        greatest = std::max(greatest, *numerator);
    }
    // Beyond 200 times the numerator a percentage would round to 0.
    for (std::int64_t candidate = 1; candidate <= 200 * greatest; ++candidate) {
        const auto fits = [&](const Quotient& quotient) {
            return prints(*whole_number(row[*quotient.numerator]), candidate, quotient,
                          row[quotient.printed]);
        };
        if (std::all_of(shown.begin(), shown.end(), fits))
            return true;
    }
    return false;
}

inline bool some_numerator_fits(std::int64_t denominator, const Quotient& quotient,
                                const std::string& figure) {
    const std::int64_t most = quotient.per == 1 ? 100 * denominator : denominator;
    for (std::int64_t candidate = 0; candidate <= most; ++candidate) {
        if (prints(candidate, denominator, quotient, figure))
            return true;
    }
    return false;
}

/// A figure whose numerator and denominator are published.
inline Outcome outcome_of_known(std::int64_t numerator, std::int64_t denominator,
                                const Quotient& quotient, const std::string& figure) {
    if (denominator == 0 && numerator != 0)
        return wrong;
    if (denominator == 0 && figure == "0")
        return of_none_as_zero;
    if (prints(numerator, denominator, quotient, figure)) {
        if (figure == "z")
            return of_none;
        return figure == "k" ? rounds_to_zero : exact;
    }
    const bool lower = prints(numerator, denominator, quotient, figure, Rounding::half_down);
    return quotient.places > 0 && lower ? binary_tie : wrong;
}

/// A figure that is shown though its numerator or its denominator is not.
inline Outcome outcome_of_hidden(std::optional<std::int64_t> numerator,
                                 std::optional<std::int64_t> denominator, const Quotient& quotient,
                                 const Table& table, const Row& row) {
    if (numerator)
        return one_denominator_fits(quotient.denominator, table, row) ? hidden_below : wrong;
    if (!denominator)
        return hidden_both;
    if (!some_numerator_fits(*denominator, quotient, row[quotient.printed]))
        return wrong;
    return quotient.numerator ? hidden_above : sum_not_published;
}

inline Outcome outcome_of(const Quotient& quotient, const Table& table, const Row& row) {
    const std::string& figure = row[quotient.printed];
    const std::string above = numerator_of(quotient, row);
    const std::string& below = row[quotient.denominator];
    const auto numerator = whole_number(above);
    const auto denominator = whole_number(below);
    if (numerator && denominator)
        return outcome_of_known(*numerator, *denominator, quotient, figure);
    if (!quotient.numerator && denominator == 0 && figure == "0")
        return of_none_as_zero; // a mean of no scores
    if (figure == "c")
        return above == "c" || below == "c" ? suppressed : wrong;
    if (figure == "z" && (above == "z" || above == "?"))
        return not_applicable;
    if (above == "x" || below == "x")
        return figure == "x" || figure == "z" ? not_available : wrong;
    const bool hidden =
        (numerator || above == "c" || above == "?") && (denominator || below == "c");
    return hidden ? outcome_of_hidden(numerator, denominator, quotient, table, row) : wrong;
}

} // namespace published
