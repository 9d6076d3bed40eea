#include "number_rows.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/exact/decimal.hpp"

namespace indicare::cli {

namespace {

constexpr unsigned most_places = 100;

void split(std::string_view line, std::vector<std::string_view>& fields) {
    fields.clear();
    for (;;) {
        const std::size_t comma = line.find(',');
        std::string_view field = line.substr(0, comma);
        while (!field.empty() && field.front() == ' ')
            field.remove_prefix(1);
        while (!field.empty() && field.back() == ' ')
            field.remove_suffix(1);
        fields.push_back(field);
        if (comma == std::string_view::npos)
            return;
        line.remove_prefix(comma + 1);
    }
}

} // namespace

std::string quoted(std::string_view field) {
    constexpr std::size_t enough = 40;
    return "\"" + std::string(field.substr(0, enough)) + "\"";
}

exact::integer whole_number(std::string_view field, std::string_view name) {
    const auto number = exact::parse_integer(field);
    if (!number)
        throw std::invalid_argument(std::string(name) + " " + quoted(field) +
                                    " is not a whole number");
    return *number;
}

unsigned decimal_places(std::string_view field) {
    const exact::integer number = whole_number(field, "decimals");
    if (number < 0 || number > most_places)
        throw std::invalid_argument("decimals must be from 0 to " + std::to_string(most_places));
    return static_cast<unsigned>(number);
}

exact::integer unit_of_quotient(std::string_view field) {
    exact::integer number = whole_number(field, "per");
    if (number < 1)
        throw std::invalid_argument("per must be 1 or more");
    return number;
}

int answer_rows(const AnswerToRow& answer, std::string_view heading,
                std::string_view answer_heading) {
    int status = done;
    std::string line;
    std::vector<std::string_view> fields;
    for (std::uint64_t number = 1; std::cout && std::getline(std::cin, line); ++number) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (number == 1 && !heading.empty() && line == heading) {
            std::cout << answer_heading << '\n';
            continue;
        }
        split(line, fields);
        try {
            std::cout << answer(fields) << '\n';
        } catch (const std::exception& error) {
            std::cout << "error: line " << number << ": " << error.what() << '\n';
            status = done_with_errors;
        }
    }
    if (std::cin.bad() || std::ferror(stdin) != 0) {
        std::cerr << "indicare: standard input cannot be read\n";
        status = could_not_be_done;
    }
    return end_output() ? status : could_not_be_done;
}

} // namespace indicare::cli
