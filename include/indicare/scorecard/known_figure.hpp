#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "indicare/exact/interval.hpp"
#include "indicare/scorecard/figure.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::scorecard {

/// What is known of one figure, whether it was computed from returns or published: exactly where
/// its whole numbers are known, else within what its print and its rounded numbers allow.
struct KnownFigure {
    std::size_t indicator = 0; ///< its number in the catalogue
    int year = 0;              ///< the reporting year
    int release = 0;           ///< of what was published; 0 where it was computed from returns
    /// The whole numbers that it is a quotient of, where they are known exactly.
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    /// Of a mean, the sum of the squares of what the children counted add; nothing where it is not
    /// known, as of what was published.
    std::optional<std::int64_t> squares;
    /// What the value in its unit can be; nothing where there is no figure.
    std::optional<exact::Interval> value;
    /// The number as printed, which rankings and averages of published figures reckon with.
    std::optional<exact::ratio> shown;
    /// What a report prints: the rounded figure, or a symbol.
    std::string printed;
    /// Children whom the data given cannot decide. The value holds every answer for them.
    std::int64_t undetermined = 0;
    /// Why there is no value; empty where there is one.
    std::string unknown_because;

    const indicators::Definition& definition() const { return indicators::catalogue[indicator]; }
    bool is_exact() const { return value && value->lower() == value->upper(); }
};

namespace detail {

inline bool has_denominator(indicators::Unit unit) {
    return unit != indicators::Unit::children;
}

/// What a quotient of two numbers above or at 0 can be, in a unit of `per`; nothing where the
/// second can be 0.
inline std::optional<exact::Interval> quotient(const exact::Interval& above,
                                               const exact::Interval& below, std::int64_t per) {
    using exact::End;
    if (below.lower() <= 0)
        return std::nullopt;
    const auto end = [](End a, End b) {
        return a == End::closed && b == End::closed ? End::closed : End::open;
    };
    const exact::ratio factor(per);
    return exact::Interval(
        above.lower() * factor / below.upper(), end(above.lower_end(), below.upper_end()),
        above.upper() * factor / below.lower(), end(above.upper_end(), below.lower_end()));
}

/// What the printed figure alone says of the value.
inline std::optional<exact::Interval> meaning_of_figure(const PublishedCell& figure,
                                                        indicators::Unit unit) {
    const auto number = figure.number();
    const unsigned places = printing_of(unit).precision.places();
    return meaning_of(figure, exact::places(std::max(places, number ? number->places : 0U)));
}

/// What the published whole numbers alone say of the value. A population is not rounded.
inline std::optional<exact::Interval> meaning_of_counts(const PublishedFigure& published,
                                                        indicators::Unit unit, Level level) {
    auto numerator = meaning_of_count(published.numerator, level);
    if (!numerator || !has_denominator(unit))
        return numerator;
    const Level rounding = unit == indicators::Unit::per_10000 ? Level::authority : level;
    const auto denominator = meaning_of_count(published.denominator, rounding);
    return denominator ? quotient(*numerator, *denominator, printing_of(unit).per) : std::nullopt;
}

/// An authority's numbers decide; those of a region and of the nation, which are rounded, are taken
/// together with the print.
inline std::optional<exact::Interval> meaning_of(const PublishedFigure& published,
                                                 indicators::Unit unit, Level level) {
    const auto counts = meaning_of_counts(published, unit, level);
    const auto figure = meaning_of_figure(published.figure, unit);
    if (!counts || !figure || level == Level::authority)
        return counts ? counts : figure;
    const exact::Interval both = exact::intersection(*counts, *figure);
    return both.empty() ? std::nullopt : std::optional(both);
}

/// The figure that every value of an interval is printed as; nothing where they print differently.
inline std::optional<exact::Decimal> print_of(const exact::Interval& value, indicators::Unit unit) {
    const exact::Precision precision = printing_of(unit).precision;
    const auto lower = exact::round(value.lower(), precision, exact::Rounding::half_up);
    const auto meaning = exact::meaning(lower, precision, exact::Rounding::half_up);
    const bool holds = exact::intersection(meaning, value) == value;
    return holds ? std::optional(lower) : std::nullopt;
}

inline std::string why_unknown(const PublishedFigure& published) {
    for (const PublishedCell* cell :
         {&published.figure, &published.numerator, &published.denominator})
        switch (cell->kind()) {
        case CellKind::confidential:
            return "suppressed by DfE";
        case CellKind::not_available:
            return "not available";
        case CellKind::not_applicable:
            return "not applicable: nobody to count among, or no such authority or category";
        default:
            break;
        }
    return "not enough is published";
}

/// The cell that shows what a report prints.
inline const PublishedCell& cell_shown(const PublishedFigure& published, indicators::Unit unit) {
    return has_denominator(unit) ? published.figure : published.numerator;
}

/// The number that is shown, with the places of its unit at least: 8 incidents are 8.0. Where none
/// is published it is the print of the value, if that is not in doubt.
inline void set_print(KnownFigure& known, const PublishedFigure& published, indicators::Unit unit) {
    const PublishedCell& cell = cell_shown(published, unit);
    known.printed = cell.text();
    auto print = cell.number();
    if (cell.kind() == CellKind::blank && known.value)
        print = print_of(*known.value, unit);
    if (!print)
        return;
    known.shown = print->value();
    const unsigned places = std::max(print->places, printing_of(unit).precision.places());
    known.printed = exact::print(*known.shown, exact::places(places));
}

/// Every value that a figure with undetermined children can have: each of them may be outside,
/// among, or counted. Nothing where nothing bounds what one can add.
inline std::optional<exact::Interval> with_undetermined(const Figure& figure) {
    using exact::End;
    const indicators::Definition& definition = figure.definition();
    const std::int64_t most_each =
        is_mean(definition.unit) ? definition.most_each.value_or(-1) : std::int64_t{1};
    if (most_each < 0)
        return std::nullopt;
    const auto& tally = figure.tally();
    const bool of_children =
        definition.unit == indicators::Unit::percent || is_mean(definition.unit);
    const exact::integer whole =
        of_children ? tally.denominator + tally.undetermined : figure.denominator().value_or(1);
    if (whole == 0)
        return std::nullopt;
    const exact::integer per = printing_of(definition.unit).per;
    const exact::integer most =
        exact::integer(tally.numerator) + exact::integer(most_each) * tally.undetermined;
    return exact::Interval(exact::make_ratio(exact::integer(tally.numerator) * per, whole),
                           End::closed, exact::make_ratio(exact::integer(most * per), whole),
                           End::closed);
}

} // namespace detail

