#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/published.hpp"
#include "indicare/scorecard/scorecard.hpp"
#include "indicare/scorecard/verdict.hpp"

namespace indicare::scorecard {

/// A population aged 0-17 that a published rate may have been divided by, and where it is from.
struct Vintage {
    std::int64_t population = 0;
    std::string from; ///< "mid-2021 in population.csv"
};

/// Choices that together reproduce a published figure: `temporary_placements=counted`,
/// `population=59411 (as published)`.
using Explanation = std::vector<std::string>;

/// An own figure beside the published one.
struct ReconciledFigure {
    Figure own;
    PublishedFigure published;
    Verdict verdict = Verdict::cannot_be_told;
    /// Why it cannot be told; empty where it can.
    std::string untold_because;
    /// Own less published, where both are whole numbers.
    std::optional<std::int64_t> numerator_difference;
    std::optional<std::int64_t> denominator_difference;
    /// The exact value less the published one, in the indicator's unit, where both are exact.
    std::optional<exact::ratio> difference;
    /// Every smallest set of choices that reproduces a published figure which differs.
    std::vector<Explanation> explanations;
    /// What the data given cannot decide would be enough to account for the difference.
    bool undetermined_could_account = false;
};

/// The own figures of one authority and year beside the published ones.
struct Reconciliation {
    std::string authority;
    care::Date as_at;
    std::vector<ReconciledFigure> figures;
};

/// The year that DfE publishes figures of as at a date: for 31 March alone.
constexpr std::optional<int> published_year_of(care::Date as_at) {
    return as_at.month() == 3 && as_at.day() == 31 ? std::optional(as_at.year()) : std::nullopt;
}

namespace detail {

inline std::string why_untold(const Figure& own, const PublishedFigure& published) {
    if (!own.is_available())
        return own.unavailable_because();
    for (const PublishedCell* cell :
         {&published.figure, &published.numerator, &published.denominator})
        switch (cell->kind()) {
        case CellKind::confidential:
            return "suppressed in the published file";
        case CellKind::not_available:
            return "not available in the published file";
        case CellKind::not_applicable:
            return "not applicable in the published file";
        default:
            break;
        }
    return "not enough is published";
}

/// The published value in the unit, where it is a quotient of published whole numbers.
inline std::optional<exact::ratio> exact_value(const PublishedFigure& published,
                                               indicators::Unit unit) {
    const auto numerator = published.numerator.whole_number();
    const auto denominator = unit == indicators::Unit::children
                                 ? std::optional<std::int64_t>(1)
                                 : published.denominator.whole_number();
    if (!numerator || !denominator || *denominator == 0)
        return std::nullopt;
    return exact::make_ratio(exact::integer(exact::integer(*numerator) * printing_of(unit).per),
                             *denominator);
}

/// Whether some answer for each undetermined child makes the own counts the published ones. Each
/// may be outside, among, or counted; what one adds to a mean has no bound here.
inline bool undetermined_could_account(const ReconciledFigure& figure) {
    const indicators::Unit unit = figure.own.definition().unit;
    const std::int64_t undetermined = figure.own.undetermined();
    const std::int64_t missing = -figure.numerator_difference.value_or(1);
    if (undetermined == 0 || missing < 0)
        return false;
    if (unit == indicators::Unit::children)
        return missing <= undetermined;
    const std::int64_t missing_among = -figure.denominator_difference.value_or(1);
    if (unit == indicators::Unit::per_10000)
        return missing_among == 0 && missing <= undetermined;
    const bool within = 0 <= missing_among && missing_among <= undetermined;
    return within && (indicators::is_mean(unit) ? missing_among > 0 || missing == 0
                                                : missing <= missing_among);
}

inline ReconciledFigure compared(const Figure& own, const PublishedFigure& published) {
    ReconciledFigure figure{own, published, verdict_on(own, published), {}, {}, {}, {}, {}, false};
    if (figure.verdict == Verdict::cannot_be_told)
        figure.untold_because = why_untold(own, published);
    if (!own.is_available())
        return figure;
    if (const auto number = published.numerator.whole_number())
        figure.numerator_difference = own.numerator() - *number;
    if (const auto number = published.denominator.whole_number(); number && own.denominator())
        figure.denominator_difference = *own.denominator() - *number;
    const auto value = own.value();
    const auto other = exact_value(published, own.definition().unit);
    if (value && other)
        figure.difference = *value - *other;
    figure.undetermined_could_account =
        figure.verdict == Verdict::differs && undetermined_could_account(figure);
    return figure;
}

/// The values of policies that were not chosen.
inline std::vector<const care::PolicyValue*> others_than(const care::Policies& chosen) {
    std::vector<const care::PolicyValue*> others;
    for (const care::PolicyValue& each : care::policy_values) {
        care::Policies policies = chosen;
        each.choose(policies);
        if (policies != chosen)
            others.push_back(&each);
    }
    return others;
}

inline std::string text_of(const care::PolicyValue& value) {
    return std::string(value.policy) + "=" + std::string(value.value);
}

} // namespace detail

/// Tries which other choices reproduce published figures of an authority. Cost: a pass over the
/// records for each set of policies, at its first use.
class Trials {
  public:
    Trials(const care::Records& records, const Request& request, std::string authority,
           std::span<const Vintage> vintages)
        : records_(records), request_(request), authority_(std::move(authority)),
          vintages_(vintages), others_(detail::others_than(request.policies)) {}

