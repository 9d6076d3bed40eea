#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/indicators/counting.hpp"
#include "indicare/indicators/definition.hpp"
#include "indicare/scorecard/viewer.hpp"

namespace indicare::explain {

using indicators::Definition;
using indicators::Membership;
using indicators::Standing;

/// Where a child stands in an indicator, and why.
struct Explanation {
    Standing standing;
    /// The facts on which it stands, without naming the child.
    std::string reason;
    /// For the undetermined: what information would decide; else empty.
    std::string decided_by;
    /// How far the child is from being counted, or from being not counted any more, in what the
    /// condition counts (placements, days, points); 0 where there is no such measure.
    std::int64_t gap = 0;
};

namespace detail {

/// Adds a fact, unless it stands there already.
inline void append(std::string& text, std::string_view more) {
    if (text.find(more) != std::string::npos)
        return;
    if (!text.empty())
        text += "; ";
    text += more;
}

/// The facts of the conditions that answer so.
inline void append_facts(std::string& reason, const indicators::Child& child,
                         const indicators::Conditions& conditions, indicators::Truth answer) {
    for (const indicators::Condition& condition : conditions.each())
        if (condition.holds(child) == answer)
            append(reason, condition.facts(child));
}

inline void append_needs(std::string& needs, const indicators::Child& child,
                         const indicators::Conditions& conditions) {
    for (const indicators::Condition& condition : conditions.each())
        if (condition.holds(child) == indicators::Truth::unknown)
            append(needs, condition.decided_by);
}

inline std::int64_t gap_of(const indicators::Child& child, const Definition& definition) {
    for (const indicators::Condition& condition : definition.counted.each())
        if (condition.gap != nullptr)
            return condition.gap(child);
    return 0;
}

} // namespace detail

/// Explains where a child stands in an indicator. The standing is the one that is counted: it comes
/// from the same predicates. Errors: `std::bad_alloc`. Cost: a microsecond or two.
inline Explanation explanation_of(const indicators::Child& child, const Definition& definition) {
    using indicators::Truth;
    Explanation result;
    result.standing = standing_in(child, definition);
    std::string& reason = result.reason;
    if (!child.is_in(definition.population)) {
        reason = facts_of(definition.population, child);
        return result;
    }
    const Truth among = definition.among.hold(child);
    switch (result.standing.membership) {
    case Membership::outside:
        if (among == Truth::no)
            detail::append_facts(reason, child, definition.among, Truth::no);
        else
            detail::append_facts(reason, child, definition.counted, Truth::no);
        break;
    case Membership::undetermined:
        detail::append_facts(reason, child, definition.among, Truth::unknown);
        detail::append_needs(result.decided_by, child, definition.among);
        if (among != Truth::yes)
            break;
        if (definition.amount != nullptr) {
            detail::append(reason, definition.amount_facts(child));
            detail::append(result.decided_by, definition.amount_decided_by);
        } else {
            detail::append_facts(reason, child, definition.counted, Truth::unknown);
            detail::append_needs(result.decided_by, child, definition.counted);
        }
        break;
    case Membership::denominator:
        detail::append_facts(reason, child, definition.counted, Truth::no);
        detail::append_facts(reason, child, definition.among, Truth::yes);
        result.gap = detail::gap_of(child, definition);
        break;
    case Membership::numerator:
        if (definition.amount != nullptr)
            detail::append(reason, definition.amount_facts(child));
        detail::append_facts(reason, child, definition.counted, Truth::yes);
        detail::append_facts(reason, child, definition.among, Truth::yes);
        result.gap = detail::gap_of(child, definition);
        break;
    }
    if (reason.empty())
        reason = facts_of(definition.population, child);
    return result;
}

/// One child's place in an indicator.
struct ExplainedChild {
    care::Records::ChildNumber child = 0;
    Explanation explanation;
};

/// Explains an indicator for every child of an authority, in the order of the records, as at the
/// end of a window; for those of all authorities where none is named. A child of an authority that
/// did not give all returns of the window's year is not explained. Cost: as of counting, and a few
/// microseconds a child for the words.
inline std::vector<ExplainedChild>
explain(const care::Records& records, const care::Policies& policies, const care::Window& window,
        const Definition& definition,
        std::optional<care::Records::AuthorityNumber> authority = std::nullopt) {
    std::vector<ExplainedChild> all;
    scorecard::Viewer viewer(records, policies);
    for (care::Records::ChildNumber number = 0; number < records.child_count(); ++number) {
        if (authority && records[number].authority != *authority)
            continue;
        viewer.turn_to(number);
        if (const auto child = viewer.through(window))
            all.push_back({number, explanation_of(*child, definition)});
    }
    return all;
}

/// What rows of explanation add up to: the tally that a scorecard counts.
inline indicators::Tally tally_of(const std::vector<ExplainedChild>& rows,
                                  const Definition& definition) {
    indicators::Tally tally;
    for (const ExplainedChild& row : rows)
        indicators::add(tally, definition, row.explanation.standing);
    return tally;
}

} // namespace indicare::explain
