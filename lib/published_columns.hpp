#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fields.hpp"
#include "indicare/io/csv.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::io {

/// The columns of one published file, and what a row says of its place and year.
class PublishedColumns {
  public:
    PublishedColumns() = default;
    explicit PublishedColumns(const CsvRow& header) {
        for (const std::string_view name : header.fields())
            names_.emplace_back(trimmed(name));
        for (std::size_t i = 0; i < known; ++i)
            at_[i] = named(known_names[i]);
    }

    const std::vector<std::string>& names() const { return names_; }

    /// The columns, those apart that every file of statistics has.
    std::string listed() const {
        std::string list;
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (!are_of_statistics() || std::find(at_.begin(), at_.end(), at) == at_.end())
                list += (list.empty() ? "" : ", ") + names_[at];
        return list;
    }

    /// Whether the columns are those of Explore Education Statistics.
    bool are_of_statistics() const { return at_[time_period] && at_[geographic_level]; }

    /// Where a column stands, whatever its case.
    std::optional<std::size_t> named(std::string_view name) const {
        const std::string capitals = in_capitals(name);
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (is_alike(names_[at], capitals))
                return at;
        return std::nullopt;
    }

    /// The reporting year, `2023` or `202223`; nothing for any other text.
    std::optional<int> year_of(const CsvRow& row) const {
        const std::string_view period = text(row, time_period);
        if (period.size() != 6)
            return return_year(period);
        const auto first = return_year(period.substr(0, 4));
        const auto second = whole_number(period.substr(4));
        return first && second == (*first + 1) % 100 ? std::optional(*first + 1) : std::nullopt;
    }
    std::string_view period_of(const CsvRow& row) const { return text(row, time_period); }

    /// Nothing for places of other kinds.
    std::optional<scorecard::Level> level_of(const CsvRow& row) const {
        const std::string_view name = level_text_of(row);
        return is_alike(name, "LOCAL AUTHORITY") ? std::optional(scorecard::Level::authority)
               : is_alike(name, "REGIONAL")      ? std::optional(scorecard::Level::region)
               : is_alike(name, "NATIONAL")      ? std::optional(scorecard::Level::nation)
                                                 : std::nullopt;
    }
    std::string_view level_text_of(const CsvRow& row) const { return text(row, geographic_level); }

    scorecard::Place place_of(const CsvRow& row, scorecard::Level level) const {
        const auto copy = [&](Known column) { return std::string(text(row, column)); };
        switch (level) {
        case scorecard::Level::nation:
            return {level, copy(country_name), copy(country_code), {}, {}};
        case scorecard::Level::region:
            return {level, copy(region_name), copy(region_code), {}, {}};
        default:
            return {level, copy(la_name), copy(new_la_code), copy(old_la_code), copy(region_name)};
        }
    }

    /// Whether a text is another that is written in capitals, whatever its own case.
    static bool is_alike(std::string_view text, std::string_view capitals) {
        return std::equal(text.begin(), text.end(), capitals.begin(), capitals.end(),
                          [](char a, char b) { return capital(a) == b; });
    }

  private:
    enum Known : std::size_t {
        time_period,
        geographic_level,
        country_code,
        country_name,
        region_code,
        region_name,
        old_la_code,
        new_la_code,
        la_name,
        known
    };
    static constexpr std::array<std::string_view, known> known_names = {
        "time_period", "geographic_level", "country_code", "country_name", "region_code",
        "region_name", "old_la_code",      "new_la_code",  "la_name"};

    std::string_view text(const CsvRow& row, Known column) const {
        return at_[column] ? trimmed(row[*at_[column]]) : std::string_view();
    }

    std::vector<std::string> names_;
    std::array<std::optional<std::size_t>, known> at_;
};

} // namespace indicare::io
