#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "indicare/care/code.hpp"
#include "indicare/care/table.hpp"
#include "indicare/indicators/child.hpp"
#include "indicare/indicators/numbers.hpp"

namespace indicare::indicators {

/// What children are broken down by.
enum class Characteristic : std::uint8_t { sex, age, ethnicity, legal_status, need, placement };

inline constexpr std::size_t characteristic_count = 6;

/// `sex`, `age`, ... `placement`.
constexpr std::string_view name_of(Characteristic characteristic) {
    constexpr std::string_view names[] = {"sex",          "age",  "ethnicity",
                                          "legal_status", "need", "placement"};
    return names[static_cast<std::size_t>(characteristic)];
}

/// The characteristic of that name; nothing when there is none.
constexpr std::optional<Characteristic> characteristic_named(std::string_view name) {
    for (std::size_t each = 0; each < characteristic_count; ++each)
        if (name_of(static_cast<Characteristic>(each)) == name)
            return static_cast<Characteristic>(each);
    return std::nullopt;
}

/// When a child counts among the looked after, the started or the ceased: what a breakdown asks is
/// asked as it was then.
struct Occasion {
    std::size_t episode = 0; ///< the care episode that is open, begins or ends then
    care::Date day;
};

/// A group of a breakdown.
struct Group {
    std::string_view label; ///< as DfE prints it
    /// The codes of the return that make it up, between blanks; none for a band of age.
    std::string_view codes{};
    int youngest = 0; ///< of a band of age, in completed years
    int oldest = 0;
};

/// The group that a child belongs to on an occasion, by its place in the breakdown; nothing when it
/// is not known.
using GroupOf = std::optional<std::size_t> (*)(const Child&, const Occasion&);

/// How the children of one population are shared out. Each is in one group, or not known: so that
/// these add up to the population.
struct Breakdown {
    Characteristic by{};
    Population population{}; ///< looked after, started or ceased
    std::string_view title{};
    std::string_view sentence{}; ///< what is asked
    std::span<const Group> groups{};
    GroupOf group_of = nullptr;
    /// The tables that it reads; without one of them there are no numbers.
    care::TableSet reads = care::Table::episodes;
};

/// What stands for the children whose group is not known, behind the groups.
inline constexpr std::string_view not_known = "Not known";

/// The indicator that counts the children of a breakdown.
constexpr std::string_view indicator_of(const Breakdown& breakdown) {
    switch (breakdown.population) {
    case Population::started:
        return "started";
    case Population::ceased:
        return "ceased";
    default:
        return "looked_after";
    }
}

/// Calls `visit(occasion)` for each occasion on which a child counts in a population, as the
/// indicators count: once, at the first start and the last leaving of the year, or each time, as
/// the policy has it.
template <class Visit>
void for_each_occasion(const Child& child, Population population, Visit&& visit) {
    if (!child.is_in(population))
        return;
    const auto episodes = child.history().care();
    if (population == Population::looked_after) {
        visit(Occasion{child.open_episode(), child.window().last});
        return;
    }
    const bool starts = population == Population::started;
    const bool once = child.policies().starts_and_ceases == care::StartsAndCeases::children;
    for (std::size_t at = 0; at < episodes.size(); ++at) {
        const bool counts =
            once ? at == (starts ? child.starting_episode() : child.leaving_episode())
                 : (starts ? starts_in_year : leaves_in_year)(child, episodes[at]);
        if (counts)
            visit(Occasion{at, starts ? episodes[at].decom : episodes[at].dec});
    }
}

namespace detail {

/// The group of each code of a list; the number of groups where none has it.
template <class Code, std::size_t size>
constexpr auto groups_by_code(const std::array<Group, size>& groups) {
    std::array<std::uint8_t, care::CodeList<Code>::codes.size() + 2> by_code{};
    by_code.fill(static_cast<std::uint8_t>(size));
    for (std::size_t group = 0; group < size; ++group) {
        std::string_view codes = groups[group].codes;
        while (!codes.empty()) {
            const std::string_view code = codes.substr(0, codes.find(' '));
            codes.remove_prefix(code.size() == codes.size() ? codes.size() : code.size() + 1);
            by_code[static_cast<std::size_t>(care::code_named<Code>(code))] =
                static_cast<std::uint8_t>(group);
        }
    }
    return by_code;
}

} // namespace detail

/// The group that has a code; nothing where none has. Cost: one look in a table made at compile
/// time.
template <const auto& groups, class Code>
std::optional<std::size_t> group_with(Code code) {
    static constexpr auto by_code = detail::groups_by_code<Code>(groups);
    const std::size_t group = by_code[static_cast<std::size_t>(code)];
    return group == groups.size() ? std::nullopt : std::optional(group);
}

/// The band of age in which a child is on the day; nothing where the date of birth is not known, or
/// is after the day.
template <const auto& bands>
std::optional<std::size_t> group_of_age(const Child& child, const Occasion& occasion) {
    const std::optional<int> age = child.age_on(occasion.day);
    for (std::size_t band = 0; age && band < bands.size(); ++band)
        if (bands[band].youngest <= *age && *age <= bands[band].oldest)
            return band;
    return std::nullopt;
}

} // namespace indicare::indicators
