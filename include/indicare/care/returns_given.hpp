#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "indicare/care/packed.hpp"
#include "indicare/care/table.hpp"
#include "indicare/care/window.hpp"

namespace indicare::care {

/// A set of return years.
class Years {
  public:
    /// Years that records cannot hold (see `PackedYear`) are not added.
    void add(int year) {
        if (year >= PackedYear::first && year <= PackedYear::last)
            bits_.set(index(year));
    }
    void add_up_to(int year) {
        for (int each = PackedYear::first; each <= std::min(year, PackedYear::last); ++each)
            add(each);
    }
    bool holds(int year) const {
        return year >= PackedYear::first && year <= PackedYear::last && bits_[index(year)];
    }
    /// Whether the set holds a year after this one.
    bool holds_later_than(int year) const {
        for (int each = year + 1; each <= PackedYear::last; ++each)
            if (holds(each))
                return true;
        return false;
    }
    /// The latest year; 0 when there is none.
    int latest() const {
        for (int each = PackedYear::last; each >= PackedYear::first; --each)
            if (holds(each))
                return each;
        return 0;
    }
    bool is_empty() const { return bits_.none(); }

    /// Adds the years of another set.
    Years& operator|=(const Years& other) {
        bits_ |= other.bits_;
        return *this;
    }
    bool operator==(const Years&) const = default;

  private:
    static std::size_t index(int year) {
        return static_cast<std::size_t>(year - PackedYear::first);
    }

    std::bitset<PackedYear::last - PackedYear::first + 1> bits_;
};

/// The annual returns that were given of one authority: their years, and the tables of each.
class AuthorityReturns {
  public:
    Years years;
    Years with_episodes; ///< those whose return gives Episodes

    /// A table of a year's return was given; year 0: of every year's.
    void add_table(int year, Table table) {
        tables_[year] = tables_[year] | table;
        years.add(year);
        if (table == Table::episodes)
            with_episodes.add(year);
    }

    /// A table of a year's return was given without one of its columns.
    void add_missing_column(int year, Table table, std::string_view column) {
        missing_columns_.emplace(year, table, std::string(column));
    }

    /// Whether all returns of the window's year were given.
    bool cover(const Window& window) const {
        return years.holds(window.first_reporting_year) && years.holds(window.last_reporting_year);
    }

    /// Whether one of the returns of the window's year gives the table.
    bool give(const Window& window, Table table) const {
        return year_gives(0, table) || year_gives(window.first_reporting_year, table) ||
               year_gives(window.last_reporting_year, table);
    }

    /// Whether the return of a year gives the table.
    bool give_in(int year, Table table) const {
        return year_gives(0, table) || year_gives(year, table);
    }

    /// Whether one of the returns of the window's year gives the table without the column.
    bool lack(const Window& window, Table table, std::string_view column) const {
        for (const int year : {0, window.first_reporting_year, window.last_reporting_year})
            if (missing_columns_.count({year, table, std::string(column)}) != 0)
                return true;
        return false;
    }

    /// Adds what another reading was given of the same authority: as if the returns of both had
    /// been read at once.
    AuthorityReturns& operator|=(const AuthorityReturns& other) {
        years |= other.years;
        with_episodes |= other.with_episodes;
        for (const auto& [year, tables] : other.tables_)
            tables_[year] = tables_[year] | tables;
        missing_columns_.insert(other.missing_columns_.begin(), other.missing_columns_.end());
        return *this;
    }
    bool operator==(const AuthorityReturns&) const = default;

    /// The tables of each year's return; year 0: of every year's.
    const std::map<int, TableSet>& tables() const { return tables_; }
    /// By year and table, the columns that it was given without.
    const std::set<std::tuple<int, Table, std::string>>& missing_columns() const {
        return missing_columns_;
    }

  private:
    bool year_gives(int year, Table table) const {
        const auto at = tables_.find(year);
        return at != tables_.end() && at->second.holds(table);
    }

    std::map<int, TableSet> tables_;
    std::set<std::tuple<int, Table, std::string>> missing_columns_;
};

/// Which annual returns were given, authority by authority.
class ReturnsGiven {
  public:
    AuthorityReturns& of(std::uint16_t authority) {
        if (authorities_.size() <= authority)
            authorities_.resize(authority + std::size_t{1});
        return authorities_[authority];
    }
    const AuthorityReturns& of(std::uint16_t authority) const {
        static const AuthorityReturns none;
        return authority < authorities_.size() ? authorities_[authority] : none;
    }

    /// The histories are one longitudinal extract: a child is held in the years that care episodes
    /// overlap, and no episode is open only because a later return was not there to close it.
    bool longitudinal = false;

  private:
    std::vector<AuthorityReturns> authorities_;
};

} // namespace indicare::care
