#include "indicare/audit/reading.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "given_up.hpp"
#include "indicare/exact/rounding.hpp"
#include "reduced_system.hpp"

namespace indicare::audit {

namespace {

using exact::Decimal;
using exact::integer;

/// So many units on either side of what is printed are looked at for the nearest possible ones.
constexpr unsigned most_looked_at = 50;

/// Finds the ends of what a figure can print, in units of its last place or of its step.
class PrintSearch {
  public:
    /// The system is of a figure and what hangs together with it, `numbers` one of its solutions.
    PrintSearch(System system, std::vector<integer> numbers, const PrintedFigure& figure,
                const Roundings& roundings, const GiveUp& give_up)
        : system_(std::move(system)), numbers_(std::move(numbers)), figure_(figure),
          roundings_(roundings), give_up_(give_up) {}

    Verdict find(Reading& reading) {
        const auto ends = ends_from(numbers_);
        if (!ends)
            return Verdict::undecided;
        std::tie(least_, most_) = *ends;
        reading.least = decimal(least_);
        reading.most = decimal(most_);
        if (most_ - least_ < few_readings)
            return list(reading);
        reading.nearest = nearest();
        return Verdict::possible;
    }

  private:
    Decimal decimal(const integer& units) const {
        return {units * figure_.precision.step(), figure_.precision.places()};
    }

    /// The least and the most units that numbers print by any of the rules.
    std::pair<integer, integer> prints_of(const std::vector<integer>& numbers) const {
        std::optional<std::pair<integer, integer>> ends;
        for (const exact::Rounding rounding : roundings_) {
            const Decimal print =
                exact::round(integer(figure_.above.value(numbers) * figure_.per),
                             figure_.below.value(numbers), figure_.precision, rounding);
            const integer units = print.units / figure_.precision.step();
            ends = ends ? std::pair(std::min(ends->first, units), std::max(ends->second, units))
                        : std::pair(units, units);
        }
        return *ends;
    }

    exact::Interval meaning(const integer& units) const {
        return meaning_of(decimal(units), figure_.precision, roundings_);
    }

    /// A solution in which the figure prints no less (or no more) than so many units.
    Solution reaching(const integer& units, bool up) const {
        System bounded = system_;
        bounded.inequalities.push_back(up ? not_below(figure_, meaning(units))
                                          : not_above(figure_, meaning(units)));
        return solve(bounded, give_up_, numbers_);
    }

    /// The least and the most units that solutions print; nothing when it gave up.
    std::optional<std::pair<integer, integer>>
    ends_from(const std::vector<integer>& numbers) const {
        const auto [lower, upper] = prints_of(numbers);
        const auto least = extended(lower, false);
        const auto most = extended(upper, true);
        return least && most ? std::optional(std::pair(*least, *most)) : std::nullopt;
    }

    /// The nearest to what is printed, on either side, where that itself is not possible.
    std::optional<std::pair<Decimal, Decimal>> nearest() {
        const integer printed =
            exact::round(figure_.printed.value(), figure_.precision, exact::Rounding::half_up)
                .units /
            figure_.precision.step();
        if (printed <= least_ || printed >= most_ || is_possible(printed, printed))
            return std::nullopt;
        integer below = printed - 1;
        integer above = printed + 1;
        while (below > least_ && !is_possible(below, below) && printed - below < most_looked_at)
            --below;
        while (above < most_ && !is_possible(above, above) && above - printed < most_looked_at)
            ++above;
        if (!is_possible(below, below) || !is_possible(above, above))
            return std::nullopt;
        return std::pair(decimal(below), decimal(above));
    }

    /// Whether the figure can print so many units, from the first to the last.
    bool is_possible(const integer& first, const integer& last) {
        System bounded = system_;
        bounded.inequalities.push_back(not_below(figure_, meaning(first)));
        bounded.inequalities.push_back(not_above(figure_, meaning(last)));
        Solution solution = solve(bounded, give_up_, numbers_);
        if (solution.verdict != Verdict::possible)
            return false;
        numbers_ = std::move(solution.numbers); // what is asked next is near
        return true;
    }

    /// Takes ever longer steps up or down until one is too far, then halves what lies between.
    /// Nothing when it gave up.
    std::optional<integer> extended(integer end, bool up) const {
        std::optional<integer> too_far;
        integer step = 1;
        while (true) {
            integer next = up ? integer(end + step) : integer(end - step);
            if (too_far) {
                if (abs(integer(*too_far - end)) == 1)
                    return end;
                next = end + (*too_far - end) / 2;
            }
            const Solution solution = reaching(next, up);
            if (solution.verdict == Verdict::undecided)
                return std::nullopt;
            if (solution.verdict == Verdict::impossible) {
                too_far = next;
                continue;
            }
            const auto prints = prints_of(solution.numbers);
            end = up ? std::max(next, prints.second) : std::min(next, prints.first);
            step *= 2;
        }
    }

