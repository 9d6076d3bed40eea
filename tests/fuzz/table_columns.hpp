#pragma once

#include <array>
#include <string_view>

#include "io/reading.hpp"

namespace indicare::fuzz {

/// The first row of each table of the return.
inline constexpr std::array table_columns = {
    std::string_view(tests::header_columns),     std::string_view(tests::episodes_columns),
    std::string_view(tests::uasc_columns),       std::string_view(tests::reviews_columns),
    std::string_view(tests::oc2_columns),        std::string_view(tests::oc3_columns),
    std::string_view(tests::ad1_columns),        std::string_view(tests::placed_columns),
    std::string_view(tests::permanence_columns), std::string_view(tests::missing_columns),
    std::string_view(tests::workers_columns),    std::string_view(tests::liberty_columns)};

} // namespace indicare::fuzz
