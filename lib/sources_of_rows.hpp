#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace indicare::io {

/// Which file and line the rows of one kind came from, in a few bytes for each stretch of rows that
/// stand on lines that follow each other.
class SourcesOfRows {
  public:
    struct Source {
        std::uint32_t file;
        std::uint64_t line;
    };

    /// Rows are told of in order.
    void add(std::uint32_t row, std::uint32_t file, std::uint64_t line) {
        if (!stretches_.empty()) {
            const Stretch& last = stretches_.back();
            if (last.file == file && last.line + (row - last.first_row) == line)
                return;
        }
        stretches_.push_back({line, row, file});
    }

    Source of(std::uint32_t row) const {
        const auto after = std::upper_bound(
            stretches_.begin(), stretches_.end(), row,
            [](std::uint32_t value, const Stretch& stretch) { return value < stretch.first_row; });
        const Stretch& stretch = *std::prev(after);
        return {stretch.file, stretch.line + (row - stretch.first_row)};
    }

  private:
    struct Stretch {
        std::uint64_t line;
        std::uint32_t first_row;
        std::uint32_t file;
    };

    std::vector<Stretch> stretches_;
};

} // namespace indicare::io
