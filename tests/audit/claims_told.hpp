#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "indicare/audit/claims.hpp"
#include "indicare/exact/printing.hpp"

namespace indicare::audit::test {

/// A sum in the order of names: `a + 2b - 3`. That of unknowns is the order in which they came.
inline std::string told(const Sum& sum, const Claims& claims) {
    std::string text;
    const auto add = [&text](const exact::integer& number, const std::string& name) {
        const bool is_minus = number < 0;
        text += text.empty() ? (is_minus ? "-" : "") : (is_minus ? " - " : " + ");
        if (abs(number) != 1 || name.empty())
            text += exact::to_text(exact::integer(abs(number)));
        text += name;
    };
    std::map<std::string, exact::integer> terms;
    for (const Term& term : sum.terms())
        terms[claims.name_of(term.unknown)] = term.coefficient;
    for (const auto& [name, coefficient] : terms)
        add(coefficient, name);
    if (sum.constant() != 0 || sum.is_constant())
        add(sum.constant(), "");
    return text;
}

/// Everything that a claim states.
inline std::string told(const Claim& claim, const Claims& claims) {
    if (const auto* relation = std::get_if<Relation>(&claim.statement)) {
        constexpr std::string_view signs[] = {" = ", " <= ", " < ", " >= ", " > "};
        return told(relation->left, claims) +
               std::string(signs[static_cast<std::size_t>(relation->comparison)]) +
               told(relation->right, claims);
    }
    const PrintedFigure& figure = *claim.figure();
    constexpr std::string_view kinds[] = {"number ", "rate ", "share ", "mean ", "change "};
    return std::string(kinds[static_cast<std::size_t>(figure.kind)]) + told(figure.above, claims) +
           " / " + told(figure.below, claims) + " per " + exact::to_text(figure.per) + " = " +
           exact::print(figure.printed) + ", unit " + exact::to_text(figure.precision.unit());
}

} // namespace indicare::audit::test
