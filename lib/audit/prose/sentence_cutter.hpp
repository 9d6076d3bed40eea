#pragma once

#include <string_view>
#include <vector>

#include "audit/prose/tokens.hpp"

namespace indicare::io::prose {

/// The sentences of a text's tokens, of which those that number a paragraph are marked.
std::vector<Sentence> sentences_of(std::string_view text, std::vector<Token>& tokens);

} // namespace indicare::io::prose
