#include "indicare/scorecard/periodic.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/returns.hpp"

using namespace indicare;
using scorecard::Every;
using scorecard::Occasion;
using scorecard::PeriodicNumbers;
using scorecard::PeriodicRequest;
using tests::Returns;

namespace {

using Numbers = std::map<std::string, std::int64_t>;

std::vector<PeriodicNumbers> all_series(Returns& returns, const PeriodicRequest& request) {
    returns.reader().end_returns();
    return io::periodic_numbers(returns.reader(), request);
}

/// The series of the only authority.
PeriodicNumbers series(Returns& returns, PeriodicRequest request) {
    request.policies = returns.request().policies;
    return all_series(returns, request).at(0);
}

PeriodicNumbers months(Returns& returns, Occasion occasion) {
    return series(returns, {.occasion = occasion});
}

/// The numbers that are not 0, by the month in which their period begins: `2022-04`.
Numbers by_period(const PeriodicNumbers& series) {
    Numbers numbers;
    for (std::size_t i = 0; i < series.numbers.size(); ++i)
        if (series.numbers[i] != 0)
            numbers[series.periods.windows[i].first.iso().substr(0, 7)] = series.numbers[i];
    return numbers;
}

/// From the first day of the series to its last.
std::string from_to(const PeriodicNumbers& series) {
    return series.numbers.empty() ? "nothing"
                                  : series.periods.windows.front().first.iso() + " to " +
                                        series.periods.windows.back().last.iso();
}

constexpr std::string_view open_since_2018 = "Z,01/05/2018,S,C2,U4,,\n";

} // namespace

TEST_CASE("a return holds the twelve months of its year") {
    Returns returns;
    returns.episodes(2023, open_since_2018);
    const PeriodicNumbers all = months(returns, Occasion::started);
    CHECK(all.numbers == std::vector<std::int64_t>(12, 0));
    CHECK(from_to(all) == "2022-04-01 to 2023-03-31");
    CHECK(all.periods.windows[10].first == Returns::date("2023-02-01"));
    CHECK(all.periods.windows[10].last == Returns::date("2023-02-28"));
    CHECK(all.periods.notes.empty());
    CHECK(all.authority.empty());
    CHECK(all.occasion == Occasion::started);
}

TEST_CASE("the first and the last day of a month belong to it") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2022,S,C2,U4,,\n"
                           "B,30/06/2022,S,C2,U4,,\n"
                           "C,01/07/2022,S,C2,U4,,\n"
                           "D,01/04/2022,S,C2,U4,,\n"
                           "E,31/03/2023,S,C2,U4,,\n"
                           "F,31/03/2022,S,C2,U4,,\n");
    CHECK(by_period(months(returns, Occasion::started)) ==
          Numbers{{"2022-04", 1}, {"2022-06", 2}, {"2022-07", 1}, {"2023-03", 1}});
}

TEST_CASE("a child ceases in the month of DEC") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,30/06/2022,E4A\n"
                           "B,01/06/2020,S,C2,U4,01/07/2022,E4A\n"
                           "C,01/06/2020,S,C2,U4,01/08/2022,X1\n"
                           "C,01/08/2022,P,C2,U4,,\n"
                           "D,01/06/2020,S,C2,U4,31/03/2023,E11\n"
                           "E,01/06/2020,S,C2,U4,01/04/2022,E4A\n");
    CHECK(by_period(months(returns, Occasion::ceased)) ==
          Numbers{{"2022-04", 1}, {"2022-06", 1}, {"2022-07", 1}, {"2023-03", 1}});
    CHECK(by_period(months(returns, Occasion::started)).empty());
}

TEST_CASE("neither short breaks nor moves within care count") {
    Returns returns;
    returns.episodes(2023, "A,01/06/2022,S,V3,U4,05/06/2022,X1\n"
                           "B,01/06/2022,P,C2,U4,,\n"
                           "C,01/06/2022,L,C2,U4,01/07/2022,E4A\n");
    CHECK(by_period(months(returns, Occasion::started)).empty());
    CHECK(by_period(months(returns, Occasion::ceased)) == Numbers{{"2022-07", 1}});
}

TEST_CASE("a child counts once in a month, and again in another; once in the year") {
    const auto comes_and_goes = "A,01/06/2022,S,V2,U4,10/06/2022,E4A\n"
                                "A,20/06/2022,S,V2,U4,05/07/2022,E4A\n"
                                "A,01/09/2022,S,V2,U4,,\n";
    Returns returns;
    returns.episodes(2023, comes_and_goes);
    CHECK(by_period(months(returns, Occasion::started)) == Numbers{{"2022-06", 1}, {"2022-09", 1}});
    CHECK(by_period(months(returns, Occasion::ceased)) == Numbers{{"2022-06", 1}, {"2022-07", 1}});
    CHECK(returns.figure("started", "2023-03-31").numerator() == 1);
    CHECK(returns.figure("ceased", "2023-03-31").numerator() == 1);

    care::Policies policies;
    policies.starts_and_ceases = care::StartsAndCeases::periods;
    Returns each_time({}, policies);
    each_time.episodes(2023, comes_and_goes);
    CHECK(by_period(months(each_time, Occasion::started)) ==
          Numbers{{"2022-06", 2}, {"2022-09", 1}});
    CHECK(each_time.figure("started", "2023-03-31").numerator() == 3);
}

