#pragma once

#include <algorithm>

#include "indicare/io/return_reader.hpp"

namespace indicare::io {

/// How many threads to use: 1 to 256.
inline unsigned threads_of(const ReadingOptions& options) {
    return std::clamp(options.threads, 1U, 256U);
}

} // namespace indicare::io
