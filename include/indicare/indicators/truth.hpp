#pragma once

#include <cstdint>

namespace indicare::indicators {

/// Three-valued truth: what the data given cannot decide is unknown.
enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth truth_of(bool holds) {
    return holds ? Truth::yes : Truth::no;
}

/// Both hold: no as soon as one fails, whatever else is unknown.
constexpr Truth operator&&(Truth a, Truth b) {
    return a < b ? a : b;
}

/// One of them holds: yes as soon as one does.
constexpr Truth operator||(Truth a, Truth b) {
    return a > b ? a : b;
}

constexpr Truth operator!(Truth a) {
    return a == Truth::unknown ? a : truth_of(a == Truth::no);
}

} // namespace indicare::indicators
