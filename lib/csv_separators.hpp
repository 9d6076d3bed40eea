#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "indicare/io/csv.hpp"

namespace indicare::io {

/// How many bytes of text are looked at together.
inline constexpr std::size_t separator_stretch = std::size_t{1} << 12;

/// Where the separators of a stretch of text stand, from its start. The code that finds them writes
/// in groups, so that there is room for more than a stretch can have.
using SeparatorPlaces = std::array<std::uint16_t, separator_stretch + 16>;

/// Finds the commas, quotes, LF and CR among the first `size` bytes of a text, a stretch at most;
/// says how many there are. Reads nothing beyond `size`.
using FindSeparators = std::size_t (*)(const char* text, std::size_t size, SeparatorPlaces& places);

/// The machine code asked for, or what comes nearest to it on this machine.
[[nodiscard]] FindSeparators find_separators_by(CsvCode code) noexcept;

/// Whether this machine runs the code.
[[nodiscard]] bool runs(CsvCode code) noexcept;

/// Walks from separator to separator of a text. Small and handed on by value, so that a loop can
/// keep it in registers; for that reason the places live elsewhere.
class Separators {
  public:
    Separators(FindSeparators find, SeparatorPlaces& places) : find_(find), places_(&places) {}

    /// Begins a text.
    void start(const char* text, const char* end) {
        stretch_ = ahead_ = text;
        end_ = end;
        next_ = last_ = places_->data();
    }

    /// The next separator, or null if there is none before `reach`. One that lies beyond `reach` by
    /// less than a stretch may be given all the same.
    const char* next(const char* reach) {
        while (next_ == last_)
            if (!look_ahead(reach))
                return nullptr;
        return stretch_ + *next_++;
    }

    /// The places of the separators that are known already, the next one first, counted from
    /// `stretch()`.
    std::span<const std::uint16_t> known() const { return {next_, last_}; }
    const char* stretch() const { return stretch_; }

    /// Passes over so many of those that are known.
    void pass(std::size_t count) { next_ += count; }

  private:
    bool look_ahead(const char* reach) {
        if (ahead_ >= reach)
            return false;
        const std::size_t size =
            std::min(static_cast<std::size_t>(end_ - ahead_), separator_stretch);
        stretch_ = ahead_;
        ahead_ += size;
        next_ = places_->data();
        last_ = next_ + find_(stretch_, size, *places_);
        return true;
    }

    const std::uint16_t* next_ = nullptr;
    const std::uint16_t* last_ = nullptr;
    const char* stretch_ = nullptr; // that the places are counted from
    const char* ahead_ = nullptr;   // up to where separators have been found
    const char* end_ = nullptr;
    FindSeparators find_;
    SeparatorPlaces* places_;
};

} // namespace indicare::io
