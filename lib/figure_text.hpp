#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indicare/care/date.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/indicators/catalogue.hpp"

// How tables to read write dates, figures and numbers.

namespace indicare::io {

/// `31 March 2023`.
inline std::string long_date(care::Date date) {
    constexpr std::array<std::string_view, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return std::to_string(date.day()) + " " +
           std::string(months[static_cast<std::size_t>(date.month() - 1)]) + " " +
           std::to_string(date.year());
}

inline bool is_symbol(std::string_view printed) {
    return !printed.empty() && printed[0] >= 'a' && printed[0] <= 'z';
}

/// A percentage with its sign.
inline std::string with_unit(const std::string& printed, indicators::Unit unit) {
    return unit == indicators::Unit::percent && !is_symbol(printed) && !printed.empty()
               ? printed + "%"
               : printed;
}

inline std::string with_commas(std::int64_t number) {
    return exact::print(exact::Decimal{number, 0}, exact::Thousands::commas);
}

/// What stands behind an indicator's title.
inline std::string_view hint_of(indicators::Unit unit) {
    return unit == indicators::Unit::per_10000 ? ", per 10,000 aged 0-17" : "";
}

} // namespace indicare::io
