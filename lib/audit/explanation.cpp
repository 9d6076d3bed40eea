#include "indicare/audit/explanation.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "linear_programme.hpp"

namespace indicare::audit {

namespace {

/// The unknowns of a conflict: those that figures count among, then the others.
std::vector<Unknown> unknowns_in(const Claims& claims, const MinimalConflict& conflict) {
    std::vector<Unknown> unknowns;
    const auto take = [&unknowns](Unknown unknown) {
        if (std::find(unknowns.begin(), unknowns.end(), unknown) == unknowns.end())
            unknowns.push_back(unknown);
    };
    for (const ClaimNumber claim : conflict.claims)
        if (const PrintedFigure* figure = claims[claim].figure())
            for (const Term& term : figure->below.terms())
                take(term.unknown);
    for (const ClaimNumber claim : conflict.claims)
        for (const Unknown unknown : unknowns_of(claims[claim]))
            take(unknown);
    return unknowns;
}

/// What claims allow an unknown within a range; nothing where they allow nothing there, or it was
/// not decided.
std::optional<Range> range_by(const Claims& claims, std::span<const ClaimNumber> chosen,
                              Unknown unknown, const Range& within, const Roundings& roundings,
                              const GiveUp& give_up) {
    System system = system_of(claims, chosen, roundings).system;
    system.ranges[unknown] = within;
    Solution any = solve(system, give_up);
    if (any.verdict != Verdict::possible)
        return std::nullopt;
    const Sum sum = Sum::of(unknown);
    const Extreme lower = least(system, sum, any.numbers, give_up);
    const Extreme upper = most(system, sum, std::move(any.numbers), give_up);
    if (lower.verdict != Verdict::possible || upper.verdict != Verdict::possible)
        return std::nullopt;
    return Range{lower.value, upper.value};
}

/// What parts of a conflict that have nothing else in common demand of an unknown, the least first;
/// nothing where there are no such parts.
std::vector<Demand> demands_on(Unknown unknown, const Claims& claims,
                               const MinimalConflict& conflict, const Roundings& roundings,
                               const GiveUp& give_up) {
    const auto parts = groups_of(claims, conflict.claims, unknown);
    if (parts.size() < 2)
        return {};
    std::vector<Demand> demands;
    for (const std::vector<ClaimNumber>& part : parts) {
        const auto range = range_by(claims, part, unknown, {}, roundings, give_up);
        if (!range)
            return {};
        demands.push_back({part, *range});
    }
    std::sort(demands.begin(), demands.end(), [](const Demand& left, const Demand& right) {
        return std::pair(left.range.least, left.range.most) <
               std::pair(right.range.least, right.range.most);
    });
    return demands;
}

bool meet(const std::vector<Demand>& demands) {
    Range common;
    for (const Demand& demand : demands) {
        common.least = std::max(common.least, demand.range.least);
        common.most = std::min(common.most, demand.range.most);
    }
    return !common.is_empty();
}

/// What all demands but one have in common.
Range common_but(const std::vector<Demand>& demands, std::size_t one) {
    Range common;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        if (i == one)
            continue;
        common.least = std::max(common.least, demands[i].range.least);
        common.most = std::min(common.most, demands[i].range.most);
    }
    return common;
}

/// Whether what the others demand lies in a gap of one of the demands, which is then said.
bool find_gap(std::vector<Demand>& demands, Unknown unknown, const Claims& claims,
              const Roundings& roundings, const GiveUp& give_up) {
    for (std::size_t i = 0; i < demands.size(); ++i) {
        const Range others = common_but(demands, i);
        const auto below =
            range_by(claims, demands[i].claims, unknown, {0, others.most}, roundings, give_up);
        const auto above = range_by(claims, demands[i].claims, unknown,
                                    {others.least, greatest_unknown()}, roundings, give_up);
        if (!below || !above || below->most >= others.least || above->least <= others.most)
            continue;
        demands[i].gap = Range{below->most + 1, above->least - 1};
        return true;
    }
    return false;
}

/// The rational numbers that a conflict leaves an unknown, if no whole number is among them.
std::optional<std::pair<exact::ratio, exact::ratio>>
interval_without_whole(Unknown unknown, const System& system, const GiveUp& give_up) {
    std::vector<std::size_t> all(system.inequalities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Sum sum = Sum::of(unknown);
    Sum negative;
    negative.add(sum, -1);
    const auto lower = solve_linear(system, all, system.ranges, give_up, &sum).least;
    const auto upper = solve_linear(system, all, system.ranges, give_up, &negative).least;
    if (!lower || !upper)
        return std::nullopt;
    const exact::ratio most = -*upper;
    const exact::integer below = exact::floor_divide(numerator(most), denominator(most));
    if (exact::ratio(below) >= *lower)
        return std::nullopt;
    return std::pair(*lower, most);
}

} // namespace

Explanation explain(const Claims& claims, const MinimalConflict& conflict,
                    const Roundings& roundings, const GiveUp& give_up) {
    std::vector<std::pair<Unknown, std::vector<Demand>>> all;
    for (const Unknown unknown : unknowns_in(claims, conflict))
        all.emplace_back(unknown, demands_on(unknown, claims, conflict, roundings, give_up));
    for (auto& [unknown, demands] : all)
        if (!demands.empty() && !meet(demands))
            return {unknown, std::move(demands), {}};
    for (const auto& [unknown, demands] : all)
        if (auto interval = interval_without_whole(unknown, conflict.system.system, give_up))
            return {unknown, {}, std::move(interval)};
    for (auto& [unknown, demands] : all)
        if (find_gap(demands, unknown, claims, roundings, give_up))
            return {unknown, std::move(demands), {}};
    return {};
}

} // namespace indicare::audit
