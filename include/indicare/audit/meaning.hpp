#pragma once

#include <span>
#include <vector>

#include "indicare/audit/claim.hpp"
#include "indicare/audit/inequality.hpp"
#include "indicare/exact/interval.hpp"
#include "indicare/exact/rounding.hpp"

namespace indicare::audit {

/// The rules by which figures may have been rounded, at least one: each figure by any of them.
using Roundings = std::vector<exact::Rounding>;

/// The rules that reports follow: half up, half to even, cut off.
inline Roundings any_rounding() {
    return {exact::Rounding::half_up, exact::Rounding::half_even, exact::Rounding::truncate};
}

/// All numbers that print as a figure by any of the rules; empty where none does, as of 31,013 to
/// the nearest 10. What one rule allows always touches what another does: each holds the figure.
inline exact::Interval meaning_of(const exact::Decimal& printed, exact::Precision precision,
                                  const Roundings& roundings) {
    using exact::End;
    exact::Interval all = exact::meaning(printed, precision, roundings.front());
    for (const exact::Rounding rounding : roundings) {
        const exact::Interval one = exact::meaning(printed, precision, rounding);
        const bool lower = one.lower() < all.lower() ||
                           (one.lower() == all.lower() && one.lower_end() == End::closed);
        const bool upper = one.upper() > all.upper() ||
                           (one.upper() == all.upper() && one.upper_end() == End::closed);
        const exact::Interval& below = lower ? one : all;
        const exact::Interval& above = upper ? one : all;
        all = {below.lower(), below.lower_end(), above.upper(), above.upper_end()};
    }
    return all;
}

/// That a figure is no less than the lower end of an interval, whole numbers of its parts given:
/// `per` times above is at least the end times below.
inline Inequality not_below(const PrintedFigure& figure, const exact::Interval& interval) {
    Sum room;
    room.add(figure.below, numerator(interval.lower()));
    room.add(figure.above, -denominator(interval.lower()) * figure.per);
    if (interval.lower_end() == exact::End::open)
        room.add(1);
    return Inequality::not_above_zero(room);
}

/// That it is no more than the upper end.
inline Inequality not_above(const PrintedFigure& figure, const exact::Interval& interval) {
    Sum room;
    room.add(figure.above, denominator(interval.upper()) * figure.per);
    room.add(figure.below, -numerator(interval.upper()));
    if (interval.upper_end() == exact::End::open)
        room.add(1);
    return Inequality::not_above_zero(room);
}

/// What a figure says whatever it prints: there is somebody to count among, and a share is a part.
inline std::vector<Inequality> frame_of(const PrintedFigure& figure) {
    std::vector<Inequality> frame;
    if (figure.kind == FigureKind::number)
        return frame;
    frame.push_back(at_most(Sum(1), figure.below));
    if (figure.kind == FigureKind::share) {
        frame.push_back(at_most(Sum(0), figure.above));
        frame.push_back(at_most(figure.above, figure.below));
    }
    return frame;
}

/// What a relation says.
inline std::vector<Inequality> inequalities_of(const Relation& relation) {
    const Sum& left = relation.left;
    const Sum& right = relation.right;
    switch (relation.comparison) {
    case Comparison::at_most:
        return {at_most(left, right)};
    case Comparison::below:
        return {at_most(left + Sum(1), right)};
    case Comparison::at_least:
        return {at_most(right, left)};
    case Comparison::above:
        return {at_most(right + Sum(1), left)};
    default:
        return {at_most(left, right), at_most(right, left)};
    }
}

/// What a figure says: its frame, and that it lies within what its print means.
inline std::vector<Inequality> inequalities_of(const PrintedFigure& figure,
                                               const Roundings& roundings) {
    std::vector<Inequality> all = frame_of(figure);
    const exact::Interval meaning = meaning_of(figure.printed, figure.precision, roundings);
    if (meaning.empty()) {
        all.push_back(Inequality::not_above_zero(Sum(1)));
        return all;
    }
    all.push_back(not_below(figure, meaning));
    all.push_back(not_above(figure, meaning));
    return all;
}

/// What a claim says of its unknowns, as inequalities over whole numbers.
inline std::vector<Inequality> inequalities_of(const Statement& statement,
                                               const Roundings& roundings) {
    if (const auto* figure = std::get_if<PrintedFigure>(&statement))
        return inequalities_of(*figure, roundings);
    return inequalities_of(std::get<Relation>(statement));
}

} // namespace indicare::audit
