/// Writes synthetic SSDA903 returns of an authority that does not exist.

#include "life.hpp"
#include "places.hpp"
#include "returns.hpp"
#include "table.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace generate {
namespace {

struct Options {
    std::filesystem::path out;
    int children = 600;
    int seed = 291;
    int first = 2019;
    int last = 2023;
    int authority = 999;
};

constexpr std::string_view usage =
    "generate_returns OUT [--children 600] [--seed 291] [--first 2019] [--last 2023]\n"
    "                     [--authority 999]\n"
    "writes OUT/<year>/*.csv, OUT/postcodes.csv and OUT/population.csv: synthetic SSDA903\n"
    "returns for about that many children looked after on 31 March. Same options, same bytes.\n";

int number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        throw std::invalid_argument{"not a number: " + std::string{text}};
    return value;
}

Options options(const std::vector<std::string_view>& arguments) {
    Options chosen;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (!name.starts_with("--")) {
            chosen.out = name;
            continue;
        }
        if (++i == arguments.size())
            throw std::invalid_argument{"no value for " + std::string{name}};
        const int value = number(arguments[i]);
        if (name == "--children") {
            chosen.children = value;
        } else if (name == "--seed") {
            chosen.seed = value;
        } else if (name == "--first") {
            chosen.first = value;
        } else if (name == "--last") {
            chosen.last = value;
        } else if (name == "--authority") {
            chosen.authority = value;
        } else {
            throw std::invalid_argument{"no such option: " + std::string{name}};
        }
    }
    // The codes are those of these years.
    if (chosen.first < 2019 || chosen.first > chosen.last || chosen.last > 2023)
        throw std::invalid_argument{"years from 2019 to 2023"};
    if (chosen.out.empty())
        throw std::invalid_argument{"no folder to write to"};
    return chosen;
}

/// First entries to care in the year, for an authority with 600 children looked after.
int entries(int year) {
    constexpr std::array recent{168, 170, 172, 175, 178, 182, 185, 188,
                                191, 195, 201, 214, 229, 252, 222, 217};
    constexpr int first = 2008;
    return year < first ? 160 : recent.at(static_cast<std::size_t>(year - first));
}

constexpr int short_breaks_a_year = 5;

/// Everyone who ever came to care, in order of coming; identifiers rise with it.
std::vector<Child> children(const Options& chosen, const Places& places, const Random& random) {
    std::vector<Child> all;
    Random identifiers = random.branch(1);
    int id = 100'000;
    for (int year = chosen.first - 18; year <= chosen.last; ++year) {
        const ReportingYear span{year};
        const auto scaled = [&](int number) { return (number * chosen.children + 300) / 600; };
        const int breaks = scaled(short_breaks_a_year);
        const int all_entries = scaled(entries(year)) + breaks;
        const auto share = [&](int entry, int total) {
            return static_cast<int>(static_cast<std::int64_t>(entry) * total / all_entries);
        };
        for (int i = 0; i < all_entries; ++i) {
            id += identifiers.between(1, 35);
            const Random own = random.branch(static_cast<std::uint64_t>(id));
            const Day start = span.first + share(i, span.last - span.first + 1);
            const bool for_breaks = share(i + 1, breaks) > share(i, breaks);
            all.push_back(for_breaks ? life_with_short_breaks(own, places, id, start)
                                     : life(own, places, id, start));
        }
    }
    return all;
}

/// People aged 0 to 17 in the middle of the year before.
void write_population(const Options& chosen) {
    Table table{chosen.out / "population.csv", "authority,year,population"};
    constexpr std::array<std::int64_t, 5> thousandfold{98'400, 98'810, 99'120, 98'690, 99'010};
    for (int year = chosen.first; year <= chosen.last; ++year) {
        const std::int64_t rate = thousandfold.at(static_cast<std::size_t>(year - 2019));
        table.row({std::to_string(chosen.authority), std::to_string(year),
                   std::to_string(rate * chosen.children / 1000)});
    }
}

void run(const Options& chosen) {
    const Random random{static_cast<std::uint64_t>(chosen.seed)};
    const Places places{random.branch(0), std::to_string(chosen.authority)};
    const std::vector<Child> all = children(chosen, places, random);
    for (int year = chosen.first; year <= chosen.last; ++year) {
        // Asked for from 2024 only; an authority may well keep it a year before.
        const bool social_workers = year == 2023;
        write_return(chosen.out / std::to_string(year), all, ReportingYear{year},
                     static_cast<std::uint64_t>(chosen.seed), social_workers);
    }
    write_postcodes(chosen.out / "postcodes.csv", places);
    write_population(chosen);
}

} // namespace
} // namespace generate

int main(int count, char** arguments) {
    try {
        generate::run(generate::options({arguments + 1, arguments + count}));
        return 0;
    } catch (const std::exception& problem) {
        static_cast<void>(std::fprintf(stderr, "%s\n%.*s", problem.what(),
                                       static_cast<int>(generate::usage.size()),
                                       generate::usage.data()));
        return 2;
    }
}
