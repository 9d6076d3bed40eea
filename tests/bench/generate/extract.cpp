#include "extract.hpp"

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace bench {
namespace {

constexpr int first_authority = 301;

/// How many of a year's children come to each authority: some are ten times as big as others.
std::vector<int> shares_of(const Shape& shape, Random& random) {
    std::vector<std::int64_t> weights;
    std::int64_t all = 0;
    for (int i = 0; i < shape.authorities; ++i) {
        weights.push_back(300 +
                          std::int64_t{3} * random.below(1'000) * random.below(1'000) / 1'000);
        all += weights.back();
    }
    std::vector<int> shares;
    std::int64_t past = 0;
    for (const std::int64_t weight : weights) {
        const std::int64_t before = past * shape.entries_per_year / all;
        past += weight;
        shares.push_back(static_cast<int>(past * shape.entries_per_year / all - before));
    }
    return shares;
}

/// The identifiers of an authority's children, in no order that tells when they came.
std::string child_name(int authority, std::uint32_t coming) {
    const std::uint64_t mixed = std::uint64_t{coming} * 7'654'321U % 9'999'991U;
    const std::string digits = std::to_string(mixed);
    return std::to_string(authority) + std::string(7 - digits.size(), '0') + digits;
}

/// Whether the extract tells of a child: one in care in its first year or later, or one who left it
/// before and is a care leaver then.
bool is_in_extract(const Child& child, int first_year) {
    return child.episodes.back().end >= first_day_of(first_year) ||
           (child.left_after_16() && age_at_end_of(first_year, child.born) <= 21);
}

/// Everyone who came to an authority in the years of the extract or in the eighteen before.
void write_authority(const Shape& shape, int authority, int entries, Random& random,
                     RowWriter& rows) {
    const Times times{last_day_of(shape.years.last), shape.stay};
    const std::string code = std::to_string(authority);
    Child child;
    std::uint32_t coming = 0;
    for (int year = shape.years.first - 18; year <= shape.years.last; ++year)
        for (int left = entries; left > 0; --left) {
            const Day comes = first_day_of(year) + random.below(365);
            draw_life(random, comes, times, child);
            if (is_in_extract(child, shape.years.first))
                rows.write(child, child_name(authority, ++coming), code);
        }
}

void write_population(const std::filesystem::path& file, Years years,
                      const std::vector<int>& shares) {
    std::ofstream out(file, std::ios::binary);
    out << "authority,year,population\n";
    for (std::size_t i = 0; i < shares.size(); ++i)
        for (int year = years.first; year <= years.last; ++year)
            out << first_authority + static_cast<int>(i) << ',' << year << ','
                << 300 * shares[i] + 7 * (year - 2000) + 1'000 << '\n';
}

void write_size(const std::filesystem::path& file, const Shape& shape, const Size& size,
                const Tables& tables) {
    std::ofstream out(file, std::ios::binary);
    out << "{\"children\": " << size.children << ", \"episodes\": " << size.episodes
        << ", \"child_years\": " << size.child_years << ", \"rows\": " << tables.rows()
        << ", \"bytes\": " << tables.bytes() << ", \"authorities\": " << shape.authorities
        << ", \"first_year\": " << shape.years.first << ", \"last_year\": " << shape.years.last
        << "}\n";
}

} // namespace

void write_extract(const std::filesystem::path& folder, const Shape& shape, RowOrder order) {
    Tables tables(folder / "returns");
    Random random(903);
    Random shuffling(2024);
    RowWriter rows(tables, random, shape.years);
    const std::vector<int> shares = shares_of(shape, random);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        write_authority(shape, first_authority + static_cast<int>(i), shares[i], random, rows);
        if (order == RowOrder::shuffled)
            tables.shuffle(shuffling);
        tables.end_authority();
    }
    write_population(folder / "population.csv", shape.years, shares);
    write_size(folder / "size.json", shape, rows.size(), tables);
}

} // namespace bench
