#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indicare/scorecard/breakdowns.hpp"
#include "indicare/scorecard/counts.hpp"
#include "indicare/scorecard/figure.hpp"
#include "indicare/scorecard/population.hpp"

namespace indicare::scorecard {

/// Every indicator of the catalogue for one authority as at one date.
struct Scorecard {
    std::string authority;
    care::Date as_at;
    std::vector<Figure> figures; ///< in the order of the catalogue
    indicators::Asides asides;
    /// What a reader should know of these figures, one sentence each.
    std::vector<std::string> notes;
    /// By what the request asks for: of the looked after, then the started, then the ceased.
    std::vector<BrokenDown> breakdowns{};

    const Figure& operator[](std::string_view id) const {
        return figures.at(indicators::indicator_named(id).value());
    }
};

/// What scorecards are asked for.
struct Request {
    std::vector<care::Date> as_at;
    care::Policies policies;
    Populations populations;
    bool postcodes_given = false;
    /// The authority's own area was named; else its name is taken for it, where it has one.
    bool area_named = false;
    /// What the looked after, the started and the ceased are broken down by.
    std::vector<indicators::Characteristic> by{};

    bool asks_for(const indicators::Breakdown& breakdown) const {
        return std::find(by.begin(), by.end(), breakdown.by) != by.end();
    }
};

/// The dates of a series: `date` and the same day of the years before, `count` in all, oldest
/// first.
inline std::vector<care::Date> series_up_to(care::Date date, int count) {
    std::vector<care::Date> dates;
    for (int years = count - 1; years >= 0; --years)
        dates.push_back(date.minus_months(12 * years));
    return dates;
}

namespace detail {

inline std::string years_of(const care::Window& window) {
    const int first = window.first_reporting_year;
    const int last = window.last_reporting_year;
    const std::string text = std::to_string(last);
    return first == last ? text : std::to_string(first) + " or " + text;
}

/// The tables of a set.
inline std::vector<care::Table> tables_of(care::TableSet set) {
    std::vector<care::Table> tables;
    for (std::size_t i = 0; i < care::table_count; ++i)
        if (set.holds(static_cast<care::Table>(i)))
            tables.push_back(static_cast<care::Table>(i));
    return tables;
}

/// Which return of the window's year was not given; empty when all were.
inline std::string why_no_return(const care::AuthorityReturns& given, const care::Window& window) {
    for (const int year : {window.first_reporting_year, window.last_reporting_year})
        if (!given.years.holds(year))
            return "the return of " + std::to_string(year) + " was not given";
    return {};
}

inline std::string why_no_table(const care::AuthorityReturns& given, const care::Window& window,
                                care::Table table) {
    if (given.give(window, table))
        return {};
    constexpr std::size_t usual_length = 160;
    std::string reason;
    reason.reserve(usual_length);
    reason.append("no ").append(care::name_of(table)).append(" table in the return of ");
    reason.append(years_of(window)).append(" (columns ").append(care::marks_of(table)).append(")");
    return reason;
}

} // namespace detail

/// Why an indicator has no figure for the authority of that name, of which those returns were
/// given; empty when it has one.
inline std::string why_unavailable(const indicators::Definition& definition,
                                   const std::string& name, const care::AuthorityReturns& given,
                                   const care::Window& window, const Request& request) {
    if (std::string reason = detail::why_no_return(given, window); !reason.empty())
        return reason;
    for (const care::Table table : detail::tables_of(definition.reads)) {
        if (std::string reason = detail::why_no_table(given, window, table); !reason.empty())
            return reason;
        for (const std::string_view column : definition.columns)
            if (!column.empty() && given.lack(window, table, column))
                return "no column " + std::string(column) + " in the " +
                       std::string(care::name_of(table)) + " table of " + detail::years_of(window);
    }
    if (definition.needs.population && !request.populations.of(name, window.last))
        return "no population given for " + std::to_string(window.last.reporting_year());
    if (definition.needs.postcodes && !request.postcodes_given)
        return "no list of postcodes given";
    if (definition.needs.area && !request.area_named && name.empty())
        return "the authority's own area was not named";
    return {};
}

/// Why a breakdown has no numbers; empty when it has.
inline std::string why_unavailable(const indicators::Breakdown& breakdown,
                                   const care::AuthorityReturns& given,
                                   const care::Window& window) {
    std::string reason = detail::why_no_return(given, window);
    for (const care::Table table : detail::tables_of(breakdown.reads))
        if (reason.empty())
            reason = detail::why_no_table(given, window, table);
    return reason;
}

namespace detail {

inline std::string children(std::int64_t count) {
    return std::to_string(count) + (count == 1 ? " child" : " children");
}

inline std::vector<std::string> notes_on(const Scorecard& scorecard, const Request& request) {
    std::vector<std::string> notes;
    if (scorecard.as_at.month() != 3 || scorecard.as_at.day() != 31)
        notes.emplace_back(
            "The year does not end on 31 March: outcome tables are read as their annual "
            "returns stand, and may tell of days after the date.");
    if (request.postcodes_given && scorecard.asides.placement_not_known > 0)
        notes.push_back("Not known from postcodes where the placement is: " +
                        children(scorecard.asides.placement_not_known) + ".");
    if (request.postcodes_given && scorecard.asides.distance_not_known > 0)
        notes.push_back("Not known from postcodes how far from home: " +
                        children(scorecard.asides.distance_not_known) + ".");
    return notes;
}

inline Scorecard scorecard_of(const std::string& authority, const care::AuthorityReturns& given,
                              care::Date as_at, const Counted& counted, const Request& request) {
    Scorecard scorecard{authority, as_at, {}, counted.asides, {}};
    const care::Window window = care::Window(as_at);
    const auto population = request.populations.of(scorecard.authority, as_at);
    scorecard.figures.reserve(indicators::catalogue.size());
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
        const indicators::Definition& definition = indicators::catalogue[i];
        std::string reason = why_unavailable(definition, authority, given, window, request);
        scorecard.figures.push_back(reason.empty()
                                        ? Figure(definition, counted.tallies[i], population)
                                        : Figure::unavailable(definition, std::move(reason)));
    }
    scorecard.notes = notes_on(scorecard, request);
    return scorecard;
}

inline std::vector<BrokenDown> breakdowns_of(const care::AuthorityReturns& given,
                                             const care::Window& window,
                                             const indicators::GroupCounts& counts,
                                             const Request& request) {
    std::vector<BrokenDown> all;
    for (std::size_t i = 0; i < indicators::breakdowns.size(); ++i) {
        const indicators::Breakdown& breakdown = indicators::breakdowns[i];
        if (!request.asks_for(breakdown))
            continue;
        std::string reason = why_unavailable(breakdown, given, window);
        all.push_back(reason.empty() ? BrokenDown(breakdown, counts.numbers[i])
                                     : BrokenDown::unavailable(breakdown, std::move(reason)));
    }
    return all;
}

inline std::vector<care::Records::AuthorityNumber>
authorities_by_name(const care::Records& records) {
    std::vector<care::Records::AuthorityNumber> authorities(records.authority_count());
    std::iota(authorities.begin(), authorities.end(), care::Records::AuthorityNumber{0});
    std::sort(authorities.begin(), authorities.end(),
              [&records](auto a, auto b) { return records.name_of(a) < records.name_of(b); });
    return authorities;
}

inline std::vector<care::Window> windows_of(const Request& request) {
    return {request.as_at.begin(), request.as_at.end()};
}

} // namespace detail

