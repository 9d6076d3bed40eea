#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace indicare::io {

/// Marks the commas, quotes, LF and CR of a text: bit b of masks[m] stands for byte 64 m + b. There
/// is one mask for each 64 bytes begun; bits beyond `size` are 0. Reads nothing beyond `size`.
using MarkSeparators = void (*)(const char* text, std::size_t size, std::uint64_t* masks);

/// For any machine: eight bytes at a time in a 64-bit integer.
void mark_separators_portably(const char* text, std::size_t size, std::uint64_t* masks);

/// The fastest for this machine. (A choice to be made at run time belongs here.)
[[nodiscard]] MarkSeparators fastest_mark_separators() noexcept;

/// Masks of the stretch of text that is being looked at.
using SeparatorMasks = std::array<std::uint64_t, 16>;

/// Walks from separator to separator of a text. Small and handed on by value, so that a loop can
/// keep it in registers; for that reason the masks live elsewhere.
class Separators {
  public:
    Separators(MarkSeparators mark, SeparatorMasks& masks) : mark_(mark), masks_(&masks) {}

    /// Begins a text.
    void start(const char* text, const char* end) {
        text_ = text;
        size_ = static_cast<std::size_t>(end - text);
        block_ = marked_ = 0;
        mask_ = 0;
    }

    /// The next separator, or null if there is none before `reach`. One that lies beyond `reach` by
    /// less than the stretch that has masks may be given all the same.
    const char* next(const char* reach) {
        while (mask_ == 0) {
            if (block_ >= marked_ && !mark(reach))
                return nullptr;
            mask_ = (*masks_)[block_ / 64 % std::tuple_size_v<SeparatorMasks>];
            block_ += 64;
        }
        const auto bit = static_cast<unsigned>(std::countr_zero(mask_));
        mask_ &= mask_ - 1;
        return text_ + (block_ - 64 + bit);
    }

  private:
    bool mark(const char* reach) {
        if (text_ + marked_ >= reach)
            return false;
        const std::size_t size = std::min(size_ - marked_, 64 * std::tuple_size_v<SeparatorMasks>);
        mark_(text_ + marked_, size, masks_->data());
        marked_ += size;
        return true;
    }

    MarkSeparators mark_;
    SeparatorMasks* masks_;
    std::uint64_t mask_ = 0; // of the block before block_: what has not been given yet
    const char* text_ = nullptr;
    std::size_t size_ = 0;
    std::size_t block_ = 0;
    std::size_t marked_ = 0; // bytes of the text up to which there are masks
};

} // namespace indicare::io
