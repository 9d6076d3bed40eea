#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "indicare/care/records.hpp"
#include "indicare/scorecard/comparators.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

/// Whether returns that call their authority so are those of a published one: they give its old
/// code, its new code or its name, or no name at all.
inline bool is_called(const Comparators& comparators, const PublishedAuthority& authority,
                      std::string_view name) {
    const auto called = comparators.authorities_called(name);
    return name.empty() || std::any_of(called.begin(), called.end(), [&](const auto& each) {
               return each.old_code == authority.old_code;
           });
}

/// The scorecards of an authority, in the order in which they stand among those of many.
inline std::vector<Scorecard> scorecards_of(const Comparators& comparators,
                                            const PublishedAuthority& authority,
                                            std::span<const Scorecard> scorecards) {
    std::vector<Scorecard> own;
    for (const Scorecard& scorecard : scorecards)
        if (is_called(comparators, authority, scorecard.authority))
            own.push_back(scorecard);
    return own;
}

/// Adds the populations that were published of an authority, under the names that its returns have
/// for it.
inline void add_published_populations(const Comparators& comparators,
                                      const PublishedAuthority& authority,
                                      const care::Records& records, Populations& populations) {
    const auto published = comparators.benchmarks().populations.all_of(authority.old_code);
    for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        if (is_called(comparators, authority, records.name_of(each)))
            for (const auto& [year, people] : published)
                populations.add(records.name_of(each), year, people);
}

} // namespace indicare::scorecard
