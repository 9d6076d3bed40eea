#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "indicare/audit/claims.hpp"
#include "indicare/audit/meaning.hpp"
#include "indicare/audit/proof.hpp"
#include "indicare/audit/system.hpp"

namespace indicare::audit {

/// A system made of claims, which remembers which claim each inequality is of.
struct ClaimedSystem {
    System system;
    std::vector<ClaimNumber> owners; ///< one for every inequality

    void add(std::vector<Inequality> inequalities, ClaimNumber owner) {
        for (Inequality& inequality : inequalities) {
            system.inequalities.push_back(std::move(inequality));
            owners.push_back(owner);
        }
    }
};

/// What some of the claims come to together.
inline ClaimedSystem system_of(const Claims& claims, std::span<const ClaimNumber> chosen,
                               const Roundings& roundings) {
    ClaimedSystem all;
    all.system.ranges.resize(claims.names().size());
    for (const ClaimNumber claim : chosen)
        all.add(inequalities_of(claims[claim].statement, roundings), claim);
    return all;
}

/// The unknowns that a claim speaks of.
inline std::set<Unknown> unknowns_of(const Claim& claim) {
    std::set<Unknown> unknowns;
    const auto take = [&unknowns](const Sum& sum) {
        for (const Term& term : sum.terms())
            unknowns.insert(term.unknown);
    };
    if (const PrintedFigure* figure = claim.figure()) {
        take(figure->above);
        take(figure->below);
    } else {
        take(std::get<Relation>(claim.statement).left);
        take(std::get<Relation>(claim.statement).right);
    }
    return unknowns;
}

/// Claims in groups that have no unknown in common, `apart_from` one that is passed over; each
/// group in the order of the claims.
std::vector<std::vector<ClaimNumber>> groups_of(const Claims& claims,
                                                std::span<const ClaimNumber> chosen,
                                                const std::optional<Unknown>& apart_from = {});

/// Some of the claims with their unknowns alone, numbered anew: what is asked of them costs as much
/// as they are many, however many others there are.
struct ClaimsPart {
    Claims claims;
    std::vector<ClaimNumber> numbers; ///< of each claim, among all
    std::vector<Unknown> unknowns;    ///< of each unknown, among all
};

/// The part that these claims are, in their order. Cost: linear in what they say.
ClaimsPart part_of(const Claims& claims, std::span<const ClaimNumber> chosen);

/// Adds other claims, which speak of the same numbers by the same names.
void append(Claims& claims, const Claims& others);

/// A statement with other unknowns: `renumber` gives the one in place of each.
Statement renumbered(const Statement& statement, const std::function<Unknown(Unknown)>& renumber);

} // namespace indicare::audit
