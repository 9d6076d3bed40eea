#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/exact/ratio.hpp"
#include "indicare/indicators/breakdowns.hpp"
#include "indicare/scorecard/counts.hpp"
#include "indicare/scorecard/symbol.hpp"

namespace indicare::scorecard {

/// The numbers of one breakdown for one authority as at one date: children by group, those not
/// known behind the groups. They add up to the indicator that counts the population.
class BrokenDown {
  public:
    /// `counts` has the groups in order, then those not known, and perhaps more.
    BrokenDown(const indicators::Breakdown& breakdown, std::span<const std::int64_t> counts)
        : breakdown_(&breakdown),
          numbers_(counts.begin(),
                   counts.begin() + static_cast<std::ptrdiff_t>(breakdown.groups.size() + 1)) {}

    /// Numbers that cannot be had, and why.
    static BrokenDown unavailable(const indicators::Breakdown& breakdown, std::string reason) {
        BrokenDown numbers(breakdown, std::vector<std::int64_t>(breakdown.groups.size() + 1, 0));
        numbers.unavailable_because_ = std::move(reason);
        return numbers;
    }

    const indicators::Breakdown& breakdown() const { return *breakdown_; }
    bool is_available() const { return unavailable_because_.empty(); }
    /// Why there are no numbers; empty where there are.
    const std::string& unavailable_because() const { return unavailable_because_; }

    /// Groups, and those not known as the last.
    std::size_t size() const { return numbers_.size(); }
    std::string_view label(std::size_t group) const {
        return group < breakdown_->groups.size() ? breakdown_->groups[group].label
                                                 : indicators::not_known;
    }
    std::int64_t number(std::size_t group) const { return numbers_[group]; }
    std::int64_t total() const {
        std::int64_t sum = 0;
        for (const std::int64_t number : numbers_)
            sum += number;
        return sum;
    }

    /// The exact share of a group in percent; nothing where there are no numbers or no children.
    std::optional<exact::ratio> share(std::size_t group) const {
        if (!is_available() || total() == 0)
            return std::nullopt;
        return exact::make_ratio(exact::integer(exact::integer(numbers_[group]) * 100), total());
    }
    /// The share as a report prints it: in whole percent, or a symbol.
    std::string printed(std::size_t group) const {
        if (!is_available())
            return not_available;
        return print_figure<std::int64_t>(numbers_[group], total(), 100, exact::places(0));
    }

    /// Adds the numbers of the same breakdown of others.
    BrokenDown& operator+=(const BrokenDown& other) {
        for (std::size_t group = 0; group < numbers_.size(); ++group)
            numbers_[group] += other.numbers_[group];
        return *this;
    }

  private:
    const indicators::Breakdown* breakdown_;
    std::vector<std::int64_t> numbers_;
    std::string unavailable_because_;
};

/// Counts every breakdown as at every date, for every authority, over the children of a range; as
/// `count` does for the indicators.
inline std::vector<std::vector<indicators::GroupCounts>>
count_groups(const care::Records& records, ChildRange children,
             std::span<const care::Window> windows, const care::Policies& policies) {
    std::vector<std::vector<indicators::GroupCounts>> counts(
        records.authority_count(), std::vector<indicators::GroupCounts>(windows.size()));
    Viewer viewer(records, policies);
    for (care::Records::ChildNumber number = children.first; number < children.end; ++number) {
        viewer.turn_to(number);
        for_each_sight(viewer, windows, [&](std::size_t at, const indicators::Child& child) {
            indicators::count(child, counts[viewer.record().authority][at]);
        });
    }
    return counts;
}

} // namespace indicare::scorecard
