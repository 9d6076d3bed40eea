#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/prose/tokens.hpp"

namespace indicare::io::prose {

/// What a report's figures are of.
struct Subject {
    std::string_view name;  ///< in claims: `adopted`
    std::string_view whole; ///< what a percentage of it is of: `ceased`; empty where it is no part
};

/// A subject that the text names.
struct Mention {
    std::size_t first = 0;
    std::size_t last = 0;
    const Subject* subject = nullptr;
};

/// Another area that the text names, by what a name in claims gets: `_england`.
struct PlaceMention {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string_view suffix;
};

/// The emotional health score, the one subject whose figures are means.
inline constexpr std::string_view score = "sdq";

/// Both within tokens from the first to before the last, in their order.
std::vector<Mention> find_subjects(const Document& document, std::size_t first, std::size_t last);
std::vector<PlaceMention> find_places(const Document& document, std::size_t first,
                                      std::size_t last);

} // namespace indicare::io::prose