    /// Every smallest set of choices that reproduces the figure: single ones, or else two together.
    std::vector<Explanation> explanations_of(const PublishedFigure& published, const Figure& own) {
        std::vector<Explanation> found;
        add_populations({}, published, own, found);
        for (std::size_t i = 0; i < others_.size(); ++i)
            add_policies({i}, published, found);
        if (!found.empty())
            return found;
        for (std::size_t i = 0; i < others_.size(); ++i) {
            add_populations({i}, published, own, found);
            for (std::size_t j = i + 1; j < others_.size(); ++j)
                if (others_[i]->policy != others_[j]->policy)
                    add_policies({i, j}, published, found);
        }
        return found;
    }

  private:
    using Set = std::vector<std::size_t>; ///< places among the other values

    void add_policies(const Set& set, const PublishedFigure& published,
                      std::vector<Explanation>& found) {
        if (verdict_on(figure_under(set, published), published) != Verdict::differs)
            found.push_back(named(set));
    }

    /// The same with each population that the own rate was not divided by.
    void add_populations(const Set& set, const PublishedFigure& published, const Figure& own,
                         std::vector<Explanation>& found) {
        if (own.definition().unit != indicators::Unit::per_10000)
            return;
        const Figure& counted = set.empty() ? own : figure_under(set, published);
        const std::size_t before = found.size();
        const auto add = [&](std::int64_t population, const std::string& from) {
            const Figure figure(own.definition(), counted.tally(), population);
            if (population == own.denominator() ||
                verdict_on(figure, published) == Verdict::differs)
                return;
            found.push_back(named(set));
            found.back().push_back("population=" + std::to_string(population) + " (" + from + ")");
        };
        for (const Vintage& vintage : vintages_)
            add(vintage.population, vintage.from);
        if (const auto population = published.denominator.whole_number();
            population && found.size() == before)
            add(*population, "as published");
    }

    const Figure& figure_under(const Set& set, const PublishedFigure& published) {
        auto at = scorecards_.find(set);
        if (at == scorecards_.end())
            at = scorecards_.emplace(set, scorecard_under(set)).first;
        return at->second.figures[published.indicator];
    }

    Scorecard scorecard_under(const Set& set) const {
        Request request = request_;
        for (const std::size_t value : set)
            others_[value]->choose(request.policies);
        std::vector<Scorecard> all =
            scorecards(records_, request, [](care::Records::ChildNumber, const care::Joining&) {});
        return *std::find_if(all.begin(), all.end(), [this](const Scorecard& scorecard) {
            return scorecard.authority == authority_;
        });
    }

    Explanation named(const Set& set) const {
        Explanation names;
        for (const std::size_t value : set)
            names.push_back(detail::text_of(*others_[value]));
        return names;
    }

    const care::Records& records_;
    const Request& request_;
    std::string authority_;
    std::span<const Vintage> vintages_;
    std::vector<const care::PolicyValue*> others_;
    std::map<Set, Scorecard> scorecards_;
};

/// Lays the figures of an authority beside those published for it and the year, and tries what
/// explains the differences: every other value of a policy, every vintage of the population, and
/// two of these together. A published figure is reproduced when nothing that is published of it
/// contradicts any more: numerator and denominator exactly, and where one of them is not published,
/// the print. What is the same is not explained.
///
/// `own` is a scorecard of the request, as at its only date. Cost: that of a scorecard for each set
/// that is tried, at most 1 + n + n(n-1)/2 with n values to try; one for all figures.
inline Reconciliation reconcile(const care::Records& records, const Request& request,
                                const Scorecard& own, std::span<const PublishedFigure> published,
                                std::span<const Vintage> vintages = {}) {
    Reconciliation reconciliation{own.authority, own.as_at, {}};
    Trials trials(records, request, own.authority, vintages);
    for (const PublishedFigure& each : published) {
        ReconciledFigure figure = detail::compared(own.figures[each.indicator], each);
        if (figure.verdict == Verdict::differs)
            figure.explanations = trials.explanations_of(each, figure.own);
        reconciliation.figures.push_back(std::move(figure));
    }
    return reconciliation;
}

} // namespace indicare::scorecard
