#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/scorecard/compared_scorecard.hpp"

// Figures in sentences, as the report of a committee says them. No digit is said that is not
// certain: what is known within bounds only is said as it was published, or by its bounds.

namespace indicare::scorecard {

namespace detail {

/// How an indicator is said: the moment or the year it is of, and the words behind the number.
struct Phrase {
    std::string_view id;
    bool at_date = false; ///< at 31 March; else in the year to it
    std::string_view one;
    std::string_view many; ///< for a share: of whom, and what they were
};

inline constexpr std::array phrases = {
    Phrase{"looked_after", true, "child in care", "children in care"},
    Phrase{"started", false, "child started to be looked after",
           "children started to be looked after"},
    Phrase{"ceased", false, "child ceased to be looked after",
           "children ceased to be looked after"},
    Phrase{"unaccompanied", true, "unaccompanied asylum-seeking child in care",
           "unaccompanied asylum-seeking children in care"},
    Phrase{"in_foster_care", true, "", "of children in care lived with foster carers"},
    Phrase{"placed_over_20_miles", true, "", "of children in care lived over 20 miles from home"},
    Phrase{"three_or_more_placements", true, "",
           "of children in care had had three or more placements in the year"},
    Phrase{"long_term_stability", true, "",
           "of children under 16 who had been in care for two and a half years had been in the "
           "same placement for two years, or were placed for adoption"},
    Phrase{"adopted", false, "", "of children who ceased to be looked after were adopted"},
    Phrase{"special_guardianship", false, "",
           "of children who ceased to be looked after left under a special guardianship order"},
    Phrase{"returned_home", false, "", "of children who ceased to be looked after returned home"},
    Phrase{"health_assessment", false, "",
           "of children looked after for twelve months had their health assessed"},
    Phrase{"immunisations", true, "",
           "of children looked after for twelve months were up to date with immunisations"},
    Phrase{"dental_check", false, "",
           "of children looked after for twelve months had their teeth checked"},
    Phrase{"convicted", false, "",
           "of children aged 10 to 17 looked after for twelve months were convicted or given a "
           "youth caution"},
    Phrase{"missing_children", false, "",
           "of children in care at any time in the year went missing from their placement"},
};

inline const Phrase* phrase_of(std::string_view id) {
    for (const Phrase& phrase : phrases)
        if (phrase.id == id)
            return &phrase;
    return nullptr;
}

inline std::string number_words(const exact::ratio& value, unsigned places,
                                exact::Rounding rounding = exact::Rounding::half_up) {
    return exact::print(value, exact::places(places), rounding, exact::Thousands::commas);
}

inline std::string number_words(std::int64_t number) {
    return number_words(exact::ratio(number), 0);
}

/// A number with the words of its unit: `104 per 10,000`.
inline std::string in_unit(std::string number, indicators::Unit unit) {
    switch (unit) {
    case indicators::Unit::percent:
        return number + "%";
    case indicators::Unit::per_10000:
        return number + " per 10,000";
    case indicators::Unit::days:
        return number + " days";
    case indicators::Unit::score:
        return number + " points";
    default: // of incidents the title says what they are
        return number;
    }
}

/// Shares to one place where the numbers behind them are known; all else as it is published.
inline unsigned places_said(indicators::Unit unit) {
    return unit == indicators::Unit::percent ? 1 : printing_of(unit).precision.places();
}

inline std::string bounds_words(const exact::Interval& value, indicators::Unit unit) {
    const unsigned places = places_said(unit);
    const std::string upper =
        in_unit(number_words(value.upper(), places, exact::Rounding::up), unit);
    return number_words(value.lower(), places, exact::Rounding::down) + " to " + upper;
}

} // namespace detail

namespace detail {

/// The value alone, of a figure that there is.
inline std::string quantity_words(const KnownFigure& figure) {
    const indicators::Unit unit = figure.definition().unit;
    if (figure.undetermined > 0 || (!figure.is_exact() && !figure.shown))
        return bounds_words(*figure.value, unit);
    return in_unit(figure.is_exact() ? number_words(figure.value->lower(), places_said(unit))
                                     : figure.printed,
                   unit);
}

} // namespace detail

/// The value as a sentence says it: `13.8% (34 of 246)`, `104 per 10,000`, `12.0 to 13.5%`; `no
/// figure (suppressed by DfE)`.
inline std::string value_words(const KnownFigure& figure) {
    using indicators::Unit;
    if (!figure.value)
        return "no figure (" + figure.unknown_because + ")";
    const bool is_share = figure.definition().unit == Unit::percent;
    if (!is_share || !figure.is_exact() || !figure.numerator || !figure.denominator)
        return detail::quantity_words(figure);
    return detail::quantity_words(figure) + " (" + detail::number_words(*figure.numerator) +
           " of " + detail::number_words(*figure.denominator) + ")";
}

namespace detail {

/// `a year before`, or `in 2020`.
inline std::string when_before(const Direction& direction, int year) {
    return year - direction.before.year == 1 ? "a year before"
                                             : "in " + std::to_string(direction.before.year);
}

/// Of a count: `7 fewer (1.1%) than the 627 a year before`. The percentage is left out where the
/// number before is below 10.
inline std::string change_of_count(const KnownFigure& own, const Direction& direction) {
    const KnownFigure& before = direction.before;
    const std::string when = when_before(direction, own.year);
    if (!own.is_exact() || !before.is_exact() || !own.numerator || !before.numerator)
        return "against " + value_words(before) + " " + when;
    const std::int64_t change = *own.numerator - *before.numerator;
    if (change == 0)
        return "as many as " + when;
    const std::int64_t size = change < 0 ? -change : change;
    std::string text = number_words(size) + (change < 0 ? " fewer" : " more");
    constexpr std::int64_t least_to_be_shared = 10;
    if (*before.numerator >= least_to_be_shared)
        text += " (" +
                number_words(exact::make_ratio(exact::integer(size) * 100, *before.numerator), 1) +
                "%)";
    return text + " than the " + number_words(*before.numerator) + " " + when;
}

/// Of all else: `up from 16.0% (35 of 219) a year before`.
inline std::string change_words(const KnownFigure& own, const Direction& direction) {
    if (own.definition().unit == indicators::Unit::children)
        return change_of_count(own, direction);
    const KnownFigure& before = direction.before;
    const std::string when = when_before(direction, own.year);
    if (own.is_exact() && own.value == before.value)
        return "the same as " + when;
    const bool looks_alike = quantity_words(own) == quantity_words(before);
    const std::string lead = looks_alike                           ? "against "
                             : is_above(*own.value, *before.value) ? "up from "
                             : is_above(*before.value, *own.value) ? "down from "
                                                                   : "against ";
    return lead + value_words(before) + " " + when;
}

/// `70 for England`, with its year where it is another one.
inline std::string benchmark_words(const ComparedFigure& figure, BenchmarkKind kind) {
    const Comparison* comparison = figure.beside(kind);
    if (comparison == nullptr || !comparison->benchmark.shown)
        return {};
    const Benchmark& benchmark = comparison->benchmark;
    const indicators::Unit unit = figure.own.definition().unit;
    const std::string number =
        unit == indicators::Unit::percent ? benchmark.printed + "%" : benchmark.printed;
    const std::string whom = kind == BenchmarkKind::neighbours_mean
                                 ? "its statistical neighbours (mean)"
                             : kind == BenchmarkKind::region ? "the region (" + benchmark.name + ")"
                                                             : benchmark.name;
    return number + " for " + whom +
           (benchmark.year == figure.own.year ? "" : " in " + std::to_string(benchmark.year));
}

/// `against 70 for England, 65 for the region (East Midlands) and 79.1 for ...`; nothing where
/// there is none.
inline std::string benchmarks_words(const ComparedFigure& figure) {
    std::vector<std::string> all;
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean})
        if (std::string words = benchmark_words(figure, kind); !words.empty())
            all.push_back(std::move(words));
    return all.empty() ? std::string() : "against " + listed(all);
}

