#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace indicare::care {

/// A growing sequence that never moves what it holds: rows by the million without the doubling, and
/// the second copy, of a vector.
template <class T>
class Rows {
  public:
    Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows(Rows&&) noexcept = default;
    Rows& operator=(Rows&&) noexcept = default;
    ~Rows() = default;

    std::uint32_t size() const { return size_; }

    /// Makes room for one more row, so that adding it cannot fail.
    void make_room() {
        if (size_ == block_rows * blocks_.size())
            blocks_.push_back(std::make_unique<T[]>(block_rows));
    }

    std::uint32_t add(const T& row) {
        if (size_ % block_rows == 0) {
            make_room();
            last_ = blocks_.back().get();
        }
        last_[size_ % block_rows] = row;
        return size_++;
    }

    T& operator[](std::uint32_t index) { return blocks_[index / block_rows][index % block_rows]; }
    const T& operator[](std::uint32_t index) const {
        return blocks_[index / block_rows][index % block_rows];
    }

  private:
    static constexpr std::uint32_t block_rows = 1U << 12;

    std::vector<std::unique_ptr<T[]>> blocks_;
    T* last_ = nullptr; ///< the block that is being filled
    std::uint32_t size_ = 0;
};

} // namespace indicare::care
