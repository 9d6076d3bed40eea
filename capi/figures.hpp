#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "boundary.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::capi {

/// The scorecard of an authority, and its figure of an indicator, by indices that came from
/// outside.
inline const scorecard::Scorecard& scorecard_of(const Session& work, std::int64_t authority) {
    return element(work.results(), "authority", authority);
}

inline const scorecard::Figure& figure_of(const Session& work, std::int64_t authority,
                                          std::int64_t indicator) {
    return element(scorecard_of(work, authority).figures, "indicator", indicator);
}

/// The same figure, refused with the reason where there is none.
inline const scorecard::Figure& available(const scorecard::Figure& figure) {
    if (!figure.is_available())
        throw Refusal(INDICARE_NOT_AVAILABLE,
                      "there is no figure: " + figure.unavailable_because());
    return figure;
}

/// A number in the unit of a figure, that an argument writes.
inline exact::Decimal decimal_of(const char* argument, std::string_view text) {
    auto number = exact::parse_decimal(text, exact::Thousands::commas);
    if (!number)
        throw Refusal(INDICARE_INVALID_ARGUMENT, std::string(argument) +
                                                     ": expected a number as 62.5, not \"" +
                                                     quality::printable(text) + "\"");
    return std::move(*number);
}

} // namespace indicare::capi
