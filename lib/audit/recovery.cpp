#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "given_up.hpp"
#include "indicare/audit/disclosure.hpp"
#include "minimal_conflict.hpp"
#include "recovery.hpp"

namespace indicare::audit {

namespace {

using exact::integer;

/// Of a part, the unknown that was asked for.
constexpr Unknown first = 0;

/// Counts the numbers that are possible between the ends of a range, no further than asked.
std::size_t count_values(System system, Unknown unknown, const Range& range,
                         const RecoveryOptions& options) {
    std::size_t values = range.is_one_number() ? 1 : 2;
    integer next = range.least + 1;
    while (range.least != range.most && values < options.values && next < range.most) {
        system.ranges[unknown] = {next, range.most - 1};
        Solution solution = solve(system, options.give_up);
        if (solution.verdict != Verdict::possible)
            break;
        next = least(system, Sum::of(unknown), std::move(solution.numbers), options.give_up).value;
        ++values;
        ++next;
    }
    return values;
}

/// The claims of a part that exclude a range of an unknown.
void add_reasons(const ClaimsPart& part, const Supposed& supposed, const RecoveryOptions& options,
                 std::set<ClaimNumber>& reasons) {
    std::vector<ClaimNumber> all(part.claims.size());
    std::iota(all.begin(), all.end(), ClaimNumber{0});
    bool decided = true;
    const auto conflict =
        minimal_conflict(part.claims, all, options.roundings, options.give_up, decided, supposed);
    if (conflict)
        for (const ClaimNumber claim : conflict->claims)
            reasons.insert(part.numbers[claim]);
}

} // namespace

Recovery::Recovery(const System& system, std::vector<integer> solution,
                   const RecoveryOptions& options)
    : doubled_(with_twice_the_limit(system)), solution_(std::move(solution)), options_(options),
      reduced_(system, options.give_up), reduced_doubled_(doubled_, options.give_up) {}

Recovered Recovery::of(Unknown unknown) const {
    if (is_given_up(options_.give_up))
        return {unknown, Verdict::undecided, {solution_[unknown], solution_[unknown]}, 1};
    const ReducedSystem::Part part = reduced_.around({&unknown, 1});
    std::vector<integer> from;
    for (const Unknown number : part.unknowns)
        from.push_back(solution_[number]);
    const Sum sum = Sum::of(first);
    const Extreme lower = least(part.system, sum, from, options_.give_up);
    const Extreme upper = most(part.system, sum, std::move(from), options_.give_up);
    Recovered recovered{unknown, Verdict::undecided, {lower.value, upper.value}};
    recovered.values = count_values(part.system, first, recovered.range, options_);
    if (lower.verdict == Verdict::possible && upper.verdict == Verdict::possible)
        recovered.verdict = Verdict::possible;
    if (!recovered.range.is_one_number()) {
        ReducedSystem::Part beyond = reduced_doubled_.around({&unknown, 1});
        Range& range = beyond.system.ranges[first];
        range.least = std::max(range.least, integer(upper.value + 1));
        const Verdict verdict = solve(beyond.system, options_.give_up).verdict;
        recovered.is_open = verdict == Verdict::possible;
        if (verdict == Verdict::undecided)
            recovered.verdict = verdict;
    }
    return recovered;
}

void tell_reasons(const ClaimsPart& part, Unknown unknown, const RecoveryOptions& options,
                  Recovered& recovered) {
    std::set<ClaimNumber> reasons;
    if (recovered.range.least > 0)
        add_reasons(part, {unknown, {0, recovered.range.least - 1}}, options, reasons);
    if (recovered.range.most < greatest_unknown())
        add_reasons(part, {unknown, {recovered.range.most + 1, greatest_unknown()}}, options,
                    reasons);
    recovered.told_by.assign(reasons.begin(), reasons.end());
}

std::vector<Unknown> not_stated(const Claims& claims) {
    std::vector<bool> stated(claims.names().size());
    for (const Claim& claim : claims.all()) {
        const auto* relation = std::get_if<Relation>(&claim.statement);
        if (relation != nullptr && relation->comparison == Comparison::equal &&
            relation->left.terms().size() == 1 && relation->right.is_constant())
            stated[relation->left.terms().front().unknown] = true;
    }
    std::vector<Unknown> hidden;
    for (Unknown unknown = 0; unknown < stated.size(); ++unknown)
        if (!stated[unknown])
            hidden.push_back(unknown);
    return hidden;
}

Verdict verdict_of(std::span<const Recovered> recovered, std::size_t values) {
    Verdict all = Verdict::possible;
    for (const Recovered& one : recovered) {
        if (one.values >= values)
            continue;
        if (one.verdict == Verdict::possible)
            return Verdict::impossible;
        all = Verdict::undecided;
    }
    return all;
}

std::vector<Recovered> recover(const Claims& claims, std::span<const Unknown> hidden,
                               const RecoveryOptions& options) {
    const std::set<Unknown> asked(hidden.begin(), hidden.end());
    std::set<Unknown> answered;
    std::vector<ClaimNumber> all(claims.size());
    std::iota(all.begin(), all.end(), ClaimNumber{0});
    std::vector<Recovered> found;
    for (const std::vector<ClaimNumber>& group : groups_of(claims, all)) {
        const ClaimsPart part = part_of(claims, group);
        const bool is_asked = std::any_of(part.unknowns.begin(), part.unknowns.end(),
                                          [&](Unknown unknown) { return asked.contains(unknown); });
        if (!is_asked)
            continue;
        std::vector<ClaimNumber> own(group.size());
        std::iota(own.begin(), own.end(), ClaimNumber{0});
        const System system = system_of(part.claims, own, options.roundings).system;
        const Solution solution = solve(system, options.give_up);
        std::optional<Recovery> recovery;
        if (solution.verdict == Verdict::possible)
            recovery.emplace(system, solution.numbers, options);
        for (Unknown unknown = 0; unknown < part.unknowns.size(); ++unknown) {
            if (!asked.contains(part.unknowns[unknown]))
                continue;
            answered.insert(part.unknowns[unknown]);
            if (solution.verdict != Verdict::possible) {
                found.push_back({part.unknowns[unknown], solution.verdict, {}});
                continue;
            }
            found.push_back(recovery->of(unknown));
            found.back().unknown = part.unknowns[unknown];
            if (found.back().values < options.values)
                tell_reasons(part, unknown, options, found.back());
        }
    }
    for (const Unknown unknown : asked)
        if (!answered.contains(unknown))
            found.push_back({unknown, Verdict::possible, {}, options.values, true});
    std::sort(found.begin(), found.end(), [](const Recovered& left, const Recovered& right) {
        return left.unknown < right.unknown;
    });
    return found;
}

} // namespace indicare::audit
