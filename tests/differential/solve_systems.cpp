// Solves systems of inequalities, for simplex_test.py.
//
// A line is "linear" or "whole", how many unknowns and inequalities there are, the least and the
// most of each unknown, the bound and the coefficients of each inequality, and the coefficients of
// a sum. The answers are
//   linear: possible LEAST VALUE...      the least of the sum over rational numbers, and where
//           impossible INDEX:TIMES...    inequalities that contradict the ranges, added up
//   whole:  possible LEAST MOST          of the sum over whole numbers
//           impossible proved            and the proof holds

#include "audit/linear_programme.hpp"

#include <indicare/audit/solver.hpp>
#include <indicare/exact/ratio.hpp>

#include <exception>
#include <iostream>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace indicare;
using audit::Sum;
using audit::Verdict;

struct Problem {
    audit::System system;
    Sum sum;
};

exact::integer number_from(std::istream& in) {
    std::string text;
    if (!(in >> text))
        throw std::invalid_argument("a line ends early");
    return exact::integer(text);
}

Sum sum_from(std::istream& in, std::size_t unknowns) {
    Sum sum;
    for (std::size_t unknown = 0; unknown < unknowns; ++unknown)
        sum.add(unknown, number_from(in));
    return sum;
}

Problem problem_from(std::istream& in) {
    std::size_t unknowns = 0;
    std::size_t inequalities = 0;
    in >> unknowns >> inequalities;
    Problem problem;
    for (std::size_t i = 0; i < unknowns; ++i) {
        const exact::integer least = number_from(in);
        problem.system.ranges.push_back({least, number_from(in)});
    }
    for (std::size_t i = 0; i < inequalities; ++i) {
        const Sum bound(number_from(in));
        problem.system.inequalities.push_back(audit::at_most(sum_from(in, unknowns), bound));
    }
    problem.sum = sum_from(in, unknowns);
    return problem;
}

std::string linear(const Problem& problem) {
    const auto& [system, sum] = problem;
    std::vector<std::size_t> all(system.inequalities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto answer = audit::solve_linear(system, all, system.ranges, {}, &sum);
    std::string text(name_of(answer.verdict));
    if (answer.verdict == Verdict::impossible) {
        for (const auto& [inequality, times] : answer.contradiction)
            text += ' ' + std::to_string(inequality) + ':' + exact::to_text(times);
        return text;
    }
    std::vector<exact::ratio> values; // of unknowns that no inequality speaks of: as the sum wants
    for (const audit::Range& range : system.ranges)
        values.emplace_back(range.least);
    for (const auto& [unknown, coefficient] : sum.terms())
        if (coefficient < 0)
            values.at(unknown) = system.ranges[unknown].most;
    for (const auto& [unknown, value] : answer.values)
        values.at(unknown) = value;
    text += ' ' + exact::to_text(answer.least.value());
    for (const exact::ratio& value : values)
        text += ' ' + exact::to_text(value);
    return text;
}

std::string whole(const Problem& problem) {
    const auto& [system, sum] = problem;
    const audit::Solution solution = solve(system);
    std::string text(name_of(solution.verdict));
    if (solution.verdict == Verdict::impossible)
        return text + (proves_impossible(system, solution.proof) ? " proved" : " unproved");
    if (!system.holds(solution.numbers))
        throw std::runtime_error("a solution does not hold");
    for (const auto& extreme :
         {least(system, sum, solution.numbers), most(system, sum, solution.numbers)}) {
        if (!system.holds(extreme.numbers) || sum.value(extreme.numbers) != extreme.value)
            throw std::runtime_error("an extreme does not hold");
        text += ' ' + exact::to_text(extreme.value);
    }
    return text;
}

} // namespace

int main() try {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream in(line);
        std::string kind;
        in >> kind;
        std::cout << (kind == "linear" ? linear : whole)(problem_from(in)) << '\n';
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