/// Scorecards from what was counted (`count`) for every authority as at every date asked for,
/// authority by authority in the order of their names, dates in the order of the request.
inline std::vector<Scorecard> scorecards_of(const care::Records& records,
                                            const std::vector<std::vector<Counted>>& counts,
                                            const Request& request) {
    std::vector<Scorecard> all;
    for (const auto authority : detail::authorities_by_name(records))
        for (std::size_t at = 0; at < request.as_at.size(); ++at)
            all.push_back(detail::scorecard_of(records.name_of(authority),
                                               records.given.of(authority), request.as_at[at],
                                               counts[authority][at], request));
    return all;
}

/// Adds the breakdowns that the request asks for to its scorecards (`scorecards_of`), from what
/// was counted of all children (`count_groups`).
inline void add_breakdowns(std::vector<Scorecard>& scorecards, const care::Records& records,
                           const std::vector<std::vector<indicators::GroupCounts>>& counts,
                           const Request& request) {
    auto scorecard = scorecards.begin();
    for (const auto authority : detail::authorities_by_name(records))
        for (std::size_t at = 0; at < request.as_at.size(); ++at, ++scorecard)
            scorecard->breakdowns =
                detail::breakdowns_of(records.given.of(authority), care::Window(request.as_at[at]),
                                      counts[authority][at], request);
}

/// The same scorecards with the breakdowns asked for, counted from the records. `visit` as for
/// `count`.
template <class Visit>
std::vector<Scorecard> scorecards(const care::Records& records, const Request& request,
                                  Visit&& visit) {
    const std::vector<care::Window> windows = detail::windows_of(request);
    auto all = scorecards_of(records, count(records, windows, request.policies, visit), request);
    if (!request.by.empty())
        add_breakdowns(all, records,
                       count_groups(records, {0, records.child_count()}, windows, request.policies),
                       request);
    return all;
}

} // namespace indicare::scorecard
