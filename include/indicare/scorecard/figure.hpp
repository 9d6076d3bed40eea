#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "indicare/exact/quantity.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/indicators/tally.hpp"
#include "indicare/scorecard/symbol.hpp"

namespace indicare::scorecard {

/// For whom a figure is: DfE does not round the counts of authorities, and rounds those of regions
/// and of the nation to the nearest 10.
enum class Level : std::uint8_t { authority, region, nation };

/// A figure's value with its kind: only like is compared with like.
using Quantity =
    std::variant<exact::Count, exact::Share, exact::Rate<10000>, exact::Mean<exact::Days>,
                 exact::Mean<exact::Score>, exact::Mean<exact::Incidents>>;

/// How a unit is printed: the number of which the ratio is a part, and to how many places.
struct Printing {
    std::int64_t per;
    exact::Precision precision;
};

/// Rates and percentages to whole numbers, means to one decimal. Source: `docs/rules.md`,
/// section 4.
constexpr Printing printing_of(indicators::Unit unit, Level level = Level::authority) {
    switch (unit) {
    case indicators::Unit::children:
        return {1, level == Level::authority ? exact::places(0) : exact::nearest(10)};
    case indicators::Unit::percent:
        return {100, exact::places(0)};
    case indicators::Unit::per_10000:
        return {10000, exact::places(0)};
    default:
        return {1, exact::places(1)};
    }
}

/// One indicator's figure: whole numbers, from which the exact ratio and the printed text follow.
class Figure {
  public:
    Figure(const indicators::Definition& definition, const indicators::Tally& tally,
           std::optional<std::int64_t> population = {}, Level level = Level::authority)
        : definition_(&definition), tally_(tally), population_(population), level_(level) {}

    /// A figure that cannot be had, and why: "no OC2 table in the return of 2022".
    static Figure unavailable(const indicators::Definition& definition, std::string reason) {
        Figure figure(definition, {});
        figure.unavailable_because_ = std::move(reason);
        return figure;
    }

    /// The same figure where its squares are not known, as of a file that has no column for them.
    Figure without_squares() const {
        Figure figure = *this;
        figure.tally_.squares = 0;
        figure.has_squares_ = false;
        return figure;
    }

    const indicators::Definition& definition() const { return *definition_; }
    bool is_available() const { return unavailable_because_.empty(); }
    /// Why there is no figure; empty where there is one.
    const std::string& unavailable_because() const { return unavailable_because_; }

    const indicators::Tally& tally() const { return tally_; }
    std::int64_t numerator() const { return tally_.numerator; }

    /// Children counted among, or the population of a rate; nothing for a count.
    std::optional<std::int64_t> denominator() const {
        if (definition_->unit == indicators::Unit::children)
            return std::nullopt;
        return definition_->unit == indicators::Unit::per_10000 ? population_.value_or(0)
                                                                : tally_.denominator;
    }

    std::int64_t undetermined() const { return tally_.undetermined; }

    /// The sum of the squares of what the children of a mean add to its numerator; the undetermined
    /// are not in it. Nothing for other units, where there is no figure, and where it is not known.
    std::optional<std::int64_t> squares() const {
        if (!is_available() || !has_squares_ || !indicators::is_mean(definition_->unit))
            return std::nullopt;
        return tally_.squares;
    }

    /// The exact value in its unit: 154 of 249 is 15400/249 percent. Nothing where there is no
    /// figure or the denominator is 0.
    std::optional<exact::ratio> value() const {
        const std::int64_t whole = denominator().value_or(1);
        if (!is_available() || whole == 0)
            return std::nullopt;
        return exact::make_ratio(exact::integer(exact::integer(tally_.numerator) * printing().per),
                                 whole);
    }

    /// The value with its kind.
    std::optional<Quantity> quantity() const {
        const std::optional<exact::ratio> exact_value = value();
        if (!exact_value)
            return std::nullopt;
        switch (definition_->unit) {
        case indicators::Unit::children:
            return exact::Count(exact::integer(tally_.numerator));
        case indicators::Unit::percent:
            return exact::Share(*exact_value);
        case indicators::Unit::per_10000:
            return exact::Rate<10000>(*exact_value);
        case indicators::Unit::days:
            return exact::Mean<exact::Days>(*exact_value);
        case indicators::Unit::score:
            return exact::Mean<exact::Score>(*exact_value);
        default:
            return exact::Mean<exact::Incidents>(*exact_value);
        }
    }

    /// What a report prints: the rounded figure, or a symbol.
    std::string printed() const {
        if (!is_available())
            return not_available;
        return print(tally_.numerator, denominator().value_or(1));
    }

    /// The least and the most that the value can be, as printed, where some children are
    /// undetermined: each of them may be outside, among, or counted. Nothing where there are none,
    /// or where nothing bounds what a child can add to a mean.
    std::optional<std::pair<std::string, std::string>> bounds() const {
        if (!is_available() || tally_.undetermined == 0)
            return std::nullopt;
        const std::int64_t most_each =
            indicators::is_mean(definition_->unit) ? definition_->most_each.value_or(-1) : 1;
        if (most_each < 0)
            return std::nullopt;
        const std::int64_t whole = tally_.denominator + tally_.undetermined;
        return std::pair(print(tally_.numerator, whole),
                         print(tally_.numerator + most_each * tally_.undetermined, whole));
    }

  private:
    Printing printing() const { return printing_of(definition_->unit, level_); }

    std::string print(std::int64_t numerator, std::int64_t denominator) const {
        return print_figure<std::int64_t>(numerator, denominator, printing().per,
                                          printing().precision);
    }

    const indicators::Definition* definition_;
    indicators::Tally tally_;
    std::optional<std::int64_t> population_;
    Level level_;
    bool has_squares_ = true;
    std::string unavailable_because_;
};

} // namespace indicare::scorecard
