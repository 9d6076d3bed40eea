#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/care/same_text.hpp"

namespace indicare::care {

/// Numbers for texts, each within an owner: equal text and owner, equal number. They begin at 0 and
/// go up in the order in which the texts came. Where memory runs out a text is not learned, and all
/// others have their numbers.
///
/// Cost: one look into a table, whatever the texts are. A text looks at `furthest` places of the
/// table at most; those whose places are all taken, of which there are hardly any unless somebody
/// made the texts for it, are kept in order. Memory: the text, 12 bytes and 8 to 16 of the table.
class Texts {
  public:
    using Number = std::uint32_t;
    using Owner = std::uint16_t;

    Number size() const { return static_cast<Number>(texts_.size()); }
    bool is_empty() const { return texts_.empty(); }

    /// Valid as long as these are.
    std::string_view operator[](Number number) const {
        const Text& text = texts_[number];
        return {blocks_[text.block].data() + text.first, text.size};
    }

    Owner owner_of(Number number) const { return texts_[number].owner; }

    bool is(Number number, std::string_view text, Owner owner = 0) const {
        return owner_of(number) == owner && same_text((*this)[number], text);
    }

    /// The number of a text, which is added when it has none.
    Number number_of(std::string_view text, Owner owner = 0) {
        if (2 * (texts_.size() + 1) > slots_.size())
            grow();
        const std::uint64_t hash = hash_of(text, owner);
        const std::size_t slot = slot_for(text, owner, hash);
        if (slot == crowded)
            return number_of_crowded({owner, std::string(text)});
        if (slots_[slot] == none)
            slots_[slot] = add(text, owner) | tag_of(hash);
        return slots_[slot] & numbers();
    }

    /// The number of a text; nothing when it has none.
    std::optional<Number> find(std::string_view text, Owner owner = 0) const {
        if (slots_.empty())
            return std::nullopt;
        const std::size_t slot = slot_for(text, owner, hash_of(text, owner));
        if (slot == crowded) {
            const auto at = crowded_.find({owner, std::string(text)});
            return at == crowded_.end() ? std::nullopt : std::optional(at->second);
        }
        return slots_[slot] == none ? std::nullopt : std::optional(slots_[slot] & numbers());
    }

    /// By the number of each text here, its number in `other`, which learns it if it has to.
    std::vector<Number> numbers_in(Texts& other) const {
        std::vector<Number> all;
        all.reserve(texts_.size());
        for (Number number = 0; number < size(); ++number)
            all.push_back(other.number_of((*this)[number], owner_of(number)));
        return all;
    }

  private:
    static constexpr Number none = 0xffffffff;
    static constexpr std::size_t crowded = static_cast<std::size_t>(-1);
    static constexpr unsigned furthest = 64;
    static constexpr std::size_t block_bytes = std::size_t{1} << 16;

    using Owned = std::pair<Owner, std::string>;

    struct Text {
        std::uint32_t block;
        std::uint32_t size;
        std::uint16_t first;
        Owner owner;
    };

    static std::uint64_t hash_of(std::string_view text, Owner owner) {
        std::uint64_t hash = 0x9e3779b97f4a7c15ULL + owner;
        for_each_word(text, [&hash](std::uint64_t word) {
            hash = (hash ^ word) * 0xbf58476d1ce4e5b9ULL;
            hash ^= hash >> 32;
        });
        return hash * 0x9e3779b97f4a7c15ULL;
    }

    /// The bits of a slot that hold a number.
    Number numbers() const { return static_cast<Number>(slots_.size() - 1); }
    /// The other bits tell most texts apart, so that those need not be looked at.
    Number tag_of(std::uint64_t hash) const { return static_cast<Number>(hash) & ~numbers(); }

    /// Where a text is, or where it can be put; or `crowded`.
    std::size_t slot_for(std::string_view text, Owner owner, std::uint64_t hash) const {
        std::size_t slot = static_cast<std::size_t>(hash >> 24) & numbers();
        for (unsigned step = 0; step < furthest; ++step, slot = (slot + 1) & numbers()) {
            const Number there = slots_[slot];
            if (there == none ||
                ((there & ~numbers()) == tag_of(hash) && is(there & numbers(), text, owner)))
                return slot;
        }
        return crowded;
    }

    void grow() {
        const std::size_t wanted = std::bit_ceil(2 * (texts_.size() + 1));
        std::vector<Number> slots(std::max(wanted, std::size_t{1024}), none);
        std::map<Owned, Number> crowded;
        slots_.swap(slots);
        crowded_.swap(crowded);
        try {
            for (Number number = 0; number < size(); ++number)
                place(number);
        } catch (...) {
            slots_.swap(slots);
            crowded_.swap(crowded);
            throw;
        }
    }

    void place(Number number) {
        const std::string_view text = (*this)[number];
        const Owner owner = owner_of(number);
        const std::uint64_t hash = hash_of(text, owner);
        const std::size_t slot = slot_for(text, owner, hash);
        if (slot == crowded)
            crowded_.emplace(std::pair(owner, std::string(text)), number);
        else
            slots_[slot] = number | tag_of(hash);
    }

    Number number_of_crowded(Owned text) {
        const auto [at, is_new] = crowded_.try_emplace(std::move(text), size());
        if (is_new) {
            try {
                add(at->first.second, at->first.first);
            } catch (...) {
                crowded_.erase(at);
                throw;
            }
        }
        return at->second;
    }

    Number add(std::string_view text, Owner owner) {
        if (blocks_.empty() || blocks_.back().size() + text.size() > block_bytes) {
            std::string block;
            block.reserve(block_bytes);
            blocks_.push_back(std::move(block));
        }
        const auto first = static_cast<std::uint16_t>(blocks_.back().size());
        blocks_.back().append(text);
        texts_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1),
                          static_cast<std::uint32_t>(text.size()), first, owner});
        return size() - 1;
    }

    std::vector<Text> texts_;
    std::vector<std::string> blocks_; ///< the texts, one behind the other
    std::vector<Number> slots_;       ///< numbers and tags, twice as many as texts or more
    std::map<Owned, Number> crowded_;
};

} // namespace indicare::care
