#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indicare/exact/rounding.hpp"
#include "indicare/indicators/truth.hpp"
#include "indicare/scorecard/figure.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::scorecard {

/// How an own figure stands to the published one.
enum class Verdict : std::uint8_t { same, differs, cannot_be_told };

/// `same`, `differs` or `cannot be told`.
constexpr std::string_view name_of(Verdict verdict) {
    constexpr std::string_view names[] = {"same", "differs", "cannot be told"};
    return names[static_cast<std::size_t>(verdict)];
}

/// Whether an exact value prints as a published number: with the places of its unit, or as many as
/// were published, half up. A trailing 0 need not be published.
inline bool prints_as(const exact::ratio& value, const exact::Decimal& published,
                      indicators::Unit unit) {
    const unsigned places = std::max(printing_of(unit).precision.places(), published.places);
    return exact::round(value, exact::places(places), exact::Rounding::half_up).value() ==
           published.value();
}

namespace detail {

using indicators::Truth;

inline Truth agrees(std::optional<std::int64_t> own, const PublishedCell& published) {
    const auto number = published.whole_number();
    return own && number ? indicators::truth_of(*own == *number) : Truth::unknown;
}

inline Truth numerator_agrees(const Figure& own, const PublishedFigure& published) {
    return agrees(own.numerator(), published.numerator);
}

inline Truth denominator_agrees(const Figure& own, const PublishedFigure& published) {
    const bool is_count = own.definition().unit == indicators::Unit::children;
    return is_count ? Truth::yes : agrees(own.denominator(), published.denominator);
}

inline Truth print_agrees(const Figure& own, const PublishedFigure& published) {
    const auto number = published.figure.number();
    const auto value = own.value();
    if (number)
        return indicators::truth_of(value && prints_as(*value, *number, own.definition().unit));
    if (published.figure.kind() == CellKind::near_zero)
        return indicators::truth_of(own.printed() == rounds_to_zero);
    const bool neither = published.figure.kind() == CellKind::not_applicable && !value;
    return neither ? Truth::yes : Truth::unknown;
}

} // namespace detail

/// Numerator and denominator decide where both are published; else what is published must agree,
/// the printed figure included.
inline Verdict verdict_on(const Figure& own, const PublishedFigure& published) {
    using indicators::Truth;
    if (!own.is_available())
        return Verdict::cannot_be_told;
    const Truth counts =
        detail::numerator_agrees(own, published) && detail::denominator_agrees(own, published);
    if (counts != Truth::unknown)
        return counts == Truth::yes ? Verdict::same : Verdict::differs;
    switch (detail::print_agrees(own, published)) {
    case Truth::yes:
        return Verdict::same;
    case Truth::no:
        return Verdict::differs;
    default:
        return Verdict::cannot_be_told;
    }
}

} // namespace indicare::scorecard
