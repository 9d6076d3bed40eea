#include "indicare/audit/solver.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "given_up.hpp"
#include "indicare/exact/rounding.hpp"
#include "linear_programme.hpp"
#include "narrowing.hpp"
#include "reduced_system.hpp"
#include "shortened_proof.hpp"

namespace indicare::audit {

namespace {

using exact::integer;
using exact::ratio;
using Numbers = std::vector<std::size_t>;

/// How deep cases may be nested within cases.
constexpr unsigned most_nested = 300;

/// So many unknowns are rounded one after the other before one is split instead.
constexpr unsigned most_rounded = 8;

/// Looks for numbers, case by case.
class Search {
  public:
    Search(const System& system, const GiveUp& give_up, std::span<const integer> near)
        : system_(system), give_up_(give_up), near_(near) {}

    /// Numbers for the unknowns of some inequalities, which then are the ranges; or the lines that
    /// refute them.
    Verdict explore(const Numbers& given, Narrowed& narrowed, unsigned nested = 0) {
        Numbers inequalities = given;
        while (true) {
            if (!narrow(system_, inequalities, narrowed, give_up_))
                return Verdict::impossible;
            std::erase_if(inequalities, [&](std::size_t number) {
                return always_holds(system_.inequalities[number], narrowed.ranges);
            });
            const auto groups = groups_of(system_, inequalities, narrowed.ranges);
            if (groups.empty())
                return Verdict::possible;
            if (is_given_up(give_up_))
                return stop();
            if (groups.size() > 1)
                return explore_each(groups, narrowed, nested);
            if (nested == 0 && takes_nearest(inequalities, narrowed))
                return Verdict::possible;
            const Verdict verdict = split(inequalities, narrowed, nested);
            if (verdict != Verdict::undecided || stopped_)
                return verdict;
        }
    }

  private:
    /// Whether the numbers within the ranges that are nearest to those given will do.
    bool takes_nearest(const Numbers& inequalities, Narrowed& narrowed) const {
        if (near_.empty())
            return false;
        std::vector<Range> nearest = narrowed.ranges;
        for (const std::size_t number : inequalities)
            for (const Term& term : system_.inequalities[number].terms()) {
                const Range& range = narrowed.ranges[term.unknown];
                const integer value = std::clamp(near_[term.unknown], range.least, range.most);
                nearest[term.unknown] = {value, value};
            }
        const bool all_hold =
            std::all_of(inequalities.begin(), inequalities.end(), [&](std::size_t number) {
                return always_holds(system_.inequalities[number], nearest);
            });
        if (all_hold)
            narrowed.ranges = std::move(nearest);
        return all_hold;
    }

    /// Whether rounding one unknown after the other leads to numbers: each to the whole number next
    /// to what the linear programme says of it.
    bool takes_rounded(const LinearAnswer& first, const Numbers& given, Narrowed& narrowed) const {
        Narrowed trial{narrowed.ranges, {}};
        Numbers inequalities = given;
        LinearAnswer linear = first;
        for (unsigned rounded = 0; rounded < most_rounded; ++rounded) {
            const auto open = std::find_if(linear.values.begin(), linear.values.end(), is_open);
            if (open == linear.values.end()) {
                take(linear, trial);
                narrowed.ranges = std::move(trial.ranges);
                return true;
            }
            const integer value =
                exact::round(open->second, exact::places(0), exact::Rounding::half_up).units;
            const Range& range = trial.ranges[open->first];
            const integer taken = std::clamp(value, range.least, range.most);
            trial.ranges[open->first] = {taken, taken};
            if (!narrow(system_, inequalities, trial, give_up_))
                return false;
            std::erase_if(inequalities, [&](std::size_t number) {
                return always_holds(system_.inequalities[number], trial.ranges);
            });
            linear = solve_linear(system_, inequalities, trial.ranges, give_up_);
            if (linear.verdict != Verdict::possible)
                return false;
        }
        return false;
    }

