#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indicare/scorecard/figure.hpp"

// Figures and dates in words, as the tables for people share them.

namespace indicare::io {

/// `31 March 2023`.
std::string long_date(care::Date date);

/// `31,010`.
std::string with_commas(std::int64_t number);

/// `7 children`, `1 child`.
std::string children(std::int64_t count);

/// The printed figure with its unit's sign: `74%`; symbols and blanks as they are.
std::string with_unit(const std::string& printed, indicators::Unit unit);

/// What stands behind an indicator's title: `, per 10,000 aged 0-17`.
std::string_view hint_of(indicators::Unit unit);

/// What the sum of a mean is made of: `days`, `points`, `incidents`.
std::string_view sum_of(indicators::Unit unit);

/// What a figure is made of: `154 of 249`, and its bounds where children are undetermined.
std::string made_of(const scorecard::Figure& figure);

} // namespace indicare::io
