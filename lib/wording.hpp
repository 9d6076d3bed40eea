#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::io {

/// `a`, `a and b`, `a, b and c`; with another word than *and* where it is given.
inline std::string listed(const std::vector<std::string>& texts, std::string_view last = "and") {
    std::string all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            all.append(i + 1 == texts.size() ? " " + std::string(last) + " " : ", ");
        all += texts[i];
    }
    return all;
}

/// `1 claim`, `2 claims`.
inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

} // namespace indicare::io
