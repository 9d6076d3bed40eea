#include "indicare/audit/claimed_system.hpp"

#include <map>
#include <numeric>

namespace indicare::audit {

namespace {

Sum renumbered(const Sum& sum, const std::function<Unknown(Unknown)>& renumber) {
    Sum result(sum.constant());
    for (const Term& term : sum.terms())
        result.add(renumber(term.unknown), term.coefficient);
    return result;
}

} // namespace

std::vector<std::vector<ClaimNumber>> groups_of(const Claims& claims,
                                                std::span<const ClaimNumber> chosen,
                                                const std::optional<Unknown>& apart_from) {
    std::vector<std::size_t> leader(chosen.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto leader_of = [&leader](std::size_t i) {
        while (leader[i] != i)
            i = leader[i] = leader[leader[i]];
        return i;
    };
    std::map<Unknown, std::size_t> first_with;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        for (const Unknown unknown : unknowns_of(claims[chosen[i]])) {
            const auto [at, added] = first_with.emplace(unknown, i);
            if (!added && unknown != apart_from)
                leader[leader_of(i)] = leader_of(at->second);
        }
    std::map<std::size_t, std::vector<ClaimNumber>> groups;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        groups[leader_of(i)].push_back(chosen[i]);
    std::vector<std::vector<ClaimNumber>> all;
    for (auto& [first, group] : groups)
        all.push_back(std::move(group));
    return all;
}

Statement renumbered(const Statement& statement, const std::function<Unknown(Unknown)>& renumber) {
    Statement result = statement;
    if (auto* figure = std::get_if<PrintedFigure>(&result)) {
        figure->above = renumbered(figure->above, renumber);
        figure->below = renumbered(figure->below, renumber);
    } else {
        auto& relation = std::get<Relation>(result);
        relation.left = renumbered(relation.left, renumber);
        relation.right = renumbered(relation.right, renumber);
    }
    return result;
}

void append(Claims& claims, const Claims& others) {
    std::vector<Unknown> numbers;
    for (Unknown unknown = 0; unknown < others.names().size(); ++unknown) {
        numbers.push_back(claims.unknown(others.name_of(unknown)));
        if (others.is_declared_shared(unknown))
            claims.declare_shared(numbers.back());
    }
    const auto renumber = [&numbers](Unknown unknown) { return numbers[unknown]; };
    for (const Claim& claim : others.all())
        claims.add({renumbered(claim.statement, renumber), claim.text, claim.place});
}

ClaimsPart part_of(const Claims& claims, std::span<const ClaimNumber> chosen) {
    ClaimsPart part;
    const auto renumber = [&](Unknown unknown) {
        const Unknown number = part.claims.unknown(claims.name_of(unknown));
        if (number == part.unknowns.size()) {
            part.unknowns.push_back(unknown);
            if (claims.is_declared_shared(unknown))
                part.claims.declare_shared(number);
        }
        return number;
    };
    for (const ClaimNumber number : chosen) {
        const Claim& claim = claims[number];
        part.claims.add({renumbered(claim.statement, renumber), claim.text, claim.place});
        part.numbers.push_back(number);
    }
    return part;
}

} // namespace indicare::audit