TEST_CASE("quarters are those of the calendar, and count a child once") {
    Returns returns;
    returns.episodes(2023, "A,01/04/2022,S,V2,U4,10/05/2022,E4A\n"
                           "A,30/06/2022,S,V2,U4,,\n"
                           "B,01/07/2022,S,V2,U4,,\n"
                           "C,31/03/2023,S,V2,U4,,\n");
    const PeriodicNumbers quarters = series(returns, {.every = Every::quarter});
    CHECK(quarters.numbers == std::vector<std::int64_t>{1, 1, 0, 1});
    CHECK(from_to(quarters) == "2022-04-01 to 2023-03-31");
    CHECK(quarters.periods.windows[1].first == Returns::date("2022-07-01"));
    CHECK(quarters.periods.windows[1].last == Returns::date("2022-09-30"));
}

TEST_CASE("years that follow each other are one series, across a leap day") {
    Returns returns;
    returns.episodes(2020, "A,29/02/2020,S,C2,U4,,\n");
    returns.episodes(2021, "A,29/02/2020,S,C2,U4,01/05/2020,E4A\n");
    CHECK(from_to(months(returns, Occasion::started)) == "2019-04-01 to 2021-03-31");
    CHECK(by_period(months(returns, Occasion::started)) == Numbers{{"2020-02", 1}});
    CHECK(by_period(months(returns, Occasion::ceased)) == Numbers{{"2020-05", 1}});
}

TEST_CASE("of years with a gap the newest without one are used, and it is said") {
    Returns returns;
    for (const int year : {2019, 2020, 2022, 2023})
        returns.episodes(year, open_since_2018);
    const PeriodicNumbers newest = months(returns, Occasion::started);
    CHECK(from_to(newest) == "2021-04-01 to 2023-03-31");
    CHECK(newest.periods.notes ==
          std::vector<std::string>{"The return of 2021 (April 2020 to March 2021) was not given, "
                                   "or gives no Episodes: only what follows it is used."});
    // What was not asked for is not missed.
    const auto later = series(returns, {.since = Returns::date("2021-04-01")});
    CHECK(from_to(later) == "2021-04-01 to 2023-03-31");
    CHECK(later.periods.notes.empty());
    // Before the gap the older years are the newest.
    const auto older = series(returns, {.up_to = Returns::date("2020-03-31")});
    CHECK(from_to(older) == "2018-04-01 to 2020-03-31");
    CHECK(older.periods.notes.empty());
}

TEST_CASE("a return without Episodes is a gap") {
    Returns returns;
    returns.episodes(2021, open_since_2018).episodes(2023, open_since_2018);
    returns.table(2022, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nZ,1,01/06/2010,WBRI,,0,\n");
    const PeriodicNumbers newest = months(returns, Occasion::ceased);
    CHECK(from_to(newest) == "2022-04-01 to 2023-03-31");
    REQUIRE(newest.periods.notes.size() == 1);
    CHECK(newest.periods.notes[0].find("The return of 2022") == 0);
}

TEST_CASE("only periods that lie wholly between the days asked for count") {
    Returns returns;
    returns.episodes(2023, open_since_2018);
    const auto between = [&](std::string_view since, std::string_view up_to, Every every) {
        return from_to(
            series(returns,
                   {.every = every, .since = Returns::date(since), .up_to = Returns::date(up_to)}));
    };
    CHECK(between("2022-05-01", "2022-12-31", Every::month) == "2022-05-01 to 2022-12-31");
    CHECK(between("2022-05-02", "2022-12-30", Every::month) == "2022-06-01 to 2022-11-30");
    CHECK(between("2022-05-01", "2022-12-31", Every::quarter) == "2022-07-01 to 2022-12-31");
    CHECK(between("2022-05-02", "2022-05-31", Every::month) == "nothing");
    // No return holds a day after March 2023.
    CHECK(between("2022-05-01", "2023-09-30", Every::month) == "2022-05-01 to 2023-03-31");
}

TEST_CASE("a child counts where the return of the year holds it, as in the figure of the year") {
    Returns returns;
    returns.episodes(2022, open_since_2018);
    returns.episodes(2023, "Z,01/05/2018,S,C2,U4,,\nA,15/05/2021,S,C2,U4,,\n");
    CHECK(by_period(months(returns, Occasion::started)).empty());
    CHECK(returns.figure("started", "2022-03-31").numerator() == 0);
}

TEST_CASE("every authority has the periods of its own returns") {
    Returns returns;
    returns.table(2022, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n1,01/05/2021,S,C2,U4,,,South\n");
    returns.table(2023, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,LA\n1,01/05/2021,S,C2,U4,,,South\n"
                        "1,01/06/2022,S,C2,U4,,,North\n2,05/06/2022,S,C2,U4,,,North\n");
    const auto all = all_series(returns, {});
    REQUIRE(all.size() == 2);
    CHECK(all[0].authority == "North");
    CHECK(from_to(all[0]) == "2022-04-01 to 2023-03-31");
    CHECK(by_period(all[0]) == Numbers{{"2022-06", 2}});
    CHECK(all[1].authority == "South");
    CHECK(from_to(all[1]) == "2021-04-01 to 2023-03-31");
    CHECK(by_period(all[1]) == Numbers{{"2021-05", 1}});
}

TEST_CASE("of a longitudinal extract the days asked for count") {
    io::ReadingOptions options;
    options.longitudinal = true;
    Returns returns(options);
    returns.episodes(2023, "A,01/06/2019,S,C2,U4,10/02/2021,E4A\n"
                           "B,01/06/2020,S,C2,U4,10/02/2021,E4A\n");
    const auto asked = series(
        returns, {.since = Returns::date("2020-01-01"), .up_to = Returns::date("2020-12-31")});
    CHECK(from_to(asked) == "2020-01-01 to 2020-12-31");
    CHECK(by_period(asked) == Numbers{{"2020-06", 1}});
    CHECK(asked.periods.notes.empty());
}
