#pragma once

#include <cstdint>
#include <string>

#include "indicare/audit/sum.hpp"

namespace indicare::audit {

/// A cell of a publication whose number is held back: `c`.
struct HiddenNumber {
    Unknown unknown = 0; ///< what claims call it
    std::string file;
    std::uint64_t line = 0;
    std::string column;
    std::string what; ///< `Derby 2023, Reason episode ceased: Adopted`
};

} // namespace indicare::audit
