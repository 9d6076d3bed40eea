#include "audit_words.hpp"

#include <algorithm>
#include <cstddef>

#include "indicare/exact/printing.hpp"
#include "indicare/io/audit_writer.hpp"

namespace indicare::io {

using audit::Assumption;
using audit::ClaimNumber;
using audit::Claims;
using audit::Reading;
using audit::Verdict;
using exact::integer;
using exact::Thousands;

namespace {

std::string shown(const exact::Decimal& figure) {
    return exact::print(figure, Thousands::commas);
}

std::string or_more(const std::string& least) {
    return least == "0" ? "any number" : least + " or more";
}

std::string demand_words(const audit::Demand& demand, const Claims& claims) {
    const std::string by = " by " + listed(quoted(claims, demand.claims));
    if (demand.gap)
        return words_of(integer(demand.gap->least - 1)) + " or less or " +
               words_of(integer(demand.gap->most + 1)) + " or more" + by;
    return words_of(demand.range) + by;
}

std::string sentence_of_demands(const audit::Explanation& explanation, const Claims& claims) {
    std::vector<std::string> demands;
    for (const audit::Demand& demand : explanation.demands)
        demands.push_back(demand_words(demand, claims));
    return claims.name_of(*explanation.unknown) + " would be " + listed(demands) +
           ": no number is " + (demands.size() == 2 ? "both." : "all of these.");
}

/// An end with so many decimals that the interval is no narrower than it is.
std::string end_of_interval(const exact::ratio& end, exact::Rounding rounding) {
    constexpr unsigned places = 2;
    return exact::print(end, exact::places(places), rounding, Thousands::commas);
}

std::string sentence_of_interval(const audit::Explanation& explanation, const Claims& claims) {
    const auto& [least, most] = *explanation.interval;
    const std::string& name = claims.name_of(*explanation.unknown);
    if (least > most)
        return "No number at all would do for " + name + ".";
    if (least == most)
        return name + " would be " + exact::to_text(least) + ", which is no whole number.";
    return name + " would lie between " + end_of_interval(least, exact::Rounding::down) + " and " +
           end_of_interval(most, exact::Rounding::up) + ", where there is no whole number.";
}

/// What one figure would have to read, where no unknown shows the conflict.
std::string sentence_of_readings(const audit::ExplainedConflict& conflict, const Claims& claims) {
    const auto told =
        std::find_if(conflict.readings.begin(), conflict.readings.end(),
                     [](const Reading& reading) { return reading.verdict == Verdict::possible; });
    if (told == conflict.readings.end())
        return "No whole numbers satisfy them.";
    return "With the others, \"" + claims[told->claim].text + "\" would read " + words_of(*told) +
           ".";
}

bool is_never_printed(const audit::Claim& claim) {
    const audit::PrintedFigure* figure = claim.figure();
    return figure != nullptr &&
           exact::meaning(figure->printed, figure->precision, exact::Rounding::half_up).empty();
}

} // namespace

std::string words_of(const integer& number) {
    return shown({number, 0});
}

std::string words_of(const audit::Range& range) {
    if (range.is_one_number())
        return words_of(range.least);
    if (range.most == audit::greatest_unknown())
        return or_more(words_of(range.least));
    return words_of(range.least) + " to " + words_of(range.most);
}

std::string words_of(const audit::UnknownRange& unknown) {
    return unknown.is_open ? or_more(words_of(unknown.range.least)) : words_of(unknown.range);
}

std::string words_of(const audit::Roundings& roundings) {
    std::vector<std::string> names;
    for (const exact::Rounding rounding : roundings) {
        std::string name(exact::name(rounding));
        std::replace(name.begin(), name.end(), '_', ' ');
        names.push_back(std::move(name));
    }
    return listed(names, "or");
}

std::string words_of(const Reading& reading) {
    if (reading.verdict == Verdict::impossible)
        return "nothing: the others cannot all stand";
    if (reading.verdict == Verdict::undecided)
        return "not decided: the search was given up";
    if (reading.nearest)
        return shown(reading.least) + " to " + shown(reading.nearest->first) + " or " +
               (reading.is_open ? or_more(shown(reading.nearest->second))
                                : shown(reading.nearest->second) + " to " + shown(reading.most));
    if (reading.each.empty() || reading.each.size() > 3)
        return reading.is_open ? or_more(shown(reading.least))
               : reading.least == reading.most
                   ? shown(reading.least)
                   : shown(reading.least) + " to " + shown(reading.most);
    std::vector<std::string> figures;
    figures.reserve(reading.each.size());
    for (const exact::Decimal& figure : reading.each)
        figures.push_back(shown(figure));
    return listed(figures, "or");
}

std::vector<std::string> quoted(const Claims& claims, const std::vector<ClaimNumber>& chosen) {
    std::vector<std::string> texts;
    texts.reserve(chosen.size());
    for (const ClaimNumber claim : chosen)
        texts.push_back("\"" + claims[claim].text + "\"");
    return texts;
}

std::string words_of(const audit::ClaimPlace& place) {
    std::vector<std::string> parts;
    if (!place.label.empty())
        parts.push_back(place.label);
    if (!place.page.empty())
        parts.push_back("page " + place.page);
    if (!place.paragraph.empty())
        parts.push_back("paragraph " + place.paragraph);
    if (place.line > 0)
        parts.push_back("line " + std::to_string(place.line));
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string sentence_of(const audit::ExplainedConflict& conflict, const Claims& claims) {
    const std::vector<ClaimNumber>& members = conflict.conflict.claims;
    if (members.size() == 1 && is_never_printed(claims[members.front()]))
        return "No number rounds to that.";
    if (!conflict.explanation.demands.empty())
        return sentence_of_demands(conflict.explanation, claims);
    if (conflict.explanation.interval)
        return sentence_of_interval(conflict.explanation, claims);
    return sentence_of_readings(conflict, claims);
}

std::string sentence_of(const Assumption& assumption, const Claims& claims) {
    switch (assumption.kind) {
    case Assumption::Kind::one_number:
        return "They take it that " + claims.name_of(*assumption.unknown) +
               " is one number in all of them: if it were not, all could be true.";
    case Assumption::Kind::rounding:
        return "They take it how figures are rounded: by " + words_of(assumption.instead) +
               ", all could be true.";
    default:
        return "They take it that \"" + claims[*assumption.claim].text + "\" speaks of " +
               claims.name_of(*assumption.unknown) + ": of " +
               claims.name_of(*assumption.other_year) + ", all could be true.";
    }
}

} // namespace indicare::io
