#pragma once

#include "child.hpp"
#include "random.hpp"

#include <optional>
#include <string_view>

namespace generate {

/// What the OC3 table says of a care leaver around a birthday.
struct Leaver {
    std::string_view in_touch;
    std::string_view activity;
    std::string_view accommodation;
};

/// Nothing for who is no care leaver of the year: see the table's rules.
std::optional<Leaver> care_leaver(Random random, const Child& child, const ReportingYear& year);

} // namespace generate
