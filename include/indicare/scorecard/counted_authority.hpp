#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/care/fingerprint.hpp"
#include "indicare/care/returns_given.hpp"
#include "indicare/scorecard/counts.hpp"
#include "indicare/scorecard/sum_of_squares.hpp"

namespace indicare::scorecard {

/// A child within an authority as 64 bits. Whoever knows the identifiers can find the child by it:
/// it is personal data as they are.
using ChildMark = std::uint64_t;

inline ChildMark mark_of(std::string_view authority, std::string_view child) {
    return care::fingerprint_of_all(care::fingerprint_start, authority, child);
}

/// What was counted of an authority, or of some of its children.
struct CountedAuthority {
    care::AuthorityReturns given;
    std::vector<Counted> counts; ///< date by date
    /// The marks of the children, ascending; nothing when they are all children of the authority
    /// and are not told.
    std::optional<std::vector<ChildMark>> children;

    bool is_whole() const { return !children.has_value(); }
    bool operator==(const CountedAuthority&) const = default;
};

namespace detail {

/// More than any tally of a nation's children can reach, and far from the end of 64 bits.
inline constexpr std::int64_t most_counted = 1'000'000'000'000;

constexpr bool lies_within(std::int64_t number, std::int64_t least, std::int64_t most) {
    return least <= number && number <= most;
}

/// Whether a tally can be one of so many children at most.
inline bool adds_up(const indicators::Tally& tally, indicators::Unit unit, std::int64_t children) {
    if (!lies_within(tally.denominator, 0, children) ||
        !lies_within(tally.undetermined, 0, children - tally.denominator) ||
        (!is_mean(unit) && tally.squares != 0))
        return false;
    switch (unit) {
    case indicators::Unit::percent:
        return lies_within(tally.numerator, 0, tally.denominator);
    case indicators::Unit::children:
    case indicators::Unit::per_10000:
        return tally.denominator == 0 &&
               lies_within(tally.numerator, 0, children == 0 ? 0 : most_counted);
    default:
        return lies_within(tally.numerator, -most_counted, most_counted) &&
               can_be_sum_of_squares(tally.squares, tally);
    }
}

inline bool adds_up(const Counted& counted, std::int64_t children) {
    for (std::size_t i = 0; i < counted.tallies.size(); ++i)
        if (!adds_up(counted.tallies[i], indicators::catalogue[i].unit, children))
            return false;
    return lies_within(counted.asides.placement_not_known, 0, children) &&
           lies_within(counted.asides.distance_not_known, 0, children);
}

/// `a` with those of `b`, which are others.
inline std::vector<ChildMark> united(const std::vector<ChildMark>& a,
                                     const std::vector<ChildMark>& b) {
    std::vector<ChildMark> all;
    all.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

inline std::vector<ChildMark> without(const std::vector<ChildMark>& a,
                                      const std::vector<ChildMark>& b) {
    std::vector<ChildMark> left;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(left));
    return left;
}

inline std::string named(const std::string& authority) {
    return authority.empty() ? "the authority without a name" : authority;
}

inline std::string other_returns(const std::string& authority) {
    return "the parts of " + named(authority) +
           " were counted knowing of different returns: tell each of all the returns that were "
           "given, and count again";
}

/// Why two parts of one authority cannot be merged; empty when they can.
inline std::string why_not_merged(const std::string& authority, const CountedAuthority& a,
                                  const CountedAuthority& b) {
    if (a.is_whole() && b.is_whole())
        return "the whole of " + named(authority) + " is in both";
    if (a.is_whole() || b.is_whole())
        return "the whole of " + named(authority) +
               " is in one, and some of its children in the other: they would count twice";
    if (a.given != b.given)
        return other_returns(authority);
    const std::size_t twice = a.children->size() - without(*a.children, *b.children).size();
    if (twice > 0)
        return std::to_string(twice) + (twice == 1 ? " child of " : " children of ") +
               named(authority) + (twice == 1 ? " is" : " are") + " in both";
    return {};
}

} // namespace detail

/// Whether it can be what was counted of some children as at so many dates: no tally is more than
/// its children allow, and they stand in order, each once.
inline bool adds_up(const CountedAuthority& counted, std::size_t dates) {
    std::int64_t most = detail::most_counted;
    if (counted.children) {
        const auto& marks = *counted.children;
        most = static_cast<std::int64_t>(marks.size());
        if (std::adjacent_find(marks.begin(), marks.end(), std::greater_equal<>()) != marks.end())
            return false;
    }
    return counted.counts.size() == dates &&
           std::all_of(counted.counts.begin(), counted.counts.end(),
                       [most](const Counted& each) { return detail::adds_up(each, most); });
}

} // namespace indicare::scorecard
