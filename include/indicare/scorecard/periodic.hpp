#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/scorecard/scorecard.hpp"

// What happens month by month, or quarter by quarter, within the years of the returns given.

namespace indicare::scorecard {

/// What is counted of a period: that children came into care in it, or left it. How many are in
/// care at its end is none of these: most of them were there a period before.
enum class Occasion : std::uint8_t { started, ceased };

/// `started`, `ceased`: the ids of the indicators that count them.
constexpr std::string_view name_of(Occasion occasion) {
    return occasion == Occasion::started ? "started" : "ceased";
}

/// How long a period is: a month, or a quarter that begins with January, April, July or October.
enum class Every : std::uint8_t { month, quarter };

/// `month`, `quarter`.
constexpr std::string_view name_of(Every every) {
    return every == Every::month ? "month" : "quarter";
}

constexpr int months_of(Every every) {
    return every == Every::month ? 1 : 3;
}

/// What a series is asked for.
struct PeriodicRequest {
    Occasion occasion = Occasion::started;
    Every every = Every::month;
    /// Periods count that lie wholly from `since` to `up_to`. A longitudinal extract does not tell
    /// from which day to which it holds everything: there these days say so.
    care::Date since{};
    care::Date up_to = care::last_recordable;
    care::Policies policies{};
};

/// The periods that an authority's returns hold wholly.
struct Periods {
    std::vector<care::Window> windows; ///< oldest first, each beginning where the one before ends
    std::vector<std::string> notes;    ///< what was left out, one sentence each
};

/// How many children started to be looked after, or ceased, in each of an authority's periods.
///
/// A period's number is what the indicator `started` or `ceased` counts in a year, asked of the
/// period: a child counts once in a period, and again in another in which it starts again. So the
/// numbers of a year's periods add up to no less than the figure of the year; under the policy
/// `starts_and_ceases` `periods` to just that.
struct PeriodicNumbers {
    std::string authority;
    Occasion occasion{};
    Every every{};
    Periods periods;
    std::vector<std::int64_t> numbers; ///< children, period by period
};

namespace detail {

inline const indicators::Definition& definition_of(Occasion occasion) {
    return indicators::catalogue[indicators::indicator_named(name_of(occasion)).value()];
}

/// The return of a year gives what the indicator reads.
inline bool can_be_counted_in(int year, const care::AuthorityReturns& given,
                              const indicators::Definition& definition) {
    const auto tables = tables_of(definition.reads);
    return given.years.holds(year) &&
           std::all_of(tables.begin(), tables.end(),
                       [&](care::Table table) { return given.give_in(year, table); });
}

inline void add_periods_of(int year, const PeriodicRequest& request,
                           std::vector<care::Window>& periods) {
    const int length = months_of(request.every);
    const care::Date end_of_year = care::Date::end_of_reporting_year(year);
    for (int months_left = 12 - length; months_left >= 0; months_left -= length) {
        const care::Window period(end_of_year.minus_months(months_left), length);
        if (request.since <= period.first && period.last <= request.up_to)
            periods.push_back(period);
    }
}

inline std::string left_out_before(int year) {
    return "The return of " + std::to_string(year) + " (April " + std::to_string(year - 1) +
           " to March " + std::to_string(year) +
           ") was not given, or gives no Episodes: only what follows it is used.";
}

} // namespace detail

/// The periods within the newest return years without a gap between them, of those that begin by
/// `up_to`. That older years were left out for a gap is said. Cost: linear in the periods.
inline Periods periods_held(const care::AuthorityReturns& given, const PeriodicRequest& request) {
    const indicators::Definition& definition = detail::definition_of(request.occasion);
    const auto holds = [&](int year) { return detail::can_be_counted_in(year, given, definition); };
    constexpr int first_year = care::PackedYear::first;
    int last = std::min(request.up_to.reporting_year(), care::PackedYear::last);
    while (last >= first_year && !holds(last))
        --last;
    int before = last; // the year before the first that is used
    while (before >= first_year && holds(before))
        --before;
    Periods held;
    for (int year = before + 1; year <= last; ++year)
        detail::add_periods_of(year, request, held.windows);
    for (int year = before - 1; year >= first_year; --year)
        if (holds(year) && request.since <= care::Date::end_of_reporting_year(year)) {
            held.notes.push_back(detail::left_out_before(before));
            break;
        }
    return held;
}

/// The same of every authority, in the order of the records.
inline std::vector<Periods> periods_held(const care::Records& records,
                                         const PeriodicRequest& request) {
    std::vector<Periods> all;
    all.reserve(records.authority_count());
    for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        all.push_back(periods_held(records.given.of(each), request));
    return all;
}

/// Counts every authority's periods, `numbers[authority][period]`, in one pass over the children of
/// a range; ranges that make up all children add up. `visit` as for `count`. Cost: linear in rows,
/// and in children times the periods in which they are in care.
template <class Visit>
std::vector<std::vector<std::int64_t>>
count_periods(const care::Records& records, ChildRange children, std::span<const Periods> periods,
              const PeriodicRequest& request, Visit&& visit) {
    std::vector<std::vector<std::int64_t>> numbers;
    numbers.reserve(periods.size());
    for (const Periods& each : periods)
        numbers.emplace_back(each.windows.size());
    const indicators::Definition& definition = detail::definition_of(request.occasion);
    Viewer viewer(records, request.policies);
    for (care::Records::ChildNumber number = children.first; number < children.end; ++number) {
        viewer.turn_to(number);
        visit(number, viewer.joining());
        const auto authority = viewer.record().authority;
        for_each_sight(viewer, periods[authority].windows,
                       [&](std::size_t at, const indicators::Child& child) {
                           indicators::Tally tally;
                           indicators::add(tally, definition, standing_in(child, definition));
                           numbers[authority][at] += tally.numerator;
                       });
    }
    return numbers;
}

/// The series of what was counted (`count_periods`), authority by authority in the order of their
/// names.
inline std::vector<PeriodicNumbers>
periodic_numbers_of(const care::Records& records, std::vector<Periods> periods,
                    std::vector<std::vector<std::int64_t>> numbers,
                    const PeriodicRequest& request) {
    std::vector<PeriodicNumbers> all;
    for (const auto authority : detail::authorities_by_name(records))
        all.push_back({records.name_of(authority), request.occasion, request.every,
                       std::move(periods[authority]), std::move(numbers[authority])});
    return all;
}

} // namespace indicare::scorecard