/// What the sentence begins with, up to the value's end.
inline std::string opening(const KnownFigure& own) {
    const indicators::Definition& definition = own.definition();
    const Phrase* phrase = phrase_of(definition.id);
    if (phrase == nullptr || !own.value)
        return std::string(definition.title) + ": " + value_words(own);
    const std::string year = std::to_string(own.year);
    const std::string when =
        phrase->at_date ? "At 31 March " + year : "In the year to 31 March " + year;
    if (definition.unit != indicators::Unit::children)
        return when + ", " + value_words(own) + " " + std::string(phrase->many);
    const bool one = own.is_exact() && own.numerator == 1;
    const std::string verb = !phrase->at_date ? ", " : one ? " there was " : " there were ";
    return when + verb + value_words(own) + " " + std::string(one ? phrase->one : phrase->many);
}

} // namespace detail

/// The figure in a sentence, with the year before and the benchmarks; a count takes its rate's with
/// it, where `rate` is given: "At 31 March 2023 there were 620 children in care, 7 fewer (1.1%)
/// than the 627 a year before; 104 per 10,000 against 70 for England."
inline std::string sentence_of(const ComparedFigure& figure, const ComparedFigure* rate = nullptr) {
    std::string text = detail::opening(figure.own);
    if (!figure.own.value)
        return text + ".";
    if (figure.direction)
        text += ", " + detail::change_words(figure.own, *figure.direction);
    const bool with_rate = rate != nullptr && rate->own.value;
    const std::string benchmarks = detail::benchmarks_words(with_rate ? *rate : figure);
    if (with_rate)
        text += "; " + value_words(rate->own) + (benchmarks.empty() ? "" : " " + benchmarks);
    else if (!benchmarks.empty())
        text += "; " + benchmarks;
    return text + ".";
}

/// The same of an indicator of a scorecard: a count is said together with its rate.
inline std::string sentence_of(const ComparedScorecard& scorecard, std::size_t indicator) {
    const ComparedFigure& figure = scorecard.figures.at(indicator);
    const auto rate =
        indicators::indicator_named(std::string(figure.own.definition().id) + "_rate");
    return sentence_of(figure, rate ? &scorecard.figures.at(*rate) : nullptr);
}

} // namespace indicare::scorecard
