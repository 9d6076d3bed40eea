#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indicare/exact/interval.hpp"
#include "indicare/scorecard/known_figure.hpp"

namespace indicare::scorecard {

/// How a figure stands to another one. `better` and `worse` where high or low is good, else
/// `higher` and `lower`.
enum class Answer : std::uint8_t { better, worse, higher, lower, same, cannot_be_told };

/// `better`, ... `the same`, `cannot be told`.
constexpr std::string_view name_of(Answer answer) {
    constexpr std::string_view names[] = {"better", "worse",    "higher",
                                          "lower",  "the same", "cannot be told"};
    return names[static_cast<std::size_t>(answer)];
}

namespace detail {

/// Whether every number of one interval is above every one of another.
inline bool is_above(const exact::Interval& left, const exact::Interval& right) {
    const bool both_closed =
        left.lower_end() == exact::End::closed && right.upper_end() == exact::End::closed;
    return left.lower() > right.upper() || (left.lower() == right.upper() && !both_closed);
}

} // namespace detail

/// How a value stands to another, where that is so whatever the two are within what is known of
/// them. The same are only two that are known exactly.
inline Answer answer_of(const std::optional<exact::Interval>& own,
                        const std::optional<exact::Interval>& other,
                        indicators::Polarity polarity) {
    if (!own || !other)
        return Answer::cannot_be_told;
    const bool above = detail::is_above(*own, *other);
    if (!above && !detail::is_above(*other, *own))
        return own->lower() == own->upper() && *own == *other ? Answer::same
                                                              : Answer::cannot_be_told;
    if (polarity == indicators::Polarity::none)
        return above ? Answer::higher : Answer::lower;
    return above == (polarity == indicators::Polarity::high) ? Answer::better : Answer::worse;
}

/// Whether both print alike to the places of the unit: as they may be called the same in a report,
/// where it says that they are so as printed.
inline bool print_alike(const std::optional<exact::ratio>& left,
                        const std::optional<exact::ratio>& right, indicators::Unit unit) {
    const auto printed = [unit](const exact::ratio& value) {
        return exact::round(value, printing_of(unit).precision, exact::Rounding::half_up);
    };
    return left && right && printed(*left) == printed(*right);
}

/// How many children more, or fewer, in the numerator would bring a figure to another one, the
/// denominator staying: the fewest that do, for the nearest and the farthest that the other one can
/// be. Both are the same where it is known exactly.
struct Distance {
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool more = false; ///< more children; else fewer
};

namespace detail {

inline exact::integer floor_of(const exact::ratio& value) {
    return exact::floor_divide(numerator(value), denominator(value));
}

inline exact::integer ceiling_of(const exact::ratio& value) {
    return -floor_of(exact::ratio(-value));
}

/// The fewest children that reach at least the value, which lies at an end of what it can be.
inline exact::integer reaching(const exact::ratio& children, bool open_below) {
    return open_below ? exact::integer(floor_of(children) + 1) : ceiling_of(children);
}

/// The most children that stay within the value.
inline exact::integer within(const exact::ratio& children, bool open_above) {
    return open_above ? exact::integer(ceiling_of(children) - 1) : floor_of(children);
}

inline std::optional<Distance> distance_of(const exact::integer& least, const exact::integer& most,
                                           bool more) {
    const auto near = exact::as_int64(least);
    const auto far = exact::as_int64(most);
    return near && far ? std::optional(Distance{*near, *far, more}) : std::nullopt;
}

} // namespace detail

/// The distance of a share or a rate to a benchmark. Nothing for a count, which nothing else is
/// laid beside, for a mean, which children add to unequally, and where the own numbers are not
/// known or nothing can be told.
inline std::optional<Distance> distance(const KnownFigure& own,
                                        const std::optional<exact::Interval>& other) {
    const indicators::Unit unit = own.definition().unit;
    if (is_mean(unit) || unit == indicators::Unit::children || !own.is_exact() || !own.numerator ||
        own.denominator.value_or(0) == 0 || !other)
        return std::nullopt;
    const exact::ratio scale = exact::make_ratio(*own.denominator, printing_of(unit).per);
    const exact::ratio lower = other->lower() * scale;
    const exact::ratio upper = other->upper() * scale;
    const bool open_below = other->lower_end() == exact::End::open;
    const bool open_above = other->upper_end() == exact::End::open;
    const exact::integer children = *own.numerator;
    if (detail::is_above(*other, *own.value))
        return detail::distance_of(detail::reaching(lower, open_below) - children,
                                   detail::ceiling_of(upper) - children, true);
    if (detail::is_above(*own.value, *other))
        return detail::distance_of(children - detail::within(upper, open_above),
                                   children - detail::floor_of(lower), false);
    const bool same = *own.value == *other;
    return same ? std::optional(Distance{}) : std::nullopt;
}

} // namespace indicare::scorecard
