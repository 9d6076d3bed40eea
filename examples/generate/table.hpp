#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace generate {

/// A CSV file. No field here holds a comma or a quotation mark.
class Table {
  public:
    Table(const std::filesystem::path& file, std::string_view header)
        : file_{file, std::ios::binary} {
        if (!file_)
            throw std::runtime_error{"cannot write " + file.string()};
        file_ << header << '\n';
    }

    void row(const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            file_ << (i == 0 ? "" : ",") << fields[i];
        file_ << '\n';
    }

  private:
    std::ofstream file_;
};

} // namespace generate
