#include <algorithm>
#include <utility>

#include "columns.hpp"
#include "indicare/audit/claimed_system.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "indicare/scorecard/figure.hpp"
#include "names.hpp"

namespace indicare::io {

using audit::Claim;
using audit::Claims;
using audit::FigureKind;
using audit::PrintedFigure;
using audit::Relation;
using audit::Sum;
using audit::Unknown;
using indicators::Definition;
using indicators::Unit;

namespace {

/// What a published figure of a place claims, in the names of its scorecard.
void claim_published(const scorecard::PublishedFigure& figure, const std::string& authority_name,
                     Claims& known) {
    const Definition& definition = indicators::catalogue[figure.indicator];
    const ScorecardNames names(authority_name, care::Date::end_of_reporting_year(figure.year));
    const std::string above = names.numerator(definition);
    const std::string below = definition.unit == Unit::per_10000
                                  ? names.denominator(definition) + ".published"
                                  : names.usual_denominator(definition);
    const auto claim_number = [&known](const std::string& name,
                                       const scorecard::PublishedCell& cell) {
        if (const auto number = cell.whole_number())
            known.add({Relation{Sum::of(known.unknown(name)), audit::Comparison::equal,
                                Sum(exact::integer(*number))},
                       name + " = " + std::to_string(*number),
                       {"Published", {}, {}, {}, 0}});
    };
    claim_number(above, figure.numerator);
    if (definition.unit == Unit::children)
        return;
    claim_number(below, figure.denominator);
    const auto printed = figure.figure.number();
    if (!printed)
        return;
    const FigureKind kind = kind_of(definition.unit);
    known.add({PrintedFigure{kind, Sum::of(known.unknown(above)), Sum::of(known.unknown(below)),
                             scorecard::printing_of(definition.unit).per, *printed,
                             exact::places(printed->places)},
               text_of(kind, above, below, exact::print(*printed)),
               {"Published", {}, {}, {}, 0}});
}

} // namespace

std::size_t ScorecardClaims::add_known(const Claims& known) {
    Claims& claims = publication_.claims;
    std::vector<std::optional<exact::integer>> printed(claims.names().size());
    for (const audit::ClaimNumber cell : publication_.cells)
        if (const auto* relation = std::get_if<Relation>(&claims[cell].statement);
            relation != nullptr && relation->comparison == audit::Comparison::equal)
            printed[relation->left.terms().front().unknown] = relation->right.constant();
    std::size_t passed_over = 0;
    for (const Claim& claim : known.all()) {
        const auto renumber = [&](Unknown number) { return claims.unknown(known.name_of(number)); };
        Claim own{audit::renumbered(claim.statement, renumber), claim.text, claim.place};
        std::vector<exact::integer> numbers(claims.names().size());
        bool all_printed = true;
        for (const Unknown number : audit::unknowns_of(own)) {
            if (number < printed.size() && printed[number])
                numbers[number] = *printed[number];
            else
                all_printed = false;
        }
        bool holds = true;
        for (const audit::Inequality& inequality :
             audit::inequalities_of(own.statement, {exact::Rounding::half_up}))
            holds = holds && inequality.holds(numbers);
        if (all_printed && !holds)
            ++passed_over;
        else
            claims.add(std::move(own));
    }
    return passed_over;
}

std::optional<std::size_t>
ScorecardClaims::add_known(const scorecard::PublishedStatistics& published) {
    const bool several = authorities_.size() > 1;
    std::optional<std::size_t> passed_over;
    for (const std::string& name : authorities_) {
        const auto places = published.authorities_called(name);
        if (places.empty())
            continue;
        Claims known;
        for (const scorecard::PublishedFigure& figure : published.figures())
            if (std::find(places.begin(), places.end(), figure.place) != places.end())
                claim_published(figure, several ? name : std::string(), known);
        passed_over = passed_over.value_or(0) + add_known(known);
    }
    return passed_over;
}

} // namespace indicare::io