    Verdict list(Reading& reading) {
        for (integer units = least_; units <= most_; ++units) {
            if (is_given_up(give_up_))
                return Verdict::undecided;
            if (units == least_ || units == most_ || is_possible(units, units))
                reading.each.push_back(decimal(units));
        }
        return Verdict::possible;
    }

    System system_;
    std::vector<integer> numbers_;
    const PrintedFigure& figure_;
    const Roundings& roundings_;
    const GiveUp& give_up_;
    integer least_;
    integer most_;
};

/// The sum of which a relation states the number; nothing where it states none.
const Sum* stated_sum(const Claim& claim) {
    const auto* relation = std::get_if<Relation>(&claim.statement);
    if (relation == nullptr || relation->comparison != Comparison::equal ||
        relation->left.is_constant() == relation->right.is_constant())
        return nullptr;
    return relation->left.is_constant() ? &relation->right : &relation->left;
}

/// A figure in the numbers of a part that is asked for its unknowns.
PrintedFigure in_part(const PrintedFigure& figure, const std::vector<Unknown>& unknowns) {
    const auto renumber = [&unknowns](Unknown unknown) {
        return static_cast<Unknown>(std::find(unknowns.begin(), unknowns.end(), unknown) -
                                    unknowns.begin());
    };
    return std::get<PrintedFigure>(renumbered(figure, renumber));
}

/// Whether a figure can print more than the most where unknowns may be twice as great.
bool is_figure_held_by_limit(const System& others, const PrintedFigure& figure, const Decimal& most,
                             const Roundings& roundings, const GiveUp& give_up) {
    System beyond = with_twice_the_limit(others);
    const Decimal next{most.units + figure.precision.step(), most.places};
    beyond.inequalities.push_back(not_below(figure, meaning_of(next, figure.precision, roundings)));
    return solve(beyond, give_up).verdict == Verdict::possible;
}

Verdict find_print(const System& others, const PrintedFigure& figure, const Roundings& roundings,
                   const GiveUp& give_up, Reading& reading) {
    const Solution any = solve(others, give_up);
    if (any.verdict != Verdict::possible)
        return any.verdict;
    const std::set<Unknown> spoken_of = unknowns_of({figure, {}, {}});
    const std::vector<Unknown> unknowns(spoken_of.begin(), spoken_of.end());
    const ReducedSystem reduced(others, give_up);
    ReducedSystem::Part part = reduced.around(unknowns);
    std::vector<integer> numbers;
    for (const Unknown unknown : part.unknowns)
        numbers.push_back(any.numbers[unknown]);
    const PrintedFigure own = in_part(figure, unknowns);
    PrintSearch search(std::move(part.system), std::move(numbers), own, roundings, give_up);
    const Verdict verdict = search.find(reading);
    if (verdict == Verdict::possible && reading.each.empty())
        reading.is_open = is_figure_held_by_limit(others, figure, reading.most, roundings, give_up);
    return verdict;
}

Verdict find_sum(const System& others, const Sum& sum, const GiveUp& give_up, Reading& reading) {
    Solution any = solve(others, give_up);
    if (any.verdict != Verdict::possible)
        return any.verdict;
    const Extreme lower = least(others, sum, any.numbers, give_up);
    const Extreme upper = most(others, sum, std::move(any.numbers), give_up);
    reading.least = {lower.value, 0};
    reading.most = {upper.value, 0};
    reading.is_open = is_held_by_limit(others, sum, upper.value, give_up);
    const bool is_certain =
        lower.verdict == Verdict::possible && upper.verdict == Verdict::possible;
    return is_certain ? Verdict::possible : Verdict::undecided;
}

} // namespace

bool has_reading(const Claim& claim) {
    return claim.figure() != nullptr || stated_sum(claim) != nullptr;
}

Reading reading_of(const Claims& claims, ClaimNumber claim, std::span<const ClaimNumber> others,
                   const Roundings& roundings, const GiveUp& give_up) {
    Reading reading{claim};
    if (is_given_up(give_up))
        return reading;
    ClaimedSystem system = system_of(claims, others, roundings);
    if (const PrintedFigure* figure = claims[claim].figure()) {
        system.add(frame_of(*figure), claim);
        reading.verdict = find_print(system.system, *figure, roundings, give_up, reading);
    } else if (const Sum* sum = stated_sum(claims[claim])) {
        reading.verdict = find_sum(system.system, *sum, give_up, reading);
    }
    return reading;
}

} // namespace indicare::audit
