#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace bench {

/// The splitmix64 sequence and whole numbers drawn from it: the same on every machine.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// Evenly, 0 to `count - 1`.
    int below(int count) {
        return static_cast<int>((next() >> 32U) * static_cast<std::uint64_t>(count) >> 32U);
    }

    /// Evenly, both ends included.
    int between(int low, int high) { return low + below(high - low + 1); }

    bool in_hundred(int cases) { return below(100) < cases; }

    template <class Value, std::size_t count>
    const Value& one_of(const std::array<Value, count>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(count)))];
    }

    /// A length of time that ends with the same chance every day, by its mean: short ones are many,
    /// long ones few. Even between sixteen quantiles of the exponential distribution.
    int lasting(int mean) {
        constexpr std::array<int, 17> thousandths{0,   65,  134,  208,  288,  375,  470,  575, 693,
                                                  827, 981, 1163, 1386, 1674, 2079, 2773, 4600};
        const auto step = static_cast<std::size_t>(below(16));
        return static_cast<int>(std::int64_t{mean} *
                                between(thousandths[step], thousandths[step + 1]) / 1000);
    }

  private:
    std::uint64_t state_;
};

} // namespace bench
