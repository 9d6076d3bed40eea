#pragma once

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/precision.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/exact/rounding.hpp"

#include <concepts>
#include <stdexcept>
#include <string>
#include <utility>

namespace indicare::exact {

/// Whether an interval holds the number at its end.
enum class End : bool { open, closed };

/// All numbers between two ends, each of which is in (closed) or out (open). An interval whose ends
/// leave nothing between them is empty, and all empty intervals are equal.
class Interval {
  public:
    Interval(ratio lower, End lower_end, ratio upper, End upper_end)
        : lower_(std::move(lower)), upper_(std::move(upper)), lower_end_(lower_end),
          upper_end_(upper_end) {}

    /// A double is no exact end.
    template <class Lower, class Upper>
    requires(std::floating_point<Lower> || std::floating_point<Upper>)
        Interval(Lower, End, Upper, End)
    = delete;

    /// The one number and no other.
    static Interval exactly(const ratio& value) { return {value, End::closed, value, End::closed}; }
    static Interval exactly(std::floating_point auto) = delete;
    /// No number at all.
    static Interval none() { return {ratio(0), End::open, ratio(0), End::open}; }

    [[nodiscard]] const ratio& lower() const { return lower_; }
    [[nodiscard]] const ratio& upper() const { return upper_; }
    [[nodiscard]] End lower_end() const { return lower_end_; }
    [[nodiscard]] End upper_end() const { return upper_end_; }

    [[nodiscard]] bool empty() const {
        const bool both_closed = lower_end_ == End::closed && upper_end_ == End::closed;
        return both_closed ? lower_ > upper_ : lower_ >= upper_;
    }

    [[nodiscard]] bool contains(const ratio& value) const {
        const bool above = lower_end_ == End::closed ? value >= lower_ : value > lower_;
        const bool below = upper_end_ == End::closed ? value <= upper_ : value < upper_;
        return above && below;
    }
    [[nodiscard]] bool contains(std::floating_point auto) const = delete;

    friend bool operator==(const Interval& left, const Interval& right) {
        if (left.empty() || right.empty())
            return left.empty() == right.empty();
        return left.lower_ == right.lower_ && left.upper_ == right.upper_ &&
               left.lower_end_ == right.lower_end_ && left.upper_end_ == right.upper_end_;
    }

  private:
    ratio lower_;
    ratio upper_;
    End lower_end_;
    End upper_end_;
};

/// The numbers that both hold.
inline Interval intersection(const Interval& left, const Interval& right) {
    const bool left_starts = left.lower() > right.lower() ||
                             (left.lower() == right.lower() && left.lower_end() == End::open);
    const bool left_stops = left.upper() < right.upper() ||
                            (left.upper() == right.upper() && left.upper_end() == End::open);
    const Interval& below = left_starts ? left : right;
    const Interval& above = left_stops ? left : right;
    return {below.lower(), below.lower_end(), above.upper(), above.upper_end()};
}

/// Whether some number lies in both.
inline bool intersects(const Interval& left, const Interval& right) {
    return !intersection(left, right).empty();
}

/// The interval as text: "[69.5, 70.5)", an end whose digits never end as a fraction; "empty".
inline std::string print(const Interval& interval) {
    if (interval.empty())
        return "empty";
    const auto text = [](const ratio& value) {
        const auto decimal = as_decimal(value);
        return decimal ? print(*decimal) : to_text(value);
    };
    std::string result = interval.lower_end() == End::closed ? "[" : "(";
    result.append(text(interval.lower())).append(", ").append(text(interval.upper()));
    return result += interval.upper_end() == End::closed ? ']' : ')';
}

/// All exact numbers that print as this figure under the rule: "70" to no places, half up, means
/// [69.5, 70.5). A figure that the rule never prints (7.25 to one place, 12 to the nearest 10)
/// means the empty interval; how many places it was written with does not matter. Cost: some
/// ratios' arithmetic, about a microsecond.
inline Interval meaning(const Decimal& printed, Precision precision, Rounding rounding) {
    const ratio figure = printed.value();
    const ratio unit = precision.unit();
    const ratio multiple = figure / unit;
    if (denominator(multiple) != 1)
        return Interval::none();

    const auto closed_if = [](bool closed) { return closed ? End::closed : End::open; };
    const ratio half = unit / 2;
    const ratio previous = figure - unit;
    const ratio next = figure + unit;
    switch (rounding) {
    case Rounding::half_up:
        return {figure - half, closed_if(figure > 0), figure + half, closed_if(figure < 0)};
    case Rounding::half_even: {
        const End end = closed_if(numerator(multiple) % 2 == 0);
        return {figure - half, end, figure + half, end};
    }
    case Rounding::half_down:
        return {figure - half, closed_if(figure <= 0), figure + half, closed_if(figure >= 0)};
    case Rounding::truncate:
        return {figure > 0 ? figure : previous, closed_if(figure > 0), figure < 0 ? figure : next,
                closed_if(figure < 0)};
    case Rounding::up:
        return {previous, End::open, figure, End::closed};
    case Rounding::down:
        return {figure, End::closed, next, End::open};
    }
    throw std::domain_error("a rounding rule that does not exist");
}

} // namespace indicare::exact
