#pragma once

#include <span>
#include <string_view>

namespace indicare::io {

/// One file of `lib/benchmarks`.
struct BundledText {
    std::string_view name; ///< `long_term_stability`
    std::string_view text;
};

/// The files of `lib/benchmarks`, compiled in.
std::span<const BundledText> bundled_texts();

} // namespace indicare::io
