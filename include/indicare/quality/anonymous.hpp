#pragma once

#include <cstdint>
#include <string>

#include "indicare/quality/finding.hpp"

namespace indicare::quality {

/// What a child goes by where identifiers are kept out: its number in the order in which the
/// returns first name children, from 1.
inline std::string numbered(std::uint32_t child) {
    return std::to_string(child + std::uint64_t{1});
}

/// The finding without what tells who the child is: its number in place of its identifier, and no
/// value, since in a row that is shifted any column may hold an identifier. File, line and column
/// stay, by which whoever has the return finds it.
inline Finding anonymous(Finding finding) {
    finding.value.clear();
    finding.child = finding.child_number == Finding::no_child ? "" : numbered(finding.child_number);
    return finding;
}

} // namespace indicare::quality
