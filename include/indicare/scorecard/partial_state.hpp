#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/counted_authority.hpp"
#include "indicare/scorecard/rules.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

/// What was counted of some children, to be merged with what was counted of others: the scorecards
/// of the whole follow from it, and none of its parts is needed any more.
///
/// Parts are authorities, or children of an authority. All rows of a child must be in one part. The
/// parts of one authority must be told of the same returns, since a figure stands on which returns
/// and tables were given and not on a child alone: read each part, unite what was given of each
/// authority (`care::AuthorityReturns::operator|=`) in the records of every part, and count then.
/// Merging in any order, in any grouping, gives the same state. An authority of whose children none
/// is known is in no state.
class PartialState {
  public:
    /// The state of nothing yet, by no rules yet: merged with another it is that other.
    PartialState() = default;

    /// The state of all children in the records, from what was counted of them by the request
    /// (`count`).
    static PartialState of(const care::Records& records,
                           const std::vector<std::vector<Counted>>& counts,
                           const Request& request) {
        PartialState state;
        state.rules_ = Rules{request.as_at, request.policies, records.given.longitudinal,
                             request.postcodes_given, request.area_named};
        for (care::Records::ChildNumber number = 0; number < records.child_count(); ++number)
            if (records.know(number))
                state.add_child(records, counts, number);
        for (auto& [name, counted] : state.authorities_) {
            auto& marks = *counted.children;
            std::sort(marks.begin(), marks.end());
            marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
        }
        return state;
    }

    /// The state of parts that were taken from one; nothing when they cannot be.
    static std::optional<PartialState> of_parts(Rules rules,
                                                std::map<std::string, CountedAuthority> parts) {
        for (const auto& [name, counted] : parts)
            if (!adds_up(counted, rules.as_at.size()) ||
                (!counted.is_whole() && counted.children->empty()))
                return std::nullopt;
        PartialState state;
        state.rules_ = std::move(rules);
        state.authorities_ = std::move(parts);
        return state;
    }

    /// Nothing for a state of nothing yet.
    const std::optional<Rules>& rules() const { return rules_; }
    /// By name.
    const std::map<std::string, CountedAuthority>& authorities() const { return authorities_; }

    /// Takes in what another state counted. Says why that cannot be, and is left as it was: other
    /// rules, a child in both, a whole authority in both or beside a part of it, parts of an
    /// authority that know of different returns, or counts that together are more than can be.
    /// Empty when it is done. Cost: linear in the children of the authorities that are in both, and
    /// in the size of the other.
    [[nodiscard]] std::string merge(const PartialState& other) {
        if (!other.rules_)
            return {};
        if (!rules_) {
            *this = other;
            return {};
        }
        std::string reason = why_not_merged(other);
        if (!reason.empty())
            return reason;
        auto news = other.authorities_;
        for (auto& [name, counted] : news)
            if (const auto own = authorities_.find(name); own != authorities_.end()) {
                for (std::size_t at = 0; at < counted.counts.size(); ++at)
                    counted.counts[at] += own->second.counts[at];
                counted.children = detail::united(*counted.children, *own->second.children);
                if (!adds_up(counted, counted.counts.size()))
                    return "the counts of " + detail::named(name) +
                           " together are more than can be";
            }
        for (auto& [name, counted] : news) // nothing can fail from here on
            if (const auto own = authorities_.find(name); own != authorities_.end())
                std::swap(own->second, counted);
        authorities_.merge(news);
        return {};
    }

    /// Takes out again what another state counted of children who are all in this one. Says why
    /// that cannot be, and is left as it was; empty when it is done.
    [[nodiscard]] std::string subtract(const PartialState& other) {
        if (!other.rules_)
            return {};
        if (std::string reason = difference(rules_.value_or(Rules{}), *other.rules_);
            !reason.empty())
            return reason;
        std::map<std::string, CountedAuthority> left;
        for (const auto& [name, theirs] : other.authorities_) {
            const auto own = authorities_.find(name);
            if (own == authorities_.end())
                return detail::named(name) + " is not in the state";
            CountedAuthority& rest = left[name] = own->second;
            if (std::string reason = take_out(name, rest, theirs); !reason.empty())
                return reason;
        }
        for (auto& [name, rest] : left)
            if (rest.children->empty())
                authorities_.erase(name);
            else
                authorities_[name] = std::move(rest);
        return {};
    }

    /// The same counts without the marks of children: each authority is then whole. To be used when
    /// all parts of the authorities have been merged: a part would pass for the whole.
    PartialState without_children() const {
        PartialState state = *this;
        for (auto& [name, counted] : state.authorities_)
            counted.children.reset();
        return state;
    }

    bool operator==(const PartialState&) const = default;

  private:
    void add_child(const care::Records& records, const std::vector<std::vector<Counted>>& counts,
                   care::Records::ChildNumber number) {
        const care::Records::Child& child = records[number];
        const std::string& authority = records.name_of(child.authority);
        const auto [at, is_new] = authorities_.try_emplace(authority);
        if (is_new)
            at->second = {records.given.of(child.authority), counts[child.authority],
                          std::vector<ChildMark>()};
        at->second.children->push_back(mark_of(authority, records.name_of_child(number)));
    }

    std::string why_not_merged(const PartialState& other) const {
        std::string reason = difference(*rules_, *other.rules_);
        for (auto theirs = other.authorities_.begin();
             reason.empty() && theirs != other.authorities_.end(); ++theirs)
            if (const auto own = authorities_.find(theirs->first); own != authorities_.end())
                reason = detail::why_not_merged(own->first, own->second, theirs->second);
        return reason;
    }

    /// Takes `theirs` out of what is left of an authority; says why that cannot be.
    static std::string take_out(const std::string& name, CountedAuthority& rest,
                                const CountedAuthority& theirs) {
        if (rest.is_whole() && rest == theirs) {
            rest.children.emplace();
            return {};
        }
        if (rest.is_whole() || theirs.is_whole())
            return "which children of " + detail::named(name) +
                   " were counted is not told, so that none can be taken out";
        if (rest.given != theirs.given)
            return detail::other_returns(name);
        const auto missing = detail::without(*theirs.children, *rest.children).size();
        if (missing > 0)
            return detail::children(static_cast<std::int64_t>(missing)) + " of " +
                   detail::named(name) + (missing == 1 ? " is" : " are") + " not in the state";
        for (std::size_t at = 0; at < rest.counts.size(); ++at)
            rest.counts[at] -= theirs.counts[at];
        rest.children = detail::without(*rest.children, *theirs.children);
        if (!adds_up(rest, rest.counts.size()))
            return "the state counted these children of " + detail::named(name) +
                   " otherwise: their records have changed since";
        return {};
    }

    std::optional<Rules> rules_;
    std::map<std::string, CountedAuthority> authorities_;
};

/// The scorecards of a state: authority by authority in the order of their names, dates in the
/// order of its rules, as `scorecards` has them of records. None for a state of nothing yet.
inline std::vector<Scorecard> scorecards_of(const PartialState& state,
                                            const Populations& populations) {
    std::vector<Scorecard> all;
    if (!state.rules())
        return all;
    const Request request = request_of(*state.rules(), populations);
    for (const auto& [name, counted] : state.authorities())
        for (std::size_t at = 0; at < request.as_at.size(); ++at)
            all.push_back(detail::scorecard_of(name, counted.given, request.as_at[at],
                                               counted.counts[at], request));
    return all;
}

} // namespace indicare::scorecard
