#include "indicare/audit/claimed_system.hpp"

#include "grouping.hpp"

namespace indicare::audit {

namespace {

Sum renumbered(const Sum& sum, const std::function<Unknown(Unknown)>& renumber) {
    std::vector<Term> terms;
    terms.reserve(sum.terms().size());
    for (const Term& term : sum.terms())
        terms.push_back({renumber(term.unknown), term.coefficient});
    return Sum::of(std::move(terms), sum.constant());
}

} // namespace

std::vector<std::vector<ClaimNumber>> groups_of(const Claims& claims,
                                                std::span<const ClaimNumber> chosen,
                                                const std::optional<Unknown>& apart_from) {
    Grouping grouping(chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i)
        for (const Unknown unknown : unknowns_of(claims[chosen[i]]))
            if (unknown != apart_from)
                grouping.has(i, unknown);
    std::vector<std::vector<ClaimNumber>> all = grouping.groups();
    for (std::vector<ClaimNumber>& group : all)
        for (ClaimNumber& claim : group)
            claim = chosen[claim];
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
