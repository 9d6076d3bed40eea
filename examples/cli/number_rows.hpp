#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "indicare/exact/integer.hpp"

// Rows of numbers on standard input, and a row of answers for each on standard output.

namespace indicare::cli {

using RowFields = std::span<const std::string_view>;

/// The answer to a row. Errors: an exception, whose text says what is wrong with the row.
using AnswerToRow = std::function<std::string(RowFields)>;

/// Answers every row of standard input; in place of the answer to one that is none stands
/// `error: line 7: ` and why. A first row that is `heading` is answered by `answer_heading`. Gives
/// the exit status.
int answer_rows(const AnswerToRow& answer, std::string_view heading = {},
                std::string_view answer_heading = {});

/// What a field of a row must be. Errors: `std::invalid_argument` naming the field and its text.
exact::integer whole_number(std::string_view field, std::string_view name);
/// Decimal places, from 0 to 100.
unsigned decimal_places(std::string_view field);
/// The unit that a quotient is a part of, from 1 on.
exact::integer unit_of_quotient(std::string_view field);
/// For the text of an error: the field in quotes, not more of it than can be read.
std::string quoted(std::string_view field);

} // namespace indicare::cli