    /// Takes whole numbers that the linear programme found.
    static void take(const LinearAnswer& linear, Narrowed& narrowed) {
        for (const auto& [unknown, value] : linear.values)
            narrowed.ranges[unknown] = {numerator(value), numerator(value)};
    }

    static bool is_open(const std::pair<Unknown, ratio>& value) {
        return denominator(value.second) != 1;
    }

    Verdict explore_each(const std::vector<Numbers>& groups, Narrowed& narrowed, unsigned nested) {
        Verdict all = Verdict::possible;
        for (const Numbers& group : groups) {
            const Verdict verdict = explore(group, narrowed, nested);
            if (verdict == Verdict::impossible)
                return verdict;
            if (verdict == Verdict::undecided)
                all = verdict;
        }
        return all;
    }

    /// Solves the linear programme. Where an unknown is not whole in it, one side of it is
    /// explored; if that is refuted, the range is narrowed to the other, and it is not yet decided.
    Verdict split(const Numbers& inequalities, Narrowed& narrowed, unsigned nested) {
        const LinearAnswer linear = solve_linear(system_, inequalities, narrowed.ranges, give_up_);
        if (linear.verdict == Verdict::impossible) {
            narrowed.lines.push_back({linear.contradiction});
            return Verdict::impossible;
        }
        if (linear.verdict == Verdict::undecided || nested == most_nested)
            return stop();
        const auto open = std::find_if(linear.values.begin(), linear.values.end(), is_open);
        if (open == linear.values.end()) {
            take(linear, narrowed);
            return Verdict::possible;
        }
        if (nested == 0 && takes_rounded(linear, inequalities, narrowed))
            return Verdict::possible;
        return try_nearer_side(open->first, open->second, inequalities, narrowed, nested);
    }

    Verdict try_nearer_side(Unknown unknown, const ratio& value, const Numbers& inequalities,
                            Narrowed& narrowed, unsigned nested) {
        const integer whole = exact::floor_divide(numerator(value), denominator(value));
        const bool up = value - whole > ratio(1, 2);
        const BoundReached side{unknown, up, up ? integer(whole + 1) : whole};
        Narrowed one_side{narrowed.ranges, {}};
        one_side.reach({{}, {}, side});
        one_side.lines.clear();
        const Verdict verdict = explore(inequalities, one_side, nested + 1);
        if (verdict == Verdict::possible)
            narrowed.ranges = std::move(one_side.ranges);
        if (verdict != Verdict::impossible)
            return verdict;
        narrowed.reach({{}, std::move(one_side.lines), side.opposite()});
        return Verdict::undecided;
    }

    Verdict stop() {
        stopped_ = true;
        return Verdict::undecided;
    }

