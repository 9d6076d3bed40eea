#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "indicare/care/table.hpp"
#include "indicare/indicators/child.hpp"
#include "indicare/indicators/facts.hpp"
#include "indicare/indicators/truth.hpp"

namespace indicare::indicators {

/// What an indicator's value is.
enum class Unit : std::uint8_t {
    children,  ///< a count
    percent,   ///< a share of children
    per_10000, ///< a rate per 10,000 of the population aged 0-17
    days,      ///< a mean over children
    score,     ///< a mean over children
    incidents  ///< a mean over children
};

/// Whether a high value is good, a low one, or neither.
enum class Polarity : std::uint8_t { none, high, low };

/// The groups in which a scorecard shows indicators.
enum class Family : std::uint8_t {
    numbers,
    placements,
    stability,
    ceasing,
    adoption,
    health,
    emotional_health,
    offending,
    missing,
    parenthood,
    care_leavers
};

constexpr bool is_mean(Unit unit) {
    return unit == Unit::days || unit == Unit::score || unit == Unit::incidents;
}

/// How far a child is from the other answer, in what the condition counts: placements, days,
/// points.
using Gap = std::int64_t (*)(const Child&);

/// One thing asked about a child, with the words that say what.
struct Condition {
    std::string_view text;
    Truth (*holds)(const Child&) = nullptr;
    /// What the answer stands on.
    Facts facts = nullptr;
    /// What would tell, where the answer is unknown; empty where it never is.
    std::string_view decided_by{};
    /// Nothing where answers are yes or no and none is nearer than another.
    Gap gap = nullptr;
};

/// Up to three conditions that must all hold; none hold always.
class Conditions {
  public:
    constexpr Conditions() = default;
    constexpr Conditions(std::initializer_list<Condition> conditions) {
        for (const Condition& condition : conditions)
            all_[size_++] = condition;
    }

    [[gnu::always_inline]] Truth hold(const Child& child) const {
        Truth all = Truth::yes;
        for (std::size_t i = 0; i < size_ && all != Truth::no; ++i)
            all = all && all_[i].holds(child);
        return all;
    }

    constexpr std::span<const Condition> each() const { return {all_.data(), size_}; }

  private:
    std::array<Condition, 3> all_{};
    std::size_t size_ = 0;
};

/// What a child adds to the sum of a mean, or to a count in which a child may count more than once;
/// nothing when that is not known.
using Amount = std::optional<std::int64_t> (*)(const Child&);

/// What a figure needs beside the returns.
struct Needs {
    bool population = false; ///< the population aged 0-17
    bool postcodes = false;  ///< a list of postcodes
    bool area = false;       ///< which postcodes are the authority's own
};

/// One indicator: what is counted, among whom.
///
/// Of the children of `population`, those for whom all of `among` holds are the denominator, and of
/// those the ones for whom all of `counted` holds the numerator (the sum of `amount`, where there
/// is one). For a count and a rate there is no denominator of children, and `among` is empty.
struct Definition {
    std::string_view id{};
    std::string_view title{};
    Family family{};
    Unit unit{};
    Polarity polarity{};
    std::string_view sentence{};
    std::string_view source{};
    Population population{};
    Conditions among{};
    Conditions counted{};
    Amount amount = nullptr;
    Facts amount_facts = nullptr;
    std::string_view amount_decided_by{};
    /// The most that one child can add to a mean, where that is known; the least is then 0.
    std::optional<std::int64_t> most_each{};
    /// The tables that it reads; without one of them there is no figure.
    care::TableSet reads{};
    /// Columns of those tables without which there is no figure, though the tables can be read
    /// without them.
    std::array<std::string_view, 2> columns{};
    Needs needs{};
    /// The first return year for which DfE has collected what it needs.
    int first_year = 0;
};

/// Where a child stands in an indicator.
enum class Membership : std::uint8_t { outside, undetermined, denominator, numerator };

/// `numerator`, `denominator`, `undetermined`, `outside`.
constexpr std::string_view name_of(Membership membership) {
    constexpr std::string_view names[] = {"outside", "undetermined", "denominator", "numerator"};
    return names[static_cast<std::size_t>(membership)];
}

/// A child's membership, and what the child adds to the numerator.
struct Standing {
    Membership membership = Membership::outside;
    std::int64_t amount = 0;
};

/// Where a child of the definition's population stands in it.
[[gnu::always_inline]] inline Standing standing_of(const Child& child,
                                                   const Definition& definition) {
    const Truth among = definition.among.hold(child);
    if (among == Truth::no)
        return {Membership::outside, 0};
    if (among == Truth::unknown)
        return {Membership::undetermined, 0};
    if (definition.amount != nullptr) {
        const std::optional<std::int64_t> amount = definition.amount(child);
        return amount ? Standing{Membership::numerator, *amount}
                      : Standing{Membership::undetermined, 0};
    }
    switch (definition.counted.hold(child)) {
    case Truth::yes:
        return {Membership::numerator, 1};
    case Truth::unknown:
        return {Membership::undetermined, 0};
    default:
        return {definition.unit == Unit::percent ? Membership::denominator : Membership::outside,
                0};
    }
}

/// Where a child stands in it, of its population or not.
inline Standing standing_in(const Child& child, const Definition& definition) {
    return child.is_in(definition.population) ? standing_of(child, definition) : Standing{};
}

} // namespace indicare::indicators
