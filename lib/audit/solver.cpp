#include "indicare/audit/solver.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

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

/// Looks for numbers, case by case.
class Search {
  public:
    Search(const System& system, const GiveUp& give_up) : system_(system), give_up_(give_up) {}

    /// Numbers for the unknowns of some inequalities, which then are the ranges; or the lines that
    /// refute them.
    Verdict explore(const Numbers& given, Narrowed& narrowed, unsigned nested = 0) {
        Numbers inequalities = given;
        while (true) {
            if (!narrow(system_, inequalities, narrowed))
                return Verdict::impossible;
            std::erase_if(inequalities, [&](std::size_t number) {
                return always_holds(system_.inequalities[number], narrowed.ranges);
            });
            const auto groups = groups_of(system_, inequalities, narrowed.ranges);
            if (groups.empty())
                return Verdict::possible;
            if (groups.size() > 1)
                return explore_each(groups, narrowed, nested);
            const Verdict verdict = split(inequalities, narrowed, nested);
            if (verdict != Verdict::undecided || stopped_)
                return verdict;
        }
    }

  private:
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
        const auto open =
            std::find_if(linear.values.begin(), linear.values.end(),
                         [](const auto& value) { return denominator(value.second) != 1; });
        if (open == linear.values.end()) {
            for (const auto& [unknown, value] : linear.values)
                narrowed.ranges[unknown] = {numerator(value), numerator(value)};
            return Verdict::possible;
        }
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
System not_above(const System& system, const Sum& sum, const integer& number) {
    System bounded = system;
    bounded.inequalities.push_back(at_most(sum, Sum(number)));
    return bounded;
}

/// What no solution over rational numbers falls below, rounded up; nothing when it gave up.
std::optional<integer> floor_of(const System& system, const Sum& sum, const GiveUp& give_up) {
    Narrowed narrowed{system.ranges, {}};
    Numbers inequalities = all_of(system);
    if (!narrow(system, inequalities, narrowed))
        return std::nullopt;
    std::erase_if(inequalities, [&](std::size_t number) {
        return always_holds(system.inequalities[number], narrowed.ranges);
    });
    const auto linear = solve_linear(system, inequalities, narrowed.ranges, give_up, &sum);
    if (!linear.least)
        return std::nullopt;
    return -exact::floor_divide(-numerator(*linear.least), denominator(*linear.least));
}

} // namespace

Solution solve(const System& system, const GiveUp& give_up) {
    if (empty_range(system))
        return {Verdict::impossible, {}, {{ProofLine{}}}};
    Narrowed narrowed{system.ranges, {}};
    Solution solution;
    solution.verdict = Search(system, give_up).explore(all_of(system), narrowed);
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
    auto floor = floor_of(system, sum, give_up);
    if (!floor)
        return extreme;
    // Mostly the floor itself is reached; if not, what lies between is halved.
    integer next = *floor;
    while (*floor < extreme.value) {
        Solution solution = solve(not_above(system, sum, next), give_up);
        if (solution.verdict == Verdict::undecided)
            return extreme;
        if (solution.verdict == Verdict::possible) {
            extreme.value = sum.value(solution.numbers);
            extreme.numbers = std::move(solution.numbers);
        } else {
            *floor = next + 1;
        }
        next = exact::floor_divide(*floor + extreme.value - 1, 2);
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