    const System& system_;
    const GiveUp& give_up_;
    std::span<const integer> near_;
    bool stopped_ = false;
};

std::optional<Unknown> empty_range(const System& system) {
    const auto at = std::find_if(system.ranges.begin(), system.ranges.end(),
                                 [](const Range& range) { return range.is_empty(); });
    return at == system.ranges.end() ? std::nullopt
                                     : std::optional(Unknown(at - system.ranges.begin()));
}

Numbers all_of(const System& system) {
    Numbers all(system.inequalities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// The system, in which a sum is no more than a number, too.
System with_sum_not_above(const System& system, const Sum& sum, const integer& number) {
    System bounded = system;
    bounded.inequalities.push_back(at_most(sum, Sum(number)));
    return bounded;
}

/// What a sum is at least where every unknown is within its range.
integer least_within(const Sum& sum, std::span<const Range> ranges) {
    integer least = sum.constant();
    for (const Term& term : sum.terms())
        least += term.coefficient *
                 (term.coefficient > 0 ? ranges[term.unknown].least : ranges[term.unknown].most);
    return least;
}

/// What no solution over rational numbers falls below, rounded up; nothing when it gave up.
std::optional<integer> linear_floor(const System& system, const Numbers& inequalities,
                                    std::span<const Range> ranges, const Sum& sum,
                                    const GiveUp& give_up) {
    const auto linear = solve_linear(system, inequalities, ranges, give_up, &sum);
    if (!linear.least)
        return std::nullopt;
    return -exact::floor_divide(-numerator(*linear.least), denominator(*linear.least));
}

/// Looks for the least of a sum between a floor and what is reached.
class Descent {
  public:
    Descent(const System& system, const Sum& sum, const GiveUp& give_up, Extreme& extreme)
        : system_(system), sum_(sum), give_up_(give_up), extreme_(extreme) {}

    /// Whether the sum can be no more than a number, which is then reached; nothing when it gave
    /// up.
    std::optional<bool> reach(const integer& number) {
        Solution solution =
            solve(with_sum_not_above(system_, sum_, number), give_up_, extreme_.numbers);
        if (solution.verdict == Verdict::undecided)
            return std::nullopt;
        if (solution.verdict == Verdict::impossible)
            return false;
        extreme_.value = sum_.value(solution.numbers);
        extreme_.numbers = std::move(solution.numbers);
        return true;
    }

    /// Halves what lies between; false when it gave up.
    bool halve_down_to(integer floor) {
        integer next = floor; // mostly the floor itself is reached
        while (floor < extreme_.value) {
            const auto reached = reach(next);
            if (!reached)
                return false;
            if (!*reached)
                floor = next + 1;
            next = exact::floor_divide(floor + extreme_.value - 1, 2);
        }
        return true;
    }

  private:
    const System& system_;
    const Sum& sum_;
    const GiveUp& give_up_;
    Extreme& extreme_;
};

} // namespace

Solution solve(const System& system, const GiveUp& give_up, std::span<const integer> near) {
    if (empty_range(system))
        return {Verdict::impossible, {}, {{ProofLine{}}}};
    if (is_given_up(give_up))
        return {};
    Narrowed narrowed{system.ranges, {}};
    Solution solution;
    solution.verdict = Search(system, give_up, near).explore(all_of(system), narrowed);
    if (solution.verdict == Verdict::possible)
        for (const Range& range : narrowed.ranges)
            solution.numbers.push_back(range.least);
    if (solution.verdict == Verdict::impossible)
        solution.proof.lines = shortened(system, std::move(narrowed.lines));
    return solution;
}

Extreme least(const System& system, const Sum& sum, std::vector<integer> from,
              const GiveUp& give_up) {
    Extreme extreme{Verdict::undecided, sum.value(from), std::move(from)};
    Narrowed narrowed{system.ranges, {}};
    Numbers inequalities = all_of(system);
    if (!narrow(system, inequalities, narrowed, give_up))
        return extreme;
    const integer floor = least_within(sum, narrowed.ranges);
    Descent descent(system, sum, give_up, extreme);
    const auto reached = floor < extreme.value ? descent.reach(floor) : std::optional(true);
    if (reached == false) {
        std::erase_if(inequalities, [&](std::size_t number) {
            return always_holds(system.inequalities[number], narrowed.ranges);
        });
        const auto linear = linear_floor(system, inequalities, narrowed.ranges, sum, give_up);
        if (!linear || !descent.halve_down_to(std::max(integer(floor + 1), *linear)))
            return extreme;
    } else if (!reached) {
        return extreme;
    }
    extreme.verdict = Verdict::possible;
    return extreme;
}

Extreme most(const System& system, const Sum& sum, std::vector<integer> from,
             const GiveUp& give_up) {
    Sum negative;
    negative.add(sum, -1);
    Extreme extreme = least(system, negative, std::move(from), give_up);
    extreme.value = -extreme.value;
    return extreme;
}

System with_twice_the_limit(System system) {
    for (Range& range : system.ranges)
        if (range.most == greatest_unknown())
            range.most *= 2;
    return system;
}

bool is_held_by_limit(const System& system, const Sum& sum, const integer& most,
                      const GiveUp& give_up) {
    System beyond = with_twice_the_limit(system);
    beyond.inequalities.push_back(at_most(Sum(integer(most + 1)), sum));
    return solve(beyond, give_up).verdict == Verdict::possible;
}

} // namespace indicare::audit
