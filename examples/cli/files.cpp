#include "files.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace indicare::cli {

bool write_text(const std::string& path, std::string_view text) {
    if (path.empty() || path == "-") {
        std::cout << text;
        return end_output();
    }
    const std::filesystem::path target(path);
    std::filesystem::path beside(target);
    beside += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    std::error_code error;
    if (out)
        std::filesystem::rename(beside, target, error);
    if (out && !error)
        return true;
    std::filesystem::remove(beside, error);
    std::cerr << "indicare: " << path << " cannot be written\n";
    return false;
}

bool end_output() {
    std::cout.flush();
    if (!std::cout)
        std::cerr << "indicare: standard output cannot be written\n";
    return std::cout.good();
}

} // namespace indicare::cli
