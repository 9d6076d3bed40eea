#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/scorecard/symbol.hpp"

namespace indicare::cli {

namespace {

constexpr unsigned most_places = 100;

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t comma = line.find(',');
        std::string_view field = line.substr(0, comma);
        while (!field.empty() && field.front() == ' ')
            field.remove_prefix(1);
        while (!field.empty() && field.back() == ' ')
            field.remove_suffix(1);
        fields.push_back(field);
        if (comma == std::string_view::npos)
            return fields;
        line.remove_prefix(comma + 1);
    }
}

/// The printed figure, or what is wrong with the row, in `error`.
std::string figure_of(std::string_view line, std::string& error) {
    const auto fields = fields_of(line);
    if (fields.size() != 4 && fields.size() != 5) {
        error = "expected numerator,denominator,per,decimals and perhaps a rule, found " +
                std::to_string(fields.size()) + " fields";
        return {};
    }
    constexpr std::string_view names[] = {"numerator", "denominator", "per", "decimals"};
    std::optional<exact::integer> numbers[4];
    for (std::size_t i = 0; i < 4; ++i) {
        numbers[i] = exact::parse_integer(fields[i]);
        if (!numbers[i]) {
            error = std::string(names[i]) + " \"" + std::string(fields[i].substr(0, 40)) +
                    "\" is not a whole number";
            return {};
        }
    }
    if (*numbers[2] < 1) {
        error = "per must be 1 or more";
        return {};
    }
    if (*numbers[3] < 0 || *numbers[3] > most_places) {
        error = "decimals must be from 0 to " + std::to_string(most_places);
        return {};
    }
    const auto rule =
        fields.size() == 5 ? exact::rounding_named(fields[4]) : exact::Rounding::half_up;
    if (!rule) {
        error = "rule \"" + std::string(fields[4].substr(0, 40)) +
                "\" is not one of half_up, half_even, half_down, truncate, up, down";
        return {};
    }
    return scorecard::print_figure<exact::integer>(
        *numbers[0], *numbers[1], *numbers[2], exact::places(static_cast<unsigned>(*numbers[3])),
        *rule);
}

int run() {
    int status = done;
    std::string line;
    for (std::uint64_t number = 1; std::getline(std::cin, line); ++number) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        std::string error;
        const std::string figure = figure_of(line, error);
        if (error.empty()) {
            std::cout << figure << '\n';
            continue;
        }
        std::cout << "error: line " << number << ": " << error << '\n';
        status = done_with_errors;
    }
    std::cout.flush();
    return std::cout.good() ? status : could_not_be_done;
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
    command->callback([&status] { status = run(); });
}

} // namespace indicare::cli
