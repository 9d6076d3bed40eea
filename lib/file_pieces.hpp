#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace indicare::io {

inline constexpr std::size_t block_bytes = std::size_t{1} << 18;

/// Calls `take(piece)` for a file's text in pieces, until it says false; whether it could be read.
template <class Take>
bool read_file(const std::filesystem::path& file, Take&& take) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(
        std::fopen(file.string().c_str(), "rb"), &std::fclose);
    if (stream == nullptr)
        return false;
    static_cast<void>(std::setvbuf(stream.get(), nullptr, _IONBF, 0)); // else a copy more
    const auto block = std::make_unique<std::array<char, block_bytes>>();
    for (;;) {
        const std::size_t count = std::fread(block->data(), 1, block->size(), stream.get());
        if (count == 0)
            return std::ferror(stream.get()) == 0;
        if (!take(std::string_view(block->data(), count)))
            return true;
    }
}

} // namespace indicare::io
