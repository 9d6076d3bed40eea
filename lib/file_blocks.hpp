#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "fields.hpp"

// Files, as the readers of returns take them.

namespace indicare::io {

/// Calls `take(piece)` for a file's text in pieces, from byte `begin` on, until it says false;
/// whether it could be read.
template <class Take>
bool read_file(const std::filesystem::path& file, Take&& take, std::uint64_t begin = 0) {
    constexpr std::size_t block_bytes = std::size_t{1} << 18;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(
        std::fopen(file.string().c_str(), "rb"), &std::fclose);
    if (stream == nullptr)
        return false;
    static_cast<void>(std::setvbuf(stream.get(), nullptr, _IONBF, 0)); // else a copy more
    constexpr std::uint64_t furthest = std::uint64_t{1} << 30;         // that any `long` can hold
    for (std::uint64_t left = begin; left != 0; left -= std::min(left, furthest))
        if (std::fseek(stream.get(), static_cast<long>(std::min(left, furthest)), SEEK_CUR) != 0)
            return false;
    const auto block = std::make_unique<std::array<char, block_bytes>>();
    for (;;) {
        const std::size_t count = std::fread(block->data(), 1, block->size(), stream.get());
        if (count == 0)
            return std::ferror(stream.get()) == 0;
        if (!take(std::string_view(block->data(), count)))
            return true;
    }
}

inline bool is_csv(const std::filesystem::path& file) {
    return in_capitals(file.extension().string()) == ".CSV";
}

inline bool is_xml(const std::filesystem::path& file) {
    return in_capitals(file.extension().string()) == ".XML";
}

/// A file as findings name it: with the folder that it lies in.
inline std::string name_in_folder(const std::filesystem::path& file) {
    return file.parent_path().filename().string() + "/" + file.filename().string();
}

} // namespace indicare::io
