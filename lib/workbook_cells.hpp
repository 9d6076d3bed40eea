#pragma once

#include <optional>
#include <string>

#include "figure_words.hpp"
#include "indicare/scorecard/benchmark.hpp"

// What a cell of a workbook shows of a figure.

namespace indicare::io {

/// A number with the places that it is shown to; or a text, and why it is no number.
struct ShownValue {
    std::optional<exact::ratio> number;
    unsigned places = 0;
    std::string text;
    std::string because;
};

/// To how many places an exact value is shown: a share to one, as committees are told it.
inline unsigned places_of(indicators::Unit unit) {
    return unit == indicators::Unit::percent ? 1 : scorecard::printing_of(unit).precision.places();
}

/// How many places a text has behind its point.
inline unsigned places_in(const std::string& printed) {
    const std::size_t point = printed.find('.');
    return point == std::string::npos ? 0 : static_cast<unsigned>(printed.size() - point - 1);
}

/// What a symbol in place of a figure means; empty where it is none.
inline std::string meaning_of_symbol(const std::string& printed) {
    return printed == scorecard::rounds_to_zero   ? "rounds to 0, but is not 0"
           : printed == scorecard::confidential   ? "suppressed by DfE"
           : printed == scorecard::not_available  ? "not available"
           : printed == scorecard::not_applicable ? "not applicable: nobody to count among"
                                                  : "";
}

inline ShownValue shown_of(const scorecard::KnownFigure& figure) {
    const indicators::Unit unit = figure.definition().unit;
    const unsigned places = places_of(unit);
    if (figure.is_exact())
        return {figure.value->lower(), places, {}, {}};
    if (figure.undetermined > 0 && figure.value)
        return {{},
                0,
                exact::print(figure.value->lower(), exact::places(places)) + " to " +
                    exact::print(figure.value->upper(), exact::places(places)),
                "the data given cannot decide for " + children(figure.undetermined)};
    if (figure.shown && figure.undetermined == 0)
        return {figure.shown, places_in(figure.printed), {}, {}};
    const bool is_symbol = !meaning_of_symbol(figure.printed).empty();
    const std::string text = is_symbol ? figure.printed : scorecard::not_available;
    return {{},
            0,
            text,
            figure.unknown_because.empty() ? meaning_of_symbol(text) : figure.unknown_because};
}

inline ShownValue shown_of(const scorecard::Benchmark& benchmark) {
    if (benchmark.shown)
        return {benchmark.shown, places_in(benchmark.printed), {}, {}};
    return {{}, 0, benchmark.printed, meaning_of_symbol(benchmark.printed)};
}

/// The format in which a workbook shows a number of a unit: `#,##0.0"%"`.
inline std::string number_format(indicators::Unit unit, unsigned places) {
    std::string format = "#,##0";
    if (places > 0)
        format += "." + std::string(places, '0');
    return unit == indicators::Unit::percent ? format + "\"%\"" : format;
}

/// The nearest number that a workbook can hold: it has no exact ones.
inline double nearest_number(const exact::ratio& value) {
    return value.convert_to<double>();
}

} // namespace indicare::io
