#pragma once

#include <string>

#include "indicare/exact/printing.hpp"

namespace indicare::scorecard {

// The symbols that DfE prints in place of a figure. Source: DfE, Children looked after in England
// including adoptions, reporting year 2023, data guidance, "Conventions".
inline constexpr char not_applicable[] = "z"; ///< the denominator is 0
inline constexpr char rounds_to_zero[] = "k"; ///< would print as 0, but is not
inline constexpr char not_available[] = "x";
inline constexpr char confidential[] = "c";

/// A quotient as a statistical table prints it: the figure, `z` where the denominator is 0, `k`
/// where it would print as 0 but is not. `Number` is a built-in integer or `exact::integer`.
template <class Number>
std::string print_figure(const Number& numerator, const Number& denominator, const Number& per,
                         exact::Precision precision,
                         exact::Rounding rounding = exact::Rounding::half_up) {
    if (denominator == 0)
        return not_applicable;
    std::string printed = exact::print_quotient(numerator, denominator, per, precision, rounding);
    const bool shows_zero = printed.find_first_not_of("0.") == std::string::npos;
    return shows_zero && numerator != 0 && per != 0 ? rounds_to_zero : printed;
}

} // namespace indicare::scorecard