/// What a figure that was computed from returns tells.
inline KnownFigure known(const Figure& figure, std::size_t indicator, int year) {
    KnownFigure known{indicator, year, 0, {}, {}, {}, {}, {}, figure.printed(), 0, {}};
    const auto value = figure.value();
    if (!value) {
        known.unknown_because =
            figure.is_available() ? "there is nobody to count among" : figure.unavailable_because();
        return known;
    }
    known.undetermined = figure.undetermined();
    known.shown = exact::round(*value, printing_of(figure.definition().unit).precision,
                               exact::Rounding::half_up)
                      .value();
    known.numerator = figure.numerator();
    known.denominator = figure.denominator();
    known.squares = figure.squares();
    known.value = known.undetermined > 0 ? detail::with_undetermined(figure)
                                         : exact::Interval::exactly(*value);
    if (!known.value)
        known.unknown_because = "nothing bounds what undetermined children add";
    return known;
}

/// What a published figure tells. What is not published of it, and can be told from the rest, is
/// the figure: it is then printed from its numbers where these leave no doubt.
inline KnownFigure known(const PublishedFigure& published, Level level) {
    KnownFigure known{
        published.indicator, published.year, published.release, {}, {}, {}, {}, {}, {}, 0, {}};
    const indicators::Unit unit = known.definition().unit;
    known.value = detail::meaning_of(published, unit, level);
    if (!known.value)
        known.unknown_because = detail::why_unknown(published);
    if (level == Level::authority)
        known.numerator = published.numerator.whole_number();
    if (detail::has_denominator(unit) &&
        (level == Level::authority || unit == indicators::Unit::per_10000))
        known.denominator = published.denominator.whole_number();
    detail::set_print(known, published, unit);
    return known;
}

/// The published number alone, as `known` shows it. Cost: far below that of all that is known.
inline std::optional<exact::ratio> shown_number(const PublishedFigure& published, Level level) {
    const indicators::Unit unit = indicators::catalogue[published.indicator].unit;
    const PublishedCell& cell = detail::cell_shown(published, unit);
    if (cell.kind() == CellKind::blank)
        return known(published, level).shown;
    const auto number = cell.number();
    return number ? std::optional(number->value()) : std::nullopt;
}

} // namespace indicare::scorecard
