#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// What every target is: it takes any bytes, and ends the process where a law does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace indicare::fuzz {

/// Ends the process, and says which law does not hold.
inline void expect(bool holds, std::string_view law) {
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %.*s\n", static_cast<int>(law.size()), law.data());
    std::abort();
}

/// The same of two texts, which are shown.
inline void expect_equal(std::string_view one, std::string_view other, std::string_view law) {
    if (one != other)
        std::fprintf(stderr, "--- one\n%.*s\n--- other\n%.*s\n---\n", static_cast<int>(one.size()),
                     one.data(), static_cast<int>(other.size()), other.data());
    expect(one == other, law);
}

/// An input, from which choices are taken and then texts. Where it has ended, choices are 0 and
/// texts empty.
class Input {
  public:
    Input(const std::uint8_t* data, std::size_t size)
        : bytes_(reinterpret_cast<const char*>(data), size) {}

    bool is_empty() const { return bytes_.empty(); }

    std::uint8_t byte() {
        const std::string_view taken = text_of(1);
        return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken.front());
    }
    /// One of `count` numbers from 0, at most 256 of them.
    std::size_t below(std::size_t count) { return byte() % count; }
    bool flag() { return below(2) == 1; }

    /// A number of 64 bits, the lowest byte first.
    std::int64_t number() {
        std::uint64_t number = 0;
        for (unsigned at = 0; at < 64; at += 8)
            number |= std::uint64_t{byte()} << at;
        return static_cast<std::int64_t>(number);
    }

    std::string_view text_of(std::size_t size) {
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(taken.size());
        return taken;
    }
    /// A text whose length is told by two bytes.
    std::string_view text() {
        const std::size_t low = byte();
        return text_of(low + std::size_t{256} * byte());
    }
    std::string_view rest() { return text_of(bytes_.size()); }

  private:
    std::string_view bytes_;
};

/// A text cut into pieces of 1 to `most` bytes, of sizes that differ.
inline std::vector<std::string> pieces_of(std::string_view text, std::size_t most) {
    std::vector<std::string> pieces;
    for (std::size_t step = 0; !text.empty(); ++step) {
        const std::size_t size = 1 + step * 7 % most;
        pieces.emplace_back(text.substr(0, size));
        text.remove_prefix(std::min(size, text.size()));
    }
    return pieces;
}

} // namespace indicare::fuzz
