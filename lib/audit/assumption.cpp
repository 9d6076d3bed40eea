#include "indicare/audit/assumption.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "given_up.hpp"
#include "indicare/audit/claimed_system.hpp"

namespace indicare::audit {

namespace {

/// `population` of `population_2022` and of `population`: what is left of a name without its year.
std::string_view without_year(std::string_view name) {
    constexpr std::size_t length = std::string_view("_2022").size();
    if (name.size() <= length || name[name.size() - length] != '_')
        return name;
    const std::string_view year = name.substr(name.size() - length + 1);
    const bool is_year = std::all_of(year.begin(), year.end(),
                                     [](char digit) { return digit >= '0' && digit <= '9'; });
    return is_year ? name.substr(0, name.size() - length) : name;
}

/// The claims of a conflict, to be tried with something else taken for granted.
class Trial {
  public:
    Trial(const Claims& claims, std::span<const ClaimNumber> conflict, const GiveUp& give_up)
        : claims_(claims), conflict_(conflict), give_up_(give_up) {}

    bool is_possible_by(const Roundings& roundings) const {
        return is_possible(system_of(claims_, conflict_, roundings).system);
    }

    /// Whether it is possible where each claim has a number of its own for an unknown.
    bool is_possible_apart(Unknown unknown, const Roundings& roundings) const {
        ClaimedSystem system;
        Unknown own = claims_.names().size();
        system.system.ranges.resize(own + conflict_.size());
        for (const ClaimNumber claim : conflict_) {
            add(system, claim, unknown, own, roundings);
            ++own;
        }
        return is_possible(system.system);
    }

    /// Whether it is possible where one claim speaks of another unknown instead, and what else is
    /// said of that one and the conflict's own unknowns stands.
    bool is_possible_with(ClaimNumber claim, Unknown unknown, Unknown other,
                          const Roundings& roundings) const {
        ClaimedSystem system;
        system.system.ranges.resize(claims_.names().size());
        std::set<Unknown> spoken_of{other};
        for (const ClaimNumber each : conflict_) {
            add(system, each, unknown, each == claim ? other : unknown, roundings);
            spoken_of.merge(unknowns_of(claims_[each]));
        }
        for (ClaimNumber each = 0; each < claims_.size(); ++each) {
            const std::set<Unknown> unknowns = unknowns_of(claims_[each]);
            if (unknowns.contains(other) &&
                std::includes(spoken_of.begin(), spoken_of.end(), unknowns.begin(), unknowns.end()))
                add(system, each, unknown, unknown, roundings);
        }
        return is_possible(system.system);
    }

  private:
    /// Adds a claim with one unknown in place of another.
    void add(ClaimedSystem& system, ClaimNumber claim, Unknown from, Unknown to,
             const Roundings& roundings) const {
        const auto renumber = [from, to](Unknown unknown) {
            return unknown == from ? to : unknown;
        };
        system.add(inequalities_of(renumbered(claims_[claim].statement, renumber), roundings),
                   claim);
    }

    bool is_possible(const System& system) const {
        return solve(system, give_up_).verdict == Verdict::possible;
    }

    const Claims& claims_;
    std::span<const ClaimNumber> conflict_;
    const GiveUp& give_up_;
};

/// The unknowns that several claims speak of and one counts among.
std::set<Unknown> counted_among_and_shared(const Claims& claims,
                                           std::span<const ClaimNumber> conflict) {
    std::set<Unknown> among;
    std::map<Unknown, std::size_t> speaking;
    for (const ClaimNumber claim : conflict) {
        for (const Unknown unknown : unknowns_of(claims[claim]))
            ++speaking[unknown];
        if (const PrintedFigure* figure = claims[claim].figure())
            for (const Term& term : figure->below.terms())
                among.insert(term.unknown);
    }
    std::erase_if(among, [&](Unknown unknown) {
        return speaking[unknown] < 2 || claims.is_declared_shared(unknown);
    });
    return among;
}

void add_years(const Claims& claims, std::span<const ClaimNumber> conflict, const Trial& trial,
               const Roundings& roundings, const GiveUp& give_up,
               std::vector<Assumption>& assumptions) {
    for (const ClaimNumber claim : conflict) {
        if (claims[claim].figure() == nullptr)
            continue;
        for (const Unknown unknown : unknowns_of(claims[claim]))
            for (Unknown other = 0; other < claims.names().size(); ++other)
                if (other != unknown && !is_given_up(give_up) &&
                    without_year(claims.name_of(other)) == without_year(claims.name_of(unknown)) &&
                    trial.is_possible_with(claim, unknown, other, roundings))
                    assumptions.push_back({Assumption::Kind::year, unknown, {}, claim, other});
    }
}

} // namespace

std::vector<Assumption> assumptions_of(const Claims& claims, std::span<const ClaimNumber> conflict,
                                       const Roundings& roundings, const GiveUp& give_up) {
    const Trial trial(claims, conflict, give_up);
    std::vector<Assumption> assumptions;
    for (const Unknown unknown : counted_among_and_shared(claims, conflict))
        if (trial.is_possible_apart(unknown, roundings))
            assumptions.push_back({Assumption::Kind::one_number, unknown, {}, {}, {}});
    for (const exact::Rounding rounding : any_rounding())
        if (roundings.size() == 1 && roundings.front() != rounding &&
            trial.is_possible_by({rounding}))
            assumptions.push_back({Assumption::Kind::rounding, {}, {rounding}, {}, {}});
    add_years(claims, conflict, trial, roundings, give_up, assumptions);
    return assumptions;
}

} // namespace indicare::audit
