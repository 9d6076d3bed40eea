#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indicare::io {

/// Appends numbers and texts to bytes.
class ByteWriter {
  public:
    void put_byte(std::uint8_t byte) { bytes_ += static_cast<char>(byte); }

    /// Eight bytes, the lowest first.
    void put_fixed(std::uint64_t number) {
        for (unsigned at = 0; at < 64; at += 8)
            put_byte(static_cast<std::uint8_t>(number >> at & 0xffU));
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow (LEB128).
    void put(std::uint64_t number) {
        for (; number >= 0x80U; number >>= 7U)
            put_byte(static_cast<std::uint8_t>(number | 0x80U));
        put_byte(static_cast<std::uint8_t>(number));
    }

    /// 0, -1, 1, -2, 2 and so on as 0, 1, 2, 3, 4.
    void put_signed(std::int64_t number) {
        const auto bits = static_cast<std::uint64_t>(number);
        put(number < 0 ? ~(bits << 1U) : bits << 1U);
    }

    void put_text(std::string_view text) {
        put(text.size());
        bytes_ += text;
    }

    void put_raw(std::string_view bytes) { bytes_ += bytes; }

    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

/// Takes numbers and texts from bytes. Once something is not there, or not in its form, it has
/// failed, and gives zeros and empty texts.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    bool has_failed() const { return failed_; }
    std::size_t left() const { return bytes_.size(); }
    void fail() {
        failed_ = true;
        bytes_ = {};
    }

    std::uint8_t take_byte() {
        const std::string_view byte = take_raw(1);
        return byte.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(byte.front());
    }

    std::uint64_t take_fixed() {
        std::uint64_t number = 0;
        for (unsigned at = 0; at < 64; at += 8)
            number |= std::uint64_t{take_byte()} << at;
        return number;
    }

    std::uint64_t take() {
        std::uint64_t number = 0;
        for (unsigned at = 0; at < 64; at += 7) {
            const std::uint8_t byte = take_byte();
            if (at == 63 && byte > 1)
                break;
            number |= std::uint64_t{byte & 0x7fU} << at;
            if (byte < 0x80U)
                return number;
        }
        fail();
        return 0;
    }

    /// A number below `limit`.
    std::uint64_t take_below(std::uint64_t limit) {
        const std::uint64_t number = take();
        if (number < limit)
            return number;
        fail();
        return 0;
    }

    /// How many follow, each of which takes so many bytes at least.
    std::size_t take_count(std::size_t bytes_each) {
        return static_cast<std::size_t>(take_below(left() / bytes_each + 1));
    }

    std::int64_t take_signed() {
        const std::uint64_t bits = take();
        const std::uint64_t half = bits >> 1U;
        return static_cast<std::int64_t>((bits & 1U) != 0 ? ~half : half);
    }

    std::string take_text() { return std::string(take_raw(take_count(1))); }

    std::string_view take_raw(std::size_t size) {
        if (size > bytes_.size()) {
            fail();
            return {};
        }
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

  private:
    std::string_view bytes_;
    bool failed_ = false;
};

} // namespace indicare::io
