#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indicare/care/records.hpp"
#include "indicare/quality/field.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::quality {

/// What a rule found out about a child, not yet in words: the row and the field that it is about,
/// another row that it has to do with, and a number or a day (its `number()`). 24 bytes, so that
/// tens of thousands cost little; words are made of those that are shown.
struct Flaw {
    FindingCode code{};
    Field field{};
    care::RowPlace row;
    care::RowPlace other;
    std::int32_t fact = 0;
};

/// Where rules put what they find. Keeps its memory from child to child.
class Flaws {
  public:
    void clear() { flaws_.clear(); }

    void add(FindingCode code, care::RowPlace row, Field field = Field::none,
             care::RowPlace other = {}, std::int32_t fact = 0) {
        flaws_.push_back({code, field, row, other, fact});
    }
    void add(FindingCode code, care::RowPlace row, Field field, care::Date day) {
        add(code, row, field, {}, day.number());
    }

    std::span<const Flaw> all() const { return flaws_; }

  private:
    std::vector<Flaw> flaws_;
};

constexpr care::RowPlace episode_row(std::uint32_t index) {
    return {care::RowKind::episode, index};
}

} // namespace indicare::quality
