/// Writes a longitudinal extract of councils that do not exist: the data of the benchmarks.

#include "extract.hpp"

#include <charconv>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

constexpr std::string_view usage =
    "bench_generate OUTDIR --shape council|england|england20 [--shuffled]\n"
    "               [--authorities N] [--entries-per-year N] [--first-year Y] [--last-year Y]\n"
    "writes OUTDIR/returns/*.csv, OUTDIR/population.csv and OUTDIR/size.json. Same options, same\n"
    "bytes; shuffled, the rows of each authority are the same in random order.\n";

struct Options {
    std::filesystem::path out;
    Shape shape = council;
    RowOrder order = RowOrder::sorted;
};

int number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1)
        throw std::invalid_argument("not a number: " + std::string(text));
    return value;
}

Shape shape_named(std::string_view name) {
    if (name == "council")
        return council;
    if (name == "england")
        return england;
    if (name == "england20")
        return england20;
    throw std::invalid_argument("no such shape: " + std::string(name));
}

void set(Shape& shape, std::string_view name, std::string_view value) {
    if (name == "--shape")
        shape = shape_named(value);
    else if (name == "--authorities")
        shape.authorities = number(value);
    else if (name == "--entries-per-year")
        shape.entries_per_year = number(value);
    else if (name == "--first-year")
        shape.years.first = number(value);
    else if (name == "--last-year")
        shape.years.last = number(value);
    else
        throw std::invalid_argument("no such option: " + std::string(name));
}

Options options_of(const std::vector<std::string_view>& arguments) {
    Options options;
    for (auto at = arguments.begin(); at != arguments.end(); ++at) {
        if (*at == "--shuffled")
            options.order = RowOrder::shuffled;
        else if (!at->starts_with("--"))
            options.out = *at;
        else if (at + 1 == arguments.end())
            throw std::invalid_argument("no value for " + std::string(*at));
        else {
            set(options.shape, at[0], at[1]);
            ++at;
        }
    }
    const Shape& shape = options.shape;
    if (options.out.empty())
        throw std::invalid_argument("no folder to write to");
    if (shape.authorities > 698 || shape.years.first < 1998 || shape.years.last > 2039 ||
        shape.years.first > shape.years.last)
        throw std::invalid_argument("at most 698 authorities; years from 1998 to 2039");
    return options;
}

} // namespace
} // namespace bench

int main(int count, char** arguments) {
    try {
        const bench::Options options = bench::options_of({arguments + 1, arguments + count});
        bench::write_extract(options.out, options.shape, options.order);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n" << bench::usage;
        return 2;
    }
}
