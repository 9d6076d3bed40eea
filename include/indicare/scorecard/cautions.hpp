#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/exact/printing.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/indicators/catalogue.hpp"

namespace indicare::scorecard {

/// What must be known before chance is spoken of.
enum class CautionKind : std::uint8_t {
    census,      ///< all children are counted, no sample was drawn
    siblings,    ///< children are not independent of each other
    population,  ///< rates divide by an estimate
    nation,      ///< the nation contains the authority
    same_people, ///< two years hold the same children
    many         ///< of many comparisons some differ by chance
};

/// `census` and so on.
constexpr std::string_view name_of(CautionKind kind) {
    constexpr std::string_view names[] = {"census", "siblings",    "population",
                                          "nation", "same_people", "many"};
    return names[static_cast<std::size_t>(kind)];
}

/// A caution with its sentences, ready to print.
struct Caution {
    CautionKind kind{};
    std::string text;
};

/// What belongs beside confidence limits, of rates among other figures.
inline std::vector<Caution> cautions_of_limits() {
    return {
        {CautionKind::census,
         "These are all the children and no sample: a figure is what happened, and as such it is "
         "certain. Limits answer another question: how far chance alone could have moved it, had "
         "the same children with the same risks lived the year again."},
        {CautionKind::siblings,
         "Children are taken to be independent of each other. Brothers and sisters who come into "
         "care, move or leave together are not, nor are the events of one child, so that chance "
         "does more than the limits say."},
        {CautionKind::population,
         "A rate divides by an estimate of the population, which is taken as exact."},
    };
}

/// What belongs beside the limits of one figure.
inline std::vector<Caution> cautions_of_limits(indicators::Unit unit) {
    std::vector<Caution> cautions = cautions_of_limits();
    if (unit != indicators::Unit::per_10000)
        cautions.pop_back();
    return cautions;
}

/// What belongs beside figures that are laid beside so many benchmarks, or years before.
inline std::vector<Caution> cautions_of_comparisons(std::size_t comparisons) {
    std::vector<Caution> cautions = cautions_of_limits();
    cautions.push_back(
        {CautionKind::nation,
         "Benchmarks are taken as fixed numbers, without limits of their own; one of 0% or 100% "
         "leaves chance no room. England and the region contain the authority, which pulls them a "
         "little towards it."});
    cautions.push_back(
        {CautionKind::same_people,
         "Many children are in care in both of two years. The limits of a change take them for "
         "different ones, and are too wide for what is counted on one day."});
    if (comparisons > 0) {
        const exact::ratio by_chance = exact::make_ratio(exact::integer(comparisons), 20);
        cautions.push_back(
            {CautionKind::many,
             std::to_string(comparisons) +
                 (comparisons == 1 ? " comparison is" : " comparisons are") +
                 " tested here. Where nothing but chance were at work, one in 20 would still be "
                 "called better or worse, higher or lower: some " +
                 exact::print(by_chance, exact::places(0), exact::Rounding::up) +
                 ". One alone says little; several that belong together, or the same one year "
                 "after year, say more."});
    }
    return cautions;
}

} // namespace indicare::scorecard
