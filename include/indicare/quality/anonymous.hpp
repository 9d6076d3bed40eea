#pragma once

#include <cstdint>
#include <string>

#include "indicare/quality/finding.hpp"

namespace indicare::quality {

/// The finding without what tells who the child is: its number, as `io::ChildNames` has it, in
/// place of its identifier, and no value, since in a row that is shifted any column may hold an
/// identifier. File, line and column stay, by which whoever has the return finds it.
inline Finding anonymous(Finding finding) {
    finding.value.clear();
    finding.child = finding.child_number == Finding::no_child
                        ? std::string()
                        : std::to_string(finding.child_number + std::uint64_t{1});
    return finding;
}

} // namespace indicare::quality
