#include <stdexcept>
#include <string>

#include "commands.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/scorecard/symbol.hpp"
#include "number_rows.hpp"

namespace indicare::cli {

namespace {

std::string figure_of(RowFields fields) {
    if (fields.size() != 4 && fields.size() != 5)
        throw std::invalid_argument(
            "expected numerator,denominator,per,decimals and perhaps a rule, found " +
            std::to_string(fields.size()) + " fields");
    const exact::integer numerator = whole_number(fields[0], "numerator");
    const exact::integer denominator = whole_number(fields[1], "denominator");
    const exact::integer per = unit_of_quotient(fields[2]);
    const unsigned places = decimal_places(fields[3]);
    const auto rule =
        fields.size() == 5 ? exact::rounding_named(fields[4]) : exact::Rounding::half_up;
    if (!rule)
        throw std::invalid_argument(
            "rule " + quoted(fields[4]) +
            " is not one of half_up, half_even, half_down, truncate, up, down");
    return scorecard::print_figure<exact::integer>(numerator, denominator, per,
                                                   exact::places(places), *rule);
}

} // namespace

void add_figure(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "figure", "Prints one exact figure for each row numerator,denominator,per,decimals[,rule] "
                  "on standard input.");
    command->footer(
        "Rules: half_up (the default; away from zero), half_even, half_down, truncate, "
        "up, down.\nPrints z where the denominator is 0, k where the figure would read "
        "0 but is not 0,\nand a line that begins \"error:\" for a row that is not one.");
    command->callback([&status] { status = answer_rows(figure_of); });
}

} // namespace indicare::cli
