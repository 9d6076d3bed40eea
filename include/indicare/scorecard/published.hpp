#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/interval.hpp"
#include "indicare/scorecard/figure.hpp"

namespace indicare::scorecard {

/// What a cell of a published table says.
enum class CellKind : std::uint8_t {
    blank, ///< nothing: the number is not published
    number,
    confidential,   ///< `c`: suppressed
    not_applicable, ///< `z`
    not_available,  ///< `x`, `-`
    near_zero,      ///< `k`, `low`: rounds to 0, but is not 0
    unreadable      ///< anything else
};

/// A cell of a published table, as it stands.
class PublishedCell {
  public:
    PublishedCell() = default;
    explicit PublishedCell(std::string_view text) : text_(text) {}

    const std::string& text() const { return text_; }

    CellKind kind() const {
        if (text_.empty())
            return CellKind::blank;
        if (number())
            return CellKind::number;
        for (const auto& [symbol, kind] : symbols)
            if (text_ == symbol)
                return kind;
        return CellKind::unreadable;
    }

    /// The number that stands there; nothing for a symbol.
    std::optional<exact::Decimal> number() const { return exact::parse_decimal(text_); }

    /// The whole number that stands there; nothing for a symbol, a fraction or one beyond 64 bits.
    std::optional<std::int64_t> whole_number() const {
        const auto number = exact::parse_integer(text_);
        return number ? exact::as_int64(*number) : std::nullopt;
    }

    bool operator==(const PublishedCell&) const = default;

  private:
    static constexpr std::pair<std::string_view, CellKind> symbols[] = {
        {confidential, CellKind::confidential},   {not_applicable, CellKind::not_applicable},
        {not_available, CellKind::not_available}, {"-", CellKind::not_available},
        {rounds_to_zero, CellKind::near_zero},    {"low", CellKind::near_zero}};

    std::string text_;
};

/// What a published count or figure can have been before it was rounded; nothing where the cell
/// shows no number, or one that nothing is rounded to. None is below 0.
inline std::optional<exact::Interval> meaning_of(const PublishedCell& cell,
                                                 exact::Precision precision) {
    const exact::ratio nothing(0);
    if (cell.kind() == CellKind::near_zero)
        return exact::Interval(nothing, exact::End::open, precision.unit() / 2, exact::End::open);
    const auto number = cell.number();
    if (!number)
        return std::nullopt;
    const auto meaning = exact::meaning(*number, precision, exact::Rounding::half_up);
    if (meaning.empty() || meaning.upper() <= 0)
        return std::nullopt;
    if (meaning.lower() >= 0)
        return meaning;
    return exact::Interval(nothing, exact::End::closed, meaning.upper(), meaning.upper_end());
}

/// A published count: exact for an authority; 5 either way for a region or the nation, whose counts
/// are rounded to the nearest 10.
inline std::optional<exact::Interval> meaning_of_count(const PublishedCell& count, Level level) {
    if (level != Level::authority)
        return meaning_of(count, exact::nearest(10));
    const auto number = count.number();
    return number ? std::optional(exact::Interval::exactly(number->value())) : std::nullopt;
}

/// A place that figures are published for.
struct Place {
    Level level = Level::authority;
    std::string name;     ///< England, East Midlands, Derby
    std::string code;     ///< E92000001, E12000004, E06000015
    std::string old_code; ///< of an authority: 831
    std::string region;   ///< of an authority: the name of its region

    auto operator<=>(const Place&) const = default;
};

/// One indicator as it was published for a place and a year. What is not published is blank.
struct PublishedFigure {
    std::size_t indicator = 0; ///< its number in the catalogue
    std::size_t place = 0;     ///< its number among the places
    int year = 0;              ///< the reporting year: 2023 ends on 31 March 2023
    int release = 0;           ///< the latest year of the file
    PublishedCell numerator;
    PublishedCell denominator;
    PublishedCell figure; ///< the percentage, rate or mean; blank for a count
};

/// What was published: places and their figures, of any number of releases.
class PublishedStatistics {
  public:
    /// The number of a place, which is added when it is not yet known.
    std::size_t place(const Place& place) {
        const auto [at, added] = place_numbers_.try_emplace(place, places_.size());
        if (added)
            places_.push_back(place);
        return at->second;
    }

    /// Adds a figure; of one that is there already, what was blank is filled in. False when the two
    /// contradict each other; what came first then stays.
    bool add(const PublishedFigure& figure) {
        const auto [at, added] = figure_numbers_.try_emplace(
            std::tuple(figure.place, figure.year, figure.indicator, figure.release),
            figures_.size());
        if (added)
            figures_.push_back(figure);
        PublishedFigure& known = figures_[at->second];
        const bool numerator = complete(known.numerator, figure.numerator);
        const bool denominator = complete(known.denominator, figure.denominator);
        return complete(known.figure, figure.figure) && numerator && denominator;
    }

    std::span<const Place> places() const { return places_; }
    std::span<const PublishedFigure> figures() const { return figures_; }

    /// The authorities that go by a name, an old code or a new code, without regard to case. More
    /// than one where a code or a name has changed.
    std::vector<std::size_t> authorities_called(std::string_view text) const {
        std::vector<std::size_t> found;
        for (std::size_t number = 0; number < places_.size(); ++number) {
            const Place& place = places_[number];
            if (place.level == Level::authority && !text.empty() &&
                (alike(place.name, text) || alike(place.code, text) || alike(place.old_code, text)))
                found.push_back(number);
        }
        return found;
    }

    /// The figures of places for a year, in the order of the catalogue, the oldest release first.
    std::vector<PublishedFigure> of(std::span<const std::size_t> places, int year) const {
        std::map<std::pair<std::size_t, int>, PublishedFigure> found;
        for (const std::size_t place : places)
            for (auto at = figure_numbers_.lower_bound({place, year, 0, 0});
                 at != figure_numbers_.end() && std::get<0>(at->first) == place &&
                 std::get<1>(at->first) == year;
                 ++at) {
                const PublishedFigure& figure = figures_[at->second];
                found.try_emplace({figure.indicator, figure.release}, figure);
            }
        std::vector<PublishedFigure> figures;
        figures.reserve(found.size());
        for (const auto& [key, figure] : found)
            figures.push_back(figure);
        return figures;
    }

    /// The figure of a place, a year and an indicator in a release; nothing where there is none.
    const PublishedFigure* find(std::size_t place, int year, std::size_t indicator,
                                int release) const {
        const auto at = figure_numbers_.find({place, year, indicator, release});
        return at == figure_numbers_.end() ? nullptr : &figures_[at->second];
    }

  private:
    using Key = std::tuple<std::size_t, int, std::size_t, int>;

    static bool complete(PublishedCell& known, const PublishedCell& told) {
        if (known.kind() == CellKind::blank)
            known = told;
        return told.kind() == CellKind::blank || told == known;
    }

    static bool alike(std::string_view left, std::string_view right) {
        const auto lower = [](char character) {
            return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                        : character;
        };
        return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                          [lower](char a, char b) { return lower(a) == lower(b); });
    }

    std::vector<Place> places_;
    std::map<Place, std::size_t> place_numbers_;
    std::vector<PublishedFigure> figures_;
    std::map<Key, std::size_t> figure_numbers_;
};

} // namespace indicare::scorecard
