#include "indicare/audit/proof.hpp"

#include <algorithm>
#include <map>

namespace indicare::audit {

namespace {

using Ranges = std::vector<Range>;
using Lines = std::vector<ProofLine>;

/// What inequalities come to, added up: terms that are no more than the bound.
struct Added {
    std::map<Unknown, exact::integer> terms;
    exact::integer bound = 0;

    /// How much room is left below the bound where every unknown makes the terms least. Below 0 no
    /// numbers within the ranges satisfy it.
    exact::integer room(const Ranges& ranges) const {
        exact::integer left = bound;
        for (const auto& [unknown, coefficient] : terms)
            left -= coefficient * (coefficient > 0 ? ranges[unknown].least : ranges[unknown].most);
        return left;
    }
};

/// Nothing when the multiples are none: of inequalities that are not there, or not above 0.
std::optional<Added> add_up(const System& system, const std::vector<Multiple>& sum) {
    Added added;
    for (const Multiple& multiple : sum) {
        if (multiple.inequality >= system.inequalities.size() || multiple.times <= 0)
            return std::nullopt;
        const Inequality& inequality = system.inequalities[multiple.inequality];
        for (const Term& term : inequality.terms())
            added.terms[term.unknown] += term.coefficient * multiple.times;
        added.bound += inequality.bound() * multiple.times;
    }
    return added;
}

/// Whether what was added up leaves an unknown no more room than the bound says.
bool follows(const Added& added, const BoundReached& reached, const Ranges& ranges) {
    const auto at = added.terms.find(reached.unknown);
    if (at == added.terms.end() || at->second == 0 || (at->second < 0) != reached.at_least)
        return false;
    const exact::integer room = added.room(ranges);
    if (reached.at_least)
        return ranges[reached.unknown].most - exact::floor_divide(room, -at->second) >=
               reached.number;
    return ranges[reached.unknown].least + exact::floor_divide(room, at->second) <= reached.number;
}

Ranges narrowed(Ranges ranges, const BoundReached& reached) {
    Range& range = ranges[reached.unknown];
    if (reached.at_least)
        range.least = std::max(range.least, reached.number);
    else
        range.most = std::min(range.most, reached.number);
    return ranges;
}

bool any_empty(const Ranges& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [](const Range& range) { return range.is_empty(); });
}

bool refutes(const System& system, const Lines& lines, Ranges ranges);

/// Whether a line gives the bound that it says.
bool is_sound(const System& system, const ProofLine& line, const Ranges& ranges) {
    if (line.reached->unknown >= ranges.size())
        return false;
    if (!line.refutation.empty())
        return refutes(system, line.refutation, narrowed(ranges, line.reached->opposite()));
    const auto added = add_up(system, line.sum);
    return added && follows(*added, *line.reached, ranges);
}

bool refutes(const System& system, const Lines& lines, Ranges ranges) {
    for (const ProofLine& line : lines) {
        if (any_empty(ranges))
            return true;
        if (!line.reached) {
            const auto added = add_up(system, line.sum);
            return added && added->room(ranges) < 0;
        }
        if (!is_sound(system, line, ranges))
            return false;
        ranges = narrowed(std::move(ranges), *line.reached);
    }
    return any_empty(ranges);
}

} // namespace

bool proves_impossible(const System& system, const Proof& proof) {
    return refutes(system, proof.lines, system.ranges);
}

} // namespace indicare::audit
