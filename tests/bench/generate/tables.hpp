#pragma once

#include "random.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

enum class Table : std::uint8_t {
    header,
    episodes,
    uasc,
    oc2,
    oc3,
    ad1,
    missing,
    reviews,
    social_workers
};

inline constexpr std::size_t table_count = 9;

/// The CSV files of an extract, written an authority at a time. No field here needs quotes.
class Tables {
  public:
    explicit Tables(const std::filesystem::path& folder);

    /// Adds a row of the authority that is being written.
    void row(Table table, std::initializer_list<std::string_view> fields);

    /// Puts the authority's rows in random order.
    void shuffle(Random& order);

    /// Writes the authority's rows.
    void end_authority();

    std::uint64_t rows() const { return rows_; }
    std::uint64_t bytes() const { return bytes_; }

  private:
    struct Pending {
        std::string text;
        std::vector<std::uint32_t> ends; ///< of each row, in `text`
    };

    void write(std::size_t table, std::string_view text);
    static std::string shuffled(const Pending& pending, Random& order);

    std::array<std::ofstream, table_count> files_;
    std::array<Pending, table_count> pending_;
    std::uint64_t rows_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace bench
