#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/io/counting.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::tests {

/// Returns written out as text, for tests that read like the case they are about:
///
///     Returns returns;
///     returns.table(2023,
///     "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
///                         "HOME_POST,PL_POST,URN\n"
///                         "A,01/06/2022,S,V2,N1,U4,PR1,,,,,,\n");
///     CHECK(returns.tally("looked_after", "2023-03-31") == Tally{1, 0, 0});
class Returns {
  public:
    explicit Returns(io::ReadingOptions options = {}, care::Policies policies = {})
        : reader_(std::move(options)) {
        request_.policies = policies;
    }

    /// Gives a list of postcodes; before any table.
    Returns& postcodes(std::string_view csv) {
        io::PostcodeList list;
        list.read(csv, "postcodes.csv", reader_.findings());
        reader_.use(std::move(list));
        request_.postcodes_given = true;
        request_.area_named = !reader_.options().area.empty();
        return *this;
    }

    /// Gives one table of the return of a year.
    Returns& table(int year, std::string_view csv, std::string file = "table.csv") {
        reader_.begin_table(std::move(file), year);
        reader_.feed(csv);
        reader_.end_table();
        return *this;
    }

    /// Gives an Episodes table from rows `CHILD,DECOM,RNE,LS,PLACE,DEC,REC` and perhaps
    /// `,PLACE_PROVIDER,PL_POST,URN,HOME_POST`, one a line.
    Returns& episodes(int year, std::string_view rows) {
        return table(year,
                     wide("CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PLACE_PROVIDER,PL_POST,URN,"
                          "HOME_POST",
                          rows),
                     std::to_string(year) + "/episodes.csv");
    }

    Returns& population(int reporting_year, std::int64_t people, std::string_view authority = "") {
        request_.populations.add(authority, reporting_year, people);
        return *this;
    }

    /// The scorecards as at a date, authority by authority. Ends the returns given so far.
    std::vector<scorecard::Scorecard> scorecards(std::string_view iso_date) {
        reader_.end_returns();
        request_.as_at = {date(iso_date)};
        return io::scorecards(reader_, request_);
    }

    /// The figure of one indicator for the only authority.
    scorecard::Figure figure(std::string_view id, std::string_view iso_date) {
        return scorecards(iso_date).at(0)[id];
    }

    indicators::Tally tally(std::string_view id, std::string_view iso_date) {
        const scorecard::Figure one = figure(id, iso_date);
        if (!one.is_available())
            throw std::runtime_error(std::string(id) + ": " + one.unavailable_because());
        return one.tally();
    }

    io::ReturnReader& reader() { return reader_; }
    const quality::Findings& findings() const { return reader_.findings(); }
    scorecard::Request& request() { return request_; }

    static care::Date date(std::string_view iso) {
        const auto number = [iso](std::size_t first, std::size_t count) {
            return std::stoi(std::string(iso.substr(first, count)));
        };
        return care::Date::of(number(0, 4), number(5, 2), number(8, 2));
    }

  private:
    /// Rows under a header, filled up with blanks to its width.
    static std::string wide(std::string_view header, std::string_view rows) {
        const auto commas = [](std::string_view text) {
            return std::count(text.begin(), text.end(), ',');
        };
        std::string out = std::string(header) + "\n";
        while (!rows.empty()) {
            const std::string_view row = rows.substr(0, rows.find('\n'));
            rows.remove_prefix(std::min(row.size() + 1, rows.size()));
            if (row.empty())
                continue;
            out += row;
            out.append(static_cast<std::size_t>(commas(header) - commas(row)), ',');
            out += "\n";
        }
        return out;
    }

    io::ReturnReader reader_;
    scorecard::Request request_;
};

/// The tally of a mean over children who add these amounts.
inline indicators::Tally mean_of(std::initializer_list<std::int64_t> amounts) {
    indicators::Tally tally;
    for (const std::int64_t amount : amounts)
        tally += {amount, 1, 0, amount * amount};
    return tally;
}

} // namespace indicare::tests

namespace indicare::indicators {

/// For messages of failed tests.
inline std::ostream& operator<<(std::ostream& out, const Tally& tally) {
    return out << "{" << tally.numerator << ", " << tally.denominator << ", " << tally.undetermined
               << ", " << tally.squares << "}";
}

} // namespace indicare::indicators
