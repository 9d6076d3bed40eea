#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indicare/care/date.hpp"

namespace indicare::scorecard {

/// The population aged 0-17 of authorities, by reporting year: for reporting year Y the mid-year
/// estimate of Y-1, which is what DfE's rates divide by.
class Populations {
  public:
    void add(std::string_view authority, int reporting_year, std::int64_t population) {
        by_year_[{std::string(authority), reporting_year}] = population;
    }

    /// The population for a scorecard as at a date: that of the reporting year which holds it.
    std::optional<std::int64_t> of(std::string_view authority, care::Date as_at) const {
        const auto at = by_year_.find({std::string(authority), as_at.reporting_year()});
        return at == by_year_.end() ? std::nullopt : std::optional(at->second);
    }

    /// Every population known of an authority, by reporting year.
    std::map<int, std::int64_t> all_of(std::string_view authority) const {
        std::map<int, std::int64_t> all;
        for (auto at =
                 by_year_.lower_bound({std::string(authority), std::numeric_limits<int>::min()});
             at != by_year_.end() && at->first.first == authority; ++at)
            all.emplace(at->first.second, at->second);
        return all;
    }

    bool is_empty() const { return by_year_.empty(); }

  private:
    std::map<std::pair<std::string, int>, std::int64_t> by_year_;
};

} // namespace indicare::scorecard
