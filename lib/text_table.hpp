#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::io {

/// How many characters of a fixed-width terminal a UTF-8 text takes; every character counts as one.
inline std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char character) {
        return (static_cast<unsigned char>(character) & 0xc0U) != 0x80U;
    }));
}

/// Lays rows out in columns: the first to the left, the others to the right, the last to the left
/// again where asked. A row of one field is a heading and takes no part in the widths.
class TextTable {
  public:
    explicit TextTable(bool last_to_the_left) : last_to_the_left_(last_to_the_left) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    std::string text() const {
        std::vector<std::size_t> widths;
        for (const auto& row : rows_) {
            widths.resize(std::max(widths.size(), row.size()));
            for (std::size_t i = 0; row.size() > 1 && i < row.size(); ++i)
                widths[i] = std::max(widths[i], width_of(row[i]));
        }
        std::string out;
        for (const auto& row : rows_) {
            std::string line;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::string blanks(row.size() > 1 ? widths[i] - width_of(row[i]) : 0, ' ');
                const bool left = i == 0 || (last_to_the_left_ && i + 1 == widths.size());
                line += (i == 0 ? "" : "  ") + (left ? row[i] + blanks : blanks + row[i]);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + "\n";
        }
        return out;
    }

  private:
    bool last_to_the_left_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace indicare::io
