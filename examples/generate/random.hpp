#pragma once

#include <cstdint>
#include <initializer_list>
#include <utility>

namespace generate {

/// The splitmix64 sequence, and draws from it by integers alone: the same on every machine.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// A sequence of its own for one topic: what is drawn from it disturbs no other.
    [[nodiscard]] Random branch(std::uint64_t topic) const {
        Random seeded{state_ ^ (topic + 1) * 0xD1342543DE82EF95U};
        return Random{seeded.next()};
    }

    /// Evenly, `0` to `count - 1`.
    int below(int count) {
        return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(count)) >> 32U);
    }

    /// Evenly, both ends included.
    int between(int low, int high) { return low + below(high - low + 1); }

    bool chance(int per_mille) { return below(1000) < per_mille; }

    /// One of the values, by weight.
    template <class Value>
    Value pick(std::initializer_list<std::pair<Value, int>> choices) {
        int total = 0;
        for (const auto& choice : choices)
            total += choice.second;
        int left = below(total);
        for (const auto& choice : choices) {
            if (left < choice.second)
                return choice.first;
            left -= choice.second;
        }
        return choices.begin()->first;
    }

    /// A skewed quantity, given by its quantiles in equal steps and straight between them.
    int along(std::initializer_list<int> quantiles) {
        const int* step = quantiles.begin() + below(static_cast<int>(quantiles.size()) - 1);
        return between(step[0], step[1]);
    }

  private:
    std::uint64_t state_;
};

} // namespace generate
