#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indicare/scorecard/known_figure.hpp"

// Figures for the tests of benchmarks and comparisons.

inline std::size_t number_of(std::string_view id) {
    return indicare::indicators::indicator_named(id).value();
}

/// What is known of a published figure with these cells.
inline indicare::scorecard::KnownFigure
published(std::string_view id, std::string_view numerator, std::string_view denominator,
          std::string_view figure,
          indicare::scorecard::Level level = indicare::scorecard::Level::authority,
          int year = 2022) {
    using indicare::scorecard::PublishedCell;
    indicare::scorecard::PublishedFigure cells;
    cells.indicator = number_of(id);
    cells.year = year;
    cells.release = 2022;
    cells.numerator = PublishedCell(numerator);
    cells.denominator = PublishedCell(denominator);
    cells.figure = PublishedCell(figure);
    return indicare::scorecard::known(cells, level);
}

/// What is known of a figure of an authority's own returns.
inline indicare::scorecard::KnownFigure own(std::string_view id,
                                            const indicare::indicators::Tally& tally,
                                            std::optional<std::int64_t> population = {},
                                            int year = 2023) {
    using namespace indicare;
    const std::size_t number = number_of(id);
    return known(scorecard::Figure(indicators::catalogue[number], tally, population), number, year);
}

/// What a value can be, as text.
inline std::string text(const std::optional<indicare::exact::Interval>& value) {
    return value ? indicare::exact::print(*value) : "nothing";
}
