#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/audit/claims.hpp"

namespace indicare::io {

/// Why a statement cannot be read.
struct Misreading {
    std::size_t at = 0; ///< where, in bytes from the beginning of the statement
    std::string_view text{};
    std::string expected;
};

/// What one statement says: claims with the names that they are made of, or a name that is shared
/// or apart.
struct ParsedStatement {
    audit::Claims claims;
    std::string_view shared{};
    std::string_view apart{};
    std::optional<Misreading> misreading{};
};

/// The name that a name as it is written stands for.
using NameMeant = std::function<std::string(std::string_view)>;

/// Reads one statement, which has no `;`, no comment and no `?`. Texts in the answer are parts of
/// the statement. Cost: in proportion to it, whatever it is; nothing is called by itself.
ParsedStatement parse_statement(std::string_view statement, const NameMeant& name_meant);

} // namespace indicare::io
