#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indicare/scorecard/partial_state.hpp"

namespace indicare::io {

/// A state as bytes, to be kept or to travel: of every machine the same, and the same bytes for the
/// same state. Marks of children are in them, and are personal data, unless the state is
/// `without_children`. Size: about 2 bytes for each tally, 8 for each mark.
std::string to_bytes(const scorecard::PartialState& state);

/// What bytes turned out to be: a state, or why they are none.
struct StateRead {
    std::optional<scorecard::PartialState> state;
    std::string refusal;
};

/// The state that `to_bytes` wrote. Refused is anything else: bytes cut off or changed, another
/// version of the form, a library that counts by other rules, numbers that cannot be counts of
/// children. A checksum finds accidents; who wrote the bytes is not checked. Throws
/// `std::bad_alloc` alone. Cost: linear in the bytes, in time and memory.
StateRead state_of_bytes(std::string_view bytes);

} // namespace indicare::io
