#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/care/fingerprint.hpp"
#include "indicare/care/policy.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

/// To be raised whenever some child may be counted otherwise than before: by a definition, by the
/// joining of episodes, by the reading of a field.
inline constexpr std::uint64_t rules_version = 1;

/// Tells the rules of this library from those of another version: the indicators with their units,
/// the policies, and `rules_version`.
constexpr std::uint64_t rules_fingerprint() {
    std::uint64_t bits = care::fingerprint_start + rules_version;
    for (const indicators::Definition& definition : indicators::catalogue)
        bits = care::fingerprint_of_all(bits, definition.id, name_of(definition.unit));
    for (const care::PolicyValue& each : care::policy_values)
        bits = care::fingerprint_of_all(bits, each.policy, each.value);
    return bits;
}

/// What decides, beside the records, how children are counted: tallies of different rules do not
/// add up.
struct Rules {
    std::vector<care::Date> as_at;
    care::Policies policies{};
    bool longitudinal = false; ///< see `care::ReturnsGiven`
    bool postcodes_given = false;
    bool area_named = false;

    bool operator==(const Rules&) const = default;
};

/// The request for scorecards by these rules.
inline Request request_of(const Rules& rules, const Populations& populations) {
    return {rules.as_at, rules.policies, populations, rules.postcodes_given, rules.area_named};
}

/// The value of every policy, by its number in `care::policy_values`.
inline std::vector<std::size_t> chosen_values(const care::Policies& policies) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < care::policy_values.size(); ++i) {
        care::Policies same = policies;
        care::policy_values[i].choose(same);
        if (same == policies)
            chosen.push_back(i);
    }
    return chosen;
}

namespace detail {

inline std::string days_of(const Rules& rules) {
    std::string text;
    for (const care::Date date : rules.as_at)
        text += (text.empty() ? "" : ", ") + date.iso();
    return text.empty() ? "no date" : text;
}

inline std::string difference(const care::Policies& a, const care::Policies& b) {
    const auto of_a = chosen_values(a);
    const auto of_b = chosen_values(b);
    std::string text;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        const care::PolicyValue& one = care::policy_values[of_a[i]];
        if (of_a[i] != of_b[i])
            text += (text.empty() ? "the policy " : " and the policy ") + std::string(one.policy) +
                    " is " + std::string(one.value) + " in one and " +
                    std::string(care::policy_values[of_b[i]].value) + " in the other";
    }
    return text;
}

} // namespace detail

/// In what two rules differ, as a sentence says it; empty when they are the same.
inline std::string difference(const Rules& a, const Rules& b) {
    if (a.as_at != b.as_at)
        return "one is as at " + detail::days_of(a) + ", the other as at " + detail::days_of(b);
    if (a.policies != b.policies)
        return detail::difference(a.policies, b.policies);
    if (a.longitudinal != b.longitudinal)
        return "one is of a longitudinal extract, the other of annual returns";
    if (a.postcodes_given != b.postcodes_given)
        return "a list of postcodes was given to one of them only";
    if (a.area_named != b.area_named)
        return "the authority's own area was named to one of them only";
    return {};
}

} // namespace indicare::scorecard
