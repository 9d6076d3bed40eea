// Gives a target the inputs of files and folders once: its main program where libFuzzer's is not.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "fuzz.hpp"

namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& given) {
    if (!std::filesystem::is_directory(given))
        return {given};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(given))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

bool replay(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> bytes((std::istreambuf_iterator<char>(in)), {});
    if (!in.is_open() || in.bad()) {
        std::cerr << file << ": cannot be read\n";
        return false;
    }
    std::cout << file.string() << std::endl; // the last one told is the one that failed
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return true;
}

} // namespace

int main(int count, char** arguments) {
    std::size_t replayed = 0;
    for (int at = 1; at < count; ++at)
        for (const auto& file : files_of(arguments[at])) {
            if (!replay(file))
                return 1;
            ++replayed;
        }
    std::cout << replayed << " inputs\n";
    return replayed > 0 ? 0 : 1;
}
