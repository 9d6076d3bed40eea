#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "indicare/audit/sum.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/precision.hpp"

namespace indicare::audit {

/// How the left side of a relation stands to the right one.
enum class Comparison : std::uint8_t { equal, at_most, below, at_least, above };

/// A claim of whole numbers, without any rounding: `stock = stock_2022 + started - ceased`.
struct Relation {
    Sum left;
    Comparison comparison = Comparison::equal;
    Sum right;
};

/// What a printed figure says of the numbers that it is made of.
enum class FigureKind : std::uint8_t {
    number, ///< a number, rounded: 31,010 to the nearest 10
    rate,   ///< so many for every `per`
    share,  ///< percent; what is above is a part of what is below
    mean,   ///< a sum shared out
    change  ///< percent of what it was before; above is the difference
};

/// A figure as it is printed: `per` times what is above over what is below, rounded to a precision.
/// What is below is 1 or more; for a number it is 1.
struct PrintedFigure {
    FigureKind kind = FigureKind::number;
    Sum above;
    Sum below = Sum(1);
    exact::integer per = 1;
    exact::Decimal printed{};
    exact::Precision precision = exact::places(0);
};

/// What a claim says: how two sums stand to each other, or what a figure prints.
using Statement = std::variant<Relation, PrintedFigure>;

/// Where in the report a claim was read, as far as that was written down, and where it was written.
struct ClaimPlace {
    std::string label;
    std::string page;
    std::string paragraph;
    std::string file;
    std::uint64_t line = 0;
};

/// One thing that a report says: one relation or one figure.
struct Claim {
    Statement statement;
    std::string text; ///< as it was written: `percent adopted of ceased = 16%`
    ClaimPlace place{};

    /// Nothing where it is a relation.
    const PrintedFigure* figure() const { return std::get_if<PrintedFigure>(&statement); }
};

/// The number of a claim among the claims.
using ClaimNumber = std::size_t;

} // namespace indicare::audit
